"""The lock after failed sign-ins: it grows, and no hand on the wall clock shortens it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from counter_app.domain.history import Act, Deed

FREE_FAILURES = 4
"""Failures in a row that cost nothing: fingers slip, input methods are left on."""
_FIRST_S, _LONGEST_S = 30, 3_600
_LIFTED_BY = frozenset({Deed.SIGNED_IN, Deed.PASSWORD_SET, Deed.ACCOUNT_ADDED, Deed.RECOVERED})


def lock_seconds(failures: int) -> int:
    """Say how long nobody may try after so many failures in a row: nothing, then twice as long each time."""
    over = failures - FREE_FAILURES
    return min(_FIRST_S << min(over - 1, 12), _LONGEST_S) if over > 0 else 0


def failures_in(acts: Sequence[Act]) -> tuple[Act, ...]:
    """Give the failures since the account was last opened or given a password, the latest first."""
    since = takewhile(lambda act: act.deed not in _LIFTED_BY, reversed(acts))
    return tuple(act for act in since if act.deed is Deed.SIGN_IN_FAILED)


def seconds_left(acts: Sequence[Act], running_s: int) -> int:
    """Say how long an account is still locked, by what history tells of it.

    Each failure carries how long the computer had been running; ``running_s`` is that now. A computer that
    was started anew has been running for less: then what it has run since is all that is sure to have passed.
    The wall clock is not asked.
    """
    failures = failures_in(acts)
    if not failures:
        return 0
    then = int(failures[0].outcome or 0)
    passed = running_s - then if running_s >= then else running_s
    return max(0, lock_seconds(len(failures)) - passed)
