"""What a code holds: its bytes exactly, and its text when those bytes are text."""

import unicodedata
from dataclasses import dataclass
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


def _strict_text(raw: bytes) -> str | None:
    try:
        return unicodedata.normalize("NFC", raw.decode("utf-8"))
    except UnicodeDecodeError:
        return None
