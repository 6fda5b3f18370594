"""The words for what has happened to a scan on its way, and for what helps."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from counter_app.domain.typed_scan import Damage
from counter_app.ui.error_words import ErrorWords
from counter_app.ui.translator import to_say

_CONTEXT = "scan_words"

_HAPPENED = {
    Damage.CODE_PAGE: to_say("scan_words", "The scanner sends letters in another encoding than UTF-8."),
    Damage.LAYOUT: to_say("scan_words", "Scanner and computer are set to keyboards of different countries."),
    Damage.CAPITALS: to_say("scan_words", "Caps Lock was on while the scanner typed."),
    Damage.INPUT_METHOD: to_say(
        "scan_words", "A Vietnamese input method was at work while the scanner typed."
    ),
    Damage.LETTERS_LOST: to_say("scan_words", "Vietnamese letters did not come through whole."),
}
_CURES = {
    Damage.CODE_PAGE: to_say("scan_words", "Switch the scanner to a USB COM port, or its output to UTF-8."),
    Damage.LAYOUT: to_say("scan_words", "Set the scanner's keyboard country to US (English)."),
    Damage.CAPITALS: to_say("scan_words", "Turn Caps Lock off and scan again."),
    Damage.INPUT_METHOD: to_say(
        "scan_words", "Switch the input method to English (Ctrl+Shift in Unikey), scan again."
    ),
    Damage.LETTERS_LOST: to_say(
        "scan_words", "Switch the scanner to a USB COM port: then every letter arrives."
    ),
}
_DIGITS = to_say("scan_words", "Only the digits of the card are certain.")
_ADD = to_say("scan_words", "Add the name with its marks and check the birth date, then Enter.")


def damage_words(damage: Damage) -> ErrorWords:
    """Say what has happened to a scan and how to keep it from happening."""
    return ErrorWords(_say(_HAPPENED[damage]), _say(_CURES[damage]))


def digits_words(damages: tuple[Damage, ...]) -> ErrorWords:
    """Say why only digits were taken, and what the official is to add."""
    why = damage_words(damages[-1])
    return ErrorWords(_say(_DIGITS), f"{why.happened} {_say(_ADD)}")


def _say(words: str) -> str:
    return QCoreApplication.translate(_CONTEXT, words)
