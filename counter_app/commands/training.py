"""The commands of a training desk: a lesson, one that plays itself, a class, and the desk put back."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import Any

from counter_app.commands import command_words
from counter_app.commands.opening import add_data, lacks_display

_BEAT_S = 1.5
_CLASS_AT = "127.0.0.1:8790"


def add_training_commands(commands: Any) -> None:  # noqa: ANN401 - argparse keeps this type to itself
    """Add them to the command line."""
    _add_demo(commands.add_parser("demo", help="play a lesson at the training desk, or have it play itself"))
    _add_training(commands.add_parser("training", help="put a training desk back to a known state"))


def _add_demo(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", type=Path, metavar="FOLDER", help="the desk's data; else it is thrown away")
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--lesson", metavar="LESSON", help="a lesson's code or number, for a trainee")
    which.add_argument("--class", dest="seat", metavar="HOST:PORT", help="a class, where a trainer chooses")
    which.add_argument("--play", metavar="LESSON", help="a lesson that plays itself, with a caption a step")
    parser.add_argument("--pictures", type=Path, metavar="FOLDER", help="take a picture of each step instead")
    parser.add_argument("--beat", type=float, default=_BEAT_S, metavar="SECONDS", help="the pace it plays at")
    parser.add_argument("--json", action="store_true", help="print what it came to as JSON")
    parser.add_argument("--code", default="", help="the code of the class")
    parser.add_argument("--name", default="", help="what this desk is called in the class")
    parser.add_argument("--by-itself", action="store_true", help="in a class: play what the trainer chooses")
    parser.set_defaults(run=_demo)


def _add_training(parser: argparse.ArgumentParser) -> None:
    add_data(parser)
    parser.add_argument(
        "what",
        choices=("reset", "keep", "console"),
        help="reset: throw away what was received, or go back to what was kept; keep: keep it as it is now; "
        "console: hold a class",
    )
    parser.add_argument("--listen", default=_CLASS_AT, metavar="HOST:PORT", help="where desks join the class")
    parser.add_argument("--out", type=Path, default=Path(), metavar="FOLDER", help="where tables are saved")
    parser.set_defaults(run=_training)


def _demo(asked: argparse.Namespace) -> int:
    if asked.pictures:  # nobody looks on
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if lacks_display():
        return 2
    from counter_app.bootstrap.demo import DemoOrder, Seat, Showing, run_demo  # noqa: PLC0415 - Qt only for a window

    seat = command_words.seat_of(asked.seat, asked.code, asked.name) if asked.seat else None
    if asked.lesson or (seat and not asked.by_itself):
        showing = Showing()
    else:
        beat = 0 if asked.pictures else round(asked.beat * 1000)
        showing = Showing(beat, asked.pictures, by_camera=bool(beat))
    chosen = asked.lesson or asked.play or ""
    code, score = run_demo(DemoOrder(chosen, asked.data, showing, Seat(*seat) if seat else None))
    if asked.json and score:
        print(command_words.scored(score))
    return code


def _console(asked: argparse.Namespace) -> int:
    if lacks_display():
        return 2
    from counter_app.bootstrap.class_room import ConsoleOrder, run_console  # noqa: PLC0415 - see above

    host, port, *_ = command_words.seat_of(asked.listen, "", "")
    return run_console(ConsoleOrder(host, port, asked.out), print)


def _training(asked: argparse.Namespace) -> int:
    if asked.what == "console":
        return _console(asked)
    from counter_app.bootstrap.training import keep_desk, reset_desk  # noqa: PLC0415 - see above

    if asked.what == "keep":
        print(command_words.desk_kept(keep_desk(asked.data)))
    else:
        done = reset_desk(asked.data)
        print(command_words.desk_reset(done.folder, done.seconds, was_kept=done.was_kept))
    return 0
