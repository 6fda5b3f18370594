"""Changing a desk's main key or where it lies: whole at any instant, and finished at the next start."""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass
from pathlib import Path

from counter_app.bootstrap.desk_keys import (
    DATABASE,
    DeskKeys,
    former_name_of,
    keep_deed,
    service_name,
)
from counter_app.domain.history import Deed
from counter_app.errors import SetupError
from counter_app.gateways.keys import (
    KEY_BYTES,
    KeptKey,
    KeyPlace,
    boxed,
    derive,
    place_key,
    refuse_place,
    unboxed,
)
from counter_app.gateways.passphrase_key import WrappedKey, wrap
from counter_app.services.ports import Clock
from counter_app.store.copying import beside, check_database, copy_database, put_in_place, shape_of
from counter_app.store.durable import sorted_out, write_whole

PENDING = "next.key"


@dataclass(frozen=True, slots=True, repr=False)
class _Pending:
    """What is on its way: the next key, boxed by the present one, its place, and it under the passphrase."""

    box: bytes
    place: KeyPlace
    wrapped: str

    def written(self) -> bytes:
        said = {"box": self.box.hex(), "place": self.place, "wrapped": self.wrapped}
        return json.dumps(said).encode()

    def next(self, present: DeskKeys) -> DeskKeys | None:
        """Unbox the next key; None where the present key is the next one already."""
        key = unboxed(self.box, derive(present.kept.key, PENDING), self.place)
        return DeskKeys(KeptKey(key, self.place)) if key else None


def change_key(
    folder: Path, present: DeskKeys, *, place: KeyPlace, passphrase: str | None, clock: Clock
) -> DeskKeys:
    """Give a desk that nobody has open a new main key, kept in ``place``, and under the passphrase if any.

    A new file, then the new database, then the keys of papers, then the place: killed at any instant, the
    next start finishes it, or finds everything as before. Raises SetupError, DiskFull, PassphraseTooShort.
    """
    refuse_place(folder, service_name(folder), place)
    key = secrets.token_bytes(KEY_BYTES)
    wrapped = wrap(key, passphrase, only=place is KeyPlace.PASSPHRASE) if passphrase is not None else None
    coming = DeskKeys(KeptKey(key, place))
    box = boxed(key, derive(present.kept.key, PENDING), place)
    pending = _Pending(box, place, wrapped.text if wrapped else "")
    try:
        write_whole(folder / PENDING, pending.written())
    except OSError as error:
        raise sorted_out(error, folder / PENDING) from error
    database = folder / DATABASE
    unfinished = beside(database)
    copy_database(database, present.database, unfinished, coming.database)
    keep_deed(unfinished, coming, clock, Deed.CHANGED_KEY)
    check_database(unfinished, coming.database)
    put_in_place(database, unfinished)
    return finish_changing(folder, present, clock)


def finish_changing(folder: Path, present: DeskKeys, clock: Clock) -> DeskKeys:
    """Finish what ``change_key`` began, or clear it away where it had not come far; give the desk's keys."""
    path, database = folder / PENDING, folder / DATABASE
    pending = _read(path)
    if pending is None:
        return present
    coming = pending.next(present)
    if coming is None:
        coming = present.at(pending.place)
    elif _opens(database, coming):
        present.bare_chest(folder, clock).rewrap(coming.wrapping)
        coming.chest(folder, clock).keep(former_name_of(present.copies.name), present.kept.key)
    else:
        beside(database)
        path.unlink()
        return present
    wrapped = WrappedKey(pending.wrapped, pending.place is KeyPlace.PASSPHRASE) if pending.wrapped else None
    place_key(folder, service_name(folder), coming.kept, wrapped)
    path.unlink()
    return coming


def _opens(database: Path, keys: DeskKeys) -> bool:
    try:
        return shape_of(database, keys.database) > 0
    except SetupError:
        return False


def _read(path: Path) -> _Pending | None:
    try:
        read = json.loads(path.read_bytes())
        return _Pending(bytes.fromhex(read["box"]), KeyPlace(read["place"]), str(read["wrapped"]))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise SetupError(path, "key_damaged") from error
