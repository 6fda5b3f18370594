"""What a look at a frame gives: the exact bytes and text of the codes read, and where others stand."""

import unicodedata
from dataclasses import dataclass
from math import dist
from typing import Self

Corners = tuple[tuple[float, float], tuple[float, float], tuple[float, float], tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Payload:
    """Hold what one code said, where it stood in the frame (pixels) and which engine read it.

    ``text`` is strict UTF-8 in NFC, or None: a guessed letter is worse than none on a citizen's name.
    """

    raw: bytes
    text: str | None
    corners: Corners
    engine: str

    @classmethod
    def of(cls, raw: bytes, corners: Corners, engine: str) -> Self:
        """Make a payload of the exact bytes of a code."""
        return cls(raw, _strict_text(raw), corners, engine)


@dataclass(frozen=True, slots=True)
class Sighting:
    """Hold where a code stands that was seen but not read; ``modules`` a side, 0 where that is not known.

    Corners run from the top left one of the code clockwise, in pixels of the frame.
    """

    corners: Corners
    modules: int = 0

    @property
    def side(self) -> float:
        """Give the mean length of the four sides in pixels."""
        return sum(dist(self.corners[i - 1], self.corners[i]) for i in range(4)) / 4

    @property
    def module_px(self) -> float | None:
        """Give the pixels a module is wide, or None where the number of modules is not known."""
        return self.side / self.modules if self.modules else None


@dataclass(frozen=True, slots=True)
class Look:
    """Hold what one frame gave: the codes that were read, and those that were only seen, likeliest first."""

    payloads: tuple[Payload, ...] = ()
    unread: tuple[Sighting, ...] = ()


def _strict_text(raw: bytes) -> str | None:
    try:
        return unicodedata.normalize("NFC", raw.decode("utf-8"))
    except UnicodeDecodeError:
        return None
