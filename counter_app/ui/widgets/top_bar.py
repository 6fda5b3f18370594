"""The bar at the top: where this is, who serves, whether it is practice, and whether all is sent."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout

from counter_app.domain.office import Duty
from counter_app.services.outbox_book import LineStanding
from counter_app.ui.icons import Tint
from counter_app.ui.outbox_words import clock_words, line_words, standing_words
from counter_app.ui.tokens import Tone
from counter_app.ui.widgets.elided import ElidedLabel
from counter_app.ui.widgets.parts import GRID, Button, Chip, Glyph, button
from counter_app.ui.widgets.veil import COVER_KEYS, LOCK_KEYS

PRINTER_KEYS = "F10"
FILE_CHECK_KEYS = "Ctrl+Shift+V"
_LANGUAGES = (("vi", "Tiếng Việt"), ("en", "English"))


class TopBar(QFrame):
    """Always in sight; says nothing about any citizen."""

    language_asked = Signal(str)
    duty_asked = Signal()
    cover_asked = Signal()
    outbox_asked = Signal()
    printers_asked = Signal()
    file_check_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("top_bar")
        self.setProperty("look", "bar")
        self._duty: Duty | None = None
        self._standing: LineStanding | None = None
        self._place = ElidedLabel("strong", "place")
        self._official = button("", "quiet", "user", name="duty_button")
        self._official.clicked.connect(self.duty_asked)
        self._training = Chip()
        self._training.setObjectName("training_badge")
        self._training.hide()
        self._sync_shape = Glyph()
        self._cover = button("", "quiet", "eye-off", name="cover_button")
        self._cover.clicked.connect(self.cover_asked)
        self._sync = button("", "quiet", shortcut="F7", name="sync_line")
        self._sync.clicked.connect(self.outbox_asked)
        self._printers = button("", "quiet", "printer", name="printers_button")
        self._printers.clicked.connect(self.printers_asked)
        self._file_check = button("", "quiet", "badge-check", name="file_check_button")
        self._file_check.clicked.connect(self.file_check_asked)
        self._languages = QButtonGroup(self)
        self._lay_out()
        self._retranslate()

    def show_duty(self, duty: Duty) -> None:
        """Say at which counter of which office who serves."""
        self._duty = duty
        self._training.setVisible(duty.office.training)
        self._retranslate()

    def show_standing(self, standing: LineStanding) -> None:
        """Say in one line how the desk stands with its hub."""
        self._standing = standing
        self._retranslate()

    def show_language(self, code: str) -> None:
        """Mark the language that is worn."""
        for choice in self._languages.buttons():
            choice.setChecked(choice.objectName() == f"language_{code}")

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID // 2, GRID, GRID // 2)
        row.setSpacing(GRID)
        row.addWidget(self._place, stretch=3)
        row.addWidget(self._official)
        row.addWidget(self._training)
        row.addStretch(1)
        row.addWidget(self._sync_shape)
        row.addWidget(self._sync)
        row.addSpacing(GRID)
        row.addWidget(self._cover)
        row.addWidget(self._file_check)
        row.addWidget(self._printers)
        for code, name in _LANGUAGES:
            row.addWidget(self._language(code, name))

    def _language(self, code: str, name: str) -> Button:
        choice = button(code.upper(), "quiet", name=f"language_{code}")
        choice.setCheckable(True)
        choice.setAccessibleName(name)
        choice.setToolTip(name)
        choice.clicked.connect(lambda: self.language_asked.emit(code))
        self._languages.addButton(choice)
        return choice

    def _retranslate(self) -> None:
        if self._duty:
            place = self.tr("{counter} · {office}")
            self._place.setText(place.format(counter=self._duty.counter, office=self._duty.office.name))
            self._official.setText(self._duty.official.full_name.replace("&", "&&"))
            whose = self.tr("Change who serves at this counter; {keys} locks the desk")
            self._official.setToolTip(whose.format(keys=LOCK_KEYS))
        words = self.tr("Cover the screen")
        self._cover.setAccessibleName(words)
        self._cover.setToolTip(f"{words} ({COVER_KEYS})")
        printers = self.tr("Printers")
        self._printers.setAccessibleName(printers)
        self._printers.setToolTip(f"{printers} ({PRINTER_KEYS})")
        check = self.tr("Check a PDF: who signed it, and is it whole?")
        self._file_check.setAccessibleName(check)
        self._file_check.setToolTip(f"{check} ({FILE_CHECK_KEYS})")
        self._training.say(self.tr("TRAINING"), Tone.TRAINING, "graduation-cap")
        if self._standing:
            said = line_words(self._standing)
            self._sync.setText(said.words)
            self._sync_shape.show_icon(said.shape, said.tint)
            clock = clock_words(self._standing)
            self._sync.setToolTip(clock or standing_words(self._standing) + " (F7)")
            if clock:
                self._sync_shape.show_icon("clock", Tint.AMBER)
