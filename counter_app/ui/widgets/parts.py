"""The small parts every screen is put together from, so that all of them look like one program."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QWidget,
)

from counter_app.ui.icons import Tint, icon, pixmap
from counter_app.ui.tokens import Tone

GRID = 8
"""Pixels at 100 %: distances are multiples of it."""

_CHIP_TINTS = {
    Tone.VERIFIED: Tint.VERIFIED,
    Tone.CARD: Tint.ACCENT,
    Tone.DECLARED: Tint.TEXT,
    Tone.MISSING: Tint.AMBER,
    Tone.WARNING: Tint.AMBER,
    Tone.TRAINING: Tint.ON_AMBER,
    Tone.ERROR: Tint.ERROR,
}
_BUTTON_TINTS = {"primary": Tint.ON_ACCENT, "quiet": Tint.ACCENT, "danger": Tint.ERROR}
_ICON_TO_LINE = 1.15


def set_look(widget: QWidget, name: str, value: str | bool) -> None:  # noqa: FBT001 - a Qt property's value
    """Give a widget a dynamic property that the style sheet reads, and have it looked up again.

    What was never polished is looked up when it first is, and once is enough.
    """
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    for part in (widget, *widget.findChildren(QWidget)):
        if part.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
            part.style().unpolish(part)
            part.style().polish(part)
    widget.update()


def label(text: str = "", look: str = "", *, name: str = "", wraps: bool = False) -> QLabel:
    """Make a line of plain words, or several when it wraps; markup in it is shown, not obeyed."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("look", look)
    made.setObjectName(name)
    if wraps:
        made.setWordWrap(True)
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return made


def button(
    text: str, look: str = "secondary", icon: str = "", shortcut: str = "", *, name: str = ""
) -> Button:
    """Make a button; ``shortcut`` as in ``Ctrl+P``, shown by the caller where there is room."""
    made = Button(look, icon, shortcut)
    made.setText(text)
    made.setObjectName(name)
    return made


def chip(text: str, tone: Tone | str, icon: str = "") -> Chip:
    """Make a chip that says in a word and a shape where something comes from."""
    made = Chip()
    made.say(text, Tone(tone), icon)
    return made


def card(layout: QLayout) -> QFrame:
    """Lay something on a quiet raised surface."""
    return surface("card", layout, margin=2 * GRID)


def surface(look: str, layout: QLayout, *, margin: int = 0) -> QFrame:
    """Lay something on a frame of the given look."""
    made = QFrame()
    made.setProperty("look", look)
    layout.setContentsMargins(margin, margin, margin, margin)
    made.setLayout(layout)
    return made


def scrolled(inside: QWidget) -> QScrollArea:
    """Let something be scrolled up and down where there is not room for all of it."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    inside.setProperty("look", "plain")
    area.setWidget(inside)
    return area


def roomy(window: QWidget, wide_ems: int, high_ems: int) -> QSize:
    """Give a size in letters of the window's own font, as far as the screen has room for it."""
    wanted = QSize(wide_ems, high_ems) * window.fontMetrics().height()
    return wanted.boundedTo(window.screen().availableSize() * 0.95)


def rule() -> QFrame:
    """Make a hairline between two things."""
    made = QFrame()
    made.setProperty("look", "rule")
    return made


class Button(QPushButton):
    """A push button whose icon follows the look and the size of its words."""

    def __init__(self, look: str, icon_name: str = "", keys: str = "") -> None:
        super().__init__()
        self._icon_name = icon_name
        self._keys = keys
        self.setProperty("look", look)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._draw_icon()

    def setText(self, text: str) -> None:
        """Change the words and keep the key, which Qt would drop with the words before."""
        super().setText(text)
        if self._keys:
            self.setShortcut(QKeySequence(self._keys))

    def take_icon(self, name: str) -> None:
        """Show another icon."""
        self._icon_name = name
        self._draw_icon()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon again in the colours and size of a new look."""
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange}:
            self._draw_icon()
        super().changeEvent(event)

    def _draw_icon(self) -> None:
        if not self._icon_name:
            return
        tint = _BUTTON_TINTS.get(str(self.property("look")), Tint.TEXT)
        side = round(self.fontMetrics().height() * _ICON_TO_LINE)
        gap = 0 if self.property("look") == "icon" else side // 4
        self.setIcon(icon(self._icon_name, tint, side=side, gap=gap))
        self.setIconSize(QSize(side + gap, side))


class Glyph(QLabel):
    """One icon as high as a line of words, redrawn in the colours of a new look."""

    def __init__(self, name: str = "", tint: Tint = Tint.TEXT, *, lines: float = 1.15) -> None:
        super().__init__()
        self._lines = lines
        self._shown = (name, tint)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._draw()

    def show_icon(self, name: str, tint: Tint = Tint.TEXT) -> None:
        """Show another icon, or none."""
        self._shown = (name, tint)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Draw again in the colours and size of a new look."""
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange}:
            self._draw()
        super().changeEvent(event)

    def _draw(self) -> None:
        name, tint = self._shown
        if not name:
            self.clear()
            return
        self.setPixmap(pixmap(name, round(self.fontMetrics().height() * self._lines), tint))


class Chip(QFrame):
    """A word and a shape on a tinted ground; the tone says how sure the thing is."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "chip")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self._glyph = Glyph(lines=1.0)
        self._words = label()
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 2, 7, 2)
        row.setSpacing(4)
        row.addWidget(self._glyph)
        row.addWidget(self._words)

    @property
    def words(self) -> str:
        """What the chip says."""
        return self._words.text()

    def say(self, text: str, tone: Tone, icon: str = "") -> None:
        """Show other words, in another tone, with another shape."""
        self._words.setText(text)
        self._glyph.setVisible(bool(icon))
        self._glyph.show_icon(icon, _CHIP_TINTS.get(tone, Tint.QUIET))
        self.setAccessibleName(text)
        set_look(self, "tone", tone.value)
