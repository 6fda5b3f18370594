"""Commands for whoever answers for a desk's data: what is held, deleted, kept; the notice of a breach."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from counter_app.commands.opening import Command
from counter_app.domain.calendar import VIETNAM
from counter_app.domain.keeping import EVERYTHING, DataKind
from counter_app.domain.look import Purpose

if TYPE_CHECKING:  # the desk and all that it stands on is loaded when a command runs, not to print a help
    from counter_app.services.desk import Desk
    from counter_app.services.held_data import HeldData

_TOLD_FOR = (Purpose.RIGHT_TO_KNOW, Purpose.COMPLAINT, Purpose.INSPECTION)
_SWEPT = {
    DataKind.DRAFTS: "drafts that were left open",
    DataKind.TAKEN_BACK: "drafts kept to take a reception back",
    DataKind.LOOSE_FILES: "sealed pages that belong to nothing",
    DataKind.DELIVERED_PAGES: "pictures of pages whose document the hub has",
    DataKind.EXPECTED_PEOPLE: "copies of people who were expected",
}


def add_commands(
    add: Callable[..., argparse.ArgumentParser], run: Callable[[Command, argparse.Namespace], int]
) -> tuple[argparse.ArgumentParser, ...]:
    """Add the commands; ``run`` opens a desk and prints what one says."""
    told = add("about", help="tell what this desk holds about a number, for a purpose that is kept")
    told.add_argument("number", help="twelve digits, or the nine of before")
    told.add_argument("--purpose", choices=[one.value for one in _TOLD_FOR], required=True)
    told.add_argument("--out", type=Path, metavar="FILE.pdf", help="the sheet for the citizen")
    held = add("hold", help="keep what is about a number or code from deletion, or let go of it")
    held.add_argument("about", help="a citizen's number, a dossier's code, or all")
    held.add_argument("--reason", required=True, help="who asked for it and why; it is kept")
    held.add_argument("--lift", action="store_true", help="let go of it")
    swept = add("sweep", help="delete now what is over by resources/retention.toml")
    breach = add("breach", help="fill the notice of a breach, due within 72 hours, from history")
    for name, what in (
        ("found", "when it was found"),
        ("since", "when it began"),
        ("until", "when it ended"),
    ):
        breach.add_argument(f"--{name}", type=_moment, required=True, metavar="2026-11-23T14:10", help=what)
    for name in ("what", "consequences", "measures"):
        breach.add_argument(f"--{name}", default="", help="in words; left out: dots for the pen")
    breach.add_argument("--out", type=Path, required=True, metavar="FILE.pdf")
    copied = add("paper", help="give a copy of a digitised paper out; ID papers are marked with what for")
    copied.add_argument("code", help="the dossier's code")
    copied.add_argument("slot", help="the paper's slot in the procedure's pack")
    copied.add_argument("--purpose", required=True, help="what for, in words; it is kept, and written on it")
    copied.add_argument("--out", type=Path, required=True, metavar="FILE.pdf")
    commands = {copied: _paper, told: _about, held: _hold, swept: _sweep, breach: _breach}
    for parser, command in commands.items():
        parser.set_defaults(run=partial(run, command))
    return tuple(commands)


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=VIETNAM)


def _about(desk: Desk, asked: argparse.Namespace) -> str:
    duty = desk.duty_book.now()
    held = desk.custody.right_to_know.tell(asked.number, Purpose(asked.purpose), duty.official.sign)
    if asked.out:
        asked.out.write_bytes(desk.custody.held_sheet(held, duty))
    return "\n".join(_lines(held))


def _lines(held: HeldData) -> list[str]:
    lines = [
        " ".join(filter(None, (f"{one.since:%d/%m/%Y}", one.kind, one.about, one.part, _count(one.count))))
        for one in held.pieces
    ]
    looks = f"looked at {held.looks} times" if held.looks else "never looked at"
    hold = ["held: nothing of it is deleted"] if held.is_held else []
    return [*(lines or ["nothing is held about this number"]), looks, *hold]


def _count(count: int) -> str:
    return f"× {count}" if count else ""


def _hold(desk: Desk, asked: argparse.Namespace) -> str:
    about = EVERYTHING if asked.about == "all" else asked.about
    sign = desk.duty_book.now().official.sign
    desk.custody.retention.hold(about, asked.reason, sign, lifted=asked.lift)
    return "no longer held" if asked.lift else "held: nothing of it is deleted until it is lifted"


def _sweep(desk: Desk, _asked: argparse.Namespace) -> str:
    swept = desk.custody.retention.sweep()
    return "\n".join(f"deleted: {one.count} {_SWEPT[one.kind]}" for one in swept) or "nothing was over"


def _breach(desk: Desk, asked: argparse.Namespace) -> str:
    from counter_app.services.breach import Breach  # noqa: PLC0415 - see above

    breach = Breach(asked.found, asked.since, asked.until, asked.what, asked.consequences, asked.measures)
    duty = desk.duty_book.now()
    facts = desk.custody.breaches.facts(breach, duty.official.sign)
    asked.out.write_bytes(desk.custody.breach_sheet(facts, duty))
    return f"{asked.out}: to be sent before {facts.notify_until:%H:%M %d/%m/%Y}"


def _paper(desk: Desk, asked: argparse.Namespace) -> str:
    copy = desk.custody.copies.copy(asked.code, asked.slot, asked.purpose, desk.duty_book.now())
    asked.out.write_bytes(copy.pdf)
    kind = "sensitive, marked with what it is for" if copy.is_sensitive else "not an ID paper"
    return f"{asked.out}: {kind}"
