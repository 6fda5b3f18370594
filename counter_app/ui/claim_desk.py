"""Acknowledgements shown to the desk: checked off the GUI thread, told in one line, opened when wanted."""

from __future__ import annotations

from PySide6.QtCore import QObject

from counter_app.domain.look import Purpose
from counter_app.services.claims import CheckedClaim, Claims
from counter_app.ui.claim_words import claim_notice
from counter_app.ui.error_words import words_of
from counter_app.ui.main_window import MainWindow
from counter_app.ui.notices import Notice
from counter_app.ui.tasks import Lane, Tasks
from counter_app.ui.tokens import Tone
from counter_app.ui.unforeseen import log_unforeseen


class ClaimDesk(QObject):
    """Checks one acknowledgement after the other; the newest one's dossier may be opened."""

    def __init__(self, window: MainWindow, claims: Claims, tasks: Tasks) -> None:
        super().__init__()
        self._window = window
        self._claims = claims
        self._tasks = tasks
        self._offer: tuple[Notice, str] | None = None

    def check(self, text: str) -> None:
        """Say whether the acknowledgement that carries this code is genuine."""
        self._offer = None
        self._tasks.run(
            Lane.STORE,
            lambda: self._claims.check(text),
            owner=self,
            done=self._on_checked,
            failed=self._on_failed,
        )

    def take_up(self, notice: Notice) -> bool:
        """Open the dossier that a notice offers in the register, and say whether it offered one."""
        if self._offer is None or self._offer[0] is not notice:
            return False
        self._window.rail.register_asked.emit()
        self._window.register.opening_wanted.emit(self._offer[1], Purpose.SHOWN_CODE)
        return True

    def _on_checked(self, checked: CheckedClaim) -> None:
        notice = claim_notice(checked)
        self._offer = (notice, checked.dossier_id) if checked.dossier_id else None
        self._window.actions_bar.notices.show_notice(notice)

    def _on_failed(self, error: Exception) -> None:
        log_unforeseen(error)
        words = words_of(error)
        said = f"{words.happened} {words.advice}"
        self._window.actions_bar.notices.show_notice(Notice(said, Tone.ERROR))
