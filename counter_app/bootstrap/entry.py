"""The way into a desk's folder: its lock, what a power cut left half done, and its key."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from counter_app.bootstrap.desk_keys import DATABASE, MOVED, PAPERS, DeskKeys, lock_of, service_name
from counter_app.bootstrap.rekeying import PENDING, finish_changing
from counter_app.errors import SetupError
from counter_app.gateways.keys import Ask, find_or_make_key
from counter_app.gateways.terminal import ask_hidden
from counter_app.services.ports import Clock
from counter_app.store.copying import is_half_replaced, roll_forward


def ask_at_terminal() -> str:
    """Ask for the passphrase of the desk's key."""
    return ask_hidden("passphrase of this desk: ")


@contextmanager
def entered(folder: Path, clock: Clock, ask: Ask = ask_at_terminal) -> Iterator[DeskKeys]:
    """Enter a desk's folder beside others who work there, and find its keys.

    Raises DeskInUse, WrongPassphrase, and SetupError: moved away, its database lost, its key missing.
    """
    refuse_moved(folder)
    ask = cache(ask)
    if is_half_replaced(folder / DATABASE) or (folder / PENDING).exists():
        with entered_alone(folder, clock, ask):
            pass
    with lock_of(folder).shared():
        _refuse_a_lost_database(folder)
        yield _found(folder, ask)


@contextmanager
def entered_alone(folder: Path, clock: Clock, ask: Ask = ask_at_terminal) -> Iterator[DeskKeys]:
    """Enter a desk's folder with nobody else in it, and finish what was left half done.

    Raises what ``entered`` does.
    """
    refuse_moved(folder)
    with lock_of(folder).alone():
        roll_forward(folder / DATABASE)
        _refuse_a_lost_database(folder)
        yield finish_changing(folder, _found(folder, ask), clock)


def refuse_moved(folder: Path) -> None:
    """Refuse a desk that has moved to another machine, where it goes on giving numbers."""
    if (folder / MOVED).exists():
        raise SetupError(folder / MOVED, "moved_away")


def _found(folder: Path, ask: Ask) -> DeskKeys:
    must_exist = (folder / DATABASE).exists()
    return DeskKeys(find_or_make_key(folder, service_name(folder), must_exist=must_exist, ask=ask))


def _refuse_a_lost_database(folder: Path) -> None:
    """Refuse to begin a new register where one was kept: its numbers would be given again."""
    database = folder / DATABASE
    is_lost = not database.exists() or database.stat().st_size == 0
    if is_lost and (folder / PAPERS).exists():
        raise SetupError(database, "missing")
