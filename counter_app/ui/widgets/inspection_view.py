"""An inspection in the window: is history whole, which looks ask for an explanation, what is held of whom."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from counter_app.services.held_data import HeldData
from counter_app.services.inspection import OddLook, Wholeness
from counter_app.ui.icons import Tint
from counter_app.ui.inspection_words import break_words, look_words, piece_words
from counter_app.ui.widgets.page_facts import FactsCard, emptied
from counter_app.ui.widgets.parts import GRID, button, label, roomy, scrolled

_WIDE_EMS, _HIGH_EMS = 52, 40
_MOST_SHOWN = 200
_EXPORT_NAME = "history.csv"


class InspectionView(QDialog):
    """Shows what was found anew each time it opens; nothing can be changed here."""

    inspection_wanted = Signal()
    export_wanted = Signal(object)
    """Carries the Path of the file that history is written to."""
    number_asked = Signal(str)
    """Carries the number of which it is to be told what is held."""
    sheet_wanted = Signal(object)
    """Carries the HeldData that is wanted on paper."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("inspection_view")
        self.setModal(True)
        self._found: tuple[Wholeness, tuple[OddLook, ...]] | None = None
        self._held: HeldData | None = None
        self._title = label(look="title", name="inspection_title", wraps=True)
        self._said = label(look="warning", name="inspection_said", wraps=True)
        self._number, self._asked = QLineEdit(), label(look="label", wraps=True)
        self._number.setObjectName("inspection_number")
        self._number.setMaxLength(20)
        self._asked.setBuddy(self._number)
        self._cards, self._about = QVBoxLayout(), QVBoxLayout()
        self._again = button("", "secondary", "refresh-cw", name="inspection_again")
        self._export = button("", "secondary", name="inspection_export")
        self._tell = button("", "secondary", name="inspection_tell")
        self._print = button("", "secondary", "printer", name="inspection_print")
        self._leave = button("", "primary", name="inspection_leave")
        self._again.clicked.connect(self.inspect)
        self._export.clicked.connect(self._choose_file)
        self._tell.clicked.connect(self._ask)
        self._number.returnPressed.connect(self._ask)
        self._print.clicked.connect(lambda: self.sheet_wanted.emit(self._held))
        self._leave.clicked.connect(self.accept)
        for made in (self._again, self._export, self._tell, self._print, self._leave):
            made.setAutoDefault(False)
        self._lay_out()
        self._retranslate()

    def begin(self) -> None:
        """Open with nothing of before, and inspect."""
        self._number.clear()
        self._held = None
        self._show_held()
        self.open()
        self.inspect()

    def inspect(self) -> None:
        """Have history inspected."""
        self.say("")
        self._found = None
        emptied(self._cards)
        self._cards.addWidget(label(self.tr("Reading history …"), "hint", name="inspection_busy"))
        self.inspection_wanted.emit()

    def show_found(self, whole: Wholeness, odd: tuple[OddLook, ...]) -> None:
        """Show what was found."""
        self._found = (whole, odd)
        self._show()
        self._leave.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_held(self, held: HeldData) -> None:
        """Show what is held about a number."""
        self._held = held
        self._show_held()

    def say(self, words: str) -> None:
        """Say how it went; no words take it back."""
        self._said.setText(words)
        self._said.setVisible(bool(words))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
            self._show()
            self._show_held()
        super().changeEvent(event)

    def _show(self) -> None:
        if self._found is None:
            return
        whole, odd = self._found
        emptied(self._cards)
        self._cards.addWidget(self._wholeness(whole))
        self._cards.addWidget(self._looks(odd))

    def _wholeness(self, whole: Wholeness) -> FactsCard:
        card = FactsCard(self.tr("Is history what was written?"), "inspection_whole")
        told = self.tr("{lines} lines, sealed up to line {sealed}").format(
            lines=whole.lines, sealed=whole.sealed_until
        )
        if not whole.breaks:
            words = self.tr("Yes: {told}").format(told=told)
            card.add_mark("circle-check", Tint.VERIFIED, words, look="strong").setObjectName(
                "inspection_state"
            )
            return card
        card.add_mark("triangle-alert", Tint.AMBER, self.tr("No: {told}").format(told=told), look="strong")
        for found in whole.breaks[:_MOST_SHOWN]:
            card.add_line(break_words(found), look="")
        return card

    def _looks(self, odd: tuple[OddLook, ...]) -> FactsCard:
        card = FactsCard(self.tr("Looks that ask for an explanation"), "inspection_looks")
        if not odd:
            card.add_line(self.tr("None"))
        for one in odd[-_MOST_SHOWN:]:
            card.add_line(look_words(one), look="")
        if len(odd) > _MOST_SHOWN:
            words = self.tr("The latest {count}; all of them stand in the export")
            card.add_line(words.format(count=_MOST_SHOWN))
        return card

    def _show_held(self) -> None:
        emptied(self._about)
        held = self._held
        self._print.setVisible(held is not None)
        if held is None:
            return
        for piece in held.pieces[:_MOST_SHOWN]:
            self._about.addWidget(label(piece_words(piece), wraps=True))
        if not held.pieces:
            self._about.addWidget(label(self.tr("This desk holds nothing about this number"), wraps=True))
        looks = self.tr("Looked at {count} times").format(count=held.looks)
        self._about.addWidget(label(looks, "hint", wraps=True))
        if held.is_held:
            words = self.tr("Held on request: nothing of it is deleted")
            self._about.addWidget(label(words, "warning", wraps=True))

    def _ask(self) -> None:
        self._held = None
        self._show_held()
        self.number_asked.emit(self._number.text())

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Export history"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(_EXPORT_NAME)
        dialog.fileSelected.connect(lambda chosen: self.export_wanted.emit(Path(chosen)))
        dialog.open()

    def _retranslate(self) -> None:
        for titled in (self.setWindowTitle, self._title.setText):
            titled(self.tr("Inspection"))
        self._asked.setText(self.tr("What does this desk hold about the &number"))
        self._number.setPlaceholderText(self.tr("All twelve digits, or nine of before"))
        self._tell.setText(self.tr("&Tell"))
        self._print.setText(self.tr("&Print the sheet for the citizen"))
        self._again.setText(self.tr("Inspect &again"))
        self._export.setText(self.tr("&Export history …"))
        self._leave.setText(self.tr("&Close"))

    def _lay_out(self) -> None:
        ask = QHBoxLayout()
        ask.setSpacing(GRID)
        ask.addWidget(self._number, stretch=1)
        ask.addWidget(self._tell)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, GRID, 0)
        column.setSpacing(GRID)
        self._cards.setSpacing(GRID)
        self._about.setSpacing(GRID // 2)
        column.addLayout(self._cards)
        column.addWidget(self._asked)
        column.addLayout(ask)
        column.addLayout(self._about)
        column.addWidget(self._print, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(GRID)
        foot.addWidget(self._again)
        foot.addWidget(self._export)
        foot.addStretch(1)
        foot.addWidget(self._leave)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        whole.setSpacing(GRID)
        whole.addWidget(self._title)
        whole.addWidget(self._said)
        whole.addWidget(scrolled(inside), stretch=1)
        whole.addLayout(foot)
        self.resize(roomy(self, _WIDE_EMS, _HIGH_EMS))
