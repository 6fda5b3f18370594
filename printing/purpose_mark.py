"""Copies of papers that leave the desk: what for is written across every page, to serve nothing else."""

from __future__ import annotations

from io import BytesIO
from math import atan2, degrees, hypot

import pikepdf
from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas

from printing.errors import UnreadablePdf
from printing.fonts import SANS_BOLD, Fonts
from printing.wrapping import fitting_size

_INK = Color(0.65, 0.1, 0.1, alpha=0.32)
_LARGEST = 40
_LINE_GAP = 1.3


def with_purpose(pdf: bytes, lines: tuple[str, ...], fonts: Fonts) -> bytes:
    """Write lines across every page of a PDF, above what stands there; raises UnreadablePdf."""
    fonts.load()
    try:
        with pikepdf.open(BytesIO(pdf)) as document:
            for page in document.pages:
                left, bottom, right, top = (float(edge) for edge in page.mediabox)
                mark = pikepdf.open(BytesIO(_mark(lines, right - left, top - bottom)))
                page.add_overlay(mark.pages[0], pikepdf.Rectangle(left, bottom, right, top))
            written = BytesIO()
            document.save(written)
    except pikepdf.PdfError as error:
        raise UnreadablePdf from error
    return written.getvalue()


def _mark(lines: tuple[str, ...], width: float, height: float) -> bytes:
    drawn = BytesIO()
    canvas = Canvas(drawn, pagesize=(width, height), initialFontName=SANS_BOLD)
    room = hypot(width, height) * 0.8
    size = min(fitting_size(line, SANS_BOLD, width=room, largest=_LARGEST) for line in lines)
    canvas.translate(width / 2, height / 2)
    canvas.rotate(degrees(atan2(height, width)))
    canvas.setFillColor(_INK)
    canvas.setFont(SANS_BOLD, size)
    first = (len(lines) - 1) / 2 * size * _LINE_GAP - size * 0.36
    for at, line in enumerate(lines):
        canvas.drawCentredString(0, first - at * size * _LINE_GAP, line)
    canvas.save()
    return drawn.getvalue()
