"""How the desk looks: its fonts, its palette, and the one style sheet made of colours and a scale."""

from __future__ import annotations

import re
from dataclasses import asdict
from pathlib import Path

from PySide6.QtCore import QDir, QFile, QIODevice, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from counter_app.ui.tokens import DARK, Colours, Look, colours_of

SMALLEST_SCALE, LARGEST_SCALE = 100, 200
BODY_POINTS = 10.5
_FAMILY = "Be Vietnam Pro"
_FIGURES = "Liberation Sans"
"""Be Vietnam Pro has no tabular figures; this one's digits are all equally wide."""
_PREFIX = "style"
_PX = re.compile(r"\b(\d+)px\b")
_PT = re.compile(r"\b(\d+(?:\.\d+)?)pt\b")
_NAMED = re.compile(r"@(\w+)")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


class FontMissing(LookupError):  # noqa: N818 - named after what happened, as all errors of the house
    """No font of the desk could be read from ``folder``."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.folder = folder


def load_fonts(folder: Path) -> None:
    """Make every font of the folder known to Qt; raises FontMissing when the desk's own is not among them."""
    for file in sorted(folder.glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
    if _FAMILY not in QFontDatabase.families():
        raise FontMissing(folder)


def take_style_from(folder: Path) -> None:
    """Say once where ``desk.qss`` and its small drawings lie."""
    QDir.setSearchPaths(_PREFIX, [str(folder)])


def dress(app: QApplication, look: Look, scale: int) -> None:
    """Put font, palette and style sheet on the whole program; may be called again at any time."""
    set_type(app, look, scale)
    put_on_sheet(app, look, scale)


def set_type(app: QApplication, look: Look, scale: int) -> None:
    """Choose the font and the palette in which widgets are made."""
    if app.styleSheet() != style_sheet(look, scale):  # look and scale are written into it
        app.setStyle(QStyleFactory.create("Fusion"))
        app.setFont(body_font(scale))
        app.setPalette(palette(look))


def put_on_sheet(app: QApplication, look: Look, scale: int) -> None:
    """Put on the style sheet, best once most widgets stand.

    Under it a widget is styled anew with all inside whenever it comes into another: level by level.
    """
    sheet = style_sheet(look, scale)
    if app.styleSheet() != sheet:
        app.setStyleSheet(sheet)


def body_font(scale: int) -> QFont:
    """Give the font of running words at a scale of 100 to 200 per cent."""
    font = QFont(_FAMILY)
    font.setPointSizeF(BODY_POINTS * _within(scale) / 100)
    return font


def tabular(font: QFont) -> QFont:
    """Give the font for numbers that stand below each other: digits of one width."""
    figures = QFont(font)
    figures.setFamily(_FIGURES)
    return figures


def palette(look: Look) -> QPalette:
    """Give Qt's own palette in the desk's colours, for whatever the style sheet does not reach."""
    colours = _colours(look)
    made = QPalette()
    for role, colour in _roles(colours):
        made.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.faint))
    return made


def style_sheet(look: Look, scale: int) -> str:
    """Give the style sheet in a look's colours, every length multiplied by the scale in per cent."""
    colours = _colours(look)
    names = asdict(colours) | {"look": "dark" if colours is DARK else "light"}
    factor = _within(scale) / 100
    sheet = _NAMED.sub(lambda found: names[found[1]], _COMMENT.sub("", _written()))
    sheet = _PX.sub(lambda found: f"{_pixels(int(found[1]), factor)}px", sheet)
    return _PT.sub(lambda found: f"{float(found[1]) * factor:.2f}pt", sheet)


def _pixels(length: int, factor: float) -> int:
    return round(length * factor) if length > 1 else length


def _within(scale: int) -> int:
    return max(SMALLEST_SCALE, min(LARGEST_SCALE, scale))


def _colours(look: Look) -> Colours:
    dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return colours_of(look, system_is_dark=dark)


def _roles(colours: Colours) -> tuple[tuple[QPalette.ColorRole, str], ...]:
    role = QPalette.ColorRole
    return (
        (role.Window, colours.window),
        (role.WindowText, colours.text),
        (role.Base, colours.surface),
        (role.AlternateBase, colours.window),
        (role.Text, colours.text),
        (role.Button, colours.surface),
        (role.ButtonText, colours.text),
        (role.BrightText, colours.error),
        (role.PlaceholderText, colours.quiet),
        (role.Highlight, colours.accent),
        (role.HighlightedText, colours.on_accent),
        (role.Accent, colours.accent),
        (role.Link, colours.accent),
        (role.ToolTipBase, colours.text),
        (role.ToolTipText, colours.window),
        (role.Light, colours.surface),
        (role.Mid, colours.line),
        (role.Dark, colours.edge),
        (role.Shadow, colours.edge),
    )


def _written() -> str:
    file = QFile(f"{_PREFIX}:desk.qss")
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        raise LookupError(file.fileName())
    try:
        return bytes(file.readAll().data()).decode()
    finally:
        file.close()
