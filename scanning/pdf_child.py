"""The child process that opens a PDF from outside: it looks it over, draws its pages, and may die of it.

Started by ``pdf_process`` as a script of its own, so that it loads nothing but the two PDF libraries. The
file comes in whole through the standard input. What goes out is one line of JSON, either what the file is or
the cause of its refusal, and, where drawing was asked for, each page: its width and height, four bytes each,
then rows of blue, green and red.
"""

import faulthandler
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from io import BytesIO
from time import monotonic
from typing import BinaryIO

import pikepdf
import pypdfium2
import pypdfium2.raw

MAX_PAGES = 100
MAX_DRAWN_PIXELS = 390_000_000  # of all pages together: a hundred A4 pages at 200 dpi
_MAX_PAGE_PIXELS = 20_000_000  # A3 at 300 dpi
_MAX_MEMORY = 1536 * 2**20
_SCRIPTS = {"/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/Rendition"}
_FULL_PAGE = 0.6  # share of a page that a scan's picture covers
_FEW_WORDS = 10  # pieces of visible text that a scanner's own footer may have
_FORM_DEPTH = 4
_UNSEEN = 3  # the text rendering mode of words under a scan


class RefusedFileError(Exception):
    """Say that the file is not for this desk; the argument is the cause's name."""


def main() -> None:
    """Read the file and answer; arguments: the seconds it may take, and dots an inch, 0 to draw none."""
    seconds, dpi = float(sys.argv[1]), float(sys.argv[2])
    _limit_memory()
    data, out = sys.stdin.buffer.read(), sys.stdout.buffer
    watch = _Watch(seconds)
    try:
        with watch.running():
            signed = _look_over(data)
            pdf = pypdfium2.PdfDocument(data)
            vector = any(_is_vector(page) for page in pdf)
            scales = _scales(pdf, dpi) if dpi else []
        _say(out, {"pages": len(pdf), "vector": vector, "signed": signed})
        for page, scale in zip(pdf, scales, strict=False):
            _send(out, page, scale, watch)
    except RefusedFileError as refusal:
        _say(out, {"cause": str(refusal)})
    except MemoryError:
        _say(out, {"cause": "too_large"})
    except (pikepdf.PdfError, pypdfium2.PdfiumError, ValueError, TypeError, KeyError, RuntimeError):
        _say(out, {"cause": "damaged"})  # what both libraries let out on bytes made to hurt them


@dataclass(slots=True)
class _Watch:
    """End the process when it has worked for its ``seconds``; waiting for the reader does not count."""

    seconds: float

    @contextmanager
    def running(self) -> Iterator[None]:
        begun = monotonic()
        # Its thread holds no lock of Python's: it ends a library that never comes back, too.
        with open(os.devnull, "w", encoding="ascii") as nowhere:  # noqa: PTH123 - the name is no path of ours
            faulthandler.dump_traceback_later(max(self.seconds, 0.01), exit=True, file=nowhere)
            try:
                yield
            finally:
                faulthandler.cancel_dump_traceback_later()
        self.seconds -= monotonic() - begun


def _limit_memory() -> None:
    """Bound the address space where the system can (Linux, macOS), and let nothing be written to disk."""
    with suppress(ImportError):
        import resource  # noqa: PLC0415 - Windows has none

        resource.setrlimit(resource.RLIMIT_AS, (_MAX_MEMORY, _MAX_MEMORY))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _say(out: BinaryIO, told: dict[str, object]) -> None:
    out.write(json.dumps(told).encode("ascii") + b"\n")
    out.flush()


def _look_over(data: bytes) -> bool:
    """Refuse a file that is locked, acts, or carries others; tell whether somebody signed it."""
    signed = False
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            if pdf.is_encrypted:
                raise RefusedFileError("locked")
            if len(pdf.pages) > MAX_PAGES:
                raise RefusedFileError("too_many_pages")
            for part in _dictionaries(pdf):
                _refuse_active(part)
                signed = signed or (part.get("/Type") == "/Sig" and "/ByteRange" in part)
    except pikepdf.PasswordError as error:
        raise RefusedFileError("locked") from error
    return signed


def _dictionaries(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Give every dictionary of the file once, those that stand inside others too."""
    for top in pdf.objects:
        waiting = [top]
        while waiting:
            part = waiting.pop()
            if isinstance(part, pikepdf.Stream):
                part = part.stream_dict
            if isinstance(part, pikepdf.Dictionary):
                yield part
                waiting += [inner for inner in part.values() if _is_inside(inner)]
            elif isinstance(part, pikepdf.Array):
                waiting += [inner for inner in part if _is_inside(inner)]


def _is_inside(part: object) -> bool:
    is_many = isinstance(part, pikepdf.Dictionary | pikepdf.Array)
    return is_many and isinstance(part, pikepdf.Object) and not part.is_indirect


def _refuse_active(part: pikepdf.Object) -> None:
    if "/JS" in part or str(part.get("/S")) in _SCRIPTS:
        raise RefusedFileError("scripted")
    if "/XFA" in part:
        raise RefusedFileError("dynamic_form")
    if "/EF" in part or part.get("/Type") == "/EmbeddedFile" or part.get("/S") == "/GoToE":
        raise RefusedFileError("carries_files")


def _is_vector(page: pypdfium2.PdfPage) -> bool:
    """Tell a page that was written by a program from one that a scanner made."""
    width, height = page.get_size()
    covered, words, drawn = 0.0, 0, 0
    for part in page.get_objects(max_depth=_FORM_DEPTH):
        drawn += 1
        if part.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = part.get_bounds()
            covered = max(covered, (right - left) * (top - bottom) / max(width * height, 1))
        elif part.type == pypdfium2.raw.FPDF_PAGEOBJ_TEXT:
            words += pypdfium2.raw.FPDFTextObj_GetTextRenderMode(part) != _UNSEEN
    return drawn > 0 and (covered < _FULL_PAGE or words > _FEW_WORDS)


def _scales(pdf: pypdfium2.PdfDocument, dpi: float) -> list[float]:
    scales = [_scale(page, dpi) for page in pdf]
    sizes = (page.get_size() for page in pdf)
    drawn = sum(width * height * scale**2 for (width, height), scale in zip(sizes, scales, strict=True))
    if drawn > MAX_DRAWN_PIXELS:
        raise RefusedFileError("too_large")
    return scales


def _scale(page: pypdfium2.PdfPage, dpi: float) -> float:
    """Give pixels a point: as asked, or less for a page that would be too large."""
    width, height = page.get_size()
    if width <= 0 or height <= 0:
        raise RefusedFileError("damaged")
    # pdfium counts a begun pixel as a whole one: without the last factor rounding would add a column.
    return float(min(dpi / 72, (_MAX_PAGE_PIXELS / (width * height)) ** 0.5) * (1 - 1e-6))


def _send(out: BinaryIO, page: pypdfium2.PdfPage, scale: float, watch: _Watch) -> None:
    with watch.running():
        bitmap = page.render(
            scale=scale, rev_byteorder=False, force_bitmap_format=pypdfium2.raw.FPDFBitmap_BGR
        )
        rows = memoryview(bitmap.buffer).cast("B")
    out.write(bitmap.width.to_bytes(4, "big") + bitmap.height.to_bytes(4, "big"))
    begins = range(0, bitmap.height * bitmap.stride, bitmap.stride)
    out.writelines(rows[begin : begin + bitmap.width * 3] for begin in begins)
    out.flush()


if __name__ == "__main__":
    main()
