"""The desk in its window: opens the desk, dresses the program, and hands both to the conductor."""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtWidgets import QApplication

from counter_app.bootstrap.desk import OpenDesk, opened_desk, shipped
from counter_app.logs import start_log
from counter_app.ui.conductor import Conductor
from counter_app.ui.icons import take_icons_from
from counter_app.ui.languages import Languages
from counter_app.ui.main_window import SMALLEST, MainWindow
from counter_app.ui.style import dress, load_fonts, take_style_from
from counter_app.ui.tasks import Tasks
from counter_app.ui.tokens import Look

_LOG = logging.getLogger(__name__)


def run_window(folder: Path | None) -> int:
    """Open the desk and serve until the window is closed; gives the program's exit code."""
    with opened_desk(folder) as opened:
        app = QApplication(["counter-app"])
        log = start_log(opened.folder)
        sys.excepthook = _log_unforeseen
        try:
            window, conductor = build_window(app, opened)
            window.resize(*SMALLEST)
            window.showMaximized()
            code = app.exec()
            del conductor
        finally:
            sys.excepthook = sys.__excepthook__
            log.close()
    return code


def build_window(app: QApplication, opened: OpenDesk) -> tuple[MainWindow, Conductor]:
    """Put the window together for an open desk; the conductor must live as long as the window."""
    settings, desk = opened.settings, opened.desk
    take_icons_from(shipped("icons"))
    take_style_from(shipped("style"))
    load_fonts(shipped("fonts"))
    dress(app, Look(settings.look), settings.scale)
    languages = Languages(shipped("i18n", "vi"), settings.language)
    window = MainWindow()
    window.identify.makes_sound = settings.sounds
    tasks = Tasks(window)
    duty = desk.duty_book.now()
    conductor = Conductor(window, desk, tasks, duty=duty, languages=languages)
    conductor.begin(ask_who_serves=not desk.duty_book.is_kept())
    return window, conductor


def _log_unforeseen(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Keep what nobody foresaw in the log; the window stays, and so does the draft on the disk."""
    _LOG.error("unforeseen", exc_info=(kind, error, trace))
