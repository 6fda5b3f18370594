"""The machine-readable lines of a card laid beside what else is known of it: alike, or where they differ."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter_app.domain.citizen import CitizenCard, Reading
from counter_app.domain.citizen_id import Sex
from counter_app.domain.mrz import MachineReadableZone
from counter_app.domain.mrz_check import ZoneAspect, ZoneDifference, zone_differences
from counter_app.services.compare import Aspect
from counter_app.ui.icons import Tint
from counter_app.ui.tokens import Tone
from counter_app.ui.widgets.parts import GRID, Glyph, chip, label, surface
from counter_app.ui.words import aspect_words, sex_words
from forms.wording import short_date

_ASPECTS = {
    ZoneAspect.BORN_ON: Aspect.BORN_ON,
    ZoneAspect.SEX: Aspect.SEX,
    ZoneAspect.FULL_NAME: Aspect.FULL_NAME,
}


class ZoneLines(QWidget):
    """One quiet chip where both agree, else a notice with each difference; it decides nothing.

    The chip is not green: the lines are as unsigned as the QR. What was typed from the lines says nothing new
    by agreeing with them.
    """

    def __init__(self, card: CitizenCard, zone: MachineReadableZone) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        found = zone_differences(card, zone)
        if found:
            typed = card.reading in {Reading.BY_ZONE, Reading.TYPED}
            self._show_differences(found, typed=typed)
        elif card.reading is not Reading.BY_ZONE:
            words = self.tr("Agrees with the machine-readable lines")
            agrees = chip(words, Tone.CARD, "check-check")
            agrees.setObjectName("zone_agrees")
            self._column.addWidget(agrees)

    def _show_differences(self, found: tuple[ZoneDifference, ...], *, typed: bool) -> None:
        heading = (
            self.tr("What was typed and the machine-readable lines differ:")
            if typed
            else self.tr("QR code and machine-readable lines differ:")
        )
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(heading, "strong", name="zone_differs", wraps=True))
        for difference in found:
            text, name = self._line(difference), f"zone_{difference.aspect}"
            words.addWidget(label(text, name=name, wraps=True))
        row = QHBoxLayout()
        row.setSpacing(GRID)
        glyph = Glyph("triangle-alert", Tint.AMBER)
        row.addWidget(glyph, alignment=Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, stretch=1)
        notice = surface("notice", row, margin=GRID)
        notice.setProperty("tone", "warning")
        self._column.addWidget(notice)

    def _line(self, difference: ZoneDifference) -> str:
        aspect = difference.aspect
        named = _ASPECTS.get(aspect)
        return self.tr("{aspect}: {in_code} / lines: {in_zone}").format(
            aspect=aspect_words(named) if named else self.tr("ID number"),
            in_code=_shown(aspect, difference.in_code),
            in_zone=_shown(aspect, difference.in_zone),
        )


def _shown(aspect: ZoneAspect, value: str) -> str:
    """Write a canonical value as papers do."""
    if aspect is ZoneAspect.BORN_ON:
        return short_date(value)
    return sex_words(Sex(value)) if aspect is ZoneAspect.SEX else value
