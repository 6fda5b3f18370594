"""The sheet of paper: sizes, margins, marks and the laying of blocks page after page."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from io import BytesIO
from math import atan2, degrees, hypot

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from printing.fonts import SANS_BOLD, SERIF, SERIF_BOLD, Fonts
from printing.pieces import Block, Column, Piece, Run, TypeScale
from printing.wrapping import fitting_size, text_width

TRAINING_WORDS = "TẬP HUẤN – KHÔNG CÓ GIÁ TRỊ PHÁP LÝ"
VOID_WORDS = "ĐÃ HỦY"
_WATERMARK: Color = HexColor(0xFBE3B8)
_FRAME: Color = HexColor(0xE8A020)
_VOID: Color = HexColor(0xC62828)
_PRODUCER = "Counter assistant"
_END = 2
"""Strips of a block that stay with what must follow it."""


@dataclass(frozen=True, slots=True)
class Margins:
    """White edges of a page, in millimetres."""

    top: float
    bottom: float
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Format:
    """A page: width and height in millimetres, its margins and its type."""

    width: float
    height: float
    margins: Margins
    type: TypeScale


class PaperSize(Enum):
    """Sizes that papers are drawn in, upright.

    A4 keeps the margins and type sizes of Decree 30/2020/NĐ-CP, annex I; A5 is the same page
    drawn smaller, as counters print it to save paper.
    """

    A4 = Format(210, 297, Margins(20, 20, 30, 15), TypeScale(body=13, head=12, title=14, small=9.5))
    A5 = Format(148, 210, Margins(13, 11, 16, 11), TypeScale(body=9, head=8.4, title=10.5, small=7.2))


@dataclass(frozen=True, slots=True)
class Marks:
    """What a paper says about itself: drawn in training, and which print of it this is.

    `copy_number` is 0 for the first print and n for the n-th reprint; `is_void` says that what it tells of
    holds no more.
    """

    training: bool = False
    copy_number: int = 0
    is_void: bool = False


@dataclass(frozen=True, slots=True)
class Imprint:
    """The document's own data: its title, free of personal data, and when it was made."""

    title: str
    created_at: datetime


class Sheet:
    """Lay blocks from top to bottom, page after page, and hand back the PDF."""

    def __init__(
        self,
        size: PaperSize | Format,
        *,
        fonts: Fonts,
        marks: Marks,
        imprint: Imprint,
        type: TypeScale | None = None,  # noqa: A002  what a paper's type is called everywhere here
    ) -> None:
        fonts.load()
        page = size.value if isinstance(size, PaperSize) else size
        self._format = replace(page, type=type) if type else page
        self._marks = marks
        self._buffer = BytesIO()
        self._canvas = _open_canvas(self._buffer, self._format, imprint)
        self._page = 0
        self._top = 0.0

    @property
    def type(self) -> TypeScale:
        """Return the type sizes of this paper."""
        return self._format.type

    @property
    def pages(self) -> int:
        """Count the pages of the copy being laid, as far as it has come."""
        return self._page

    def start_copy(self) -> None:
        """Begin a copy of the paper on a fresh page, which counts as page 1."""
        self._page = 0
        self._next_page()

    def lay(self, block: Block, *, space: float = 0, follower: Block | None = None) -> None:
        """Lay a block under the last one, `space` points below it.

        The block's end goes to the next page with a `follower`, which is laid afterwards, where that
        would not fit under it: no page should hold the follower alone.
        """
        if self._page == 0:
            self._next_page()
        self._top -= space
        column = Column(self._width, self.type)
        run = block.laid(column)
        if run.together and not self._fits(_height(run)):
            self._next_page()
        self._lay_run(run, below=_height(follower.laid(column)) if follower else 0)

    def keep(self, height: float) -> None:
        """Go to the next page unless `height` points are left on this one."""
        if not self._fits(height):
            self._next_page()

    def finished(self) -> bytes:
        """Close the document and return it."""
        self._canvas.showPage()
        self._canvas.save()
        return self._buffer.getvalue()

    @property
    def _width(self) -> float:
        margins = self._format.margins
        return float((self._format.width - margins.left - margins.right) * mm)

    def _fits(self, height: float) -> bool:
        return bool(self._top - height >= self._format.margins.bottom * mm)

    def _lay_run(self, run: Run, *, below: float) -> None:
        head = run.head
        if head and run.pieces:
            self.keep(head.height + run.pieces[0].height)
            self._place(head)
        for at, piece in enumerate(run.pieces):
            is_end = at == max(0, len(run.pieces) - _END)
            needed = below + sum(each.height for each in run.pieces[at:]) if is_end else piece.height
            if not self._fits(needed):
                self._next_page()
                if head:
                    self._place(head)
            self._place(piece)

    def _place(self, piece: Piece) -> None:
        piece.draw(self._canvas, self._format.margins.left * mm, self._top)
        self._top -= piece.height

    def _next_page(self) -> None:
        if self._canvas.getPageNumber() > 1 or self._top:
            self._canvas.showPage()
        self._page += 1
        self._top = (self._format.height - self._format.margins.top) * mm
        if self._marks.training:
            _draw_training_mark(self._canvas, self._format)
        if self._marks.is_void:
            _draw_void_mark(self._canvas, self._format)
        self._draw_page_head()

    def _draw_page_head(self) -> None:
        page, canvas = self._format, self._canvas
        baseline = (page.height - page.margins.top * 0.68) * mm
        if self._page > 1:
            canvas.setFont(SERIF, page.type.body)
            canvas.drawCentredString(page.width / 2 * mm, baseline, str(self._page))
        words = ", ".join(self._said_of_itself())
        if words:
            canvas.setFont(SERIF_BOLD, page.type.small)
            canvas.drawRightString((page.width - page.margins.right) * mm, baseline, words)

    def _said_of_itself(self) -> Iterator[str]:
        if self._marks.is_void:
            yield VOID_WORDS
        if self._marks.copy_number:
            yield f"BẢN IN LẠI, LẦN {self._marks.copy_number}"


