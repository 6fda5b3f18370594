"""The question for the signing key's password, with a way to go on without it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from counter_app.ui.widgets.parts import GRID, button, label

_WIDE_EMS = 30


class PasswordQuestion(QDialog):
    """Asks once a shift; what was typed is handed on and wiped. Enter signs, Esc goes back."""

    password_given = Signal(str)
    put_off = Signal()
    """Says that papers go unsigned in this shift."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("password_question")
        self.setModal(True)
        self._title = label(look="title", name="password_title", wraps=True)
        self._words = label(name="password_words", wraps=True)
        self._label = label(look="label", name="password_label")
        self._line = QLineEdit()
        self._line.setObjectName("password_line")
        self._line.setEchoMode(QLineEdit.EchoMode.Password)
        self._label.setBuddy(self._line)
        self._outcome = label(look="warning", name="password_outcome", wraps=True)
        self._sign = button("", "primary", name="password_sign")
        self._sign.clicked.connect(self._on_sign)
        self._without = button("", "quiet", name="password_without")
        self._without.setAutoDefault(False)
        self._without.clicked.connect(self.put_off)
        self._line.textChanged.connect(self._on_text_changed)
        self.finished.connect(self._line.clear)
        self._lay_out()
        self._sign.setDefault(True)  # it has to lie in the dialog first
        self._retranslate()

    def ask(self) -> None:
        """Ask from the beginning."""
        self._line.clear()
        self._on_text_changed()
        self.open()
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)

    def say_wrong(self) -> None:
        """Say that the password was not right, and ask again."""
        self._line.clear()
        self._outcome.setText(self.tr("This is not the key's password. Some tokens lock after a few tries."))
        self._outcome.show()
        self._line.setEnabled(True)
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _on_text_changed(self) -> None:
        self._line.setEnabled(True)
        self._sign.setEnabled(bool(self._line.text()))
        if self._line.text() or not self.isVisible():
            self._outcome.hide()

    def _on_sign(self) -> None:
        """Hand the password on; it cannot be given twice while the key is being opened."""
        password = self._line.text()
        self._line.clear()
        self._line.setEnabled(False)
        self.password_given.emit(password)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Signature"))
        self._title.setText(self.tr("Sign the papers"))
        words = self.tr(
            "Each digitised paper is signed when it is filed. The password is asked once a shift."
        )
        self._words.setText(words)
        self._label.setText(self.tr("&Password of the signing key"))
        self._line.setAccessibleName(self._label.text().replace("&", ""))
        self._sign.setText(self.tr("&Sign and receive"))
        self._without.setText(self.tr("Receive &without signatures in this shift"))

    def _lay_out(self) -> None:
        below = QHBoxLayout()
        below.setSpacing(GRID)
        below.addWidget(self._without)
        below.addStretch(1)
        below.addWidget(self._sign)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        for part in (self._title, self._words, self._label, self._line, self._outcome):
            column.addWidget(part)
        column.addSpacing(GRID)
        column.addLayout(below)
        self.setMinimumWidth(_WIDE_EMS * self.fontMetrics().height())
