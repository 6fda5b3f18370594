"""Pictures that are chosen, dropped or pasted, from whatever side they come."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMimeData
from PySide6.QtGui import QImage

_RAW = ("image/png", "image/jpeg", "image/webp", "image/bmp")


def picture_file(given: QMimeData) -> Path | None:
    """Give the first file on this machine that was dropped or copied, if any."""
    for url in given.urls():
        if url.isLocalFile():
            return Path(url.toLocalFile())
    return None


def picture_bytes(given: QMimeData) -> bytes | None:
    """Give a pasted picture as a file's bytes, if any: as it came, else as BMP, which is made at once."""
    for kind in _RAW:
        if given.hasFormat(kind):
            return bytes(given.data(kind).data())
    image = given.imageData() if given.hasImage() else None
    if not isinstance(image, QImage) or image.isNull():
        return None
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "BMP")  # type: ignore[call-overload]  # the stub knows bytes only, Qt takes text
    return bytes(buffer.data().data())
