"""Where card and record differ, each side in its own line, the newer one marked."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.domain.citizen_id import Sex
from counter_app.services.compare import Aspect, Difference, Newer
from counter_app.ui.widgets.parts import GRID, label
from counter_app.ui.words import aspect_words, newer_words, sex_words
from forms.wording import short_date


class DifferenceList(QWidget):
    """One block for each aspect; it shows, and decides nothing."""

    def __init__(self, differences: tuple[Difference, ...]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for difference in differences:
            column.addLayout(self._block(difference))

    def _block(self, difference: Difference) -> QVBoxLayout:
        block = QVBoxLayout()
        block.setSpacing(0)
        heading = f"{aspect_words(difference.aspect)} · {newer_words(difference.newer)}"
        block.addWidget(label(heading, "label", name=f"difference_{difference.aspect}", wraps=True))
        sides = (
            (self.tr("Card: {value}"), difference.on_card, Newer.CARD),
            (self.tr("Record: {value}"), difference.in_record, Newer.RECORD),
        )
        for words, value, side in sides:
            text = words.format(value=_shown(difference.aspect, value))
            name = f"difference_{difference.aspect}_{side}"
            look = "strong" if difference.newer is side else ""
            block.addWidget(label(text, look, name=name, wraps=True))
        return block


def _shown(aspect: Aspect, value: str) -> str:
    """Write a canonical value as papers do."""
    if aspect is Aspect.BORN_ON:
        return short_date(value)
    return sex_words(Sex(value)) if aspect is Aspect.SEX else value
