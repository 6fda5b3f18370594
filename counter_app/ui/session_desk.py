"""Sessions: the window is locked over a live draft, and another official begins one of their own."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog

from counter_app.domain.account import Account
from counter_app.domain.office import Duty
from counter_app.services.account_recovery import Recovered
from counter_app.services.desk import Desk
from counter_app.services.sign_in import CodeWanted, LockCause, Proof
from counter_app.ui.error_words import words_of
from counter_app.ui.idle_watch import IdleWatch
from counter_app.ui.main_window import MainWindow
from counter_app.ui.tasks import Lane, Tasks
from counter_app.ui.visit_desk import VisitDesk
from counter_app.ui.widgets.lock_view import LockView

LetIn = tuple[Account, Duty]


class SessionDesk(QObject):
    """Locks by key, by idle time and with the system; lets in who proves who they are.

    Signing in queues behind whatever is still being saved or received, so that nothing of the session before
    comes to its end in the next one.
    """

    began = Signal(object)
    """Carries the Duty of a session that has just begun."""
    founded = Signal()
    """Says that the desk has its first account, and its owner a session."""
    duty_wanted = Signal()
    """Says that somebody wants to say who serves, on a training desk."""

    def __init__(
        self, window: MainWindow, visits: VisitDesk, desk: Desk, tasks: Tasks, *, lock_minutes: int
    ) -> None:
        super().__init__()
        self._window = window
        self._visits = visits
        self._desk = desk
        self._tasks = tasks
        self._let_in: LetIn | None = None
        self.is_guarded = desk.accounts.is_guarded()
        self._view = LockView(asks=self.is_guarded)
        window.take_lock(self._view)
        self._view.proof_given.connect(self._on_proof_given)
        self._view.password_chosen.connect(self._on_password_chosen)
        self._view.founder_given.connect(self._on_founder_given)
        self._view.recovery_given.connect(self._on_recovery_given)
        window.lock.triggered.connect(partial(self.lock, LockCause.KEY))
        window.top_bar.duty_asked.connect(self._on_duty_asked)
        self._idle = IdleWatch(window, lock_minutes if self.is_guarded else 0)
        self._idle.idled.connect(partial(self.lock, LockCause.IDLE))
        self._idle.system_locked.connect(partial(self.lock, LockCause.SYSTEM))

    def open(self) -> None:
        """Ask who serves before anything of an office's desk is seen."""
        if self.is_guarded:
            self._stand_before("")
            self._idle.begin()

    def lock(self, cause: LockCause) -> None:
        """Lock the window as it stands: what is being typed is kept, nothing of it is seen."""
        if self._window.is_locked:
            return
        for dialog in filter(QDialog.isVisible, self._window.findChildren(QDialog)):
            dialog.reject()
        sign = self._visits.duty.official.sign
        self._stand_before(sign)
        self._window.form.commit()
        self._run(lambda: self._desk.sign_in.note_locked(sign, cause), lambda _: None)

    def _stand_before(self, serving: str) -> None:
        self._view.show_people((), serving)
        self._window.show_lock(self._view)
        self._run(self._desk.accounts.all, lambda people: self._on_people_known(people, serving))

    def _on_people_known(self, people: tuple[Account, ...], serving: str) -> None:
        official = self._visits.duty.official
        if serving and all(account.sign != serving for account in people):
            people = (Account(serving, official.full_name, ()), *people)  # whoever typed a name to practise
        self._view.show_people(people, serving)
        if people:
            self._view.first_focus().setFocus()
        else:
            self._view.ask_founder()

    def _on_duty_asked(self) -> None:
        if self.is_guarded:
            self.lock(LockCause.KEY)
        else:
            self.duty_wanted.emit()

    def _on_proof_given(self, proof: Proof) -> None:
        desk, at_hand = self._desk, self._visits.duty
        if not self.is_guarded and proof.sign == at_hand.official.sign:
            self._enter(at_hand)
            return

        def signed_in() -> LetIn:
            account = desk.sign_in.sign_in(proof) if self.is_guarded else desk.accounts.practise(proof.sign)
            return account, at_hand if account.must_change else desk.duty_book.begin(account)

        self._run(signed_in, self._on_let_in, self._on_refused)

    def _on_let_in(self, let_in: LetIn) -> None:
        account, duty = let_in
        self._let_in = let_in
        if account.must_change:
            self._view.ask_new_password()
        else:
            self._enter(duty)

    def _on_password_chosen(self, password: str) -> None:
        if self._let_in is None:
            return
        (account, _), desk = self._let_in, self._desk

        def changed() -> Duty:
            desk.accounts.change_password(account.sign, password)
            return desk.duty_book.begin(account)

        self._run(changed, self._enter, self._on_refused)

    def _on_founder_given(self, full_name: str, password: str) -> None:
        desk = self._desk

        def founded() -> Duty:
            return desk.duty_book.begin(desk.accounts.found(full_name, password))

        def enter(duty: Duty) -> None:
            self._enter(duty)
            self.founded.emit()

        self._run(founded, enter, self._on_refused)

    def _on_recovery_given(self, given: Recovered) -> None:
        desk = self._desk

        def recovered() -> Duty:
            desk.recovery.use(given)
            return desk.duty_book.begin(desk.sign_in.sign_in(Proof(given.sign, given.password)))

        self._run(recovered, self._enter, self._on_refused)

    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, CodeWanted):
            self._view.ask_code(error)
        else:
            words = words_of(error)
            self._view.say(f"{words.happened} {words.advice}")

    def _enter(self, duty: Duty) -> None:
        """Go on with the session that was locked, or end it and begin the one of somebody else."""
        before = self._visits.duty.official.sign
        self._let_in = None
        if duty.official.sign != before:
            self._forget()
            if before:
                self._run(lambda: self._desk.sign_in.note_left(before), lambda _: None)
            self._visits.take_over(duty)
            self.began.emit(duty)
        self._view.show_people((), "")
        self._window.lift_lock()

    def _forget(self) -> None:
        """Leave nothing of the session before: no search, no list, no notice, nothing to paste."""
        window = self._window
        window.register.reset()
        window.outbox.reset()
        window.actions_bar.notices.clear()
        QGuiApplication.clipboard().clear()

    def _run(
        self,
        work: Callable[[], object],
        done: Callable[..., None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        self._tasks.run(Lane.STORE, work, owner=self, done=done, failed=failed)
