"""The slips that may be printed of a dossier that is open in the register."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from counter_app.domain.slip import SlipKind
from counter_app.ui.widgets.page_facts import FactsCard, emptied
from counter_app.ui.widgets.page_words import slip_words
from counter_app.ui.widgets.parts import GRID, button

_COLUMNS = 3


class SlipsPage(QWidget):
    """A button for each slip that is offered; made anew for each dossier."""

    slip_wanted = Signal(object)
    """Carries the SlipKind."""

    def __init__(self) -> None:
        super().__init__()
        self._offered: tuple[SlipKind, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, GRID)
        self.hide()

    def show_offered(self, kinds: tuple[SlipKind, ...]) -> None:
        """Offer these slips, or nothing."""
        self._offered = kinds
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._lay_out()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        emptied(self._column)
        self.setVisible(bool(self._offered))
        if not self._offered:
            return
        card = FactsCard(self.tr("Slips"), "dossier_slips")
        buttons = QWidget()
        grid = QGridLayout(buttons)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(GRID)
        for at, kind in enumerate(self._offered):
            grid.addWidget(self._button(kind), *divmod(at, _COLUMNS))
        card.add_part(buttons)
        self._column.addWidget(card)

    def _button(self, kind: SlipKind) -> QWidget:
        made = button(slip_words(kind), "secondary", "printer", name=f"slip_{kind}")
        made.clicked.connect(lambda: self.slip_wanted.emit(kind))
        return made
