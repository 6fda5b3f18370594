"""The commands that draw practice cards and papers, invent people, and list lessons or check them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from counter_app.commands import command_words

_USUAL_CARDS = 12
_FEWEST_PEOPLE, _MOST_PEOPLE = 300, 100_000
_USUAL_PEOPLE, _USUAL_SEED = 320, 2026


def add_practice_commands(commands: Any) -> None:  # noqa: ANN401 - argparse keeps this type to itself
    """Add the commands that need no desk, for whoever prepares a class."""
    _add_cards(commands.add_parser("cards", help="draw practice cards as a camera sees them, or to cut out"))
    _add_papers(commands.add_parser("papers", help="draw the papers that citizens of the lessons carry"))
    _add_people(commands.add_parser("people", help="write invented people down, for a hub that trains"))
    _add_lessons(commands.add_parser("lessons", help="list the lessons of the training desk, or check them"))


def _add_cards(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--out", type=Path, metavar="FOLDER", help="as a camera sees them")
    parser.add_argument("--pdf", type=Path, metavar="FILE.pdf", help="at true size, to print and cut out")
    parser.add_argument("--film", type=Path, metavar="FILE.avi", help="as a hand brings them, one by one")
    parser.add_argument("--count", type=int, default=_USUAL_CARDS, metavar="N")
    parser.set_defaults(run=_cards)


def _add_papers(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--out", type=Path, required=True, metavar="FOLDER")
    parser.add_argument("--lesson", default="", metavar="CODE", help="of one lesson; else of all")
    parser.set_defaults(run=_papers)


def _add_people(people: argparse.ArgumentParser) -> None:
    people.add_argument("--out", type=Path, required=True, metavar="FILE.jsonl")
    people.add_argument(
        "--count",
        type=_within(_FEWEST_PEOPLE, _MOST_PEOPLE),
        default=_USUAL_PEOPLE,
        metavar="N",
        help=f"{_FEWEST_PEOPLE} to {_MOST_PEOPLE} people in whole households",
    )
    people.add_argument("--seed", type=int, default=_USUAL_SEED, metavar="S", help="other people for each")
    people.set_defaults(run=_people)


def _add_lessons(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=("list", "check"))
    parser.add_argument("folder", type=Path, nargs="?", help="a folder of lessons; else the program's own")
    parser.set_defaults(run=_lessons)


def _within(least: int, most: int) -> Callable[[str], int]:
    """Take a whole number within the limits from the command line."""

    def number(text: str) -> int:
        if not text.isdecimal() or not least <= int(text) <= most:
            raise argparse.ArgumentTypeError(f"give a whole number from {least} to {most}")
        return int(text)

    return number


# Each command loads what it draws with when it is asked for.


def _people(asked: argparse.Namespace) -> int:
    from counter_app.bootstrap.cards import write_people  # noqa: PLC0415 - see above

    written = write_people(asked.out, count=asked.count, seed=asked.seed)
    print(command_words.people_written(written, asked.out))
    return 0


def _cards(asked: argparse.Namespace) -> int:
    from counter_app.bootstrap.cards import write_cards, write_cards_film, write_cards_sheet  # noqa: PLC0415 - see above

    if not (asked.out or asked.pdf or asked.film):
        print(command_words.WHERE_TO_CARDS, file=sys.stderr)
        return 2
    if asked.out:
        print(command_words.cards_written(write_cards(asked.out, asked.count), asked.out))
    if asked.film:
        print(command_words.cards_filmed(write_cards_film(asked.film, asked.count), asked.film))
    if asked.pdf:
        print(command_words.cards_to_cut(write_cards_sheet(asked.pdf, asked.count), asked.pdf))
    return 0


def _papers(asked: argparse.Namespace) -> int:
    from counter_app.bootstrap.cards import write_papers  # noqa: PLC0415 - see above

    print(command_words.papers_written(write_papers(asked.out, asked.lesson), asked.out))
    return 0


def _lessons(asked: argparse.Namespace) -> int:
    """List lessons, or try them: 0 when all of them are right, 1 when one is not."""
    from counter_app.bootstrap.lessons import checked_lessons, shipped_lessons  # noqa: PLC0415 - see above

    if asked.what == "list":
        for lesson in shipped_lessons(asked.folder):
            print(command_words.lesson_line(lesson))
        return 0
    checked = tuple(checked_lessons(asked.folder))
    faults = [fault for _, found in checked for fault in found]
    for fault in faults:
        print(command_words.words(fault))
    print(command_words.lessons_checked(len(checked), sum(bool(found) for _, found in checked)))
    return 1 if faults or not checked else 0
