"""PDF pages as pictures, for a preview on the screen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock  # noqa: TID251  starts no thread: PDFium must not be entered twice at a time
from typing import TYPE_CHECKING

from printing.errors import UnreadablePdf

if TYPE_CHECKING:
    import pypdfium2

_PDFIUM = Lock()
_POINTS_PER_INCH = 72
_MM_PER_POINT = 25.4 / _POINTS_PER_INCH
_LARGEST_SIDE = 12_000


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: width and height in pixels, and three bytes a pixel, row by row, without gaps."""

    width: int
    height: int
    rgb: bytes


def page_count(pdf: bytes) -> int:
    """Count the pages of a PDF. Raises UnreadablePdf."""
    with _opened(pdf) as document:
        return len(document)


def page_size_mm(pdf: bytes) -> tuple[float, float]:
    """Give width and height of the first page in millimetres; raises UnreadablePdf."""
    with _opened(pdf) as document:
        width, height = document[0].get_size()
        return width * _MM_PER_POINT, height * _MM_PER_POINT


def page_picture(pdf: bytes, page: int = 0, *, dpi: float = 110) -> Picture:
    """Paint a page, counted from 0, on white.

    Raises UnreadablePdf for what is no PDF, has no such page, or would be over 12,000 pixels wide
    or high.
    """
    with _opened(pdf) as document:
        if not 0 <= page < len(document):
            raise UnreadablePdf(page)
        sheet = document[page]
        if max(sheet.get_size()) * dpi / _POINTS_PER_INCH > _LARGEST_SIDE:
            raise UnreadablePdf(page)
        bitmap = sheet.render(scale=dpi / _POINTS_PER_INCH, rev_byteorder=True)
        return _picture(bitmap)


def _picture(bitmap: pypdfium2.PdfBitmap) -> Picture:
    row = bitmap.width * bitmap.n_channels
    data = bytes(bitmap.buffer)
    rows = [data[at * bitmap.stride : at * bitmap.stride + row] for at in range(bitmap.height)]
    return Picture(bitmap.width, bitmap.height, b"".join(rows))


@contextmanager
def _opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    import pypdfium2  # noqa: PLC0415 - start-up time: no desk prints before it stands

    with _PDFIUM:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError as error:
            raise UnreadablePdf from error
        try:
            yield document
        except pypdfium2.PdfiumError as error:
            raise UnreadablePdf from error
        finally:
            document.close()
