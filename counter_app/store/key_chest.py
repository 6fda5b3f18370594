"""The desk's data keys, one a day for papers: each in a file of its own, wrapped by the desk's key."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from counter_app.errors import SetupError
from counter_app.store.durable import sorted_out, write_new, write_whole

KEY_BYTES = 32
_NONCE_BYTES = 12
_NAME = re.compile(r"[a-z]{1,20}|former-[0-9a-f]{16}|\d{4}-\d{2}-\d{2}", re.ASCII)


class KeyChest:
    """A folder of keys of 32 bytes; a file is a random 96-bit nonce and the AES-256-GCM box after it.

    The key's name is authenticated along, so that no file can pass for another one. A key that is kept is
    never written over; only ``rewrap`` puts it under another desk's key.
    """

    def __init__(self, folder: Path, wrapping: bytes, today: Callable[[], date]) -> None:
        """Take the folder, making it when missing; ``wrapping`` is the key around the others."""
        self._folder = folder
        self._box = AESGCM(wrapping)
        self._today = today
        self._opened: dict[str, bytes] = {}
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise sorted_out(error, folder) from error

    def of_today(self) -> tuple[str, bytes]:
        """Give the name and the key of the day, which is made when there is none."""
        name = self._today().isoformat()
        return name, self.of(name) or self.keep(name, secrets.token_bytes(KEY_BYTES))

    def of(self, name: str) -> bytes | None:
        """Give a key, None where none is kept; raises SetupError where it does not open."""
        known = self._opened.get(name)
        if known or not _NAME.fullmatch(name):
            return known
        path = self._folder / name
        try:
            wrapped = path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise SetupError(path, "not_readable") from error
        self._opened[name] = self._unwrapped(wrapped, path)
        return self._opened[name]

    def keep(self, name: str, key: bytes) -> bytes:
        """Keep a key unless one is kept under this name, and give the one that is; raises DiskFull."""
        known = self.of(name)
        if known:
            return known
        path = self._folder / name
        try:
            write_new(path, self._wrapped(name, key))
        except FileExistsError:  # another program on the same desk was quicker; its key is the desk's
            return self._unwrapped(path.read_bytes(), path)
        except OSError as error:
            raise sorted_out(error, path) from error
        self._opened[name] = key
        return key

    def names(self) -> Iterator[str]:
        """Name the keys that are kept, the earlier days first."""
        yield from sorted(path.name for path in self._folder.iterdir() if _NAME.fullmatch(path.name))

    def rewrap(self, wrapping: bytes) -> None:
        """Put every key under another desk's key; begun anew after a power cut it goes on where it was."""
        other = KeyChest(self._folder, wrapping, self._today)
        for name in self.names():
            path = self._folder / name
            wrapped = path.read_bytes()
            try:
                other._unwrapped(wrapped, path)
            except SetupError:
                write_whole(path, other._wrapped(name, self._unwrapped(wrapped, path)))

    def _wrapped(self, name: str, key: bytes) -> bytes:
        nonce = secrets.token_bytes(_NONCE_BYTES)
        return nonce + self._box.encrypt(nonce, key, name.encode())

    def _unwrapped(self, wrapped: bytes, path: Path) -> bytes:
        try:
            return self._box.decrypt(wrapped[:_NONCE_BYTES], wrapped[_NONCE_BYTES:], path.name.encode())
        except (InvalidTag, ValueError):
            raise SetupError(path, "key_damaged") from None
