"""The lines below a field: what is wrong, its help, why it was changed, and what stood there before.

Most fields need none of them: each is made when it is first needed.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from counter_app.ui.widgets.field_before import BeforeLine
from counter_app.ui.widgets.field_reason import ReasonBox
from counter_app.ui.widgets.field_words import finding_words, help_of, source_words
from counter_app.ui.widgets.parts import label, set_look
from forms.answers import Answer
from forms.definition import Field
from forms.validation import Finding, Severity
from forms.wording import shown


class FieldNotes(QObject):
    """Keeps the lines below one field in ``layout``."""

    reason_given = Signal(str)
    reason_withheld = Signal()
    restored = Signal()

    def __init__(self, field: Field) -> None:
        super().__init__()
        self._field = field
        self.layout = QVBoxLayout()
        self.layout.setSpacing(3)
        self._help = label(look="hint", wraps=True) if field.help else None
        self._finding: QLabel | None = None
        self._why: QLabel | None = None
        self._reason: ReasonBox | None = None
        self._before: BeforeLine | None = None
        if self._help is not None:
            self.layout.addWidget(self._help)

    @property
    def tells_finding(self) -> bool:
        """Whether a sentence about a fault is in sight."""
        return self._finding is not None and not self._finding.isHidden()

    def say(self) -> None:
        """Show the help in the language that is worn."""
        if self._help is not None:
            self._help.setText(help_of(self._field))

    def show_finding(self, finding: Finding | None) -> None:
        """Say what is wrong, or nothing any more."""
        if finding is None:
            if self._finding is not None:
                self._finding.hide()
            return
        if self._finding is None:
            self._finding = label(look="error", name=f"finding_{self._field.name}", wraps=True)
            self.layout.insertWidget(0, self._finding)
        set_look(self._finding, "look", "error" if finding.severity is Severity.WRONG else "warning")
        self._finding.setText(finding_words(finding, self._field))
        self._finding.show()

    def show_reason(self, reason: str) -> None:
        """Keep the reason of a change in sight."""
        if reason and self._why is None:
            self._why = label(look="hint", name=f"why_{self._field.name}", wraps=True)
            self.layout.addWidget(self._why)
        if self._why is not None:
            self._why.setVisible(bool(reason))
            self._why.setText(self.tr("Reason: {reason}").format(reason=reason))

    def ask_reason(self) -> None:
        """Ask why the value is to be changed."""
        if self._reason is None:
            self._reason = ReasonBox(f"reason_{self._field.name}")
            self._reason.given.connect(self._on_reason_given)
            self._reason.cancelled.connect(self._on_reason_withheld)
            self.layout.insertWidget(0, self._reason)
            self._reason.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_before(self, before: Answer, today: date) -> None:
        """Show what stood here before, or hide it again."""
        if self._before is not None:
            self.close_before()
            return
        source = source_words(before, today)
        self._before = BeforeLine(self._field.name)
        self._before.say(shown(self._field, before.value), source.text if source else "")
        self._before.restored.connect(self._on_restored)
        self.layout.insertWidget(0, self._before)
        self._before.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_before(self) -> None:
        """Put the earlier value away."""
        _put_away(self._before)
        self._before = None

    def fold(self) -> bool:
        """Put away what is unfolded, and say whether anything was."""
        was_open = self._reason is not None or self._before is not None
        _put_away(self._reason)
        self._reason = None
        self.close_before()
        return was_open

    def _on_reason_given(self, reason: str) -> None:
        _put_away(self._reason)
        self._reason = None
        self.reason_given.emit(reason)

    def _on_reason_withheld(self) -> None:
        _put_away(self._reason)
        self._reason = None
        self.reason_withheld.emit()

    def _on_restored(self) -> None:
        self.close_before()
        self.restored.emit()


def _put_away(part: QWidget | None) -> None:
    if part is not None:
        part.hide()
        part.deleteLater()
