"""The command line: the desk in a window, a visit without one, practice cards."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Callable, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from counter_app import command_words
from counter_app.accounts_command import AccountsDoor, add_arguments, asked_secret, carry_out, let_in
from counter_app.custody_command import Command, add_commands
from counter_app.domain.rights import Right
from counter_app.errors import CounterError
from counter_app.practice_commands import add_practice_commands
from counter_app.safety_commands import add_safety_commands
from forms.errors import FormsError
from printing.errors import PrintingError
from scanning.errors import ScanningError

if TYPE_CHECKING:
    from counter_app.services.desk import Desk

_FORESEEN = (CounterError, FormsError, ScanningError, PrintingError, OSError)
_HUB = "hub"
_BEAT_S = 1.5
_CLASS_AT = "127.0.0.1:8790"


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
    _add_data(parser)
    parser.set_defaults(run=_desk)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    _add_visit(commands.add_parser("visit", help="serve one citizen without a window, and print JSON"))
    _add_demo(commands.add_parser("demo", help="play a lesson at the training desk, or have it play itself"))
    add_practice_commands(commands)
    _add_training(commands.add_parser("training", help="put a training desk back to a known state"))
    check = commands.add_parser("check", help="read all definitions and try every pack on its examples")
    check.add_argument("folder", type=Path, nargs="?", help="a folder like resources; else the program's own")
    check.set_defaults(run=_check)
    enrol = commands.add_parser("enrol", help="make this desk known to its hub by a one-time code")
    _add_official(enrol)
    enrol.add_argument("code", metavar="CODE", help="what the hub printed for this counter")
    enrol.set_defaults(run=_enrol)
    sync = commands.add_parser("sync", help="send what waits to the hub, once, and print JSON")
    _add_data(sync)
    sync.set_defaults(run=_sync)
    bundle = commands.add_parser("bundle", help="days without a line: what waits goes by stick")
    _add_data(bundle)
    bundle.add_argument("way", choices=("export", "import", "relay"), help="onto the stick, from it")
    bundle.add_argument("folder", type=Path, metavar="FOLDER", help="of the stick; ADDRESS:PORT to relay")
    bundle.set_defaults(run=_bundle)
    where = commands.add_parser("where", help="say where the desk keeps its data and its key")
    _add_data(where)
    where.set_defaults(run=_where)
    accounts = commands.add_parser("accounts", help="list, add, change and close the accounts of a desk")
    _add_data(accounts)
    add_arguments(accounts)
    accounts.set_defaults(run=_accounts)
    _add_close(commands.add_parser("close", help="close the shift like a till, and write its sheet"))
    _add_inspect(commands.add_parser("inspect", help="verify history, and list looks that want explaining"))
    add_safety_commands(commands)
    for made in add_commands(commands.add_parser, _with_desk):
        _add_official(made)
    commands.add_parser(_HUB, help="run the hub, the second program; counter-app hub --help says how")
    key = commands.add_parser(
        "key", help="write this desk's public key, by which other desks check its papers"
    )
    _add_data(key)
    key.set_defaults(run=_key)
    return parser


def _add_data(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--data",
        type=Path,
        metavar="FOLDER",
        help="where the desk keeps its data (a fresh folder: the demo desk)",
    )


def _add_official(parser: argparse.ArgumentParser) -> None:
    """Take who does it; only an office's desk asks for their password."""
    _add_data(parser)
    parser.add_argument("--as", dest="by", default="", metavar="SIGN", help="whose account, in an office")


def _add_visit(parser: argparse.ArgumentParser) -> None:
    _add_official(parser)
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
    _add_data(parser)
    parser.add_argument(
        "what",
        choices=("reset", "keep", "console"),
        help="reset: throw away what was received, or go back to what was kept; keep: keep it as it is now; "
        "console: hold a class",
    )
    parser.add_argument("--listen", default=_CLASS_AT, metavar="HOST:PORT", help="where desks join the class")
    parser.add_argument("--out", type=Path, default=Path(), metavar="FOLDER", help="where tables are saved")
    parser.set_defaults(run=_training)


def _add_close(parser: argparse.ArgumentParser) -> None:
    _add_official(parser)
    parser.add_argument("--out", type=Path, metavar="FILE.pdf", help="where the sheet is written")
    parser.add_argument("--json", action="store_true", help="print what was counted as JSON")
    parser.set_defaults(run=_close)


def _add_inspect(parser: argparse.ArgumentParser) -> None:
    _add_official(parser)
    parser.add_argument("--verify", action="store_true", help="only the chain and its seals, no looks")
    parser.add_argument("--json", action="store_true", help="print the findings as JSON")
    parser.add_argument("--export", type=Path, metavar="FILE.csv", help="write history down, without data")
    parser.set_defaults(run=_inspect)


# Each command loads what it needs and no more: the window needs no practice cards, a visit no Qt.


def _desk(asked: argparse.Namespace) -> int:
    if sys.platform == "linux" and not _has_display():
        print(command_words.NO_DISPLAY, file=sys.stderr)
        return 2
    gc.disable()  # loading makes values by the hundred thousand and throws none away; the window sweeps again
    from counter_app.bootstrap.window import run_window  # noqa: PLC0415 - see above

    return run_window(asked.data)


