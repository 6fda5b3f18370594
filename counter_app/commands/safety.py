"""The commands that keep a desk safe: copies made, proven and put back, its key changed, a desk moved."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from counter_app.commands import safety_words
from counter_app.gateways.keys import KeyPlace

Command = Callable[[argparse.Namespace], str]
_PLACES = tuple(map(str, KeyPlace))


def add_safety_commands(commands: Any) -> None:  # noqa: ANN401 - argparse keeps this type to itself
    """Add them to the command line; each says with ``--data`` which desk it is about."""

    def add(name: str, said: str, command: Command) -> argparse.ArgumentParser:
        parser: argparse.ArgumentParser = commands.add_parser(name, help=said)
        parser.add_argument("--data", type=Path, metavar="FOLDER", help="where the desk keeps its data")
        parser.set_defaults(run=partial(_run, command))
        return parser

    backup = add("backup", "copy the whole desk, at work or closed", _backup)
    backup.add_argument("--out", type=Path, metavar="FOLDER", help="where copies lie (else see counter.toml)")
    verify = add("verify", "open everything that a copy of the desk holds", _verify)
    restore = add("restore", "put a copy of the desk back; no number is given twice", _restore)
    for parser in (verify, restore):
        parser.add_argument("copy", type=Path, nargs="?", metavar="COPY", help="its folder (else the newest)")
    restore.add_argument("--keep", choices=_PLACES, help="where a key that comes along is kept")
    move = add("move", "copy the desk for another machine, and close it here", _move)
    move.add_argument("--out", type=Path, required=True, metavar="FOLDER", help="a stick, or a share")
    rekey = add("rekey", "give the desk a new key; files and papers go over to it", _rekey)
    rekey.add_argument("--keep", choices=_PLACES, help="where the key is kept from now on (else as before)")
    add("passphrase", "set the words by which copies of the desk open on another machine", _passphrase)


def _run(command: Command, asked: argparse.Namespace) -> int:
    print(command(asked))
    return 0


# Each command loads what it needs when it is asked for: the window needs none of this.


def _backup(asked: argparse.Namespace) -> str:
    from counter_app.bootstrap.safety import Safety  # noqa: PLC0415 - see above

    safety = Safety.of(asked.data)
    return safety_words.copied(safety.copy(asked.out), opens_elsewhere=safety.has_passphrase)


def _verify(asked: argparse.Namespace) -> str:
    from counter_app.bootstrap.safety import Safety  # noqa: PLC0415 - see above

    return safety_words.proven(Safety.of(asked.data).prove(asked.copy))


def _restore(asked: argparse.Namespace) -> str:
    from counter_app.bootstrap.safety import Safety  # noqa: PLC0415 - see above

    safety = Safety.of(asked.data)
    return safety_words.restored(safety.restore(asked.copy, _place(asked)), safety.folder)


def _move(asked: argparse.Namespace) -> str:
    from counter_app.bootstrap.safety import Safety  # noqa: PLC0415 - see above

    return safety_words.moved(Safety.of(asked.data).move(asked.out))


def _rekey(asked: argparse.Namespace) -> str:
    from counter_app.bootstrap.safety import Safety  # noqa: PLC0415 - see above

    safety = Safety.of(asked.data)
    return safety_words.rekeyed(safety.folder, safety.change_key(_place(asked)))


def _passphrase(asked: argparse.Namespace) -> str:
    from counter_app.bootstrap.safety import Safety  # noqa: PLC0415 - see above

    Safety.of(asked.data).set_passphrase()
    return safety_words.words_set()


def _place(asked: argparse.Namespace) -> KeyPlace | None:
    return KeyPlace(asked.keep) if asked.keep else None
