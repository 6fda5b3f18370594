"""Who stands at the counter, in sight through the whole visit, and gone with it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from counter_app.domain.mrz import MachineReadableZone
from counter_app.services.identify import Visit
from counter_app.ui.icons import Tint
from counter_app.ui.turns import Turns
from counter_app.ui.widgets.parts import GRID, Glyph, label
from counter_app.ui.widgets.person_sheet import PersonSheet


class PersonPanel(QFrame):
    """Shows the person of the visit, or what to do where there is none."""

    correction_asked = Signal(object)
    """Carries the Correction by which card or record is to be put right."""

    def __init__(self, turns: Turns | None = None) -> None:
        """Lay a person out in one of these turns; without them, at once."""
        super().__init__()
        self._turns = turns
        self._is_behind = False
        self.setObjectName("person_panel")
        self.setProperty("look", "panel")
        self._visit: Visit | None = None
        self._zone: MachineReadableZone | None = None
        self._today = date.min
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)
        self._show()

    def show_visit(self, visit: Visit | None, today: date) -> None:
        """Show the visit's person as of today in a turn, or emptiness at once; nothing left over stays."""
        self._visit, self._today, self._zone = visit, today, None
        if self._turns is None or visit is None:
            self._show()
        elif not self._is_behind:
            self._is_behind = True
            self._turns.take(self._show)

    def show_zone(self, zone: MachineReadableZone) -> None:
        """Lay the machine-readable lines of the card beside what is shown of its person."""
        self._zone = zone
        if not self._is_behind:
            self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)

    def _show(self) -> None:
        self._is_behind = False
        shown = self._somebody(self._visit) if self._visit else self._nobody()
        shown.setProperty("look", "plain")
        self._area.setWidget(shown)

    def _somebody(self, visit: Visit) -> QWidget:
        sheet = PersonSheet(visit, self._today, self._zone)
        sheet.correction_asked.connect(self.correction_asked)
        return sheet

    def _nobody(self) -> QWidget:
        empty = QWidget()
        column = QVBoxLayout(empty)
        column.setContentsMargins(3 * GRID, 6 * GRID, 3 * GRID, 3 * GRID)
        column.setSpacing(GRID)
        column.addWidget(Glyph("id-card", Tint.FAINT, lines=2.2), alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._centred(self.tr("No citizen yet"), "heading"))
        column.addWidget(self._centred(self.tr("Show a citizen card to the camera to begin."), "hint"))
        column.addStretch(1)
        return empty

    def _centred(self, text: str, look: str) -> QWidget:
        made = label(text, look, name=f"nobody_{look}", wraps=True)
        made.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return made
