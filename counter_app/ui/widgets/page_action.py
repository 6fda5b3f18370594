"""Actions of a screen: named, with their keys, and never repeated by a key held down."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


def screen_action(screen: QWidget, name: str, done: Callable[[], None], keys: str = "") -> QAction:
    """Make an action that works while the screen is in sight."""
    made = QAction(screen)
    made.setObjectName(name)
    made.setShortcut(QKeySequence(keys))
    made.setAutoRepeat(False)
    made.triggered.connect(done)
    screen.addAction(made)
    return made
