"""The desk in its window: opens the desk, starts the log, and says how the window is to look."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

from counter_app.bootstrap.desk import OpenDesk, opened_desk, shipped
from counter_app.gateways.keys import KeyPlace
from counter_app.logs import start_log
from counter_app.ui.app import Appearance, run
from counter_app.ui.desks import Devices
from counter_app.ui.printer import QtPrinters
from counter_app.ui.tokens import Look
from printing.sheet import PaperSize


def run_window(folder: Path | None) -> int:
    """Open the desk and serve until the window is closed; gives the program's exit code."""
    queues = QtPrinters() if sys.platform == "win32" else None
    with opened_desk(folder, queues=queues) as opened:
        log = start_log(opened.folder)
        try:
            return run(opened.desk, appearance(opened))
        finally:
            logging.getLogger().removeHandler(log)
            log.close()


def appearance(opened: OpenDesk) -> Appearance:
    """Say how this desk wants its window."""
    settings = opened.settings
    return Appearance(
        fonts=shipped("fonts"),
        icons=shipped("icons"),
        style=shipped("style"),
        words=shipped("i18n", "vi"),
        look=Look(settings.look),
        scale=settings.scale,
        language=settings.language,
        sounds=settings.sounds,
        devices=Devices(
            paper_size=PaperSize[settings.paper_size],
            inbox=Path(settings.inbox) if settings.inbox else None,
            scanner=settings.scanner,
            lock_minutes=settings.lock_after,
        ),
        key_in_file=opened.key_place is KeyPlace.FILE,
    )
