"""Papers a citizen hands in: pages as they were taken, and the document bound from them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

UNSORTED = "~unsorted"
"""In a slot's stead: where pages lie of which nobody has said yet what paper they are. No pack names it."""


class PageSource(StrEnum):
    """Which way a page came."""

    CAMERA = "camera"
    FILE = "file"
    FOLDER = "folder"
    SCANNER = "scanner"


@dataclass(frozen=True, slots=True)
class Page:
    """One page as it was taken: the sealed picture's sha-256, and where the sheet lies on it.

    ``corners`` are four points in picture pixels, clockwise from the sheet's top left; empty means the whole
    picture. ``complaints`` are the codes of what the picture was found wanting in, and the official accepted.
    ``turns`` are the quarter turns, clockwise, that make the sheet upright once it is straight.
    """

    picture: str
    corners: tuple[tuple[float, float], ...]
    source: PageSource
    taken_at: datetime
    complaints: tuple[str, ...] = ()
    turns: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """A paper bound for keeping: PDF/A of ``size`` bytes, sealed under its sha-256."""

    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Paper:
    """One required paper as the citizen gave it; ``document`` is there once the dossier is received."""

    slot: str
    name: str
    pages: tuple[Page, ...]
    document: Document | None = None


@dataclass(frozen=True, slots=True)
class Excuse:
    """A required paper that was not asked for, and the reason that the official or the rules gave."""

    slot: str
    name: str
    reason: str
