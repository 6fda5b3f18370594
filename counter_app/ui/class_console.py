"""The trainer's console: which desks are in the class, where each stands, and what is to happen there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from counter_app.domain.lesson import Lesson, Mishap
from counter_app.services.class_book import ClassBook, DeskLine
from counter_app.ui.class_server import ClassServer
from counter_app.ui.widgets.lesson_words import in_language, minutes_words, mishap_words
from counter_app.ui.widgets.parts import GRID, button, label

_LARGE = 1.7
_BY_PEOPLE = {Mishap.CITIZEN_IN_HURRY, Mishap.CITIZEN_LEAVES, Mishap.STRANGER_LOOKS}


class ClassConsole(QWidget):
    """Shows the book of a class; what is chosen goes to the marked desks, or to all where none is marked."""

    def __init__(
        self, server: ClassServer, lessons: tuple[Lesson, ...], address: str, *, save: Callable[[str], str]
    ) -> None:
        super().__init__()
        self.setObjectName("class_console")
        self.setProperty("look", "ground")
        self._server, self._lessons, self._address, self._save = server, lessons, address, save
        self._code = label(server.book.code, "name", name="class_code")
        self._hint = label(look="hint", name="class_hint", wraps=True)
        self._said = label(look="hint", name="class_said", wraps=True)
        self._table = QTableWidget(0, 8)
        self._table.setObjectName("class_table")
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.verticalHeader().hide()
        self._lesson, self._mishap = QComboBox(), QComboBox()
        self._lesson.setObjectName("class_lesson")
        self._mishap.setObjectName("class_mishap")
        self._start = button("", "primary", name="class_start")
        self._happen = button("", "secondary", name="class_happen")
        self._reset = button("", "secondary", "refresh-cw", name="class_reset")
        self._export = button("", "secondary", "save", name="class_save")
        self._large = button("", "quiet", "zoom-in", name="class_large")
        self._large.setCheckable(True)
        self._named = QCheckBox()
        self._named.setObjectName("class_named")
        self._connect()
        self._lay_out()
        self._retranslate()
        self.show_book(server.book)

    def show_book(self, book: ClassBook) -> None:
        """Show how every desk stands."""
        self._table.setRowCount(len(book.desks))
        for row, desk in enumerate(book.desks):
            for column, words in enumerate(self._cells(desk)):
                item = self._table.item(row, column) or QTableWidgetItem()
                item.setText(words)
                if self._table.item(row, column) is None:
                    self._table.setItem(row, column, item)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """End the class with its console."""
        self._server.close()
        super().closeEvent(event)

    def _cells(self, desk: DeskLine) -> tuple[str, ...]:
        told = desk.standing
        step = f"{told.step}/{told.steps}" if told.steps else "–"
        points = f"{told.points}/{told.most}" if told.is_over else "–"
        name = desk.name if desk.is_here else self.tr("{name} (away)").format(name=desk.name)
        titles = (in_language(one.title) for one in self._lessons if one.code == told.lesson)
        lesson = next(titles, "–")
        time = minutes_words(told.seconds)
        return (str(desk.number), name, lesson, step, time, str(told.errors), str(told.hints), points)

    def _connect(self) -> None:
        self._server.changed.connect(self.show_book)
        self._start.clicked.connect(lambda: self._server.teach(self._lesson.currentData(), self._marked()))
        self._happen.clicked.connect(
            lambda: self._server.let_happen(Mishap(self._mishap.currentData()), self._marked())
        )
        self._reset.clicked.connect(lambda: self._server.reset(self._marked()))
        self._export.clicked.connect(self._on_save_asked)
        self._large.toggled.connect(self._on_large_toggled)

    def _marked(self) -> tuple[int, ...]:
        rows = {index.row() for index in self._table.selectionModel().selectedRows()}
        return tuple(self._server.book.desks[row].number for row in sorted(rows))

    def _on_save_asked(self) -> None:
        place = self._save(self._server.book.as_csv(named=self._named.isChecked()))
        self._said.setText(self.tr("The table lies in {place}").format(place=place))

    def _on_large_toggled(self, large: bool) -> None:  # noqa: FBT001 - a signal carries it
        """Show the table large enough for a hall."""
        font = self.font()
        if large:
            font.setPointSizeF(font.pointSizeF() * _LARGE)
        self._table.setFont(font)
        self._table.horizontalHeader().setFont(font)
        self._table.verticalHeader().setDefaultSectionSize(round(self._table.fontMetrics().height() * 1.6))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(2 * GRID)
        head.addWidget(self._code)
        head.addWidget(self._hint, 1)
        head.addWidget(self._large)
        acts = QHBoxLayout()
        acts.setSpacing(GRID)
        for part in (self._lesson, self._start, self._mishap, self._happen, self._reset):
            acts.addWidget(part)
        acts.addStretch(1)
        acts.addWidget(self._named)
        acts.addWidget(self._export)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(GRID + 4)
        column.addLayout(head)
        column.addWidget(self._table, 1)
        column.addLayout(acts)
        column.addWidget(self._said)
        header = self._table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Class – TRAINING"))
        words = self.tr(
            "Desks join with this code at {address}. What is chosen goes to the marked desks, or to all."
        )
        self._hint.setText(words.format(address=self._address))
        self._start.setText(self.tr("Start the lesson"))
        self._happen.setText(self.tr("Have it happen now"))
        self._reset.setText(self.tr("Put the desks back"))
        self._export.setText(self.tr("Save the table"))
        self._named.setText(self.tr("With names"))
        self._large.setText(self.tr("Large"))
        heads = (
            self.tr("No."),
            self.tr("Desk"),
            self.tr("Lesson"),
            self.tr("Step"),
            self.tr("Time taken"),
            self.tr("Errors"),
            self.tr("Hints"),
            self.tr("Points"),
        )
        self._table.setHorizontalHeaderLabels(heads)
        self._lesson.clear()
        for lesson in self._lessons:
            self._lesson.addItem(f"{lesson.number} · {in_language(lesson.title)}", lesson.code)
        self._mishap.clear()
        for mishap in Mishap:
            if mishap not in _BY_PEOPLE:
                self._mishap.addItem(mishap_words(mishap), mishap.value)
