"""Keeps the newest sheet on disk: one save at a time, and what came meanwhile in the next one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from counter_app.services.drafting import Drafting, Sheet
from counter_app.ui.tasks import Lane, Tasks

_SHORTEST_WAIT_MS, _LONGEST_WAIT_MS = 500, 30_000


class Keeper(QObject):
    """Saves every change within the time of one disk write, without ever making the typist wait."""

    save_failed = Signal(object)

    def __init__(self, drafting: Drafting, tasks: Tasks) -> None:
        super().__init__()
        self._drafting = drafting
        self._tasks = tasks
        self._newest: Sheet | None = None
        self._saving = False
        self._wait_ms = _SHORTEST_WAIT_MS

    def keep(self, sheet: Sheet) -> None:
        """Put the sheet on disk as soon as the save before it is done."""
        self._newest = sheet
        if not self._saving:
            self._save()

    def forget(self) -> None:
        """Save no more of this sheet: it was received or thrown away."""
        self._newest = None

    def _save(self) -> None:
        sheet = self._newest
        if sheet is None or self._saving:
            return
        self._newest = None
        self._saving = True
        self._tasks.run(
            Lane.STORE,
            lambda: self._drafting.save(sheet),
            owner=self,
            done=self._on_saved,
            failed=partial(self._on_failed, sheet),
        )

    def _on_saved(self, _sheet: Sheet) -> None:
        self._saving = False
        self._wait_ms = _SHORTEST_WAIT_MS
        self._save()

    def _on_failed(self, sheet: Sheet, error: Exception) -> None:
        """Keep what was not saved, and try again by itself, after twice the time at most."""
        self._saving = False
        self._newest = self._newest or sheet
        self._wait_ms = min(2 * self._wait_ms, _LONGEST_WAIT_MS)
        QTimer.singleShot(self._wait_ms, self, self._save)
        self.save_failed.emit(error)
