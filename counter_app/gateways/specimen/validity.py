"""When a card is issued and how long it holds (Law on Identification 26/2023, Article 21)."""

from __future__ import annotations

from datetime import date

from counter_app.domain.card_expiry import AGE_RULES, birthday, last_day
from counter_app.domain.card_kind import NEW_CARDS_FROM
from counter_app.domain.citizen import CardIssue
from counter_app.domain.dates import PartialDate
from counter_app.gateways.specimen.draw import Draw

CHIP_CARDS_FROM = date(2021, 1, 1)
_RENEWAL_AGES = AGE_RULES[-1].ages
_FIRST_CARD_AGE = 14
_SCHOOL_AGE = 6
_YEARS_AHEAD = AGE_RULES[-1].years_ahead


def expires_on(born_on: PartialDate, issued_on: date) -> date | None:
    """Give the last day printed on a card; None for one without end.

    Where only a birth year is known, the last day of that year counts.
    """
    return last_day(born_on.latest(), issued_on)


def issuer_on(issued_on: date) -> str:
    """Name who issues cards on that day."""
    return (
        "Bộ Công an" if issued_on >= NEW_CARDS_FROM else "Cục Cảnh sát quản lý hành chính về trật tự xã hội"
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
        return max(NEW_CARDS_FROM, born_on.latest())
    passed = max(renewal for renewal in _RENEWAL_AGES if renewal <= age)
    chips = max(CHIP_CARDS_FROM, birthday(born_on.latest(), _FIRST_CARD_AGE))
    return (
        max(chips, birthday(born_on.latest(), passed - _YEARS_AHEAD)) if passed > _FIRST_CARD_AGE else chips
    )
