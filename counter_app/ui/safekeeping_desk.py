"""Keeping the desk safe while the window is open: its database read through and copied once a day."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from counter_app.errors import DiskFull, SetupError
from counter_app.services.copy_ports import SafeCopy
from counter_app.services.safekeeping import Safekeeping
from counter_app.ui.notices import Notice, NoticeBar
from counter_app.ui.tasks import Lane, Tasks
from counter_app.ui.tokens import Tone
from counter_app.ui.unforeseen import log_unforeseen

_AFTER_THE_START_MS = 20_000
_AGAIN_MS = 1_800_000
_DAMAGED = {"damaged", "damaged_or_other_key"}


class SafekeepingDesk(QObject):
    """Has the copy of the day made behind everything else, and says a word only where it could not be."""

    def __init__(self, notices: NoticeBar, safekeeping: Safekeeping, tasks: Tasks) -> None:
        super().__init__()
        self._notices = notices
        self._safekeeping = safekeeping
        self._tasks = tasks
        self._is_stopped = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)
        self._timer.start(_AFTER_THE_START_MS)

    def look(self) -> None:
        """Make the copy of the day unless there is one, and look again later: a desk stays open."""
        self._tasks.run(
            Lane.READING, self._safekeeping.keep, owner=self, done=self._on_kept, failed=self._on_failed
        )

    def stop(self) -> None:
        """Begin no other copy."""
        self._is_stopped = True
        self._timer.stop()

    def _on_kept(self, _copy: SafeCopy | None) -> None:
        if not self._is_stopped:
            self._timer.start(_AGAIN_MS)

    def _on_failed(self, error: Exception) -> None:
        log_unforeseen(error)
        self._notices.add_notice(Notice(self._words(error), Tone.WARNING))
        self._on_kept(None)

    def _words(self, error: Exception) -> str:
        if isinstance(error, DiskFull):
            return self.tr(
                "The disk is too full for today's copy of the desk. Nothing is lost yet: make room on it."
            )
        if isinstance(error, SetupError) and error.problem in _DAMAGED:
            return self.tr(
                "A page of the database is damaged. Receive nothing more: close the desk and open it again, "
                "and it offers the newest good copy."
            )
        return self.tr(
            "Today's copy of the desk could not be made: look whether its disk is there. It is tried again."
        )
