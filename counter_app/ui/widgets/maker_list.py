"""What to set in a hand scanner, and under which heading each maker's manual has the code for it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.ui.translator import to_say
from counter_app.ui.widgets.parts import GRID, label

_CONTEXT = "MakerList"


@dataclass(frozen=True, slots=True)
class Maker:
    """A maker, the heading under which its manuals have the code, and where that heading was found."""

    name: str
    heading: str
    found_in: str


MAKERS = (
    Maker("Honeywell", "USB COM Emulation (Terminal ID 130)", "Xenon 1900 User Guide, 3-31"),
    Maker("Zebra, Symbol", "USB Device Type → CDC COM Port Emulation / USB CDC Host", "DS457 *"),
    Maker("Datalogic", "USB-COM-STD", "QuickScan QW2100 *"),
    Maker("Newland", "USB Interface", "NLS-FM420 Integration Guide"),
)
"""Where a star stands the heading comes from public notes of people who set that scanner up, not from its
manual; checked November 2026. No code is drawn: none of them could be tried on a scanner."""

_ADVICE = (
    to_say("MakerList", "Best: a USB COM port (CDC), UTF-8 unchanged. Then choose the port on the left."),
    to_say(
        "MakerList",
        "If it must type: keyboard country US (English), output by Alt + Unicode number, suffix Enter.",
    ),
    to_say("MakerList", "While it types: Unikey or EVKey on English (E), Num Lock on, Caps Lock off."),
)


class MakerList(QWidget):
    """Three ways to whole letters, the best first, then where to look for the scanner's own code."""

    def __init__(self) -> None:
        super().__init__()
        self._heading = label(look="heading", name="makers_heading")
        self._advice = [label(wraps=True) for _ in _ADVICE]
        self._where = label(look="label", name="makers_where", wraps=True)
        self._caution = label(look="hint", name="makers_caution", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self._heading)
        for line in self._advice:
            column.addWidget(line)
        column.addSpacing(GRID)
        column.addWidget(self._where)
        for maker in MAKERS:
            column.addWidget(_maker_lines(maker))
        column.addWidget(self._caution)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._heading.setText(self.tr("2. If letters do not arrive whole"))
        for line, words in zip(self._advice, _ADVICE, strict=True):
            line.setText(QCoreApplication.translate(_CONTEXT, words))
        self._where.setText(self.tr("Where the manual has the code to scan"))
        self._caution.setText(
            self.tr(
                "Codes differ from model to model, so none is shown here: scan the one in your own manual. "
                "(*) Named by other users, not checked against the manual."
            )
        )


def _maker_lines(maker: Maker) -> QWidget:
    lines = QWidget()
    column = QVBoxLayout(lines)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(label(f"{maker.name}: {maker.heading}", wraps=True))
    column.addWidget(label(maker.found_in, "hint", wraps=True))
    return lines