def _visit(asked: argparse.Namespace) -> int:
    from counter_app.bootstrap.desk import opened_desk  # noqa: PLC0415 - see above
    from counter_app.visit_command import TermsOrder, VisitOrder, serve  # noqa: PLC0415 - see above
    from counter_app.visit_people import shown_card  # noqa: PLC0415 - see above
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
        print(serve(_let_in(opened.desk, asked), order).as_json())
    return 0


def _demo(asked: argparse.Namespace) -> int:
    if sys.platform == "linux" and not _has_display():
        if not asked.pictures:
            print(command_words.NO_DISPLAY, file=sys.stderr)
            return 2
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from counter_app.bootstrap.demo import DemoOrder, Seat, Showing, run_demo  # noqa: PLC0415 - see above

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
    if sys.platform == "linux" and not _has_display():
        print(command_words.NO_DISPLAY, file=sys.stderr)
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


def _close(asked: argparse.Namespace) -> int:
    from counter_app.bootstrap.desk import opened_desk  # noqa: PLC0415 - see above
    from counter_app.closing_report import ClosingReport  # noqa: PLC0415 - see above
    from printing.sheet import PaperSize  # noqa: PLC0415 - see above

    with opened_desk(asked.data) as opened:
        _let_in(opened.desk, asked)
        closed = opened.desk.closing.close(opened.desk.duty_book.now(), PaperSize.A4)
        if asked.out:
            asked.out.write_bytes(closed.printout.pdf)
    report = ClosingReport(closed)
    print(report.as_json() if asked.json else report.as_text())
    return 0 if closed.closing.tally.is_balanced else 1


def _inspect(asked: argparse.Namespace) -> int:
    from counter_app.bootstrap.desk import opened_desk  # noqa: PLC0415 - see above
    from counter_app.inspect_report import InspectionReport  # noqa: PLC0415 - see above

    with opened_desk(asked.data) as opened:
        inspection = opened.inspection
        desk = _let_in(opened.desk, asked)
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
        print(carry_out(asked, AccountsDoor(desk.accounts, desk.sign_in, asked_secret)))
    return 0


def _let_in(desk: Desk, asked: argparse.Namespace) -> Desk:
    """Have somebody sign in where people do, before anything is done in their name."""
    if desk.accounts.is_guarded():
        door = AccountsDoor(desk.accounts, desk.sign_in, asked_secret)
        desk.duty_book.begin(let_in(door, asked.by))
    return desk


def _with_desk(command: Command, asked: argparse.Namespace) -> int:
    """Open the desk, do what a command is for and print what it says."""
    from counter_app.bootstrap.desk import opened_desk  # noqa: PLC0415 - see above

    with opened_desk(asked.data) as opened:
        print(command(_let_in(opened.desk, asked), asked))
    return 0


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


def _enrol(asked: argparse.Namespace) -> int:
    from counter_app.bootstrap.desk import opened_desk  # noqa: PLC0415 - see above

    with opened_desk(asked.data) as opened:
        _let_in(opened.desk, asked)
        enrolled = opened.desk.enrolling.enrol(asked.code, opened.desk.duty_book.now())
        print(command_words.enrolled(enrolled.device_id, enrolled.counter))
    return 0


def _sync(asked: argparse.Namespace) -> int:
    """Send once: 0 when nothing waits any more, 1 when something still does."""
    from counter_app.bootstrap.desk import opened_desk  # noqa: PLC0415 - see above

    with opened_desk(asked.data) as opened:
        report = opened.desk.sync.run()
        standing = opened.desk.outbox.standing()
    print(command_words.synced(report, standing))
    return 1 if standing.waiting else 0


def _bundle(asked: argparse.Namespace) -> int:
    """Write or read a stick, or relay for neighbours: 0 when all was taken, 1 when a file was refused."""
    from counter_app.bootstrap.relay import serve_relay  # noqa: PLC0415 - see above

    if asked.way == "relay":
        return serve_relay(asked.data, str(asked.folder))
    from counter_app.bootstrap.desk import opened_desk  # noqa: PLC0415 - see above

    with opened_desk(asked.data) as opened:
        bundles = opened.desk.bundles
        if asked.way == "export":
            print(command_words.exported(bundles.write(asked.folder), asked.folder))
            return 0
        taken = bundles.take(asked.folder)
    print(command_words.imported(taken))
    return 1 if taken.refused else 0


def _where(asked: argparse.Namespace) -> int:
    from counter_app.bootstrap.desk import opened_desk  # noqa: PLC0415 - see above

    with opened_desk(asked.data) as opened:
        print(command_words.where(opened.folder, opened.key_place))
    return 0


def _key(asked: argparse.Namespace) -> int:
    from counter_app.bootstrap.desk import opened_desk  # noqa: PLC0415 - see above
    from counter_app.gateways.known_desks import spelt_key  # noqa: PLC0415 - see above

    with opened_desk(asked.data) as opened:
        print(spelt_key(opened.key))
    return 0


def _has_display() -> bool:
    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    headless = chosen.startswith(("offscreen", "minimal", "vnc"))
    return headless or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    sys.exit(main())
