"""The hub on the command line: serve, and what its keepers do beside it."""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import uvicorn
from fastapi import FastAPI

from counter_app.errors import SetupError
from counter_app.hub.app import build
from counter_app.hub.assembly import Hub, open_hub
from counter_app.hub.denial import Denied
from counter_app.hub.expected import Expected
from counter_app.hub.export import Export
from counter_app.hub.handling import STATES, Handling
from counter_app.hub.histories import Histories
from counter_app.hub.logs import start_log
from counter_app.hub.migrations import migrate
from counter_app.hub.patience import PatientProtocol
from counter_app.hub.settings import SETTINGS_VARIABLE, Settings, read_settings
from counter_app.wire.bundles import BUNDLE_BYTES, RECEIPT_ENDING
from counter_app.wire.changes import PUBLISHED_KINDS, ChangeKind, DossierState
from counter_app.wire.text import to_json

_HEADERS_AT_MOST = 32 * 1024
_KEEP_ALIVE_SECONDS = 30
_APPLICATION = "counter_app.hub.__main__:application"
"""By name, for each worker is a process that imports it."""


def main(arguments: Sequence[str] | None = None, *, name: str = "python -m counter_app.hub") -> int:
    """Run what the command line asks for; 0 when it was done, 2 with one line on standard error when not."""
    asked = _parser(name).parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = asked.run
    try:
        return run(asked)
    except SetupError as error:
        key = f", key {error.key!r}" if error.key else ""
        nearest = f" (did you mean {error.nearest!r}?)" if error.nearest else ""
        print(f"hub: {error.path}{key}: {error.problem}{nearest}. Mend it and start again.", file=sys.stderr)
    except Denied as denied:
        print(f"hub: {denied.code}", file=sys.stderr)
    return 2


def _parser(name: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=name, description="The hub. Without a command: it serves.")
    parser.add_argument("--settings", type=Path, default=Path("hub.toml"), metavar="FILE.toml")
    parser.set_defaults(run=_serve)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    commands.add_parser("serve", help="serve desks").set_defaults(run=_serve)
    commands.add_parser("migrate", help="bring the database up to date").set_defaults(run=_migrate)
    code = commands.add_parser("code", help="make a one-time code with which one desk may enrol")
    code.add_argument("office", metavar="OFFICE_CODE", help="for example H26.99")
    code.set_defaults(run=_code)
    revoke = commands.add_parser("revoke", help="never again take anything from a desk")
    revoke.add_argument("device", metavar="DEVICE")
    revoke.set_defaults(run=_revoke)
    state = commands.add_parser("state", help="say where a dossier stands that is worked on away from desks")
    state.add_argument("code", metavar="DOSSIER_CODE")
    state.add_argument("state", choices=[one.value for one in STATES])
    state.add_argument("--reason", default="")
    state.set_defaults(run=_state)
    export = commands.add_parser("export", help="write dossiers for the provincial system as files")
    export.add_argument("out", type=Path, metavar="FOLDER")
    export.set_defaults(run=_export)
    push = commands.add_parser(
        "push", help="tell the provincial system of dossiers; run it every few minutes"
    )
    push.set_defaults(run=_push)
    publish = commands.add_parser("publish", help="sign a pack, a calendar or a list and send it to desks")
    publish.add_argument("kind", choices=sorted(PUBLISHED_KINDS))
    publish.add_argument("file", type=Path, metavar="FILE.toml")
    publish.add_argument("--version", required=True)
    publish.add_argument("--office", default="", metavar="OFFICE_CODE", help="else every office")
    publish.set_defaults(run=_publish)
    appointments = commands.add_parser("appointments", help="take in who said they would come to an office")
    appointments.add_argument("office", metavar="OFFICE_CODE")
    appointments.add_argument("file", type=Path, metavar="FILE.csv", help="day,number,full_name,born_on")
    appointments.set_defaults(run=_appointments)
    expect = commands.add_parser(
        "expect", help="look tomorrow's people up and tell desks; run it every evening"
    )
    expect.add_argument("--day", type=date.fromisoformat, metavar="YYYY-MM-DD", help="another day")
    expect.set_defaults(run=_expect)
    bundle = commands.add_parser("bundle", help="take in what desks without a line sealed; writes receipts")
    bundle.add_argument("files", type=Path, nargs="+", metavar="FILE.bundle")
    bundle.set_defaults(run=_bundle)
    sweep = commands.add_parser(
        "sweep", help="forget papers that began to come long ago and never came whole"
    )
    sweep.add_argument("--days", type=int, default=45, metavar="N")
    sweep.set_defaults(run=_sweep)
    history = commands.add_parser("history", help="verify what desks have told of their histories")
    history.add_argument("--office", default="", metavar="OFFICE_CODE", help="else every office")
    history.set_defaults(run=_history)
    return parser


@contextmanager
def _opened(asked: argparse.Namespace) -> Iterator[tuple[Settings, Hub]]:
    path = asked.settings.resolve()
    settings = read_settings(path)
    hub = open_hub(path, settings)
    try:
        yield settings, hub
    finally:
        hub.database.close()


