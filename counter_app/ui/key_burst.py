"""Tells a hand scanner's keys from fingers: a scanner types a whole card within a blink."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from counter_app.domain.claim import looks_like_claim
from counter_app.domain.scanned_text import MOST_LETTERS
from counter_app.domain.typed_scan import card_number

LONGEST_GAP_MS = 50
FEWEST_LETTERS = 20
_BAR = "|"


class Typing(StrEnum):
    """What a key turned out to be part of."""

    FINGERS = "fingers"
    SCAN_BEGUN = "scan_begun"
    SCAN = "scan"


@dataclass(frozen=True, slots=True)
class KeyedScan:
    """What a scanner typed, and whether an input method was seen at work on it.

    ``text`` is empty where more was typed than any card says: half of it would be none.
    """

    text: str
    input_method: bool = False


class KeyBurst:
    """Collects keys that follow each other within 50 ms, by the moments at which they were pressed.

    Where anything may be scanned they count as a scan from twenty letters on, or as soon as a bar is among
    them. Elsewhere only what opens as a card or an acknowledgement's code does: a short-cut that an input
    method writes out is as quick.
    """

    def __init__(self) -> None:
        self._letters: list[str] = []
        self._last_ms = 0
        self._is_scan = False
        self._is_cut = False
        self._input_method = False

    @property
    def is_scan(self) -> bool:
        """Whether what is being typed comes from a scanner."""
        return self._is_scan

    @property
    def digits_only(self) -> bool:
        """Whether something was typed, and nothing but digits."""
        return bool(self._letters) and all(letter.isdigit() for letter in self._letters)

    def begins_anew(self, at_ms: int) -> bool:
        """Whether a key at that moment would be the first of its burst."""
        return not self._letters or (abs(at_ms - self._last_ms) > LONGEST_GAP_MS and not self._is_scan)

    def feed(self, letters: str, at_ms: int, *, anything: bool = True) -> Typing:
        """Take a key's letters at a moment (milliseconds) and say what it belongs to."""
        if self.begins_anew(at_ms):
            self.drop()
        self._last_ms = at_ms
        room = MOST_LETTERS - len(self._letters)
        self._letters.extend(letters[:room])
        self._is_cut = self._is_cut or len(letters) > room
        if self._is_scan:
            return Typing.SCAN
        self._is_scan = self._looks_scanned() if anything else self._opens_as_wanted()
        return Typing.SCAN_BEGUN if self._is_scan else Typing.FINGERS

    def see_input_method(self) -> None:
        """Note that an input method has a hand in what is being typed."""
        self._input_method = self._input_method or bool(self._letters)

    def finish(self) -> KeyedScan | None:
        """Give what was scanned, or nothing, and begin anew."""
        text = "" if self._is_cut else "".join(self._letters)
        scan = KeyedScan(text, self._input_method) if self._is_scan else None
        self.drop()
        return scan

    def drop(self) -> None:
        """Begin anew."""
        self._letters.clear()
        self._is_scan = False
        self._is_cut = False
        self._input_method = False

    def _opens_as_wanted(self) -> bool:
        text = "".join(self._letters)
        return card_number(text) is not None or looks_like_claim(text)

    def _looks_scanned(self) -> bool:
        return len(self._letters) >= FEWEST_LETTERS or _BAR in self._letters[1:]
