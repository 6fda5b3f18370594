"""PDFs that come in: their pages drawn under limits."""

from collections.abc import Callable, Iterator
from time import monotonic

import numpy as np
import pypdfium2

from scanning.errors import PictureCause, PictureError
from scanning.frames import Frame, Pixels
from scanning.opencv import cv2

MAX_PDF_BYTES = 50 * 2**20
MAX_PAGES = 100
MAX_SECONDS = 60.0
MAX_DRAWN_PIXELS = 250_000_000  # of all pages together: a hundred A4 pages at 150 dpi
_MAX_PAGE_PIXELS = 20_000_000  # A3 at 300 dpi


def read_pdf_pages(
    data: bytes,
    *,
    dpi: int = 150,
    clock: Callable[[], float] = monotonic,
) -> tuple[Frame, ...]:
    """Draw the pages of a PDF; PictureError over 50 MiB, 100 pages, 250 megapixels or a minute, or if locked.

    pdfium is not safe in two threads at once: callers keep this craft on one thread.
    """
    if len(data) > MAX_PDF_BYTES:
        raise PictureError(PictureCause.TOO_LARGE)
    if b"%PDF-" not in data[:1024]:
        raise PictureError(PictureCause.UNKNOWN_FORMAT)
    try:
        with pypdfium2.PdfDocument(data) as pdf:
            return tuple(_drawn_pages(pdf, dpi, clock))
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        raise PictureError(PictureCause.LOCKED if locked else PictureCause.DAMAGED) from error


def _drawn_pages(pdf: pypdfium2.PdfDocument, dpi: int, clock: Callable[[], float]) -> Iterator[Frame]:
    if len(pdf) > MAX_PAGES:
        raise PictureError(PictureCause.TOO_MANY_PAGES)
    if sum(_pixels(page, dpi) for page in pdf) > MAX_DRAWN_PIXELS:
        raise PictureError(PictureCause.TOO_LARGE)
    deadline = clock() + MAX_SECONDS
    for page in pdf:
        if clock() > deadline:
            raise PictureError(PictureCause.TOO_SLOW)
        yield _drawn(page, dpi)


def _drawn(page: pypdfium2.PdfPage, dpi: int) -> Frame:
    bitmap = page.render(scale=_scale(page, dpi))
    drawn = np.asarray(bitmap.to_numpy(), np.uint8)
    return Frame(drawn[:, :, :3].copy() if drawn.ndim == 3 else _gray_to_bgr(drawn))


def _scale(page: pypdfium2.PdfPage, dpi: int) -> float:
    """Give pixels a point: as asked, or less for a page that would be too large."""
    width, height = page.get_size()
    if width <= 0 or height <= 0:
        raise PictureError(PictureCause.DAMAGED)
    # pdfium counts a begun pixel as a whole one: without the last factor rounding would add a column.
    return float(min(dpi / 72, (_MAX_PAGE_PIXELS / (width * height)) ** 0.5) * (1 - 1e-6))


def _pixels(page: pypdfium2.PdfPage, dpi: int) -> float:
    width, height = page.get_size()
    return float(width * height * _scale(page, dpi) ** 2)


def _gray_to_bgr(gray: Pixels) -> Pixels:
    return np.asarray(cv2.cvtColor(gray, cv2.COLOR_GRAY2BGR), np.uint8)
