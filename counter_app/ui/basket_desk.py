"""The basket in the window: which forms lie in it, turned to and taken out while nothing is received."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from counter_app.services.basket import Basket
from counter_app.services.drafting import Sheet
from counter_app.ui.main_window import MainWindow
from counter_app.ui.visit_desk import VisitDesk
from counter_app.ui.widgets.basket_strip import BasketEntry


class BasketDesk(QObject):
    """Shows the basket's strip, and says on the procedure's step that the next one is added."""

    def __init__(self, window: MainWindow, visits: VisitDesk, commit: Callable[[], None]) -> None:
        """``commit`` writes what is being typed before another form is turned to."""
        super().__init__()
        self._window = window
        self._visits = visits
        self._commit = commit
        window.basket.form_asked.connect(self._on_form_asked)
        window.receive.form_asked.connect(self._on_form_asked)
        window.basket.taken_out.connect(visits.take_out)
        visits.sheet_opened.connect(self._on_sheet_opened)
        visits.dossier_received.connect(lambda _: self._show(()))
        visits.citizen_left.connect(self._on_citizen_left)

    def _on_sheet_opened(self, sheet: Sheet) -> None:
        sheets = Basket(sheet, self._visits.state.mates).sheets
        self._show(tuple(_entry(each, sheet) for each in sheets) if len(sheets) > 1 else ())
        self._window.procedure.show_adding(adding=True)

    def _on_form_asked(self, draft_id: str) -> None:
        self._commit()
        self._visits.turn_to(draft_id)

    def _on_citizen_left(self) -> None:
        self._show(())
        self._window.procedure.show_adding(adding=False)

    def _show(self, entries: tuple[BasketEntry, ...]) -> None:
        self._window.basket.show_entries(entries)


def _entry(sheet: Sheet, at_hand: Sheet) -> BasketEntry:
    missing = len({found.field for found in sheet.blocking}) + len(sheet.missing_papers)
    is_at_hand = sheet.draft.draft_id == at_hand.draft.draft_id
    return BasketEntry(sheet.draft.draft_id, sheet.procedure.short_name, missing, is_at_hand)
