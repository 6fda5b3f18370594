"""One step in the rail: its name, its key, and what it still lacks."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from counter_app.ui.icons import Tint
from counter_app.ui.steps import Step, StepState
from counter_app.ui.tokens import Tone
from counter_app.ui.widgets.parts import GRID, Chip, Glyph, label, set_look
from counter_app.ui.words import step_words

_ICONS = {
    Step.IDENTIFY: "id-card",
    Step.PROCEDURE: "search",
    Step.FORM: "file-text",
    Step.PAPERS: "files",
    Step.RECEIVE: "inbox",
}


class StepRow(QPushButton):
    """A step that can be gone to; a tick says that it is done, a number what it lacks."""

    asked = Signal(object)
    """Carries the Step."""

    def __init__(self, step: Step, key: str) -> None:
        super().__init__()
        self._state = StepState(step, reachable=False, done=False)
        self._shown: tuple[StepState, bool] | None = None
        self._key = key
        self.setObjectName(f"step_{step}")
        self.setProperty("look", "rail")
        self.setCheckable(True)
        self.setShortcut(key)
        self.clicked.connect(self._on_clicked)
        self._row = QHBoxLayout(self)
        self._glyph = Glyph()
        self._name = label()
        self._done = Glyph("check", Tint.ACCENT)
        self._missing = Chip()
        self._lay_out()
        self.show_state(self._state, current=False)

    def sizeHint(self) -> QSize:
        """Be as large as what is laid inside asks for."""
        return super().sizeHint().expandedTo(self._row.sizeHint())

    def show_state(self, state: StepState, *, current: bool) -> None:
        """Show how the step stands, and whether it is the one at hand."""
        self.setChecked(current)
        if self._shown == (state, current):
            return
        self._shown = (state, current)
        self._state = state
        self.setEnabled(state.reachable)
        self._glyph.show_icon(_ICONS[state.step], self._tint(current=current))
        set_look(self._name, "look", "strong" if current else "")
        self._done.setVisible(state.done)
        self._missing.setVisible(state.missing > 0 and state.reachable)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language that is worn."""
        state, name = self._state, step_words(self._state.step)
        self._name.setText(name)
        self._missing.say(str(state.missing), Tone.MISSING)
        told = [name, self._key]
        if state.done:
            told.append(self.tr("done"))
        if state.missing:
            told.append(self.tr("{count} missing").format(count=state.missing))
        self.setAccessibleName(", ".join(told))

    def _tint(self, *, current: bool) -> Tint:
        if not self._state.reachable:
            return Tint.FAINT
        return Tint.ACCENT if current else Tint.QUIET

    def _lay_out(self) -> None:
        self._row.setContentsMargins(2 * GRID, 0, GRID + 4, 0)
        self._row.setSpacing(GRID)
        key = label(self._key, "key")
        parts: tuple[QWidget, ...] = (self._glyph, self._name, self._done, self._missing, key)
        for part in parts:
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._row.addWidget(part, 1 if part is self._name else 0, Qt.AlignmentFlag.AlignVCenter)

    def _on_clicked(self) -> None:
        self.asked.emit(self._state.step)
