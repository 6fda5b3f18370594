"""The words for what does not agree when a shift is closed, and for what helps."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from counter_app.domain.fees import money
from counter_app.domain.tally import Difference, Mismatch
from counter_app.ui.translator import to_say

_DIFFERS = {
    Mismatch.GAP: to_say("closing_words", "Number {about} was given, and no dossier stands under it"),
    Mismatch.NOT_PRINTED: to_say("closing_words", "{about}: no acknowledgement has come out"),
    Mismatch.PAGE_GONE: to_say("closing_words", "{about}: sealed files that are gone: {amount}"),
    Mismatch.PAGE_BROKEN: to_say("closing_words", "{about}: sealed files that are damaged: {amount}"),
    Mismatch.FEE_OPEN: to_say("closing_words", "{about}: still to be paid: {amount}"),
    Mismatch.FEE_OVER: to_say("closing_words", "{about}: paid too much: {amount}"),
    Mismatch.NO_RECEIPT: to_say("closing_words", "{about}: {amount} was paid, and no e-receipt is noted"),
    Mismatch.VOID_PAID: to_say("closing_words", "{about}: void, and {amount} stands as paid"),
}
_MENDED_BY = {
    Mismatch.GAP: to_say("closing_words", "Say why, below: it is kept with the number."),
    Mismatch.NOT_PRINTED: to_say("closing_words", "Open it in the register and print it."),
    Mismatch.PAGE_GONE: to_say(
        "closing_words", "Tell whoever looks after this desk; have the papers brought and scanned again."
    ),
    Mismatch.PAGE_BROKEN: to_say(
        "closing_words", "Tell whoever looks after this desk; scan the papers again."
    ),
    Mismatch.FEE_OPEN: to_say("closing_words", "Take the fee and note it, or leave it to be paid later."),
    Mismatch.FEE_OVER: to_say("closing_words", "Note the opposite amount, and give it back."),
    Mismatch.NO_RECEIPT: to_say("closing_words", "Note the e-receipt's number with the payment."),
    Mismatch.VOID_PAID: to_say("closing_words", "Note the opposite amount, and give it back."),
}
_IN_DONG = {Mismatch.FEE_OPEN, Mismatch.FEE_OVER, Mismatch.NO_RECEIPT, Mismatch.VOID_PAID}


def difference_words(one: Difference) -> str:
    """Say what does not agree."""
    amount = money(one.amount) if one.kind in _IN_DONG else str(one.amount)
    return _said(_DIFFERS[one.kind]).format(about=one.about, amount=amount)


def mended_by_words(kind: Mismatch) -> str:
    """Say what helps."""
    return _said(_MENDED_BY[kind])


def _said(source: str) -> str:
    return QCoreApplication.translate("closing_words", source)
