"""Scanning at the papers' screen: how, what comes of it, the page that came last, and separator sheets."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QFrame, QHBoxLayout, QVBoxLayout

from counter_app.ui.error_words import ErrorWords
from counter_app.ui.widgets.page_picture import PagePicture
from counter_app.ui.widgets.page_values import ScanAsked
from counter_app.ui.widgets.parts import GRID, button, label
from counter_app.ui.widgets.scan_options import ScanOptions
from counter_app.ui.widgets.scan_state import ScanState
from scanning.scanners import Capabilities, ScannerName, Source

_LINES_FOR_PICTURE = 23
"""As many lines high must the panel be before a page beside its options is large enough to see."""


class ScannerPanel(QFrame):
    """Shows what can be chosen and what is under way; it scans nothing itself."""

    search_asked = Signal()
    scanner_chosen = Signal(object)
    """Carries the ScannerName whose capabilities are wanted."""
    scan_asked = Signal(object)
    """Carries ScanAsked."""
    stop_asked = Signal()
    separators_asked = Signal(str)
    """Carries the file into which separator sheets are to be saved; without a name they are printed."""
    closed = Signal()
    readiness_changed = Signal()

    def __init__(self, *, sorts: bool = True) -> None:
        """Without ``sorts`` all pages belong to one paper, and no separator sheets are offered."""
        super().__init__()
        self.setObjectName("scanner_panel")
        self.setProperty("look", "card")
        self._sorts = sorts
        self._busy = False
        self._title = label(look="heading", name="scanner_title", wraps=True)
        self._close = button("", "icon", "x", name="scanner_close")
        self._options, self._state, self._last = ScanOptions(), ScanState(), PagePicture()
        self._last.setObjectName("scanned_page")
        self._print = button("", "quiet", "printer", name="separators_print")
        self._save = button("", "quiet", "save", name="separators_save")
        self._connect()
        self._lay_out()
        self._retranslate()
        self.reset()

    @property
    def is_busy(self) -> bool:
        """Whether a scan is under way."""
        return self._busy

    @property
    def is_ready(self) -> bool:
        """Whether a scan can be begun."""
        return self._options.scanner is not None and not self._busy

    def begin(self) -> None:
        """Take the focus; look for scanners where none is known yet."""
        self._options.begin()
        if not self._options.has_scanners:
            self.search_asked.emit()

    def show_searching(self) -> None:
        """Say that scanners are looked for."""
        self._state.say_busy(self.tr("Looking for scanners…"), "", may_stop=False)

    def show_scanners(self, names: tuple[ScannerName, ...], chosen: str) -> None:
        """Offer scanners; ``chosen`` is the device used last."""
        if not names:
            advice = self.tr("Switch it on, look at its cable, then look again.")
            self._state.say(self.tr("No scanner answers."), advice)
        self._options.show_scanners(names, chosen)
        self._show_readiness()

    def show_capabilities(self, name: ScannerName, able: Capabilities) -> None:
        """Offer what the chosen scanner can do."""
        if self._options.show_capabilities(name, able):
            self._say_how_to_begin()
            self._show_readiness()

    def show_progress(self, pages: int, last: QImage | None) -> None:
        """Say how far the scan has come, and show the page that has just come."""
        is_first, self._busy = not self._busy, True
        words = self.tr("Pages read: {count}").format(count=pages)
        self._state.say_busy(words if pages else self.tr("Scanning…"), "", may_stop=True)
        if last:
            self._last.show_image(last)
            self._show_last()
        self._show_readiness()
        if is_first:
            self._state.begin()

    def show_done(self, happened: str, advice: str) -> None:
        """Say what a scan has brought."""
        self._busy = False
        self._state.say(happened, advice, done=True)
        self._go_on()

    def show_failure(self, words: ErrorWords, kept: str) -> None:
        """Say why there are no more pages; ``kept`` says what is there already."""
        self._busy = False
        advice = f"{words.advice} {kept}".strip()
        self._state.say_failure(words.happened, advice, other=self._options.other_source)
        self._go_on()

    def ask_for_scan(self) -> None:
        """Begin a scan as it is set up here, or else ask again what the scanner can do."""
        scanner = self._options.scanner
        if self._busy:
            return
        if scanner is None:
            self.search_asked.emit()
        else:
            self.scan_asked.emit(ScanAsked(scanner, self._options.settings))

    def reset(self) -> None:
        """Forget pages and words of this citizen; the scanner that was chosen stays."""
        self._busy = False
        self._last.clear()
        self._show_last()
        self._say_how_to_begin()
        self._show_readiness()

    def undo_the_smallest(self) -> None:
        """Stop the scan, or else close the panel: what Esc does."""
        if self._busy:
            self.stop_asked.emit()
        else:
            self.closed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the last page where there is room for it."""
        super().resizeEvent(event)
        self._show_last()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _connect(self) -> None:
        self._options.search_asked.connect(self.search_asked)
        self._options.scanner_chosen.connect(self._on_scanner_chosen)
        self._options.source_changed.connect(self._say_how_to_begin)
        self._close.clicked.connect(self.closed)
        self._print.clicked.connect(lambda: self.separators_asked.emit(""))
        self._save.clicked.connect(self._on_save_asked)
        self._state.stop_asked.connect(self.stop_asked)
        self._state.again_asked.connect(self.ask_for_scan)
        self._state.other_way_asked.connect(self._on_other_way_asked)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, stretch=1)
        head.addWidget(self._close)
        sheets = QHBoxLayout()
        sheets.addWidget(self._print)
        sheets.addWidget(self._save)
        sheets.addStretch(1)
        for way in (self._print, self._save):
            way.setVisible(self._sorts)
        self._last.setMinimumSize(1, 1)  # it takes what room is left, and asks for none
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID, GRID, GRID)
        column.setSpacing(GRID)
        column.addLayout(head)
        column.addWidget(self._options)
        column.addWidget(self._state)
        column.addWidget(self._last, stretch=100)
        column.addStretch(1)
        column.addLayout(sheets)

    def _say_how_to_begin(self) -> None:
        if self._options.scanner is None:
            self._state.say("", "")
        elif self._options.settings.source is Source.FLATBED:
            self._state.say(self.tr("Lay the page on the glass, then press Enter."), "")
        else:
            sorted_by = self.tr("Separator sheets sort it into its papers by themselves.")
            begin = self.tr("Lay the stack into the feeder, then press Enter.")
            self._state.say(begin, sorted_by if self._sorts else "")

    def _show_last(self) -> None:
        has_room = self.height() >= _LINES_FOR_PICTURE * self.fontMetrics().lineSpacing()
        self._last.setVisible(has_room and not self._last.image.isNull())

    def _go_on(self) -> None:
        """Put the focus, which a scan has taken from the options, back to them."""
        had_focus = self.isAncestorOf(QApplication.focusWidget() or self)
        self._show_readiness()
        if had_focus and self.isVisible():
            self._options.begin()

    def _show_readiness(self) -> None:
        self._options.setEnabled(not self._busy)
        self.readiness_changed.emit()

    def _on_scanner_chosen(self, name: ScannerName) -> None:
        self._state.say_busy(self.tr("Asking the scanner what it can do…"), "", may_stop=False)
        self._show_readiness()
        self.scanner_chosen.emit(name)

    def _on_other_way_asked(self) -> None:
        other = self._options.other_source
        if other:
            self._options.use(other)
            self.ask_for_scan()

    def _on_save_asked(self) -> None:
        dialog = QFileDialog(self, self.tr("Save separator sheets"))
        dialog.setObjectName("separators_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(self.tr("Separator sheets.pdf"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.separators_asked)
        dialog.open()

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Scan"))
        close = self.tr("Close (Esc)")
        self._close.setToolTip(close)
        self._close.setAccessibleName(close)
        self._print.setText(self.tr("&Print separator sheets"))
        self._save.setText(self.tr("Sa&ve them as a PDF"))
        self._last.setAccessibleName(self.tr("The page that came last"))
