"""The third step: the form, filled from what is known, mended and completed by the official."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from counter_app.services.drafting import Sheet
from counter_app.services.joining import open_roles
from counter_app.ui.action_bar import ActionButton
from counter_app.ui.tokens import Tone
from counter_app.ui.turns import Turns
from counter_app.ui.widgets.field_address import AddressTold
from counter_app.ui.widgets.field_row import FieldRow, FieldState
from counter_app.ui.widgets.field_rules import RuleLines
from counter_app.ui.widgets.field_sheet import FieldSheet
from counter_app.ui.widgets.field_words import in_english
from counter_app.ui.widgets.parts import GRID, Chip, label, scrolled
from counter_app.ui.widgets.role_question import RoleQuestion
from forms.answers import Value
from forms.definition import FieldKind
from forms.prefill import roster_rows
from forms.validation import Finding, Severity

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BESIDE_EMS = 36
"""Heights of a line that must fit across before anything stands beside the title."""
_TYPING_MS = 400
"""How long after the last key a text is announced, so that it is on disk within a second."""


@dataclass(frozen=True, slots=True)
class AnswerGiven:
    """A canonical value for a field; ``reason`` where a verified value was unlocked for it."""

    field: str
    value: Value
    reason: str = ""


class FormScreen(QWidget):
    """Shows a sheet as the newest answers make it, and leads from one thing to mend to the next."""

    answer_given = Signal(object)
    """Carries the AnswerGiven."""
    answer_restored = Signal(str)
    """Carries the name of the field that gets back what stood there before."""
    address_asked = Signal(object)
    """Carries the AddressAsked: one that is being typed, or that may be older than today's units."""
    paper_wanted = Signal()
    """The form is wanted on paper, with all that was typed."""
    role_card_wanted = Signal(object)
    """Carries the OpenRole for which somebody is to show their card."""
    role_given = Signal(object)
    """Carries the RoleGiven: a relative by name, or nobody any more."""
    finished = Signal()

    def __init__(self, turns: Turns | None = None) -> None:
        """Share the turns of the window, where there is one around the screen."""
        super().__init__()
        self.setObjectName("form_screen")
        self._sheet: Sheet | None = None
        self._left: tuple[Finding, ...] = ()
        self._typing = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_TYPING_MS)
        self._timer.timeout.connect(self.commit)
        self._title = label(look="title", name="form_title", wraps=True)
        self._unverified = Chip()
        self._count = Chip()
        self._count.setObjectName("form_count")
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._fields = FieldSheet(turns or Turns(self))
        self._fields.edited.connect(self._on_edited)
        self._fields.settled.connect(self._on_settled)
        self._fields.restore_asked.connect(self.answer_restored)
        self._fields.address_asked.connect(self.address_asked)
        self._fields.role_card_wanted.connect(self.role_card_wanted)
        self._fields.role_given.connect(self.role_given)
        self.role_question = RoleQuestion()
        self._rules = RuleLines()
        self._area = scrolled(_above(self._rules, self._fields))
        self.primary = self._action("next_field")
        self.primary.triggered.connect(self._on_next_asked)
        self._unlock = self._action("unlock_field", "Alt+U")
        self._unlock.triggered.connect(self._on_unlock_asked)
        self._before = self._action("before_field", "Alt+O")
        self._before.triggered.connect(self._on_before_asked)
        self._action("take_today", "Alt+A").triggered.connect(self._on_today_asked)
        self._paper = self._action("form_on_paper", "Ctrl+P")
        self._paper.triggered.connect(self._on_paper_asked)
        self.secondary: tuple[QAction, ...] = (self._unlock, self._before)
        self._lay_out()
        self._retranslate()

    def show_sheet(self, sheet: Sheet) -> None:
        """Show a sheet; of the one shown already only what has changed."""
        if not self._is_shown(sheet):
            self._typing = ""
            self._timer.stop()
            self._fields.build(sheet.definition)
        self._sheet = sheet
        self._rules.show_sheet(sheet)
        findings = sheet.findings
        self._left = tuple(one for one in findings if one.severity is not Severity.WARNING)
        self._fields.show_states(_states(sheet, findings))
        self._fields.show_roles(open_roles(sheet))
        self._retranslate()

    def show_address(self, told: AddressTold) -> None:
        """Show what the tables of units say to an address."""
        self._fields.show_address(told)

    def focus_field(self, name: str) -> None:
        """Bring a field into sight and put the cursor into it."""
        finding = next((one for one in self._left if one.field == name), None)
        self._go_to(name, finding)

    def commit(self) -> None:
        """Announce at once what was typed and has not been announced yet."""
        self._timer.stop()
        row = self._fields.row(self._typing) if self._typing else None
        self._typing = ""
        if row is not None:
            self._announce(row)

    def reset(self) -> None:
        """Empty everything for the next citizen; what was not announced is forgotten."""
        self._timer.stop()
        self._typing = ""
        self._sheet = None
        self.role_question.close_question()
        self._rules.show_sheet(None)
        self._left = ()
        self._fields.build(None)
        self._retranslate()

    def first_focus(self) -> QWidget:
        """Give the first field that lacks something, else the first of all."""
        row = self._fields.row(self._left[0].field) if self._left else None
        return row or self._fields.first_row() or self

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter go on to what lacks, and Esc close the smallest thing."""
        row = self._row_in_focus()
        if event.key() in _ENTER:
            self._on_next_asked()
        elif event.key() != Qt.Key.Key_Escape or row is None or not row.close_smallest():
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what stands beside the title below it where letters are large and room is short."""
        super().resizeEvent(event)
        narrow = self.width() < _BESIDE_EMS * self.fontMetrics().height()
        direction = QBoxLayout.Direction
        self._head.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _action(self, name: str, keys: str = "") -> QAction:
        made = QAction(self)
        made.setObjectName(name)
        made.setShortcut(QKeySequence(keys))
        made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.addAction(made)
        return made

    def _lay_out(self) -> None:
        self._head.setSpacing(GRID)
        self._head.addWidget(self._title, stretch=1)
        beside = QHBoxLayout()
        beside.setSpacing(GRID)
        for part in (ActionButton(self._paper, "quiet", self), self._unverified, self._count):
            beside.addWidget(part)
        beside.addStretch(1)
        self._head.addLayout(beside)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 2 * GRID, 2 * GRID, 0)
        column.setSpacing(GRID + 4)
        column.addLayout(self._head)
        column.addWidget(self.role_question)
        column.addWidget(self._area, stretch=1)

    def _retranslate(self) -> None:
        count = len(self._left)
        self._unlock.setText(self.tr("&Unlock"))
        self._before.setText(self.tr("Earlier value"))
        self._paper.setText(self.tr("Print form"))
        if count:
            self.primary.setText(self.tr("{count} left – next").format(count=count))
            self._count.say(self.tr("{count} left").format(count=count), Tone.MISSING, "circle-dashed")
        else:
            self.primary.setText(self.tr("On to the papers"))
            self._count.say(self.tr("Complete"), Tone.NEUTRAL, "circle-check")
        self._unverified.say(self.tr("form not verified"), Tone.WARNING, "triangle-alert")
        self._say_title()

    def _say_title(self) -> None:
        sheet = self._sheet
        self._count.setVisible(sheet is not None)
        self._unverified.setVisible(sheet is not None and sheet.definition.status != "verified")
        if sheet is None:
            self._title.setText(self.tr("Form"))
        else:
            self._title.setText(sheet.definition.title_en if in_english() else sheet.definition.title)

    def _is_shown(self, sheet: Sheet) -> bool:
        now = self._sheet
        return (
            now is not None
            and now.draft.draft_id == sheet.draft.draft_id
            and (now.definition.code, now.definition.version)
            == (sheet.definition.code, sheet.definition.version)
        )

    def _announce(self, row: FieldRow) -> None:
        if row.has_news():
            self.answer_given.emit(AnswerGiven(row.field.name, row.value(), row.reason))

    def _row_in_focus(self) -> FieldRow | None:
        focused = QApplication.focusWidget()
        while focused is not None and not isinstance(focused, FieldRow):
            focused = focused.parentWidget()
        return focused

    def _go_to(self, name: str, finding: Finding | None) -> None:
        row = self._fields.row(name)
        if row is not None:
            self._area.ensureWidgetVisible(row, 0, 3 * GRID)
            row.focus_on(finding)

    def _on_edited(self, name: str) -> None:
        if self._typing not in {"", name}:
            self.commit()
        self._typing = name
        self._timer.start()

    def _on_settled(self, name: str) -> None:
        row = self._fields.row(name)
        if self._typing == name:
            self._typing = ""
            self._timer.stop()
        if row is not None:
            self._announce(row)

    def _on_next_asked(self) -> None:
        """Take what stands in the field at hand, then go to the next that needs something."""
        row = self._row_in_focus()
        if row is not None:
            self._on_settled(row.field.name)
        if not self._left:
            self.finished.emit()
            return
        finding = self._next_after(row)
        self._go_to(finding.field, finding)

    def _next_after(self, row: FieldRow | None) -> Finding:
        order = [field.name for field in self._sheet.definition.fields()] if self._sheet else []
        here = order.index(row.field.name) if row is not None else -1
        behind = (one for one in self._left if order.index(one.field) > here)
        return next(behind, self._left[0])

    def _on_unlock_asked(self) -> None:
        row = self._row_in_focus()
        if row is not None:
            row.ask_reason()

    def _on_today_asked(self) -> None:
        row = self._row_in_focus()
        if row is not None:
            row.take_today()

    def _on_paper_asked(self) -> None:
        row = self._row_in_focus()
        if row is not None:
            self._on_settled(row.field.name)
        self.commit()
        if self._sheet is not None:
            self.paper_wanted.emit()

    def _on_before_asked(self) -> None:
        row = self._row_in_focus()
        if row is not None:
            row.show_before()


def _states(sheet: Sheet, findings: tuple[Finding, ...]) -> dict[str, FieldState]:
    """Say of every field that is asked for how it stands, and whom a table may offer to tick."""
    visible = sheet.visible
    fields = [field for field in sheet.definition.fields() if field.name in visible]
    facts = sheet.facts if any(field.kind is FieldKind.TABLE for field in fields) else {}
    values = sheet.filled.values
    return {
        field.name: FieldState(
            sheet.filled.answer(field.name),
            tuple(one for one in findings if one.field == field.name),
            sheet.today,
            roster_rows(field, facts, values, today=sheet.today) if field.roster else (),
        )
        for field in fields
    }


def _above(rules: QWidget, fields: QWidget) -> QWidget:
    """Let what the rules tell the official scroll away with the form below it."""
    both = QWidget()
    both.setProperty("look", "plain")
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(GRID)
    column.addWidget(rules)
    column.addWidget(fields, stretch=1)
    return both
