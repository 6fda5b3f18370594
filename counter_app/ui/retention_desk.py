"""Deletes in the background what is over, once the desk has been open for a while: nobody waits for it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from counter_app.services.retention import Retention, Step
from counter_app.ui.tasks import Lane, Tasks
from counter_app.ui.unforeseen import log_unforeseen

_AFTER_THE_START_MS = 60_000


class RetentionDesk(QObject):
    """Takes one step of a sweep after the other; what is wanted meanwhile goes in between."""

    def __init__(self, retention: Retention, tasks: Tasks) -> None:
        super().__init__()
        self._steps = retention.steps()
        self._tasks = tasks
        QTimer.singleShot(_AFTER_THE_START_MS, self, self.go_on)

    def go_on(self) -> None:
        """Take the next step; one that fails is the last one until the desk is opened again."""
        step: Step | None = next(self._steps, None)
        if step is not None:
            self._tasks.run(
                Lane.STORE, step, owner=self, done=lambda _: self.go_on(), failed=log_unforeseen, quietly=True
            )
