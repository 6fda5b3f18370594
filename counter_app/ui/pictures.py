"""Pictures of the crafts as Qt images; safe on any thread, for a QImage belongs to none."""

from PySide6.QtGui import QImage

from printing.preview import Picture
from scanning.frames import Frame


def image_of_frame(frame: Frame) -> QImage:
    """Copy a camera's frame into the shape that is painted without being turned over each time."""
    shown = QImage(
        frame.pixels.tobytes(), frame.width, frame.height, 3 * frame.width, QImage.Format.Format_BGR888
    )
    return shown.convertToFormat(QImage.Format.Format_RGB32)


def image_of_picture(picture: Picture) -> QImage:
    """Copy a drawn page."""
    shown = QImage(picture.rgb, picture.width, picture.height, 3 * picture.width, QImage.Format.Format_RGB888)
    return shown.copy()
