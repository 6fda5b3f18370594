"""Everything an office may change without a programmer: forms, packs, bundles, amounts, calendar."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path

from counter_app.bootstrap.checked import ExamplesChecked
from counter_app.domain.bundle import Bundle
from counter_app.domain.calendar import WorkingCalendar
from counter_app.errors import SetupError
from counter_app.services.bundle_pack import read_bundles, with_bundles
from counter_app.services.calendar_data import read_calendar
from counter_app.services.catalogue import Catalogue, read_procedures
from counter_app.services.office_fees import read_resolutions
from counter_app.services.pack_examples import PackExamples
from counter_app.services.procedure_pack import refused
from forms.catalogue import FormCatalogue, read_forms
from forms.errors import DefinitionError

_CHECKED = "examples.checked"
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Definitions:
    """What could be read, and every file that was left out."""

    forms: FormCatalogue
    procedures: Catalogue
    bundles: tuple[Bundle, ...]
    calendar: WorkingCalendar
    problems: tuple[SetupError, ...]


def read_definitions(folder: Path, kept: Path | None = None) -> Definitions:
    """Read the definitions below a folder; raises SetupError where holidays or hours cannot be read.

    Any other file that is refused is left out and named, also in the log. ``kept`` is the desk's own folder:
    amounts of its ``office_fees`` are read beside those of the program, and examples that came out right
    once are not tried again before something changes.
    """
    forms = read_forms(folder / "forms")
    calendar = read_calendar(folder / "holidays.toml", folder / "office_hours.toml")
    problems = [refused(folder / "forms" / fault.file, fault) for fault in forms.problems]
    checked = ExamplesChecked(folder, kept / _CHECKED) if kept else None
    examples = None
    if checked is None or not checked.are_right:
        try:
            examples = PackExamples(folder / "examples", forms, calendar)
        except DefinitionError as fault:
            problems.append(refused(folder / "examples" / fault.file, fault))
    packs = read_procedures(folder / "procedures", forms, examples)
    if checked and examples and not packs.problems:
        checked.remember()
    own = (kept / "office_fees",) if kept else ()
    procedures = packs.with_resolutions(*read_resolutions((folder / "office_fees", *own)))
    bundles, bundle_problems = read_bundles(folder / "bundles", forms, procedures)
    problems += [*procedures.problems, *bundle_problems]
    procedures = with_bundles(procedures, bundles, forms)
    for problem in problems:
        _log.warning("left out: %s, line %d: %s", problem.path, problem.line, problem.problem)
    return Definitions(forms, procedures, bundles, calendar, tuple(problems))
