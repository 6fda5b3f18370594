"""What a desk stands on at its machine, as the opening check looks at it: disk, key, copies, database."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from shutil import disk_usage

from counter_app.bootstrap.desk_keys import DATABASE, DeskKeys, copies_folder
from counter_app.config import Settings
from counter_app.gateways.keys import KeyPlace
from counter_app.store.copying import check_database
from counter_app.store.safe_copies import copies_in


class DeskGround:
    """See ``services.opening_check.Ground``; the database is read through a connection of its own."""

    def __init__(self, folder: Path, settings: Settings, keys: DeskKeys) -> None:
        self._folder = folder
        self._keys = keys
        self._copies = copies_folder(folder, settings)

    @property
    def is_key_locked_away(self) -> bool:
        """Whether the desk's key lies in a keyring or under a passphrase, and not in a file."""
        return self._keys.place is not KeyPlace.FILE

    def free_bytes(self) -> int:
        """Say how much room the disk of the desk's data has."""
        return disk_usage(self._folder).free

    def newest_copy(self) -> datetime | None:
        """Say of which moment the newest copy of the desk is."""
        return max((copy.made_at for copy in copies_in(self._copies)), default=None)

    def read_through(self, seconds: float) -> bool:
        """Read the database through; False where that would take longer. Raises SetupError if damaged."""
        return check_database(self._folder / DATABASE, self._keys.database, quick=True, seconds=seconds)
