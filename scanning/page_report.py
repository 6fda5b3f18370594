"""What a command tells of one page: where its sheet lies, how it was turned, what was found on it."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from scanning.develop import DevelopedPage
from scanning.errors import PictureCause
from scanning.quad import Point
from scanning.quality import Verdict

Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class SheetPlace:
    """Hold where a sheet lies in a picture: corners in its pixels, clockwise from the sheet's own top left.

    Turned clockwise by ``orientation`` degrees, a multiple of 90, and by ``angle`` the sheet stands upright;
    where none was ``found`` the corners are the picture's.
    """

    file: Path
    found: bool
    corners: tuple[Point, ...]
    orientation: int
    angle: float

    @classmethod
    def of(cls, file: Path, page: DevelopedPage) -> "SheetPlace":
        """Take the place from a developed page."""
        corners = page.quad.upright(page.turns).corners
        return cls(file, page.found, corners, page.turns * 90, page.skew)

    def as_json(self) -> Json:
        """Give the place with corners to a tenth of a pixel."""
        return {
            "file": str(self.file),
            "found": self.found,
            "corners": [[round(x, 1), round(y, 1)] for x, y in self.corners],
            "orientation": self.orientation,
            "angle": round(self.angle, 2),
        }


@dataclass(frozen=True, slots=True)
class PageReport:
    """Hold what is told of a page that was filed.

    ``words`` is None where nobody read them; ``beside`` counts other sheets in the picture, which were not
    filed.
    """

    place: SheetPlace
    kind: str
    size: tuple[int, int]
    verdict: Verdict
    words: int | None
    steps: Mapping[str, float]
    beside: int = 0

    def as_json(self, *, size: int) -> Json:
        """Give all of it with the bytes that the page takes in the document."""
        told = self.place.as_json() | {
            "kind": self.kind,
            "light": self.verdict.light.value,
            "findings": [complaint.value for complaint in self.verdict.complaints],
            "ms": {step: round(ms, 1) for step, ms in self.steps.items()},
            "bytes": size,
            "beside": self.beside,
        }
        return told if self.words is None else told | {"words": self.words}

    def as_words(self, *, size: int) -> str:
        """Write one line for people."""
        found = "" if self.place.found else ", no sheet found: the whole picture"
        said = ", ".join(complaint.value for complaint in self.verdict.complaints) or "good"
        beside = f", other sheets beside it were left out: {self.beside}" if self.beside else ""
        width, height = self.size
        return f"{self.place.file}: {width}x{height} {self.kind}, {said}{found}{beside} ({size} bytes)"


@dataclass(frozen=True, slots=True)
class Refused:
    """Hold a file that gave no page, and why."""

    file: Path
    cause: PictureCause

    def as_json(self) -> Json:
        """Give the cause's name."""
        return {"file": str(self.file), "error": self.cause.value}

    def as_words(self) -> str:
        """Write one line for people."""
        return f"{self.file}: refused: {self.cause.value}"


def added_up(steps: Iterable[tuple[str, float]]) -> dict[str, float]:
    """Add up the milliseconds of steps that have one name, in the order they came."""
    summed: dict[str, float] = {}
    for step, ms in steps:
        summed[step] = summed.get(step, 0.0) + ms
    return summed


def as_line(told: Json) -> str:
    """Write a line of JSON, Vietnamese letters as they are."""
    return json.dumps(told, ensure_ascii=False)
