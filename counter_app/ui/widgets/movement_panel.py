"""The way of a dossier through the units: what stands on its control sheet, and one more row."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal

from counter_app.domain.movement import Movement
from counter_app.domain.slip import SlipKind
from counter_app.ui.widgets.page_words import moment_words, slip_words
from counter_app.ui.widgets.slip_panel import SlipPanel


@dataclass(frozen=True, slots=True)
class MovementWish:
    """A hand-over that is to be appended."""

    unit: str
    giver: str
    taker: str
    note: str


class MovementPanel(SlipPanel):
    """Rows that were written are told, never offered to be changed."""

    moved = Signal(object)
    """Carries the MovementWish."""
    print_wanted = Signal(object)
    """Carries the SlipKind."""

    def __init__(self, rows: tuple[Movement, ...], giver: str) -> None:
        super().__init__(slip_words(SlipKind.CONTROL_SHEET), "movement")
        for at, row in enumerate(rows):
            words = self.tr("{giver} to {taker}, {unit}").format(
                giver=row.giver, taker=row.taker, unit=row.unit
            )
            self.add_line(words, look="", name=f"movement_row_{at}")
            self.add_line(" · ".join(part for part in (moment_words(row.at), row.note) if part))
        if not rows:
            self.add_line(self.tr("It has not left this counter yet"))
        self._unit = self.add_question("unit", self.tr("Unit that takes it"))
        self._giver = self.add_question("giver", self.tr("Who gives it"), rows[-1].taker if rows else giver)
        self._taker = self.add_question("taker", self.tr("Who takes it"))
        self._note = self.add_question("note", self.tr("Note"))
        self.add_button(self.tr("Append this hand-over"), self._on_moved, look="primary", key="keep")
        self.add_button(
            self.tr("Print the sheet"), lambda: self.print_wanted.emit(SlipKind.CONTROL_SHEET), key="print"
        )
        self.add_button(self.tr("Leave it"), self.dismissed.emit, look="quiet", key="leave")
        self.finish()

    def _on_moved(self) -> None:
        texts = (line.text() for line in (self._unit, self._giver, self._taker, self._note))
        self.moved.emit(MovementWish(*texts))
