"""The system's keyring (Windows Credential Manager, macOS Keychain, Secret Service), where there is one."""

from __future__ import annotations

from contextlib import suppress

import keyring
from keyring.backend import KeyringBackend
from keyring.core import recommended
from keyring.errors import KeyringError

from counter_app.errors import Outage

_OWNER = "desk"


class VaultShut(Outage):
    """The keyring is there, but locked, or its service does not answer."""


class KeyringVault:
    """One secret a service name, kept by the system for the user who is logged in."""

    def __init__(self, backend: KeyringBackend) -> None:
        self._backend = backend

    def recall(self, service_name: str) -> str | None:
        """Give the secret, or None when none was kept; raises VaultShut."""
        try:
            return self._backend.get_password(service_name, _OWNER)
        except KeyringError as error:
            raise VaultShut from error

    def keep(self, service_name: str, secret: str) -> bool:
        """Keep a secret and say whether it can be read back."""
        try:
            self._backend.set_password(service_name, _OWNER, secret)
            return self.recall(service_name) == secret
        except (KeyringError, VaultShut):
            return False

    def forget(self, service_name: str) -> None:
        """Have a secret forgotten; does nothing where none was kept, or the keyring is shut."""
        with suppress(KeyringError):
            self._backend.delete_password(service_name, _OWNER)


def system_vault() -> KeyringVault | None:
    """Find the system's keyring; None where there is none, or only one that hides nothing."""
    backend = keyring.get_keyring()
    return KeyringVault(backend) if recommended(backend) else None
