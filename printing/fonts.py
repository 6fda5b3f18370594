"""The faces that papers are set in, by name."""

from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from printing.errors import MissingFont

SERIF = "Counter-Serif"
SERIF_BOLD = "Counter-Serif-Bold"
SERIF_ITALIC = "Counter-Serif-Italic"
SERIF_BOLD_ITALIC = "Counter-Serif-BoldItalic"
SANS = "Counter-Sans"
SANS_ITALIC = "Counter-Sans-Italic"
SANS_MEDIUM = "Counter-Sans-Medium"
SANS_BOLD = "Counter-Sans-Bold"
PLAIN = "Counter-Plain"
PLAIN_BOLD = "Counter-Plain-Bold"
BOXES = "Counter-Boxes"
MACHINE = "Counter-Machine"

FILES = {
    SERIF: "LiberationSerif-Regular.ttf",
    SERIF_BOLD: "LiberationSerif-Bold.ttf",
    SERIF_ITALIC: "LiberationSerif-Italic.ttf",
    SERIF_BOLD_ITALIC: "LiberationSerif-BoldItalic.ttf",
    SANS: "BeVietnamPro-Regular.ttf",
    SANS_ITALIC: "BeVietnamPro-Italic.ttf",
    SANS_MEDIUM: "BeVietnamPro-Medium.ttf",
    SANS_BOLD: "BeVietnamPro-Bold.ttf",
    PLAIN: "LiberationSans-Regular.ttf",
    PLAIN_BOLD: "LiberationSans-Bold.ttf",
    BOXES: "DejaVuSans.ttf",
    MACHINE: "OCRB.ttf",
}
"""Face to file: serif with Times metrics for official forms, sans for slips and the screen's
own look, plain sans for cards, boxes for the ticks and squares that the others lack, OCR-B for
what machines read (ISO 1073-2; bare letters, no Vietnamese)."""


class Fonts:
    """Make every face known to the drawing library, from the font files of one folder.

    Raises MissingFont naming the first file that is absent or damaged.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for face, file_name in FILES.items():
            _register(face, folder / file_name)


def _register(face: str, path: Path) -> None:
    if not path.is_file():
        raise MissingFont(path)
    if face in pdfmetrics.getRegisteredFontNames():
        return
    try:
        pdfmetrics.registerFont(TTFont(face, str(path)))
    except TTFError as error:
        raise MissingFont(path) from error
