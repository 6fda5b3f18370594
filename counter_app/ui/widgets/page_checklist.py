"""The papers of the procedure, one under the other, and which of them pages are added to."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from counter_app.services.paper_reuse import EarlierPaper
from counter_app.ui.widgets.page_row import PaperRow
from counter_app.ui.widgets.page_standing import PaperStanding
from counter_app.ui.widgets.parts import GRID

_LETTERS_WIDE = 28


class PaperChecklist(QScrollArea):
    """Lists the papers; Up and Down go from one to the next that may be taken."""

    paper_chosen = Signal(str)
    """Carries the slot."""
    paper_excused = Signal(str, str)
    """Carries the slot and the reason."""
    paper_looked_up = Signal(object)
    """Carries PaperLookedUp."""
    earlier_wanted = Signal(object)
    """Carries the EarlierPaper that is to be looked at and used."""
    earlier_put_back = Signal(str)
    """Carries the slot."""
    remade = Signal()
    """Other papers are listed than before, with nothing offered for them yet."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("paper_checklist")
        self._rows: dict[str, PaperRow] = {}
        inside = QWidget()
        inside.setProperty("look", "scrolled")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, GRID, 0)
        self._column.setSpacing(GRID)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._fit()
        self._retranslate()

    def show_papers(self, standings: tuple[PaperStanding, ...]) -> None:
        """Show how the papers stand; rows stay, with their focus, while the procedure is the same."""
        if tuple(self._rows) != tuple(standing.slot for standing in standings):
            self._make_rows(standings)
        for standing in standings:
            self._rows[standing.slot].show_standing(standing)

    def show_earlier(self, offers: Mapping[str, tuple[EarlierPaper, ...]]) -> None:
        """Offer in each row the earlier papers of its slot, in every other row none."""
        for slot, row in self._rows.items():
            row.show_earlier(offers.get(slot, ()))

    def choose(self, slot: str) -> None:
        """Mark a paper."""
        for each, row in self._rows.items():
            row.set_chosen(chosen=each == slot)

    def row(self, slot: str) -> PaperRow | None:
        """Give the row of a slot."""
        return self._rows.get(slot)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language and the size of letters."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        if event.type() is QEvent.Type.FontChange:
            self._fit()
        super().changeEvent(event)

    def _make_rows(self, standings: tuple[PaperStanding, ...]) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        self._rows = {standing.slot: PaperRow(standing) for standing in standings}
        for slot, row in self._rows.items():
            row.chosen.connect(self.paper_chosen)
            row.excused.connect(self.paper_excused)
            row.looked_up.connect(self.paper_looked_up)
            row.earlier_wanted.connect(self.earlier_wanted)
            row.earlier_put_back.connect(self.earlier_put_back)
            row.moved_on.connect(lambda step, slot=slot: self._on_moved_on(slot, step))
            self._column.addWidget(row)
        self._column.addStretch(1)
        self.remade.emit()

    def _on_moved_on(self, slot: str, step: int) -> None:
        open_slots = [each for each, row in self._rows.items() if row.shown.may_be_taken]
        there = open_slots.index(slot) + step
        if 0 <= there < len(open_slots):
            row = self._rows[open_slots[there]]
            row.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(row)
            self.paper_chosen.emit(open_slots[there])

    def _fit(self) -> None:
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LETTERS_WIDE)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Papers of this procedure"))
