"""The other ways to bring a citizen in: hand scanner, picture, typing, and practice cards while training."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.domain.mrz import MachineReadableZone
from counter_app.domain.typed_scan import TypedScan
from counter_app.services.desk import PracticePerson
from counter_app.ui.widgets.number_check import ProposedNumber
from counter_app.ui.widgets.parts import GRID, Button, button, label
from counter_app.ui.widgets.practice_list import PracticeList
from counter_app.ui.widgets.typed_card import TypedCardForm


class WaysIn(QWidget):
    """Quiet rows below each other; at most one of them is unfolded."""

    picture_wanted = Signal()
    scanner_setup_asked = Signal()
    number_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.typed = TypedCardForm()
        self.practice = PracticeList()
        self._heading = label(look="heading", name="ways_heading")
        self._scanner = button("", "row", "scan-line", name="scanner_setup_button")
        self._scanner.clicked.connect(self.scanner_setup_asked)
        self._scanner_hint = label(look="hint", name="scanner_row", wraps=True)
        self._picture = button("", "row", "image-up", name="picture_button")
        self._picture.clicked.connect(self.picture_wanted)
        self._picture_hint = label(look="hint", wraps=True)
        self._number = button("", "row", "id-card", name="number_button")
        self._number.clicked.connect(self.number_asked)
        self._type = self._folding_row("keyboard", "type_button")
        self._cards = self._folding_row("graduation-cap", "practice_button")
        self._cards.hide()
        self._lay_out()
        self._unfold(None)
        self._retranslate()

    def set_practice_people(self, people: tuple[PracticePerson, ...]) -> None:
        """Offer practice cards where there are any."""
        self.practice.set_people(people)
        self._cards.setVisible(bool(people))

    def fold(self) -> bool:
        """Fold what is unfolded, and say whether anything was."""
        was_open = self._type.isChecked() or self._cards.isChecked()
        self._unfold(None)
        return was_open

    def fill_in(self, scan: TypedScan) -> None:
        """Unfold the typing with what of a scan is certain."""
        self._unfold(self._type)
        self.typed.fill_in(scan)

    def fill_in_zone(self, zone: MachineReadableZone) -> None:
        """Unfold the typing with what a card's lines say."""
        self._unfold(self._type)
        self.typed.fill_in_zone(zone)

    def propose_number(self, number: ProposedNumber) -> None:
        """Unfold the typing with a number that is to be compared."""
        self._unfold(self._type)
        self.typed.propose_number(number)

    def clear(self) -> None:
        """Empty everything and fold it."""
        self.typed.clear()
        self.practice.clear()
        self._unfold(None)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _folding_row(self, icon: str, name: str) -> Button:
        row = button("", "row", icon, name=name)
        row.setCheckable(True)
        row.clicked.connect(lambda: self._unfold(row if row.isChecked() else None))
        return row

    def _unfold(self, row: Button | None) -> None:
        for folding, inside in ((self._type, self.typed), (self._cards, self.practice)):
            folding.setChecked(folding is row)
            inside.setVisible(folding is row)
        if row is self._type:
            self.typed.begin()
        elif row is self._cards:
            self.practice.begin()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self._heading)
        column.addWidget(self._scanner)
        column.addWidget(self._scanner_hint)
        column.addWidget(self._picture)
        column.addWidget(self._picture_hint)
        for part in (self._number, self._type, self.typed, self._cards):
            column.addWidget(part)
        column.addWidget(self.practice, stretch=1)
        column.addStretch(0)

    def _retranslate(self) -> None:
        self._heading.setText(self.tr("Other ways"))
        self._scanner.setText(self.tr("&Hand scanner: set up and try …"))
        self._scanner_hint.setText(self.tr("It is always listened to: just scan the card."))
        self._picture.setText(self.tr("&Picture of the card …"))
        self._picture_hint.setText(self.tr("You can also drop a picture here, or paste it (Ctrl+V)."))
        self._number.setText(self.tr("Read th&e number printed on the card"))
        self._type.setText(self.tr("&Type the number, name and birth date"))
        self._cards.setText(self.tr("P&ractice cards"))
