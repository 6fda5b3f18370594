"""Above a form: what its rules forbid these people, what they warn of, and what the official is told."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.domain.procedure import Requirement
from counter_app.services.drafting import Sheet
from counter_app.ui.widgets.field_words import in_english
from counter_app.ui.widgets.parts import GRID, label


class RuleLines(QWidget):
    """Three groups of lines, each unseen while it is empty."""

    def __init__(self) -> None:
        super().__init__()
        self._forbidden = label(look="error", name="form_forbidden", wraps=True)
        self._warned = label(look="warning", name="form_warned", wraps=True)
        self._notes = label(look="hint", name="form_notes", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for lines in (self._forbidden, self._warned, self._notes):
            column.addWidget(lines)
        self.show_sheet(None)

    def show_sheet(self, sheet: Sheet | None) -> None:
        """Show what holds for a sheet as it stands, or nothing."""
        broken = sheet.broken if sheet else ()
        notes = sheet.procedure.notes_on(sheet.today, sheet.values) if sheet else ()
        groups = (
            (self._forbidden, [requirement_words(one) for one in broken if one.strict]),
            (self._warned, [requirement_words(one) for one in broken if not one.strict]),
            (self._notes, [f"– {note}" for note in notes]),
        )
        for lines, words in groups:
            lines.setText("\n".join(words))
            lines.setVisible(bool(words))


def requirement_words(requirement: Requirement) -> str:
    """Say a requirement in the language that is worn."""
    return requirement.words_en if in_english() else requirement.words
