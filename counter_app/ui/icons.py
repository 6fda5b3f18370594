"""Line icons of one family (Lucide), drawn in the colours of the look that is worn."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QByteArray, QDir, QFile, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from counter_app.ui.tokens import Colours, colours_now

_PREFIX = "icons"
_NAME = re.compile(r"[a-z0-9-]+")


class Tint(StrEnum):
    """Which of the look's colours an icon is drawn in."""

    TEXT = "text"
    QUIET = "quiet"
    FAINT = "faint"
    ACCENT = "accent"
    ON_ACCENT = "on_accent"
    VERIFIED = "verified"
    AMBER = "amber"
    ON_AMBER = "on_amber"
    ERROR = "error"

    def of(self, colours: Colours) -> str:
        """Give this tint as ``#rrggbb``."""
        return str(getattr(colours, self.value))


def take_icons_from(folder: Path) -> None:
    """Say once, before the first icon is asked for, where the ``*.svg`` files lie."""
    QDir.setSearchPaths(_PREFIX, [str(folder)])


def icon(name: str, tint: Tint = Tint.TEXT, *, side: int = 20, gap: int = 0) -> QIcon:
    """Draw an icon in the look worn now, ``gap`` pixels kept free after it; ask again when it changes."""
    made = QIcon()
    colours = colours_now()
    for mode, colour in ((QIcon.Mode.Normal, tint.of(colours)), (QIcon.Mode.Disabled, colours.faint)):
        made.addPixmap(drawn(name, side, colour, gap=gap), mode)
    return made


def pixmap(name: str, side: int, tint: Tint = Tint.TEXT) -> QPixmap:
    """Draw an icon ``side`` logical pixels high and wide, sharp on the screen at hand."""
    return drawn(name, side, tint.of(colours_now()))


def drawn(name: str, side: int, colour: str, *, gap: int = 0) -> QPixmap:
    """Draw an icon in a colour of its own, for what looks alike in light and dark; once for each size."""
    screen = QGuiApplication.primaryScreen()
    ratio = screen.devicePixelRatio() if screen else 1.0
    key = f"icon {name} {side} {gap} {colour} {ratio}"
    kept = QPixmap()
    if not QPixmapCache.find(key, kept):
        kept = _painted(name, side, colour, gap=gap, ratio=ratio)
        QPixmapCache.insert(key, kept)
    return kept


def _painted(name: str, side: int, colour: str, *, gap: int, ratio: float) -> QPixmap:
    lines = QSvgRenderer(QByteArray(_outline(name).replace("currentColor", colour).encode()))
    canvas = QPixmap(QSize(side + gap, side) * ratio)
    canvas.setDevicePixelRatio(ratio)
    canvas.fill(Qt.GlobalColor.transparent)
    painter = QPainter(canvas)
    lines.render(painter, QRectF(0, 0, side, side))
    painter.end()
    return canvas


def _outline(name: str) -> str:
    """Read an icon's drawing; a name that is no file is a bug, told at once."""
    if not _NAME.fullmatch(name):
        raise LookupError(name)
    file = QFile(f"{_PREFIX}:{name}.svg")
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        raise LookupError(name)
    try:
        return bytes(file.readAll().data()).decode()
    finally:
        file.close()
