"""The quiet line below the picture: which camera it is, what that camera gives, and another to choose."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from counter_app.services.camera_port import CameraChoice
from counter_app.ui.camera_words import camera_words, facts_words
from counter_app.ui.icons import Tint
from counter_app.ui.widgets.parts import GRID, Glyph, button, label, set_look
from scanning.camera_facts import CameraFacts

_LONGEST_NAME = 40


class CameraLine(QWidget):
    """Names the camera on a button that opens the menu of cameras; says beside it what was got."""

    camera_chosen = Signal(object)
    """Carries the CameraChoice."""
    cameras_asked = Signal()
    """Sent when the menu opens: cameras may have been plugged in since it was filled."""

    def __init__(self) -> None:
        super().__init__()
        self._choice = CameraChoice("", mirrored=False)
        self._offered: tuple[str, ...] = ()
        self._facts: CameraFacts | None = None
        self._menu = QMenu(self)
        self._menu.setObjectName("camera_menu")
        self._menu.aboutToShow.connect(self.cameras_asked)
        self._group: QActionGroup | None = None
        self._button = button("", "quiet", "camera", name="camera_button")
        self._button.setMenu(self._menu)
        self.setFocusProxy(self._button)
        self._mark = Glyph(lines=1.0)
        self._got = label(look="hint", name="camera_facts", wraps=True)
        self._got.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._lay_out()
        self._retranslate()

    def show_choice(self, choice: CameraChoice) -> None:
        """Say which camera is chosen, and whether its picture is mirrored."""
        self._choice = choice
        self._retranslate()

    def show_cameras(self, offered: tuple[str, ...]) -> None:
        """Offer these cameras, also while the menu is open."""
        if offered != self._offered:
            self._offered = offered
            self._fill()

    def show_facts(self, facts: CameraFacts | None) -> None:
        """Say what the camera gives; nothing while it gives no picture."""
        self._facts = facts
        self._say_facts()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language and the size of letters."""
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.FontChange}:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        facts = QHBoxLayout()
        facts.setContentsMargins(GRID + 4, 0, 0, 0)
        facts.addWidget(self._mark, alignment=Qt.AlignmentFlag.AlignTop)
        facts.addWidget(self._got, stretch=1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self._button, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addLayout(facts)

    def _fill(self) -> None:
        self._menu.clear()
        self._group = QActionGroup(self._menu)
        away = () if self._choice.name in self._offered else (self._choice.name,)
        for name in (*self._offered, *away):
            self._group.addAction(self._camera_action(name))
        self._menu.addSeparator()
        mirror = self._menu.addAction(self.tr("&Mirror the picture"))
        mirror.setObjectName("mirror_action")
        mirror.setCheckable(True)
        mirror.setChecked(self._choice.mirrored)
        mirror.triggered.connect(self._on_mirror_asked)

    def _camera_action(self, name: str) -> QAction:
        words = camera_words(name)
        if name not in self._offered:
            words = self.tr("{camera} (not connected)").format(camera=words)
        action = self._menu.addAction(words.replace("&", "&&"))
        action.setObjectName("camera_action")
        action.setData(name)
        action.setCheckable(True)
        action.setChecked(name == self._choice.name)
        action.triggered.connect(lambda: self._choose(CameraChoice(name, self._choice.mirrored)))
        return action

    def _on_mirror_asked(self, mirrored: bool) -> None:  # noqa: FBT001 - a signal carries it
        self._choose(CameraChoice(self._choice.name, mirrored))

    def _choose(self, choice: CameraChoice) -> None:
        if choice != self._choice:
            self.camera_chosen.emit(choice)

    def _say_facts(self) -> None:
        facts = self._facts
        self._got.setMinimumHeight(self.fontMetrics().lineSpacing())
        coarse = facts is not None and facts.is_coarse
        self._mark.setVisible(coarse)
        self._mark.show_icon("triangle-alert", Tint.AMBER)
        set_look(self._got, "look", "warning" if coarse else "hint")
        self._got.setText(facts_words(facts) if facts else "")

    def _retranslate(self) -> None:
        words = camera_words(self._choice.name)
        shown = words if len(words) <= _LONGEST_NAME else f"{words[:_LONGEST_NAME]}…"
        self._button.setText(self.tr("C&amera: {camera}").format(camera=shown.replace("&", "&&")))
        self._button.setToolTip(self.tr("{camera}: choose another camera").format(camera=words))
        self._fill()
        self._say_facts()
