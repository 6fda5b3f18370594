"""The commands about the line to the hub: enrolling, sending, sticks, and the key that others check by."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from counter_app.commands import command_words
from counter_app.commands.opening import add_data, add_official, signed_in


def add_line_commands(commands: Any) -> None:  # noqa: ANN401 - argparse keeps this type to itself
    """Add them to the command line."""
    enrol = commands.add_parser("enrol", help="make this desk known to its hub by a one-time code")
    add_official(enrol)
    enrol.add_argument("code", metavar="CODE", help="what the hub printed for this counter")
    enrol.set_defaults(run=_enrol)
    sync = commands.add_parser("sync", help="send what waits to the hub, once, and print JSON")
    add_data(sync)
    sync.set_defaults(run=_sync)
    bundle = commands.add_parser("bundle", help="days without a line: what waits goes by stick")
    add_data(bundle)
    bundle.add_argument("way", choices=("export", "import", "relay"), help="onto the stick, from it")
    bundle.add_argument("folder", type=Path, metavar="FOLDER", help="of the stick; ADDRESS:PORT to relay")
    bundle.set_defaults(run=_bundle)
    key = commands.add_parser(
        "key", help="write this desk's public key, by which other desks check its papers"
    )
    add_data(key)
    key.set_defaults(run=_key)


def _enrol(asked: argparse.Namespace) -> int:
    from counter_app.bootstrap.desk import opened_desk  # noqa: PLC0415 - see above

    with opened_desk(asked.data) as opened:
        signed_in(opened.desk, asked)
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


def _key(asked: argparse.Namespace) -> int:
    from counter_app.bootstrap.desk import opened_desk  # noqa: PLC0415 - see above
    from counter_app.gateways.known_desks import spelt_key  # noqa: PLC0415 - see above

    with opened_desk(asked.data) as opened:
        print(spelt_key(opened.key))
    return 0
