"""The text of pages in the window: read in the background, kept quietly, remarked upon where it pays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from counter_app.domain.paper import Page
from counter_app.services.desk import Desk
from counter_app.services.drafting import Sheet
from counter_app.services.page_edits import page_at, with_words
from counter_app.services.page_reading import PageRemark
from counter_app.ui.screens.papers import PapersScreen
from counter_app.ui.tasks import Lane, Tasks
from counter_app.ui.visit_desk import VisitDesk
from counter_app.ui.widgets.page_values import Doubt


@dataclass(slots=True)
class _Reading:
    """What is read at this moment: a page of a draft; without a page, the sheet as a whole is looked over."""

    sheet: Sheet
    page: Page | None = None
    stopped: bool = False


class ReadingDesk(QObject):
    """Reads one page after the other on a lane of its own; whoever fills the sheet waits for none of it."""

    page_settled = Signal()
    """Says that a page of the sheet at hand has its words now, or will have none."""
    refused = Signal(object)

    def __init__(self, screen: PapersScreen, visits: VisitDesk, desk: Desk, tasks: Tasks) -> None:
        super().__init__()
        self._pages = screen.pages
        self._visits = visits
        self._reading = desk.reading
        self._digitising = desk.digitising
        self._tasks = tasks
        self._at_work: _Reading | None = None
        self._remarked: Sheet | None = None
        self._given_up: set[Page] = set()
        self._dismissed: set[Doubt] = set()
        self._doubts: tuple[Doubt, ...] = ()
        visits.sheet_changed.connect(self._go_on)
        visits.dossier_received.connect(self.stop)
        visits.citizen_left.connect(self._on_citizen_left)
        self._pages.doubt_dismissed.connect(self._on_dismissed)

    def stop(self) -> None:
        """Let the reader end after the line it is at; what it has read of the page is dropped."""
        if self._at_work:
            self._at_work.stopped = True

    def is_to_read(self, page: Page) -> bool:
        """Say whether a page has no words yet and may still get them."""
        return not page.words and page not in self._given_up

    def _go_on(self) -> None:
        """Look over what was read, else read the next page; one thing at a time."""
        sheet = self._visits.sheet
        if self._at_work:
            self._stop_if_gone(self._at_work, sheet)
        elif sheet is not None and self._visits.state.dossier is None:
            self._look_over(sheet) if self._is_to_look_over(sheet) else self._read_next(sheet)

    def _stop_if_gone(self, reading: _Reading, sheet: Sheet | None) -> None:
        """Stop reading a page that was thrown away, turned or cut anew."""
        if reading.page and (sheet is None or reading.page not in _pages_of(sheet)):
            self.stop()

    def _is_to_look_over(self, sheet: Sheet) -> bool:
        return sheet is not self._remarked and bool(_pages_of(sheet))

    def _look_over(self, sheet: Sheet) -> None:
        self._remarked = sheet
        self._begin(_Reading(sheet), partial(self._reading.remarks, sheet), self._on_looked_over)

    def _read_next(self, sheet: Sheet) -> None:
        page = next(filter(self.is_to_read, _pages_of(sheet)), None)
        if page is None:
            return
        reading = _Reading(sheet, page)
        read = partial(self._reading.read, page, should_stop=lambda: reading.stopped)
        self._begin(reading, read, self._on_read)

    def _begin(self, reading: _Reading, work: Callable[[], object], done: Callable[..., None]) -> None:
        self._at_work = reading
        self._tasks.run(
            Lane.READING,
            work,
            owner=self,
            done=partial(done, reading),
            failed=partial(self._on_failed, reading),
        )

    def _on_read(self, reading: _Reading, read: Page) -> None:
        """Keep a page's words; where the sheet takes none now, wait until it changes."""
        self._at_work = None
        if read.words:
            self._visits.note(partial(with_words, read=read), of=reading.sheet.draft.draft_id)
            self.page_settled.emit()
        sheet = self._visits.sheet
        takes_none = sheet is not None and any(page == read and not page.words for page in _pages_of(sheet))
        if reading.stopped or not takes_none:
            self._go_on()

    def _on_looked_over(self, reading: _Reading, remarks: tuple[PageRemark, ...]) -> None:
        self._at_work = None
        if not reading.stopped:
            self._doubts = tuple(doubt for doubt in map(partial(_doubt, reading.sheet), remarks) if doubt)
            self._show()
        self._go_on()

    def _on_failed(self, reading: _Reading, error: Exception) -> None:
        """Leave a page alone that cannot be read, and say why once."""
        self._at_work = None
        if reading.stopped:
            return
        if reading.page:
            self._given_up.add(reading.page)
            self.page_settled.emit()
        self.refused.emit(error)
        self._go_on()

    def _on_dismissed(self, doubt: Doubt) -> None:
        self._dismissed.add(doubt)
        self._show()

    def _on_citizen_left(self) -> None:
        self.stop()
        self._remarked, self._doubts = None, ()
        self._given_up.clear()
        self._dismissed.clear()
        self._show()
        for lane in (Lane.CRAFT, Lane.READING):  # behind what is still at work for this citizen
            self._tasks.run(lane, self._forget, owner=self, done=lambda _: self._go_on())

    def _forget(self) -> None:
        self._reading.forget()
        self._digitising.forget()

    def _show(self) -> None:
        self._pages.show_doubts(tuple(doubt for doubt in self._doubts if doubt not in self._dismissed))


def _pages_of(sheet: Sheet) -> tuple[Page, ...]:
    return tuple(page for paper in sheet.draft.papers for page in paper.pages)


def _doubt(sheet: Sheet, remark: PageRemark) -> Doubt | None:
    page = page_at(sheet, remark.slot, remark.index)
    if page is None:
        return None
    return Doubt(
        remark.slot, page, remark.complaint, remark.other, remark.until, remark.box, beside=remark.beside
    )
