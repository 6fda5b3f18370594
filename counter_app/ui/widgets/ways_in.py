"""The other ways to bring a citizen in: hand scanner, picture, typing, and practice cards while training."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter_app.services.desk import PracticePerson
from counter_app.ui.icons import Tint
from counter_app.ui.widgets.parts import GRID, Button, Glyph, button, label
from counter_app.ui.widgets.practice_list import PracticeList
from counter_app.ui.widgets.typed_card import TypedCardForm


class WaysIn(QWidget):
    """Quiet rows below each other; at most one of them is unfolded."""

    picture_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.typed = TypedCardForm()
        self.practice = PracticeList()
        self._heading = label(look="heading", name="ways_heading")
        self._scanner = label(name="scanner_row", wraps=True)
        self._picture = button("", "row", "image-up", name="picture_button")
        self._picture.clicked.connect(self.picture_wanted)
        self._picture_hint = label(look="hint", wraps=True)
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
        scanner = QHBoxLayout()
        scanner.setContentsMargins(GRID + 4, 0, 0, 0)
        scanner.setSpacing(GRID)
        scanner.addWidget(Glyph("scan-line", Tint.ACCENT), alignment=Qt.AlignmentFlag.AlignTop)
        scanner.addWidget(self._scanner, stretch=1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self._heading)
        column.addLayout(scanner)
        column.addWidget(self._picture)
        column.addWidget(self._picture_hint)
        for part in (self._type, self.typed, self._cards):
            column.addWidget(part)
        column.addWidget(self.practice, stretch=1)
        column.addStretch(0)

    def _retranslate(self) -> None:
        self._heading.setText(self.tr("Other ways"))
        self._scanner.setText(self.tr("Hand scanner: always listening, just scan the card"))
        self._picture.setText(self.tr("&Picture of the card …"))
        self._picture_hint.setText(self.tr("You can also drop a picture here, or paste it (Ctrl+V)."))
        self._type.setText(self.tr("&Type the number, name and birth date"))
        self._cards.setText(self.tr("P&ractice cards"))
