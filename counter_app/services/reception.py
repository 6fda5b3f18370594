"""Reception: the one moment in which a draft becomes a dossier with a code and a due time.

Commit, then number, then print: a paper is never made of what is not on disk.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from counter_app.domain.calendar import WorkingCalendar
from counter_app.domain.checklist import PaperState
from counter_app.domain.dossier import Dossier
from counter_app.domain.dossier_code import DossierCode
from counter_app.domain.due import Due, due_at
from counter_app.domain.fees import Fee, fee_for
from counter_app.domain.history import Act, Deed
from counter_app.domain.paper import Excuse, Paper
from counter_app.domain.procedure import Requirement
from counter_app.errors import NotFound, Refusal
from counter_app.services.charges import fee_question
from counter_app.services.digitise import Digitising
from counter_app.services.drafting import Sheet
from counter_app.services.ports import Clock, Store, Work
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
    """What the citizen is promised and asked for: when it is ready and what it costs."""

    due: Due
    fee: Fee


class Reception:
    """Receives complete drafts."""

    def __init__(self, store: Store, digitising: Digitising, calendar: WorkingCalendar, clock: Clock) -> None:
        self._store = store
        self._digitising = digitising
        self._calendar = calendar
        self._clock = clock

    def terms(self, sheet: Sheet) -> Terms:
        """Say when the outcome would be due and what it would cost, were it received now."""
        return self._terms(sheet, self._clock.now())

    def receive(self, sheet: Sheet) -> Dossier:
        """Receive the draft, or give back the dossier it already became; raises Incomplete and DiskFull."""
        with self._store.work() as work:
            already = _already(work, sheet.draft.draft_id)
        if already:
            return already
        missing = tuple(line.paper.slot for line in sheet.missing_papers)
        broken = tuple(one for one in sheet.broken if one.strict)
        if sheet.blocking or missing or broken:
            raise Incomplete(sheet.blocking, missing, broken)
        papers = self._digitising.bind(sheet.draft.papers)
        return self._commit(sheet, papers)

    def _commit(self, sheet: Sheet, papers: tuple[Paper, ...]) -> Dossier:
        now = self._clock.now()
        office = sheet.duty.office
        with self._store.work() as work:
            number = work.next_number(office.code, now.date())
            code = DossierCode(office.code, now.date(), number, training=office.training)
            dossier = self._dossier(sheet, papers, code, now)
            work.add_dossier(dossier)
            for paper in papers:
                if paper.document:
                    work.put_outbox("paper", paper.document.sha256, _paper_entry(dossier, paper))
            work.put_outbox("dossier", dossier.dossier_id, _dossier_entry(dossier))
            sign = sheet.duty.official.sign
            work.write_history(Act(Deed.RECEIVED, dossier.dossier_id, sign, now, str(code)))
            work.drop_draft(sheet.draft.draft_id)
            work.commit()
        return dossier

    def _terms(self, sheet: Sheet, now: datetime) -> Terms:
        cases = sheet.procedure.cases_on(now.date(), sheet.values)
        processing = sheet.procedure.processing_on(now.date(), cases=cases)
        fee = fee_for(sheet.procedure, fee_question(sheet, now.date()))
        return Terms(due_at(now, processing, self._calendar), fee)

    def _dossier(self, sheet: Sheet, papers: tuple[Paper, ...], code: DossierCode, now: datetime) -> Dossier:
        terms = self._terms(sheet, now)
        draft, duty = sheet.draft, sheet.duty
        return Dossier(
            dossier_id=draft.draft_id,
            code=str(code),
            provisional=False,
            number_of_day=code.number,
            procedure_code=sheet.procedure.code,
            procedure_version=sheet.procedure.version,
            procedure_name=sheet.procedure.name,
            capacity=draft.capacity,
            applicant=draft.applicant,
            holder=draft.holder,
            form=sheet.filled.to_json(),
            papers=papers,
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


def _already(work: Work, dossier_id: str) -> Dossier | None:
    try:
        return work.dossier(dossier_id)
    except NotFound:
        return None


def _paper_entry(dossier: Dossier, paper: Paper) -> str:
    size = paper.document.size if paper.document else 0
    entry = {"dossier": dossier.dossier_id, "slot": paper.slot, "pages": len(paper.pages), "bytes": size}
    return json.dumps(entry)


def _dossier_entry(dossier: Dossier) -> str:
    papers = [paper.document.sha256 for paper in dossier.papers if paper.document]
    return json.dumps({"dossier": dossier.dossier_id, "code": dossier.code, "papers": papers})
