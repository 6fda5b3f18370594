"""Pages as PWG raster: CUPS's own library reads them, line by line, as they were painted."""

import ctypes
import struct
from pathlib import Path

import pytest
from PIL import Image

from printing.acknowledgement import draw_acknowledgement
from printing.fonts import Fonts
from printing.preview import page_count, page_picture
from printing.raster import draw_raster
from printing.samples import ACKNOWLEDGEMENT, DRAWN_AT
from printing.sheet import Marks, PaperSize

FONTS = Path(__file__).parents[3] / "resources" / "fonts"
A4, A5 = (210.0, 297.0), (148.0, 210.0)
DPI = 150


@pytest.fixture(scope="module")
def paper() -> bytes:
    return draw_acknowledgement(
        ACKNOWLEDGEMENT,
        size=PaperSize.A5,
        fonts=Fonts(FONTS),
        marks=Marks(training=True),
        created_at=DRAWN_AT,
    )


def read_back(raster: bytes, file: Path) -> list[Image.Image]:
    """Read raster pages with libcups."""
    try:
        cups = ctypes.CDLL("libcups.so.2")
        opened = cups.cupsRasterOpen
    except (OSError, AttributeError):
        pytest.skip("libcups is not here, or reads no raster")
    opened.restype = ctypes.c_void_p
    file.write_bytes(raster)
    pages = []
    with file.open("rb") as source:
        reader = ctypes.c_void_p(opened(source.fileno(), 0))
        header = ctypes.create_string_buffer(1796)
        while cups.cupsRasterReadHeader2(reader, header):
            wide, high, _, _, _, row = struct.unpack_from("=6I", header.raw, 372)
            lines = ctypes.create_string_buffer(row * high)
            assert cups.cupsRasterReadPixels(reader, lines, row * high) == row * high
            assert struct.unpack_from("=2I", header.raw, 276) == (DPI, DPI)
            pages.append(Image.frombytes("RGB" if row > wide else "L", (wide, high), lines.raw))
        cups.cupsRasterClose(reader)
    return pages


@pytest.mark.parametrize("in_colour", [False, True])
def test_each_page_is_read_back_as_it_was_painted(paper: bytes, tmp_path: Path, *, in_colour: bool) -> None:
    pages = read_back(draw_raster(paper, A5, dpi=DPI, in_colour=in_colour), tmp_path / "raster")
    assert len(pages) == page_count(paper)
    for number, page in enumerate(pages):
        drawn = page_picture(paper, number, dpi=DPI)
        painted = Image.frombytes("RGB", (drawn.width, drawn.height), drawn.rgb).convert(page.mode)
        assert page.size == (round(148 / 25.4 * DPI), round(210 / 25.4 * DPI))
        both = min(page.width, painted.width), min(page.height, painted.height)
        assert page.crop((0, 0, *both)).tobytes() == painted.crop((0, 0, *both)).tobytes()


def test_a_small_paper_stands_unscaled_in_the_top_left_of_a_large_sheet(paper: bytes, tmp_path: Path) -> None:
    page = read_back(draw_raster(paper, A4, dpi=DPI), tmp_path / "raster")[0]
    drawn = page_picture(paper, dpi=DPI)
    painted = Image.frombytes("RGB", (drawn.width, drawn.height), drawn.rgb).convert("L")
    assert page.size == (round(210 / 25.4 * DPI), round(297 / 25.4 * DPI))
    assert page.crop((0, 0, *painted.size)).tobytes() == painted.tobytes()
    assert page.crop((0, painted.height, *page.size)).getextrema() == (255, 255)
