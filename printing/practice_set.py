"""Practice papers as they were laid down or are to be printed: one by one, or all in one file."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from io import BytesIO

from PIL import Image, ImageFilter
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from printing.codes import draw_code
from printing.fonts import SERIF, Fonts
from printing.practice_paper import MARK_WORDS, PRACTICE_MARK, PracticeKind, draw_practice_paper
from printing.practice_words import PracticePerson
from printing.preview import page_picture

_COPIED_DPI, _SMEAR = 72, 2.2
_MARK_SIDE = 18 * mm


@dataclass(frozen=True, slots=True)
class LaidPaper:
    """A paper as it lies before the official; see ``draw_practice_paper``. A blurred one cannot be read."""

    kind: PracticeKind
    first: PracticePerson
    second: PracticePerson
    on: date
    seed: int
    is_blurred: bool = False


def draw_laid(paper: LaidPaper, fonts: Fonts) -> bytes:
    """Draw a paper as it was before anything blurred it."""
    return draw_practice_paper(
        paper.kind, fonts=fonts, seed=paper.seed, first=paper.first, second=paper.second, on=paper.on
    )


def draw_practice_set(papers: Iterable[LaidPaper], fonts: Fonts) -> bytes:
    """Draw papers one after another to be printed; a blurred one as a copier with a dirty glass gives it."""
    import pikepdf  # noqa: PLC0415 - start-up time: a training desk shows papers and prints none

    whole = pikepdf.Pdf.new()
    for paper in papers:
        drawn = draw_laid(paper, fonts)
        with pikepdf.Pdf.open(BytesIO(_badly_copied(drawn) if paper.is_blurred else drawn)) as pages:
            whole.pages.extend(pages.pages)
    written = BytesIO()
    whole.save(written, deterministic_id=True)
    return written.getvalue()


def _badly_copied(pdf: bytes) -> bytes:
    """Set the smeared picture of a page on one of its size, and its mark on top, sharp."""
    page = page_picture(pdf, dpi=_COPIED_DPI)
    sharp = Image.frombytes("RGB", (page.width, page.height), bytes(page.rgb))
    smeared = sharp.filter(ImageFilter.GaussianBlur(_SMEAR))
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1, initialFontName=SERIF)
    canvas.drawImage(ImageReader(smeared), 0, 0, *A4)
    canvas.setFillGray(1)
    canvas.rect(14 * mm, 8 * mm, A4[0] - 28 * mm, _MARK_SIDE + 8 * mm, stroke=0, fill=1)
    draw_code(canvas, PRACTICE_MARK, x=18 * mm, y=12 * mm, side=_MARK_SIDE)
    canvas.setFillGray(0)
    canvas.setFont(SERIF, 9)
    canvas.drawString(18 * mm + _MARK_SIDE + 5 * mm, 12 * mm + _MARK_SIDE / 2, MARK_WORDS)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()
