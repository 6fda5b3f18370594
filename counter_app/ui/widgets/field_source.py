"""The chip behind a value: where it comes from, and the way to unlock it or see what stood there before."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QPixmap, QPixmapCache
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from counter_app.ui.icons import drawn
from counter_app.ui.tokens import Colours, Tone, colours_now
from counter_app.ui.widgets.field_words import SourceWords

_PAD = 6
_RADIUS = 4.0
_SMALLER = 0.86


class SourceMark(QAbstractButton):
    """Drawn by itself rather than put together: a form holds dozens, and each part of each costs time."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._said: SourceWords | None = None
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def say(self, said: SourceWords | None, *, hint: str = "") -> None:
        """Show words, tone and shape, or nothing; a hint tells what a click does."""
        self._said = said
        self.setText(said.text if said else "")
        self.setAccessibleName(self.text())
        self.setToolTip(hint)
        self.setCursor(Qt.CursorShape.PointingHandCursor if hint else Qt.CursorShape.ArrowCursor)
        self.setVisible(said is not None)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the words and the shape."""
        metrics = QFontMetrics(self._font())
        shape = metrics.height() + _PAD // 2 if self._said and self._said.icon else 0
        return QSize(metrics.horizontalAdvance(self.text()) + shape + 2 * _PAD, metrics.height() + 4)

    def minimumSizeHint(self) -> QSize:
        """Never give way: half a source is none."""
        return self.sizeHint()

    def _font(self) -> QFont:
        """Write a little smaller than the value."""
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * _SMALLER)
        return font

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, the shape and the words."""
        if self._said is None:
            return
        ground, edge, ink = _tones(self._said.tone, colours_now())
        painter = QPainter(self)
        painter.setFont(self._font())
        metrics = painter.fontMetrics()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dashed = self._said.tone is Tone.COMPUTED
        style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
        painter.setPen(QPen(QColor(edge), 1.0, style))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        space = self.rect().adjusted(_PAD, 0, -_PAD, 0)
        if self._said.icon:
            side = metrics.ascent()
            painter.drawPixmap(_PAD, (self.height() - side) // 2, _shape(self._said.icon, side, ink))
            space.setLeft(_PAD + metrics.height() + _PAD // 2)
        painter.setPen(QColor(ink))
        painter.drawText(space, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self.text())


def _tones(tone: Tone, colours: Colours) -> tuple[str, str, str]:
    """Give ground, edge and ink as chips wear them."""
    worn = {
        Tone.VERIFIED: (colours.verified_soft, colours.verified, colours.verified),
        Tone.CARD: (colours.accent_soft, colours.accent, colours.accent),
        Tone.DECLARED: (colours.surface, colours.edge, colours.text),
        Tone.COMPUTED: (colours.surface, colours.edge, colours.quiet),
        Tone.MISSING: (colours.amber_soft, colours.amber, colours.amber),
    }
    return worn.get(tone, (colours.panel, colours.line, colours.quiet))


def _shape(name: str, side: int, colour: str) -> QPixmap:
    """Draw a shape once for all the chips that show it."""
    key = f"source-{name}-{side}-{colour}"
    kept = QPixmap()
    if not QPixmapCache.find(key, kept):
        kept = drawn(name, side, colour)
        QPixmapCache.insert(key, kept)
    return kept
