"""What a citizen card's QR says, told apart from every other code that is shown to a desk.

The payload is plain text, seven parts between ``|`` on cards of 2021, eleven on cards since July 2024:
number, former number, name, birth date, sex, residence, issue date, then parts that are kept raw.
It carries no signature: reading it is quick typing, never proof.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from itertools import chain

from counter_app.domain.citizen import CitizenCard, Reading
from counter_app.domain.citizen_id import SEX_WORDS, CitizenId
from counter_app.domain.dates import PartialDate
from counter_app.domain.mrz import read_zone
from counter_app.domain.other_codes import OtherCode, recognised
from counter_app.domain.scanned_text import MOST_LETTERS, is_spoilt, tidied
from counter_app.domain.typed_scan import card_number
from counter_app.errors import Refusal

_PARTS = 7
_ISSUES_FROM = 1990
_BIRTHS_UNTIL = 2399
"""The last year that the fourth digit of a personal ID number can state."""


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
    if card is None or len(payload) > MOST_LETTERS:
        raise NotACitizenCard(OtherCode.HALF_A_CARD)
    return card


class TwoCards(Refusal):
    """One picture shows the codes of more than one citizen card: nobody knows who is meant."""


def of_one_card(texts: Sequence[str]) -> str:
    """Give what is a card's among the codes of one picture, the soundest first; else the first text.

    Takes at least one text. Raises TwoCards.
    """
    cards = [text for text in texts if card_number(text)]
    if len({card_number(text) for text in cards}) > 1:
        raise TwoCards
    return next(chain(filter(looks_like_card, cards), cards, texts))


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
    if born_on is None or not _is_sex(sex) or not _is_former_id(former):
        return None
    return CitizenCard(
        citizen_id=CitizenId(number),
        full_name=_name(name),
        born_on=born_on,
        sex=SEX_WORDS[sex.casefold()],
        former_id=former,
        residence=residence,
        issued_on=_day(issued),
        extra=tuple(extra),
    )


def _by_pattern(parts: list[str]) -> CitizenCard | None:
    """Find each part by what it looks like; needs one name and after it a birth date to be a card at all.

    What two parts claim to be is neither.
    """
    rest = parts[1:]
    born_at = next((place for place, part in enumerate(rest) if _is_whole_date(part)), None)
    if born_at is None:
        return None
    before, after = rest[:born_at], rest[born_at + 1 :]
    name = _only(before, _is_words)
    if not name:
        return None
    issued = _only(after, _is_whole_date)
    return CitizenCard(
        citizen_id=CitizenId(parts[0]),
        full_name=_name(name),
        born_on=_born(rest[born_at]),
        sex=SEX_WORDS.get(_only(rest, _is_sex).casefold()),
        former_id=_only(before, lambda part: part.isdigit() and len(part) == 9),
        residence=_only(after, _is_words),
        issued_on=_day(issued),
        reading=Reading.BY_PATTERN,
    )


def _only(parts: list[str], fits: Callable[[str], bool]) -> str:
    """Give the one part that fits, or nothing where none or several do."""
    found = [part for part in parts if fits(part)]
    return found[0] if len(found) == 1 else ""


def _is_words(part: str) -> bool:
    return bool(part) and not part.isdigit() and ":" not in part and not _is_sex(part)


def _is_sex(part: str) -> bool:
    return part.casefold() in SEX_WORDS


def _is_whole_date(part: str) -> bool:
    return len(part) == 8 and _born(part) is not None


def _name(text: str) -> str:
    """Give the name, or nothing where its letters are spoilt: half a name would fail every look-up."""
    return "" if is_spoilt(text) else " ".join(text.split())


def _born(text: str) -> PartialDate | None:
    try:
        known = PartialDate.from_digits(text)
    except ValueError:
        return None
    return known if known.year <= _BIRTHS_UNTIL else None


def _day(text: str) -> date | None:
    known = _born(text)
    return known.whole if known and known.year >= _ISSUES_FROM else None


def _is_former_id(text: str) -> bool:
    return text == "" or (text.isdigit() and len(text) in {9, 12})
