"""Sealed files: each encrypted by itself, named by the sha-256 of what is inside, never half there."""

from __future__ import annotations

import os
import secrets
import time
from collections.abc import Iterator
from contextlib import suppress
from errno import EDQUOT, EFBIG, ENOSPC
from hashlib import sha256
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from counter_app.errors import CounterError, DiskFull, NotFound, SetupError
from counter_app.services.ports import SealBroken

KEY_BYTES = 32
_NONCE_BYTES = 12
_NAME_DIGITS = 64
_UNFINISHED = ".part"
_SURELY_LEFT_S = 3_600
"""A younger one may be in the hands of another program on the same desk."""
_NO_ROOM = {ENOSPC, EDQUOT, EFBIG}


class SealedFolder:
    """A folder of sealed files; a file is a random 96-bit nonce and the AES-256-GCM box after it.

    The sha-256 of the content is authenticated along, so that a file cannot pass for another one.
    """

    def __init__(self, folder: Path, key: bytes) -> None:
        """Take the folder, making it when missing, and sweep what a power cut left unfinished."""
        if len(key) != KEY_BYTES:
            raise ValueError("AES-256 takes 32 bytes")
        self._folder = folder
        self._box = AESGCM(key)
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            for unfinished in folder.glob(f"*/*{_UNFINISHED}"):
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
        nonce = secrets.token_bytes(_NONCE_BYTES)
        path = self._path(name)
        try:
            path.parent.mkdir(mode=0o700, exist_ok=True)
            _write_whole(path, nonce + self._box.encrypt(nonce, content, name.encode()))
            _sync_folder(self._folder)
        except OSError as error:
            raise _sorted_out(error, path) from error
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

    def names(self) -> Iterator[str]:
        """List the sha-256 of everything kept."""
        for path in self._folder.glob("??/*"):
            if _is_name(path.name):
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
        nonce, box = sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:]
        try:
            content = self._box.decrypt(nonce, box, name.encode())
        except (InvalidTag, ValueError):
            raise SealBroken(name) from None
        if sha256(content).hexdigest() != name:
            raise SealBroken(name)
        return content


def _is_name(name: str) -> bool:
    return len(name) == _NAME_DIGITS and set(name) <= set("0123456789abcdef")


def _write_whole(path: Path, content: bytes) -> None:
    """Write beside, sync, then rename: under ``path`` stands the old, or the whole of the new."""
    beside = path.with_suffix(f".{secrets.token_hex(4)}{_UNFINISHED}")
    try:
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return  # Windows cannot open a folder to sync it; NTFS journals the rename
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _sorted_out(error: OSError, path: Path) -> CounterError:
    return DiskFull(path) if error.errno in _NO_ROOM else SetupError(path, "not_writable")
