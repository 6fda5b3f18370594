"""Looks for people in files: in any spelling and coding, and inside what was packed by zlib."""

from __future__ import annotations

import unicodedata
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from forms.wording import fold

_PICTURES = (b"%PDF", b"\xff\xd8\xff", b"\x89PNG", b"II*\0", b"RIFF")
_ZLIB = (b"\x78\x01", b"\x78\x5e", b"\x78\x9c", b"\x78\xda")


def traces_in(folders: Iterable[Path], said: Iterable[str]) -> list[str]:
    """Name each file that holds one of these texts, or a picture or paper that lies open, and what it is."""
    needles = tuple(dict.fromkeys(needle for text in said for needle in _spellings(text)))
    found: list[str] = []
    for path in sorted({path for folder in folders for path in folder.rglob("*") if path.is_file()}):
        content = path.read_bytes()
        if content.startswith(_PICTURES):
            found.append(f"{path}: lies open")
        texts = (content, path.name.encode(), *_inflated(content))
        found += [f"{path}: {needle!r}" for needle in needles if any(needle in text for text in texts)]
    return found


def _spellings(text: str) -> Iterator[bytes]:
    plain = fold(text)
    for form in (text, text.upper(), text.casefold(), plain, plain.upper(), plain.upper().replace(" ", "<")):
        for normal in ("NFC", "NFD"):
            for coding in ("utf-8", "utf-16-le", "utf-16-be"):
                yield unicodedata.normalize(normal, form).encode(coding)


def _inflated(content: bytes) -> Iterator[bytes]:
    """Unpack whatever unpacks, wherever it begins."""
    for mark in _ZLIB:
        at = content.find(mark)
        while at >= 0:
            try:
                text = zlib.decompressobj().decompress(content[at:], 10_000_000)
            except zlib.error:
                text = b""
            if len(text) > 8:
                yield text
            at = content.find(mark, at + 1)
