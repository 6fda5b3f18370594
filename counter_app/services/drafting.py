"""The form of a visit being filled: started from what is known, changed by hand, kept after each change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from counter_app.domain.calendar import WorkingCalendar
from counter_app.domain.checklist import ChecklistLine, checklist, outstanding
from counter_app.domain.citizen import Person
from counter_app.domain.condition import Values
from counter_app.domain.dossier import Capacity, Draft, Player
from counter_app.domain.filing import Filing
from counter_app.domain.history import Act, Deed
from counter_app.domain.look_up import LookUpDone, LookUpOutcome, population_outcome
from counter_app.domain.office import Duty
from counter_app.domain.paper import Excuse
from counter_app.domain.procedure import Procedure, Requirement
from counter_app.domain.required_paper import Database
from counter_app.domain.rights import Right
from counter_app.errors import Refusal
from counter_app.services.catalogue import Catalogue
from counter_app.services.doings import doings_since, unlocked_since
from counter_app.services.facts import Facts
from counter_app.services.identify import Visit
from counter_app.services.linked import (
    Brought,
    Declared,
    LinkedForm,
    joint_checklist,
    linked_forms,
    with_brought,
)
from counter_app.services.permits import NotYours, require
from counter_app.services.ports import Clock, Store
from counter_app.services.roles import Cast, Company, Newcomer, cast_of, company_of
from counter_app.services.told import told_by
from counter_app.services.visit_facts import facts_of_visit, roles_in
from forms.answers import FilledForm, Value
from forms.canonical import canonical
from forms.catalogue import FormCatalogue
from forms.definition import FormDefinition
from forms.prefill import prefill, refill
from forms.rules import visible_fields, with_computed
from forms.validation import Finding, Severity, validate

_CHILD_NAMES = ("child_full_name", "child.full_name", "holder.full_name")
"""Where a form gives a child's name: the field by which births are declared, or what fills such a field."""


class NoSuchPaper(Refusal):
    """The procedure has no paper under this slot; ``known`` are the slots it has."""

    def __init__(self, slot: str, known: tuple[str, ...]) -> None:
        super().__init__(slot, known)
        self.slot = slot
        self.known = known


