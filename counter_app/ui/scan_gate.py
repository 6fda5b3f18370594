"""Lets each scan through once: a trigger held too long, or card and camera at once, is one scan."""

from __future__ import annotations

_AGAIN_AFTER_S = 2.0


class ScanGate:
    """Remembers what was scanned last, whichever device it came from; times are monotonic seconds."""

    def __init__(self) -> None:
        self._last = ""
        self._at = 0.0

    def lets_in(self, what: str, at: float) -> bool:
        """Take what a scan names, a card by its number, and say whether it is news."""
        news = what != self._last or at - self._at > _AGAIN_AFTER_S
        self._last, self._at = what, at
        return news

    def forget(self) -> None:
        """Let the same scan in at once, as when another citizen was called."""
        self._last = ""
