"""The printed number as a machine read it, with its picture beside it, for an official to compare."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QVBoxLayout

from counter_app.ui.widgets.parts import GRID, label

_PICTURE_LINES = 1.9
"""How high the digits are shown, in lines of text: easily compared with those in the field."""


@dataclass(frozen=True, slots=True, eq=False)
class ProposedNumber:
    """Twelve digits as a machine took them from a picture, and that part of the picture."""

    digits: str
    picture: QImage


class NumberCheck(QFrame):
    """Shows the digits' picture until the official has ticked that they agree, or typed another number."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("number_check")
        self.setProperty("look", "notice")
        self.setProperty("tone", "warning")
        self._image: QImage | None = None
        self._picture = QLabel()
        self._picture.setObjectName("number_picture")
        self._asked = label(name="number_asked", wraps=True)
        self._tick = QCheckBox()
        self._tick.setObjectName("number_compared")
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID // 2)
        for part in (self._asked, self._picture, self._tick):
            column.addWidget(part)
        self.hide()
        self._retranslate()

    @property
    def is_open(self) -> bool:
        """Whether a number was proposed that nobody has compared yet."""
        return self._image is not None and not self._tick.isChecked()

    def show_picture(self, picture: QImage) -> None:
        """Ask for the comparison with this picture."""
        self._image = picture
        self._tick.setChecked(False)
        self._draw()
        self.show()
        self.ask()

    def ask(self) -> None:
        """Put the cursor on the tick."""
        self._tick.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Forget the picture; it is part of somebody's card."""
        self._image = None
        self._picture.clear()
        self._tick.setChecked(False)
        self.hide()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language and the size of letters."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() is QEvent.Type.FontChange:
            self._draw()
        super().changeEvent(event)

    def _draw(self) -> None:
        if self._image is None:
            return
        high = round(self.fontMetrics().lineSpacing() * _PICTURE_LINES)
        smooth = Qt.TransformationMode.SmoothTransformation
        self._picture.setPixmap(QPixmap.fromImage(self._image).scaledToHeight(high, smooth))

    def _retranslate(self) -> None:
        self._asked.setText(self.tr("Read by machine, not certain: compare digit by digit with the picture."))
        self._picture.setAccessibleName(self.tr("The number as it is printed on the card"))
        self._tick.setText(self.tr("Compared: the &digits agree"))
        self._tick.setAccessibleName(self._tick.text().replace("&", ""))
