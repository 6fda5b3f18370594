"""The bottom bar: one line of notice, quiet actions, and the one primary action that Enter takes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from counter_app.ui.notices import NoticeBar
from counter_app.ui.widgets.parts import GRID, Button


class ActionButton(Button):
    """A button that follows its action's words, state and key."""

    def __init__(self, action: QAction, look: str, bar: QWidget) -> None:
        super().__init__(look)
        self.setParent(bar)  # before it is shown, or it would be a window for a blink
        self._action = action
        self._is_out = True
        self.setObjectName(f"{action.objectName()}_button")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._on_changed)
        self._on_changed()

    def bring_out(self) -> None:
        """Stand in the bar, as long as the action is one that may be seen."""
        self._is_out = True
        self.setVisible(self._action.isVisible())

    def put_away(self) -> None:
        """Make room for the actions of another screen."""
        self._is_out = False
        self.hide()

    def _on_changed(self) -> None:
        action, keys = self._action, self._action.shortcut().toString()
        self.setText(f"{action.text()}   {keys}" if keys else action.text())
        self.setEnabled(action.isEnabled())
        self.setVisible(self._is_out and action.isVisible())
        self.setToolTip(action.toolTip().replace("&", ""))
        self.setAccessibleName(action.text().replace("&", ""))


class ActionBar(QFrame):
    """Shows the actions of the screen in front, the primary one last."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "foot")
        self.notices = NoticeBar()
        self._made: dict[tuple[QAction, str], ActionButton] = {}
        self._shown: tuple[ActionButton, ...] = ()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        self._row.setSpacing(GRID)
        self._row.addWidget(self.notices, 1)

    def make_ready(self, primary: QAction, secondary: tuple[QAction, ...]) -> tuple[ActionButton, ...]:
        """Make the buttons of these actions, as far as they are not there yet."""
        others = (self._button(action, "secondary") for action in secondary)
        return *others, self._button(primary, "primary")

    def show_actions(self, primary: QAction, secondary: tuple[QAction, ...]) -> None:
        """Put these actions in the bar."""
        wanted = self.make_ready(primary, secondary)
        if wanted == self._shown:
            return
        for old in self._shown:
            self._row.removeWidget(old)
            old.put_away()
        self._shown = wanted
        for button in wanted:
            self._row.addWidget(button)
            button.bring_out()

    def _button(self, action: QAction, look: str) -> ActionButton:
        key = (action, look)
        if key not in self._made:
            self._made[key] = ActionButton(action, look, self)
            self._made[key].put_away()
        return self._made[key]
