"""What desks and the trainer's console say to each other in a class: lines of JSON, nothing of people."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum

from counter_app.domain.lesson import Mishap
from counter_app.errors import Refusal

MOST_BYTES = 4_096
MOST_DESKS = 60
CODE_LETTERS = "ACDEFHJKLMNPRTUVWXY34679"
"""Without letters and figures that look alike on a projected screen."""
CODE_LENGTH = 5
_TEXT = 120


class BadLine(Refusal):
    """A line is none of a class: too long, not JSON, a part missing or wrong."""


class Said(StrEnum):
    """What a line says: the first two and the last by a desk, the others by the console."""

    JOIN = "join"
    STANDING = "standing"
    LESSON = "lesson"
    MISHAP = "mishap"
    RESET = "reset"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class ClassLine:
    """One line; what it does not need stands empty. ``desk`` is what the trainee calls theirs.

    A standing tells of ``lesson`` which ``step`` of ``steps`` a desk is at, since how many seconds, with how
    many ``errors`` and ``hints``, and ``points`` of ``most`` once it is over; ``points`` is -1 until then.
    """

    said: Said
    code: str = ""
    desk: str = ""
    lesson: str = ""
    step: int = 0
    steps: int = 0
    seconds: int = 0
    errors: int = 0
    hints: int = 0
    points: int = -1
    most: int = 0
    mishap: str = ""

    @property
    def is_over(self) -> bool:
        """Whether the desk has come to the end of its lesson."""
        return self.points >= 0


def written(line: ClassLine) -> bytes:
    """Write a line, its end with it."""
    told = {name: getattr(line, name) for name in ClassLine.__slots__}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def read_line(text: bytes) -> ClassLine:
    """Read a line that came from outside; raises BadLine."""
    if len(text) > MOST_BYTES:
        raise BadLine
    try:
        told = json.loads(text)
        kinds = {name: type(getattr(_USUAL, name)) for name in ClassLine.__slots__}
        if not isinstance(told, dict) or told.keys() - kinds.keys():
            raise BadLine
        line = ClassLine(**{**told, "said": Said(str(told.get("said")))})
    except (ValueError, TypeError, RecursionError) as error:
        raise BadLine from error
    for name, kind in kinds.items():
        value = getattr(line, name)
        if type(value) is not kind or (isinstance(value, str) and len(value) > _TEXT):
            raise BadLine
        if isinstance(value, int) and not -1 <= value <= 1_000_000:
            raise BadLine
    if line.said is Said.MISHAP and line.mishap not in set(Mishap):
        raise BadLine
    return line


_USUAL = ClassLine(Said.JOIN)
