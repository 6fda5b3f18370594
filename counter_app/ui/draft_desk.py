"""Drafts that were set aside, in the window: listed in the rail, and taken up again."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from counter_app.domain.dossier import Draft
from counter_app.services.desk import Desk
from counter_app.ui.main_window import MainWindow
from counter_app.ui.notices import Notice
from counter_app.ui.parked import parked_draft
from counter_app.ui.tasks import Lane, Tasks
from counter_app.ui.tokens import Tone
from counter_app.ui.visit_desk import VisitDesk


class DraftDesk(QObject):
    """Keeps the rail's list of drafts, and offers at the start what was left unfinished."""

    refused = Signal(object)

    def __init__(self, window: MainWindow, visits: VisitDesk, desk: Desk, tasks: Tasks) -> None:
        super().__init__()
        self._window = window
        self._visits = visits
        self._desk = desk
        self._tasks = tasks
        self._latest = ""
        window.rail.draft_asked.connect(visits.resume)
        visits.drafts_changed.connect(self._on_changed)

    def announce(self) -> None:
        """Say what was left unfinished before this start."""
        drafting, sign = self._desk.drafting, self._visits.duty.official.sign
        self._tasks.run(
            Lane.STORE,
            lambda: drafting.waiting(sign),
            owner=self,
            done=self._on_found,
            failed=self.refused.emit,
        )

    def open_latest(self) -> None:
        """Take up the one that was announced."""
        self._visits.resume(self._latest)

    def _on_found(self, drafts: tuple[Draft, ...]) -> None:
        self._on_changed(drafts)
        if drafts:
            words = self.tr("Unfinished dossiers kept from before: {count}.").format(count=len(drafts))
            self._latest = drafts[0].draft_id
            notice = Notice(words, Tone.WARNING, self.tr("Open the latest"))
            self._window.actions_bar.notices.add_notice(notice)

    def _on_changed(self, drafts: tuple[Draft, ...]) -> None:
        at_hand, procedures = self._visits.state.at_hand, self._desk.procedures
        parked = (parked_draft(draft, procedures) for draft in drafts if draft.draft_id not in at_hand)
        self._window.rail.show_drafts(tuple(parked))
