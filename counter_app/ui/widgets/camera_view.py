"""The picture of the camera, large, with the frame in which a card should lie."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from counter_app.services.camera_port import CameraChoice
from counter_app.ui.camera_words import camera_words
from counter_app.ui.icons import drawn
from counter_app.ui.tokens import DARK
from counter_app.ui.widgets.card_frame import card_room, draw_card_frame
from counter_app.ui.widgets.read_mark import ReadMark

_PICTURE_RATIO = 16 / 9
_GROUND = QColor("#10181a")  # the same in both looks: a picture is seen best on dark
_WORDS = QColor("#e7eeed")
_AIM, _READ = QColor("#ffffff"), QColor(DARK.accent)


class CameraState(StrEnum):
    """Whether there is a picture, and why not."""

    OPENING = "opening"
    SEEING = "seeing"
    LOST = "lost"


class CameraView(QWidget):
    """Shows one image after the other, as large as there is room; says so where there is none."""

    def __init__(self) -> None:
        super().__init__()
        self._image: QImage | None = None
        self._state = CameraState.OPENING
        self._choice = CameraChoice("", mirrored=False)
        self._mark = ReadMark(self)
        self._mark.changed.connect(self.update)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._retranslate()

    @property
    def state(self) -> CameraState:
        """Whether there is a picture."""
        return self._state

    @property
    def is_ticked(self) -> bool:
        """Whether the tick is shown that says: read."""
        return self._mark.is_shown

    def sizeHint(self) -> QSize:
        """Ask for a comfortable size."""
        return QSize(640, 360)

    def hasHeightForWidth(self) -> bool:
        """Keep the shape of a picture."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Ask for the height of a usual camera's picture."""
        return round(width / _PICTURE_RATIO)

    def minimumSizeHint(self) -> QSize:
        """Stay large enough to aim by."""
        return QSize(320, 180)

    def show_image(self, image: QImage) -> None:
        """Show the newest picture."""
        self._image, self._state = image, CameraState.SEEING
        self.update()

    def show_lost(self) -> None:
        """Say that the camera does not answer; the last picture is taken away."""
        self._image, self._state = None, CameraState.LOST
        self.update()

    def show_choice(self, choice: CameraChoice) -> None:
        """Name the camera where it is away; show pictures as a mirror would, or as the camera sees them."""
        self._choice = choice
        self._retranslate()

    def show_opening(self) -> None:
        """Say that the camera is being opened."""
        self._image, self._state = None, CameraState.OPENING
        self.update()

    def show_tick(self) -> None:
        """Say for a moment that something was read."""
        self._mark.show()

    def clear_tick(self) -> None:
        """Take the tick away."""
        self._mark.clear()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw picture, frame and tick, or the reason why there is none."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        room = self._picture_room()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_GROUND)
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        if self._image is None:
            self._draw_reason(painter)
        else:
            self._draw_picture(painter, room, self._image)
            colour = _READ if self._mark.is_shown else _AIM
            draw_card_frame(painter, card_room(room), colour, unit=self.fontMetrics().height() / 14)
        if self._mark.is_shown:
            self._mark.draw(painter, room.center(), self._read_words)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.palette().accent(), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def _draw_picture(self, painter: QPainter, room: QRectF, image: QImage) -> None:
        painter.save()
        if self._choice.mirrored:
            painter.translate(room.left() + room.right(), 0)
            painter.scale(-1, 1)
        painter.drawImage(room, image)
        painter.restore()

    def _picture_room(self) -> QRectF:
        ratio = self._image.width() / self._image.height() if self._image else _PICTURE_RATIO
        width = min(float(self.width()), self.height() * ratio)
        room = QRectF(0, 0, width, width / ratio)
        room.moveCenter(QRectF(self.rect()).center())
        return room

    def _draw_reason(self, painter: QPainter) -> None:
        words = self._lost_words if self._state is CameraState.LOST else self._opening_words
        painter.setPen(_WORDS)
        side = self.fontMetrics().height() * 2
        shape = "camera-off" if self._state is CameraState.LOST else "camera"
        middle = QRectF(self.rect()).center()
        painter.drawPixmap(middle - QPointF(side / 2, side * 1.5), drawn(shape, side, _WORDS.name()))
        inside = QRectF(self.rect()).adjusted(24, self.height() / 2, -24, -8)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(inside, int(flags), words)

    def _retranslate(self) -> None:
        self._read_words = self.tr("Read")
        self._opening_words = self.tr("Opening the camera …")
        self._lost_words = self.tr(
            "“{camera}” does not answer. It is tried again by itself; another camera or way works meanwhile."
        ).format(camera=camera_words(self._choice.name))
        self.setAccessibleName(self.tr("Picture of the camera"))
        self.update()