@dataclass(frozen=True, slots=True)
class Sheet:
    """A draft opened for work: its procedure, its form, and the day on which the rules are read.

    What ran out on ``in_time_from`` or later is still in time today.
    ``linked`` are the procedures that the declaration of a life event asks for by now, each of which becomes
    a dossier; ``brought`` are the papers that come to one of these from another.
    """

    draft: Draft
    procedure: Procedure
    definition: FormDefinition
    filled: FilledForm
    duty: Duty
    today: date
    in_time_from: date
    linked: tuple[LinkedForm, ...] = ()
    brought: tuple[Brought, ...] = ()

    @property
    def parts(self) -> tuple[Sheet, ...]:
        """The sheets that become dossiers: one for each linked procedure, else this one alone."""
        return tuple(self._part(form) for form in self.linked) or (self,)

    @property
    def facts(self) -> Facts:
        """All that is known of the people in this visit."""
        parties = {party.role for party in self.procedure.parties}
        return facts_of_visit(
            self.cast,
            self.duty.office,
            roles=roles_in(self.definition) | parties | {"applicant", "holder"},
            told=self.draft.told,
            today=self.today,
        )

    @property
    def company(self) -> Company:
        """The people of this draft, and what the applicant is to a child as far as the form says it."""
        relation = str(self.filled.value("relation")) if "relation" in self.filled.answers else ""
        return company_of(self.draft, relation)

    @property
    def cast(self) -> Cast:
        """Who plays which role."""
        return cast_of(self.company)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is missing or wrong, field by field."""
        return validate(self.definition, self.filled, today=self.today)

    @property
    def blocking(self) -> tuple[Finding, ...]:
        """The findings that stand between this sheet and its reception."""
        return tuple(found for found in self.findings if found.severity is not Severity.WARNING)

    @property
    def visible(self) -> frozenset[str]:
        """The fields that the answers so far ask for."""
        return frozenset(visible_fields(self.definition, self.filled, self.today))

    @property
    def values(self) -> Values:
        """What a pack's expressions may read; what a hidden field still holds says nothing.

        What the form says of somebody whom no record knows, as of a new-born, stands for the fact.
        """
        facts = {name: fact.value for name, fact in self.facts.items()}
        answers = {name: self.filled.value(name) for name in self.visible}
        said = _said_of_nobody_known(self.definition, answers)
        at_the_desk = {
            "channel": self.draft.filing.channel.value,
            "capacity": self.draft.capacity.value,
            "in_time_from": self.in_time_from.isoformat(),
        }
        return {**said, **facts, **answers, **at_the_desk}

    @property
    def child_name(self) -> str:
        """What the form calls a child without a number yet; empty for anybody else."""
        if not self.draft.is_for_new_born:
            return ""
        values = self.values
        return next((str(values[name]) for name in _CHILD_NAMES if values.get(name)), "")

    @property
    def broken(self) -> tuple[Requirement, ...]:
        """The requirements of the procedure that these people surely do not meet."""
        of_parts = [one for form in self.linked for one in self._part(form).broken]
        own = self.procedure.broken_on(self.today, self.values)
        return (*own, *{one.words: one for one in of_parts}.values())

    @property
    def checklist(self) -> tuple[ChecklistLine, ...]:
        """The procedure's papers, with those struck out that the State already holds."""
        if self.linked:
            return joint_checklist(part.checklist for part in self.parts)
        lines = checklist(
            self.procedure,
            record_found=self.draft.applicant.record is not None,
            day=self.today,
            values=self.values,
            look_ups=self.draft.look_ups,
        )
        return with_brought(lines, self.brought)

    def line(self, slot: str) -> ChecklistLine:
        """Give the checklist's line of a slot; raises NoSuchPaper."""
        for line in self.checklist:
            if line.paper.slot == slot:
                return line
        raise NoSuchPaper(slot, tuple(line.paper.slot for line in self.checklist))

    @property
    def missing_papers(self) -> tuple[ChecklistLine, ...]:
        """The papers that must be given and are neither taken nor excused."""
        settled = {paper.slot for paper in self.draft.papers if paper.is_given}
        settled |= {excuse.slot for excuse in self.draft.excuses}
        return outstanding(self.checklist, settled)

    def _part(self, form: LinkedForm) -> Sheet:
        return Sheet(
            self.draft,
            form.procedure,
            form.definition,
            form.filled,
            self.duty,
            self.today,
            self.in_time_from,
            brought=form.brought,
        )


