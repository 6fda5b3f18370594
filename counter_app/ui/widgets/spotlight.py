"""A ring around one control of the real window, for a hint that points at it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from counter_app.ui.tokens import colours_now

_FOLLOW_MS = 120
_ROOM, _THICK, _ROUND = 6, 4, 8


class Spotlight(QWidget):
    """Lies over the window, lets every click through, and follows what it points at."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("spotlight")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self._window = window
        self._target: QWidget | None = None
        self._name = ""
        self._timer = QTimer(self, interval=_FOLLOW_MS)
        self._timer.timeout.connect(self._follow)
        window.installEventFilter(self)
        self.hide()

    @property
    def target(self) -> QWidget | None:
        """What is pointed at now, None where that is not in sight."""
        return self._target if self.isVisible() else None

    def point_at(self, name: str) -> None:
        """Point at the control of this object name, as soon as and as long as it is in sight."""
        self._name = name
        self._target = None
        self._timer.start()
        self._follow()

    def put_out(self) -> None:
        """Point at nothing."""
        self._name, self._target = "", None
        self._timer.stop()
        self.hide()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Grow with the window."""
        if event.type() is QEvent.Type.Resize and self._name:
            self._follow()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring: amber with a light edge, seen on every ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = colours_now()
        inside = QRectF(self.rect()).adjusted(_THICK, _THICK, -_THICK, -_THICK)
        for colour, thick in ((colours.surface, _THICK + 3), (colours.amber_frame, _THICK)):
            painter.setPen(QPen(QColor(colour), thick))
            painter.drawRoundedRect(inside, _ROUND, _ROUND)

    def _follow(self) -> None:
        if self._target is None or not isValid(self._target) or not self._target.isVisible():
            self._target = visible_control(self._window, self._name)
        target = self._target
        if target is None:
            self.hide()
            return
        corner = target.mapTo(self._window, target.rect().topLeft())
        place = QRect(corner, target.size()).adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM)
        self.setGeometry(place.intersected(self._window.rect()))
        self.raise_()
        self.show()


def visible_control(window: QWidget, name: str) -> QWidget | None:
    """Find what is in sight under an object name; of an action the button that shows it."""
    for wanted in (name, f"{name}_button"):
        for found in window.findChildren(QWidget, wanted):
            if found.isVisible():
                return found
    acting = window.findChild(QAction, name)
    shown = acting.associatedObjects() if acting else []
    return next((each for each in shown if isinstance(each, QWidget) and _is_control(each)), None)


def _is_control(widget: QWidget) -> bool:
    """Whether it is small enough to be pointed at: a screen that holds the action is none."""
    return widget.isVisible() and not widget.isWindow() and widget.height() < 200
