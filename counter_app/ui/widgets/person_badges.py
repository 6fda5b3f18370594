"""How much is known of who stands at the counter: read, matched, verified; each a word and a shape."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.domain.citizen import Person, Reading, RecordSource
from counter_app.ui.tokens import Tone
from counter_app.ui.widgets.parts import GRID, Chip
from counter_app.ui.words import source_words

_SOURCES = {
    RecordSource.LIVE: (Tone.CARD, "user-check"),
    RecordSource.COPY: (Tone.NEUTRAL, "history"),
    RecordSource.UNREACHABLE: (Tone.WARNING, "cloud-off"),
    RecordSource.NO_RECORD: (Tone.WARNING, "user-x"),
    RecordSource.INCOMPLETE: (Tone.WARNING, "circle-help"),
}


class PersonBadges(QWidget):
    """Three badges below each other; a QR proves nothing, so none of them is green by a QR."""

    def __init__(self) -> None:
        super().__init__()
        self._reading, self._record, self._verified = Chip(), Chip(), Chip()
        self._reading.setObjectName("badge_reading")
        self._record.setObjectName("badge_record")
        self._verified.setObjectName("badge_verified")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        for badge in (self._reading, self._record, self._verified):
            column.addWidget(badge)

    def show_person(self, person: Person) -> None:
        """Say how this person came to be known."""
        self._say_reading(person.card.reading)
        tone, shape = _SOURCES[person.source]
        when = f" · {person.as_of:%H:%M %d/%m/%Y}" if person.record and person.as_of else ""
        self._record.say(source_words(person.source) + when, tone, shape)
        self._verified.say(self.tr("Not verified by chip or VNeID"), Tone.NEUTRAL, "circle-dashed")

    def _say_reading(self, reading: Reading) -> None:
        if reading is Reading.TYPED:
            self._reading.say(self.tr("Typed by hand"), Tone.DECLARED, "keyboard")
        elif reading is Reading.BY_PATTERN:
            words = self.tr("Read from the QR; its parts were out of place")
            self._reading.say(words, Tone.WARNING, "qr-code")
        elif reading is Reading.BY_ZONE:
            words = self.tr("Read from the lines on the back; the name was typed")
            self._reading.say(words, Tone.DECLARED, "keyboard")
        else:
            self._reading.say(self.tr("Read from the QR code"), Tone.CARD, "qr-code")