def _height(run: Run) -> float:
    return sum(piece.height for piece in run.pieces)


def _open_canvas(buffer: BytesIO, page: Format, imprint: Imprint) -> Canvas:
    canvas = Canvas(
        buffer,
        pagesize=(page.width * mm, page.height * mm),
        pageCompression=0,
        invariant=1,
        initialFontName=SERIF,
        lang="vi-VN",
    )
    canvas.setTitle(imprint.title)
    canvas.setAuthor(_PRODUCER)
    canvas.setCreator(_PRODUCER)
    canvas.setProducer(_PRODUCER)
    canvas.setDateFormatter(lambda *_: pdf_date(imprint.created_at))
    return canvas


def pdf_date(moment: datetime) -> str:
    """Write a moment as PDF does: D:20261122091000+07'00', without a zone if it has none."""
    zone = moment.strftime("%z")
    return f"D:{moment:%Y%m%d%H%M%S}" + (f"{zone[:3]}'{zone[3:5]}'" if zone else "")


def _draw_void_mark(canvas: Canvas, page: Format) -> None:
    """Cross the page out in outline, so that every word under the mark can still be read."""
    width, height = page.width * mm, page.height * mm
    canvas.saveState()
    size = fitting_size(VOID_WORDS, SANS_BOLD, width=width * 0.8, largest=150)
    canvas.translate(width / 2, height / 2)
    canvas.rotate(30)
    canvas.setStrokeColor(_VOID)
    canvas.setLineWidth(size / 50)
    text = canvas.beginText(-text_width(VOID_WORDS, SANS_BOLD, size) / 2, -size * 0.36)
    text.setFont(SANS_BOLD, size)
    text.setTextRenderMode(1)
    text.textOut(VOID_WORDS)
    canvas.drawText(text)
    canvas.restoreState()


def _draw_training_mark(canvas: Canvas, page: Format) -> None:
    width, height = page.width * mm, page.height * mm
    canvas.saveState()
    canvas.setStrokeColor(_FRAME)
    inset = width / 35
    canvas.setLineWidth(inset / 4)
    canvas.rect(inset, inset, width - 2 * inset, height - 2 * inset, stroke=1, fill=0)
    size = fitting_size(TRAINING_WORDS, SANS_BOLD, width=hypot(width, height) * 0.8, largest=60)
    canvas.translate(width / 2, height / 2)
    canvas.rotate(degrees(atan2(height, width)))
    canvas.setFillColor(_WATERMARK)
    canvas.setFont(SANS_BOLD, size)
    canvas.drawCentredString(0, -size * 0.36, TRAINING_WORDS)
    canvas.restoreState()
