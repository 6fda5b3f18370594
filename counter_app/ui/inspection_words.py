"""The words in which an inspection speaks: what was done to history, which looks are odd, what is held."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from counter_app.domain.history_check import Break, Damage
from counter_app.services.held_data import HeldKind, HeldPiece, Part
from counter_app.services.inspection import Oddity, OddLook
from counter_app.ui.translator import to_say

_CONTEXT = "inspection_words"
_DAMAGES = {
    Damage.ALTERED: to_say("inspection_words", "altered"),
    Damage.MISSING: to_say("inspection_words", "taken out"),
    Damage.CUT_OFF: to_say("inspection_words", "cut off at the end"),
    Damage.REWRITTEN: to_say("inspection_words", "written anew, links and all, somewhere among these"),
    Damage.FORGED_SEAL: to_say("inspection_words", "under a seal that no known desk has made"),
}
_ONE_LINE = to_say("inspection_words", "Line {first}: {damage}")
_MORE_LINES = to_say("inspection_words", "Lines {first} to {last}: {damage}")
_ODDITIES = {
    Oddity.LED_TO_NOTHING: to_say("inspection_words", "looked a record up and began no dossier"),
    Oddity.OUT_OF_HOURS: to_say("inspection_words", "looked outside the office's hours"),
    Oddity.MANY: to_say("inspection_words", "looked {count} times within an hour"),
    Oddity.MANY_SEARCHES: to_say("inspection_words", "searched the register {count} times within an hour"),
}
_KINDS = {
    HeldKind.DOSSIER: to_say("inspection_words", "dossier {about}"),
    HeldKind.PAPERS: to_say("inspection_words", "digitised papers of {about}: {count}"),
    HeldKind.OUTCOME: to_say("inspection_words", "outcome handed over: {about}"),
    HeldKind.DRAFT: to_say("inspection_words", "draft of procedure {about}"),
    HeldKind.WAITING: to_say("inspection_words", "entries that wait for the hub: {count}"),
    HeldKind.EXPECTED: to_say("inspection_words", "copy of the record for an appointment"),
}
_PARTS = {
    Part.APPLICANT: to_say("inspection_words", "applicant"),
    Part.HOLDER: to_say("inspection_words", "holder"),
    Part.NAMED: to_say("inspection_words", "named in it"),
}


def break_words(found: Break) -> str:
    """Say where history is broken, and how."""
    words = _say(_ONE_LINE if found.first == found.last else _MORE_LINES)
    return words.format(first=found.first, last=found.last, damage=_say(_DAMAGES[found.damage]))


def look_words(odd: OddLook) -> str:
    """Say whose look asks for an explanation, when, and why."""
    why = _say(_ODDITIES[odd.oddity]).format(count=odd.count)
    return f"{odd.at:%H:%M %d/%m/%Y} · {odd.official_sign} · {why}"


def piece_words(piece: HeldPiece) -> str:
    """Say what is held, as whose, and since when."""
    what = _say(_KINDS[piece.kind]).format(about=piece.about, count=piece.count)
    return f"{what} · {_say(_PARTS[piece.part])} · {piece.since:%d/%m/%Y}"


def _say(source: str) -> str:
    return QCoreApplication.translate(_CONTEXT, source)
