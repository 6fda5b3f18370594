"""Things that lie over each other in one place, one of them in sight."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget


class Layers(QStackedWidget):
    """Takes the room there is; lines that wrap inside are not asked how high they would like to be.

    Qt would ask for all of them, out of sight too, at each level up to the window, whenever one word changes.
    """

    def hasHeightForWidth(self) -> bool:
        """Say that the height is given from outside."""
        return False
