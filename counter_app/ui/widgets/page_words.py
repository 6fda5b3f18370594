"""The words in which a dossier is spoken of: times, reasons, and what was done to it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from counter_app.domain.dossier import Capacity
from counter_app.domain.due import DueReason
from counter_app.domain.fee_rules import Channel
from counter_app.domain.history import LOOKS, Act, Deed
from counter_app.domain.look import Look, Purpose
from counter_app.domain.payment import PaymentWay
from counter_app.domain.processing import Wait
from counter_app.domain.slip import SlipKind
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
_CHANNELS = {
    Channel.DIRECT: to_say("page_words", "At this desk"),
    Channel.POST: to_say("page_words", "By post"),
    Channel.ONLINE: to_say("page_words", "Online, keyed in at this desk"),
}
_WAITS = {
    Wait.SUPPLEMENT: to_say("page_words", "the supplement"),
    Wait.FEE: to_say("page_words", "the payment"),
    Wait.OTHER_BODY: to_say("page_words", "another body"),
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
    Deed.LOOKED_UP_FORMER: to_say("page_words", "Looked up by a former number"),
    Deed.SEARCHED: to_say("page_words", "Register searched"),
    Deed.SAW_PAPER: to_say("page_words", "Earlier paper looked at"),
    Deed.INSPECTED: to_say("page_words", "History inspected"),
    Deed.DELETED: to_say("page_words", "Deleted when its time was over"),
    Deed.HELD: to_say("page_words", "Held: nothing of it is deleted"),
    Deed.LIFTED_HOLD: to_say("page_words", "No longer held"),
    Deed.TOLD_CITIZEN: to_say("page_words", "Told what is held about a citizen"),
    Deed.FILLED_BREACH: to_say("page_words", "Notice of a breach filled"),
    Deed.EXPORTED_PAPER: to_say("page_words", "Copy of a paper given out"),
    Deed.STARTED_DRAFT: to_say("page_words", "Dossier begun"),
    Deed.UNLOCKED_FIELD: to_say("page_words", "Verified answer changed"),
    Deed.JOINED: to_say("page_words", "Person added for a role"),
    Deed.LOOKED_UP_PAPER: to_say("page_words", "Database looked up for a paper"),
    Deed.ADDED_PAPER: to_say("page_words", "Paper added"),
    Deed.REMOVED_PAPER: to_say("page_words", "Paper removed"),
    Deed.REUSED_PAPER: to_say("page_words", "Earlier paper used again"),
    Deed.CHANGED_TERMS: to_say("page_words", "Way of filing, case or exemption changed"),
    Deed.RECEIVED: to_say("page_words", "Received"),
    Deed.PRINTED: to_say("page_words", "Acknowledgement printed"),
    Deed.PRINTED_AGAIN: to_say("page_words", "Printed again"),
    Deed.PRINTED_DECLARATION: to_say("page_words", "Declaration printed"),
    Deed.PRINTED_DECLARATION_AGAIN: to_say("page_words", "Declaration printed again, marked as a copy"),
    Deed.PRINTED_SLIP: to_say("page_words", "Slip printed"),
    Deed.PRINTED_SLIP_AGAIN: to_say("page_words", "Slip printed again, marked as a copy"),
    Deed.DROPPED_DRAFT: to_say("page_words", "Draft thrown away"),
    Deed.OPENED: to_say("page_words", "Opened in the register"),
    Deed.WAIT_BEGAN: to_say("page_words", "Clock stopped"),
    Deed.WAIT_ENDED: to_say("page_words", "Clock went on"),
    Deed.FEE_PAID: to_say("page_words", "Fee paid"),
    Deed.ASKED_AGAIN: to_say("page_words", "Supplement asked for a second time"),
    Deed.EXTENDED: to_say("page_words", "New time promised with an apology"),
    Deed.CLOCK_TAKEN_BACK: to_say("page_words", "Last step of the clock taken back"),
    Deed.HANDED_OVER: to_say("page_words", "Outcome handed over"),
    Deed.CODE_GIVEN: to_say("page_words", "Lasting code given by the hub"),
    Deed.LEFT_OUT: to_say("page_words", "Left out of what is sent to the hub"),
    Deed.SENT_AGAIN: to_say("page_words", "Sent to the hub once more"),
    Deed.STATED_GROUND: to_say("page_words", "Stated for a slip"),
    Deed.MOVED_ON: to_say("page_words", "Handed on to another unit"),
    Deed.PAID: to_say("page_words", "Payment noted"),
    Deed.EXPLAINED_GAP: to_say("page_words", "Missing number explained"),
    Deed.CLOSED_SHIFT: to_say("page_words", "Shift closed"),
    Deed.VOIDED: to_say("page_words", "Voided"),
    Deed.REOPENED: to_say("page_words", "Reopened after its reception was taken back"),
    Deed.STATUS_TOLD: to_say("page_words", "The hub says how it stands"),
    Deed.DECIDED: to_say("page_words", "Decided which of two versions holds"),
    Deed.RESTORED: to_say("page_words", "Put a copy of the desk back"),
    Deed.CHANGED_KEY: to_say("page_words", "Changed the desk's key"),
    Deed.MOVED_AWAY: to_say("page_words", "Moved the desk to another machine"),
    Deed.SIGNED_IN: to_say("page_words", "Signed in"),
    Deed.SIGN_IN_FAILED: to_say("page_words", "Sign-in failed"),
    Deed.SCREEN_LOCKED: to_say("page_words", "Screen locked"),
    Deed.SIGNED_OUT: to_say("page_words", "Signed out"),
    Deed.ACCOUNT_ADDED: to_say("page_words", "Account added"),
    Deed.ROLES_GIVEN: to_say("page_words", "Roles of an account changed"),
    Deed.ACCOUNT_CLOSED: to_say("page_words", "Account closed"),
    Deed.PASSWORD_SET: to_say("page_words", "Password set"),
    Deed.FACTOR_SET: to_say("page_words", "Second factor of an account changed"),
    Deed.RECOVERY_MADE: to_say("page_words", "Recovery code made"),
    Deed.RECOVERED: to_say("page_words", "Password set by the recovery code"),
}
_PURPOSES = {
    Purpose.RECEPTION: to_say("page_words", "the citizen files"),
    Purpose.OWN_WORK: to_say("page_words", "own work of the day"),
    Purpose.SHOWN_CODE: to_say("page_words", "the citizen shows the acknowledgement"),
    Purpose.CITIZEN_ASKS: to_say("page_words", "the citizen asks about it"),
    Purpose.FOLLOW_UP: to_say("page_words", "work on the dossier"),
    Purpose.HAND_OVER: to_say("page_words", "the outcome is handed over"),
    Purpose.COMPLAINT: to_say("page_words", "a complaint or a question of a superior"),
    Purpose.SENDING: to_say("page_words", "sending it to the hub"),
    Purpose.RIGHT_TO_KNOW: to_say("page_words", "the citizen wants to know what is held"),
    Purpose.INSPECTION: to_say("page_words", "inspection"),
}
_ABOUT_WAITS = {Deed.WAIT_BEGAN, Deed.WAIT_ENDED}
_SLIPS = {
    SlipKind.SUPPLEMENT: to_say("page_words", "Supplement request (02)"),
    SlipKind.REFUSAL: to_say("page_words", "Refusal (03)"),
    SlipKind.APOLOGY: to_say("page_words", "Apology and extension (04)"),
    SlipKind.SUSPENSION: to_say("page_words", "Notice of stopping (05)"),
    SlipKind.OUTCOME_NOTICE: to_say("page_words", "Notice of the outcome (CT08)"),
    SlipKind.RESIDENCE_CONFIRMATION: to_say("page_words", "Confirmation of residence (CT07)"),
    SlipKind.CONTROL_SHEET: to_say("page_words", "Control sheet (06)"),
    SlipKind.FEE: to_say("page_words", "Fee slip"),
    SlipKind.CITIZEN: to_say("page_words", "Slip in large type"),
    SlipKind.TEAR_OFF: to_say("page_words", "Tear-off (80 mm)"),
    SlipKind.PAGE_LABELS: to_say("page_words", "Page labels"),
    SlipKind.MAIL_LABEL: to_say("page_words", "Mail label"),
}
_ABOUT_SLIPS = {Deed.PRINTED_SLIP, Deed.PRINTED_SLIP_AGAIN}
_WAYS = {
    PaymentWay.CASH: to_say("page_words", "in cash"),
    PaymentWay.TRANSFER: to_say("page_words", "by transfer"),
    PaymentWay.CARD: to_say("page_words", "by card"),
    PaymentWay.PORTAL: to_say("page_words", "on the national portal"),
}


def moment_words(when: datetime) -> str:
    """Write a time as the desk says it: "17:00, Wednesday 25/11/2026"."""
    return f"{when:%H:%M}, {_said(_WEEKDAYS[when.weekday()])} {when:%d/%m/%Y}"


def capacity_words(capacity: Capacity) -> str:
    """Say for whom somebody files."""
    return _said(_CAPACITIES[capacity])


def channel_words(channel: Channel) -> str:
    """Say which way a dossier is filed."""
    return _said(_CHANNELS[channel])


def wait_words(wait: Wait) -> str:
    """Say what is waited for."""
    return _said(_WAITS[wait])


def due_reason_words(reason: DueReason) -> str:
    """Say why the due moment is that one."""
    return _said(_DUE_REASONS[reason])


def deed_words(deed: Deed) -> str:
    """Name an act of history."""
    return _said(_DEEDS[deed])


def slip_words(kind: SlipKind) -> str:
    """Name a slip."""
    return _said(_SLIPS[kind])


def purpose_words(purpose: Purpose) -> str:
    """Say what a look was for."""
    return _said(_PURPOSES[purpose])


def way_words(way: PaymentWay) -> str:
    """Say how a fee was paid."""
    return _said(_WAYS[way])


def act_words(act: Act) -> str:
    """Say what was done, with what was waited for or printed, or the reason where there is one."""
    said, more = deed_words(act.deed), act.reason
    look = Look.read(act.reason) if act.deed in LOOKS else None
    if look:
        more = purpose_words(look.purpose)
    elif act.deed in _ABOUT_WAITS:
        more = wait_words(Wait(act.outcome))
    elif act.deed in _ABOUT_SLIPS:
        more = slip_words(SlipKind(act.outcome))
    elif act.deed is Deed.STATED_GROUND:
        more = ", ".join(part for part in (slip_words(SlipKind(act.outcome)), act.reason) if part)
    return f"{said}: {more}" if more else said


def _said(source: str) -> str:
    return QCoreApplication.translate(_CONTEXT, source)


def code_on_screen(code: str, final_code: str) -> str:
    """Show a code; beside a lasting one stands the provisional one it replaces, as on the citizen's paper."""
    return f"{final_code}  ·  {code}" if final_code else code
