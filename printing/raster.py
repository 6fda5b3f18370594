"""Pages as PWG raster (PWG 5102.4): the pictures that every IPP Everywhere printer takes."""

import re
import struct
from collections.abc import Iterator

from PIL import Image

from printing.preview import page_count, page_picture

_MM_PER_INCH, _POINTS_PER_INCH = 25.4, 72
_SYNC = b"RaS2"
_HEADER = 1796
_GRAY, _RGB = 18, 19
_MOST_LINES, _MOST_PIXELS = 256, 128
_WORDS = {"resolution": 276, "copies": 340, "page": 352, "size": 372, "bits": 384, "space": 400}
_COLOURS, _PAGES = 420, 452
_NEAR = 8
"""Shorter runs of one gray are cheaper to write out."""


def draw_raster(
    pdf: bytes, sheet_mm: tuple[float, float], *, dpi: int = 300, in_colour: bool = False
) -> bytes:
    """Paint every page at its true size into the top left of the sheet; raises UnreadablePdf."""
    pages = page_count(pdf)
    width, height = (round(side / _MM_PER_INCH * dpi) for side in sheet_mm)
    parts = [_SYNC]
    for page in range(pages):
        drawn = page_picture(pdf, page, dpi=dpi)
        mode = "RGB" if in_colour else "L"
        sheet = Image.new(mode, (width, height), "white")
        sheet.paste(Image.frombytes("RGB", (drawn.width, drawn.height), drawn.rgb).convert(mode))
        parts.append(_header(sheet, dpi, pages))
        parts.extend(_lines(sheet))
    return b"".join(parts)


def _header(sheet: Image.Image, dpi: int, pages: int) -> bytes:
    colours = len(sheet.getbands())
    points = [round(side / dpi * _POINTS_PER_INCH) for side in sheet.size]
    header = bytearray(_HEADER)
    header[0:9] = b"PwgRaster"
    for at, numbers in (
        (_WORDS["resolution"], (dpi, dpi)),
        (_WORDS["copies"], (1,)),
        (_WORDS["page"], points),
        (_WORDS["size"], sheet.size),
        (_WORDS["bits"], (8, 8 * colours, sheet.width * colours)),
        (_WORDS["space"], (_RGB if colours > 1 else _GRAY,)),
        (_COLOURS, (colours,)),
        (_PAGES, (pages, 1, 1)),
    ):
        struct.pack_into(f">{len(numbers)}I", header, at, *numbers)
    return bytes(header)


def _lines(sheet: Image.Image) -> Iterator[bytes]:
    """Give the lines of a picture, those that are alike as one, each packed."""
    pixel = len(sheet.getbands())
    row = sheet.width * pixel
    rows, at = sheet.tobytes(), 0
    while at < len(rows):
        line, end = rows[at : at + row], at + row
        while rows[end : end + row] == line and end - at < _MOST_LINES * row:
            end += row
        yield bytes([(end - at) // row - 1])
        yield from _packed(line, pixel)
        at = end


def _packed(line: bytes, pixel: int) -> Iterator[bytes]:
    """Pack a line: runs of one colour as a count and the colour, the rest as a count and itself."""
    one = b"." * pixel
    at = 0
    for run in re.finditer(rb"(%s)\1{%d,}" % (one, _NEAR - 1), line, re.DOTALL):
        start = run.start() + -run.start() % pixel  # a run may begin in the middle of a pixel of another
        yield from _written(line[at:start], pixel)
        count = (run.end() - start) // pixel
        colour, at = line[start : start + pixel], start + count * pixel
        while count > 0:
            some = min(count, _MOST_PIXELS)
            yield bytes([some - 1]) + colour
            count -= some
    yield from _written(line[at:], pixel)


def _written(pixels: bytes, pixel: int) -> Iterator[bytes]:
    """Write pixels out; one alone is a run of one."""
    for at in range(0, len(pixels), _MOST_PIXELS * pixel):
        some = pixels[at : at + _MOST_PIXELS * pixel]
        count = len(some) // pixel
        yield bytes([257 - count if count > 1 else 0]) + some
