"""The one window: bar, rail, the step at hand, the person, and what can be done; it decides nothing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from counter_app.ui.action_bar import ActionBar
from counter_app.ui.screens.declaration import DeclarationScreen
from counter_app.ui.screens.duty import DutyScreen
from counter_app.ui.screens.form import FormScreen
from counter_app.ui.screens.identify import IdentifyScreen
from counter_app.ui.screens.outbox import OutboxScreen
from counter_app.ui.screens.papers import PapersScreen
from counter_app.ui.screens.procedure import ProcedureScreen
from counter_app.ui.screens.receive import ReceiveScreen
from counter_app.ui.screens.register import RegisterScreen
from counter_app.ui.steps import Step
from counter_app.ui.turns import Turns
from counter_app.ui.widgets.basket_strip import BasketStrip
from counter_app.ui.widgets.layers import Layers
from counter_app.ui.widgets.person_panel import PersonPanel
from counter_app.ui.widgets.rail import Rail
from counter_app.ui.widgets.top_bar import FILE_CHECK_KEYS, PRINTER_KEYS, TopBar
from counter_app.ui.widgets.training_frame import TrainingFrame
from counter_app.ui.widgets.veil import COVER_KEYS, LOCK_KEYS, Veil
from counter_app.ui.words import step_words

SMALLEST = (1366, 768)
Screen = (
    DutyScreen
    | IdentifyScreen
    | ProcedureScreen
    | FormScreen
    | DeclarationScreen
    | PapersScreen
    | ReceiveScreen
    | RegisterScreen
    | OutboxScreen
)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class MainWindow(QWidget):
    """Lays the desk out; who comes next and what happens is the conductor's business."""

    closing = Signal()
    covered = Signal(bool)
    """Says that a veil came over the window, or went."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setProperty("look", "ground")
        self.turns = Turns(self)
        self.top_bar, self.rail, self.person = TopBar(), Rail(), PersonPanel(self.turns)
        self.actions_bar, self.basket = ActionBar(), BasketStrip()
        self.duty, self.register = DutyScreen(), RegisterScreen()
        self.identify, self.procedure, self.form = IdentifyScreen(), ProcedureScreen(), FormScreen(self.turns)
        self.declaration, self.outbox = DeclarationScreen(), OutboxScreen()
        self.papers, self.receive = PapersScreen(), ReceiveScreen()
        self.of_step: dict[Step, Screen] = {
            Step.IDENTIFY: self.identify,
            Step.PROCEDURE: self.procedure,
            Step.FORM: self.form,
            Step.PAPERS: self.papers,
            Step.RECEIVE: self.receive,
        }
        self.go_on = self._action("go_on")
        self.next_citizen = self._action("next_citizen", "Ctrl+N")
        self.park = self._action("park", "F8")
        self.parked = self._action("parked", "F9")
        self.take_back = self._action("undo", "Ctrl+Z")
        self.help = self._action("help", "F1")
        self.cover = self._action("cover", COVER_KEYS)
        self.cover.triggered.connect(self._on_cover_asked)
        self.lock = self._action("lock", LOCK_KEYS)
        self.top_bar.cover_asked.connect(self.cover.trigger)
        self._veil, self._layers = Veil(), Layers()
        self._behind: QWidget | None = None
        self.printers = self._action("printers", PRINTER_KEYS)
        self.file_check = self._action("file_check", FILE_CHECK_KEYS)
        self.readiness = self._action("readiness", "Ctrl+Shift+O")
        self.accounts = self._action("accounts", "Ctrl+Shift+U")
        self._stack = Layers()
        self._in_front: Screen = self.identify
        self._training = False
        self._frame = self._lay_out()
        self._retranslate()

    @property
    def screen_in_front(self) -> Screen:
        """The screen at hand."""
        return self._in_front

    @property
    def step_in_front(self) -> Step | None:
        """The step at hand, the form's for its paper too; none while the register or the duty is."""
        if self._in_front is self.declaration:
            return Step.FORM
        return next((step for step, screen in self.of_step.items() if screen is self.screen_in_front), None)

    @property
    def is_covered(self) -> bool:
        """Whether the veil is over the window: then nobody is served, and what comes in by itself waits."""
        return self._layers.currentIndex() > 0

    @property
    def is_locked(self) -> bool:
        """Whether the window is locked: only who proves who they are lifts that."""
        return self.is_covered and self._layers.currentWidget() is not self._veil

    def take_lock(self, view: QWidget) -> None:
        """Take what lies over the window while it is locked; it goes with the window."""
        self._layers.addWidget(view)

    def show_lock(self, view: QWidget) -> None:
        """Put the lock over the window, in place of a veil that lies there."""
        self._remember_focus()
        self._layers.setCurrentWidget(view)
        self.covered.emit(True)

    def lift_lock(self) -> None:
        """Show the window again, with the focus where it was."""
        self._layers.setCurrentIndex(0)
        behind = self._behind if self._behind and isValid(self._behind) else self.screen_in_front
        behind.setFocus(Qt.FocusReason.OtherFocusReason)
        self.covered.emit(False)

    def make_ready(self, screen: Screen) -> None:
        """Make what a screen needs beside itself and where it begins, before anybody waits for it."""
        self.actions_bar.make_ready(*self._actions_of(screen))
        if screen is self.form:
            screen.first_focus()

    def bring(self, screen: Screen) -> None:
        """Put a screen in front, with its actions, and the focus where it begins."""
        self._in_front = screen
        self._stack.setCurrentWidget(screen)
        self.actions_bar.show_actions(*self._actions_of(screen))
        self._entitle()
        begin = screen if isinstance(screen, IdentifyScreen) else screen.first_focus()
        if self.is_covered:
            self._behind = begin
        else:
            begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def lay_strip(self, strip: QWidget, *, below: bool = False) -> None:
        """Lay a strip below the bar at the top, over every step, or below everything."""
        self._column.insertWidget(-1 if below else 1, strip)

    def show_training(self, *, training: bool) -> None:
        """Wear the training frame, or take it off."""
        self._training = training
        self._frame.show_training(training=training)
        self._entitle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter take the primary action, unless the control in focus has taken it already."""
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if event.key() in _ENTER and plain:
            self._actions_of(self.screen_in_front)[0].trigger()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let what is under way come to its end before the window goes."""
        self.closing.emit()
        super().closeEvent(event)

    def _actions_of(self, screen: Screen) -> tuple[QAction, tuple[QAction, ...]]:
        """Give a screen's primary and other actions; at the camera the card is what moves the visit on."""
        if isinstance(screen, IdentifyScreen):
            return self.go_on, ()
        if isinstance(screen, FormScreen | PapersScreen):
            return screen.primary, (self.park, *screen.secondary)
        return screen.primary, screen.secondary

    def _lay_out(self) -> TrainingFrame:
        for screen in (*self.of_step.values(), self.declaration, self.register, self.outbox, self.duty):
            self._stack.addWidget(screen)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.rail)
        middle = _tight(QVBoxLayout())
        middle.addWidget(self.basket)
        middle.addWidget(self._stack, 1)
        body.addLayout(middle, 1)
        body.addWidget(self.person)
        content = QFrame()
        content.setProperty("look", "ground")
        self._column = column = _tight(QVBoxLayout(content))
        column.addWidget(self.top_bar)
        column.addLayout(body, 1)
        column.addWidget(self.actions_bar)
        self._layers.addWidget(content)
        self._layers.addWidget(self._veil)
        frame = TrainingFrame(self._layers)
        _tight(QVBoxLayout(self)).addWidget(frame)
        return frame

    def _action(self, name: str, keys: str = "") -> QAction:
        made = QAction(self)
        made.setObjectName(name)
        made.setShortcut(QKeySequence(keys))
        self.addAction(made)
        return made

    def _on_cover_asked(self) -> None:
        """Draw the veil, or lift it and give the focus back to where it was."""
        if self.is_locked:
            return
        if self.is_covered:
            self.lift_lock()
            return
        self._remember_focus()
        self._layers.setCurrentWidget(self._veil)
        self._veil.setFocus(Qt.FocusReason.OtherFocusReason)
        self.covered.emit(True)

    def _remember_focus(self) -> None:
        while popup := QApplication.activePopupWidget():
            popup.close()
        if not self.is_covered:
            self._behind = QApplication.focusWidget()

    def _retranslate(self) -> None:
        self._entitle()
        self.cover.setText(self.tr("Cover the screen"))
        self.lock.setText(self.tr("Lock"))
        self.go_on.setText(self.tr("Continue"))
        self.next_citizen.setText(self.tr("Next citizen"))
        self.park.setText(self.tr("Set aside"))
        self.parked.setText(self.tr("Set-aside dossiers"))
        self.take_back.setText(self.tr("Undo"))
        self.help.setText(self.tr("Help for this step"))
        self.printers.setText(self.tr("Printers"))
        self.file_check.setText(self.tr("Check a PDF"))
        self.accounts.setText(self.tr("Accounts of this desk"))
        self.readiness.setText(self.tr("Is the desk ready?"))

    def _entitle(self) -> None:
        """Name the step at hand in the title, and never a citizen."""
        step = self.step_in_front
        program = self.tr("Counter assistant – TRAINING") if self._training else self.tr("Counter assistant")
        self.setWindowTitle(f"{step_words(step)} – {program}" if step else program)


def _tight(layout: QVBoxLayout) -> QVBoxLayout:
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    return layout
