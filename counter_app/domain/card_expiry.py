"""Until when a card holds: by what the card or its record states, else by the ages at which it is changed."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from counter_app.domain.citizen import CardIssue, CitizenCard
from counter_app.domain.dates import PartialDate
from counter_app.domain.provenance import Provenance, Status

_CHECKED_ON = date(2026, 11, 22)


@dataclass(frozen=True, slots=True)
class AgeRule:
    """The ages at which a card issued under this rule is changed.

    A card issued within ``years_ahead`` before one of them holds until the next; after the last, for ever.
    """

    ages: tuple[int, ...]
    years_ahead: int
    provenance: Provenance

    def last_day(self, born: date, issued: date) -> date | None:
        """Give the last day of a card; None for one without end."""
        for age in self.ages:
            if issued < birthday(born, age - self.years_ahead):
                return birthday(born, age)
        return None


AGE_RULES = (
    AgeRule(
        ages=(25, 40, 60),
        years_ahead=2,
        provenance=Provenance(
            source="Luật Căn cước công dân 59/2014/QH13, Điều 21; "
            "giữ giá trị đến hết hạn ghi trên thẻ: Luật Căn cước 26/2023/QH15, Điều 46",
            effective_from=date(2016, 1, 1),
            effective_to=date(2024, 6, 30),
            checked_on=_CHECKED_ON,
            status=Status.VERIFIED,
        ),
    ),
    AgeRule(
        ages=(14, 25, 40, 60),
        years_ahead=2,
        provenance=Provenance(
            source="Luật Căn cước 26/2023/QH15, Điều 21",
            effective_from=date(2024, 7, 1),
            checked_on=_CHECKED_ON,
            status=Status.VERIFIED,
        ),
    ),
)
"""One after the other, by the day of issue."""


class Basis(StrEnum):
    """What says until when a card holds."""

    ZONE = "zone"
    """The machine-readable zone on the card's back."""
    RECORD = "record"
    AGES = "ages"
    """Reckoned from birth and issue; what is printed on the card goes before it."""


class Standing(StrEnum):
    """Whether a card holds on a day."""

    HOLDS = "holds"
    ENDED = "ended"
    UNSURE = "unsure"
    """The birth date is known in part, and the days it leaves open disagree."""


@dataclass(frozen=True, slots=True)
class Validity:
    """The earliest and the latest day that can be a card's last; None stands for no end.

    The two differ only where the birth date is known in part.
    """

    earliest: date | None
    latest: date | None
    basis: Basis

    @classmethod
    def stated(cls, last_day: date | None, basis: Basis) -> Validity:
        """Take what is written somewhere; None where it says that the card has no end."""
        return cls(last_day, last_day, basis)

    def standing_on(self, day: date) -> Standing:
        """Say whether the card holds; its last day is still a day on which it does."""
        if self.latest is not None and self.latest < day:
            return Standing.ENDED
        if self.earliest is not None and self.earliest < day:
            return Standing.UNSURE
        return Standing.HOLDS


def validity_of(
    card: CitizenCard, issue: CardIssue | None = None, *, zone: Validity | None = None
) -> Validity | None:
    """Say until when the card at hand holds; None where nothing tells.

    The card's own zone wins; then the record's ``issue`` where it is of this very card; then the ages.
    """
    if zone is not None:
        return zone
    if issue is not None and card.issued_on in {None, issue.issued_on}:
        return Validity.stated(issue.expires_on, Basis.RECORD)
    if card.born_on is None or card.issued_on is None:
        return None
    return _by_ages(card.born_on, card.issued_on)


def last_day(born: date, issued: date) -> date | None:
    """Give the last day of a card by the rule of its day of issue; None for one without end."""
    return _rule_on(issued).last_day(born, issued)


def birthday(born: date, age: int) -> date:
    """Give the day somebody reaches an age.

    29 February falls on the 28th in common years (Civil Code 91/2015/QH13, Article 148).
    """
    year = born.year + age
    return date(year, born.month, min(born.day, calendar.monthrange(year, born.month)[1]))


def _by_ages(born_on: PartialDate, issued: date) -> Validity | None:
    if issued < AGE_RULES[0].provenance.effective_from:
        return None
    ends = {last_day(born, issued) for born in _days(born_on)}
    known = [end for end in ends if end is not None]
    latest = None if None in ends else max(known)
    return Validity(min(known, default=None), latest, Basis.AGES)


def _rule_on(issued: date) -> AgeRule:
    """Give the rule a card was issued under; the oldest one for what came before all of them."""
    return next((rule for rule in AGE_RULES if rule.provenance.holds_on(issued)), AGE_RULES[0])


def _days(born_on: PartialDate) -> Iterator[date]:
    """Give each day a birth date can mean: one, a month's, or a year's."""
    day, last = born_on.earliest(), born_on.latest()
    while day <= last:
        yield day
        day += timedelta(days=1)
