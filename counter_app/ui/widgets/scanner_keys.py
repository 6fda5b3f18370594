"""Listens for a hand scanner that types like a keyboard, anywhere in the window."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from counter_app.ui.key_burst import KeyBurst, Typing
from counter_app.ui.widgets.before_scan import put_back

_PAUSE_MS = 120
_ENDS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab}
_CORRECTS = {Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Left}
"""Keys no scanner sends: with them an input method takes letters back to write others."""
_SILENT = {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_CapsLock}
"""Keys that go along with a scanner's letters."""
_CONTROL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_BENT = _CONTROL | _ALT | Qt.KeyboardModifier.MetaModifier


class ScannerKeys(QObject):
    """Watches the focus in one window and its dialogs; a scan is taken out of the field it ran into.

    Keys are told apart by the moments at which they were pressed, so a window that was busy mixes nothing
    up. ``takes_anything`` says whether codes other than cards are wanted now.
    """

    scanned = Signal(object)
    """Carries the KeyedScan."""

    def __init__(
        self,
        window: QWidget,
        takes_anything: Callable[[], bool],
        *,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._takes_anything = takes_anything
        self._clock = clock
        self._burst = KeyBurst()
        self._before: dict[QWidget, Callable[[], None]] = {}
        self._held: list[tuple[QWidget, QKeyEvent]] = []
        self._replaying = False
        self._ahead_ms = 0
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(lambda: QTimer.singleShot(0, self, self._on_paused))
        window.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
            self._on_focus_changed(None, QApplication.focusWidget())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Swallow the keys of a scan and let all others through."""
        if self._replaying or not isinstance(watched, QWidget) or not self._is_asked_first(watched):
            return False
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._take_key(watched, event)
        if isinstance(event, QInputMethodEvent):
            return self._take_input(watched, event)
        if event.type() is QEvent.Type.ShortcutOverride and self._burst.is_scan:
            event.accept()  # no shortcut of the window may go off in the midst of a scan
            return True
        return False

    def _is_asked_first(self, watched: QWidget) -> bool:
        """Whether a widget sees a key first: ignored keys are offered to the window once more."""
        return watched is not self._window or QApplication.focusWidget() in {None, watched}

    def _take_key(self, watched: QWidget, key: QKeyEvent) -> bool:
        if self._burst.is_scan and key.key() in _ENDS:
            self._finish()
            return True
        if key.key() in _CORRECTS:
            self._burst.see_input_method()
        if key.key() in _SILENT or _is_bent(key):
            return self._burst.is_scan
        if key.isAutoRepeat() or key.text() < " ":
            return self._pass_by()
        at_ms = key.timestamp() or self._now_ms()
        self._ahead_ms = at_ms - self._now_ms()
        if self._is_held(watched, key.text(), at_ms):
            self._held.append((watched, key.clone()))
            self._burst.feed(key.text(), at_ms, anything=False)
            self._pause.start()
            return True
        return self._collect(watched, key.text(), at_ms)

    def _take_input(self, watched: QWidget, event: QInputMethodEvent) -> bool:
        """Take what an input method wrote; it does not say when its keys were pressed."""
        self._burst.see_input_method()
        if not event.commitString():
            return self._burst.is_scan
        swallowed = self._collect(watched, event.commitString(), self._now_ms() + self._ahead_ms)
        self._burst.see_input_method()
        return swallowed

    def _is_held(self, watched: QWidget, letters: str, at_ms: int) -> bool:
        """Whether a digit must wait: on what is no field it would choose or answer something."""
        return (
            letters.isdigit()
            and not watched.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
            and not self._takes_anything()
            and not self._burst.is_scan
            and not self._burst.begins_anew(at_ms)
            and self._burst.digits_only
        )

    def _collect(self, watched: QWidget, letters: str, at_ms: int) -> bool:
        if self._burst.begins_anew(at_ms):
            self._let_go()
        if not self._burst.is_scan and watched not in self._before:
            self._before[watched] = put_back(watched)
        typing = self._burst.feed(letters, at_ms, anything=self._takes_anything())
        if typing is Typing.FINGERS:
            self._replay()
            return False
        if typing is Typing.SCAN_BEGUN:
            self._take_back()
        self._pause.start()
        return True

    def _pass_by(self) -> bool:
        """Swallow a key that types nothing while a scan comes in; else it ends what fingers were typing."""
        if not self._burst.is_scan:
            self._let_go()
        return self._burst.is_scan

    def _take_back(self) -> None:
        """Put every field that the scan ran into back to what stood there before."""
        self._held.clear()
        for widget, restore in self._before.items():
            if isValid(widget):
                restore()
        self._before.clear()

    def _let_go(self) -> None:
        """Begin anew; what was held was typed by fingers."""
        self._replay()
        self._before.clear()
        self._burst.drop()

    def _replay(self) -> None:
        held, self._held = self._held, []
        self._replaying = True
        for widget, key in held:
            if isValid(widget):
                QApplication.sendEvent(widget, key)
        self._replaying = False

    def _now_ms(self) -> int:
        return int(self._clock() * 1000)

    def _on_paused(self) -> None:
        """End a scan without Enter; after a busy moment its next keys may just have come in."""
        if not self._pause.isActive():
            self._finish()

    def _finish(self) -> None:
        self._pause.stop()
        scan = self._burst.finish()
        self._let_go()
        if scan:
            self.scanned.emit(scan)

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None and isValid(old) and old is not self._window:
            old.removeEventFilter(self)
        if new is not None and new is not self._window and self._belongs_here(new):
            new.installEventFilter(self)

    def _belongs_here(self, widget: QWidget) -> bool:
        above: QObject | None = widget
        while above is not None and above is not self._window:
            above = above.parent()
        return above is not None


def _is_bent(key: QKeyEvent) -> bool:
    """Whether a key is held with others that make it a command; Control and Alt together are AltGr."""
    held = key.modifiers() & _BENT
    return bool(held) and held != _CONTROL | _ALT
