"""Papers a citizen hands in: pages as they were taken, and the document bound from them."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

UNSORTED = "~unsorted"
"""In a slot's stead: where pages lie of which nobody has said yet what paper they are. No pack names it."""


Corners = tuple[tuple[float, float], ...]
"""Four points in pixels of a picture, clockwise from the sheet's top left; empty means the whole picture."""


class PageSource(StrEnum):
    """Which way a page came."""

    CAMERA = "camera"
    FILE = "file"
    FOLDER = "folder"
    SCANNER = "scanner"


@dataclass(frozen=True, slots=True)
class FiledPdf:
    """Which page, from 0, of how many of a PDF that is filed as it came, sealed under its sha-256."""

    sha256: str
    number: int
    of: int


@dataclass(frozen=True, slots=True)
class Page:
    """One page as it was taken: the sealed picture's sha-256, and where the sheet lies on it.

    ``complaints`` are the codes of what the picture was found wanting in, and the official accepted.
    ``turns`` are the quarter turns, clockwise, that make the sheet upright once it is straight. ``kind`` is
    how the official wants it kept, empty to go by what is on it. ``words`` is the sha-256 of what was read on
    it, sealed too, and empty until then: a page stays the same page when it is read. ``of_pdf`` is there when
    it was drawn from a PDF.
    """

    picture: str
    corners: Corners
    source: PageSource
    taken_at: datetime
    complaints: tuple[str, ...] = ()
    turns: int = 0
    kind: str = ""
    words: str = field(default="", compare=False)
    of_pdf: FiledPdf | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A paper bound for keeping: PDF/A of ``size`` bytes, sealed under its sha-256.

    ``as_it_came``: the citizen's own file, byte for byte, whatever kind of PDF that is. ``signed_by`` is the
    name on the certificate of the official who signed it here, empty where nobody did. ``pages`` is how many
    it has where no pages as taken tell: found among earlier papers.
    """

    sha256: str
    size: int
    as_it_came: bool = False
    signed_by: str = ""
    pages: int = 0


@dataclass(frozen=True, slots=True)
class Paper:
    """One required paper as the citizen gave it; ``document`` is there once the dossier is received.

    ``reused_from`` is the code of the dossier whose scan stands in for a new one; then there are no pages.
    """

    slot: str
    name: str
    pages: tuple[Page, ...]
    document: Document | None = None
    reused_from: str = ""

    @property
    def page_count(self) -> int:
        """How many pages the paper has, those of an earlier document too."""
        return len(self.pages) or (self.document.pages if self.document else 0)

    @property
    def is_given(self) -> bool:
        """Whether the paper is there: taken now, or found among earlier ones."""
        return bool(self.pages or self.reused_from)


@dataclass(frozen=True, slots=True)
class Excuse:
    """A required paper that was not asked for, and the reason that the official or the rules gave."""

    slot: str
    name: str
    reason: str