class Drafting:
    """Starts, changes, keeps and gives back drafts.

    ``declare``, ``restore`` and ``excuse`` only think and are quick; ``save`` alone touches the disk.
    """

    def __init__(
        self,
        store: Store,
        procedures: Catalogue,
        *,
        forms: FormCatalogue,
        clock: Clock,
        calendar: WorkingCalendar,
    ) -> None:
        self._store = store
        self._procedures = procedures
        self._forms = forms
        self._clock = clock
        self._calendar = calendar

    def start(
        self, visit: Visit, procedure: Procedure, duty: Duty, *, capacity: Capacity, holder: Person | None
    ) -> Sheet:
        """Prefill the procedure's form for this visit and put the draft on disk.

        ``holder`` is whom the dossier is about where that is not the applicant.
        """
        with self._store.work() as work:
            require(work, duty.official.sign, Right.SERVE)
        now = self._clock.now()
        definition = self._forms.on(procedure.form, now.date())
        draft = Draft(
            draft_id=visit.visit_id,
            procedure_code=procedure.code,
            procedure_version=procedure.version,
            capacity=capacity,
            applicant=visit.person,
            holder=holder,
            form="",
            papers=(),
            official_sign=duty.official.sign,
            started_at=now,
            saved_at=now,
            look_ups=_failed_look_ups(visit.person, duty, now),
            filing=Filing(procedure.usual_channel),
        )
        draft = self._remembering(draft)
        empty = prefill(definition, {}, today=now.date())
        in_time_from = self._calendar.in_time_from(now.date())
        blank = Sheet(draft, procedure, definition, empty, duty, now.date(), in_time_from)
        sheet = replace(blank, filled=prefill(definition, blank.facts, today=now.date()))
        self._keep(sheet, Deed.STARTED_DRAFT)
        return self._linked(self._fresh(sheet))

    def declare(self, sheet: Sheet, field: str, value: Value, *, reason: str = "") -> Sheet:
        """Write an answer as the citizen gives it; raises forms.LockedField without a reason where locked."""
        written = canonical(sheet.definition.field(field), value)
        filled = sheet.filled.declare(field, written, by=sheet.duty.official.sign, reason=reason)
        return self._filled_again(replace(sheet, filled=filled))

    def restore(self, sheet: Sheet, field: str) -> Sheet:
        """Put back what stood in a field before it was changed."""
        return self._filled_again(replace(sheet, filled=sheet.filled.restore(field)))

    def excuse(self, sheet: Sheet, slot: str, reason: str) -> Sheet:
        """Strike a paper out of what is asked for, with the reason; an empty reason asks for it again."""
        others = tuple(excuse for excuse in sheet.draft.excuses if excuse.slot != slot)
        line = sheet.line(slot)
        added = (Excuse(slot, line.paper.name, reason),) if reason else ()
        return replace(sheet, draft=replace(sheet.draft, excuses=others + added))

    def join(self, sheet: Sheet, newcomer: Newcomer) -> Sheet:
        """Give a role to somebody, with what they have told before; whoever had it goes."""
        draft, number = sheet.draft, newcomer.person.citizen_id
        others = tuple(player for player in draft.players if player.role != newcomer.role)
        players = (*others, Player(newcomer.role, newcomer.person))
        told = (*(each for each in draft.told if each.citizen_id != number), *newcomer.told)
        return self._filled_again(replace(sheet, draft=replace(draft, players=players, told=told)))

    def leave_open(self, sheet: Sheet, role: str) -> Sheet:
        """Take a role back from whom it was given to."""
        others = tuple(player for player in sheet.draft.players if player.role != role)
        return self._filled_again(replace(sheet, draft=replace(sheet.draft, players=others)))

    def looked_up(self, sheet: Sheet, slot: str, outcome: LookUpOutcome) -> Sheet:
        """Keep what a look-up for a paper came to, in each database that may have it; a later one counts."""
        grounds = sheet.line(slot).paper.grounds_on(sheet.today)
        now, sign = self._clock.now(), sheet.duty.official.sign
        done = tuple(
            LookUpDone(ground.database, slot, outcome, now, sign)
            for ground in grounds
            if ground.database is not Database.POPULATION
        )
        others = tuple(each for each in sheet.draft.look_ups if each.slot != slot)
        return replace(sheet, draft=replace(sheet.draft, look_ups=others + done))

    def answer_all(self, sheet: Sheet, answers: Mapping[str, Value], unlock: Mapping[str, str]) -> Sheet:
        """Write many answers; those of ``unlock`` with the reason given there."""
        for field, value in answers.items():
            sheet = self.declare(sheet, field, value, reason=unlock.get(field, ""))
        return sheet

    def save(self, sheet: Sheet) -> Sheet:
        """Put the draft on disk as it stands; a changed locked field is told to history once."""
        with self._store.work() as work:
            kept = work.draft(sheet.draft.draft_id)
            now = self._clock.now()
            before = FilledForm.from_json(kept.form)
            sign = sheet.duty.official.sign
            for deed, what, reason in (
                *unlocked_since(before, sheet.filled),
                *doings_since(kept, sheet.draft),
            ):
                work.write_history(Act(deed, kept.draft_id, sign, now, what, reason))
            draft = replace(sheet.draft, form=sheet.filled.to_json(), saved_at=now)
            work.save_draft(draft)
            work.commit()
        return replace(sheet, draft=draft)

    def waiting(self, official_sign: str) -> tuple[Draft, ...]:
        """List the drafts that an official has left open, the latest first; nobody else's."""
        with self._store.work() as work:
            return tuple(draft for draft in work.drafts() if draft.official_sign == official_sign)

    def resume(self, draft_id: str, duty: Duty) -> Sheet:
        """Open a draft with the versions of procedure and form that it began with.

        Raises NotFound, and NotYours where another official began it.
        """
        with self._store.work() as work:
            draft = work.draft(draft_id)
        if draft.official_sign != duty.official.sign:
            raise NotYours(draft_id)
        filled = FilledForm.from_json(draft.form)
        procedure = self._procedures.version(draft.procedure_code, draft.procedure_version)
        definition = self._forms.version(filled.form_code, filled.form_version)
        today = self._clock.now().date()
        draft = self._remembering(draft)
        in_time_from = self._calendar.in_time_from(today)
        return self._linked(Sheet(draft, procedure, definition, filled, duty, today, in_time_from))

    def drop(self, sheet: Sheet) -> None:
        """Throw the draft away; its pages stay sealed on the disk until retention takes them."""
        self._drop(sheet.draft.draft_id, sheet.duty.official.sign)

    def _drop(self, draft_id: str, sign: str) -> None:
        with self._store.work() as work:
            work.drop_draft(draft_id)
            work.write_history(Act(Deed.DROPPED_DRAFT, draft_id, sign, self._clock.now()))
            work.commit()

    def _keep(self, sheet: Sheet, deed: Deed) -> None:
        draft = replace(sheet.draft, form=sheet.filled.to_json())
        with self._store.work() as work:
            work.save_draft(draft)
            act = Act(deed, draft.draft_id, draft.official_sign, draft.saved_at, draft.procedure_code)
            work.write_history(act)
            work.commit()

    def remembering(self, sheet: Sheet) -> Sheet:
        """Fill the sheet again with what its people have told at this desk by now."""
        return self._filled_again(replace(sheet, draft=self._remembering(sheet.draft)))

    def _filled_again(self, sheet: Sheet) -> Sheet:
        filled = refill(sheet.definition, sheet.filled, sheet.facts, today=sheet.today)
        return self._linked(replace(sheet, filled=with_computed(sheet.definition, filled, sheet.today)))

    def _linked(self, sheet: Sheet) -> Sheet:
        """Fill the forms of a life event's procedures anew from its declaration."""
        bundle = self._procedures.bundle(sheet.procedure)
        if bundle is None:
            return sheet
        facts = facts_of_visit(sheet.cast, sheet.duty.office, told=sheet.draft.told, today=sheet.today)
        declared = Declared(
            sheet.filled, sheet.visible, facts, sheet.values, sheet.draft.started_at.date(), sheet.today
        )
        return replace(sheet, linked=linked_forms(bundle, declared, self._procedures, self._forms))

    def _remembering(self, draft: Draft) -> Draft:
        people = (person.citizen_id for person in company_of(draft, "").present)
        with self._store.work() as work:
            return replace(draft, told=told_by(people, work, self._forms, but=draft))

    def _fresh(self, sheet: Sheet) -> Sheet:
        return replace(sheet, draft=replace(sheet.draft, form=sheet.filled.to_json()))


def _failed_look_ups(person: Person, duty: Duty, now: datetime) -> tuple[LookUpDone, ...]:
    """Keep a look-up of the population that failed as the ground for asking for what it would have told."""
    outcome = population_outcome(person)
    if outcome is None or outcome is LookUpOutcome.FOUND:
        return ()
    return (LookUpDone(Database.POPULATION, "", outcome, person.as_of or now, duty.official.sign),)


def _said_of_nobody_known(definition: FormDefinition, answers: Values) -> Values:
    """Name answers by the fact that would have filled them, had it been known."""
    return {
        field.facts[0].fact: answers[field.name]
        for field in definition.fields()
        if field.facts and field.facts[0].when is None and answers.get(field.name)
    }
