"""What commands share: whose desk it is, who does it, and whether there is a screen for a window."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from counter_app.commands import command_words
from counter_app.commands.accounts import AccountsDoor, asked_secret, let_in

if TYPE_CHECKING:  # the desk and all that it stands on is loaded when a command runs, not to print a help
    from counter_app.services.desk import Desk

Command = Callable[["Desk", argparse.Namespace], str]
"""Does something at an open desk and gives what is to be printed."""


def add_data(parser: argparse.ArgumentParser) -> None:
    """Take which desk it is about."""
    parser.add_argument(
        "--data",
        type=Path,
        metavar="FOLDER",
        help="where the desk keeps its data (a fresh folder: the demo desk)",
    )


def add_official(parser: argparse.ArgumentParser) -> None:
    """Take who does it; only an office's desk asks for their password."""
    add_data(parser)
    parser.add_argument("--as", dest="by", default="", metavar="SIGN", help="whose account, in an office")


def signed_in(desk: Desk, asked: argparse.Namespace) -> Desk:
    """Have somebody sign in where people do, before anything is done in their name."""
    if desk.accounts.is_guarded():
        door = AccountsDoor(desk.accounts, desk.sign_in, desk.recovery, asked_secret)
        desk.duty_book.begin(let_in(door, asked.by))
    return desk


def at_desk(command: Command, asked: argparse.Namespace) -> int:
    """Open the desk, do what a command is for and print what it says."""
    from counter_app.bootstrap.desk import opened_desk  # noqa: PLC0415 - see above

    with opened_desk(asked.data) as opened:
        print(command(signed_in(opened.desk, asked), asked))
    return 0


def lacks_display() -> bool:
    """Tell whether no window can open here, and say so."""
    is_lacking = sys.platform == "linux" and not _has_display()
    if is_lacking:
        print(command_words.NO_DISPLAY, file=sys.stderr)
    return is_lacking


def _has_display() -> bool:
    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    headless = chosen.startswith(("offscreen", "minimal", "vnc"))
    return headless or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
