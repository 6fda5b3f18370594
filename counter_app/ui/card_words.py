"""The words for which card is shown, until when it holds, and for whatever else is shown in its stead."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from counter_app.domain.card_expiry import Basis, Validity
from counter_app.domain.card_kind import CardKind, KindReading
from counter_app.domain.other_codes import OtherCode
from counter_app.ui.translator import to_say
from forms.wording import short_date

_CONTEXT = "card_words"


@dataclass(frozen=True, slots=True)
class OtherCodeWords:
    """Two sentences: what was shown, and what to do."""

    shown: str
    advice: str


_SHOW_CARD = to_say(
    "card_words",
    "Show the card's QR code: on the front of cards of 2021, on the back of cards since July 2024.",
)
_ASK_FOR_CARD = to_say(
    "card_words", "Ask for the citizen card itself, or type the ID number, full name and birth date."
)

_SHOWN = {
    OtherCode.EMPTY: to_say("card_words", "No code of a citizen card was found."),
    OtherCode.WEB_ADDRESS: to_say("card_words", "This code is a web address, not a citizen card."),
    OtherCode.PAYMENT: to_say("card_words", "This is a payment code (VietQR), not a citizen card."),
    OtherCode.BROKEN_PAYMENT: to_say(
        "card_words", "This is a payment code that is cut off or altered, not a citizen card."
    ),
    OtherCode.HEALTH_CARD: to_say(
        "card_words", "This is the code of a health insurance card, not of a citizen card."
    ),
    OtherCode.ACKNOWLEDGEMENT: to_say(
        "card_words", "This is the code of an acknowledgement, not of a citizen card."
    ),
    OtherCode.DOSSIER_CODE: to_say(
        "card_words", "This is a dossier code, as slips carry it, not a citizen card."
    ),
    OtherCode.CIVIL_STATUS_PAPER: to_say(
        "card_words", "This is the code of a civil status paper, not of a citizen card."
    ),
    OtherCode.VEHICLE_PAPER: to_say(
        "card_words", "This is the code of a driving or vehicle paper, not of a citizen card."
    ),
    OtherCode.VACCINATION: to_say(
        "card_words", "This is the code of a vaccination certificate, not of a citizen card."
    ),
    OtherCode.POSTAL_ITEM: to_say("card_words", "This is the number of a postal item, not a citizen card."),
    OtherCode.PROTECTED: to_say(
        "card_words", "This is a protected code, perhaps of VNeID; it cannot be read at this desk."
    ),
    OtherCode.MACHINE_READABLE_ZONE: to_say(
        "card_words", "The lines on the card's back did not come through whole."
    ),
    OtherCode.PASSPORT: to_say("card_words", "These are the lines of a passport, not of a citizen card."),
    OtherCode.CONTACT: to_say("card_words", "This is the code of a business card, not of a citizen card."),
    OtherCode.TELEPHONE: to_say("card_words", "This code is a telephone number, not a citizen card."),
    OtherCode.EMAIL: to_say("card_words", "This code is an e-mail address, not a citizen card."),
    OtherCode.WIFI: to_say("card_words", "This code is for joining a Wi-Fi network, not a citizen card."),
    OtherCode.PLACE: to_say("card_words", "This code is a place on a map, not a citizen card."),
    OtherCode.ID_NUMBER: to_say(
        "card_words", "Only an ID number came through, without a name and a birth date."
    ),
    # Law on Identification 26/2023/QH15, Article 46: the old ID cards until the end of 2024.
    OtherCode.FORMER_NUMBER: to_say(
        "card_words",
        "Nine digits, as on the old ID cards, which have not been valid since 1 January 2025.",
    ),
    OtherCode.PRODUCT: to_say("card_words", "This is the barcode of goods, not a citizen card."),
    OtherCode.NUMBER: to_say("card_words", "This code is only a number, not a citizen card."),
    OtherCode.HALF_A_CARD: to_say("card_words", "Only a part of the card's code came through."),
    OtherCode.UNKNOWN: to_say("card_words", "This code is not of a citizen card."),
}
_ADVICE = {
    OtherCode.BROKEN_PAYMENT: to_say(
        "card_words", "Do not pay with it. For the citizen, show the QR code of their card."
    ),
    OtherCode.DOSSIER_CODE: to_say(
        "card_words", "Look for the dossier in the register (Ctrl+F), or show the citizen's card."
    ),
    OtherCode.PROTECTED: _ASK_FOR_CARD,
    OtherCode.PASSPORT: _ASK_FOR_CARD,
    OtherCode.ID_NUMBER: to_say(
        "card_words", "Type the full name and birth date beside it, or show the card's QR code."
    ),
    OtherCode.FORMER_NUMBER: _ASK_FOR_CARD,
    OtherCode.HALF_A_CARD: to_say(
        "card_words", "Hold the card still and show it again, or type what it says."
    ),
}
"""What to do where it is not simply to show the card."""

_KINDS = {
    CardKind.CHIP_2021: to_say("card_words", "Citizen card with chip (2021)"),
    CardKind.GROWN_2024: to_say("card_words", "Citizen card (since July 2024)"),
    CardKind.CHILD_2024: to_say("card_words", "Child's card, 6 to 14 years (since July 2024)"),
    CardKind.SMALL_CHILD_2024: to_say("card_words", "Child's card, under 6 years (since July 2024)"),
}
_PERHAPS = to_say("card_words", "Perhaps: {kind}")
_UNTIL = to_say("card_words", "holds until {day}")
_FOR_EVER = to_say("card_words", "holds without end")
_BETWEEN = to_say("card_words", "ends between {earliest} and {latest}")
_FROM_OR_NEVER = to_say("card_words", "ends on {earliest} or later, or never")
_BY_AGES = to_say("card_words", "reckoned by age")


def other_code_words(code: OtherCode) -> OtherCodeWords:
    """Say what was shown in a citizen card's stead, and what to do."""
    return OtherCodeWords(_said(_SHOWN[code]), _said(_ADVICE.get(code, _SHOW_CARD)))


def kind_words(reading: KindReading) -> str:
    """Name the card, with a perhaps where that is not sure."""
    kind = _said(_KINDS[reading.kind])
    return kind if reading.is_sure else _said(_PERHAPS).format(kind=kind)


def validity_words(validity: Validity) -> str:
    """Say until when a card holds, as the end of a line, and where that was only reckoned."""
    words = _until_words(validity)
    return f"{words} ({_said(_BY_AGES)})" if validity.basis is Basis.AGES else words


def _until_words(validity: Validity) -> str:
    if validity.earliest is None:
        return _said(_FOR_EVER)
    earliest = short_date(validity.earliest)
    if validity.latest is None:
        return _said(_FROM_OR_NEVER).format(earliest=earliest)
    if validity.latest == validity.earliest:
        return _said(_UNTIL).format(day=earliest)
    return _said(_BETWEEN).format(earliest=earliest, latest=short_date(validity.latest))


def _said(source: str) -> str:
    return QCoreApplication.translate(_CONTEXT, source)
