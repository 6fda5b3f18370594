"""The keys of one desk, all made from its main key or wrapped by it; and where its files lie."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from counter_app.bootstrap.places import duty_of
from counter_app.config import SETTINGS_FILE, Settings, read_settings
from counter_app.domain.history import Act, Deed
from counter_app.domain.office import Duty
from counter_app.gateways.keys import KeptKey, KeyPlace, derive
from counter_app.gateways.known_desks import FOLDER
from counter_app.gateways.passphrase_key import PASSPHRASE_FILE
from counter_app.services.duty import DutyBook
from counter_app.services.ports import Clock
from counter_app.services.register import searchable
from counter_app.store.copying import settle
from counter_app.store.desk_lock import DeskLock
from counter_app.store.key_chest import KeyChest
from counter_app.store.safe_copies import CopyKeys, DeskFiles
from counter_app.store.sealed import FIRST_KEY
from counter_app.store.work import DeskStore

DATABASE = "desk.db"
PAPERS = "papers"
CHEST = "keys"
LOCK = "desk.lock"
COPIES = "copies"
MOVED = "moved.txt"
"""Stands in the folder of a desk that has moved to another machine: this one gives no numbers any more."""
SIGNATURE = "signature"
_DATABASE_PURPOSE = "database"
_OFFICE_FEES = "office_fees"
TRUSTED = "trusted"
"""The folder of the certificates whose signatures this office takes for known."""


def service_name(folder: Path) -> str:
    """Name the desk of a folder, as the system's keyring knows it."""
    return f"counter-app {folder}"


def lock_of(folder: Path) -> DeskLock:
    """Give the lock of a desk's folder."""
    return DeskLock(folder / LOCK)


def copies_folder(folder: Path, settings: Settings) -> Path:
    """Name the folder in which the daily copies of a desk lie."""
    return folder / (settings.copies.folder or COPIES)


def files_of(folder: Path, settings: Settings) -> DeskFiles:
    """Name what a desk keeps in its folder, and what of it belongs into a copy; a bare key never does."""
    named = [SETTINGS_FILE, PASSPHRASE_FILE, FOLDER, _OFFICE_FEES, TRUSTED]
    if settings.hub and settings.hub.certificate:
        named.append(settings.hub.certificate)
    if settings.signature and settings.signature.file:
        named.append(settings.signature.file)
    beside = (folder / name for name in named if not Path(name).is_absolute() and ".." not in name)
    others = tuple(path for path in beside if path.exists())
    return DeskFiles(folder, folder / DATABASE, folder / CHEST, folder / PAPERS, others)


@dataclass(frozen=True, slots=True, repr=False)
class DeskKeys:
    """The main key of a desk, and every key that follows from it."""

    kept: KeptKey

    @property
    def place(self) -> KeyPlace:
        """Where the main key is kept."""
        return self.kept.place

    @property
    def database(self) -> bytes:
        """The key of the database."""
        return derive(self.kept.key, _DATABASE_PURPOSE)

    @property
    def wrapping(self) -> bytes:
        """The key around the keys of the chest."""
        return derive(self.kept.key, "wrapping")

    @property
    def definitions(self) -> bytes:
        """The key of the seal on definitions that are kept ready."""
        return derive(self.kept.key, "definitions")

    @property
    def copies(self) -> CopyKeys:
        """What copies are made and read with."""
        name = derive(self.kept.key, "name").hex()[:16]
        return CopyKeys(self.database, derive(self.kept.key, "copies"), name)

    def chest(self, folder: Path, clock: Clock) -> KeyChest:
        """Open the data keys in a desk's folder; raises SetupError."""
        chest = self.bare_chest(folder, clock)
        chest.keep(FIRST_KEY, derive(self.kept.key, FIRST_KEY))
        return chest

    def bare_chest(self, folder: Path, clock: Clock) -> KeyChest:
        """Open the data keys in a folder as they lie there, without adding any."""
        return KeyChest(folder / CHEST, self.wrapping, lambda: clock.now().date())

    def signing_seed(self, chest: KeyChest) -> bytes:
        """Give the seed with which this desk signs; it stays when the main key is changed."""
        return chest.keep(SIGNATURE, derive(self.kept.key, SIGNATURE))

    def at(self, place: KeyPlace) -> DeskKeys:
        """Give the same keys, to be kept in another place."""
        return DeskKeys(replace(self.kept, place=place))


@contextmanager
def bare_store(database: Path, keys: DeskKeys, clock: Clock) -> Iterator[DeskStore]:
    """Open a database alone, without the desk around it."""
    store = DeskStore(database, keys.database, fold=searchable, clock=clock)
    try:
        yield store
    finally:
        store.close()


def keep_deed(database: Path, keys: DeskKeys, clock: Clock, deed: Deed) -> None:
    """Keep in history what was done to the desk of a folder, under the name of who serves there."""
    with bare_store(database, keys, clock) as store:
        sign = DutyBook(store, usual_duty(database.parent)).now().official.sign
        with store.work() as work:
            work.write_history(Act(deed, "desk", sign, clock.now()))
            work.commit()
    settle(database, keys.database)


def usual_duty(folder: Path) -> Duty:
    """Give the office and counter that the settings of a desk, or of a copy, name; raises SetupError."""
    return duty_of(read_settings(folder / SETTINGS_FILE), folder)


def former_name_of(name: str) -> str:
    """Name a main key that is not the desk's any more, as the chest keeps it for older copies."""
    return f"former-{name}"
