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
        self.action = action
        self.setObjectName(f"{action.objectName()}_button")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._on_changed)
        self._on_changed()

    def _on_changed(self) -> None:
        action, keys = self.action, self.action.shortcut().toString()
        self.setText(f"{action.text()}   {keys}" if keys else action.text())
        self.setEnabled(action.isEnabled())
        self.setVisible(action.isVisible())
        self.setToolTip(action.toolTip().replace("&", ""))
        self.setAccessibleName(action.text().replace("&", ""))


class ActionBar(QFrame):
    """Shows the actions of the screen in front, the primary one last."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "foot")
        self.notices = NoticeBar()
        self._buttons: list[ActionButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        self._row.setSpacing(GRID)
        self._row.addWidget(self.notices, 1)

    def show_actions(self, primary: QAction, secondary: tuple[QAction, ...]) -> None:
        """Put these actions in the bar."""
        if [made.action for made in self._buttons] == [*secondary, primary]:
            return
        for old in self._buttons:
            self._row.removeWidget(old)
            old.deleteLater()
        self._buttons = [ActionButton(action, "secondary", self) for action in secondary]
        self._buttons.append(ActionButton(primary, "primary", self))
        for made in self._buttons:
            self._row.addWidget(made)
