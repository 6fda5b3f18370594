"""The card that was left lying under the camera: the next visit must not begin with the citizen before."""

from __future__ import annotations

from collections.abc import Collection

_FOUND_WITHIN_S = 4.0
"""As a look begins a camera hunts for focus and light, and the lines on a card's back are missed at first."""
_GONE_AFTER_S = 2.0
_LONGEST_STEP_S = 1.5
"""What one look can vouch for: before it the camera may have been lost."""


class LeftCard:
    """Holds back what was read last from the beginning of a new look until its card was taken away.

    It was when nothing is seen of it in the first four seconds, or for two once it was seen; looks in which
    nothing could be seen do not count. Times are monotonic seconds.
    """

    def __init__(self) -> None:
        self._last = ""
        self._held = False
        self._looked_at: float | None = None
        self._missed_s = 0.0
        self._patience_s = _FOUND_WITHIN_S

    def begin(self) -> None:
        """Begin a new look through the camera."""
        self._held = bool(self._last)
        self._looked_at = None
        self._missed_s = 0.0
        self._patience_s = _FOUND_WITHIN_S

    def remember(self, text: str) -> None:
        """Keep what was read just now; it stays in view by right until the next look begins."""
        self._last = text
        self._held = False

    def holds_back(self, texts: Collection[str], at: float, *, blind: bool = False) -> str:
        """Take what one frame said, ``blind`` if it saw too ill, and give the text held back, or nothing."""
        passed = 0.0 if self._looked_at is None else at - self._looked_at
        self._looked_at = at
        if self._last in texts:
            self._missed_s, self._patience_s = 0.0, _GONE_AFTER_S
        elif not blind:
            self._missed_s += min(passed, _LONGEST_STEP_S)
        self._held = self._held and self._missed_s <= self._patience_s
        return self._last if self._held else ""
