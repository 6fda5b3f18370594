"""A dossier that has just been received: its code, its due time, what is done, and its paper."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from counter_app.domain.dossier import Dossier
from counter_app.domain.fees import money
from counter_app.domain.outbox import EntryState
from counter_app.domain.printers import FoundPrinter
from counter_app.ui.icons import Tint
from counter_app.ui.tokens import Tone
from counter_app.ui.widgets.page_facts import FactsCard, emptied
from counter_app.ui.widgets.page_together import ReceivedCard
from counter_app.ui.widgets.page_words import code_on_screen, moment_words
from counter_app.ui.widgets.parts import GRID, button, label
from counter_app.ui.widgets.pdf_view import PdfView
from counter_app.ui.widgets.said_line import SaidLine
from printing.sheet import PaperSize

_DONE, _WAITS = ("circle-check", Tint.VERIFIED), ("circle-dashed", Tint.QUIET)


class FiledPage(QWidget):
    """Shows only what is true: saved and sealed at once, sent and acknowledged when the hub says so."""

    size_chosen = Signal(object)
    """Carries the PaperSize."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("filed_page")
        self._dossier: Dossier | None = None
        self._together: tuple[Dossier, ...] = ()
        self._printers: tuple[FoundPrinter, ...] = ()
        self._sent: EntryState | None = None
        self._has_hub = True
        self._facts = QVBoxLayout()
        self._printer_label, self._size_label = QLabel(), QLabel()
        self._printer = QComboBox()
        self._printer.setObjectName("printer_choice")
        self._printer.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._printer.setMinimumContentsLength(10)
        self._printer_label.setBuddy(self._printer)
        self._none = label(look="warning", name="no_printer", wraps=True)
        self._code = label(look="name", name="filed_code")
        self._code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._outcome = SaidLine("print_outcome")
        self._preview = PdfView()
        self._sizes = QButtonGroup(self)
        self._size_row = self._make_sizes()
        self.setFocusProxy(self._preview)
        self._lay_out()
        self._retranslate()
        self.show_printers(())
        self.clear()

    @property
    def printer_name(self) -> str:
        """The printer that is chosen for once; empty for those of the paper's kind in their order."""
        return self._printer.currentData() or ""

    @property
    def has_printer(self) -> bool:
        """Whether there is anything to print on."""
        return bool(self._printers)

    def show_dossier(
        self, dossier: Dossier, pages: tuple[QImage, ...], together: tuple[Dossier, ...] = ()
    ) -> None:
        """Show a dossier and its paper; what was said of a print stays while the dossier is the same.

        ``together`` are all that were received with it, where there are several.
        """
        if self._dossier is None or self._dossier.dossier_id != dossier.dossier_id:
            self._outcome.hide()
        self._dossier, self._together = dossier, together
        self._preview.show_pages(pages)
        self._show_facts(dossier)

    def show_sent(self, sent: EntryState | None, *, has_hub: bool) -> None:
        """Say how far what is told of the dossier has come."""
        self._sent, self._has_hub = sent, has_hub
        if self._dossier:
            self._show_facts(self._dossier)

    def show_printers(self, printers: tuple[FoundPrinter, ...]) -> None:
        """Offer these printers; the one chosen by hand stays chosen where it is still there."""
        before = self.printer_name
        self._printers = printers
        self._printer.clear()
        self._printer.addItem(self.tr("As set up (F10)"), "")
        for each in printers:
            self._printer.addItem(each.label, each.address)
        self._printer.setCurrentIndex(max(0, self._printer.findData(before)))
        for part in (self._printer, self._printer_label):
            part.setVisible(bool(printers))
        self._none.setVisible(not printers)

    def show_outcome(self, words: str, tone: Tone) -> None:
        """Say how a print went."""
        self._outcome.say(words, tone)

    def clear(self) -> None:
        """Forget the dossier and its paper."""
        self._dossier, self._together, self._sent = None, (), None
        self._code.clear()
        self._preview.clear()
        self._outcome.hide()
        emptied(self._facts)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
            if self._dossier:
                self._show_facts(self._dossier)
        super().changeEvent(event)

    def _show_facts(self, dossier: Dossier) -> None:
        emptied(self._facts)
        facts = FactsCard(self.tr("Received"), "filed_facts")
        self._code.setText(code_on_screen(dossier.code, dossier.final_code))
        if dossier.provisional and not dossier.final_code:
            facts.add_line(self.tr("Provisional code: the hub will give the lasting one"), look="warning")
        facts.add_fact(self.tr("Holder"), dossier.holder_name, look="strong", name="filed_holder")
        if len(self._together) > 1:
            total = money(sum(each.fee for each in self._together))
            facts.add_fact(self.tr("Fee"), total, name="filed_fee")
            self._facts.addWidget(facts)
            self._facts.addWidget(ReceivedCard(self._together))
        else:
            due = moment_words(dossier.due_at)
            facts.add_fact(self.tr("Ready at"), due, look="strong", name="filed_due")
            facts.add_fact(self.tr("Fee"), dossier.fee_words, name="filed_fee")
            self._facts.addWidget(facts)
        self._facts.addWidget(self._ticks(dossier))

    def _ticks(self, dossier: Dossier) -> FactsCard:
        """Tick what is true: saved, sealed, sent, acknowledged."""
        ticks = FactsCard(self.tr("On its way"), "filed_ticks")
        sealed = self.tr("Sealed, papers: {count}").format(count=len(dossier.papers))
        ticks.add_mark(*_DONE, self.tr("Saved on this desk")).setObjectName("tick_saved")
        ticks.add_mark(*_DONE, sealed).setObjectName("tick_sealed")
        if not self._has_hub:
            ticks.add_line(self.tr("Kept here: this desk has no hub"), name="tick_kept")
            return ticks
        there = self._sent is EntryState.ACKNOWLEDGED
        sent = self.tr("Sent") if there or self._sent is EntryState.SENT else ""
        acknowledged = self.tr("Acknowledged by the hub") if there else ""
        _tick(ticks, "tick_sent", sent, self.tr("Not sent yet"))
        _tick(ticks, "tick_acknowledged", acknowledged, self.tr("Not acknowledged yet"))
        if self._sent is EntryState.ASIDE:
            ticks.add_line(self.tr("Set aside: F7 says why"), look="warning", name="tick_aside")
        return ticks

    def _make_sizes(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GRID)
        for size in PaperSize:
            made = button(size.name, "quiet", name=f"size_{size.name.lower()}")
            made.setCheckable(True)
            made.setChecked(size is PaperSize.A4)
            made.clicked.connect(lambda _=False, size=size: self.size_chosen.emit(size))
            self._sizes.addButton(made)
            row.addWidget(made)
        row.addStretch(1)
        return row

    def _lay_out(self) -> None:
        paper = QFrame()
        paper.setProperty("look", "card")
        inside = QVBoxLayout(paper)
        inside.setContentsMargins(2 * GRID, GRID + 4, 2 * GRID, GRID + 4)
        inside.setSpacing(GRID // 2)
        for part in (self._printer_label, self._printer, self._none, self._size_label):
            inside.addWidget(part)
        inside.addLayout(self._size_row)
        inside.addWidget(self._outcome)
        known = QWidget()
        known.setProperty("look", "scrolled")
        left = QVBoxLayout(known)
        left.setContentsMargins(0, 0, GRID, 0)
        left.setSpacing(2 * GRID)
        self._facts.setSpacing(2 * GRID)
        left.addLayout(self._facts)
        left.addWidget(paper)
        left.addStretch(1)
        scrolled = QScrollArea()
        scrolled.setWidgetResizable(True)
        scrolled.setWidget(known)
        scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        row.addWidget(scrolled, stretch=1)
        row.addWidget(self._preview, stretch=1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self._code)
        column.addLayout(row, stretch=1)

    def _retranslate(self) -> None:
        self._printer.setItemText(0, self.tr("As set up (F10)"))
        self._printer_label.setText(self.tr("P&rinter"))
        self._size_label.setText(self.tr("Paper size"))
        self._none.setText(
            self.tr("This machine has no printer: save the paper as a PDF and print it elsewhere")
        )
        self._printer.setAccessibleName(self.tr("Printer"))
        self._preview.setAccessibleName(self.tr("The acknowledgement as it will be printed"))


def _tick(ticks: FactsCard, name: str, done: str, waits: str) -> None:
    """Tick what is done, or say that it is waited for."""
    line = ticks.add_mark(*_DONE, done) if done else ticks.add_mark(*_WAITS, waits, look="hint")
    line.setObjectName(name)
