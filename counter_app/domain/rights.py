"""Who may do what at a desk: every right is named here, once, and given to roles here alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType


class Role(StrEnum):
    """What somebody is at this desk; one person may be several things."""

    OFFICIAL = "official"
    SUPERVISOR = "supervisor"
    TRAINER = "trainer"
    ADMINISTRATOR = "administrator"
    INSPECTOR = "inspector"


class Right(StrEnum):
    """One thing that may be done; the services ask for it, never a screen."""

    SERVE = "serve"
    """Look a citizen up, fill forms, take papers."""
    RECEIVE = "receive"
    REOPEN = "reopen"
    """Take one's own reception back at once, as a draft."""
    VOID = "void"
    """Void what one received oneself, for a reason."""
    READ_REGISTER = "read_register"
    """Open a dossier that was received."""
    PRINT = "print"
    STATE_GROUND = "state_ground"
    """Ask for supplements, refuse, apologise, stop."""
    MOVE_CLOCK = "move_clock"
    MOVE_ON = "move_on"
    TAKE_FEE = "take_fee"
    HAND_OVER = "hand_over"
    CLOSE_SHIFT = "close_shift"
    DRAW_REGISTER = "draw_register"
    SEND_AGAIN = "send_again"
    LEAVE_OUT = "leave_out"
    """Leave an entry for the hub out for good."""
    ACT_FOR_OTHERS = "act_for_others"
    """Do to another official's receptions and entries what one may do to one's own."""
    CHOOSE_PRINTERS = "choose_printers"
    ENROL = "enrol"
    MANAGE_ACCOUNTS = "manage_accounts"
    INSPECT = "inspect"
    TELL_CITIZEN = "tell_citizen"
    """Tell a citizen what is held about them."""
    HOLD_DATA = "hold_data"
    """Keep data from deletion, or let go of it."""
    REPORT_BREACH = "report_breach"
    COPY_PAPERS = "copy_papers"
    """Give a copy of a digitised paper out of the desk."""


_COUNTER = frozenset(
    {
        Right.SERVE,
        Right.RECEIVE,
        Right.REOPEN,
        Right.VOID,
        Right.READ_REGISTER,
        Right.PRINT,
        Right.STATE_GROUND,
        Right.MOVE_CLOCK,
        Right.MOVE_ON,
        Right.TAKE_FEE,
        Right.HAND_OVER,
        Right.CLOSE_SHIFT,
        Right.DRAW_REGISTER,
        Right.SEND_AGAIN,
        Right.CHOOSE_PRINTERS,
        Right.TELL_CITIZEN,
    }
)
RIGHTS_OF: Mapping[Role, frozenset[Right]] = MappingProxyType(
    {
        Role.OFFICIAL: _COUNTER,
        Role.SUPERVISOR: _COUNTER
        | {Right.LEAVE_OUT, Right.ACT_FOR_OTHERS, Right.HOLD_DATA, Right.REPORT_BREACH, Right.COPY_PAPERS},
        Role.TRAINER: frozenset(),
        Role.ADMINISTRATOR: frozenset({Right.CHOOSE_PRINTERS, Right.ENROL, Right.MANAGE_ACCOUNTS}),
        Role.INSPECTOR: frozenset({Right.INSPECT, Right.TELL_CITIZEN, Right.REPORT_BREACH}),
    }
)
"""Who keeps the accounts sees no citizen, who inspects changes nothing, a trainer teaches elsewhere."""


def rights_of(roles: Iterable[Role]) -> frozenset[Right]:
    """Join the rights of several roles."""
    return frozenset[Right]().union(*(RIGHTS_OF[role] for role in roles))
