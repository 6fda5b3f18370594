"""The register's book from the command line: the pages (07) of a day, a month, a year, or of any days."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from counter_app.commands.opening import Command
from forms.dates import earliest, latest, read_date

if TYPE_CHECKING:  # the desk and all that it stands on is loaded when a command runs, not to print a help
    from counter_app.services.desk import Desk

_WHEN = "2026-11-23, 11/2026 or 2026"


def add_command(
    add: Callable[..., argparse.ArgumentParser], run: Callable[[Command, argparse.Namespace], int]
) -> argparse.ArgumentParser:
    """Add the command; ``run`` opens a desk and prints what it says."""
    book = add("register", help="write the register's pages (07) of any days as a PDF")
    book.add_argument("--from", dest="first", type=_first, metavar="DAY", help=f"{_WHEN}; left out: today")
    book.add_argument("--until", dest="last", type=_last, metavar="DAY", help="left out: all of --from")
    book.add_argument("--out", type=Path, required=True, metavar="FILE.pdf")
    book.set_defaults(run=lambda asked: run(_write, asked))
    return book


def _first(text: str) -> tuple[date, date]:
    """Give the first and last day that a text means."""
    read = read_date(text) or ""
    first, last = earliest(read), latest(read)
    if first is None or last is None:
        raise argparse.ArgumentTypeError(f"{text!r} is no day, month or year like {_WHEN}")
    return first, last


def _last(text: str) -> date:
    return _first(text)[1]


def _write(desk: Desk, asked: argparse.Namespace) -> str:
    today = desk.clock.now().date()
    first, until = asked.first or (today, today)
    last = asked.last or until
    asked.out.write_bytes(desk.register_pages.draw(first, last, desk.duty_book.now()))
    return f"{asked.out}: {first:%d/%m/%Y} to {last:%d/%m/%Y}"
