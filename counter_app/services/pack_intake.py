"""Published packs and calendars, tried as the shipped ones are; packs are then served from their day on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from counter_app.domain.calendar import WorkingCalendar
from counter_app.domain.procedure import Procedure
from counter_app.domain.publication import Flaw, Publication
from counter_app.domain.resolution import with_resolution
from counter_app.errors import SetupError
from counter_app.services.calendar_data import calendar_in
from counter_app.services.catalogue import Catalogue
from counter_app.services.office_fees import read_resolutions
from counter_app.services.pack_examples import PackExamples
from counter_app.services.procedure_pack import procedure_in, refused
from counter_app.services.toml_table import read_toml, toml_in
from counter_app.wire.changes import ChangeKind
from forms.catalogue import FormCatalogue
from forms.errors import DefinitionError

_CALENDAR = ("holidays", "office_hours")


class PackIntake:
    """Takes up what the hub published among the definitions of a desk that is open.

    ``folders`` are those of the program's definitions and of the desk's own.
    """

    def __init__(
        self, folders: Sequence[Path], procedures: Catalogue, forms: FormCatalogue, calendar: WorkingCalendar
    ) -> None:
        self._folders = folders
        self._procedures = procedures
        self._forms = forms
        self._calendar = calendar

    def check(self, publication: Publication) -> None:
        """Read and try a publication; raises SetupError for one that cannot be used."""
        if publication.kind == ChangeKind.CALENDAR:
            self.calendar_of([publication])
        elif publication.kind == ChangeKind.PACK:
            procedure = self._procedure(publication)
            self._refuse_another(procedure, publication)
            broken = self._tried(procedure)
            if broken:
                raise broken

    def take_up(self, publication: Publication) -> None:
        """Serve a pack that was checked; a calendar waits for the next start."""
        if publication.kind == ChangeKind.PACK:
            resolutions, _ = read_resolutions([folder / "office_fees" for folder in self._folders])
            procedure = self._procedure(publication)
            for resolution in resolutions:
                procedure = with_resolution(procedure, resolution)
            self._procedures.take_up(procedure)

    def restore(self, publications: Iterable[Publication]) -> tuple[WorkingCalendar, tuple[SetupError, ...]]:
        """Take up at the start what was taken in before; give the calendar, and what this program refuses."""
        right = [one for one in publications if one.flaw is None]
        problems: list[SetupError] = []
        for publication in reversed(right):
            try:
                self.take_up(publication)
            except SetupError as problem:
                problems.append(problem)
        try:
            calendar = self.calendar_of(right)
        except SetupError as problem:
            return self._calendar, (*problems, problem)
        return calendar, tuple(problems)

    def begins(self, publication: Publication) -> date | None:
        """Say from which day a pack holds; None for anything else, and for a pack that cannot be read."""
        if publication.kind != ChangeKind.PACK:
            return None
        try:
            return self._procedure(publication).provenance.effective_from
        except SetupError:
            return None

    def calendar_of(self, publications: Iterable[Publication]) -> WorkingCalendar:
        """Make the calendar of the latest publications, the latest first, and of what the program ships."""
        latest: dict[str, Publication] = {}
        for one in publications:
            if one.kind == ChangeKind.CALENDAR:
                latest.setdefault(one.name, one)
        if not latest:
            return self._calendar
        for name, one in latest.items():
            if name not in _CALENDAR:
                raise SetupError(_file(one), "not_a_choice", key="name", nearest=_CALENDAR[0])
        holidays, hours = (
            toml_in(latest[name].body.encode(), _file(latest[name]))
            if name in latest
            else read_toml(self._folders[0] / f"{name}.toml")
            for name in _CALENDAR
        )
        return calendar_in(holidays, hours)

    def _procedure(self, publication: Publication) -> Procedure:
        return procedure_in(publication.body.encode(), _file(publication), self._forms.forms)

    def _refuse_another(self, procedure: Procedure, publication: Publication) -> None:
        """Refuse to replace a version under which dossiers may have been received already."""
        for present in self._procedures.versions:
            same = (present.code, present.version) == (procedure.code, procedure.version)
            if same and present != procedure:
                raise SetupError(
                    _file(publication), "duplicate_version", key="version", nearest=present.version
                )

    def _tried(self, procedure: Procedure) -> SetupError | None:
        examples = self._folders[0] / "examples"
        try:
            return PackExamples(examples, self._forms, self._calendar).problem(procedure)
        except DefinitionError as fault:
            return refused(examples / fault.file, fault)


def flaw_of(error: SetupError) -> Flaw:
    """Keep why a publication was refused."""
    return Flaw(error.problem, error.key, error.nearest, error.line)


def error_of(publication: Publication, flaw: Flaw) -> SetupError:
    """Give back the error with which a publication was refused."""
    return SetupError(_file(publication), flaw.problem, key=flaw.key, nearest=flaw.nearest, line=flaw.line)


def _file(publication: Publication) -> Path:
    return Path(f"{publication.name}.toml")
