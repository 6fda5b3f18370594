"""The window of a class: the console dressed as the desk is, over a server that listens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication

from counter_app.domain.lesson import Lesson
from counter_app.services.training_refusals import ClassNotOpened
from counter_app.ui.class_console import ClassConsole
from counter_app.ui.class_server import ClassServer
from counter_app.ui.icons import take_icons_from
from counter_app.ui.languages import Languages
from counter_app.ui.style import dress, load_fonts, take_style_from
from counter_app.ui.tokens import Look

_WIDE, _HIGH = 1180, 700


@dataclass(frozen=True, slots=True)
class ClassPlace:
    """Where a class listens, by which code desks join, and how its console looks."""

    host: str
    port: int
    code: str
    fonts: Path
    icons: Path
    style: Path
    words: Path
    language: str


def opened_class(
    place: ClassPlace, lessons: tuple[Lesson, ...], now: Callable[[], datetime], save: Callable[[str], str]
) -> tuple[ClassServer, ClassConsole]:
    """Open a class with its console; raises ClassNotOpened where it cannot listen there."""
    app = _application()
    take_icons_from(place.icons)
    take_style_from(place.style)
    load_fonts(place.fonts)
    dress(app, Look.SYSTEM, 100)
    languages = Languages(place.words, place.language)
    server = ClassServer(place.code, now)
    if not server.listen(place.host, place.port):
        raise ClassNotOpened(f"{place.host}:{place.port}")
    console = ClassConsole(server, lessons, f"{place.host}:{server.port}", save=save)
    languages.setParent(console)
    console.resize(_WIDE, _HIGH)
    return server, console


def hold(console: ClassConsole) -> int:
    """Hold a class until its console is closed; gives the program's exit code."""
    console.show()
    return _application().exec()


def _application() -> QApplication:
    known = QApplication.instance()
    return known if isinstance(known, QApplication) else QApplication(["counter-app"])
