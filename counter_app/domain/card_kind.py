"""Which card somebody shows: of 2021, or since July 2024 a grown person's, a child's, a small child's.

A certificate of identity (Law 26/2023, Article 30) is not told apart: what its code says is not published.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from counter_app.domain.card_expiry import birthday
from counter_app.domain.citizen import CitizenCard, Reading
from counter_app.domain.dates import PartialDate

NEW_CARDS_FROM = date(2024, 7, 1)
"""Law on Identification 26/2023/QH15: another layout, other issuer's words, and children get cards too."""

_GROWN_AT = 14
_SCHOOL_AT = 6


class CardKind(StrEnum):
    """The kinds of card that carry a QR code."""

    CHIP_2021 = "chip_2021"
    """Thẻ căn cước công dân with a chip; its QR is on the front."""
    GROWN_2024 = "grown_2024"
    """Thẻ căn cước of somebody of fourteen or more; its QR is on the back, as on the two below."""
    CHILD_2024 = "child_2024"
    SMALL_CHILD_2024 = "small_child_2024"
    """Under six: without a face (Circular 16/2024/TT-BCA, Article 6)."""


@dataclass(frozen=True, slots=True)
class KindReading:
    """Which card it is; ``is_sure`` where the number of its parts, its issue date and the age agree."""

    kind: CardKind
    is_sure: bool


def kind_of(card: CitizenCard) -> KindReading | None:
    """Tell which card this is; None for one that was not read from a code, or says neither date."""
    if card.reading not in {Reading.BY_PLACE, Reading.BY_PATTERN}:
        return None
    if card.issued_on is None:
        return KindReading(CardKind.GROWN_2024, is_sure=False) if card.extra else None
    if card.issued_on < NEW_CARDS_FROM:
        grown = _grown_by(card.born_on, card.issued_on)
        return KindReading(CardKind.CHIP_2021, is_sure=_is_whole(card) and not card.extra and grown)
    kinds = _kinds_by_age(card.born_on, card.issued_on)
    return KindReading(kinds[-1], is_sure=bool(card.extra) and len(kinds) == 1)


def _is_whole(card: CitizenCard) -> bool:
    """Whether the parts stood in their places: those found by their looks say nothing by their number."""
    return card.reading is Reading.BY_PLACE


def _grown_by(born_on: PartialDate | None, day: date) -> bool:
    """Whether somebody may have been fourteen, before which no card of 2021 was issued."""
    return born_on is not None and birthday(born_on.earliest(), _GROWN_AT) <= day


def _kinds_by_age(born_on: PartialDate | None, issued: date) -> tuple[CardKind, ...]:
    """Give the kinds that fit the age at issue, the eldest last; more than one where it is not known."""
    if born_on is None:
        return (CardKind.CHILD_2024, CardKind.GROWN_2024)
    youngest, eldest = born_on.latest(), born_on.earliest()
    return tuple(dict.fromkeys((_kind_by_age(youngest, issued), _kind_by_age(eldest, issued))))


def _kind_by_age(born: date, issued: date) -> CardKind:
    if issued < birthday(born, _SCHOOL_AT):
        return CardKind.SMALL_CHILD_2024
    return CardKind.CHILD_2024 if issued < birthday(born, _GROWN_AT) else CardKind.GROWN_2024
