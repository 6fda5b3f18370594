"""The pages of the paper at hand: which one is looked at, and what happens to it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QSize, Signal, SignalInstance
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from counter_app.domain.paper import Corners, Page
from counter_app.services.page_edits import Place
from counter_app.services.paper_sizes import PaperSize
from counter_app.ui.widgets.film_strip import FilmStrip
from counter_app.ui.widgets.page_corners import corners_turned
from counter_app.ui.widgets.page_stage import PageStage
from counter_app.ui.widgets.page_tools import PageTools
from counter_app.ui.widgets.page_values import (
    CornersMoved,
    Doubt,
    PageHandedOver,
    PageKeptAs,
    PageMoved,
    PageRef,
    PageShown,
    PageTurned,
)
from counter_app.ui.widgets.parts import GRID
from counter_app.ui.widgets.scanner_panel import ScannerPanel
from scanning.guard_findings import Complaint


class PageBrowser(QWidget):
    """Shows one page of a paper large, or the camera, and all of its pages small; asks for the pictures."""

    page_selected = Signal(object)
    """Carries the PageRef of a page whose pictures are wanted."""
    page_removed = Signal(object)
    """Carries the PageRef."""
    corners_moved = Signal(object)
    """Carries CornersMoved."""
    page_turned = Signal(object)
    """Carries PageTurned."""
    page_moved = Signal(object)
    """Carries PageMoved."""
    page_handed_over = Signal(object)
    """Carries PageHandedOver."""
    page_kept_as = Signal(object)
    """Carries PageKeptAs."""
    corners_dragged = Signal(object)
    """Carries CornersMoved at each step on the way there."""
    doubt_dismissed = Signal(object)
    """Carries the Doubt."""
    doubt_followed = Signal(object)
    """Carries the Doubt whose page, out of sight, is to be looked at."""
    sheets_wanted = Signal(object)
    """Carries the Doubt about a page whose picture shows other sheets, which are to become pages."""
    turned = Signal()
    """Says that something else is in the middle now."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page_browser")
        self._slot = self._name = ""
        self._pages: tuple[Page, ...] = ()
        self._index: int | None = None
        self._looked_at: Page | None = None
        self._awaits_page = False
        self._place: Place | None = None
        self._may_take = False
        self._before_scan: tuple[Page, ...] = ()
        self._papers: dict[str, str] = {}
        self._doubts: tuple[Doubt, ...] = ()
        self._sizes: Mapping[str, PaperSize] = {}
        self._stage, self._film = PageStage(), FilmStrip()
        self.scanner, self._tools = ScannerPanel(), PageTools()
        self._film.page_chosen.connect(self._on_page_chosen)
        self._film.camera_chosen.connect(self._on_camera_chosen)
        self._film.removal_asked.connect(self._on_removal_asked)
        self._stage.removal_asked.connect(self._on_removal_asked)
        self._stage.retake_asked.connect(self._on_retake_asked)
        self._stage.corners_moved.connect(lambda: self._tell_corners(self.corners_moved))
        self._stage.corners_dragged.connect(lambda: self._tell_corners(self.corners_dragged))
        self._stage.remark.move_asked.connect(lambda doubt: self._on_hand_over_asked(doubt.other))
        self._stage.remark.sheets_asked.connect(self.sheets_wanted)
        self._stage.remark.sight_asked.connect(self.doubt_followed)
        self._stage.remark.dismissed.connect(self.doubt_dismissed)
        self.scanner.closed.connect(self.show_pages)
        self._tools.turn_asked.connect(self._on_turn_asked)
        self._tools.move_asked.connect(self._on_move_asked)
        self._tools.replace_asked.connect(self._on_retake_asked)
        self._tools.insert_asked.connect(lambda: self._await_page(instead=False))
        self._tools.hand_over_asked.connect(self._on_hand_over_asked)
        self._tools.keeping_asked.connect(self._on_keeping_asked)
        self._lay_out()

    @property
    def has_page(self) -> bool:
        """Whether a page is looked at, not the camera."""
        return self._index is not None

    @property
    def scans(self) -> bool:
        """Whether the scanner's panel is in the middle, instead of a page or the camera."""
        return self._middle.currentWidget() is self.scanner

    @property
    def place(self) -> Place | None:
        """Where the next page that is taken goes; None is the end of the paper."""
        return self._place

    @property
    def room(self) -> QSize:
        """How large a page is drawn at the most, in pixels of the screen."""
        return self._stage.room

    @property
    def sees(self) -> bool:
        """Whether the camera has given a picture."""
        return self._stage.sees

    def open_paper(self, slot: str, name: str, pages: tuple[Page, ...], *, may_take: bool) -> None:
        """Go to a paper: to its first page, or to the camera where it has none; a scan stays in sight."""
        self._slot, self._name, self._pages, self._may_take = slot, name, pages, may_take
        self._go_to(0 if pages else None)

    def offer_papers(self, papers: tuple[tuple[str, str], ...]) -> None:
        """Offer the papers to which a page may be handed over, each a slot and its name."""
        self._papers = dict(papers)
        self._tools.offer_papers(papers)
        self._show_doubt()

    def show_scanner(self) -> None:
        """Put the scanner's panel in the middle."""
        self._before_scan = self._pages
        self._middle.setCurrentWidget(self.scanner)
        self.scanner.begin()
        self._show_tools()
        self.turned.emit()

    def show_pages(self) -> None:
        """Put the page or the camera back in the middle, unless a scan is under way; new pages come first."""
        if not self.scans or self.scanner.is_busy:
            return
        self._middle.setCurrentWidget(self._stage)
        self._film.setFocus()
        new = [at for at, page in enumerate(self._pages) if page not in self._before_scan]
        self._go_to(new[0] if new else self._index)

    def follow(self, pages: tuple[Page, ...]) -> None:
        """Keep to the page looked at when the paper has changed around it, as after a removal or an undo."""
        self._pages, index = pages, self._index
        if index is not None and index >= len(pages):
            self._go_to(len(pages) - 1 if pages else None)
            return
        self._film.show_pages(pages, index)
        self._say_where()
        if index is not None and self._looked_at and self._is_changed(self._looked_at, pages[index]):
            self._looked_at = pages[index]
            self.page_selected.emit(PageRef(self._slot, index))

    def show_page(self, shown: PageShown) -> None:
        """Show a page, if it is the one that was asked for or has just been taken."""
        is_wanted = self._awaits_page or shown.index == self._index
        if shown.slot != self._slot or shown.index >= len(self._pages) or not is_wanted:
            return
        page = self._pages[shown.index]
        self._index, self._looked_at, self._awaits_page = shown.index, page, False
        self._place = None
        self._stage.show_page(shown)
        self._film.show_pages(self._pages, shown.index)
        self._film.show_look(page, shown.clean)
        self._say_where()
        self.turned.emit()

    def show_looks(self, looks: Mapping[Page, QImage]) -> None:
        """Show small what pages of this paper look like."""
        for page in self._pages:
            if page in looks:
                self._film.show_look(page, looks[page])

    def go_to_page(self, page: Page) -> None:
        """Look at a page of this paper, if it has it."""
        if page in self._pages:
            self._go_to(self._pages.index(page))

    def show_preview(self, ref: PageRef, image: QImage) -> None:
        """Show what a page would be with its corners as they lie on their way."""
        if ref == PageRef(self._slot, self._index if self._index is not None else -1):
            self._stage.show_preview(image)

    def show_doubts(self, doubts: tuple[Doubt, ...]) -> None:
        """Say what pages' own words give reason to say, one at a time: first of the page looked at."""
        self._doubts = doubts
        self._show_doubt()

    def show_sizes(self, sizes: Mapping[str, PaperSize]) -> None:
        """Say how much papers, named by their slots, will take."""
        self._sizes = sizes
        self._stage.kept.show_size(sizes.get(self._slot))

    def show_frame(self, image: QImage) -> None:
        """Show the camera's newest picture while no page is looked at."""
        if self._index is None:
            is_first = not self.sees
            self._stage.show_frame(image)
            if is_first:
                self.turned.emit()

    def show_camera_words(self, words: str) -> None:
        """Say why there is no live picture."""
        self._stage.show_camera_words(words)
        self.turned.emit()

    def show_busy(self, words: str) -> None:
        """Say that a page is being worked on; no words end it."""
        self._awaits_page = bool(words)
        self._stage.quality.show_busy(words)

    def clear(self) -> None:
        """Forget every picture and page."""
        self._slot, self._name, self._pages = "", "", ()
        self._index, self._looked_at, self._awaits_page = None, None, False
        self._place, self._may_take, self._before_scan = None, False, ()
        self._papers, self._doubts, self._sizes = {}, (), {}
        self.scanner.reset()
        self._middle.setCurrentWidget(self._stage)
        self._film.forget()
        self._stage.clear()
        self._show_tools()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._say_where()
        super().changeEvent(event)

    def _go_to(self, index: int | None) -> None:
        self._index, self._looked_at, self._awaits_page = index, None, False
        self._place = None
        self._film.show_pages(self._pages, index)
        if index is None:
            self._stage.show_live()
        else:
            self.page_selected.emit(PageRef(self._slot, index))
        self._say_where()
        self.turned.emit()

    def _is_changed(self, before: Page, now: Page) -> bool:
        """Say whether what is shown is no longer the page; corners that were moved here are on their way."""
        moved_elsewhere = now.corners not in (before.corners, self._corners_as_taken(before))
        kept = (before.picture, before.turns, before.kind)
        return (now.picture, now.turns, now.kind) != kept or moved_elsewhere

    def _corners_as_taken(self, page: Page) -> Corners:
        """Give the corners on the stage as they lie on the picture as it was taken, before its turns."""
        shown = self._stage.view.image
        return corners_turned(self._stage.corners, (shown.width(), shown.height()), -page.turns)

    def _say_where(self) -> None:
        self._show_tools()
        self._show_doubt()
        self._stage.kept.show_size(self._sizes.get(self._slot))
        if self._place:
            number = self._pages.index(self._place.page) + 1 if self._place.page in self._pages else 1
            words = (
                self.tr("In place of page {number}")
                if self._place.instead
                else self.tr("Before page {number}")
            )
            self._stage.set_title(words.format(number=number))
        elif self._index is None:
            self._stage.set_title(self._name)
        else:
            words = self.tr("Page {number} of {count}")
            self._stage.set_title(words.format(number=self._index + 1, count=len(self._pages)))

    def _on_camera_chosen(self) -> None:
        self.show_pages()
        self._go_to(None)

    def _on_page_chosen(self, index: int) -> None:
        self.show_pages()
        self._go_to(index)

    def _on_removal_asked(self) -> None:
        if self._index is not None:
            self.page_removed.emit(PageRef(self._slot, self._index))

    def _on_retake_asked(self) -> None:
        self._await_page(instead=True)

    def _await_page(self, *, instead: bool) -> None:
        """Go to the camera for a page that comes before the one looked at, or instead of it, which stays."""
        if self._index is not None and self._may_take:
            place = Place(self._pages[self._index], instead=instead)
            self._go_to(None)
            self._place = place
            self._say_where()

    def _on_turn_asked(self, quarters: int) -> None:
        if self._index is not None:
            self.page_turned.emit(PageTurned(PageRef(self._slot, self._index), quarters))

    def _on_move_asked(self, step: int) -> None:
        index = self._index
        if index is not None and 0 <= index + step < len(self._pages):
            self._index = index + step  # the page stays the one looked at
            self.page_moved.emit(PageMoved(PageRef(self._slot, index), index + step))

    def _on_hand_over_asked(self, slot: str) -> None:
        if self._index is not None:
            self.page_handed_over.emit(PageHandedOver(PageRef(self._slot, self._index), slot))

    def _on_keeping_asked(self, kind: str) -> None:
        if self._index is not None:
            self.page_kept_as.emit(PageKeptAs(PageRef(self._slot, self._index), kind))

    def _show_doubt(self) -> None:
        """Say the doubt about the page looked at, by its light too; else where another page has one."""
        here = None if self._index is None else self._pages[self._index]
        doubts = [doubt for doubt in self._doubts if doubt.other in self._papers or not _names_paper(doubt)]
        mine = [each for each in doubts if each.slot == self._slot]
        self._film.show_doubted(frozenset(each.page for each in mine))
        about_it = tuple(each for each in mine if each.page == here)
        if self._looked_at:
            self._stage.show_doubts(about_it)
        found = next(iter(about_it), None)
        if found is None and doubts:
            where = self._papers.get(doubts[0].slot, "")
            self._stage.remark.show_doubt(doubts[0], paper=self._papers.get(doubts[0].other, ""), where=where)
            return
        paper = self._papers.get(found.other, "") if found else ""
        self._stage.remark.show_doubt(found, paper=paper)

    def _show_tools(self) -> None:
        index = None if self.scans else self._index
        self._tools.show_page(index, len(self._pages), may_take=self._may_take)

    def _lay_out(self) -> None:
        self._middle = QStackedLayout()
        self._middle.addWidget(self._stage)
        self._middle.addWidget(self.scanner)
        below = QHBoxLayout()
        below.setSpacing(GRID)
        below.addWidget(self._film, stretch=1)
        below.addWidget(self._tools)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(self._middle, stretch=1)
        column.addLayout(below)

    def _tell_corners(self, signal: SignalInstance) -> None:
        if self._index is not None and self._looked_at:
            as_taken = self._corners_as_taken(self._looked_at)
            signal.emit(CornersMoved(self._slot, self._index, as_taken))


def _names_paper(doubt: Doubt) -> bool:
    return doubt.complaint is Complaint.WRONG_PAPER
