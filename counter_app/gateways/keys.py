"""The desk's key: kept by the system's keyring, under a passphrase, or in a file only its owner may read."""

from __future__ import annotations

import os
import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from counter_app.errors import SetupError
from counter_app.gateways.passphrase_key import PASSPHRASE_FILE, WrappedKey, read_wrapped, wrap

if TYPE_CHECKING:
    from counter_app.gateways.keyring_vault import KeyringVault

KEY_BYTES = 32
KEY_FILE = "desk.key"
_HEX_KEY = re.compile(r"[0-9a-f]{64}\n?")
_LONGEST_KEY_FILE = 100
_NONCE_BYTES = 12
Ask = Callable[[], str]
"""Asks whoever is there for the passphrase."""


class KeyPlace(StrEnum):
    """Where a key is kept."""

    KEYRING = "keyring"
    FILE = "file"
    PASSPHRASE = "passphrase"  # noqa: S105 - a name


@dataclass(frozen=True, slots=True, repr=False)
class KeptKey:
    """A key of 32 bytes and the place it is kept in; it has no repr, so that no log shows it."""

    key: bytes
    place: KeyPlace


def find_or_make_key(folder: Path, service_name: str, *, must_exist: bool, ask: Ask | None = None) -> KeptKey:
    """Find the desk's key in ``folder`` or in the system's keyring under ``service_name``, else make it.

    With ``must_exist`` (a database is there already) no key is made, for a new one could not open it. ``ask``
    asks for the passphrase where the key lies under one alone, or where no keyring has it any more. Raises
    SetupError when the key is missing then, is damaged, or cannot be kept, and WrongPassphrase; a key that is
    there is never written over.
    """
    path = folder / KEY_FILE
    if path.exists():
        return KeptKey(_read_file(path), KeyPlace.FILE)
    wrapped = read_wrapped(folder / PASSPHRASE_FILE)
    if wrapped and wrapped.only:
        return KeptKey(_unwrapped(wrapped, folder, ask), KeyPlace.PASSPHRASE)
    # To import the keyring and choose its backend takes 0.3 s: a desk whose key is a file starts without.
    from counter_app.gateways.keyring_vault import VaultShut, system_vault  # noqa: PLC0415 - see above

    vault = system_vault()
    try:
        kept = vault.recall(service_name) if vault else None
    except VaultShut as shut:
        if must_exist:
            raise SetupError(path, "keyring_locked") from shut
        kept, vault = None, None
    if kept:
        return KeptKey(_from_hex(kept, path), KeyPlace.KEYRING)
    if wrapped:
        return KeptKey(_unwrapped(wrapped, folder, ask), KeyPlace.PASSPHRASE)
    if must_exist:
        raise SetupError(path, "key_missing")
    return _make(path, service_name, vault)


def has_key(folder: Path, service_name: str) -> bool:
    """Say whether a desk has its key already, wherever it lies; raises VaultShut."""
    if (folder / KEY_FILE).exists() or (folder / PASSPHRASE_FILE).exists():
        return True
    from counter_app.gateways.keyring_vault import system_vault  # noqa: PLC0415 - takes 0.3 s, see above

    vault = system_vault()
    return vault is not None and vault.recall(service_name) is not None


def make_key(folder: Path, service_name: str, place: KeyPlace, passphrase: str) -> None:
    """Make the key of a desk that has none, in the place that was chosen, and under the passphrase if any.

    Raises SetupError, and PassphraseTooShort also where the key would lie under no words at all.
    """
    kept = KeptKey(secrets.token_bytes(KEY_BYTES), place)
    only = place is KeyPlace.PASSPHRASE
    wrapped = wrap(kept.key, passphrase, only=only) if passphrase or only else None
    place_key(folder, service_name, kept, wrapped)


def refuse_place(folder: Path, service_name: str, place: KeyPlace) -> None:
    """Find out whether a place keeps keys, before anything is changed; raises SetupError if not."""
    if place is not KeyPlace.KEYRING:
        return
    from counter_app.gateways.keyring_vault import system_vault  # noqa: PLC0415 - takes 0.3 s, see above

    vault, trial = system_vault(), f"{service_name} trial"
    if not (vault and vault.keep(trial, "trial")):
        raise SetupError(folder / KEY_FILE, "no_keyring")
    vault.forget(trial)


