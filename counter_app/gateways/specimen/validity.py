"""When a card is issued and how long it holds (Law on Identification 26/2023, Article 21)."""

from __future__ import annotations

import calendar
from datetime import date

from counter_app.domain.citizen import CardIssue
from counter_app.domain.dates import PartialDate
from counter_app.gateways.specimen.draw import Draw

NEW_LAYOUT_FROM = date(2024, 7, 1)
"""Cards since this day are of the second layout and are issued by the ministry; children get them too."""

CHIP_CARDS_FROM = date(2021, 1, 1)
_RENEWAL_AGES = (14, 25, 40, 60)
_FIRST_CARD_AGE = 14
_SCHOOL_AGE = 6
_YEARS_AHEAD = 2


def expires_on(born_on: PartialDate, issued_on: date) -> date | None:
    """Give the next of the 14th, 25th, 40th and 60th birthdays; None when no renewal lies ahead.

    A card issued within two years before such a birthday holds until the one after it. Where only a birth
    year is known, the last day of that year counts.
    """
    for age in _RENEWAL_AGES:
        if issued_on < birthday(born_on, age - _YEARS_AHEAD):
            return birthday(born_on, age)
    return None


def birthday(born_on: PartialDate, age: int) -> date:
    """Give the day somebody reaches an age; 29 February falls on the 28th in common years."""
    born = born_on.latest()
    year = born.year + age
    return date(year, born.month, min(born.day, calendar.monthrange(year, born.month)[1]))


def issuer_on(issued_on: date) -> str:
    """Name who issues cards on that day."""
    return (
        "Bộ Công an" if issued_on >= NEW_LAYOUT_FROM else "Cục Cảnh sát quản lý hành chính về trật tự xã hội"
    )


def issue_on(born_on: PartialDate, issued_on: date) -> CardIssue:
    """Issue a card on a given day."""
    return CardIssue(issued_on, issuer_on(issued_on), expires_on(born_on, issued_on))


def issue_by_chance(born_on: PartialDate, today: date, draw: Draw) -> CardIssue | None:
    """Issue a card that holds today, or none: small children mostly have none, grown people all but few."""
    age = born_on.age_on(today)
    if not draw.chance(_share_with_card(age)):
        return None
    first, last = _earliest_issue(born_on, today), today
    return issue_on(born_on, min(draw.day(first, last), draw.day(first, last)))


def _share_with_card(age: int) -> float:
    if age < _SCHOOL_AGE:
        return 0.06 if age >= 1 else 0
    return 0.5 if age < _FIRST_CARD_AGE else 0.97


def _earliest_issue(born_on: PartialDate, today: date) -> date:
    """Give the first day on which a card that still holds today could have been issued."""
    age = born_on.age_on(today)
    if age < _FIRST_CARD_AGE:
        return max(NEW_LAYOUT_FROM, born_on.latest())
    passed = max(renewal for renewal in _RENEWAL_AGES if renewal <= age)
    chips = max(CHIP_CARDS_FROM, birthday(born_on, _FIRST_CARD_AGE))
    return max(chips, birthday(born_on, passed - _YEARS_AHEAD)) if passed > _FIRST_CARD_AGE else chips
