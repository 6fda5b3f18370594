"""What a citizen card's QR says, told apart from every other code that is shown to a desk.

The payload is plain text, seven parts between ``|`` on cards of 2021, eleven on cards since July 2024:
number, former number, name, birth date, sex, residence, issue date, then parts that are kept raw.
It carries no signature: reading it is quick typing, never proof.
"""

from __future__ import annotations

import re
from datetime import date

from counter_app.domain.citizen import CitizenCard, Reading
from counter_app.domain.citizen_id import CitizenId, Sex
from counter_app.domain.dates import PartialDate
from counter_app.domain.mrz import read_zone
from counter_app.domain.other_codes import OtherCode, recognised
from counter_app.domain.scanned_text import is_spoilt, tidied
from counter_app.errors import Refusal

_PARTS = 7
_SEXES = {"nam": Sex.MALE, "nữ": Sex.FEMALE, "nu": Sex.FEMALE}
_ISSUES_FROM = 1990


class NotACitizenCard(Refusal):
    """The code is something else; ``shown`` says what it looks like, and no word of it is kept."""

    def __init__(self, shown: OtherCode) -> None:
        super().__init__(shown)
        self.shown = shown


def read_card(payload: str) -> CitizenCard:
    """Make the card out of a QR's text, a hand scanner's keys, or a whole machine-readable zone.

    Parts are taken by their places; where those do not fit, by their patterns, and the card says so.
    Raises NotACitizenCard.
    """
    text = tidied(payload)
    parts = [part.strip() for part in text.split("|")]
    if not _opens_a_card(parts):
        return _by_zone(text)
    card = _by_place(parts) or _by_pattern(parts)
    if card is None:
        raise NotACitizenCard(OtherCode.HALF_A_CARD)
    return card


def looks_like_card(payload: str) -> bool:
    """Whether the text has the structure of a card and its number agrees with birth date and sex."""
    try:
        card = read_card(payload)
    except NotACitizenCard:
        return False
    return card.reading is Reading.BY_PLACE and bool(card.full_name) and not card.doubts


def _opens_a_card(parts: list[str]) -> bool:
    return len(parts) > 1 and len(parts[0]) == 12 and parts[0].isdigit()


def _by_zone(text: str) -> CitizenCard:
    zone = read_zone(text)
    if zone is None:
        raise NotACitizenCard(recognised(text))
    return zone.card


def _by_place(parts: list[str]) -> CitizenCard | None:
    if len(parts) < _PARTS - 1:
        return None
    number, former, name, born, sex, residence, issued, *extra = [*parts, ""][: max(_PARTS, len(parts))]
    born_on = _born(born)
    if born_on is None or sex.casefold() not in _SEXES or not _is_former_id(former):
        return None
    return CitizenCard(
        citizen_id=CitizenId(number),
        full_name=_name(name),
        born_on=born_on,
        sex=_SEXES[sex.casefold()],
        former_id=former,
        residence=residence,
        issued_on=_day(issued),
        extra=tuple(extra),
    )


def _by_pattern(parts: list[str]) -> CitizenCard | None:
    """Find each part by what it looks like; needs a name and a birth date to be a card at all."""
    rest = parts[1:]
    dates = [part for part in rest if re.fullmatch(r"\d{8}", part) and _born(part)]
    words = [part for part in rest if part and not part.isdigit() and part.casefold() not in _SEXES]
    if not dates or not words:
        return None
    sexes = [_SEXES[part.casefold()] for part in rest if part.casefold() in _SEXES]
    former = [part for part in rest if part.isdigit() and len(part) == 9]
    return CitizenCard(
        citizen_id=CitizenId(parts[0]),
        full_name=_name(words[0]),
        born_on=_born(dates[0]),
        sex=sexes[0] if sexes else None,
        former_id=former[0] if former else "",
        residence=words[1] if len(words) > 1 else "",
        issued_on=_day(dates[1]) if len(dates) > 1 else None,
        reading=Reading.BY_PATTERN,
    )


def _name(text: str) -> str:
    """Give the name, or nothing where its letters are spoilt: half a name would fail every look-up."""
    return "" if is_spoilt(text) else " ".join(text.split())


def _born(text: str) -> PartialDate | None:
    try:
        return PartialDate.from_digits(text)
    except ValueError:
        return None


def _day(text: str) -> date | None:
    known = _born(text)
    return known.whole if known and known.year >= _ISSUES_FROM else None


def _is_former_id(text: str) -> bool:
    return text == "" or (text.isdigit() and len(text) in {9, 12})
