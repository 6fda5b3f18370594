"""Reception: the one moment in which a draft becomes a dossier with a code and a due time.

Commit, then number, then print: a paper is never made of what is not on disk.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from counter_app.domain.calendar import WorkingCalendar
from counter_app.domain.checklist import PaperState
from counter_app.domain.dossier import Dossier, Draft
from counter_app.domain.dossier_code import AnyCode, ExistingCode, ProvisionalCode
from counter_app.domain.due import Due, due_at
from counter_app.domain.fees import Fee, fee_for
from counter_app.domain.history import Act, Deed
from counter_app.domain.paper import Document, Excuse, Paper
from counter_app.domain.procedure import Requirement
from counter_app.domain.rights import Right
from counter_app.errors import NotFound, Refusal
from counter_app.services.binding import Binding
from counter_app.services.charges import fee_question
from counter_app.services.drafting import Sheet
from counter_app.services.numbering import next_code
from counter_app.services.page_edits import refuse_unsorted
from counter_app.services.parts import Part, parts_of
from counter_app.services.permits import require, require_own
from counter_app.services.ports import Clock, Store, Work
from counter_app.services.spoken import NotReceived
from counter_app.wire.entries import EntryKind
from counter_app.wire.reports import PaperReport, ReusedPaperReport
from counter_app.wire.telling import dossier_report
from counter_app.wire.text import embedded
from forms.validation import Finding


class Incomplete(Refusal):
    """Something is missing or wrong; named field by field, paper by paper, and by the requirements broken."""

    def __init__(
        self, findings: tuple[Finding, ...], slots: tuple[str, ...], broken: tuple[Requirement, ...] = ()
    ) -> None:
        super().__init__([found.field for found in findings], slots, [one.words for one in broken])
        self.findings = findings
        self.slots = slots
        self.broken = broken


@dataclass(frozen=True, slots=True)
class Terms:
    """What the citizen is promised and asked for: when it is ready and what it costs.

    ``after`` names the procedures whose outcomes its time waits for; it is counted from when these are due.
    """

    due: Due
    fee: Fee
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Promise:
    """The terms of one of the dossiers that are received together."""

    part: Part
    terms: Terms


class Reception:
    """Receives complete drafts."""

    def __init__(self, store: Store, binding: Binding, calendar: WorkingCalendar, clock: Clock) -> None:
        self._store = store
        self._binding = binding
        self._calendar = calendar
        self._clock = clock

    def terms(self, sheet: Sheet) -> Terms:
        """Say when the outcome would be due and what it would cost, were it received now."""
        return self._terms(Part(sheet, sheet.draft.draft_id), self._clock.now(), {})

    def promises(self, sheets: Iterable[Sheet]) -> tuple[Promise, ...]:
        """Say the terms of every dossier that these sheets would become, were they received now."""
        now = self._clock.now()
        return tuple(promise for sheet in sheets for promise in self._promises(parts_of(sheet), now))

    def receive(self, sheet: Sheet) -> Dossier:
        """Receive the draft, or give back the dossier it already became; raises Incomplete and DiskFull.

        Of a life event this is the first of its dossiers.
        """
        return self.receive_all((sheet,))[0]

    def receive_all(self, sheets: Sequence[Sheet]) -> tuple[Dossier, ...]:
        """Receive drafts together, all or none, or give back the dossiers they already became.

        Raises NotPermitted, NotYours, NotReceived, DiskFull, and Incomplete or UnsortedPages for the first
        that is.
        """
        with self._store.work() as work:
            for sheet in sheets:
                require(work, sheet.duty.official.sign, Right.RECEIVE)
                require_own(work, sheet.duty.official.sign, sheet.draft.official_sign)
            already = _already(work, sheets[0].draft.draft_id)
        if already:
            return already
        for sheet in sheets:
            _refuse_unless_complete(sheet)
        now = self._clock.now()
        promises: list[Promise] = []
        for sheet in sheets:
            asked = [line.paper for line in sheet.checklist]
            papers = self._binding.bind(sheet.draft, sheet.duty, asked=asked)
            promises += self._promises(tuple(part.with_papers(papers) for part in parts_of(sheet)), now)
        return self._commit(promises, [sheet.draft for sheet in sheets], now)

    def _commit(
        self, promises: Sequence[Promise], drafts: Collection[Draft], now: datetime
    ) -> tuple[Dossier, ...]:
        first = promises[0].part.dossier_id
        linked = first if len(promises) > 1 else ""
        received: list[Dossier] = []
        with self._store.work() as work:
            for promise in promises:
                sheet = promise.part.sheet
                came_with = sheet.draft.filing.existing_code if _is_first(promise.part) else ""
                code = next_code(work, sheet.duty.office, now, existing=came_with)
                dossier = _dossier(promise, code, now)
                waits_for = _codes_of(promise.part, received)
                received.append(replace(dossier, linked=linked, waits_for=waits_for))
                _keep(work, received[-1], sheet.duty.office.code)
                work.drop_draft(promise.part.sheet.draft.draft_id)
            work.keep_undoable(first, drafts)
            work.commit()
        return tuple(received)

    def _promises(self, parts: Iterable[Part], now: datetime) -> tuple[Promise, ...]:
        """Count one after the other: what waits for an outcome begins when that one is due."""
        promised: dict[str, Promise] = {}
        for part in parts:
            promised[part.sheet.procedure.code] = Promise(part, self._terms(part, now, promised))
        return tuple(promised.values())

    def _terms(self, part: Part, now: datetime, promised: Mapping[str, Promise]) -> Terms:
        sheet = part.sheet
        before = [promised[code] for code in part.after if code in promised]
        begins = max([now, *(one.terms.due.moment for one in before)])
        cases = frozenset(sheet.draft.filing.cases) | sheet.procedure.cases_on(now.date(), sheet.values)
        processing = sheet.procedure.processing_on(now.date(), cases=cases)
        due = due_at(begins, processing, self._calendar)
        after = tuple(one.part.sheet.procedure.short_name for one in before)
        words = part.own_words or due.words
        words = f"{words}, kể từ khi có kết quả {', '.join(after)}" if after else words
        fee = fee_for(sheet.procedure, fee_question(sheet, now.date()))
        return Terms(replace(due, words=words), fee, after)


def _refuse_unless_complete(sheet: Sheet) -> None:
    if sheet.procedure.not_received:
        raise NotReceived(sheet.procedure.code)
    missing = tuple(line.paper.slot for line in sheet.missing_papers)
    broken = tuple(one for one in sheet.broken if one.strict)
    if sheet.blocking or missing or broken:
        raise Incomplete(sheet.blocking, missing, broken)
    refuse_unsorted(sheet)


def _keep(work: Work, dossier: Dossier, office_code: str) -> None:
    """Keep a dossier, what waits to be sent of it, its papers first, and that it was received."""
    work.add_dossier(dossier)
    for paper in dossier.papers:
        if paper.document:
            kind, report = _paper_entry(dossier.dossier_id, paper, paper.document)
            work.put_outbox(kind, paper.document.sha256, embedded(report))
    work.put_outbox(EntryKind.DOSSIER, dossier.dossier_id, embedded(dossier_report(dossier, office_code)))
    act = Act(Deed.RECEIVED, dossier.dossier_id, dossier.official_sign, dossier.received_at, dossier.code)
    work.write_history(act)


def _codes_of(part: Part, received: Iterable[Dossier]) -> tuple[str, ...]:
    """Name by their codes the dossiers of the same declaration that a part waits for."""
    return tuple(
        dossier.code
        for dossier in received
        if dossier.declaration == part.declaration and dossier.procedure_code in part.after
    )


def _is_first(part: Part) -> bool:
    """Tell the dossier that a code given elsewhere is about: of a life event the first one."""
    return part.dossier_id == part.sheet.draft.draft_id


def _dossier(promise: Promise, code: AnyCode, now: datetime) -> Dossier:
    part, terms = promise.part, promise.terms
    sheet, draft, duty = part.sheet, part.sheet.draft, part.sheet.duty
    return Dossier(
        dossier_id=part.dossier_id,
        code=str(code),
        provisional=isinstance(code, ProvisionalCode),
        number_of_day=0 if isinstance(code, ExistingCode) else code.number,
        procedure_code=sheet.procedure.code,
        procedure_version=sheet.procedure.version,
        procedure_name=sheet.procedure.name,
        capacity=draft.capacity,
        applicant=draft.applicant,
        holder=draft.holder,
        form=sheet.filled.to_json(),
        papers=draft.papers,
        excuses=_excuses(sheet),
        official_name=duty.official.full_name,
        official_sign=duty.official.sign,
        office_name=duty.office.name,
        counter=duty.counter,
        received_at=now,
        due_at=terms.due.moment,
        processing_words=terms.due.words,
        fee=terms.fee.amount,
        fee_words=terms.fee.words,
        training=duty.office.training,
        players=draft.players,
        look_ups=draft.look_ups,
        filing=draft.filing,
        declaration=part.declaration,
        child_name=part.child_name,
    )


def _excuses(sheet: Sheet) -> tuple[Excuse, ...]:
    """Join what the State holds with what the official excused, each paper once."""
    held = held_papers(sheet)
    known = {excuse.slot for excuse in held}
    return held + tuple(excuse for excuse in sheet.draft.excuses if excuse.slot not in known)


def held_papers(sheet: Sheet) -> tuple[Excuse, ...]:
    """List the papers not to be given because the State holds them, with the reason as papers print it."""
    return tuple(
        Excuse(line.paper.slot, line.paper.name, line.reason)
        for line in sheet.checklist
        if line.state is PaperState.HELD
    )


def _already(work: Work, dossier_id: str) -> tuple[Dossier, ...]:
    try:
        dossier = work.dossier(dossier_id)
    except NotFound:
        return ()
    return work.linked(dossier.linked) if dossier.linked else (dossier,)


def _paper_entry(
    dossier_id: str, paper: Paper, document: Document
) -> tuple[EntryKind, PaperReport | ReusedPaperReport]:
    """Tell of a paper that is uploaded, or of one that is there already since an earlier dossier."""
    if paper.reused_from:
        return EntryKind.REUSED_PAPER, ReusedPaperReport(dossier_id, paper.slot, paper.reused_from)
    return EntryKind.PAPER, PaperReport(dossier_id, paper.slot, len(paper.pages), document.size)
