"""Why a paper is not asked for: quick reasons and a line for another one, asked in place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from counter_app.ui.widgets.parts import GRID, button, label

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_REASONS = (
    ("looked_up", "Đã tra cứu, CSDL có"),
    ("not_needed", "Không thuộc trường hợp phải nộp"),
    ("seen", "Xem bản chính, không lưu"),
)


class ExcuseBox(QWidget):
    """Asks for the reason; Esc takes the question away."""

    reason_given = Signal(str)
    """Carries the reason as it will be kept and printed: in Vietnamese, whatever the window speaks."""
    dismissed = Signal()

    def __init__(self, slot: str) -> None:
        super().__init__()
        self.setObjectName(f"reason_box_{slot}")
        self._question = label(look="label", wraps=True)
        self._quick = [button(words, "row", name=f"reason_{key}_{slot}") for key, words in _REASONS]
        for made, (_, words) in zip(self._quick, _REASONS, strict=True):
            made.clicked.connect(lambda _=False, words=words: self.reason_given.emit(words))
        self._other = _ReasonLine()
        self._other.setObjectName(f"reason_other_{slot}")
        self._other.setMaxLength(200)
        self._other.entered.connect(self._on_entered)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        for part in (self._question, *self._quick, self._other):
            column.addWidget(part)
        self._retranslate()

    def begin(self) -> None:
        """Ask anew."""
        self._other.clear()
        self._quick[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter give the quick reason in focus, and Esc take the question away."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismissed.emit()
            return
        chosen = next((made for made in self._quick if made.hasFocus()), None)
        if event.key() in _ENTER and chosen:
            chosen.click()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._question.setText(self.tr("Why is it not asked for?"))
        self._other.setPlaceholderText(self.tr("Another reason, then Enter"))
        self._other.setAccessibleName(self.tr("Another reason, then Enter"))

    def _on_entered(self) -> None:
        reason = " ".join(self._other.text().split())
        if reason:
            self.reason_given.emit(reason)


class _ReasonLine(QLineEdit):
    """Keeps Enter to itself, which would take the screen's primary action."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Announce Enter."""
        if event.key() in _ENTER:
            self.entered.emit()
            return
        super().keyPressEvent(event)
