"""Setting a hand scanner up: try it on a code on the screen, be told what arrived and what to change."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLayout,
    QVBoxLayout,
    QWidget,
)

from counter_app.domain.typed_scan import TypedScan, card_number
from counter_app.ui.error_words import ErrorWords
from counter_app.ui.icons import Tint
from counter_app.ui.scan_words import damage_words
from counter_app.ui.widgets.code_picture import CodePicture
from counter_app.ui.widgets.maker_list import MakerList
from counter_app.ui.widgets.parts import GRID, Glyph, button, label, roomy, scrolled, set_look
from scanning.hand_scanner import ScannerPort

TEST_CARD = "000199000017|012345678|Nguyễn Thị Ánh Đặng|15031999|Nữ|Số 8/2, phường Mẫu, Hà Nội|01012022"
"""An invented card with a letter of each kind that scanners spoil."""
_WIDEST_EMS, _HIGHEST_EMS = 50, 36
_COLUMN_EMS = 17
"""Narrower than this a column of words is hard to read."""


class ScannerSetup(QDialog):
    """Shows a code to scan and says what came of it; where a scanner's own codes stand is said by manual.

    No maker's programming codes are drawn here: they differ from model to model, and a wrong one can put a
    scanner out of use.
    """

    port_chosen = Signal(str)
    """Carries the port's lasting name; empty for a scanner that types."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("scanner_setup")
        self._title = label(look="title", name="setup_title", wraps=True)
        self._try = label(look="heading", name="setup_try")
        self._code = CodePicture(TEST_CARD)
        self._scan_this = label(name="setup_scan_this", wraps=True)
        self._glyph = Glyph(lines=1.4)
        self._what = label(look="strong", name="setup_what", wraps=True)
        self._advice = label(name="setup_advice", wraps=True)
        self._outcome = QFrame()
        self._port_label = label(look="label", name="setup_port_label")
        self._ports = QComboBox()
        self._ports.setObjectName("setup_ports")
        self._ports.activated.connect(lambda at: self.port_chosen.emit(self._ports.itemData(at)))
        self._port_label.setBuddy(self._ports)
        self._cures = MakerList()
        self._close = button("", "primary", name="setup_close")
        self._close.clicked.connect(self.accept)
        self._lay_out()
        self._retranslate()
        self._say_nothing_yet()
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_ports(self, ports: tuple[ScannerPort, ...], chosen: str) -> None:
        """Offer the ports that are plugged in; one that was chosen and is away stays chosen."""
        self._ports.clear()
        self._ports.addItem(self.tr("It types like a keyboard"), "")
        for port in ports:
            self._ports.addItem(f"{port.device} · {port.words}", port.lasting)
        if chosen and self._ports.findData(chosen) < 0:
            self._ports.addItem(self.tr("{port} (not plugged in)").format(port=chosen), chosen)
        self._ports.setCurrentIndex(max(0, self._ports.findData(chosen)))

    def show_scan(self, scan: TypedScan, *, typed: bool) -> None:
        """Say what arrived, and what to change."""
        if scan.citizen_id is None and card_number(scan.text) is None:
            self._say(
                ErrorWords(
                    self.tr("Another code arrived."), self.tr("Scan the code shown here, or a citizen card.")
                ),
                "neutral",
            )
        elif scan.damages:
            self._say(self._diagnosis(scan), "warning")
        else:
            way = self.tr("It types them.") if typed else self.tr("It sends them through its port.")
            self._say(ErrorWords(self.tr("Every letter arrived. The scanner is ready."), way), "verified")

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the page by its keys: most of it is words, which take no focus."""
        if event.key() in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            QApplication.sendEvent(self._page.verticalScrollBar(), event)
        else:
            super().keyPressEvent(event)

    def _diagnosis(self, scan: TypedScan) -> ErrorWords:
        words = tuple(damage_words(damage) for damage in scan.damages)
        taken = (
            self.tr("Only the digits can be taken.")
            if scan.citizen_id
            else self.tr("It was put right; better set the scanner up.")
        )
        happened = " ".join(said.happened for said in words)
        return ErrorWords(f"{happened} {taken}", " ".join(said.advice for said in words))

    def _say_nothing_yet(self) -> None:
        waiting = self.tr("Nothing has arrived yet.")
        hint = self.tr("Where nothing arrives at all, look at the cable, and choose the port if it has one.")
        self._say(ErrorWords(waiting, hint), "neutral")

    def _say(self, words: ErrorWords, tone: str) -> None:
        shapes = {
            "verified": ("circle-check", Tint.VERIFIED),
            "warning": ("triangle-alert", Tint.AMBER),
            "neutral": ("scan-line", Tint.QUIET),
        }
        self._glyph.show_icon(*shapes[tone])
        self._what.setText(words.happened)
        self._advice.setText(words.advice)
        set_look(self._outcome, "tone", tone)

    def _lay_out(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(GRID)
        left.addWidget(self._try)
        left.addWidget(self._scan_this)
        left.addWidget(self._code, alignment=Qt.AlignmentFlag.AlignLeft)
        left.addWidget(self._framed_outcome())
        left.addWidget(self._port_label)
        left.addWidget(self._ports)
        left.addStretch(1)
        right.addWidget(self._cures)
        right.addStretch(1)
        self._page = scrolled(_Columns(left, right))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        whole.setSpacing(2 * GRID)
        whole.addWidget(self._title)
        whole.addWidget(self._page, stretch=1)
        whole.addWidget(self._close, alignment=Qt.AlignmentFlag.AlignRight)
        self.resize(self._fitting())

    def _fitting(self) -> QSize:
        return roomy(self, _WIDEST_EMS, _HIGHEST_EMS)

    def _framed_outcome(self) -> QWidget:
        self._outcome.setObjectName("setup_outcome")
        self._outcome.setProperty("look", "notice")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._what)
        words.addWidget(self._advice)
        row = QHBoxLayout(self._outcome)
        row.setContentsMargins(GRID + 4, GRID, GRID + 4, GRID)
        row.setSpacing(GRID + 4)
        row.addWidget(self._glyph)
        row.addLayout(words, stretch=1)
        return self._outcome

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Hand scanner"))
        self._title.setText(self.tr("Hand scanner: set up and try"))
        self._try.setText(self.tr("1. Try it"))
        self._scan_this.setText(self.tr("Scan this code, or any citizen card, with the hand scanner."))
        self._code.setAccessibleName(self.tr("Code of an invented card, to be scanned"))
        self._port_label.setText(self.tr("How the scanner is &connected"))
        self._ports.setAccessibleName(self._port_label.text().replace("&", ""))
        self._close.setText(self.tr("&Close"))


class _Columns(QWidget):
    """Two columns side by side, or below each other where room is short, as high as their words need."""

    def __init__(self, left: QLayout, right: QLayout) -> None:
        super().__init__()
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._both.setContentsMargins(0, 0, GRID, 0)
        self._both.setSpacing(3 * GRID)
        self._both.addLayout(left, stretch=1)
        self._both.addLayout(right, stretch=1)

    def event(self, event: QEvent) -> bool:
        """Fit again when words or width have changed."""
        done = super().event(event)
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Resize}:
            narrow = self.width() < 2 * _COLUMN_EMS * self.fontMetrics().height()
            direction = QBoxLayout.Direction
            self._both.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
            self.setMinimumHeight(self._both.totalHeightForWidth(self.width()))
        return done
