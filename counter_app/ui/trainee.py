"""A scripted trainee: plays a lesson through the real window by keys and controls, step after step."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass

from PySide6.QtCore import QElapsedTimer, QEvent, QKeyCombination, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication

from counter_app.services.desk import Desk
from counter_app.ui.conductor import Conductor
from counter_app.ui.lesson_desk import LessonDesk
from counter_app.ui.main_window import MainWindow
from counter_app.ui.widgets.spotlight import visible_control

_LOOK_MS = 15
_PATIENCE_MS = 100_000


@dataclass(frozen=True, slots=True)
class Until:
    """What a script waits for before it goes on; ``what`` tells where it came to a halt."""

    holds: Callable[[], bool]
    what: str


@dataclass(frozen=True, slots=True)
class Pause:
    """A breath, as long as the pace wants, so that a hall can read along."""

    beats: float = 1.0


Script = Generator[Until | Pause, None, None]


class Hands(QObject):
    """Presses keys and controls of one window as fingers would."""

    def __init__(
        self, window: MainWindow, conductor: Conductor, desk: Desk, lessons: LessonDesk, *, by_camera: bool
    ) -> None:
        """Take the window's controls; cards are shown to the camera, or come as from a scanner."""
        super().__init__(window)
        self.window, self.conductor, self.desk = window, conductor, desk
        self.visits, self.lessons, self.room = conductor.visits, lessons, lessons.room
        self.by_camera = by_camera

    def press(self, keys: str) -> None:
        """Press keys named as in ``Ctrl+D``: a shortcut of the window, else where the focus is."""
        shortcut = QKeySequence(keys)
        combination = QKeyCombination.fromCombined(shortcut[0].toCombined())  # type: ignore[index]
        for action in self.window.findChildren(QAction):
            if action.shortcut() == shortcut and _is_at_hand(action):
                action.trigger()
                return
        for button in self.window.findChildren(QAbstractButton):
            if button.shortcut() == shortcut and button.isVisible() and button.isEnabled():
                button.click()
                return
        self._send(combination.key(), combination.keyboardModifiers(), "")

    def type(self, text: str) -> None:
        """Type text where the focus is, Vietnamese letters too."""
        for letter in text:
            self._send(Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)

    def click(self, name: str) -> bool:
        """Press what is in sight under an object name, and say whether there was anything."""
        found = visible_control(self.window, name)
        if isinstance(found, QAbstractButton) and found.isEnabled():
            found.click()
            return True
        action = self.window.findChild(QAction, name)
        if action is not None and action.isEnabled() and action.isVisible():
            action.trigger()
            return True
        return False

    def is_at_rest(self) -> bool:
        """Whether no step waits for its turn and nothing slow is under way."""
        return self.window.turns.are_over

    def _send(self, key: int, modifiers: Qt.KeyboardModifier, text: str) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, modifiers, text)
            focus = QApplication.focusWidget() or self.window.focusWidget() or self.window
            QApplication.sendEvent(focus, event)


class Trainee(QObject):
    """Runs a script beside the event loop; every wait has an end."""

    finished = Signal()
    stuck = Signal(str)
    """Carries what was waited for in vain."""
    step_done = Signal(str)
    """Carries the code of a step that was done."""

    def __init__(self, hands: Hands, script: Callable[[Hands], Script], *, beat_ms: int = 0) -> None:
        super().__init__(hands)
        self._script = script(hands)
        self._beat_ms = beat_ms
        self._clock = QElapsedTimer()
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._breath = QTimer(self, singleShot=True)
        self._breath.timeout.connect(self._go)
        self._until: Until | None = None

    def begin(self) -> None:
        """Begin; what comes of it is told by signals."""
        self._go()

    def stop(self) -> None:
        """Do nothing any more."""
        self._timer.stop()
        self._breath.stop()

    def _go(self) -> None:
        """Take the script to its next wait."""
        try:
            wanted = next(self._script)
        except StopIteration:
            self.finished.emit()
            return
        if isinstance(wanted, Pause):
            self._breath.start(round(self._beat_ms * wanted.beats))
            return
        self._until = wanted
        self._clock.start()
        self._timer.start()

    def _look(self) -> None:
        if self._until is None:
            self._timer.stop()
        elif self._until.holds():
            self._timer.stop()
            self._until = None
            self._go()
        elif self._clock.elapsed() > _PATIENCE_MS:
            self._timer.stop()
            self.stuck.emit(self._until.what)


def _is_at_hand(action: QAction) -> bool:
    """Whether an action's screen is in sight, so that its shortcut works."""
    owner = action.parent()
    in_sight = getattr(owner, "isVisible", lambda: True)()
    return action.isEnabled() and action.isVisible() and bool(in_sight)
