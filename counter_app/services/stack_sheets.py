"""The cover and the separators of a dossier's stack: one sheet for each paper that is asked for."""

from __future__ import annotations

from counter_app.domain.checklist import PaperState
from counter_app.services.drafting import Sheet
from counter_app.services.ports import Clock
from printing.fonts import Fonts
from printing.separator_sheet import CoverWords, SeparatorWords, draw_stack_sheets
from printing.sheet import Marks
from scanning.separators import cover_payload, separator_payload

_REFERENCE_LETTERS = 8


class StackSheets:
    """Draws sheets to be laid between a citizen's papers; they name papers, and nobody."""

    def __init__(self, fonts: Fonts, clock: Clock) -> None:
        self._fonts = fonts
        self._clock = clock

    def draw(self, sheet: Sheet) -> bytes:
        """Draw the cover and a separator for each paper of the checklist that may be asked for, as a PDF."""
        papers = [line.paper for line in sheet.checklist if line.state is not PaperState.HELD]
        procedure, reference = sheet.procedure.name, sheet.draft.draft_id
        cover = CoverWords(
            procedure=procedure,
            papers=tuple(paper.name for paper in papers),
            reference_line=f"Hồ sơ {reference[:_REFERENCE_LETTERS]}",
            payload=cover_payload(reference),
        )
        separators = [
            SeparatorWords(
                procedure=procedure,
                name=paper.name,
                place=f"Giấy tờ {number}/{len(papers)}",
                payload=separator_payload(paper.slot),
            )
            for number, paper in enumerate(papers, start=1)
        ]
        return draw_stack_sheets(
            separators,
            cover=cover,
            fonts=self._fonts,
            marks=Marks(training=sheet.duty.office.training),
            created_at=self._clock.now(),
        )
