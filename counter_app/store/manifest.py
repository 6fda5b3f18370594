"""The list of what a copy of a desk holds: every file with its sha-256, sealed with the desk's key."""

from __future__ import annotations

import hmac
import re
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path, PurePosixPath

from counter_app.services.copy_ports import CopyDamaged, NotACopy

MANIFEST = "manifest.txt"
_FIRST_LINE = "counter-app copy 1"
_LARGEST = 512_000_000
_HEAD = re.compile(r"made_at (\S{25,32})\nshape (\d{1,4})\nkey ([0-9a-f]{16})\n", re.ASCII)
_LINE = re.compile(r"(file|paper) ([0-9a-f]{64}) ([0-9]{1,15}) ([^\n]{1,300})\n")
_PLACE = re.compile(r"[^/\\:\0]+(?:/[^/\\:\0]+){0,2}")


@dataclass(frozen=True, slots=True)
class CopiedFile:
    """One file: its place below the copy, its sha-256 and its size; a paper's sha-256 is that of its content.

    A paper proves itself when it is opened; the other files are held against theirs.
    """

    path: str
    sha256: str
    size: int
    is_paper: bool = False


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a copy says of itself; ``key_name`` tells under which of the desk's keys it was made."""

    made_at: datetime
    shape: int
    key_name: str
    files: tuple[CopiedFile, ...]

    def text(self) -> str:
        """Write it, without its seal."""
        head = f"{_FIRST_LINE}\nmade_at {self.made_at.isoformat(timespec='seconds')}\n"
        lines = (
            f"{'paper' if file.is_paper else 'file'} {file.sha256} {file.size} {file.path}\n"
            for file in self.files
        )
        return f"{head}shape {self.shape}\nkey {self.key_name}\n{''.join(lines)}"

    def sealed(self, key: bytes) -> bytes:
        """Write it with its seal (HMAC-SHA256) behind it."""
        text = self.text()
        return f"{text}seal {_seal(text, key)}\n".encode()


def read_manifest(folder: Path) -> Manifest:
    """Read what a copy says of itself, without asking whether it is true; raises NotACopy."""
    return _read(_text_of(folder)[0], folder)


def proven_manifest(folder: Path, key: bytes) -> Manifest:
    """Read it, and hold it against its seal; raises NotACopy and CopyDamaged."""
    text, seal = _text_of(folder)
    if not hmac.compare_digest(seal.encode(), _seal(text, key).encode()):
        raise CopyDamaged(folder / MANIFEST)
    return _read(text, folder)


def _seal(text: str, key: bytes) -> str:
    return hmac.new(key, text.encode(), sha256).hexdigest()


def _text_of(folder: Path) -> tuple[str, str]:
    path = folder / MANIFEST
    try:
        if path.stat().st_size > _LARGEST:
            raise NotACopy(folder)
        text, found, seal = path.read_bytes().decode("utf-8").rpartition("seal ")
    except (OSError, UnicodeDecodeError) as error:
        raise NotACopy(folder) from error
    if not found or not text.startswith(f"{_FIRST_LINE}\n"):
        raise NotACopy(folder)
    return text, seal.removesuffix("\n")


def _read(text: str, folder: Path) -> Manifest:
    at = len(_FIRST_LINE) + 1
    head = _HEAD.match(text, at)
    if not head:
        raise NotACopy(folder)
    files: list[CopiedFile] = []
    at = head.end()
    while line := _LINE.match(text, at):
        kind, digest, size, path = line.groups()
        if not _is_below(path):
            raise NotACopy(folder)
        files.append(CopiedFile(path, digest, int(size), kind == "paper"))
        at = line.end()
    try:
        made_at = datetime.fromisoformat(head[1])
    except ValueError:
        raise NotACopy(folder) from None
    if at != len(text) or made_at.tzinfo is None:
        raise NotACopy(folder)
    return Manifest(made_at, int(head[2]), head[3], tuple(files))


def _is_below(path: str) -> bool:
    return bool(_PLACE.fullmatch(path)) and not {".", ".."} & {*PurePosixPath(path).parts}