def place_key(folder: Path, service_name: str, kept: KeptKey, wrapped: WrappedKey | None) -> None:
    """Put a key into its place and nowhere else; ``wrapped`` is the same key under the passphrase, if any.

    The new place is written before the old ones are cleared, so that a power cut leaves the key in one at
    least. Raises SetupError where the place cannot keep it.
    """
    from counter_app.gateways.keyring_vault import system_vault  # noqa: PLC0415 - takes 0.3 s, see above

    path, vault = folder / KEY_FILE, system_vault()
    if kept.place is KeyPlace.KEYRING and not (vault and vault.keep(service_name, kept.key.hex())):
        raise SetupError(path, "no_keyring")
    if kept.place is KeyPlace.FILE:
        _put(path, kept.key.hex() + "\n")
    if wrapped:
        _put(folder / PASSPHRASE_FILE, wrapped.text)
    if kept.place is not KeyPlace.FILE:
        path.unlink(missing_ok=True)
    if kept.place is not KeyPlace.KEYRING and vault:
        vault.forget(service_name)


def derive(key: bytes, purpose: str) -> bytes:
    """Derive 32 bytes for one purpose (HKDF-SHA256); keys of two purposes tell nothing of each other."""
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=purpose.encode()).derive(key)


def boxed(key: bytes, by: bytes, said: str) -> bytes:
    """Box a key by another one (a 96-bit nonce, AES-256-GCM), with a word that is authenticated along."""
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return nonce + AESGCM(by).encrypt(nonce, key, said.encode())


def unboxed(box: bytes, by: bytes, said: str) -> bytes | None:
    """Give a boxed key back; None where another key, or another word, is around it."""
    try:
        return AESGCM(by).decrypt(box[:_NONCE_BYTES], box[_NONCE_BYTES:], said.encode())
    except (InvalidTag, ValueError):
        return None


def _unwrapped(wrapped: WrappedKey, folder: Path, ask: Ask | None) -> bytes:
    path = folder / PASSPHRASE_FILE
    if ask is None:
        raise SetupError(path, "passphrase_wanted")
    return wrapped.unwrap(ask(), path)


def _make(path: Path, service_name: str, vault: KeyringVault | None) -> KeptKey:
    key = secrets.token_bytes(KEY_BYTES)
    if vault and vault.keep(service_name, key.hex()):
        return KeptKey(key, KeyPlace.KEYRING)
    try:
        _write_file(path, key.hex())
    except OSError as error:
        if path.exists():  # another program on the same desk was quicker; its key is the desk's
            return KeptKey(_read_file(path), KeyPlace.FILE)
        raise SetupError(path, "not_writable") from error
    return KeptKey(key, KeyPlace.FILE)


def _read_file(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            text = file.read(_LONGEST_KEY_FILE).decode("ascii", "replace")
    except OSError as error:
        raise SetupError(path, "not_readable") from error
    return _from_hex(text, path)


def _from_hex(text: str, path: Path) -> bytes:
    if not _HEX_KEY.fullmatch(text):
        raise SetupError(path, "key_damaged")
    return bytes.fromhex(text)


def _write_file(path: Path, text: str) -> None:
    """Write the key beside, synced, and give it its name by a hard link, which never replaces a file."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    beside = _write_beside(path, text + "\n")
    try:
        path.hardlink_to(beside)
    finally:
        beside.unlink()
    _sync_folder(path.parent)


def _put(path: Path, text: str) -> None:
    """Put a text in a file's place at once, so that no power cut leaves half of it; raises SetupError."""
    try:
        _write_beside(path, text).replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        raise SetupError(path, "not_writable") from error


def _write_beside(path: Path, text: str) -> Path:
    """Write a file beside, synced. Mode 0600 keeps others out; on Windows the user's profile folder does."""
    beside = path.with_suffix(f".{secrets.token_hex(4)}")
    opened = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(opened, "w", encoding="ascii", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        beside.unlink()
        raise
    return beside


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return  # Windows cannot open a folder to sync it; NTFS journals the new name
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
