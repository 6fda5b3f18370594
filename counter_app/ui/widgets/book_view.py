"""Which pages of the register's book (07) are wanted: of a day, a month, a year, or from one to another."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from counter_app.ui.widgets.parts import GRID, button, label
from forms.dates import earliest, latest, read_date
from forms.wording import short_date

_WIDE_EMS = 34
_MOST_LETTERS = 40


class BookView(QDialog):
    """Asks for a first and a last day; a month or a year alone means all of its days."""

    pages_wanted = Signal(object, object)
    """Carries the first and the last day."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("book_view")
        self.setModal(True)
        self._today = date.min
        self._title = label(look="title", name="book_title", wraps=True)
        self._hint = label(look="hint", name="book_hint", wraps=True)
        self._said = label(look="warning", name="book_said", wraps=True)
        self._from, self._to = QLineEdit(), QLineEdit()
        self._of_from, self._of_to = label(look="label"), label(look="label")
        self._day = button("", "secondary", name="book_today")
        self._week = button("", "secondary", name="book_week")
        self._month = button("", "secondary", name="book_month")
        self._print = button("", "primary", "printer", name="book_print")
        self._leave = button("", "quiet", name="book_leave")
        self._day.clicked.connect(lambda: self._take(self._today))
        self._week.clicked.connect(lambda: self._take(self._today - timedelta(self._today.weekday())))
        self._month.clicked.connect(lambda: self._take(self._today.replace(day=1)))
        self._print.clicked.connect(self._on_print)
        self._leave.clicked.connect(self.reject)
        for quiet in (self._day, self._week, self._month, self._leave):
            quiet.setAutoDefault(False)
        self._print.setDefault(True)
        self._lay_out()
        self._retranslate()

    def begin(self, today: date) -> None:
        """Open with the pages of today."""
        self._today = today
        self._take(today)
        self.say("")
        self.open()
        self._from.selectAll()
        self._from.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, words: str) -> None:
        """Say why nothing is printed; no words take it back."""
        self._said.setText(words)
        self._said.setVisible(bool(words))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _take(self, first: date) -> None:
        self._from.setText(short_date(first))
        self._to.setText(short_date(self._today))

    def _on_print(self) -> None:
        began, ended = self._from.text().strip(), self._to.text().strip()
        first, last = earliest(read_date(began or ended) or ""), latest(read_date(ended or began) or "")
        if first and last:
            self.say("")
            self.pages_wanted.emit(first, last)
        else:
            self.say(self.tr("This is no day, month or year: write 23/11/2026, 11/2026 or 2026."))

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Register pages (07)"))
        self._title.setText(self.tr("Register pages (07)"))
        self._hint.setText(
            self.tr("A day (23/11/2026), a month (11/2026) or a year (2026). One line alone is enough.")
        )
        self._of_from.setText(self.tr("&From"))
        self._of_to.setText(self.tr("&Until"))
        for line, words in ((self._from, self._of_from), (self._to, self._of_to)):
            line.setAccessibleName(words.text().replace("&", ""))
        self._day.setText(self.tr("&Today"))
        self._week.setText(self.tr("This &week"))
        self._month.setText(self.tr("This &month"))
        self._print.setText(self.tr("&Print"))
        self._leave.setText(self.tr("&Leave it"))

    def _lay_out(self) -> None:
        lines = QGridLayout()
        lines.setHorizontalSpacing(2 * GRID)
        lines.setVerticalSpacing(GRID)
        named = (("book_from", self._from, self._of_from), ("book_to", self._to, self._of_to))
        for at, (name, line, words) in enumerate(named):
            line.setObjectName(name)
            line.setMaxLength(_MOST_LETTERS)
            words.setBuddy(line)
            lines.addWidget(words, 0, at)
            lines.addWidget(line, 1, at)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(self._title)
        column.addLayout(_row(self._day, self._week, self._month))
        column.addLayout(lines)
        column.addWidget(self._hint)
        column.addWidget(self._said)
        column.addSpacing(GRID)
        column.addLayout(_row(self._print, self._leave))
        self.setMinimumWidth(_WIDE_EMS * self.fontMetrics().height())


def _row(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(GRID)
    for part in parts:
        row.addWidget(part)
    row.addStretch(1)
    return row
