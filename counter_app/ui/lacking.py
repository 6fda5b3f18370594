"""What stands between the forms of a visit and their reception, and where each thing is put right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from counter_app.services.drafting import Sheet
from forms.validation import Severity


@dataclass(frozen=True, slots=True)
class Lack:
    """One field that is missing or wrong, or one paper that is missing; ``what`` is what people call it."""

    what: str
    field: str = ""
    slot: str = ""
    is_wrong: bool = False


@dataclass(frozen=True, slots=True)
class FormLacks:
    """What one form lacks; ``forbidden`` are the words of rules that these people do not meet."""

    draft_id: str
    form: str
    lacks: tuple[Lack, ...]
    forbidden: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many things are in the way."""
        return len(self.lacks) + len(self.forbidden)


def lacks_of(sheet: Sheet) -> FormLacks:
    """List what a form lacks: fields in their order, then papers."""
    wrong = {found.field: found.severity is Severity.WRONG for found in sheet.blocking}
    fields = (
        Lack(sheet.definition.field(name).label, field=name, is_wrong=is_wrong)
        for name, is_wrong in wrong.items()
    )
    papers = (Lack(line.paper.name, slot=line.paper.slot) for line in sheet.missing_papers)
    forbidden = tuple(one.words for one in sheet.broken if one.strict)
    return FormLacks(sheet.draft.draft_id, sheet.procedure.short_name, (*fields, *papers), forbidden)


def lacking_forms(sheets: Iterable[Sheet]) -> tuple[FormLacks, ...]:
    """List the forms among these that lack something."""
    return tuple(form for form in map(lacks_of, sheets) if form.count)
