"""Whether an official may do what is asked; every use case asks here before it does anything."""

from __future__ import annotations

from counter_app.domain.rights import Right
from counter_app.errors import Refusal
from counter_app.services.ports import Work

KIND = "desk.kind"
"""Under this name a desk keeps for good whether it is a training desk or an office's."""
OFFICE = "office"


class NotPermitted(Refusal):
    """Whoever serves may not do this; ``right`` is what they lack."""

    def __init__(self, right: Right) -> None:
        super().__init__(right)
        self.right = right


class NotYours(Refusal):
    """A draft, reception or entry of another official."""


def is_guarded(work: Work) -> bool:
    """Say whether this is an office's desk, where nobody does anything without an account."""
    return work.preference(KIND) == OFFICE


def has_right(work: Work, official_sign: str, right: Right) -> bool:
    """Say whether an official may do this; on a training desk a stranger may do whatever is practised."""
    account = work.account(official_sign)
    if account is None:
        return not is_guarded(work)
    return right in account.rights


def require(work: Work, official_sign: str, right: Right) -> None:
    """Go on where the official has the right; raises NotPermitted."""
    if not has_right(work, official_sign, right):
        raise NotPermitted(right)


def require_own(work: Work, official_sign: str, whose: str) -> None:
    """Go on where something is the official's own, or may be done for others; raises NotYours."""
    if official_sign != whose and not has_right(work, official_sign, Right.ACT_FOR_OTHERS):
        raise NotYours(official_sign)
