"""Taking a reception back: the countdown beside a dossier just received, and voiding from the register."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from counter_app.domain.dossier import Dossier
from counter_app.services.desk import Desk
from counter_app.services.voiding import Voided
from counter_app.ui.main_window import MainWindow
from counter_app.ui.notices import Notice
from counter_app.ui.tasks import Lane, Tasks
from counter_app.ui.tokens import Tone
from counter_app.ui.visit_desk import VisitDesk

_TICK_MS = 1_000


class VoidDesk(QObject):
    """Voids one reception at a time; what it came to is said in the bar."""

    voided = Signal()
    refused = Signal(object)

    def __init__(self, window: MainWindow, visits: VisitDesk, desk: Desk, tasks: Tasks) -> None:
        super().__init__()
        self._window = window
        self._visits = visits
        self._desk = desk
        self._tasks = tasks
        self._at_work = ""
        self._ticks = QTimer(window)
        self._ticks.setInterval(_TICK_MS)
        self._ticks.timeout.connect(self._show_time)
        window.closing.connect(self._ticks.stop)
        visits.dossier_received.connect(self._on_received)
        visits.citizen_left.connect(self._show_time)
        window.take_back.triggered.connect(self._on_take_back)
        window.receive.undo_wanted.connect(self._on_take_back)
        window.register.void_wanted.connect(self._on_void_wanted)

    def _on_received(self) -> None:
        self._ticks.start()
        self._show_time()

    def _show_time(self) -> None:
        dossier = self._visits.state.dossier
        left = self._desk.voiding.seconds_left(dossier) if dossier else 0
        self._window.receive.show_undo(left)
        if not left:
            self._ticks.stop()

    def _on_take_back(self) -> None:
        """Reopen what was just received; once it is too late the desk says what can be done instead."""
        dossier = self._visits.state.dossier
        if dossier is None or self._at_work:
            return
        number, sign, voiding = dossier.dossier_id, self._visits.duty.official.sign, self._desk.voiding
        self._at_work = number
        self._tasks.run(
            Lane.STORE,
            lambda: voiding.reopen(number, sign),
            owner=self,
            done=lambda voided: self._on_reopened(dossier, voided),
            failed=self._on_failed,
        )

    def _on_reopened(self, dossier: Dossier, voided: Voided) -> None:
        self._at_work = ""
        if self._visits.state.dossier == dossier:
            self._visits.take_up_again(voided.draft_id)
        else:
            self._visits.refresh_drafts()
        self._show_time()
        self._tell(voided)

    def _on_void_wanted(self, reason: str) -> None:
        number, sign = self._window.register.opened_id, self._visits.duty.official.sign
        if not number or self._at_work:
            return
        self._at_work = number
        voiding = self._desk.voiding
        self._tasks.run(
            Lane.STORE,
            lambda: voiding.void(number, reason, sign),
            owner=self,
            done=self._on_voided,
            failed=self._on_failed,
        )

    def _on_voided(self, voided: Voided) -> None:
        self._at_work = ""
        self._tell(voided)

    def _tell(self, voided: Voided) -> None:
        """Say which numbers are void, and what has to be torn up."""
        codes = ", ".join(void.code for void in voided.voids)
        words = self.tr("{codes} is void; the number stays in the register.").format(codes=codes)
        prints = max(void.prints for void in voided.voids)
        if prints:
            words += " " + self.tr("Destroy what was printed of it: {count}.").format(count=prints)
        self._window.actions_bar.notices.show_notice(Notice(words, Tone.WARNING))
        self.voided.emit()

    def _on_failed(self, error: Exception) -> None:
        self._at_work = ""
        self.refused.emit(error)
