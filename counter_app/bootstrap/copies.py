"""Copies of a desk: made, proven, put back, and carried to another machine."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from counter_app.bootstrap.desk_keys import (
    CHEST,
    DATABASE,
    MOVED,
    PAPERS,
    SIGNATURE,
    DeskKeys,
    bare_store,
    files_of,
    former_name_of,
    keep_deed,
    lock_of,
    service_name,
    usual_duty,
)
from counter_app.bootstrap.entry import ask_at_terminal, entered_alone
from counter_app.bootstrap.rekeying import finish_changing
from counter_app.config import SETTINGS_FILE, read_settings
from counter_app.domain.history import Deed
from counter_app.domain.office import Duty
from counter_app.errors import SetupError
from counter_app.gateways.keys import Ask, KeptKey, KeyPlace, find_or_make_key, place_key, refuse_place
from counter_app.gateways.passphrase_key import PASSPHRASE_FILE, read_wrapped, wrap
from counter_app.services.copy_ports import (
    AnotherDesk,
    CopyDamaged,
    CopyLocked,
    NoPassphrase,
    NotACopy,
    SafeCopy,
)
from counter_app.services.duty import DutyBook
from counter_app.services.numbers_anew import go_on_after
from counter_app.services.ports import Clock
from counter_app.store.copying import beside, copy_database, logs_of, put_in_place, roll_forward, settle
from counter_app.store.durable import sorted_out, write_new
from counter_app.store.manifest import Manifest, read_manifest
from counter_app.store.safe_copies import (
    DeskFiles,
    copies_in,
    copy_at,
    make_copy,
    prove_copy,
    prove_papers,
    put_back,
)

ASIDE = "aside"
"""Where the database lies that a copy took the place of, until the next one does."""
_DOUBTFUL = (NotACopy, CopyDamaged, CopyLocked)


@dataclass(frozen=True, slots=True)
class CopyOrder:
    """What is to be put back where: a copy, a desk's folder, and where a key that comes along is kept."""

    copy: Path
    folder: Path
    place: KeyPlace = KeyPlace.KEYRING
    ask: Ask = ask_at_terminal


@dataclass(frozen=True, slots=True)
class CopiedAt:
    """When a copy was made, and of which office's desk."""

    moment: datetime
    duty: Duty


def prove(order: CopyOrder, clock: Clock) -> SafeCopy:
    """Open everything a copy holds; raises NotACopy, CopyLocked, CopyDamaged and WrongPassphrase."""
    present = _present(order, clock)
    _proven(order, _keys_of(order, present, clock), clock)
    return copy_at(order.copy)


def newest_good_copy(folder: Path, copies: Path, keys: DeskKeys, clock: Clock) -> SafeCopy | None:
    """Find the newest copy whose list and database are whole; None where there is none."""
    for copy in copies_in(copies):
        order = CopyOrder(copy.folder, folder)
        try:
            prove_copy(_files_in(order.copy), _keys_of(order, keys, clock).copies)
        except (SetupError, *_DOUBTFUL):
            continue
        return copy
    return None


def restore(order: CopyOrder, clock: Clock) -> SafeCopy:
    """Put a copy back whole, or leave everything as it was; what is newer than it and still good stays.

    The database there is kept aside. Raises what ``prove`` does, AnotherDesk, DeskInUse and DiskFull.
    """
    database = order.folder / DATABASE
    with lock_of(order.folder).alone():
        roll_forward(database)
        present = _present(order, clock)
        keys = _keys_of(order, present, clock)
        manifest = _proven(order, keys, clock)
        chest = keys.bare_chest(order.copy, clock)
        if present and present.bare_chest(order.folder, clock).of(SIGNATURE) != chest.of(SIGNATURE):
            raise AnotherDesk(order.folder)
        here = present or _settled(order, keys)
        own = here.bare_chest(order.folder, clock)
        put_back(_files_in(order.copy), manifest, _files_in(order.folder), chests=(chest, own))
        unfinished = beside(database)
        copy_database(order.copy / DATABASE, keys.database, unfinished, here.database)
        _go_on(unfinished, here, CopiedAt(manifest.made_at, usual_duty(order.copy)), clock)
        _keep_aside(database, order.folder / ASIDE)
        put_in_place(database, unfinished)
        (order.folder / MOVED).unlink(missing_ok=True)
    return copy_at(order.copy)


