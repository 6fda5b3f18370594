"""Pages into one small PDF/A-2b, and the pages of a PDF that was handed in."""

from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from time import monotonic

import numpy as np
import pikepdf
import pypdfium2
from pikepdf import Dictionary, Name, Stream, pdfa
from PIL import Image

from scanning.errors import PictureCause, PictureError
from scanning.frames import Frame, Pixels, encode_jpeg
from scanning.opencv import cv2

MAX_PDF_BYTES = 50 * 2**20
MAX_PAGES = 100
MAX_SECONDS = 60.0
MAX_DRAWN_PIXELS = 250_000_000  # of all pages together: a hundred A4 pages at 150 dpi
_MAX_PAGE_PIXELS = 20_000_000  # A3 at 300 dpi

# TIFF tags; Pillow alone would start a new strip every 64 KiB, and a PDF picture is one strip.
_STRIP_OFFSETS, _ROWS_PER_STRIP, _STRIP_LENGTHS = 273, 278, 279

_JPEG_QUALITY = 60
_COLOURED = (
    45  # distance between the strongest and the weakest channel that paper and black print never reach
)
_COLOUR_SHARE = 0.0004  # share of coloured pixels: a signature in blue ink covers 0.001 of A4
_MIDTONE_SHARE = 0.12  # share of pixels neither ink nor paper; photographs and shaded pages have more


def build_document(pages: Sequence[Frame], *, title: str, dpi: int = 200) -> bytes:
    """Write cleaned pages as PDF/A-2b, one picture a page, each as small as its kind allows.

    Pages in black and white become 1-bit CCITT G4, the others JPEG. ValueError without pages; pikepdf's
    PdfaError if the written file did not keep the standard.
    """
    if not pages:
        raise ValueError(pages)
    pdf = pikepdf.Pdf.new()
    for page in pages:
        _add_page(pdf, page, dpi)
    pdf.Root.Lang = pikepdf.String("vi-VN")
    with pdf.open_metadata() as metadata:
        metadata["dc:title"] = title
    written = BytesIO()
    pdfa.save(pdf, written, "2b")
    return written.getvalue()


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


def _add_page(pdf: pikepdf.Pdf, page: Frame, dpi: int) -> None:
    stored = _as_fax if _is_black_and_white(page) else _as_jpeg
    width, height = page.width * 72 / dpi, page.height * 72 / dpi
    added = pdf.add_blank_page(page_size=(width, height))
    added.Resources = Dictionary(XObject=Dictionary(Page=stored(pdf, page)))
    added.Contents = pdf.make_stream(f"{width:.3f} 0 0 {height:.3f} 0 0 cm /Page Do".encode())


def _as_jpeg(pdf: pikepdf.Pdf, page: Frame) -> Stream:
    return pdf.make_stream(
        encode_jpeg(page, _JPEG_QUALITY),
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=page.width,
        Height=page.height,
        ColorSpace=Name.DeviceRGB,
        BitsPerComponent=8,
        Filter=Name.DCTDecode,
    )


def _as_fax(pdf: pikepdf.Pdf, page: Frame) -> Stream:
    return pdf.make_stream(
        _fax(_ink_or_paper(page.gray())),
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=page.width,
        Height=page.height,
        ColorSpace=Name.DeviceGray,
        BitsPerComponent=1,
        Filter=Name.CCITTFaxDecode,
        DecodeParms=Dictionary(K=-1, Columns=page.width, Rows=page.height, BlackIs1=False),
    )


def _is_black_and_white(page: Frame) -> bool:
    """Tell a page of print from one with colour or with shades that one bit would lose."""
    soft = cv2.blur(page.pixels, (3, 3))
    colour = soft.max(axis=2).astype(np.int16) - soft.min(axis=2)
    if float((colour > _COLOURED).mean()) > _COLOUR_SHARE:
        return False
    gray = page.gray()
    return float(((gray > 70) & (gray < 200)).mean()) < _MIDTONE_SHARE


def _ink_or_paper(gray: Pixels) -> Pixels:
    window = max(15, max(gray.shape) // 60) | 1
    mean, black = cv2.ADAPTIVE_THRESH_GAUSSIAN_C, cv2.THRESH_BINARY
    return np.asarray(cv2.adaptiveThreshold(gray, 255, mean, black, window, 14), np.uint8)


def _fax(paper: Pixels) -> bytes:
    """Compress a page of 0 (ink) and 255 (paper) by CCITT G4, as one strip."""
    tiff = BytesIO()
    # Ink must be the set bits: fax runs are short codes for long white, and libtiff takes 0 for white.
    picture = Image.fromarray(255 - paper).convert("1")
    picture.save(tiff, "TIFF", compression="group4", tiffinfo={_ROWS_PER_STRIP: picture.height})
    with Image.open(tiff) as written:
        facts = written.getexif()
        offset, length = facts[_STRIP_OFFSETS], facts[_STRIP_LENGTHS]
    return tiff.getvalue()[offset : offset + length]
