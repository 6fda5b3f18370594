"""Checking a PDF that somebody brings: looked at off the GUI thread, told in lines, forgotten on closing."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt

from counter_app.services.file_checks import CheckedFile, FileChecks
from counter_app.ui.error_words import words_of
from counter_app.ui.file_check_words import file_lines
from counter_app.ui.main_window import MainWindow
from counter_app.ui.notices import Notice
from counter_app.ui.screens.file_check import FileCheckScreen
from counter_app.ui.tasks import Lane, Tasks
from counter_app.ui.tokens import Tone
from counter_app.ui.unforeseen import log_unforeseen


class FileCheckDesk(QObject):
    """Opens the dialog, and serves it; a veil over the window closes it."""

    def __init__(self, window: MainWindow, checks: FileChecks, tasks: Tasks) -> None:
        super().__init__()
        self._window = window
        self._checks = checks
        self._tasks = tasks
        window.file_check.triggered.connect(self.open)
        window.top_bar.file_check_asked.connect(self.open)

    def open(self) -> None:
        """Open the dialog for one file after the other."""
        screen = FileCheckScreen(self._window)
        screen.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        screen.file_given.connect(lambda path: self._check(screen, path))
        self._window.covered.connect(screen.reject)
        screen.open()

    def _check(self, screen: FileCheckScreen, path: Path) -> None:
        screen.show_busy(path.name)

        def show(checked: CheckedFile) -> None:
            screen.show_checked(checked.name, checked.pages, file_lines(checked))

        def fail(error: Exception) -> None:
            log_unforeseen(error)
            words = words_of(error)
            screen.show_checked(path.name, 0, (Notice(f"{words.happened} {words.advice}", Tone.ERROR),))

        self._tasks.run(Lane.CRAFT, lambda: self._checks.check(path), owner=screen, done=show, failed=fail)
