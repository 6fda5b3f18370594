"""Pages that come as files: chosen in a dialog, dropped, or pasted as files or as a picture."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from counter_app.ui.widgets.page_values import FilesGiven, PicturePasted

FILE_PATTERNS = "*.jpg *.jpeg *.png *.webp *.bmp *.tif *.tiff *.gif *.pdf"
_MOST_FILES = 50


def given_for(slot: str, mime: QMimeData) -> FilesGiven | PicturePasted | None:
    """Give the local files, else the picture, that was dropped or pasted; nothing where there is neither."""
    paths = tuple(Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())
    if paths:
        return FilesGiven(slot, paths[:_MOST_FILES])
    image = mime.imageData() if mime.hasImage() else None
    if isinstance(image, QImage) and not image.isNull():
        return PicturePasted(slot, image)
    return None


def ask_for_files(
    parent: QWidget, title: str, pattern: str, taken: Callable[[tuple[Path, ...]], None]
) -> None:
    """Open a file dialog; ``pattern`` is its name filter, ``taken`` is told what was chosen."""
    dialog = QFileDialog(parent, title)
    dialog.setObjectName("page_files_dialog")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilter(pattern)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.filesSelected.connect(lambda paths: taken(tuple(Path(path) for path in paths[:_MOST_FILES])))
    dialog.open()