def _serve(asked: argparse.Namespace) -> int:
    handler = start_log()
    try:
        with _opened(asked) as (settings, hub):
            migrate(hub.database)
            if settings.listen.workers > 1:
                os.environ[SETTINGS_VARIABLE] = str(asked.settings.resolve())
                uvicorn.run(_APPLICATION, **_server(asked, settings), factory=True)
                return 0
            with contextlib.suppress(KeyboardInterrupt):  # it has ended in order, and says so once more
                uvicorn.Server(uvicorn.Config(build(hub), **_server(asked, settings))).run()
    finally:
        handler.close()
    return 0


def application() -> FastAPI:
    """Build the application in a process of its own; the settings' place stands in the environment."""
    path = Path(os.environ[SETTINGS_VARIABLE])
    start_log()
    return build(open_hub(path, read_settings(path)))


def _server(asked: argparse.Namespace, settings: Settings) -> dict[str, Any]:
    listen, beside = settings.listen, asked.settings.resolve().parent
    return {
        "host": listen.address,
        "port": listen.port,
        "workers": listen.workers,
        "ssl_certfile": beside / listen.certificate if listen.certificate else None,
        "ssl_keyfile": beside / listen.key if listen.key else None,
        "http": PatientProtocol,
        "log_config": None,
        "access_log": False,
        "server_header": False,
        "h11_max_incomplete_event_size": _HEADERS_AT_MOST,
        "timeout_keep_alive": _KEEP_ALIVE_SECONDS,
        "timeout_graceful_shutdown": settings.limits.shutdown_seconds,
    }


def _migrate(asked: argparse.Namespace) -> int:
    with _opened(asked) as (_, hub):
        migrate(hub.database)
    return 0


def _code(asked: argparse.Namespace) -> int:
    with _opened(asked) as (_, hub):
        migrate(hub.database)
        print(hub.devices.new_code(asked.office))
    return 0


def _revoke(asked: argparse.Namespace) -> int:
    with _opened(asked) as (_, hub):
        hub.devices.revoke(asked.device)
    return 0


def _state(asked: argparse.Namespace) -> int:
    with _opened(asked) as (_, hub):
        Handling(hub.database, hub.clock).put(asked.code, DossierState(asked.state), asked.reason)
    return 0


def _export(asked: argparse.Namespace) -> int:
    with _opened(asked) as (_, hub):
        written = Export(hub.database, hub.clock).write(asked.out)
    print(f"{written} dossiers are in {asked.out}")
    return 0


def _push(asked: argparse.Namespace) -> int:
    handler = start_log()
    try:
        with _opened(asked) as (settings, hub):
            if not settings.province.url:
                raise SetupError(asked.settings, "missing", key="province.url")
            pushed = Export(hub.database, hub.clock).push(settings.province)
    finally:
        handler.close()
    print(f"{pushed.told} told, {pushed.refused} refused{', then it was away' if pushed.is_away else ''}")
    return 2 if pushed.is_away or pushed.refused else 0


def _publish(asked: argparse.Namespace) -> int:
    try:
        body = asked.file.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise SetupError(asked.file, "unreadable") from error
    with _opened(asked) as (_, hub):
        kind = ChangeKind(asked.kind)
        hub.news.publish(kind, asked.file.stem, asked.version, body, office_code=asked.office)
    return 0


def _appointments(asked: argparse.Namespace) -> int:
    with _opened(asked) as (_, hub):
        taken = _expected(hub).take_appointments(asked.office, asked.file)
    print(f"{taken} appointments")
    return 0


def _expect(asked: argparse.Namespace) -> int:
    with _opened(asked) as (_, hub):
        told = _expected(hub).tell(asked.day)
    print(
        f"{told.people} people told to {told.offices} offices{', then it was away' if told.is_away else ''}"
    )
    return 2 if told.is_away else 0


def _bundle(asked: argparse.Namespace) -> int:
    """Take bundles in one by one; 0 where each was taken, 2 where one was not."""
    refused = 0
    with _opened(asked) as (_, hub):
        for path in asked.files:
            try:
                with path.open("rb") as file:
                    receipt = hub.bundles.take(file.read(BUNDLE_BYTES + 1))
                path.with_suffix(RECEIPT_ENDING).write_text(to_json(receipt), encoding="utf-8")
            except OSError as error:
                raise SetupError(path, "unreadable") from error
            except Denied as denied:
                print(f"{path}: {denied.code} {denied.detail}", file=sys.stderr)
                refused += 1
            else:
                print(f"{path}: {len(receipt.receipts)} entries")
    return 2 if refused else 0


def _sweep(asked: argparse.Namespace) -> int:
    with _opened(asked) as (_, hub):
        print(f"{hub.papers.sweep(hub.clock.now() - timedelta(days=asked.days))} papers forgotten")
    return 0


def _history(asked: argparse.Namespace) -> int:
    """Say of each desk how far its history is whole: 0 where all are, 1 where one is not."""
    are_whole = True
    with _opened(asked) as (_, hub):
        for one in Histories(hub.database).verify(asked.office):
            said = ", ".join(f"{broken.damage} {broken.first}-{broken.last}" for broken in one.breaks)
            whole = f"{one.acts} acts, sealed until {one.sealed_until}"
            print(f"{one.device_id} {one.office_code}: {whole}: {said or 'whole'}")
            are_whole = are_whole and not one.breaks
    return 0 if are_whole else 1


def _expected(hub: Hub) -> Expected:
    return Expected(hub.database, hub.clock, hub.population, hub.news)


if __name__ == "__main__":
    sys.exit(main())
