"""The strip of a lesson: what the citizen says, what is to be done now, how long it takes, and help."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from counter_app.ui.icons import Tint
from counter_app.ui.tokens import Tone
from counter_app.ui.widgets.parts import GRID, Chip, Glyph, button, label

HELP_KEYS, ON_KEYS = "F11", "F12"


@dataclass(frozen=True, slots=True)
class StripWords:
    """What the strip shows: ``action`` names what ``F12`` does now, empty for nothing."""

    title: str
    number: int
    of: int
    speech: str
    task: str
    hint: str = ""
    action: str = ""


class LessonStrip(QFrame):
    """Stands above the steps for as long as a lesson is played; it blocks nothing."""

    help_wanted = Signal()
    """Show me: the next hint is wanted, and its control pointed at."""
    on_wanted = Signal()
    """What the step offers: the citizen's card, or to go on."""
    leave_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("lesson_strip")
        self.setProperty("look", "notice")
        self.setProperty("tone", "training")
        self._words: StripWords | None = None
        self._where = Chip()
        self._where.setObjectName("lesson_where")
        self._speech = label(look="heading", name="lesson_speech", wraps=True)
        self._task = label(name="lesson_task", wraps=True)
        self._hint = label(look="strong", name="lesson_hint", wraps=True)
        self._time = label(look="figures", name="lesson_time")
        self._time.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._help = button("", "secondary", "circle-help", HELP_KEYS, name="lesson_help")
        self._on = button("", "secondary", "arrow-right", ON_KEYS, name="lesson_on")
        self._leave = button("", "quiet", name="lesson_leave")
        for each in (self._help, self._on, self._leave):
            each.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the visit keeps the keyboard
        self._help.clicked.connect(self.help_wanted)
        self._on.clicked.connect(self.on_wanted)
        self._leave.clicked.connect(self.leave_wanted)
        self._lay_out()
        self._retranslate()

    def show_words(self, words: StripWords) -> None:
        """Show what is said and what is to be done."""
        self._words = words
        said = self.tr("Lesson {title}: step {number} of {of}")
        self._where.say(said.format(title=words.title, number=words.number, of=words.of), Tone.TRAINING)
        self._speech.setText(f"“{words.speech}”" if words.speech else "")
        self._speech.setVisible(bool(words.speech))
        self._task.setText(words.task)
        self._hint.setText(words.hint)
        self._hint.setVisible(bool(words.hint))
        self._on.setText(f"{words.action}   {ON_KEYS}")
        self._on.setVisible(bool(words.action))
        self.setAccessibleName(f"{words.speech} {words.task} {words.hint}")

    def show_time(self, seconds: int) -> None:
        """Show how long the lesson takes so far."""
        self._time.setText(f"{seconds // 60}:{seconds % 60:02}")

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        said = QHBoxLayout()
        said.setSpacing(GRID)
        said.addWidget(Glyph("user", Tint.AMBER, lines=1.3), alignment=Qt.AlignmentFlag.AlignTop)
        said.addWidget(self._speech, 1)
        words = QVBoxLayout()
        words.setSpacing(GRID // 2)
        words.addWidget(self._where)
        words.addLayout(said)
        words.addWidget(self._task)
        words.addWidget(self._hint)
        ways = QHBoxLayout()
        ways.setSpacing(GRID)
        ways.addWidget(self._leave)
        ways.addWidget(self._time)
        acts = QHBoxLayout()
        acts.setSpacing(GRID)
        acts.addStretch(1)
        acts.addWidget(self._help)
        acts.addWidget(self._on)
        side = QVBoxLayout()
        side.addLayout(ways)
        side.addStretch(1)
        side.addLayout(acts)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        row.setSpacing(3 * GRID)
        row.addLayout(words, 1)
        row.addLayout(side)

    def _retranslate(self) -> None:
        self._help.setText(f"{self.tr('Show me')}   {HELP_KEYS}")
        self._leave.setText(self.tr("End the lesson"))
        if self._words:
            self.show_words(self._words)
