"""The page while a corner is dragged: drawn anew as often as the machine can, always for the newest place."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QImage

from counter_app.domain.paper import Page
from counter_app.services.page_edits import page_at
from counter_app.services.page_preview import PagePreview
from counter_app.ui.pictures import image_of_frame
from counter_app.ui.screens.papers import CornersMoved, PageRef, PapersScreen
from counter_app.ui.tasks import Lane, Tasks
from counter_app.ui.unforeseen import log_unforeseen
from counter_app.ui.visit_desk import VisitDesk

_REST_MS = 100


class CornerDesk(QObject):
    """Has one preview drawn at a time; places that were left behind meanwhile are never drawn."""

    def __init__(self, screen: PapersScreen, visits: VisitDesk, preview: PagePreview, tasks: Tasks) -> None:
        super().__init__()
        self._pages = screen.pages
        self._visits = visits
        self._preview = preview
        self._tasks = tasks
        self._newest: CornersMoved | None = None
        self._at_work = False
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._go_on)
        self._pages.corners_dragged.connect(self._on_corners_dragged)
        self._pages.corners_moved.connect(self._on_settled)
        visits.citizen_left.connect(self._on_citizen_left)

    def _on_corners_dragged(self, moved: CornersMoved) -> None:
        self._newest = moved
        self._go_on()

    def _go_on(self) -> None:
        moved, sheet = self._newest, self._visits.sheet
        if moved is None or sheet is None or self._at_work or self._rest.isActive():
            return
        self._newest = None
        page = page_at(sheet, moved.slot, moved.index)
        if page:
            self._at_work = True
            self._rest.start()
            self._draw(page, moved)

    def _draw(self, page: Page, moved: CornersMoved) -> None:
        ref = PageRef(moved.slot, moved.index)
        self._tasks.run(
            Lane.EYES,
            lambda: image_of_frame(self._preview.draw(page, moved.corners)),
            owner=self,
            done=partial(self._on_drawn, ref, page),
            failed=self._on_failed,
        )

    def _on_drawn(self, ref: PageRef, page: Page, image: QImage) -> None:
        self._at_work = False
        sheet = self._visits.sheet
        if sheet and page_at(sheet, ref.slot, ref.index) == page:
            self._pages.show_preview(ref, image)
        self._go_on()

    def _on_failed(self, error: Exception) -> None:
        """Go on without: the page itself is drawn once its corners rest."""
        self._at_work = False
        log_unforeseen(error)

    def _on_settled(self) -> None:
        self._newest = None

    def _on_citizen_left(self) -> None:
        self._newest = None
        self._tasks.run(Lane.EYES, self._preview.forget, owner=self, done=lambda _: None)
