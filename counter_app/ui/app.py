"""The program around the window: its looks, its languages, and what happens with what nobody foresaw."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QApplication

from counter_app.services.desk import Desk
from counter_app.ui.conductor import LANGUAGE, Conductor
from counter_app.ui.desks import Devices
from counter_app.ui.icons import take_icons_from
from counter_app.ui.languages import Languages
from counter_app.ui.main_window import SMALLEST, MainWindow
from counter_app.ui.style import load_fonts, put_on_sheet, set_type, take_style_from
from counter_app.ui.tasks import Tasks
from counter_app.ui.tokens import Look


@dataclass(frozen=True, slots=True)
class Appearance:
    """Where the window finds its fonts, icons, style and words, how the desk wants it, and its devices."""

    fonts: Path
    icons: Path
    style: Path
    words: Path
    look: Look
    scale: int
    language: str
    sounds: bool
    devices: Devices
    key_in_file: bool


def run(
    desk: Desk, appearance: Appearance, after: Callable[[MainWindow, Conductor], object] | None = None
) -> int:
    """Serve until the window is closed; give the program's exit code.

    ``after`` is called with the window once it stands; what it gives lives as long as the window.
    """
    known = QApplication.instance()
    app = known if isinstance(known, QApplication) else QApplication(["counter-app"])
    window, conductor = build_window(app, desk, appearance)
    beside = after(window, conductor) if after else None
    sys.excepthook = lambda _kind, error, _trace: conductor.refuse(error)
    try:
        window.resize(*SMALLEST)
        window.showMaximized()
        spare_what_stands()
        return app.exec()
    finally:
        del beside
        sys.excepthook = sys.__excepthook__
        gc.unfreeze()  # the window goes, and all that stood with it


def spare_what_stands() -> None:
    """Have memory swept from now on, all but what is there already: that lives as long as the window.

    Going through it would hold the window up for more than a tenth of a second, each time.
    """
    gc.freeze()
    gc.enable()


def build_window(app: QApplication, desk: Desk, appearance: Appearance) -> tuple[MainWindow, Conductor]:
    """Put the window together for an open desk; the conductor must live as long as the window."""
    take_icons_from(appearance.icons)
    take_style_from(appearance.style)
    load_fonts(appearance.fonts)
    set_type(app, appearance.look, appearance.scale)
    languages = Languages(appearance.words, desk.preference(LANGUAGE) or appearance.language)
    window = MainWindow()
    window.identify.makes_sound = appearance.sounds
    duty = desk.duty_book.now()
    conductor = Conductor(
        window, desk, Tasks(window, window.turns), duty=duty, languages=languages, devices=appearance.devices
    )
    put_on_sheet(app, appearance.look, appearance.scale)
    is_first_start = not desk.duty_book.is_kept()
    conductor.begin(ask_who_serves=is_first_start)
    if is_first_start:
        conductor.say_where_the_key_is(in_file=appearance.key_in_file)
    return window, conductor
