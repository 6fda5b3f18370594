"""The lock over the window: who goes on, and what proves it; nothing of a visit is seen behind it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from counter_app.domain.account import Account, FactorKind
from counter_app.services.account_recovery import Recovered
from counter_app.services.sign_in import CodeWanted, Proof
from counter_app.ui.account_words import role_words
from counter_app.ui.icons import Tint
from counter_app.ui.widgets.parts import GRID, Glyph, button, card, label

_WIDE_EMS = 30
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LockView(QFrame):
    """Stands in the window's place while it is locked; every key ends here, and Enter signs in.

    Without ``asks`` (on a training desk) to choose somebody is enough.
    """

    proof_given = Signal(object)
    """Carries a Proof."""
    password_chosen = Signal(str)
    founder_given = Signal(str, str)
    """Carries full name and password of the first who has an account here."""
    recovery_given = Signal(object)
    """Carries what is given to come back: Recovered."""

    def __init__(self, *, asks: bool) -> None:
        super().__init__()
        self.setObjectName("lock_view")
        self.setProperty("look", "ground")
        self._asks = asks
        self._wanted: CodeWanted | None = None
        self._chooses = self._founds = self._recovers = False
        self._serving = ""
        self._title = label(look="title", name="lock_title", wraps=True)
        self._hint = label(look="hint", name="lock_hint", wraps=True)
        self._said = label(look="warning", name="lock_said", wraps=True)
        self._people = QComboBox()
        self._people.setObjectName("lock_people")
        self._people.currentIndexChanged.connect(self._on_chosen)
        self._lines = {name: _line(f"lock_{name}") for name in ("name", "password", "code", "fresh", "again")}
        self._lines["name"].setEchoMode(QLineEdit.EchoMode.Normal)
        self._labels = {name: QLabel() for name in ("people", *self._lines)}
        self._enter = button("", "primary", "lock-open", name="lock_enter")
        self._enter.clicked.connect(self._on_enter)
        self._recover = button("", "quiet", name="lock_recover")
        self._recover.clicked.connect(self._on_recovery_asked)
        self._form = QFormLayout()
        self._lay_out()
        self._retranslate()

    def show_people(self, accounts: Sequence[Account], serving: str) -> None:
        """Offer these people, first of all the one who serves now."""
        self._serving = serving
        self._people.blockSignals(True)
        self._people.clear()
        for account in accounts:
            practised = account.roles and not self._asks
            roles = (", ".join(map(role_words, account.roles)),) if practised else ()
            self._people.addItem(" · ".join((account.full_name, *roles)), account.sign)
        at = self._people.findData(serving)
        self._people.setCurrentIndex(max(0, at))
        self._people.blockSignals(False)
        self._begin()

    def first_focus(self) -> QWidget:
        """Give the field to begin with."""
        return self._lines["password"] if self._asks and self._serving else self._people

    def ask_code(self, wanted: CodeWanted) -> None:
        """Ask for a code beside the password that stands there."""
        self._wanted = wanted
        self._said.hide()
        self._show_lines()
        self._ready(self._lines["code"])

    def ask_new_password(self) -> None:
        """Ask whoever has just signed in for a password of their own."""
        self._chooses = True
        self._said.hide()
        self._show_lines()
        self._ready(self._lines["fresh"])

    def ask_founder(self) -> None:
        """Ask who keeps a desk where nobody has an account yet."""
        self._founds = self._chooses = True
        self._show_lines()
        self._ready(self._lines["name"])

    def say(self, words: str) -> None:
        """Say why it was refused, and ask again."""
        self._said.setText(words)
        self._said.show()
        if not self._chooses:
            self._wanted = None
        for name in ("password", "code", "fresh", "again"):
            self._lines[name].clear()
        self._show_lines()
        self._ready(self._lines["fresh" if self._chooses else "password"])

    def event(self, event: QEvent) -> bool:
        """Keep shortcuts of the window from going off."""
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take every key; Enter signs in."""
        if event.key() in _ENTER:
            self._on_enter()
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _begin(self) -> None:
        self._wanted, self._chooses, self._founds, self._recovers = None, False, False, False
        for line in self._lines.values():
            line.clear()
        self._said.hide()
        self._people.setEnabled(True)
        self._enter.setEnabled(True)
        self._show_lines()

    def _on_chosen(self) -> None:
        self._serving = ""
        self._begin()

    def _on_enter(self) -> None:
        """Hand on what was typed, once, and wipe it."""
        if not self._enter.isEnabled() or (self._people.currentIndex() < 0 and not self._founds):
            return
        given = {name: line.text() for name, line in self._lines.items()}
        if self._chooses:
            if given["fresh"] != given["again"]:
                self.say(self.tr("The two are not the same. Type the new password twice."))
                return
            self._enter.setEnabled(False)
            if self._recovers:
                sign = self._people.currentData()
                self.recovery_given.emit(Recovered(sign, given["code"], given["fresh"]))
            elif self._founds:
                self.founder_given.emit(given["name"], given["fresh"])
            else:
                self.password_chosen.emit(given["fresh"])
            return
        if self._asks and not given["password"]:
            self._lines["password"].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._enter.setEnabled(False)
        self.proof_given.emit(Proof(self._people.currentData(), given["password"], given["code"]))

    def _on_recovery_asked(self) -> None:
        """Ask for the recovery code and a new password in the password's place."""
        self._recovers = self._chooses = True
        self._said.hide()
        self._show_lines()
        self._ready(self._lines["code"])

    def _ready(self, line: QLineEdit) -> None:
        self._people.setEnabled(self._recovers or not self._chooses)
        self._enter.setEnabled(True)
        line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_lines(self) -> None:
        self._form.setRowVisible(self._people, not self._founds)
        shown = {
            "name": self._founds,
            "password": self._asks and not self._chooses,
            "code": self._recovers or (self._wanted is not None and not self._chooses),
            "fresh": self._chooses,
            "again": self._chooses,
        }
        for name, line in self._lines.items():
            self._form.setRowVisible(line, shown[name])
        self._recover.setVisible(self._asks and not self._chooses)
        self._retranslate()

    def _lay_out(self) -> None:
        self._form.setSpacing(GRID)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for name, field in {"people": self._people, **self._lines}.items():
            self._labels[name].setBuddy(field)
            self._form.addRow(self._labels[name], field)
        inside = QVBoxLayout()
        inside.setSpacing(GRID)
        inside.addWidget(Glyph("lock", Tint.QUIET, lines=2))
        inside.addWidget(self._title)
        inside.addWidget(self._hint)
        inside.addSpacing(GRID)
        inside.addLayout(self._form)
        inside.addWidget(self._said)
        inside.addSpacing(GRID)
        foot = QHBoxLayout()
        foot.addWidget(self._recover)
        foot.addStretch(1)
        foot.addWidget(self._enter)
        inside.addLayout(foot)
        sheet = card(inside)
        sheet.setFixedWidth(_WIDE_EMS * self.fontMetrics().height())
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(sheet, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)

    def _retranslate(self) -> None:
        self._title.setText(self._title_words())
        self._hint.setText(self._hint_words())
        said = {
            "people": self.tr("Official"),
            "name": self.tr("Full name"),
            "password": self.tr("Password"),
            "code": self._code_words(),
            "fresh": self.tr("New password"),
            "again": self.tr("New password again"),
        }
        for name, words in said.items():
            self._labels[name].setText(words)
        self._people.setAccessibleName(said["people"])
        for name, line in self._lines.items():
            line.setAccessibleName(said[name])
        self._recover.setText(self.tr("Recovery code …"))
        self._enter.setText(self.tr("Go on") if self._serving else self.tr("Sign in"))
        self.setAccessibleName(f"{self._title.text()}. {self._hint.text()}")

    def _title_words(self) -> str:
        if self._founds:
            return self.tr("First start: who keeps this desk?")
        if self._recovers:
            return self.tr("Come back by the recovery code")
        if self._chooses:
            return self.tr("Choose a password of your own")
        return self.tr("The desk is locked") if self._serving else self.tr("Sign in")

    def _hint_words(self) -> str:
        if self._founds:
            return self.tr("You serve here and keep the accounts. Others are added later, with Ctrl+Shift+U.")
        if self._recovers:
            return self.tr(
                "It was printed once and sealed. It opens an administrator's account, and is kept on record."
            )
        if self._chooses:
            return self.tr("Somebody else has set the one of before. Long and easy to remember is best.")
        if self._serving:
            return self.tr("Nothing is lost: the visit goes on where it was. Somebody else begins their own.")
        return self.tr("Whoever signs in sees their own drafts and nobody else's.")

    def _code_words(self) -> str:
        if self._recovers:
            return self.tr("Recovery code")
        if self._wanted and self._wanted.kind is FactorKind.CARD:
            return self.tr("Code number {number}").format(number=self._wanted.number)
        return self.tr("Code of the device")


def _line(name: str) -> QLineEdit:
    made = QLineEdit()
    made.setObjectName(name)
    made.setEchoMode(QLineEdit.EchoMode.Password)
    return made
