"""Separator and cover sheets: a code says which paper, or which dossier, the sheets after it are."""

import re
from binascii import crc32
from dataclasses import dataclass

from scanning.engines import zxing
from scanning.frames import Frame, fit

_SEPARATOR, _COVER = "TACH", "BIA"
_VERSION = "v1"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,63}")
TRAINING_MARK = "MAU|v1|TAP-HUAN"
"""What the code on every practice paper says: it is made up, and no real desk takes it."""
_READ_SIDE = 1200  # px; the code is printed large, so that a coarse look at a page is enough


@dataclass(frozen=True, slots=True)
class Separator:
    """Say that the sheets after this one are the paper with the code ``slot``."""

    slot: str


@dataclass(frozen=True, slots=True)
class Cover:
    """Say that the sheets after this one belong to the dossier known as ``reference``."""

    reference: str


Mark = Separator | Cover


def separator_payload(slot: str) -> str:
    """Write what a separator's code says; ValueError for a slot that is no plain ASCII name."""
    return _payload(_SEPARATOR, slot)


def cover_payload(reference: str) -> str:
    """Write what a cover's code says; ValueError for a reference that is no plain ASCII name."""
    return _payload(_COVER, reference)


def read_mark(text: str) -> Mark | None:
    """Tell what a code's text marks; None for every other code, and where its check does not agree."""
    kind, _, rest = text.partition("|")
    name = rest.split("|")[1] if rest.count("|") == 2 else ""
    if kind not in {_SEPARATOR, _COVER} or not _NAME.fullmatch(name) or _payload(kind, name) != text:
        return None
    return Separator(name) if kind == _SEPARATOR else Cover(name)


def mark_on(page: Frame) -> Mark | None:
    """Look for a mark on a page, however it lies; None where there is none, or more than one."""
    marks = {mark for text in codes_on(page) if (mark := read_mark(text))}
    return marks.pop() if len(marks) == 1 else None


def codes_on(page: Frame) -> frozenset[str]:
    """Read the large codes of a page, at a coarse look."""
    gray = fit(page, _READ_SIDE).gray()
    return frozenset(code.text for code in zxing(gray, thorough=True).payloads if code.text)


def _payload(kind: str, name: str) -> str:
    if not _NAME.fullmatch(name):
        raise ValueError(kind)
    said = f"{kind}|{_VERSION}|{name}"
    return f"{said}|{crc32(said.encode('ascii')) & 0xFFFF:04X}"
