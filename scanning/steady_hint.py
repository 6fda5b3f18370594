"""Steadiness of hints: one that flickers is not read."""

from scanning.view_hint import ViewHint

_SURE_S = 0.4  # a hand that comes in moves and is out of focus; nobody needs to hear it
_GONE_S = 0.8
_TIMES = 2


class SteadyHint:
    """Lets a hint through when it was judged alike for a while, and keeps it a little longer than it is."""

    def __init__(self) -> None:
        self._said: ViewHint | None = None
        self._next: ViewHint | None = None
        self._since = 0.0
        self._times = 0

    def feed(self, hint: ViewHint | None, at: float) -> ViewHint | None:
        """Take what was judged at ``at`` (monotonic seconds); give what should be said now."""
        if hint is self._said:
            self._next, self._times = hint, 0
            return self._said
        if hint is not self._next or not self._times:
            self._next, self._since, self._times = hint, at, 0
        self._times += 1
        if self._times >= _TIMES and at - self._since >= (_GONE_S if hint is None else _SURE_S):
            self._said, self._times = hint, 0
        return self._said

    def reset(self) -> None:
        """Say nothing more, at once."""
        self._said, self._next, self._times = None, None, 0
