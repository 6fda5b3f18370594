"""What the papers' screen and its parts tell each other and their controller."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from PySide6.QtGui import QImage

from counter_app.domain.look_up import LookUpOutcome
from counter_app.domain.paper import Corners, Page
from scanning.guard_findings import Complaint
from scanning.page_text import Box
from scanning.scanners import ScannerName, Settings


@dataclass(frozen=True, slots=True)
class PageRef:
    """One page of the paper in a slot, counted from 0."""

    slot: str
    index: int


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something is wrong with a page, by a complaint's code: four points in pixels of each picture."""

    complaint: str
    clean: Corners
    taken: Corners


@dataclass(frozen=True, slots=True, eq=False)
class PageShown:
    """A page ready to look at: as taken, with its corners, and as it will be kept; complaints are codes.

    ``fitted`` are both pictures as small as there was room for them when they were made ready. ``kind`` is
    how the page is kept, ``kind_chosen`` by the official. ``lies`` is where the page's own corners, from its
    top left on, are on the picture as taken.
    """

    slot: str
    index: int
    taken: QImage
    clean: QImage
    corners: Corners
    complaints: tuple[str, ...] = ()
    fitted: tuple[QImage, QImage] = field(default_factory=lambda: (QImage(), QImage()))
    kind: str = ""
    kind_chosen: bool = False
    spots: tuple[Spot, ...] = ()
    lies: Corners = ()

    @property
    def ref(self) -> PageRef:
        """Say which page it is."""
        return PageRef(self.slot, self.index)


@dataclass(frozen=True, slots=True)
class CornersMoved:
    """Where the official has laid a page's corners."""

    slot: str
    index: int
    corners: Corners


@dataclass(frozen=True, slots=True)
class PageTurned:
    """By how many quarter turns, clockwise, a page is to be turned."""

    ref: PageRef
    quarters: int


@dataclass(frozen=True, slots=True)
class PageKeptAs:
    """How a page is to be kept: the name of a scanning.page_kind, or empty to go by its content."""

    ref: PageRef
    kind: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """What there is reason to say about a page, see PageRemark, until the official sends it away."""

    slot: str
    page: Page
    complaint: Complaint
    other: str = ""
    until: date | None = None
    box: Box | None = None
    beside: tuple[Corners, ...] = ()


@dataclass(frozen=True, slots=True)
class PageMoved:
    """To which place among the pages of its paper a page is to go, counted from 0."""

    ref: PageRef
    to: int


@dataclass(frozen=True, slots=True)
class PageHandedOver:
    """To which paper a page is to go."""

    ref: PageRef
    to: str


@dataclass(frozen=True, slots=True)
class ScanAsked:
    """Which scanner is to scan, and how."""

    name: ScannerName
    settings: Settings


@dataclass(frozen=True, slots=True)
class FilesGiven:
    """Files that were chosen, dropped or pasted for a paper; none has been read yet."""

    slot: str
    paths: tuple[Path, ...]


@dataclass(frozen=True, slots=True, eq=False)
class PicturePasted:
    """A picture from the clipboard for a paper."""

    slot: str
    image: QImage


@dataclass(frozen=True, slots=True)
class PaperLookedUp:
    """What the official's look-up for a paper has come to."""

    slot: str
    outcome: LookUpOutcome


@dataclass(frozen=True, slots=True)
class PaperExcused:
    """Why a paper is not asked for; an empty reason asks for it again."""

    slot: str
    reason: str
