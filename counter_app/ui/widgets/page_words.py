"""The words in which a dossier is spoken of: times, reasons, and what was done to it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from counter_app.domain.dossier import Capacity
from counter_app.domain.due import DueReason
from counter_app.domain.history import Deed
from counter_app.ui.translator import to_say

_CONTEXT = "page_words"

_WEEKDAYS = (
    to_say("page_words", "Monday"),
    to_say("page_words", "Tuesday"),
    to_say("page_words", "Wednesday"),
    to_say("page_words", "Thursday"),
    to_say("page_words", "Friday"),
    to_say("page_words", "Saturday"),
    to_say("page_words", "Sunday"),
)
_CAPACITIES = {
    Capacity.SELF: to_say("page_words", "for themselves"),
    Capacity.CHILD: to_say("page_words", "for their child"),
    Capacity.PROXY: to_say("page_words", "on behalf of another person"),
}
_DUE_REASONS = {
    DueReason.COUNTED: to_say("page_words", "counted from the reception, days off left out"),
    DueReason.PAST_DAYS_OFF: to_say(
        "page_words", "the last day is a day off, so the next working day counts"
    ),
    DueReason.AFTER_CUT_OFF: to_say(
        "page_words", "received after the hour up to which it is done the same day"
    ),
}
_DEEDS = {
    Deed.LOOKED_UP: to_say("page_words", "Population record looked up"),
    Deed.STARTED_DRAFT: to_say("page_words", "Dossier begun"),
    Deed.UNLOCKED_FIELD: to_say("page_words", "Verified answer changed"),
    Deed.JOINED: to_say("page_words", "Person added for a role"),
    Deed.LOOKED_UP_PAPER: to_say("page_words", "Database looked up for a paper"),
    Deed.ADDED_PAPER: to_say("page_words", "Paper added"),
    Deed.REMOVED_PAPER: to_say("page_words", "Paper removed"),
    Deed.CHANGED_TERMS: to_say("page_words", "Way of filing, case or exemption changed"),
    Deed.RECEIVED: to_say("page_words", "Received"),
    Deed.PRINTED: to_say("page_words", "Acknowledgement printed"),
    Deed.PRINTED_AGAIN: to_say("page_words", "Printed again"),
    Deed.DROPPED_DRAFT: to_say("page_words", "Draft thrown away"),
    Deed.OPENED: to_say("page_words", "Opened in the register"),
}


def moment_words(when: datetime) -> str:
    """Write a time as the desk says it: "17:00, Wednesday 25/11/2026"."""
    return f"{when:%H:%M}, {_said(_WEEKDAYS[when.weekday()])} {when:%d/%m/%Y}"


def capacity_words(capacity: Capacity) -> str:
    """Say for whom somebody files."""
    return _said(_CAPACITIES[capacity])


def due_reason_words(reason: DueReason) -> str:
    """Say why the due moment is that one."""
    return _said(_DUE_REASONS[reason])


def deed_words(deed: Deed) -> str:
    """Name an act of history."""
    return _said(_DEEDS[deed])


def _said(source: str) -> str:
    return QCoreApplication.translate(_CONTEXT, source)
