"""The printers of one role in the order in which they are tried: chosen, moved, taken away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from counter_app.domain.printers import FoundPrinter, PrinterPlace
from counter_app.ui.print_words import fault_words, printer_label, tray_words
from counter_app.ui.widgets.elided import ElidedLabel
from counter_app.ui.widgets.parts import GRID, button, label

_ROWS = 5


class PrinterOrder(QWidget):
    """Shows what is tried first, next, and last of all; the folder cannot be taken away."""

    changed = Signal(object)
    """Carries the PrinterPlaces of the role in their new order."""
    chosen = Signal(object)
    """Carries the PrinterPlace that is marked now, or None."""

    def __init__(self) -> None:
        super().__init__()
        self._places: tuple[PrinterPlace, ...] = ()
        self._borrowed: tuple[PrinterPlace, ...] = ()
        self._found: Mapping[str, FoundPrinter] = {}
        self._folder = ""
        self._heading = label(look="heading", name="order_heading")
        self._list = QListWidget()
        self._list.setObjectName("printer_order")
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.currentRowChanged.connect(lambda _: self._on_chosen())
        self._last = ElidedLabel("hint", "order_last")
        self._borrowing = label(look="hint", name="order_borrowing", wraps=True)
        self._up = button("", "secondary", "chevron-up", name="printer_up")
        self._down = button("", "secondary", "chevron-down", name="printer_down")
        self._remove = button("", "secondary", "x", name="printer_remove")
        self._up.clicked.connect(lambda: self._move(-1))
        self._down.clicked.connect(lambda: self._move(1))
        self._remove.clicked.connect(self._on_remove)
        self._tray_label, self._tray = label(look="label", name="tray_label"), QComboBox()
        self._tray.setObjectName("printer_tray")
        self._tray.activated.connect(self._on_tray_chosen)
        self._tray_label.setBuddy(self._tray)
        self._lay_out()
        self._retranslate()

    @property
    def place(self) -> PrinterPlace | None:
        """The printer that is marked, or the first that would be tried."""
        own = self._places or self._borrowed
        at = self._list.currentRow()
        return own[at] if 0 <= at < len(own) else next(iter(own), None)

    def show_found(self, found: tuple[FoundPrinter, ...], folder: str) -> None:
        """Know what the printers are called and how they fare."""
        self._found = {printer.address: printer for printer in found}
        self._folder = folder
        self._say_last()
        self._fill(self._list.currentRow())

    def show_places(self, places: tuple[PrinterPlace, ...], borrowed: tuple[PrinterPlace, ...]) -> None:
        """Show a role's own printers, or those it ``borrowed`` where it has none."""
        self._places, self._borrowed = places, borrowed
        self._fill(0)

    def show_trays(self, place: PrinterPlace, trays: tuple[str, ...]) -> None:
        """Offer the trays of the printer that is marked; one that was chosen stays offered."""
        if self.place != place:
            return
        self._tray.clear()
        self._tray.addItem(self.tr("As the printer has it"), "")
        for tray in dict.fromkeys((*trays, *((place.tray,) if place.tray else ()))):
            self._tray.addItem(tray_words(tray), tray)
        self._tray.setCurrentIndex(max(0, self._tray.findData(place.tray)))
        self._tray.setEnabled(self._tray.count() > 1 and bool(self._places))

    def add(self, address: str) -> None:
        """Put a printer after the others; one that stands there already is only marked."""
        at = next((at for at, place in enumerate(self._places) if place.address == address), None)
        if at is not None:
            self._list.setCurrentRow(at)
        else:
            self._change((*self._places, PrinterPlace(address)), len(self._places))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        line = self._list.fontMetrics().height() + GRID + 4
        self._list.setMinimumHeight(_ROWS * line)
        tools = QHBoxLayout()
        tools.setSpacing(GRID)
        for tool in (self._up, self._down, self._remove):
            tools.addWidget(tool)
        tools.addStretch(1)
        trays = QHBoxLayout()
        trays.setSpacing(GRID)
        trays.addWidget(self._tray_label)
        trays.addWidget(self._tray, stretch=1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self._heading)
        column.addWidget(self._list, stretch=1)
        column.addWidget(self._last)
        column.addWidget(self._borrowing)
        column.addLayout(tools)
        column.addLayout(trays)

    def _fill(self, at: int) -> None:
        labels = {address: printer.label for address, printer in self._found.items()}
        self._list.blockSignals(True)
        self._list.clear()
        for number, place in enumerate(self._places or self._borrowed, start=1):
            printer = self._found.get(place.address)
            words = [f"{number}. {printer_label(place.address, labels)}"]
            words += [fault_words(printer.fault)] if printer and printer.fault else []
            words += [tray_words(place.tray)] if place.tray else []
            self._list.addItem(" · ".join(words))
        self._list.setCurrentRow(min(max(at, 0), self._list.count() - 1))
        self._list.blockSignals(False)
        self._borrowing.setVisible(not self._places)
        self._on_chosen()

    def _say_last(self) -> None:
        self._last.setText(self.tr("Last of all: a PDF in the folder {folder}").format(folder=self._folder))
        self._last.setToolTip(self._folder)

    def _on_chosen(self) -> None:
        at, count = self._list.currentRow(), len(self._places)
        self._up.setEnabled(0 < at < count)
        self._down.setEnabled(0 <= at < count - 1)
        self._remove.setEnabled(0 <= at < count)
        self._tray.clear()
        self._tray.setEnabled(False)
        self.chosen.emit(self.place)

    def _move(self, by: int) -> None:
        at, places = self._list.currentRow(), list(self._places)
        places.insert(at + by, places.pop(at))
        self._change(tuple(places), at + by)

    def _on_remove(self) -> None:
        at = self._list.currentRow()
        self._change((*self._places[:at], *self._places[at + 1 :]), at)

    def _on_tray_chosen(self, index: int) -> None:
        at, tray = self._list.currentRow(), self._tray.itemData(index)
        if 0 <= at < len(self._places):
            changed = replace(self._places[at], tray=tray)
            self._change((*self._places[:at], changed, *self._places[at + 1 :]), at)

    def _change(self, places: tuple[PrinterPlace, ...], at: int) -> None:
        self._places = places
        self.changed.emit(places)
        self._fill(at)

    def _retranslate(self) -> None:
        self._heading.setText(self.tr("Tried in this order"))
        self._list.setAccessibleName(self._heading.text())
        self._say_last()
        self._borrowing.setText(
            self.tr("This kind of paper has no printers of its own yet: it comes out as shown here.")
        )
        self._up.setText(self.tr("&Earlier"))
        self._down.setText(self.tr("&Later"))
        self._remove.setText(self.tr("&Remove"))
        self._tray_label.setText(self.tr("Tra&y"))
        self._tray.setAccessibleName(self.tr("Tray"))
        self._fill(self._list.currentRow())
