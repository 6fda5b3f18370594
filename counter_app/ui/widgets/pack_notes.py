"""Below the procedures: what the official should know of the marked one, and which files are left out."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.errors import SetupError
from counter_app.ui.widgets.parts import GRID, button, label
from forms.fault_words import fault_words

_MOST_NOTES = 2


class PackNotes(QWidget):
    """A few quiet lines; the files left out are listed when somebody wants to see them."""

    def __init__(self) -> None:
        super().__init__()
        self._problems: tuple[SetupError, ...] = ()
        self._notes: tuple[str, ...] = ()
        self._told = label(look="hint", name="procedure_notes", wraps=True)
        self._left_out = button("", "quiet", "triangle-alert", name="left_out")
        self._left_out.setCheckable(True)
        self._left_out.toggled.connect(self._say)
        self._files = label(look="hint", name="left_out_files", wraps=True)
        self._files.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self._told)
        column.addWidget(self._left_out, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._files)
        self._say()

    def show_notes(self, notes: tuple[str, ...]) -> None:
        """Show what the rules tell the official of the marked procedure."""
        if notes != self._notes:
            self._notes = notes
            self._say()

    def show_problems(self, problems: tuple[SetupError, ...]) -> None:
        """Offer the list of the files that could not be used."""
        self._problems = problems
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        more = len(self._notes) - _MOST_NOTES
        lines = [f"– {note}" for note in self._notes[:_MOST_NOTES]]
        if more > 0:
            lines.append(self.tr("– and {count} more, on the form").format(count=more))
        self._told.setText("\n".join(lines))
        self._told.setVisible(bool(lines))
        count = len(self._problems)
        self._left_out.setText(self.tr("Files left out: {count}").format(count=count))
        self._left_out.setVisible(bool(count))
        self._files.setText("\n".join(self._line(problem) for problem in self._problems))
        self._files.setVisible(bool(count) and self._left_out.isChecked())

    def _line(self, problem: SetupError) -> str:
        said = fault_words(problem.problem, problem.nearest, say=_in_this_language)
        places = (
            problem.path.name,
            self.tr("line {line}").format(line=problem.line) if problem.line else "",
            problem.key,
        )
        return f"{', '.join(place for place in places if place)}: {said}."


def _in_this_language(words: str) -> str:
    return QCoreApplication.translate("fault_words", words)
