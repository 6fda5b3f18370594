"""A class: the trainer's console with its code, which desks join over the local network."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from counter_app.bootstrap.desk import shipped
from counter_app.bootstrap.lessons import shipped_lessons
from counter_app.domain.class_room import CODE_LENGTH, CODE_LETTERS
from counter_app.gateways.clock import SystemClock
from counter_app.ui.class_console import ClassConsole
from counter_app.ui.class_server import ClassServer
from counter_app.ui.class_window import ClassPlace, hold, opened_class


@dataclass(frozen=True, slots=True)
class ConsoleOrder:
    """Where the class listens (port 0: any that is free), where tables are saved, in which language."""

    host: str
    port: int
    out: Path
    language: str = "vi"


def new_code() -> str:
    """Make the code of a class: short enough to be called across a room."""
    return "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))


def new_class(order: ConsoleOrder) -> tuple[ClassServer, ClassConsole]:
    """Open a class with its console; raises ClassNotOpened where it cannot listen there."""
    clock = SystemClock()
    place = ClassPlace(
        order.host,
        order.port,
        new_code(),
        fonts=shipped("fonts"),
        icons=shipped("icons"),
        style=shipped("style"),
        words=shipped("i18n", "vi"),
        language=order.language,
    )
    return opened_class(place, shipped_lessons(), clock.now, _saver(order.out, clock))


def run_console(order: ConsoleOrder, told: Callable[[str], None]) -> int:
    """Hold a class until its console is closed; ``told`` is called with the line by which desks join."""
    server, console = new_class(order)
    told(f"counter-app demo --class {order.host}:{server.port} --code {server.book.code} --name NAME")
    return hold(console)


def _saver(folder: Path, clock: SystemClock) -> Callable[[str], str]:
    def saved(table: str) -> str:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"class-{clock.now():%Y-%m-%d-%H%M%S}.csv"
        path.write_text(table, encoding="utf-8-sig")
        return str(path)

    return saved
