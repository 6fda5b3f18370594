"""How a scan stands: waiting, so many pages, done, or stopped by a fault and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from counter_app.ui.icons import Tint
from counter_app.ui.widgets.parts import GRID, Glyph, button, label, set_look
from scanning.scanners import Source


class ScanState(QFrame):
    """Says one thing about the scanner, with the ways to go on."""

    stop_asked = Signal()
    again_asked = Signal()
    other_way_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("scan_state")
        self.setProperty("look", "notice")
        self._glyph = Glyph(lines=1.4)
        self._what = label(look="strong", name="scan_happened", wraps=True)
        self._advice = label(name="scan_advice", wraps=True)
        self._stop = button("", "secondary", "x", name="scan_stop")
        self._again = button("", "secondary", "refresh-cw", name="scan_again")
        self._other = button("", "quiet", name="scan_other_way")
        self._stop.clicked.connect(self.stop_asked)
        self._again.clicked.connect(self.again_asked)
        self._other.clicked.connect(self.other_way_asked)
        self._other_source: Source | None = None
        self._lay_out()
        self._retranslate()
        self.say("", "")

    @property
    def words(self) -> str:
        """What is said now."""
        return " ".join(each.text() for each in (self._what, self._advice) if each.text())

    def begin(self) -> None:
        """Take the focus to what ends the scan."""
        self._stop.setFocus()

    def say(self, happened: str, advice: str, *, done: bool = False) -> None:
        """Say how to begin, or what has come of a scan."""
        look = ("verified", "circle-check", Tint.VERIFIED) if done else ("neutral", "info", Tint.QUIET)
        self._say(happened, advice, *look)
        self._show_ways(stop=False, again=False, other=None)

    def say_busy(self, happened: str, advice: str, *, may_stop: bool) -> None:
        """Say what is under way."""
        self._say(happened, advice, "card", "hourglass", Tint.ACCENT)
        self._show_ways(stop=may_stop, again=False, other=None)

    def say_failure(self, happened: str, advice: str, *, other: Source | None) -> None:
        """Say what went wrong; ``other`` is the source that could be used instead."""
        self._say(happened, advice, "error", "triangle-alert", Tint.ERROR)
        self._show_ways(stop=False, again=True, other=other)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._what)
        words.addWidget(self._advice)
        ways = QHBoxLayout()
        ways.setSpacing(GRID)
        for way in (self._stop, self._again, self._other):
            ways.addWidget(way)
        ways.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(GRID)
        column.addLayout(words)
        column.addLayout(ways)
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID + 4, GRID, GRID + 4, GRID)
        row.setSpacing(GRID + 4)
        row.addWidget(self._glyph)
        row.addLayout(column, stretch=1)

    def _say(self, happened: str, advice: str, tone: str, shape: str, tint: Tint) -> None:
        self._glyph.show_icon(shape, tint)
        for part, words in ((self._what, happened), (self._advice, advice)):
            part.setText(words)
            part.setVisible(bool(words))
        self.setAccessibleName(f"{happened} {advice}".strip())
        self.setVisible(bool(happened or advice))
        set_look(self, "tone", tone)

    def _show_ways(self, *, stop: bool, again: bool, other: Source | None) -> None:
        self._other_source = other
        self._stop.setVisible(stop)
        self._again.setVisible(again)
        self._other.setVisible(other is not None)
        self._retranslate()

    def _retranslate(self) -> None:
        self._stop.setText(self.tr("&Stop"))
        self._again.setText(self.tr("Scan a&gain"))
        use_glass = self._other_source is Source.FLATBED
        self._other.setText(self.tr("Use the g&lass") if use_glass else self.tr("Use the feede&r"))
