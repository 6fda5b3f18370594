"""What each paper will take on the disk and on the line, estimated behind everything else."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject

from counter_app.domain.paper import Page, Paper
from counter_app.services.desk import Desk
from counter_app.services.paper_sizes import PaperSize
from counter_app.ui.reading_desk import ReadingDesk
from counter_app.ui.screens.papers import PapersScreen
from counter_app.ui.tasks import Lane, Tasks
from counter_app.ui.unforeseen import log_unforeseen
from counter_app.ui.visit_desk import VisitDesk

_Bound = tuple[tuple[Page, str], ...]
"""What a size depends on: pages, and what was read on them."""


@dataclass(slots=True)
class _Weighing:
    """The paper that is weighed at this moment."""

    paper: Paper
    stopped: bool = False


class SizeDesk(QObject):
    """Weighs one paper at a time, once it was read and on the same lane, and shows what is known of each."""

    def __init__(
        self, screen: PapersScreen, visits: VisitDesk, desk: Desk, tasks: Tasks, *, reading: ReadingDesk
    ) -> None:
        super().__init__()
        self._pages = screen.pages
        self._visits = visits
        self._sizes = desk.sizes
        self._reading = reading
        self._tasks = tasks
        self._known: dict[_Bound, PaperSize | None] = {}
        self._at_work: _Weighing | None = None
        visits.sheet_changed.connect(self._on_changed)
        reading.page_settled.connect(self._on_changed)
        visits.citizen_left.connect(self._on_citizen_left)

    def stop(self) -> None:
        """Weigh no further page."""
        if self._at_work:
            self._at_work.stopped = True

    def _on_changed(self) -> None:
        papers = self._papers()
        if self._at_work and self._at_work.paper not in papers:
            self.stop()
        self._show()
        self._go_on()

    def _go_on(self) -> None:
        paper = next(filter(self._is_to_weigh, self._papers()), None)
        if paper is None or self._at_work:
            return
        self._at_work = weighing = _Weighing(paper)
        self._tasks.run(
            Lane.READING,
            lambda: self._sizes.of(paper, should_stop=lambda: weighing.stopped),
            owner=self,
            done=partial(self._on_weighed, weighing),
            failed=partial(self._on_failed, weighing),
        )

    def _is_to_weigh(self, paper: Paper) -> bool:
        """Tell a paper that is read, and not weighed as it is now."""
        return _bound(paper) not in self._known and not any(map(self._reading.is_to_read, paper.pages))

    def _on_weighed(self, weighing: _Weighing, size: PaperSize | None) -> None:
        self._at_work = None
        if not weighing.stopped:
            self._known[_bound(weighing.paper)] = size
            self._show()
        self._go_on()

    def _on_failed(self, weighing: _Weighing, error: Exception) -> None:
        """Show no size: what is the matter is said where the paper is received."""
        log_unforeseen(error)
        self._on_weighed(weighing, None)

    def _on_citizen_left(self) -> None:
        self.stop()
        self._known.clear()
        self._tasks.run(Lane.READING, self._sizes.forget, owner=self, done=lambda _: None)

    def _papers(self) -> tuple[Paper, ...]:
        """Give the papers that were taken now; what is used again takes no room a second time."""
        sheet = self._visits.sheet
        papers = sheet.draft.papers if sheet and self._visits.state.dossier is None else ()
        return tuple(paper for paper in papers if paper.pages)

    def _show(self) -> None:
        known = {paper.slot: self._known.get(_bound(paper)) for paper in self._papers()}
        self._pages.show_sizes({slot: size for slot, size in known.items() if size})


def _bound(paper: Paper) -> _Bound:
    return tuple((page, page.words) for page in paper.pages)
