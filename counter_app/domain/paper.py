"""Papers a citizen hands in: pages as they were taken, and the document bound from them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class PageSource(StrEnum):
    """Which way a page came."""

    CAMERA = "camera"
    FILE = "file"
    FOLDER = "folder"


@dataclass(frozen=True, slots=True)
class Page:
    """One page as it was taken: the sealed picture's sha-256, and where the sheet lies on it.

    ``corners`` are four points in picture pixels, clockwise from the sheet's top left; empty means the whole
    picture. ``complaints`` are the codes of what the picture was found wanting in, and the official accepted.
    """

    picture: str
    corners: tuple[tuple[float, float], ...]
    source: PageSource
    taken_at: datetime
    complaints: tuple[str, ...] = ()


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
