"""What becomes one dossier each when a sheet is received, and which of them waits for which."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from counter_app.domain.dossier import Declaration
from counter_app.domain.paper import Paper
from counter_app.services.drafting import Sheet


@dataclass(frozen=True, slots=True)
class Part:
    """One dossier to be: a sheet with its own papers, under the id it will have.

    ``after`` are the codes of the procedures of the same declaration whose outcome it needs; ``own_words``
    replace those of its processing time where given. ``child_name`` is what the form says of a new-born.
    """

    sheet: Sheet
    dossier_id: str
    after: tuple[str, ...] = ()
    own_words: str = ""
    declaration: Declaration | None = None
    child_name: str = ""

    def with_papers(self, bound: Iterable[Paper]) -> Part:
        """Give the part those of the papers that its procedure asks for; one may go with several parts."""
        slots = {line.paper.slot for line in self.sheet.checklist}
        draft = self.sheet.draft
        papers = tuple(paper for paper in bound if paper.slot in slots)
        excuses = tuple(excuse for excuse in draft.excuses if excuse.slot in slots)
        own = replace(self.sheet, draft=replace(draft, papers=papers, excuses=excuses))
        return replace(self, sheet=own)


def parts_of(sheet: Sheet) -> tuple[Part, ...]:
    """List what becomes of a sheet, in the order in which it can be settled.

    The first keeps the id of the draft, so that its history goes on.
    """
    draft_id = sheet.draft.draft_id
    if not sheet.linked:
        return (Part(sheet, draft_id, child_name=sheet.child_name),)
    declaration = Declaration(sheet.procedure.code, sheet.procedure.version, sheet.filled.to_json())
    asked_for = {form.procedure.code for form in sheet.linked}
    return tuple(
        Part(
            own,
            f"{draft_id}-{form.procedure.code}" if at else draft_id,
            tuple(code for code in form.part.after if code in asked_for),
            form.part.processing_words,
            declaration,
            sheet.child_name,
        )
        for at, (form, own) in enumerate(zip(sheet.linked, sheet.parts, strict=True))
    )
