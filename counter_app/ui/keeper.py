"""Keeps the newest sheet on disk: one save at a time, and what came meanwhile in the next one."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from counter_app.services.drafting import Drafting, Sheet
from counter_app.ui.tasks import Lane, Tasks


class Keeper(QObject):
    """Saves every change within the time of one disk write, without ever making the typist wait."""

    kept = Signal(object)
    save_failed = Signal(object)

    def __init__(self, drafting: Drafting, tasks: Tasks) -> None:
        super().__init__()
        self._drafting = drafting
        self._tasks = tasks
        self._newest: Sheet | None = None
        self._saving = False

    @property
    def is_behind(self) -> bool:
        """Whether something is not on disk yet."""
        return self._saving or self._newest is not None

    def keep(self, sheet: Sheet) -> None:
        """Put the sheet on disk as soon as the save before it is done."""
        self._newest = sheet
        if not self._saving:
            self._save()

    def forget(self) -> None:
        """Save no more of this sheet: it was received or thrown away."""
        self._newest = None

    def _save(self) -> None:
        sheet, self._newest = self._newest, None
        if sheet is None:
            return
        self._saving = True
        self._tasks.run(
            Lane.STORE,
            lambda: self._drafting.save(sheet),
            owner=self,
            done=self._on_saved,
            failed=self._on_failed,
        )

    def _on_saved(self, sheet: Sheet) -> None:
        self._saving = False
        self.kept.emit(sheet)
        self._save()

    def _on_failed(self, error: Exception) -> None:
        self._saving = False
        self.save_failed.emit(error)
