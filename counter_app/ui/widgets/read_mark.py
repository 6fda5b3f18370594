"""The mark that says for a moment: read. A tick and a word, grown in 120 ms where the system moves things."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, Qt, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QWidget

from counter_app.ui.icons import drawn
from counter_app.ui.tokens import LIGHT

GROWS_MS = 120
_STAYS_MS = 900
_SMALLEST = 0.85  # of its size, when it begins to grow


class ReadMark(QVariantAnimation):
    """Grows, stays and is gone; ``changed`` says that it wants to be drawn anew."""

    changed = Signal()

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._owner = owner
        self._grown = 0.0
        self._gone = QTimer(self, singleShot=True, interval=_STAYS_MS)
        self._gone.timeout.connect(self.clear)
        self.setStartValue(0.0)
        self.setEndValue(1.0)
        self.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.valueChanged.connect(self._on_value_changed)

    @property
    def is_shown(self) -> bool:
        """Whether the mark stands in the picture."""
        return self._gone.isActive()

    @property
    def grown(self) -> float:
        """How far it has grown, 0 to 1."""
        return self._grown

    def show(self) -> None:
        """Begin anew; where the style moves nothing, the whole mark is there at once."""
        moves_ms = self._owner.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration)
        self.stop()
        self._gone.start()
        self.setDuration(min(GROWS_MS, moves_ms))
        if moves_ms > 0:
            self.start()
        else:
            self._on_value_changed(1.0)

    def clear(self) -> None:
        """Take the mark away at once."""
        self.stop()
        self._gone.stop()
        self._grown = 0.0
        self.changed.emit()

    def draw(self, painter: QPainter, middle: QPointF, words: str) -> None:
        """Draw a tick and the words as one plate around a point of the picture."""
        font = QFont(self._owner.font())
        font.setPointSizeF(font.pointSizeF() * 1.5)
        font.setWeight(QFont.Weight.DemiBold)
        letters = QFontMetricsF(font)
        side = letters.height() * 1.2
        plate = QRectF(0, 0, side * 2.4 + letters.horizontalAdvance(words), side * 1.9)
        painter.save()
        painter.setOpacity(self._grown)
        painter.translate(middle)
        size = _SMALLEST + (1 - _SMALLEST) * self._grown
        painter.scale(size, size)
        plate.moveCenter(QPointF(0, 0))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(LIGHT.accent))
        painter.drawRoundedRect(plate, plate.height() / 2, plate.height() / 2)
        icon = QPointF(plate.left() + side * 0.7, -side / 2)
        painter.drawPixmap(icon, drawn("check", round(side), LIGHT.on_accent))
        painter.setFont(font)
        painter.setPen(QColor(LIGHT.on_accent))
        beside = plate.adjusted(side * 1.9, 0, 0, 0)
        painter.drawText(beside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()

    def _on_value_changed(self, value: float) -> None:
        self._grown = float(value)
        self.changed.emit()
