"""The command line: the desk in a window, a visit without one, practice cards."""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Callable, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from counter_app.commands import command_words
from counter_app.commands.accounts import AccountsDoor, add_arguments, asked_secret, carry_out
from counter_app.commands.custody import add_commands
from counter_app.commands.line import add_line_commands
from counter_app.commands.opening import add_data, add_official, at_desk, lacks_display, signed_in
from counter_app.commands.practice import add_practice_commands
from counter_app.commands.register_book import add_command
from counter_app.commands.safety import add_safety_commands
from counter_app.commands.training import add_training_commands
from counter_app.domain.rights import Right
from counter_app.errors import CounterError
from forms.errors import FormsError
from printing.errors import PrintingError
from scanning.errors import ScanningError

if TYPE_CHECKING:
    pass

_FORESEEN = (CounterError, FormsError, ScanningError, PrintingError, OSError)
_HUB = "hub"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what the command line asks for; 0 when it was done, 2 with one line on standard error when not."""
    if isinstance(sys.stdout, TextIOWrapper):  # Windows would choose an alphabet without Vietnamese letters
        sys.stdout.reconfigure(encoding="utf-8")
    words = sys.argv[1:] if arguments is None else list(arguments)
    if words[:1] == [_HUB]:
        return _hub(words[1:])
    asked = _parser().parse_args(words)
    run: Callable[[argparse.Namespace], int] = asked.run
    try:
        return run(asked)
    except _FORESEEN as error:
        print(f"counter-app: {command_words.words(error)}", file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="counter-app",
        description="One-stop-shop counter assistant. Without a command: the desk's window.",
    )
    add_data(parser)
    parser.set_defaults(run=_desk)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    office = commands.add_parser(
        "office", help="open an office's desk; its first start sets it up, step by step"
    )
    add_data(office)
    office.set_defaults(run=_office)
    _add_visit(commands.add_parser("visit", help="serve one citizen without a window, and print JSON"))
    add_training_commands(commands)
    add_practice_commands(commands)
    check = commands.add_parser("check", help="read all definitions and try every pack on its examples")
    check.add_argument("folder", type=Path, nargs="?", help="a folder like resources; else the program's own")
    check.set_defaults(run=_check)
    add_line_commands(commands)
    where = commands.add_parser("where", help="say where the desk keeps its data and its key")
    add_data(where)
    where.set_defaults(run=_where)
    ready = commands.add_parser("ready", help="the opening check of a day; 1 where something must be mended")
    add_data(ready)
    ready.add_argument("--json", action="store_true", help="print every point as JSON")
    ready.set_defaults(run=_ready)
    accounts = commands.add_parser("accounts", help="list, add, change and close the accounts of a desk")
    add_data(accounts)
    add_arguments(accounts)
    accounts.set_defaults(run=_accounts)
    _add_close(commands.add_parser("close", help="close the shift like a till, and write its sheet"))
    _add_inspect(commands.add_parser("inspect", help="verify history, and list looks that want explaining"))
    add_safety_commands(commands)
    for made in (*add_commands(commands.add_parser, at_desk), add_command(commands.add_parser, at_desk)):
        add_official(made)
    commands.add_parser(_HUB, help="run the hub, the second program; counter-app hub --help says how")
    return parser


def _add_visit(parser: argparse.ArgumentParser) -> None:
    add_official(parser)
    parser.add_argument(
        "--card",
        action="append",
        required=True,
        metavar="CARD",
        help="picture of the card of who is at the desk; again, as ROLE=PICTURE, for a holder, groom …",
    )
    parser.add_argument("--procedure", required=True, metavar="CODE", help="for example 1.004194")
    parser.add_argument(
        "--answers", type=Path, required=True, metavar="FILE.toml", help="what the citizen says"
    )
    parser.add_argument(
        "--page",
        nargs="+",
        action="extend",
        default=[],
        metavar="PHOTO",
        help="a paper's page; SLOT=PHOTO names the paper",
    )
    parser.add_argument(
        "--out", type=Path, required=True, metavar="FOLDER", help="where the paper is written"
    )
    parser.add_argument(
        "--channel", choices=("direct", "post", "online"), default="", help="how it is filed, where not usual"
    )
    for option, what in (("--waiver", "a reason to pay less, seen"), ("--case", "a particular case")):
        parser.add_argument(
            option, action="append", default=[], metavar="NAME", help=f"{what}; as the pack calls it"
        )
    parser.add_argument("--size", choices=("A4", "A5"), default="A4", help="of the acknowledgement")
    parser.add_argument("--json", action="store_true", help="print the report as JSON (the usual way, too)")
    parser.set_defaults(run=_visit)


def _add_close(parser: argparse.ArgumentParser) -> None:
    add_official(parser)
    parser.add_argument("--out", type=Path, metavar="FILE.pdf", help="where the sheet is written")
    parser.add_argument("--json", action="store_true", help="print what was counted as JSON")
    parser.set_defaults(run=_close)


def _add_inspect(parser: argparse.ArgumentParser) -> None:
    add_official(parser)
    parser.add_argument("--verify", action="store_true", help="only the chain and its seals, no looks")
    parser.add_argument("--json", action="store_true", help="print the findings as JSON")
    parser.add_argument("--export", type=Path, metavar="FILE.csv", help="write history down, without data")
    parser.set_defaults(run=_inspect)


# Each command loads what it needs and no more: the window needs no practice cards, a visit no Qt.


def _desk(asked: argparse.Namespace) -> int:
    if lacks_display():
        return 2
    gc.disable()  # loading makes values by the hundred thousand and throws none away; the window sweeps again
    from counter_app.bootstrap.window import run_window  # noqa: PLC0415 - see above

    return run_window(asked.data)


def _office(asked: argparse.Namespace) -> int:
    if lacks_display():
        return 2
    gc.disable()  # as in _desk
    from counter_app.bootstrap.window import run_office  # noqa: PLC0415 - see above

    return run_office(asked.data)


def _visit(asked: argparse.Namespace) -> int:
    from counter_app.bootstrap.desk import opened_desk  # noqa: PLC0415 - see above
    from counter_app.commands.visit import TermsOrder, VisitOrder, serve  # noqa: PLC0415 - see above
    from counter_app.commands.visit_people import shown_card  # noqa: PLC0415 - see above
    from printing.sheet import PaperSize  # noqa: PLC0415 - see above

    order = VisitOrder(
        tuple(map(shown_card, asked.card)),
        asked.procedure,
        asked.answers,
        tuple(asked.page),
        asked.out,
        PaperSize[asked.size],
        TermsOrder(asked.channel, tuple(asked.waiver), tuple(asked.case)),
    )
    with opened_desk(asked.data) as opened:
        print(serve(signed_in(opened.desk, asked), order).as_json())
    return 0


def _close(asked: argparse.Namespace) -> int:
    from counter_app.bootstrap.desk import opened_desk  # noqa: PLC0415 - see above
    from counter_app.commands.closing_report import ClosingReport  # noqa: PLC0415 - see above
    from printing.sheet import PaperSize  # noqa: PLC0415 - see above

    with opened_desk(asked.data) as opened:
        signed_in(opened.desk, asked)
        closed = opened.desk.closing.close(opened.desk.duty_book.now(), PaperSize.A4)
        if asked.out:
            asked.out.write_bytes(closed.printout.pdf)
    report = ClosingReport(closed)
    print(report.as_json() if asked.json else report.as_text())
    return 0 if closed.closing.tally.is_balanced else 1


def _inspect(asked: argparse.Namespace) -> int:
    from counter_app.bootstrap.desk import opened_desk  # noqa: PLC0415 - see above
    from counter_app.commands.inspect_report import InspectionReport  # noqa: PLC0415 - see above

    with opened_desk(asked.data) as opened:
        inspection = opened.inspection
        desk = signed_in(opened.desk, asked)
        desk.accounts.demand(desk.duty_book.now().official.sign, Right.INSPECT)
        report = InspectionReport(inspection.verify(), () if asked.verify else inspection.odd_looks())
        if asked.export:
            asked.export.write_text(inspection.export(), encoding="utf-8")
    print(report.as_json() if asked.json else report.as_text())
    return 0 if report.is_whole else 1


def _accounts(asked: argparse.Namespace) -> int:
    from counter_app.bootstrap.desk import opened_desk  # noqa: PLC0415 - see above

    with opened_desk(asked.data) as opened:
        desk = opened.desk
        print(carry_out(asked, AccountsDoor(desk.accounts, desk.sign_in, desk.recovery, asked_secret)))
    return 0


def _ready(asked: argparse.Namespace) -> int:
    from counter_app.bootstrap.desk import opened_desk  # noqa: PLC0415 - see above
    from counter_app.commands import readiness_report as report  # noqa: PLC0415 - see above

    with opened_desk(asked.data) as opened:
        findings = tuple(opened.desk.opening_check.run())
    print(report.as_json(findings) if asked.json else report.as_text(findings))
    return 0 if report.is_ready(findings) else 1


def _hub(words: Sequence[str]) -> int:
    """Run the hub; what it stands on is installed for hubs alone, so a desk does without."""
    from counter_app.hub.__main__ import main as run  # noqa: PLC0415 - a desk has no web framework

    return run(words, name="counter-app hub")


def _check(asked: argparse.Namespace) -> int:
    from counter_app.bootstrap.definitions import read_definitions  # noqa: PLC0415 - see above
    from counter_app.bootstrap.desk import RESOURCES  # noqa: PLC0415 - see above
    from counter_app.services.slip_sets import read_slip_sets  # noqa: PLC0415 - see above

    folder = asked.folder or RESOURCES
    read_slip_sets(folder / "slips.toml")
    given = read_definitions(folder)
    for problem in given.problems:
        print(command_words.words(problem))
    print(command_words.checked(len(given.procedures.versions), len(given.bundles), len(given.problems)))
    return 1 if given.problems else 0


def _where(asked: argparse.Namespace) -> int:
    from counter_app.bootstrap.desk import opened_desk  # noqa: PLC0415 - see above

    with opened_desk(asked.data) as opened:
        print(command_words.where(opened.folder, opened.key_place))
    return 0


if __name__ == "__main__":
    sys.exit(main())
