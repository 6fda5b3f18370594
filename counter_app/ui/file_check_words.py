"""What is said of a PDF that was checked: a line for each signature, for its code, and for what it is."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from counter_app.domain.calendar import VIETNAM
from counter_app.services.file_checks import CheckedFile
from counter_app.services.signature_ports import Chain, SignatureJudgement, Wholeness
from counter_app.ui.claim_words import claim_notice
from counter_app.ui.notices import Notice
from counter_app.ui.tokens import Tone
from counter_app.ui.translator import to_say
from counter_app.ui.widgets.page_words import moment_words

_SIGNED = to_say("file_check_words", "Signed by {name}, {when} by the signer's own clock.")
_SIGNED_SOME_TIME = to_say("file_check_words", "Signed by {name}; it is not said when.")
_WHOLE = {
    Wholeness.WHOLE: to_say("file_check_words", "Nothing was changed since."),
    Wholeness.ADDED_TO: to_say(
        "file_check_words",
        "What was signed is unchanged; something that signing allows was added, such as a further signature.",
    ),
    Wholeness.CHANGED: to_say(
        "file_check_words",
        "It was changed since: something lies over what was signed. Do not trust what the pages show.",
    ),
    Wholeness.BROKEN: to_say(
        "file_check_words", "It was changed since: this signature does not fit the file any more."
    ),
}
_CHAIN = {
    Chain.KNOWN: to_say(
        "file_check_words", "The certificate was issued by {issuer}, whom this office trusts."
    ),
    Chain.UNKNOWN: to_say(
        "file_check_words",
        "Who issued the certificate ({issuer}) is not known here: the name alone proves nothing.",
    ),
    Chain.NOT_VALID: to_say(
        "file_check_words", "The certificate, issued by {issuer}, did not hold for signing at that time."
    ),
}
_UNSIGNED = to_say("file_check_words", "Nobody has signed this file by certificate.")
_UNREADABLE = to_say(
    "file_check_words", "A signature in it cannot be read: the file is damaged, or was made to look signed."
)
_NO_CODE = to_say("file_check_words", "No page carries the code of an acknowledgement.")
_ARCHIVE = to_say("file_check_words", "It says of itself to be fit to be kept: PDF/A-{archive}.")
_NO_ARCHIVE = to_say("file_check_words", "It does not say to be made for being kept (PDF/A).")


def file_lines(checked: CheckedFile) -> Iterator[Notice]:
    """Say what a file turned out to be, what matters most first."""
    signed = checked.signed
    for judgement in signed.signatures:
        yield _signature(judgement)
    if signed.has_unreadable:
        yield Notice(_say(_UNREADABLE), Tone.ERROR)
    elif not signed.signatures:
        yield Notice(_say(_UNSIGNED), Tone.WARNING)
    if checked.claim:
        claim = claim_notice(checked.claim)
        yield Notice(claim.text, claim.tone)
    else:
        yield Notice(_say(_NO_CODE))
    yield Notice(_say(_ARCHIVE).format(archive=signed.archive) if signed.archive else _say(_NO_ARCHIVE))


def _signature(judgement: SignatureJudgement) -> Notice:
    when = judgement.signed_at
    words = _SIGNED if when else _SIGNED_SOME_TIME
    moment = moment_words(when.astimezone(VIETNAM)) if when else ""
    said = (
        _say(words).format(name=judgement.holder or "?", when=moment),
        _say(_WHOLE[judgement.wholeness]),
        _say(_CHAIN[judgement.chain]).format(issuer=judgement.issuer or "?"),
    )
    return Notice(" ".join(said), _tone(judgement))


def _tone(judgement: SignatureJudgement) -> Tone:
    if judgement.wholeness in {Wholeness.BROKEN, Wholeness.CHANGED}:
        return Tone.ERROR
    return Tone.VERIFIED if judgement.chain is Chain.KNOWN else Tone.WARNING


def _say(source: str) -> str:
    return QCoreApplication.translate("file_check_words", source)