def carry_away(folder: Path, into: Path, clock: Clock, ask: Ask = ask_at_terminal) -> SafeCopy:
    """Copy a desk for another machine, prove the copy, and close the desk here: it gives no number any more.

    Raises NoPassphrase where none is set, for the copy opens there by it alone.
    """
    with entered_alone(folder, clock, ask) as keys:
        if read_wrapped(folder / PASSPHRASE_FILE) is None:
            raise NoPassphrase
        keep_deed(folder / DATABASE, keys, clock, Deed.MOVED_AWAY)
        files = files_of(folder, read_settings(folder / SETTINGS_FILE))
        copy = make_copy(files, keys.copies, into, clock.now())
        _proven(CopyOrder(copy.folder, folder), keys, clock)
        try:
            write_new(folder / MOVED, f"{copy.made_at.isoformat(timespec='seconds')}\n".encode())
        except OSError as error:
            raise sorted_out(error, folder / MOVED) from error
    return copy


def _present(order: CopyOrder, clock: Clock) -> DeskKeys | None:
    """Find the keys of the desk that lives in the folder; None where none does."""
    try:
        kept = find_or_make_key(order.folder, service_name(order.folder), must_exist=True, ask=order.ask)
    except SetupError as error:
        if error.problem != "key_missing" or (order.folder / DATABASE).exists():
            raise
        return None
    return finish_changing(order.folder, DeskKeys(kept), clock)


def _keys_of(order: CopyOrder, present: DeskKeys | None, clock: Clock) -> DeskKeys:
    """Find the keys of a copy: the desk's, one that was the desk's before, or what a passphrase opens."""
    name = read_manifest(order.copy).key_name
    if present and present.copies.name == name:
        return present
    former = present.chest(order.folder, clock).of(former_name_of(name)) if present else None
    wrapped = read_wrapped(order.copy / PASSPHRASE_FILE)
    if not former and wrapped:
        former = wrapped.unwrap(order.ask(), order.copy / PASSPHRASE_FILE)
    keys = DeskKeys(KeptKey(former, order.place)) if former else None
    if keys is None or keys.copies.name != name:
        raise CopyLocked(order.copy)
    return keys


def _proven(order: CopyOrder, keys: DeskKeys, clock: Clock) -> Manifest:
    files = _files_in(order.copy)
    manifest = prove_copy(files, keys.copies)
    prove_papers(files, manifest, keys.bare_chest(order.copy, clock))
    return manifest


def _settled(order: CopyOrder, keys: DeskKeys) -> DeskKeys:
    """Keep the key that came with a copy on this machine, where the order says."""
    refuse_place(order.folder, service_name(order.folder), order.place)
    here = keys.at(order.place)
    wrapped = read_wrapped(order.copy / PASSPHRASE_FILE)
    if wrapped and wrapped.only is not (order.place is KeyPlace.PASSPHRASE):
        wrapped = wrap(here.kept.key, order.ask(), only=order.place is KeyPlace.PASSPHRASE)
    place_key(order.folder, service_name(order.folder), here.kept, wrapped)
    return here


def _go_on(database: Path, keys: DeskKeys, copied: CopiedAt, clock: Clock) -> None:
    """Bring a copy's database to the newest shape, its numbers past all that may have been given."""
    with bare_store(database, keys, clock) as store:
        duty = DutyBook(store, copied.duty).now()
        with store.work() as work:
            go_on_after(work, duty, copied_at=copied.moment, now=clock.now())
            work.commit()
    settle(database, keys.database)


def _keep_aside(database: Path, aside: Path) -> None:
    """Keep what lies in the place of a database, whatever its state, under a second name."""
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir(mode=0o700)
    for path in (database, *logs_of(database)):
        if path.exists():
            try:
                os.link(path, aside / path.name)
            except OSError:
                shutil.copyfile(path, aside / path.name)


def _files_in(folder: Path) -> DeskFiles:
    return DeskFiles(folder, folder / DATABASE, folder / CHEST, folder / PAPERS)
