"""One field of a form: its label, its value, where the value comes from, and what is the matter with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from counter_app.services.whereabouts import TAKEN_FROM_TABLES
from counter_app.ui.tokens import Tone
from counter_app.ui.widgets.field_address import AddressEditor, AddressTold
from counter_app.ui.widgets.field_choice import ChoiceEditor
from counter_app.ui.widgets.field_editor import editor_for
from counter_app.ui.widgets.field_notes import FieldNotes
from counter_app.ui.widgets.field_source import SourceMark
from counter_app.ui.widgets.field_words import SourceWords, help_of, label_of, source_words
from counter_app.ui.widgets.parts import label
from counter_app.ui.widgets.rows_table import RowsTable
from forms.answers import Answer, Row, Value
from forms.definition import Field, FieldKind
from forms.validation import Finding, Severity

_OFTEN_LACKING = (FieldKind.PHONE, FieldKind.EMAIL)


@dataclass(frozen=True, slots=True)
class FieldState:
    """What a row shows: the answer, what is the matter with it, and the day it is looked at.

    ``roster`` are the rows that may be ticked for a table.
    """

    answer: Answer
    findings: tuple[Finding, ...]
    today: date
    roster: tuple[Row, ...] = ()


class FieldRow(QWidget):
    """Shows one answer and takes another; the form is told, nothing is decided here."""

    edited = Signal(str)
    """Carries the field's name at every key."""
    settled = Signal(str)
    """Carries the field's name when the value is given or the field is left."""
    restore_asked = Signal(str)
    address_asked = Signal(object)
    """Carries the AddressAsked."""

    def __init__(self, field: Field) -> None:
        super().__init__()
        self.field = field
        self.reason = ""
        self._state: FieldState | None = None
        self._source = SourceMark(f"source_{field.name}")
        self._source.clicked.connect(self._on_source_clicked)
        self._is_typed_in = False
        self._editor = editor_for(field)
        self._editor.edited.connect(self._on_edited)
        self._editor.settled.connect(self._on_settled)
        if isinstance(self._editor, AddressEditor | RowsTable):
            self._editor.asked.connect(self.address_asked)
            self._editor.taken.connect(self._on_units_taken)
        self._label = label(look="label", wraps=True)
        self._label.setBuddy(self._editor)
        self._notes = FieldNotes(field)
        self._notes.reason_given.connect(self._on_reason_given)
        self._notes.reason_withheld.connect(self._editor.setFocus)
        self._notes.restored.connect(self._on_restored)
        self._grid = QGridLayout(self)
        self._lay_out()
        self.setFocusProxy(self._editor)
        self._say()

    @property
    def is_locked(self) -> bool:
        """Whether a change needs a reason that has not been given."""
        return self._state is not None and self._state.answer.is_locked and not self.reason

    @property
    def has_before(self) -> bool:
        """Whether another value stood here before."""
        return self._state is not None and bool(self._state.answer.prefilled)

    def value(self) -> Value:
        """Give what stands here as a canonical value."""
        return self._editor.value()

    def has_news(self) -> bool:
        """Say whether what stands here is not what was last shown."""
        return self._state is not None and not self.is_locked and self.value() != self._state.answer.value

    def show_state(self, state: FieldState) -> None:
        """Show an answer; what is being typed and is not announced yet stays."""
        typing = self.has_news()
        if state == self._state and not typing:
            return
        self._state = state
        if isinstance(self._editor, RowsTable):
            self._editor.offer(state.roster)
        if not typing or (isinstance(self._editor, AddressEditor | RowsTable) and not self.has_news()):
            self._show_value(state.answer.value)
        self._show_all()

    def ask_reason(self) -> None:
        """Ask why the locked value is to be changed."""
        if self.is_locked:
            self._notes.ask_reason()

    def show_address(self, told: AddressTold) -> None:
        """Show what the tables of units say to the address that stands here."""
        if isinstance(self._editor, AddressEditor | RowsTable):
            self._editor.show_told(told)

    def take_today(self) -> None:
        """Write an older address in today's units, or choose among them."""
        if isinstance(self._editor, AddressEditor | RowsTable):
            self._editor.take_today()

    def show_before(self) -> None:
        """Show what stood here before, or hide it again."""
        before = self._state.answer.replaced if self._state else None
        if self._state is not None and before is not None and self.has_before:
            self._notes.show_before(before, self._state.today)

    def close_smallest(self) -> bool:
        """Close what is unfolded, and say whether anything was."""
        was_open = self._notes.fold()
        if was_open:
            self._editor.setFocus(Qt.FocusReason.OtherFocusReason)
        return was_open

    def focus_on(self, finding: Finding | None) -> None:
        """Put the cursor into the field, and of a table into the cell a finding names."""
        if isinstance(self._editor, RowsTable) and finding is not None and finding.row is not None:
            self._editor.focus_cell(finding.row, finding.column)
        else:
            self._editor.setFocus(Qt.FocusReason.TabFocusReason)

    def head_height(self, width: int) -> int:
        """Give the height that label and chip need in a row of this width."""
        source = self._source.sizeHint()
        taken = self._grid.horizontalSpacing() + source.width() if not self._source.isHidden() else 0
        return max(source.height(), self._label.heightForWidth(width - taken))

    def set_head_height(self, height: int) -> None:
        """Let label and chip stand as high as those of the row beside this one."""
        self._grid.setRowMinimumHeight(0, height)

    def stops(self) -> Sequence[QWidget]:
        """Give what Tab stops at, in order."""
        return self._editor.stops()

    def retranslate(self) -> None:
        """Say everything in the language that is worn."""
        self._say()
        self._editor.retranslate()
        if self._state is not None:
            self._show_all()

    def _lay_out(self) -> None:
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(3)
        self._grid.setHorizontalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        self._grid.addWidget(self._label, 0, 0, Qt.AlignmentFlag.AlignBottom)
        self._grid.addWidget(self._source, 0, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        self._grid.addWidget(self._editor, 1, 0, 1, 2)
        self._grid.addLayout(self._notes.layout, 2, 0, 1, 2)
        self._grid.setRowStretch(3, 1)

    def _say(self) -> None:
        optional = self.field.kind in _OFTEN_LACKING and not self.field.required
        words = label_of(self.field, optional=optional)
        self._label.setText(words.replace("&", "&&"))
        self._editor.setAccessibleName(words)
        self._editor.setAccessibleDescription(help_of(self.field))
        self._notes.say()

    def _show_value(self, value: Value) -> None:
        if isinstance(self._editor, RowsTable):
            self._editor.show_value(() if isinstance(value, str) else value)
        else:
            self._editor.show_value(value if isinstance(value, str) else "")

    def _show_all(self) -> None:
        self._show_source()
        self._show_lock()
        self._show_findings()

    def _show_source(self) -> None:
        """Show the chip; a choice that lacks says so there, for circles have no edge."""
        if self._state is None:
            return
        said = source_words(self._state.answer, self._state.today)
        if isinstance(self._editor, ChoiceEditor) and self._lacks():
            said = SourceWords(self.tr("to be chosen"), Tone.MISSING, "circle-dashed")
        elif said and said.icon == "lock" and self.reason:
            said = replace(said, icon="lock-open")
        self._source.say(said, hint=self._source_hint())

    def _source_hint(self) -> str:
        if self.is_locked:
            return self.tr("Verified. Unlock to change it (Alt+U)")
        return self.tr("Show the earlier value (Alt+O)") if self.has_before else ""

    def _lacks(self) -> bool:
        found = self._state.findings if self._state else ()
        return any(one.severity is Severity.MISSING for one in found)

    def _show_lock(self) -> None:
        self._editor.show_locked(locked=self.is_locked)
        answer = self._state.answer if self._state else None
        self._notes.show_reason(self.reason or (answer.reason if answer else ""))
        if not self.has_before:
            self._notes.close_before()

    def _show_findings(self) -> None:
        """Show the edge and the sentence; while a field is being typed in, only good news."""
        found = self._state.findings if self._state else ()
        wrong = [one for one in found if one.severity is Severity.WRONG]
        missing = [one for one in found if one.severity is Severity.MISSING]
        spoken = wrong or [one for one in found if one.severity is Severity.WARNING]
        if isinstance(self._editor, RowsTable):
            self._editor.show_findings(found)
            spoken = spoken or missing
        if self._is_typed_in and spoken and not self._notes.tells_finding:
            return
        self._editor.show_state(self._edge(wrong=bool(wrong), missing=bool(missing)))
        self._notes.show_finding(spoken[0] if spoken else None)

    def _edge(self, *, wrong: bool, missing: bool) -> str:
        if wrong:
            return "wrong"
        if missing:
            return "missing"
        return "locked" if self.is_locked else ""

    def _on_reason_given(self, reason: str) -> None:
        self.reason = reason
        self._show_all()
        self._editor.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_edited(self) -> None:
        self._is_typed_in = True
        self.edited.emit(self.field.name)

    def _on_settled(self) -> None:
        """Announce; a field that was unlocked and left as it was is locked again."""
        self._is_typed_in = False
        self.settled.emit(self.field.name)
        if self._state is not None and self._state.answer.is_locked and self.reason:
            self.reason = ""
        if self._state is not None:
            self._show_all()

    def _on_units_taken(self) -> None:
        """Announce today's units and where they come from: reason enough to change a locked value."""
        self.reason = self.reason or TAKEN_FROM_TABLES
        self._on_settled()
        self.reason = ""
        self._show_all()

    def _on_source_clicked(self) -> None:
        if self.is_locked:
            self.ask_reason()
        elif self.has_before:
            self.show_before()

    def _on_restored(self) -> None:
        self.reason = ""
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.restore_asked.emit(self.field.name)
