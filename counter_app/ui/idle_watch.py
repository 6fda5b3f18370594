"""Tells when nobody has touched the window for a while, and when the system locks or goes to sleep."""

from __future__ import annotations

import sys
from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QWidget

_MS_A_MINUTE = 60_000
_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)
_SCREEN_SAVERS = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver")
_LOGIN = "org.freedesktop.login1"
_ON_ACTIVE: Any = "1on_active(bool)"
_ON_LOCK: Any = "1on_lock()"
"""Slots as Qt's SLOT writes them: text, where PySide says that it wants bytes and takes none."""


class IdleWatch(QObject):
    """Watches hands on keys and mouse, and what the desktop says; never with 0 minutes.

    Windows tells of a locked session in another way, which is not listened to: there idle time alone locks.
    """

    idled = Signal()
    system_locked = Signal()

    def __init__(self, window: QWidget, minutes: int) -> None:
        super().__init__(window)
        self._minutes = minutes
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.idled)

    def begin(self) -> None:
        """Begin to watch, once the window stands."""
        if not self._minutes:
            return
        self._timer.start(self._minutes * _MS_A_MINUTE)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._watch)
        if sys.platform == "linux":
            self._listen()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count anew from every touch."""
        if event.type() in _TOUCHES:
            self._timer.start()
        return super().eventFilter(watched, event)

    def _watch(self, window: QWindow | None) -> None:
        """Look at the window that has the focus; Qt keeps a filter once, however often it is put there."""
        if window:
            window.installEventFilter(self)

    def _listen(self) -> None:
        """Have the desktop and the login service tell; where there is none, nobody tells."""
        from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415 - a training desk starts without it

        session, system = QDBusConnection.sessionBus(), QDBusConnection.systemBus()
        for name in _SCREEN_SAVERS:
            session.connect("", "", name, "ActiveChanged", self, _ON_ACTIVE)
        system.connect("", "", f"{_LOGIN}.Session", "Lock", self, _ON_LOCK)
        system.connect("", "", f"{_LOGIN}.Manager", "PrepareForSleep", self, _ON_ACTIVE)

    @Slot(bool)
    def on_active(self, active: bool) -> None:  # noqa: FBT001 - the signal of the bus carries it
        """Take that the screen saver came, or sleep comes."""
        if active:
            self.system_locked.emit()

    @Slot()
    def on_lock(self) -> None:
        """Take that the login session is being locked."""
        self.system_locked.emit()
