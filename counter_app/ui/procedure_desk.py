"""Procedures in the window: found as they are typed, and the one chosen begun."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from counter_app.domain.dossier import Capacity
from counter_app.domain.procedure import Procedure
from counter_app.services.correction import Correction
from counter_app.services.desk import Desk
from counter_app.ui.main_window import MainWindow
from counter_app.ui.screens.procedure import ProcedureChoice
from counter_app.ui.tasks import Lane, Tasks
from counter_app.ui.visit_desk import VisitDesk


class ProcedureDesk(QObject):
    """Serves the procedure screen; the newest question wins."""

    refused = Signal(object)

    def __init__(self, window: MainWindow, visits: VisitDesk, desk: Desk, tasks: Tasks) -> None:
        super().__init__()
        self._window = window
        self._visits = visits
        self._desk = desk
        self._tasks = tasks
        self._newest = ""
        window.procedure.query_changed.connect(self.find)
        window.procedure.procedure_chosen.connect(visits.choose)
        window.person.correction_asked.connect(self._on_correction_asked)

    def find(self, query: str) -> None:
        """Look for procedures; an answer that a newer question has overtaken would choose wrongly."""
        desk, today = self._desk, self._desk.clock.now().date()
        self._newest = query

        def look() -> tuple[Procedure, ...]:
            return desk.procedures.search(query, today, desk.register.recent_procedures())

        def show(found: tuple[Procedure, ...]) -> None:
            if query == self._newest:
                self._window.procedure.show_procedures(found, today)

        self._tasks.run(Lane.STORE, look, owner=self, done=show, failed=self.refused.emit)

    def _on_correction_asked(self, correction: Correction) -> None:
        self._window.form.commit()
        self._visits.choose(ProcedureChoice(correction.procedure_code, Capacity.SELF))
