"""A page as an 80 mm thermal printer takes it: a picture in the printer's own dots, then a cut (ESC/POS)."""

from PIL import Image

from printing.errors import TooWideForSlip
from printing.preview import Picture, page_count, page_picture
from printing.tear_off import DOTS_PER_MM, WIDTH

DOTS = WIDTH * DOTS_PER_MM
_ROLL_DOTS = 80 * DOTS_PER_MM
_PROFILE = "TM-T20II"
"""Epson's, whose commands the others follow, and whose head is 576 dots wide."""
_DPI = 25.4 * DOTS_PER_MM
_BLACK_BELOW = 150
"""How dark of 255 a dot must be that is printed: thin strokes of small letters stay whole."""


def thermal_bytes(pdf: bytes) -> bytes:
    """Give what a printer with 576 dots in a line is sent for a PDF, page after page, each cut off.

    Letters go as dots, for such printers have no Vietnamese ones. Of a page as wide as the roll the middle is
    printed, which the head reaches. Raises UnreadablePdf, and TooWideForSlip for a page wider than the roll.
    """
    from escpos.printer import Dummy  # noqa: PLC0415 - start-up time: it reads every printer's profile

    printer = Dummy(profile=_PROFILE)
    printer.hw("INIT")
    for page in range(page_count(pdf)):
        printer.image(_dots(page_picture(pdf, page, dpi=_DPI)), impl="bitImageRaster", center=False)
        printer.cut()
    return bytes(printer.output)


def _dots(picture: Picture) -> Image.Image:
    if picture.width > _ROLL_DOTS + 1:
        raise TooWideForSlip(picture.width)
    grey = Image.frombytes("RGB", (picture.width, picture.height), picture.rgb).convert("L")
    page = Image.new("L", (DOTS, picture.height), 255)
    page.paste(grey, ((DOTS - picture.width) // 2 if picture.width > DOTS + 1 else 0, 0))
    return page.point(lambda shade: 0 if shade < _BLACK_BELOW else 255).convert("1")
