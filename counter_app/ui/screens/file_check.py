"""Checking a PDF that somebody brings: dropped or chosen, and what it turned out to be, line by line."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from counter_app.ui.notices import Notice
from counter_app.ui.widgets.page_facts import emptied
from counter_app.ui.widgets.parts import GRID, button, card, label, roomy, scrolled
from counter_app.ui.widgets.picture_intake import picture_file
from counter_app.ui.widgets.said_line import SaidLine

_WIDEST_EMS, _HIGHEST_EMS = 40, 32


class FileCheckScreen(QDialog):
    """Shows one file at a time; nothing of it is kept."""

    file_given = Signal(object)
    """Carries the Path of a file to be checked."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("file_check")
        self.setAcceptDrops(True)
        self._title = label(look="title", name="file_check_title", wraps=True)
        self._hint = label(look="hint", name="file_check_hint", wraps=True)
        self._choose = button("", "primary", "folder-open", name="file_check_choose")
        self._choose.clicked.connect(self._on_choose)
        self._name = label(look="heading", name="file_check_name", wraps=True)
        self._said = QVBoxLayout()
        self._said.setSpacing(GRID)
        self._close = button("", "secondary", name="file_check_close")
        self._close.clicked.connect(self.accept)
        self._lay_out()
        self._retranslate()

    def show_busy(self, name: str) -> None:
        """Say that a file is being looked at."""
        emptied(self._said)
        self._name.setText(self.tr("Looking at {name}…").format(name=name))
        self._choose.setEnabled(False)

    def show_checked(self, name: str, pages: int, said: Iterable[Notice]) -> None:
        """Say what a file turned out to be; a count of 0 pages is not said."""
        emptied(self._said)
        words = self.tr("{name}, pages: {pages}") if pages else "{name}"
        self._name.setText(words.format(name=name, pages=pages))
        for at, notice in enumerate(said):
            line = SaidLine(f"file_check_line_{at}")
            line.say(notice.text, notice.tone)
            self._said.addWidget(line)
        self._choose.setEnabled(True)
        self._choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if self._choose.isEnabled() and picture_file(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the file that was dropped."""
        path = picture_file(event.mimeData())
        if path:
            event.acceptProposedAction()
            self.file_given.emit(path)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self._name)
        column.addLayout(self._said)
        column.addStretch(1)
        lines = QVBoxLayout()
        lines.addWidget(scrolled(inside))
        row = QHBoxLayout()
        row.addWidget(self._close)
        row.addStretch(1)
        row.addWidget(self._choose)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        whole.setSpacing(2 * GRID)
        whole.addWidget(self._title)
        whole.addWidget(self._hint)
        whole.addWidget(card(lines), stretch=1)
        whole.addLayout(row)
        self.resize(roomy(self, _WIDEST_EMS, _HIGHEST_EMS))

    def _on_choose(self) -> None:
        dialog = QFileDialog(self, self.tr("PDF to be checked"))
        dialog.setObjectName("file_check_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self.tr("PDF (*.pdf)"))
        dialog.fileSelected.connect(lambda name: self.file_given.emit(Path(name)))
        dialog.open()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Check a PDF"))
        self._title.setText(self.tr("Check a PDF: who signed it, and is it whole?"))
        self._hint.setText(
            self.tr("Drop a file here or choose one. It is looked at on this computer alone, and not kept.")
        )
        self._choose.setText(self.tr("Choose a &file…"))
        self._close.setText(self.tr("&Close"))
