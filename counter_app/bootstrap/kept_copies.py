"""The copies of the desk that is open: where they lie, and with which keys they are made."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from counter_app.bootstrap.desk_keys import DATABASE, DeskKeys, copies_folder, files_of
from counter_app.config import Settings
from counter_app.services.copy_ports import SafeCopy
from counter_app.services.ports import Clock
from counter_app.store.copying import check_database
from counter_app.store.safe_copies import copies_in, keep_newest, make_copy


class DeskCopies:
    """See ``services.safekeeping.Copies``; reads through connections of its own, beside the desk's."""

    def __init__(self, folder: Path, settings: Settings, keys: DeskKeys, clock: Clock) -> None:
        self._folder = folder
        self._settings = settings
        self._keys = keys
        self._clock = clock
        self._into = copies_folder(folder, settings)

    def was_made_on(self, day: date) -> bool:
        """Whether there is a copy of a day."""
        return any(copy.made_at.date() == day for copy in copies_in(self._into))

    def make(self) -> SafeCopy:
        """Copy the desk as it stands, and keep no more copies than the settings want.

        What was kept from before a change of shape goes: this copy is of after it.
        """
        files = files_of(self._folder, self._settings)
        copy = make_copy(files, self._keys.copies, self._into, self._clock.now())
        keep_newest(self._into, self._settings.copies.keep)
        for older in self._folder.glob(f"{DATABASE}.before-*"):
            older.unlink()
        return copy

    def check(self) -> None:
        """Read every page of the database; raises SetupError where one is damaged."""
        check_database(self._folder / DATABASE, self._keys.database)
