"""What is given while an office's desk is set up, kept in its folder; and whether all of it is there."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from counter_app.bootstrap.desk_keys import DATABASE, service_name
from counter_app.config import SETTINGS_FILE, OfficeSettings, keep_hub, keep_office, read_settings
from counter_app.domain.dossier_code import is_office_code
from counter_app.errors import SetupError
from counter_app.gateways.keys import KeyPlace, has_key, make_key
from counter_app.services.set_up import GivenOffice, KeyChoice


class DeskSetUp:
    """See ``services.set_up.SetUpBook``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._settings = folder / SETTINGS_FILE

    @property
    def is_over(self) -> bool:
        """Whether the desk can be opened."""
        return read_settings(self._settings).office is not None and self._has_key()

    def office(self) -> GivenOffice:
        """Give the office as it is kept; empty before the first time."""
        kept = read_settings(self._settings).office
        return GivenOffice(**asdict(kept)) if kept else GivenOffice()

    def keep_office(self, office: GivenOffice) -> None:
        """Keep the office; raises SetupError, naming the key that is missing or wrong."""
        if office.code and not is_office_code(office.code):
            raise SetupError(self._settings, "wrong_kind", key="code")
        keep_office(self._settings, OfficeSettings(**asdict(office)))

    def hub(self) -> str:
        """Give the hub's address; empty for a desk that works by itself."""
        kept = read_settings(self._settings).hub
        return kept.address if kept else ""

    def keep_hub(self, address: str) -> None:
        """Keep the hub's address, or that there is none; raises SetupError where others could listen."""
        keep_hub(self._settings, address)

    def key_choices(self) -> tuple[KeyChoice, ...]:
        """List where a key can lie here, the best place first; none where the desk has its key already."""
        if self._has_key():
            return ()
        from counter_app.gateways.keyring_vault import system_vault  # noqa: PLC0415 - see gateways.keys

        keyring = (KeyChoice.KEYRING,) if system_vault() else ()
        return (*keyring, KeyChoice.PASSPHRASE, KeyChoice.FILE)

    def make_key(self, choice: KeyChoice, passphrase: str) -> None:
        """Make the desk's key; raises SetupError and PassphraseTooShort."""
        make_key(self._folder, service_name(self._folder), KeyPlace(choice), passphrase)

    def _has_key(self) -> bool:
        return (self._folder / DATABASE).exists() or has_key(self._folder, service_name(self._folder))
