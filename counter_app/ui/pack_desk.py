"""What packs say in the window besides being filled: what is answered at once, and what is left out."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from counter_app.errors import SetupError
from counter_app.services.spoken import SpokenAnswer
from counter_app.ui.main_window import MainWindow
from counter_app.ui.notices import Notice
from counter_app.ui.tokens import Tone
from counter_app.ui.visit_desk import VisitDesk


class PackDesk(QObject):
    """Serves the procedure screen with what the packs themselves have to tell."""

    answered = Signal()
    """Says that an answer stands on the procedure screen in place of a form."""

    def __init__(self, window: MainWindow, visits: VisitDesk, left_out: tuple[SetupError, ...]) -> None:
        super().__init__()
        self._window = window
        self._left_out = left_out
        window.procedure.show_left_out(left_out)
        visits.answered.connect(self._on_answered)

    def announce(self) -> None:
        """Say once, when the desk opens, that files are left out; everything else is served."""
        if self._left_out:
            words = self.tr(
                "Files that are not right and were left out: {count}. They are listed at Procedure."
            )
            notice = Notice(words.format(count=len(self._left_out)), Tone.WARNING)
            self._window.actions_bar.notices.add_notice(notice)

    def _on_answered(self, answer: SpokenAnswer) -> None:
        self._window.procedure.show_answer(answer)
        self.answered.emit()
