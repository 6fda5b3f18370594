"""What this desk holds about a number: told to the citizen on request, for a purpose, and kept as an act."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from counter_app.domain.citizen_id import CITIZEN_DIGITS, FORMER_DIGITS, CitizenId, grouped_digits
from counter_app.domain.dossier import Dossier, Draft
from counter_app.domain.history import LOOKS, Act, Deed
from counter_app.domain.keeping import HOLDS, DataKind, Holds, KeepingRules, LegalHold
from counter_app.domain.look import Look, Purpose
from counter_app.domain.rights import Right
from counter_app.errors import Refusal
from counter_app.services.keeping_ports import KeepingStore, KeepingWork
from counter_app.services.permits import require
from counter_app.services.ports import Clock

_TOLD_FOR = frozenset({Purpose.RIGHT_TO_KNOW, Purpose.COMPLAINT, Purpose.INSPECTION})
_LOOKS = tuple(deed.value for deed in LOOKS)


class NoNumberGiven(Refusal):
    """What is held is told of one whole number: twelve digits, or the nine of before."""


class HeldKind(StrEnum):
    """What is held."""

    DOSSIER = "dossier"
    PAPERS = "papers"
    OUTCOME = "outcome"
    DRAFT = "draft"
    WAITING = "waiting"
    EXPECTED = "expected"


class Part(StrEnum):
    """How somebody stands in a dossier."""

    APPLICANT = "applicant"
    HOLDER = "holder"
    NAMED = "named"
    """In a form, or in somebody's record: spouse, parents, household."""


@dataclass(frozen=True, slots=True)
class HeldPiece:
    """One thing that is held: ``about`` is a code, a procedure's name or an outcome's; ``count`` of papers.

    ``until`` is None where an archive's list decides.
    """

    kind: HeldKind
    about: str
    since: datetime
    part: Part = Part.NAMED
    procedure: str = ""
    count: int = 0
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class HeldData:
    """All that is held about a number; ``looks`` counts how often the dossiers and drafts were looked at."""

    number: str
    at: datetime
    official_sign: str
    pieces: tuple[HeldPiece, ...]
    looks: int
    is_held: bool


class RightToKnow:
    """Finds whatever names a number at this desk."""

    def __init__(self, store: KeepingStore, rules: KeepingRules, clock: Clock) -> None:
        self._store = store
        self._rules = rules
        self._clock = clock

    def tell(self, number: str, purpose: Purpose, official_sign: str) -> HeldData:
        """Gather what is held, and keep that it was told; raises NoNumberGiven and NotACitizenId."""
        digits = grouped_digits(number)
        if len(digits) not in (CITIZEN_DIGITS, FORMER_DIGITS):
            raise NoNumberGiven
        if len(digits) == CITIZEN_DIGITS:
            CitizenId(digits)
        if purpose not in _TOLD_FOR:
            raise ValueError(purpose)
        now = self._clock.now()
        with self._store.work() as work:
            require(work, official_sign, Right.TELL_CITIZEN)
            dossiers = [work.dossier(one) for one in work.keeping.dossiers_naming(digits)]
            drafts = work.keeping.drafts_naming(digits)
            pieces = (*self._of_dossiers(work, dossiers, digits), *self._of_drafts(drafts, digits))
            pieces = (*pieces, *_besides(work, digits, now))
            subjects = (*(one.dossier_id for one in dossiers), *(one.draft_id for one in drafts))
            looks = work.keeping.count_acts(subjects, _LOOKS)
            holds = Holds.of(work.records_of(LegalHold, HOLDS))
            is_held = holds.stop(digits, *(one.code for one in dossiers))
            count, why = str(len(pieces)), Look(purpose).told
            work.write_history(Act(Deed.TOLD_CITIZEN, "right_to_know", official_sign, now, count, why))
            work.commit()
        return HeldData(digits, now, official_sign, pieces, looks, is_held)

    def _of_dossiers(self, work: KeepingWork, dossiers: list[Dossier], digits: str) -> Iterator[HeldPiece]:
        for one in dossiers:
            part, name = _part_in(one, digits), one.procedure_name
            yield HeldPiece(HeldKind.DOSSIER, one.known_code, one.received_at, part, name)
            papers = sum(1 for paper in one.papers if paper.document)
            if papers:
                yield HeldPiece(HeldKind.PAPERS, one.known_code, one.received_at, part, name, count=papers)
            outcome = work.outcome_of(one.dossier_id)
            if outcome:
                yield HeldPiece(HeldKind.OUTCOME, outcome.paper.name, outcome.handed_over_at, part, name)

    def _of_drafts(self, drafts: tuple[Draft, ...], digits: str) -> Iterator[HeldPiece]:
        for one in drafts:
            rule = self._rules.on(DataKind.DRAFTS, one.saved_at.date())
            until = one.saved_at + timedelta(days=rule.days) if rule else None
            about = one.procedure_code
            yield HeldPiece(HeldKind.DRAFT, about, one.saved_at, _part_in(one, digits), until=until)


def _besides(work: KeepingWork, digits: str, now: datetime) -> Iterator[HeldPiece]:
    waiting = work.keeping.waiting_naming(digits)
    if waiting:
        yield HeldPiece(HeldKind.WAITING, "", now, count=waiting)
    if work.expected.find(now.date(), digits):
        yield HeldPiece(HeldKind.EXPECTED, "", now, until=now)


def _part_in(one: Draft | Dossier, digits: str) -> Part:
    if digits in one.applicant.numbers:
        return Part.APPLICANT
    return Part.HOLDER if digits in one.whose.numbers else Part.NAMED
