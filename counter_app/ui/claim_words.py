"""What is said of an acknowledgement that was shown to the desk: one plain sentence for each verdict."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from counter_app.services.claims import CheckedClaim, ClaimVerdict
from counter_app.ui.notices import Notice
from counter_app.ui.tokens import Tone
from counter_app.ui.translator import to_say
from counter_app.ui.widgets.page_words import moment_words

_CONTEXT = "claim_words"

_SAID = {
    ClaimVerdict.GENUINE: to_say(
        "claim_words", "The acknowledgement is genuine: {code} was received here and is due {due}."
    ),
    ClaimVerdict.NEW_DUE: to_say(
        "claim_words",
        "The acknowledgement is genuine, but its due time has changed: {code} is now due {due}.",
    ),
    ClaimVerdict.VOIDED: to_say(
        "claim_words",
        "The acknowledgement is void: {code} was voided after it had been received. Keep the paper.",
    ),
    ClaimVerdict.ELSEWHERE: to_say(
        "claim_words", "The acknowledgement is genuine: {code} was received at {desk}, due {due}."
    ),
    ClaimVerdict.NOT_KEPT: to_say(
        "claim_words",
        "This desk has signed the acknowledgement of {code}, but its register does not hold the dossier. "
        "Tell whoever looks after this desk.",
    ),
    ClaimVerdict.ALTERED: to_say(
        "claim_words",
        "The acknowledgement was altered: of {code} the register says something else. "
        "Keep to the register and show the paper to whoever is in charge.",
    ),
    ClaimVerdict.FORGED: to_say(
        "claim_words",
        "The acknowledgement is forged: the desk it names has never signed it. "
        "Show the paper to whoever is in charge.",
    ),
    ClaimVerdict.UNKNOWN_DESK: to_say(
        "claim_words",
        "The acknowledgement of {code} cannot be checked here: this desk does not know the key it was signed "
        "with.",
    ),
    ClaimVerdict.KEY_UNREADABLE: to_say(
        "claim_words",
        "The acknowledgement of {code} cannot be checked here: the key file {desk} cannot be read. Copy it "
        "from that desk again.",
    ),
    ClaimVerdict.DAMAGED: to_say(
        "claim_words",
        "This is the code of an acknowledgement, but it did not come through whole. Smooth the paper and "
        "show it again.",
    ),
}
_STANDS_STILL = to_say(
    "claim_words",
    "The acknowledgement is genuine, but its due time has changed: the time of {code} stands still.",
)
_AND_OTHERS = to_say("claim_words", "{code} and {count} more")
_OPEN = to_say("claim_words", "Open it in the register")
_TONES = {
    ClaimVerdict.GENUINE: Tone.VERIFIED,
    ClaimVerdict.ELSEWHERE: Tone.VERIFIED,
    ClaimVerdict.ALTERED: Tone.ERROR,
    ClaimVerdict.FORGED: Tone.ERROR,
}


def claim_notice(checked: CheckedClaim) -> Notice:
    """Say what an acknowledgement turned out to be, and offer its dossier where it is kept here."""
    words = _SAID[checked.verdict]
    if checked.verdict is ClaimVerdict.NEW_DUE and checked.due_at is None:
        words = _STANDS_STILL
    code = checked.code
    if checked.others:
        code = _said(_AND_OTHERS).format(code=code, count=checked.others)
    due = moment_words(checked.due_at) if checked.due_at else ""
    said = _said(words).format(code=code, due=due, desk=checked.desk)
    action = _said(_OPEN) if checked.dossier_id else None
    return Notice(said, _TONES.get(checked.verdict, Tone.WARNING), action)


def _said(words: str) -> str:
    return QCoreApplication.translate(_CONTEXT, words)
