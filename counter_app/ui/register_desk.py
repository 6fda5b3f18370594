"""The register in the window: the newest search wins, and what is opened is kept in history."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from counter_app.domain.dossier import Dossier, RegisterRow
from counter_app.domain.history import Act
from counter_app.services.desk import Desk
from counter_app.ui.screens.register import RegisterQuery
from counter_app.ui.tasks import Lane, Tasks


@dataclass(frozen=True, slots=True)
class OpenedDossier:
    """A dossier taken from the register, with its history."""

    dossier: Dossier
    acts: tuple[Act, ...]


class RegisterDesk(QObject):
    """Searches and opens off the GUI thread."""

    found = Signal(object)
    opened = Signal(object)
    refused = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, sign: Callable[[], str]) -> None:
        super().__init__()
        self._desk = desk
        self._tasks = tasks
        self._sign = sign
        self._newest = RegisterQuery("", all_days=False)

    def search(self, query: RegisterQuery) -> None:
        """Look for dossiers; an answer that a newer question has overtaken is not shown."""
        self._newest = query

        def look() -> tuple[RegisterRow, ...]:
            day = None if query.all_days else self._desk.clock.now().date()
            return self._desk.register.search(query.text, day)

        self._run(look, lambda rows: self._on_found(query, rows))

    def open(self, dossier_id: str) -> None:
        """Open a dossier with its history."""
        sign = self._sign()
        self._run(
            lambda: OpenedDossier(*self._desk.register.open(dossier_id, sign)),
            self.opened.emit,
        )

    def _on_found(self, query: RegisterQuery, rows: tuple[RegisterRow, ...]) -> None:
        if query == self._newest:
            self.found.emit(rows)

    def _run(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        self._tasks.run(Lane.STORE, work, owner=self, done=done, failed=self.refused.emit)
