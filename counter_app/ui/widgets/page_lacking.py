"""Above the review: what is still in the way, each a line that leads to its place, other forms' too."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from counter_app.services.drafting import Sheet
from counter_app.ui.lacking import FormLacks, Lack
from counter_app.ui.widgets.eliding_button import ElidingButton
from counter_app.ui.widgets.field_rules import requirement_words
from counter_app.ui.widgets.page_facts import emptied
from counter_app.ui.widgets.parts import GRID, Button, label

_MOST_LINES = 6
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LackingLines(QWidget):
    """Shows nothing where nothing is in the way."""

    field_asked = Signal(str)
    """Carries the field's name."""
    paper_asked = Signal(str)
    """Carries the slot."""
    form_asked = Signal(str)
    """Carries the draft's id of another form of the basket."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("lacking_lines")
        self.setProperty("look", "plain")
        self._lines = QGridLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(GRID // 2)
        self._columns = 2
        self.hide()

    def show_lacks(self, sheet: Sheet, own: FormLacks, others: tuple[FormLacks, ...]) -> None:
        """List what the form at hand lacks, then each other form that lacks something."""
        self.clear()
        for at, requirement in enumerate(one for one in sheet.broken if one.strict):
            words = requirement_words(requirement)
            self._add(label(words, "error", name=f"forbidden_{at}", wraps=True))
        self._add_fields([lack for lack in own.lacks if lack.field])
        for lack in own.lacks:
            if lack.slot:
                words = self.tr("Missing paper: {what}").format(what=lack.what)
                made = self._leading(words, f"ask_paper_{lack.slot}")
                made.clicked.connect(lambda _=False, slot=lack.slot: self.paper_asked.emit(slot))
                self._add(made)
        for at, form in enumerate(others):
            made = self._leading(self._form_words(form), f"ask_form_{at}")
            made.clicked.connect(lambda _=False, form=form: self.form_asked.emit(form.draft_id))
            self._add(made)
        self.setVisible(bool(own.count or others))

    def use_columns(self, count: int) -> None:
        """Lay fields beside each other in so many columns from the next time on."""
        self._columns = count

    def clear(self) -> None:
        """Show nothing."""
        emptied(self._lines)
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter go where the line in focus leads, instead of to the first of all."""
        focused = self.focusWidget()
        if event.key() in _ENTER and isinstance(focused, Button) and focused.hasFocus():
            focused.click()
        else:
            super().keyPressEvent(event)

    def _add(self, line: QWidget) -> None:
        self._lines.addWidget(line, self._lines.rowCount(), 0, 1, 2)

    def _add_fields(self, lacks: list[Lack]) -> None:
        below = self._lines.rowCount()
        for at, lack in enumerate(lacks[:_MOST_LINES]):
            words = self.tr("Not right: {what}") if lack.is_wrong else self.tr("Missing on the form: {what}")
            made = self._leading(words.format(what=lack.what), f"ask_field_{lack.field}")
            made.clicked.connect(lambda _=False, field=lack.field: self.field_asked.emit(field))
            row, column = divmod(at, self._columns)
            self._lines.addWidget(made, below + row, column, 1, 2 // self._columns)
        if len(lacks) > _MOST_LINES:
            more = self.tr("And {count} more on the form").format(count=len(lacks) - _MOST_LINES)
            self._add(label(more, "hint"))

    def _form_words(self, form: FormLacks) -> str:
        """Say what another form lacks by its first thing, and how many more there are."""
        what = form.lacks[0].what if form.lacks else form.forbidden[0]
        more = form.count - 1
        if more:
            words = self.tr("{form}: missing {what}, and {count} more")
            return words.format(form=form.form, what=what, count=more)
        return self.tr("{form}: missing {what}").format(form=form.form, what=what)

    def _leading(self, words: str, name: str) -> Button:
        made = ElidingButton(words, "row", "triangle-alert", name=name)
        made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        made.setToolTip(self.tr("Go there"))
        return made
