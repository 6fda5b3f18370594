"""The pages of an encrypted database as they lie on the disk, decrypted one by one, free ones too."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

_PAGE, _RESERVED, _VECTOR, _SALT = 4096, 80, 16, 16
_WAL_HEAD, _FRAME_HEAD = 32, 24


def plain_bytes(path: Path, key: bytes) -> bytes:
    """Give everything that whoever has the key could read out of the file and its journal."""
    whole = path.read_bytes()
    pages = [whole[at : at + _PAGE] for at in range(0, len(whole), _PAGE)]
    return b"".join(
        _plain(page, key, _SALT if at == 0 else 0) for at, page in enumerate((*pages, *_journal(path)))
    )


def _journal(path: Path) -> Iterator[bytes]:
    journal = path.with_name(f"{path.name}-wal")
    content = journal.read_bytes()[_WAL_HEAD:] if journal.exists() else b""
    for at in range(0, len(content), _FRAME_HEAD + _PAGE):
        yield content[at + _FRAME_HEAD : at + _FRAME_HEAD + _PAGE]


def _plain(page: bytes, key: bytes, salt: int) -> bytes:
    body, vector = page[salt:-_RESERVED], page[-_RESERVED : -_RESERVED + _VECTOR]
    decryptor = Cipher(algorithms.AES(key), modes.CBC(vector)).decryptor()
    return decryptor.update(body) + decryptor.finalize()
