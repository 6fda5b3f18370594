"""The command ``read``: the texts of codes in pictures and films, a line each."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from scanning.errors import PictureError
from scanning.films import VIDEO_SUFFIXES, film_frames
from scanning.frames import read_picture
from scanning.qr import Payload, read_codes
from scanning.steady import SteadyReader

_PATIENCE_MS = 1000  # a picture on disk does not move on, so more passes are worth their time than live


@dataclass(frozen=True, slots=True)
class Reading:
    """Hold what one file gave: its texts, or why it was refused, and how long it took."""

    file: str
    texts: tuple[str, ...]
    ms: float
    error: str | None = None

    def as_json(self) -> str:
        """Write one line of JSON, Vietnamese letters as they are."""
        line: dict[str, object] = {"file": self.file, "payloads": list(self.texts), "ms": round(self.ms, 1)}
        if self.error is not None:
            line["error"] = self.error
        return json.dumps(line, ensure_ascii=False)

    def as_words(self) -> str:
        """Write one line for people."""
        said = f"refused: {self.error}" if self.error else "  ".join(self.texts) or "no code"
        return f"{self.file}: {said} ({self.ms:.0f} ms)"


def read_all(files: Sequence[str], *, as_json: bool, say: Callable[[str], None]) -> int:
    """Read file after file and say what each gave; 0 when all could be read, 1 when one could not."""
    refused = False
    for file in files:
        reading = _read(file)
        refused = refused or reading.error is not None
        say(reading.as_json() if as_json else reading.as_words())
    return int(refused)


def _read(file: str) -> Reading:
    begun = perf_counter()
    path = Path(file)
    try:
        is_film = path.suffix.lower() in VIDEO_SUFFIXES
        texts = tuple(_texts_in_film(path) if is_film else _texts_in_picture(path))
    except PictureError as error:
        return Reading(file, (), _ms_since(begun), error.cause.value)
    return Reading(file, tuple(dict.fromkeys(texts)), _ms_since(begun))


def _texts_in_picture(path: Path) -> Iterator[str]:
    for payload in read_codes(read_picture(path), budget_ms=_PATIENCE_MS):
        yield _text(payload)


def _texts_in_film(path: Path) -> Iterator[str]:
    reader = SteadyReader(plausible=_has_card_structure)
    for frame in film_frames(path):
        text = reader.feed(read_codes(frame), frame.taken_at)
        if text is not None:
            yield text


def _has_card_structure(text: str) -> bool:
    """Tell a citizen card's payload: twelve digits, then at least six more parts."""
    number, *others = text.split("|")
    return len(number) == 12 and number.isdecimal() and len(others) >= 6


def _text(payload: Payload) -> str:
    """Give the text, or for a code that holds none its bytes, escaped."""
    return payload.text if payload.text is not None else payload.raw.decode("ascii", "backslashreplace")


def _ms_since(begun: float) -> float:
    return (perf_counter() - begun) * 1000
