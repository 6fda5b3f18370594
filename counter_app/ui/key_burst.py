"""Tells a hand scanner's keys from fingers: a scanner types a whole card within a blink."""

from __future__ import annotations

from enum import StrEnum

LONGEST_GAP_MS = 50
FEWEST_LETTERS = 20
_BAR = "|"
_MOST_LETTERS = 2_000


class Typing(StrEnum):
    """What a key turned out to be part of."""

    FINGERS = "fingers"
    SCAN_BEGUN = "scan_begun"
    SCAN = "scan"


class KeyBurst:
    """Collects keys that follow each other within 50 ms.

    They count as a scan from twenty letters on, or as soon as the bar that parts a card's text is among them.
    """

    def __init__(self) -> None:
        self._letters: list[str] = []
        self._last_ms = 0
        self._is_scan = False

    @property
    def is_scan(self) -> bool:
        """Whether what is being typed comes from a scanner."""
        return self._is_scan

    def begins_anew(self, at_ms: int) -> bool:
        """Whether a key at that moment would be the first of its burst."""
        return not self._letters or (at_ms - self._last_ms > LONGEST_GAP_MS and not self._is_scan)

    def feed(self, letters: str, at_ms: int) -> Typing:
        """Take a key's letters at a moment (monotonic milliseconds) and say what it belongs to."""
        if self.begins_anew(at_ms):
            self._letters.clear()
        self._last_ms = at_ms
        if len(self._letters) < _MOST_LETTERS:
            self._letters.extend(letters)
        if self._is_scan:
            return Typing.SCAN
        self._is_scan = len(self._letters) >= FEWEST_LETTERS or _BAR in self._letters[1:]
        return Typing.SCAN_BEGUN if self._is_scan else Typing.FINGERS

    def finish(self) -> str:
        """Give what was scanned, or nothing, and begin anew."""
        text = "".join(self._letters) if self._is_scan else ""
        self._letters.clear()
        self._is_scan = False
        return text
