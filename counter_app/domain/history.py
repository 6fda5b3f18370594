"""What was done, by whom, when and why: each act is chained to the one before it by its hash."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

FIRST_LINK = "0" * 64


class Deed(StrEnum):
    """The kinds of act that history keeps."""

    LOOKED_UP = "looked_up"
    LOOKED_UP_FORMER = "looked_up_former"
    SEARCHED = "searched"
    SAW_PAPER = "saw_paper"
    INSPECTED = "inspected"
    DELETED = "deleted"
    HELD = "held"
    LIFTED_HOLD = "lifted_hold"
    TOLD_CITIZEN = "told_citizen"
    FILLED_BREACH = "filled_breach"
    EXPORTED_PAPER = "exported_paper"
    STARTED_DRAFT = "started_draft"
    UNLOCKED_FIELD = "unlocked_field"
    JOINED = "joined"
    LOOKED_UP_PAPER = "looked_up_paper"
    ADDED_PAPER = "added_paper"
    REMOVED_PAPER = "removed_paper"
    REUSED_PAPER = "reused_paper"
    CHANGED_TERMS = "changed_terms"
    RECEIVED = "received"
    PRINTED = "printed"
    PRINTED_AGAIN = "printed_again"
    PRINTED_DECLARATION = "printed_declaration"
    PRINTED_DECLARATION_AGAIN = "printed_declaration_again"
    PRINTED_SLIP = "printed_slip"
    PRINTED_SLIP_AGAIN = "printed_slip_again"
    DROPPED_DRAFT = "dropped_draft"
    OPENED = "opened"
    WAIT_BEGAN = "wait_began"
    WAIT_ENDED = "wait_ended"
    FEE_PAID = "fee_paid"
    ASKED_AGAIN = "asked_again"
    EXTENDED = "extended"
    CLOCK_TAKEN_BACK = "clock_taken_back"
    HANDED_OVER = "handed_over"
    CODE_GIVEN = "code_given"
    LEFT_OUT = "left_out"
    SENT_AGAIN = "sent_again"
    VOIDED = "voided"
    REOPENED = "reopened"
    STATED_GROUND = "stated_ground"
    MOVED_ON = "moved_on"
    PAID = "paid"
    EXPLAINED_GAP = "explained_gap"
    CLOSED_SHIFT = "closed_shift"
    STATUS_TOLD = "status_told"
    DECIDED = "decided"
    RESTORED = "restored"
    CHANGED_KEY = "changed_key"
    MOVED_AWAY = "moved_away"
    SIGNED_IN = "signed_in"
    SIGN_IN_FAILED = "sign_in_failed"
    SCREEN_LOCKED = "screen_locked"
    SIGNED_OUT = "signed_out"
    ACCOUNT_ADDED = "account_added"
    ROLES_GIVEN = "roles_given"
    ACCOUNT_CLOSED = "account_closed"
    PASSWORD_SET = "password_set"  # noqa: S105 - a deed's name
    FACTOR_SET = "factor_set"
    RECOVERY_MADE = "recovery_made"
    RECOVERED = "recovered"


LOOKS = frozenset({Deed.LOOKED_UP, Deed.LOOKED_UP_FORMER, Deed.OPENED, Deed.SAW_PAPER})
"""Acts by which somebody saw a citizen's data; their reason says what for, as ``look`` writes it."""


@dataclass(frozen=True, slots=True)
class Act:
    """One line of history, no citizen's data: ``subject`` is a dossier or draft id, ``outcome`` a code."""

    deed: Deed
    subject: str
    official_sign: str
    at: datetime
    outcome: str = ""
    reason: str = ""

    def link(self, previous: str) -> str:
        """Give the hash (sha-256, hex) that ties this act to the link of the act before it."""
        said = (self.deed, self.subject, self.official_sign, self.at.isoformat(), self.outcome, self.reason)
        return link_of(previous, said)


def link_of(previous: str, said: Iterable[str]) -> str:
    """Give the link of a line that says this, in the order of an act's fields, after ``previous``."""
    return hashlib.sha256("\x1f".join((previous, *said)).encode()).hexdigest()
