"""Deletes what is over, really and on record: step by step, so that nobody waits; a legal hold stops it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from counter_app.domain.dossier import Dossier, Draft
from counter_app.domain.history import Act, Deed
from counter_app.domain.keeping import HOLDS, DataKind, Holds, KeepingRules, LegalHold
from counter_app.domain.outbox import EntryState
from counter_app.domain.outcome import Outcome
from counter_app.domain.paper import Paper
from counter_app.domain.rights import Right
from counter_app.errors import NoReason, NotFound
from counter_app.services.keeping_ports import KeepingStore, KeepingWork
from counter_app.services.permits import require
from counter_app.services.ports import Clock, SealBroken, Sealed

SWEPT_BY = "retention"
_SWEPT_UNTIL = "retention.delivered_pages"
_OUTCOMES_UNTIL = "retention.delivered_outcomes"
_AT_A_TIME = 200
"""Dossiers whose files are listed in one step: some thirty milliseconds."""

Step = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Swept:
    """How much of one kind was deleted."""

    kind: DataKind
    count: int


class Retention:
    """Sweeps a desk; every deletion is an act of history that names kind and number, never the data."""

    def __init__(self, store: KeepingStore, sealed: Sealed, rules: KeepingRules, clock: Clock) -> None:
        self._store = store
        self._sealed = sealed
        self.rules = rules
        self._clock = clock
        self._swept: list[Swept] = []

    def sweep(self) -> tuple[Swept, ...]:
        """Take all steps at once and tell what was deleted."""
        for step in self.steps():
            step()
        return tuple(self._swept)

    def steps(self) -> Iterator[Step]:
        """Give the steps of a sweep, each short; they are to be taken in order."""
        self._swept = []
        yield self._drop_drafts
        yield self._drop_taken_back
        yield self._forget_expected
        yield self._remove_delivered
        yield self._remove_delivered_outcomes
        loose: set[str] = set()
        yield lambda: loose.update(self._old_files())
        if loose:
            yield from self._sparing(loose)
            yield lambda: self._remove(loose, DataKind.LOOSE_FILES)
        yield self._scrub

    def hold(self, about: str, reason: str, official_sign: str, *, lifted: bool = False) -> None:
        """Keep whatever is about a number or code from deletion, or let go of it; raises NoReason."""
        if not reason.strip():
            raise NoReason
        now = self._clock.now()
        deed = Deed.LIFTED_HOLD if lifted else Deed.HELD
        with self._store.work() as work:
            require(work, official_sign, Right.HOLD_DATA)
            work.add_record(LegalHold(about, reason.strip(), official_sign, now, lifted))
            work.write_history(Act(deed, HOLDS, official_sign, now))
            work.commit()

    def holds(self) -> tuple[LegalHold, ...]:
        """List every hold and its end, in the order in which they were written."""
        with self._store.work() as work:
            return work.records_of(LegalHold, HOLDS)

    def _before(self, kind: DataKind) -> datetime | None:
        """Give the moment up to which a kind is over."""
        now = self._clock.now()
        rule = self.rules.on(kind, now.date())
        return now - timedelta(days=rule.days) if rule else None

    def _drop_drafts(self) -> None:
        before, now = self._before(DataKind.DRAFTS), self._clock.now()
        with self._store.work() as work:
            holds = _holds(work)
            over = [one for one in work.drafts() if before and one.saved_at < before]
            dropped = [one for one in over if not holds.stop(*_numbers(one))]
            for draft in dropped:
                work.drop_draft(draft.draft_id)
                work.write_history(Act(Deed.DELETED, draft.draft_id, SWEPT_BY, now, DataKind.DRAFTS))
            work.commit()
        self._note(DataKind.DRAFTS, len(dropped))

    def _drop_taken_back(self) -> None:
        before = self._before(DataKind.TAKEN_BACK)
        if before is None:
            return
        with self._store.work() as work:
            numbers = {number for draft in work.keeping.undoable() for number in _numbers(draft)}
            count = 0 if _holds(work).stop(*numbers) else work.keeping.drop_undoable(before)
            _keep(work, DataKind.TAKEN_BACK, count, self._clock.now())
            work.commit()
        self._note(DataKind.TAKEN_BACK, count)

    def _forget_expected(self) -> None:
        before, now = self._before(DataKind.EXPECTED_PEOPLE), self._clock.now()
        with self._store.work() as work:
            count = int(before is not None and work.expected.forget_before(now.date()))
            _keep(work, DataKind.EXPECTED_PEOPLE, count, now)
            work.commit()
        self._note(DataKind.EXPECTED_PEOPLE, count)

    def _remove_delivered(self) -> None:
        """Remove page pictures of dossiers the hub has, day by day up to the first that must wait."""
        before = self._before(DataKind.DELIVERED_PAGES)
        names: set[str] = set()
        with self._store.work() as work:
            holds, kept = _holds(work), work.preference(_SWEPT_UNTIL)
            day = work.keeping.day_from(date.fromisoformat(kept) if kept else date.min)
            while day and before and day < before.date():
                dossiers = work.received_on(day)
                if any(_must_wait(work, holds, one) for one in dossiers):
                    break
                names.update(name for one in dossiers for name in _pictures(self._whole(one.papers)))
                day = work.keeping.day_from(day + timedelta(days=1))
            still = {name for draft in work.drafts() for name in _files(draft.papers)}
            work.keep_preference(_SWEPT_UNTIL, day.isoformat() if day else kept)
            work.commit()
        self._remove(names - still, DataKind.DELIVERED_PAGES)

    def _remove_delivered_outcomes(self) -> None:
        """Remove page pictures of outcomes that were handed over and that the hub has, in the same way."""
        before = self._before(DataKind.DELIVERED_PAGES)
        with self._store.work() as work:
            holds, kept = _holds(work), work.preference(_OUTCOMES_UNTIL)
            since = datetime.fromisoformat(kept) if kept else None
            swept: list[Outcome] = []
            for outcome in work.keeping.outcomes_between(since, before) if before else ():
                if _must_wait(work, holds, work.dossier(outcome.dossier_id)):
                    break
                swept.append(outcome)
            if swept:
                work.keep_preference(_OUTCOMES_UNTIL, swept[-1].handed_over_at.isoformat())
            work.commit()
        papers = self._whole(outcome.paper for outcome in swept)
        self._remove(_pictures(papers), DataKind.DELIVERED_PAGES)

    def _whole(self, papers: Iterable[Paper]) -> Iterator[Paper]:
        """Give the papers whose document is what its hash says: of others the pictures are all there is."""
        for paper in papers:
            try:
                self._sealed.open(paper.document.sha256 if paper.document else "")
            except (NotFound, SealBroken):
                continue
            yield paper

    def _old_files(self) -> Iterator[str]:
        """List the sealed files that are old enough, but none while something is held: it might be its."""
        before = self._before(DataKind.LOOSE_FILES)
        with self._store.work() as work:
            is_held = bool(_holds(work).about)
        if before and not is_held:
            yield from self._sealed.names(before=before)

    def _sparing(self, loose: set[str]) -> Iterator[Step]:
        """Give steps that take out of a set whatever anything names."""
        place = 0
        is_over = False

        def look_on() -> None:
            nonlocal place, is_over
            with self._store.work() as work:
                place, names = work.keeping.sealed_names(after=place, limit=_AT_A_TIME)
            is_over = not place
            loose.difference_update(names)

        def look_at_open() -> None:
            with self._store.work() as work:
                loose.difference_update(work.keeping.sealed_names_besides())

        while not is_over:
            yield look_on
        yield look_at_open

    def _remove(self, names: Iterable[str], kind: DataKind) -> None:
        """Delete sealed files, then keep that they were; a crash between deletes none of them twice."""
        there = set(self._sealed.names()).intersection(names)
        for name in there:
            self._sealed.remove(name)
        with self._store.work() as work:
            _keep(work, kind, len(there), self._clock.now())
            work.commit()
        self._note(kind, len(there))

    def _scrub(self) -> None:
        """Take what was deleted out of the journal, too."""
        if any(one.count for one in self._swept):
            self._store.scrub()

    def _note(self, kind: DataKind, count: int) -> None:
        if count:
            self._swept.append(Swept(kind, count))


def _holds(work: KeepingWork) -> Holds:
    return Holds.of(work.records_of(LegalHold, HOLDS))


def _must_wait(work: KeepingWork, holds: Holds, one: Dossier) -> bool:
    """Say whether the hub has not all of a dossier yet, or somebody wants it kept as it is."""
    is_delivered = work.outbox.state_of(one.dossier_id) is EntryState.ACKNOWLEDGED
    return not is_delivered or holds.stop(one.code, one.final_code, *_numbers(one))


def _keep(work: KeepingWork, kind: DataKind, count: int, now: datetime) -> None:
    if count:
        work.write_history(Act(Deed.DELETED, SWEPT_BY, SWEPT_BY, now, f"{kind} {count}"))


def _numbers(one: Draft | Dossier) -> tuple[str, ...]:
    people = (one.applicant, one.whose, *(player.person for player in one.players))
    return tuple(number for person in people for number in person.numbers)


def _pictures(papers: Iterable[Paper]) -> Iterator[str]:
    """Name the pictures and words of pages of which a document was bound."""
    for paper in papers:
        for page in paper.pages if paper.document else ():
            yield page.picture
            if page.words:
                yield page.words


def _files(papers: Iterable[Paper]) -> Iterator[str]:
    yield from _pictures(papers)
    for paper in papers:
        for page in paper.pages:
            yield page.picture
