"""The line below an older address: what it is in today's units, or that somebody has to be asked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from counter_app.domain.address import AddressToday
from counter_app.ui.widgets.parts import GRID, button, label, set_look


class TodayLine(QWidget):
    """Says it in words and offers to take it over, or to choose where there are several."""

    wanted = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._today = AddressToday("", (), is_found=False)
        self._words = label(look="hint", name=f"today_{name}", wraps=True)
        self._take = button("", "quiet", "map-pin", name=f"take_today_{name}")
        self._take.clicked.connect(self.wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self._words, stretch=1)
        row.addWidget(self._take, 0, Qt.AlignmentFlag.AlignTop)

    @property
    def stop(self) -> QWidget:
        """What Tab stops at."""
        return self._take

    def say(self, today: AddressToday) -> None:
        """Show what the address is today."""
        self._today = today
        set_look(self._words, "look", "hint" if today.is_found else "warning")
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language that is worn."""
        count = len(self._today.units)
        if self._today.is_found:
            self._words.setText(self.tr("In today's units: {address}").format(address=self._today.found))
            self._take.setText(self.tr("Write it so (Alt+A)"))
        elif count == 1:
            unclear = self.tr("Unclear; perhaps {units} today. Ask the citizen.")
            self._words.setText(unclear.format(units=self._today.units[0]))
            self._take.setText(self.tr("Choose (Alt+A)"))
        else:
            divided = self.tr("Divided or unclear since July 2025: {count} places today. Ask the citizen.")
            self._words.setText(divided.format(count=count))
            self._take.setText(self.tr("Choose (Alt+A)"))
        self._take.setAccessibleName(f"{self._words.text()} {self._take.text()}")

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
