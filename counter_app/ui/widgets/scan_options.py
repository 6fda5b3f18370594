"""Which scanner, from where, how fine, in colour or not: only what the scanner can do is offered."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QWidget

from counter_app.ui.widgets.option_row import OptionRow
from counter_app.ui.widgets.parts import GRID, button, label
from scanning.practice_feeder import PRACTICE
from scanning.scanners import Capabilities, Mode, ScannerName, Settings, Source

_DUPLEX = "duplex"
_USUAL_DPI = 300
_OFFERED_DPI = (200, 300, 400, 600)


class ScanOptions(QWidget):
    """Holds what was chosen; what one scanner was set to stays for the next where it can do the same."""

    search_asked = Signal()
    scanner_chosen = Signal(object)
    """Carries the ScannerName whose capabilities are wanted."""
    source_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("scan_options")
        self._able: Capabilities | None = None
        self._search = button("", "icon", "refresh-cw", name="scanner_search")
        self._scanners = QComboBox()
        self._scanners.setObjectName("scanner_choice")
        self._source = OptionRow("scan_source")
        self._dpi, self._mode = OptionRow("scan_dpi"), OptionRow("scan_mode")
        self._rows = (self._scanners, self._source, self._dpi, self._mode)
        self._labels = tuple(label(look="label") for _ in self._rows)
        self._scanners.currentIndexChanged.connect(self._on_scanner_chosen)
        self._search.clicked.connect(self.search_asked)
        self._source.chosen.connect(lambda _: self.source_changed.emit())
        self._lay_out()
        self._retranslate()

    @property
    def scanner(self) -> ScannerName | None:
        """The scanner that is chosen, once it has said what it can do."""
        name = self._scanners.currentData()
        return name if self._able and isinstance(name, ScannerName) else None

    @property
    def has_scanners(self) -> bool:
        """Whether any scanner is known."""
        return self._scanners.count() > 0

    @property
    def settings(self) -> Settings:
        """How the next scan is to be made."""
        return Settings(
            source=Source.FLATBED if self._source.key == Source.FLATBED else Source.FEEDER,
            dpi=int(self._dpi.key or _USUAL_DPI),
            colour=self._mode.key != Mode.GRAY,
            duplex=self._source.key == _DUPLEX,
        )

    @property
    def other_source(self) -> Source | None:
        """Where else the sheets could be laid, or None where the scanner has one place only."""
        sources = self._able.sources if self._able else ()
        return next((source for source in sources if source is not self.settings.source), None)

    def show_scanners(self, names: tuple[ScannerName, ...], chosen: str) -> None:
        """Offer scanners; ``chosen`` is the device used last."""
        self._able = None
        self._scanners.blockSignals(True)
        self._scanners.clear()
        for name in names:
            self._scanners.addItem(self._called(name), name)
        devices = [name.device for name in names]
        self._scanners.setCurrentIndex(devices.index(chosen) if chosen in devices else min(0, len(names) - 1))
        self._scanners.blockSignals(False)
        self._show_options()
        if names:
            self._on_scanner_chosen()

    def show_capabilities(self, name: ScannerName, able: Capabilities) -> bool:
        """Offer what the scanner can do; False where another one is chosen by now."""
        if self._scanners.currentData() != name:
            return False
        self._able = able
        self._show_options()
        return True

    def use(self, source: Source) -> None:
        """Take the sheets from elsewhere."""
        self._source.choose(source)

    def begin(self) -> None:
        """Take the focus."""
        self._scanners.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        device = QHBoxLayout()
        device.addWidget(self._scanners, stretch=1)
        device.addWidget(self._search)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(GRID)
        grid.setColumnStretch(1, 1)
        for at, words in enumerate(self._labels):
            grid.addWidget(words, at, 0)
        grid.addLayout(device, 0, 1)
        for at, row in enumerate(self._rows[1:], start=1):
            grid.addWidget(row, at, 1)

    def _show_options(self) -> None:
        able = self._able
        for part in (*self._labels[1:], *self._rows[1:]):
            part.setVisible(able is not None)
        if able is None:
            return
        names = {Source.FLATBED: self.tr("Glass"), Source.FEEDER: self.tr("Feeder")}
        sources = [(str(source), names[source]) for source in able.sources]
        if able.duplex and Source.FEEDER in able.sources:
            sources.append((_DUPLEX, self.tr("Feeder, both sides")))
        preferred = Source.FEEDER if Source.FEEDER in able.sources else Source.FLATBED
        self._source.offer(sources, self._source.key or preferred)
        fine = [dpi for dpi in able.resolutions if dpi in _OFFERED_DPI] or [_USUAL_DPI]
        self._dpi.offer([(str(dpi), str(dpi)) for dpi in fine], self._dpi.key or str(_USUAL_DPI))
        modes = {Mode.COLOUR: self.tr("Colour"), Mode.GRAY: self.tr("Gray")}
        self._mode.offer([(str(mode), modes[mode]) for mode in able.modes], self._mode.key or Mode.COLOUR)

    def _called(self, name: ScannerName) -> str:
        return self.tr("Practice scanner") if name.port == PRACTICE else name.label

    def _on_scanner_chosen(self) -> None:
        self._able = None
        self.scanner_chosen.emit(self._scanners.currentData())

    def _retranslate(self) -> None:
        words = (self.tr("Scanner"), self.tr("From"), self.tr("Fineness"), self.tr("Colours"))
        for part, said, row in zip(self._labels, words, self._rows, strict=True):
            part.setText(said)
            row.setAccessibleName(said)
        search = self.tr("Look for scanners again")
        self._search.setToolTip(search)
        self._search.setAccessibleName(search)
        for at in range(self._scanners.count()):
            self._scanners.setItemText(at, self._called(self._scanners.itemData(at)))
        self._show_options()
