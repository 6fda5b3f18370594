"""Receiving in the window of an office that signs: the password is asked for once a shift."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from counter_app.services.desk import Desk
from counter_app.services.ports import WrongPassword
from counter_app.ui.main_window import MainWindow
from counter_app.ui.tasks import Lane, Tasks
from counter_app.ui.visit_desk import VisitDesk
from counter_app.ui.widgets.password_question import PasswordQuestion


class SigningDesk(QObject):
    """Stands between the receive screen and the reception; keeps no password."""

    refused = Signal(object)

    def __init__(self, window: MainWindow, visits: VisitDesk, desk: Desk, tasks: Tasks) -> None:
        super().__init__()
        self._visits = visits
        self._signing = desk.signing
        self._tasks = tasks
        self._question = PasswordQuestion(window)
        self._question.password_given.connect(self._on_password_given)
        self._question.put_off.connect(self._on_put_off)
        window.receive.receive_wanted.connect(self._on_receive_wanted)
        window.duty.duty_given.connect(self.forget)
        visits.citizen_left.connect(self._question.reject)

    def _on_receive_wanted(self) -> None:
        if self._signing.must_ask:
            self._question.ask()
        else:
            self._visits.receive()

    def _on_password_given(self, password: str) -> None:
        self._tasks.run(
            Lane.CRAFT,
            lambda: self._signing.unlock(password),
            owner=self,
            done=lambda _: self._receive(),
            failed=self._on_failed,
        )

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, WrongPassword):
            self._question.say_wrong()
        else:
            self._question.reject()
            self.refused.emit(error)

    def _on_put_off(self) -> None:
        self._signing.put_off()
        self._receive()

    def _receive(self) -> None:
        """Go on where the official was, unless the citizen has left while the key was opened."""
        if self._question.isVisible():
            self._question.accept()
            self._visits.receive()

    def forget(self) -> None:
        """Ask for the password of the key anew: somebody else serves."""
        self._tasks.run(Lane.CRAFT, self._signing.forget, owner=self, done=lambda _: None)
