"""Sealed files: each encrypted by itself, named by the sha-256 of what is inside, never half there."""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterator
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from counter_app.errors import NotFound, SetupError
from counter_app.services.ports import SealBroken
from counter_app.store.durable import UNFINISHED, sorted_out, sync_folder, write_whole
from counter_app.store.key_chest import KeyChest

FIRST_KEY = "papers"
"""The name of the one key that all files were sealed with before there was one a day."""
_MARK = b"sealed 2 "
_DAY_BYTES = len("2026-11-22")
_NONCE_BYTES = 12
_NAME_DIGITS = 64
_SURELY_LEFT_S = 3_600
"""A younger one may be in the hands of another program on the same desk."""


class SealedFolder:
    """A folder of sealed files: a mark, the day whose key it is, a random 96-bit nonce, an AES-256-GCM box.

    The day and the sha-256 of the content are authenticated along, so that no file can pass for another one.
    Files of before there was a key a day are a nonce and a box alone.
    """

    def __init__(self, folder: Path, keys: KeyChest) -> None:
        """Take the folder, making it when missing, and sweep what a power cut left unfinished."""
        self._folder = folder
        self._keys = keys
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            for unfinished in folder.glob(f"*/*{UNFINISHED}"):
                if unfinished.stat().st_mtime < time.time() - _SURELY_LEFT_S:
                    unfinished.unlink(missing_ok=True)
        except OSError as error:
            raise SetupError(folder, "not_writable") from error

    def seal(self, content: bytes) -> str:
        """Put the content on disk, synced, and give its sha-256; the same is kept once.

        Raises DiskFull, or SetupError when the folder cannot be written to; nothing is left behind then.
        """
        name = sha256(content).hexdigest()
        if self._is_whole(name):
            return name
        day, key = self._keys.of_today()
        head, nonce = _MARK + day.encode(), secrets.token_bytes(_NONCE_BYTES)
        box = AESGCM(key).encrypt(nonce, content, head + name.encode())
        path = self._path(name)
        try:
            path.parent.mkdir(mode=0o700, exist_ok=True)
            write_whole(path, head + nonce + box)
            sync_folder(self._folder)
        except OSError as error:
            raise sorted_out(error, path) from error
        return name

    def open(self, sha256: str) -> bytes:
        """Give the content back; raises NotFound or SealBroken."""
        try:
            sealed = self._path(sha256).read_bytes()
        except FileNotFoundError:
            raise NotFound(sha256) from None
        except OSError as error:
            raise SetupError(self._folder, "not_readable") from error
        return self._opened(sealed, sha256)

    def remove(self, sha256: str) -> None:
        """Delete a sealed file that nothing names any more; does nothing when there is none."""
        path = self._path(sha256)
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise SetupError(path, "not_writable") from error

    def names(self, *, before: datetime | None = None) -> Iterator[str]:
        """List the sha-256 of everything kept, or of what was sealed before a moment."""
        for path in self._folder.glob("??/*"):
            if _is_name(path.name) and (before is None or path.stat().st_mtime < before.timestamp()):
                yield path.name

    def _path(self, name: str) -> Path:
        if not _is_name(name):
            raise NotFound(name)
        return self._folder / name[:2] / name

    def _is_whole(self, name: str) -> bool:
        try:
            self.open(name)
        except (NotFound, SealBroken):
            return False
        return True

    def _opened(self, sealed: bytes, name: str) -> bytes:
        """Open a box; one that its own day's key does not open, or no key, is broken."""
        head = sealed[: len(_MARK) + _DAY_BYTES] if sealed.startswith(_MARK) else b""
        day = head[len(_MARK) :].decode("ascii", "replace") if head else FIRST_KEY
        nonce, box = sealed[len(head) :][:_NONCE_BYTES], sealed[len(head) + _NONCE_BYTES :]
        try:
            key = self._keys.of(day)
            if key is None:
                raise SealBroken(name)
            content = AESGCM(key).decrypt(nonce, box, head + name.encode())
        except (SetupError, InvalidTag, ValueError):
            raise SealBroken(name) from None
        if sha256(content).hexdigest() != name:
            raise SealBroken(name)
        return content


def _is_name(name: str) -> bool:
    return len(name) == _NAME_DIGITS and set(name) <= set("0123456789abcdef")
