"""Edits of pages in the window: turned, moved, kept otherwise, handed over, removed; Ctrl+Z undoes each."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from counter_app.services.page_edits import (
    with_page_handed_over,
    with_page_kept_as,
    with_page_moved,
    with_page_turned,
    without_page,
)
from counter_app.ui.screens.papers import PapersScreen
from counter_app.ui.visit_desk import VisitDesk
from counter_app.ui.widgets.page_values import PageHandedOver, PageKeptAs, PageMoved, PageRef, PageTurned


class PageEditDesk(QObject):
    """Carries out what the papers' screen asks for; the visit's desk keeps and undoes it like any change."""

    def __init__(self, screen: PapersScreen, visits: VisitDesk) -> None:
        super().__init__()
        self._visits = visits
        screen.page_removed.connect(self._on_page_removed)
        screen.page_turned.connect(self._on_page_turned)
        screen.page_moved.connect(self._on_page_moved)
        screen.page_handed_over.connect(self._on_page_handed_over)
        screen.pages.page_kept_as.connect(self._on_page_kept_as)

    def _on_page_removed(self, ref: PageRef) -> None:
        self._visits.change(partial(without_page, slot=ref.slot, index=ref.index))

    def _on_page_turned(self, turned: PageTurned) -> None:
        ref, quarters = turned.ref, turned.quarters
        self._visits.change(partial(with_page_turned, slot=ref.slot, index=ref.index, quarters=quarters))

    def _on_page_moved(self, moved: PageMoved) -> None:
        ref, to = moved.ref, moved.to
        self._visits.change(partial(with_page_moved, slot=ref.slot, index=ref.index, to=to))

    def _on_page_handed_over(self, handed: PageHandedOver) -> None:
        ref, to = handed.ref, handed.to
        self._visits.change(partial(with_page_handed_over, slot=ref.slot, index=ref.index, to=to))

    def _on_page_kept_as(self, kept: PageKeptAs) -> None:
        ref, kind = kept.ref, kept.kind
        self._visits.change(partial(with_page_kept_as, slot=ref.slot, index=ref.index, kind=kind))
