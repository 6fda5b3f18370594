"""Earlier papers in the window: looked for when a checklist opens, shown before they are used again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage

from counter_app.services.desk import Desk
from counter_app.services.paper_reuse import EarlierPaper, with_earlier, without_earlier
from counter_app.ui.pictures import image_of_picture
from counter_app.ui.screens.papers import PapersScreen
from counter_app.ui.tasks import Lane, Tasks
from counter_app.ui.visit_desk import VisitDesk
from counter_app.ui.widgets.earlier_view import EarlierView
from printing.preview import page_count, page_picture

_PREVIEW_DPI = 110
_MOST_PAGES = 12
"""Pages drawn of one paper: enough to know it again."""


@dataclass(frozen=True, slots=True)
class _Look:
    """An earlier paper and its pages as pictures, for the draft at hand when they were drawn."""

    draft_id: str
    earlier: EarlierPaper
    pages: tuple[QImage, ...]


class ReuseDesk(QObject):
    """Serves the checklist of the papers' screen; the sheet alone says what is used again."""

    refused = Signal(object)

    def __init__(self, screen: PapersScreen, visits: VisitDesk, desk: Desk, tasks: Tasks) -> None:
        super().__init__()
        self._checklist = screen.checklist
        self._visits = visits
        self._reuse = desk.reuse
        self._tasks = tasks
        self._view = EarlierView(screen)
        self._view.accepted_paper.connect(self._on_accepted)
        self._view.finished.connect(lambda: screen.first_focus().setFocus(Qt.FocusReason.OtherFocusReason))
        self._checklist.remade.connect(self._look_for_papers)
        self._checklist.earlier_wanted.connect(self._on_wanted)
        self._checklist.earlier_put_back.connect(self._on_put_back)
        visits.sheet_opened.connect(lambda _: self._look_for_papers())
        visits.citizen_left.connect(self._on_citizen_left)

    def _look_for_papers(self) -> None:
        sheet = self._visits.sheet
        if sheet is None:
            return
        draft_id = sheet.draft.draft_id

        def show(offers: Mapping[str, tuple[EarlierPaper, ...]]) -> None:
            if self._draft_id == draft_id:
                self._checklist.show_earlier(offers)

        self._visits.run(Lane.STORE, lambda: self._reuse.offered(sheet), show)

    def _on_wanted(self, earlier: EarlierPaper) -> None:
        sheet = self._visits.sheet
        if sheet is None:
            return
        self._tasks.run(
            Lane.CRAFT,
            lambda: _Look(sheet.draft.draft_id, earlier, _pages_of(self._reuse.look_at(earlier, sheet))),
            owner=self,
            done=self._show,
            failed=self._on_failed,
        )

    def _show(self, look: _Look) -> None:
        if look.draft_id == self._draft_id:
            self._view.show_paper(look.earlier, look.pages)

    def _on_failed(self, error: Exception) -> None:
        """Say what is wrong with it, and look again what there is."""
        self.refused.emit(error)
        self._look_for_papers()

    def _on_accepted(self, earlier: EarlierPaper) -> None:
        self._visits.change(partial(with_earlier, earlier=earlier))

    def _on_put_back(self, slot: str) -> None:
        self._visits.change(partial(without_earlier, slot=slot))

    def _on_citizen_left(self) -> None:
        self._view.reject()
        self._checklist.show_earlier({})

    @property
    def _draft_id(self) -> str:
        sheet = self._visits.sheet
        return sheet.draft.draft_id if sheet else ""


def _pages_of(pdf: bytes) -> tuple[QImage, ...]:
    """Draw the first pages of a document."""
    count = min(page_count(pdf), _MOST_PAGES)
    return tuple(image_of_picture(page_picture(pdf, at, dpi=_PREVIEW_DPI)) for at in range(count))
