"""What keeps a desk safe, as the command line asks for it: by its folder, with the desk closed or at work."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from counter_app.bootstrap.copies import CopyOrder, carry_away, prove, restore
from counter_app.bootstrap.desk_keys import copies_folder, files_of, service_name
from counter_app.bootstrap.entry import ask_at_terminal, entered, entered_alone
from counter_app.bootstrap.rekeying import change_key
from counter_app.config import SETTINGS_FILE, data_folder, read_settings
from counter_app.gateways.clock import SystemClock
from counter_app.gateways.keyring_vault import system_vault
from counter_app.gateways.keys import Ask, KeyPlace, place_key
from counter_app.gateways.passphrase_key import PASSPHRASE_FILE, read_wrapped, wrap
from counter_app.gateways.terminal import ask_hidden
from counter_app.services.copy_ports import NotACopy, SafeCopy, WrongPassphrase
from counter_app.services.ports import Clock
from counter_app.store.safe_copies import keep_newest, latest_copy, make_copy


def ask_new() -> str:
    """Ask for new words twice; raises WrongPassphrase where they are not the same."""
    new = ask_hidden("new passphrase: ")
    if ask_hidden("the new passphrase once more: ") != new:
        raise WrongPassphrase
    return new


@dataclass(frozen=True, slots=True)
class Safety:
    """A desk by its folder; ``ask`` asks for its passphrase, ``ask_new`` for another one."""

    folder: Path
    clock: Clock
    ask: Ask = ask_at_terminal
    ask_new: Ask = ask_new

    @classmethod
    def of(cls, folder: Path | None) -> Safety:
        """Take the desk of a folder, or the platform's own; the passphrase is asked for once."""
        return cls(data_folder(folder), SystemClock(), cache(ask_at_terminal))

    @property
    def has_passphrase(self) -> bool:
        """Whether its copies open on another machine."""
        return read_wrapped(self.folder / PASSPHRASE_FILE) is not None

    def copy(self, into: Path | None = None) -> SafeCopy:
        """Copy the desk while it works, and keep as many copies as the settings want."""
        settings = read_settings(self.folder / SETTINGS_FILE)
        place = into.resolve() if into else copies_folder(self.folder, settings)
        with entered(self.folder, self.clock, self.ask) as keys:
            copy = make_copy(files_of(self.folder, settings), keys.copies, place, self.clock.now())
        keep_newest(place, settings.copies.keep)
        return copy

    def prove(self, copy: Path | None) -> SafeCopy:
        """Open everything a copy holds."""
        return prove(CopyOrder(self._named(copy), self.folder, ask=self.ask), self.clock)

    def restore(self, copy: Path | None, place: KeyPlace | None) -> SafeCopy:
        """Put a copy back; a key that comes along lies in the keyring, where there is one."""
        usual = KeyPlace.KEYRING if system_vault() else KeyPlace.PASSPHRASE
        order = CopyOrder(self._named(copy), self.folder, place or usual, self.ask)
        return restore(order, self.clock)

    def move(self, into: Path) -> SafeCopy:
        """Copy the desk for another machine, and close it here."""
        return carry_away(self.folder, into.resolve(), self.clock, self.ask)

    def change_key(self, place: KeyPlace | None) -> KeyPlace:
        """Give the desk a new key in this place or where it was; its passphrase, if any, stays."""
        with entered_alone(self.folder, self.clock, self.ask) as keys:
            coming = place or keys.place
            words = self._words(coming)
            return change_key(self.folder, keys, place=coming, passphrase=words, clock=self.clock).place

    def set_passphrase(self) -> None:
        """Put the desk's key under new words, beside the place it is kept in."""
        with entered_alone(self.folder, self.clock, self.ask) as keys:
            wrapped = wrap(keys.kept.key, self.ask_new(), only=keys.place is KeyPlace.PASSPHRASE)
            place_key(self.folder, service_name(self.folder), keys.kept, wrapped)

    def _words(self, place: KeyPlace) -> str | None:
        """Ask for the words that open the key now, or for new ones where there must be some."""
        path = self.folder / PASSPHRASE_FILE
        wrapped = read_wrapped(path)
        if wrapped:
            words = self.ask()
            wrapped.unwrap(words, path)
            return words
        return self.ask_new() if place is KeyPlace.PASSPHRASE else None

    def _named(self, copy: Path | None) -> Path:
        if copy:
            return copy.resolve()
        place = copies_folder(self.folder, read_settings(self.folder / SETTINGS_FILE))
        newest = latest_copy(place)
        if newest is None:
            raise NotACopy(place)
        return newest.folder
