"""Accounts in the window: kept by an administrator, with what is handed out once shown and printed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from counter_app.domain.account import Account, FactorKind
from counter_app.domain.rights import Right
from counter_app.services.accounts import NewAccount, first_password
from counter_app.services.desk import Desk
from counter_app.services.print_room import paper_of
from counter_app.services.secret_sheets import Secret, SecretKind
from counter_app.ui.error_words import words_of
from counter_app.ui.main_window import MainWindow
from counter_app.ui.session_desk import SessionDesk
from counter_app.ui.slip_desk import SlipDesk
from counter_app.ui.tasks import Lane, Tasks
from counter_app.ui.tokens import Tone
from counter_app.ui.unforeseen import log_unforeseen
from counter_app.ui.visit_desk import VisitDesk
from counter_app.ui.widgets.accounts_view import AccountsView, AccountWish
from printing.sheet import PaperSize


class AccountsDesk(QObject):
    """Serves the one view of the accounts; it is made when it is first wanted."""

    def __init__(
        self,
        window: MainWindow,
        visits: VisitDesk,
        desk: Desk,
        tasks: Tasks,
        *,
        slips: SlipDesk,
        sessions: SessionDesk,
    ) -> None:
        super().__init__()
        self._window = window
        self._visits = visits
        self._desk = desk
        self._tasks = tasks
        self._slips = slips
        self._made: AccountsView | None = None
        window.accounts.triggered.connect(self.begin)
        sessions.founded.connect(self.begin_with_recovery)

    def begin(self) -> None:
        """Open the view, and list who works here."""
        self._view.begin()

    def begin_with_recovery(self) -> None:
        """Open the view of a desk that has just got its first account, and make its recovery code."""
        self.begin()
        self._make_recovery()

    @property
    def _view(self) -> AccountsView:
        if self._made is None:
            self._made = view = AccountsView(self._window)
            view.listing_wanted.connect(self._list)
            view.add_wanted.connect(self._add)
            view.roles_wanted.connect(self._give_roles)
            view.reset_wanted.connect(self._reset)
            view.card_wanted.connect(self._give_card)
            view.close_wanted.connect(self._close)
            view.recovery_wanted.connect(self._make_recovery)
            view.print_wanted.connect(self._print)
            self._window.covered.connect(self._on_covered)
        return self._made

    def _list(self) -> None:
        accounts, sign = self._desk.accounts, self._by

        def listed() -> tuple[Account, ...]:
            accounts.demand(sign, Right.MANAGE_ACCOUNTS)
            return accounts.all()

        self._run(listed, self._view.show_accounts)

    def _add(self, wish: AccountWish) -> None:
        accounts, by, password = self._desk.accounts, self._by, first_password()

        def added() -> Secret:
            account = accounts.add(NewAccount(wish.who, wish.roles), password, by)
            return Secret(SecretKind.FIRST_PASSWORD, account, password)

        self._run(added, self._show_password)

    def _reset(self, account: Account) -> None:
        accounts, by, password = self._desk.accounts, self._by, first_password()

        def reset() -> Secret:
            accounts.reset(account.sign, password, by)
            return Secret(SecretKind.FIRST_PASSWORD, account, password)

        self._run(reset, self._show_password)

    def _give_card(self, account: Account) -> None:
        accounts, by = self._desk.accounts, self._by

        def given() -> Secret:
            factor = accounts.give_factor(account.sign, FactorKind.CARD, by)
            return Secret(SecretKind.CODE_CARD, account, codes=factor.codes)

        words = self.tr("A card of codes is made for {name}: print it and hand it over.")
        self._run(given, lambda secret: self._show(secret, words.format(name=account.full_name)))

    def _give_roles(self, wish: AccountWish) -> None:
        accounts, by = self._desk.accounts, self._by
        self._run(lambda: accounts.give_roles(wish.who, wish.roles, by), self._on_changed)

    def _close(self, account: Account) -> None:
        accounts, by = self._desk.accounts, self._by
        self._run(lambda: accounts.close(account.sign, by), self._on_changed)

    def _make_recovery(self) -> None:
        recovery, by = self._desk.recovery, self._by
        words = self.tr(
            "By this code an administrator returns who cannot sign in any more. Print it, seal it, and keep "
            "it away from this desk; the one before is worth nothing now."
        )
        self._run(
            lambda: Secret(SecretKind.RECOVERY_CODE, None, recovery.make(by)),
            lambda secret: self._show(secret, words),
        )

    def _show_password(self, secret: Secret) -> None:
        name = secret.account.full_name if secret.account else ""
        words = self.tr("{name} signs in with this once, and then chooses another password.")
        self._show(secret, words.format(name=name))

    def _show(self, secret: Secret, words: str) -> None:
        self._view.show_secret(secret, words)
        self._list()

    def _on_changed(self, _done: object) -> None:
        self._view.say(self.tr("It is changed, and in force at once."), Tone.VERIFIED)
        self._list()

    def _print(self, secret: Secret) -> None:
        sheets, duty = self._desk.secret_sheets, self._visits.duty
        self._slips.bring_out(lambda: paper_of(sheets.draw(secret, duty), PaperSize.A4))

    def _on_covered(self, covered: bool) -> None:  # noqa: FBT001 - a signal carries it
        if covered:
            self._view.reject()

    @property
    def _by(self) -> str:
        return self._visits.duty.official.sign

    def _run(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        self._tasks.run(Lane.STORE, work, owner=self, done=done, failed=self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        log_unforeseen(error)
        words = words_of(error)
        self._view.say(f"{words.happened} {words.advice}", Tone.ERROR)
