"""The faces that papers are set in, by name."""

from pathlib import Path
from threading import Lock  # noqa: TID251 - no thread: two lanes may draw their first paper at once

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
    """The font files of one folder, read and made known to the drawing library when the first paper is drawn.

    Raises MissingFont naming the first file that is absent, or, from ``load``, one that is damaged.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._gate = Lock()
        for file_name in FILES.values():
            if not (folder / file_name).is_file():
                raise MissingFont(folder / file_name)

    def load(self) -> None:
        """Make every face known by its name; whatever draws asks first, and only the first waits."""
        with self._gate:
            known = set(pdfmetrics.getRegisteredFontNames())
            for face, file_name in FILES.items():
                if face not in known:
                    _register(face, self.folder / file_name)


def _register(face: str, path: Path) -> None:
    try:
        pdfmetrics.registerFont(TTFont(face, str(path)))
    except TTFError as error:
        raise MissingFont(path) from error
