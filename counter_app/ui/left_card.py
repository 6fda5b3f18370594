"""The card that was left lying under the camera: the next visit must not begin with the citizen before."""

from __future__ import annotations

from collections.abc import Collection

_LEFT_WITHIN_S = 1.0
_GONE_AFTER_S = 2.0


class LeftCard:
    """Holds back what was read last, when it is in view from the start of a new look through the camera.

    Once it has been out of view for two seconds it may be read again. Times are monotonic seconds.
    """

    def __init__(self) -> None:
        self._last = ""
        self._began_at: float | None = None
        self._seen_at = 0.0
        self._held = False

    def begin(self) -> None:
        """Begin a new look through the camera."""
        self._began_at = None
        self._held = False

    def remember(self, text: str) -> None:
        """Keep what was read just now; it stays in view by right until the next look begins."""
        self._last = text
        self._held = False

    def holds_back(self, texts: Collection[str], at: float) -> str:
        """Take what one frame said, and give the text that is held back, or nothing."""
        if self._began_at is None:
            self._began_at = at
        if self._last and self._last in texts:
            self._seen_at = at
            self._held = self._held or self._began_at_most(at)
        elif at - self._seen_at > _GONE_AFTER_S:
            self._held = False
        return self._last if self._held else ""

    def _began_at_most(self, at: float) -> bool:
        return self._began_at is not None and at - self._began_at <= _LEFT_WITHIN_S
