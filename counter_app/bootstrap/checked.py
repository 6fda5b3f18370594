"""Remembers that every example of these very files has come out right, so that not each start tries them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import forms

_PROGRAM = Path(str(forms.__file__)).parents[1]
_READERS = ("forms", "counter_app/domain", "counter_app/services")
_READ = ("forms", "procedures", "examples")
_CALENDAR = ("holidays.toml", "office_hours.toml")


class ExamplesChecked:
    """A digest in the desk's folder: of the definitions, and of the program that reads and tries them."""

    def __init__(self, definitions: Path, kept: Path) -> None:
        self._definitions = definitions
        self._kept = kept
        self._now = ""

    @property
    def are_right(self) -> bool:
        """Whether nothing has changed since all examples came out right."""
        self._now = self._digest()
        try:
            return self._kept.read_text(encoding="ascii") == self._now
        except (OSError, ValueError):
            return False

    def remember(self) -> None:
        """Keep that all came out right; where it cannot be written, the next start tries them again."""
        with suppress(OSError):
            self._kept.write_text(self._now, encoding="ascii")

    def _digest(self) -> str:
        digest = hashlib.sha256()
        for path in self._files():
            digest.update(f"{path.name}\0{path.stat().st_size}\0".encode())
            digest.update(path.read_bytes())
        return digest.hexdigest()

    def _files(self) -> Iterator[Path]:
        for name in _READERS:
            yield from sorted((_PROGRAM / name).glob("*.py"))
        for name in _READ:
            yield from sorted((self._definitions / name).glob("*.toml"))
        yield from (path for name in _CALENDAR if (path := self._definitions / name).exists())
