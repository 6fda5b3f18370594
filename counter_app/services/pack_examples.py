"""Whether a pack still comes out as its examples say: papers, fee, due time, requirements."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from counter_app.domain.calendar import VIETNAM, WorkingCalendar
from counter_app.domain.checklist import PaperState, checklist
from counter_app.domain.condition import Values
from counter_app.domain.due import due_at
from counter_app.domain.fee_rules import Channel
from counter_app.domain.fees import FeeQuestion, fee_for
from counter_app.domain.procedure import NoRuleThatDay, Procedure
from counter_app.errors import SetupError
from counter_app.services.procedure_pack import refused
from forms.catalogue import FormCatalogue
from forms.errors import DefinitionError, FormsError
from forms.example import Example, Expected, Given, example_from, given_in
from forms.example_fill import facts_of, fill, people_in, roles_of
from forms.rules import visible_fields
from forms.toml_table import TomlTable, read_toml

_PEOPLE = "people.toml"


class PackExamples:
    """The example dossiers of a folder; each belongs to the pack whose code its name begins with."""

    def __init__(self, folder: Path, forms: FormCatalogue, calendar: WorkingCalendar) -> None:
        self._folder = folder
        self._forms = forms
        self._calendar = calendar
        self._people = people_in(folder / _PEOPLE) if (folder / _PEOPLE).exists() else {}

    def problem(self, procedure: Procedure) -> SetupError | None:
        """Give the first thing in which an example of this version does not come out as it says."""
        for path in sorted(self._folder.glob(f"{procedure.code}*.toml")):
            try:
                for fault in self._faults(read_toml(path), procedure):
                    return refused(path, fault)
            except DefinitionError as fault:
                return refused(path, fault)
        return None

    def _faults(self, root: TomlTable, procedure: Procedure) -> Iterator[DefinitionError]:
        given = given_in(root) if isinstance(root.content.get("given"), dict) else None
        if given is None or not procedure.provenance.holds_on(given.received_at.date()):
            return
        day = given.received_at.date()
        try:
            definition = self._forms.on(procedure.form, day)
            example = example_from(root, definition, today=day)
            facts = facts_of(roles_of(example), self._people, day)
            filled = fill(definition, example, facts, today=day)
        except DefinitionError:
            raise
        except FormsError as error:
            raise root.refuse("answers", "example_fails", type(error).__name__) from error
        shown = {name: filled.value(name) for name in visible_fields(definition, filled, day)}
        said = {name: fact.value for name, fact in facts.items()}
        channel = given.channel or procedure.usual_channel.value
        at_the_desk = {
            "channel": channel,
            "capacity": given.capacity,
            "in_time_from": self._calendar.in_time_from(day).isoformat(),
        }
        values = {**said, **shown, **at_the_desk}
        if example.expected:
            yield from self._compared(root, example, _Trial(procedure, given, values))

    def _compared(self, root: TomlTable, example: Example, trial: _Trial) -> Iterator[DefinitionError]:
        expected = example.expected
        if expected is None:
            return
        try:
            came_out = trial.outcome(self._calendar)
        except NoRuleThatDay as error:
            raise root.refuse("given.received_at", "example_fails", error.what) from error
        for key, wanted, found in _pairs(expected, came_out):
            if wanted is not None and wanted != found:
                yield root.refuse(f"expect.{key}", "example_fails", _shown(found))


@dataclass(frozen=True, slots=True)
class _Trial:
    """A procedure tried out on the values of one example."""

    procedure: Procedure
    given: Given
    values: Values

    @property
    def day(self) -> date:
        return self.given.received_at.date()

    def outcome(self, calendar: WorkingCalendar) -> Expected:
        """Work out what comes of the example; raises NoRuleThatDay."""
        question = FeeQuestion(
            Channel(self.given.channel or self.procedure.usual_channel),
            self.day,
            waivers=self.given.waivers,
            cases=self.given.cases,
            values=self.values,
        )
        cases = self.given.cases | self.procedure.cases_on(self.day, self.values)
        processing = self.procedure.processing_on(self.day, cases=cases)
        received_at = self.given.received_at.replace(tzinfo=VIETNAM)
        lines = checklist(self.procedure, record_found=True, day=self.day, values=self.values)
        return Expected(
            fee=fee_for(self.procedure, question).amount,
            due_at=due_at(received_at, processing, calendar).moment.replace(tzinfo=None),
            ask=frozenset(line.paper.slot for line in lines if line.must_be_settled),
            struck_out=frozenset(line.paper.slot for line in lines if line.state is PaperState.HELD),
            broken=frozenset(one.words for one in self.procedure.broken_on(self.day, self.values)),
        )


def _pairs(expected: Expected, found: Expected) -> tuple[tuple[str, object, object], ...]:
    return tuple(
        (name, getattr(expected, name), getattr(found, name))
        for name in ("broken", "fee", "due_at", "ask", "struck_out")
    )


def _shown(found: object) -> str:
    return ", ".join(sorted(found)) or "[]" if isinstance(found, frozenset) else str(found)
