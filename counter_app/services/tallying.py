"""Counting a shift: what was received, printed, digitised and paid, held against each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from counter_app.domain.dossier import Dossier
from counter_app.domain.office import Duty
from counter_app.domain.payment import Payment, PaymentWay
from counter_app.domain.tally import (
    Difference,
    GapReason,
    GivenNumber,
    Mismatch,
    NumberStretch,
    Takings,
    Tally,
)
from counter_app.errors import NotFound
from counter_app.services.ports import Clock, SealBroken, Sealed, Store, Work


@dataclass(frozen=True, slots=True)
class _Day:
    """Everything of a desk's day that is counted."""

    dossiers: tuple[Dossier, ...]
    payments: dict[str, tuple[Payment, ...]]
    numbers: tuple[int, ...]
    left: tuple[NumberStretch, ...]
    reasons: dict[int, str]


@dataclass(frozen=True, slots=True)
class _Pages:
    """How many pages there should be and how many are whole, with those that are not."""

    count: int
    whole: int
    differences: tuple[Difference, ...]


class Tallying:
    """Counts what stands on record; it changes nothing, and says where things disagree."""

    def __init__(self, store: Store, sealed: Sealed, clock: Clock) -> None:
        self._store = store
        self._sealed = sealed
        self._clock = clock

    def tally(self, duty: Duty) -> Tally:
        """Count the day of an official at a counter, up to now; opens every page that was sealed."""
        day = self._clock.now().date()
        with self._store.work() as work:
            read = _read(work, duty, self._clock)
        mine = tuple(one for one in read.dossiers if _is_mine(one, duty))
        standing = tuple(one for one in mine if not one.void)
        numbered = {one.number_of_day for one in read.dossiers if one.number_of_day and not one.provisional}
        missing = tuple(number for number in read.numbers if number not in numbered)
        pages = self._pages(standing)
        payments = [one for dossier in mine for one in read.payments[dossier.dossier_id]]
        papers = [paper for dossier in standing for paper in dossier.papers if paper.is_given]
        return Tally(
            day=day,
            counter=duty.counter,
            official_sign=duty.official.sign,
            first_number=min(read.numbers, default=0),
            last_number=max(read.numbers, default=0),
            given=len(read.numbers),
            received=len(standing),
            others=sum(one not in mine for one in read.dossiers),
            own_codes=sum(not one.number_of_day for one in standing),
            voided=tuple(
                GivenNumber(one.number_of_day, one.known_code, one.void.reason) for one in mine if one.void
            ),
            gaps=tuple(GivenNumber(number, "", read.reasons.get(number, "")) for number in missing),
            prints=sum(one.prints > 0 for one in standing),
            copies=sum(max(0, one.prints - 1) for one in standing),
            papers=len(papers),
            reused=sum(bool(paper.reused_from) for paper in papers),
            pages=pages.count,
            whole=pages.whole,
            due=sum(one.fee for one in standing),
            waived=sum(bool(one.filing.waivers) for one in standing),
            takings=tuple(_takings(payments)),
            receipts=tuple(dict.fromkeys(one.receipt for one in payments if one.receipt)),
            differences=(
                *(Difference(Mismatch.GAP, str(one)) for one in missing if one not in read.reasons),
                *(Difference(Mismatch.NOT_PRINTED, one.known_code) for one in standing if not one.prints),
                *pages.differences,
                *(each for one in mine for each in _of_fee(one, read.payments[one.dossier_id])),
            ),
            left=read.left,
        )

    def _pages(self, dossiers: Iterable[Dossier]) -> _Pages:
        """Open every page and document of these dossiers: each must be there and be what was sealed."""
        count = whole = 0
        wrong: list[Difference] = []
        for dossier in dossiers:
            states = [self._state_of(sha256) for sha256 in _sealed_of(dossier)]
            count += len(states)
            whole += states.count(None)
            wrong += (
                Difference(kind, dossier.known_code, states.count(kind))
                for kind in (Mismatch.PAGE_GONE, Mismatch.PAGE_BROKEN)
                if kind in states
            )
        return _Pages(count, whole, tuple(wrong))

    def _state_of(self, sha256: str) -> Mismatch | None:
        try:
            self._sealed.open(sha256)
        except NotFound:
            return Mismatch.PAGE_GONE
        except SealBroken:
            return Mismatch.PAGE_BROKEN
        return None


def gap_subject(duty: Duty, day: str) -> str:
    """Name the series in which a number is missing."""
    return f"{duty.office.code} {day}"


def _read(work: Work, duty: Duty, clock: Clock) -> _Day:
    day = clock.now().date()
    dossiers = work.received_on(day)
    reasons = work.records_of(GapReason, gap_subject(duty, day.isoformat()))
    return _Day(
        dossiers,
        {one.dossier_id: work.records_of(Payment, one.dossier_id) for one in dossiers},
        work.numbers_given(duty.office.code, day),
        work.numbers_left(duty.office.code, day),
        {one.number: one.reason for one in reasons},
    )


def _is_mine(dossier: Dossier, duty: Duty) -> bool:
    return dossier.official_sign == duty.official.sign and dossier.counter == duty.counter


def _sealed_of(dossier: Dossier) -> Iterator[str]:
    """Name what was sealed for a dossier; a paper used again has its document alone."""
    for paper in dossier.papers:
        if not paper.reused_from:
            yield from (page.picture for page in paper.pages)
        if paper.document:
            yield paper.document.sha256


def _takings(payments: Iterable[Payment]) -> Iterator[Takings]:
    listed = tuple(payments)
    for way in PaymentWay:
        paid = sum(one.amount for one in listed if one.way is way)
        if paid:
            yield Takings(way, paid)


def _of_fee(dossier: Dossier, payments: tuple[Payment, ...]) -> Iterator[Difference]:
    paid = sum(one.amount for one in payments)
    code = dossier.known_code
    if dossier.void:
        if paid:
            yield Difference(Mismatch.VOID_PAID, code, paid)
        return
    if paid < dossier.fee:
        yield Difference(Mismatch.FEE_OPEN, code, dossier.fee - paid)
    elif paid > dossier.fee:
        yield Difference(Mismatch.FEE_OVER, code, paid - dossier.fee)
    if paid and not any(one.receipt for one in payments):
        yield Difference(Mismatch.NO_RECEIPT, code, paid)
