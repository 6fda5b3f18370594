"""Everything an office may change without a programmer: forms, packs, bundles, amounts, calendar."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path

from counter_app.bootstrap.kept_definitions import KeptDefinitions, SoundDefinitions
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

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Definitions:
    """What could be read, and every file that was left out."""

    forms: FormCatalogue
    procedures: Catalogue
    bundles: tuple[Bundle, ...]
    calendar: WorkingCalendar
    problems: tuple[SetupError, ...] = ()


def definitions_of_desk(folder: Path, own: Path, key: bytes) -> Definitions:
    """Give the definitions below ``folder`` with the amounts in ``own``, the desk's own folder.

    What came out right at an earlier start, and has not changed, is taken as it was kept there, sealed with
    ``key``; else all is read, checked and tried. Raises SetupError where holidays or hours cannot be read.
    """
    kept = KeptDefinitions(folder, own, key)
    sound = kept.recall()
    if sound:
        return _ready(sound)
    given = read_definitions(folder, own)
    if not given.problems:
        versions = given.procedures.versions
        kept.remember(SoundDefinitions(given.forms.forms, versions, given.bundles, given.calendar))
    return given


def read_definitions(folder: Path, own: Path | None = None) -> Definitions:
    """Read, check and try the definitions below a folder; raises SetupError without holidays or hours.

    Any other file that is refused is left out and named, also in the log. Amounts in the ``office_fees`` of
    the desk's ``own`` folder are read beside those of the program.
    """
    forms = read_forms(folder / "forms")
    calendar = read_calendar(folder / "holidays.toml", folder / "office_hours.toml")
    problems = [refused(folder / "forms" / fault.file, fault) for fault in forms.problems]
    examples = None
    try:
        examples = PackExamples(folder / "examples", forms, calendar)
    except DefinitionError as fault:
        problems.append(refused(folder / "examples" / fault.file, fault))
    packs = read_procedures(folder / "procedures", forms, examples)
    folders = [folder / "office_fees", *([own / "office_fees"] if own else [])]
    procedures = packs.with_resolutions(*read_resolutions(folders))
    bundles, bundle_problems = read_bundles(folder / "bundles", forms, procedures)
    problems += [*procedures.problems, *bundle_problems]
    procedures = with_bundles(procedures, bundles, forms)
    for problem in problems:
        _log.warning("left out: %s, line %d: %s", problem.path, problem.line, problem.problem)
    return Definitions(forms, procedures, bundles, calendar, tuple(problems))


def _ready(sound: SoundDefinitions) -> Definitions:
    procedures = Catalogue(sound.procedures, bundles=sound.bundles)
    return Definitions(FormCatalogue(sound.forms), procedures, sound.bundles, sound.calendar)
