"""The accounts of a desk in the window: who works here, what each may do, and what is handed to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from counter_app.domain.account import Account
from counter_app.domain.rights import Role
from counter_app.services.secret_sheets import Secret
from counter_app.ui.account_words import account_line, role_words
from counter_app.ui.tokens import Tone
from counter_app.ui.widgets.parts import GRID, Button, button, label
from counter_app.ui.widgets.said_line import SaidLine

_WIDE_EMS, _HIGH_EMS = 50, 36
_LONGEST = 120
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class AccountWish:
    """A new account, or other roles for one that is there."""

    who: str
    roles: tuple[Role, ...]


class AccountsView(QDialog):
    """Lists the accounts; what was made for somebody is shown once and printed, never kept."""

    listing_wanted = Signal()
    add_wanted = Signal(object)
    """Carries the AccountWish of a new account, ``who`` being a name."""
    roles_wanted = Signal(object)
    """Carries an AccountWish, ``who`` being a sign."""
    reset_wanted = Signal(object)
    card_wanted = Signal(object)
    close_wanted = Signal(object)
    """These carry the Account."""
    recovery_wanted = Signal()
    print_wanted = Signal(object)
    """Carries the Secret that is shown."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("accounts_view")
        self.setModal(True)
        self._secret: Secret | None = None
        self._title = label(look="title", name="accounts_title", wraps=True)
        self._hint = label(look="hint", name="accounts_hint", wraps=True)
        self._list = QListWidget()
        self._list.setObjectName("accounts_list")
        self._list.currentRowChanged.connect(self._on_marked)
        self._named, self._name = label(look="label"), QLineEdit()
        self._name.setObjectName("accounts_name")
        self._name.setMaxLength(_LONGEST)
        self._name.returnPressed.connect(self._on_add)
        self._named.setBuddy(self._name)
        self._roles = {role: QCheckBox() for role in Role}
        for role, box in self._roles.items():
            box.setObjectName(f"accounts_{role}")
        self._said = SaidLine("accounts_said")
        self._shown = label(look="title", name="accounts_secret", wraps=True)
        self._buttons = {
            name: self._button(name)
            for name in ("add", "roles", "reset", "card", "close", "recovery", "print", "leave")
        }
        self._lay_out()
        self._retranslate()
        self._show_secret()

    def begin(self) -> None:
        """Open with nothing of before."""
        self._name.clear()
        self._said.hide()
        self.open()
        self.listing_wanted.emit()

    def show_accounts(self, accounts: Sequence[Account]) -> None:
        """List who works here; the mark stays with whom it was on."""
        marked = self._marked()
        self._list.clear()
        for account in accounts:
            item = QListWidgetItem(account_line(account))
            item.setData(Qt.ItemDataRole.UserRole, account)
            self._list.addItem(item)
        signs = [account.sign for account in accounts]
        self._list.setCurrentRow(signs.index(marked.sign) if marked and marked.sign in signs else 0)

    def show_secret(self, secret: Secret, words: str) -> None:
        """Show what was made, until the view is closed or another thing is."""
        self._secret = secret
        self.say(words, Tone.VERIFIED)
        self._show_secret()
        self._buttons["print"].setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, words: str, tone: Tone) -> None:
        """Say how it went."""
        self._said.say(words, tone)

    def done(self, result: int) -> None:
        """Close, and leave nothing of a secret behind."""
        self._secret = None
        self._show_secret()
        super().done(result)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep Enter from closing the view: it belongs to what is in focus."""
        if event.key() in _ENTER:
            event.accept()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _button(self, name: str) -> Button:
        made = button("", "primary" if name == "leave" else "secondary", name=f"accounts_do_{name}")
        made.setAutoDefault(False)
        return made

    def _connect(self) -> None:
        of_marked = {"reset": self.reset_wanted, "card": self.card_wanted, "close": self.close_wanted}
        for name, signal in of_marked.items():
            self._buttons[name].clicked.connect(lambda _=False, signal=signal: signal.emit(self._marked()))
        self._buttons["add"].clicked.connect(self._on_add)
        self._buttons["roles"].clicked.connect(self._on_roles)
        self._buttons["recovery"].clicked.connect(self.recovery_wanted)
        self._buttons["print"].clicked.connect(lambda: self.print_wanted.emit(self._secret))
        self._buttons["leave"].clicked.connect(self.accept)

    def _marked(self) -> Account | None:
        item = self._list.currentItem()
        return item.data(Qt.ItemDataRole.UserRole) if item else None

    def _on_marked(self) -> None:
        account = self._marked()
        for name in ("roles", "reset", "card", "close"):
            self._buttons[name].setEnabled(account is not None)
        for role, box in self._roles.items():
            box.setChecked(account is not None and role in account.roles)

    def _on_add(self) -> None:
        self.add_wanted.emit(AccountWish(self._name.text(), self._chosen()))

    def _on_roles(self) -> None:
        account = self._marked()
        if account:
            self.roles_wanted.emit(AccountWish(account.sign, self._chosen()))

    def _chosen(self) -> tuple[Role, ...]:
        return tuple(role for role, box in self._roles.items() if box.isChecked())

    def _show_secret(self) -> None:
        self._shown.setText(self._secret.text if self._secret else "")
        self._shown.setVisible(bool(self._secret and self._secret.text))
        self._buttons["print"].setVisible(self._secret is not None)

    def _retranslate(self) -> None:
        for titled in (self.setWindowTitle, self._title.setText):
            titled(self.tr("Accounts of this desk"))
        self._hint.setText(
            self.tr("What is made here is shown once: print it and hand it over. Each change is kept.")
        )
        self._named.setText(self.tr("&Full name of somebody new"))
        for role, box in self._roles.items():
            box.setText(role_words(role))
        said = {
            "add": self.tr("&Add with these roles"),
            "roles": self.tr("&Give these roles"),
            "reset": self.tr("New &password"),
            "card": self.tr("Card of &codes"),
            "close": self.tr("C&lose the account"),
            "recovery": self.tr("&Recovery code"),
            "print": self.tr("Pr&int it"),
            "leave": self.tr("&Done"),
        }
        for name, words in said.items():
            self._buttons[name].setText(words)

    def _lay_out(self) -> None:
        self._connect()
        roles = _row(*self._roles.values())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        whole.setSpacing(GRID)
        for part in (self._title, self._hint):
            whole.addWidget(part)
        whole.addWidget(self._list, stretch=1)
        whole.addLayout(_row(*(self._buttons[name] for name in ("reset", "card", "close"))))
        whole.addLayout(roles)
        whole.addLayout(_row(self._buttons["roles"]))
        whole.addWidget(self._named)
        adding = QHBoxLayout()
        adding.setSpacing(GRID)
        adding.addWidget(self._name, stretch=1)
        adding.addWidget(self._buttons["add"])
        whole.addLayout(adding)
        whole.addWidget(self._said)
        whole.addWidget(self._shown)
        foot = _row(self._buttons["recovery"], self._buttons["print"])
        foot.addWidget(self._buttons["leave"])
        whole.addLayout(foot)
        wanted = QSize(_WIDE_EMS, _HIGH_EMS) * self.fontMetrics().height()
        self.resize(wanted.boundedTo(self.screen().availableSize() * 0.95))


def _row(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(GRID)
    for part in parts:
        row.addWidget(part)
    row.addStretch(1)
    return row
