"""Two copies of an A5 paper on one A4 sheet, turned, with a line to cut along."""

from io import BytesIO

import pikepdf

_MM = 72 / 25.4
_WIDTH, _HEIGHT = 210 * _MM, 297 * _MM
_CUT = f"q 0.4 w 0.5 G [4 4] 0 d 0 {_HEIGHT / 2:.3f} m {_WIDTH:.3f} {_HEIGHT / 2:.3f} l S Q\n"


def two_up(pdf: bytes) -> bytes:
    """Lay the two copies that an A5 PDF holds one after the other on A4 sheets, page beside page.

    Takes PDF/A-2b and gives it back as such, with the same words; the same input gives the same bytes.
    """
    with pikepdf.open(BytesIO(pdf)) as document:
        pages = list(document.pages)
        half = (len(pages) + 1) // 2
        for at in range(half):
            beside = pages[half + at] if half + at < len(pages) else None
            _lay_sheet(document.add_blank_page(page_size=(_WIDTH, _HEIGHT)), pages[at], beside)
        del document.pages[: len(pages)]
        laid = BytesIO()
        document.save(laid, deterministic_id=True, min_version="1.7")
    return laid.getvalue()


def _lay_sheet(sheet: pikepdf.Page, upper: pikepdf.Page, lower: pikepdf.Page | None) -> None:
    halves = {"/Upper": (upper, _HEIGHT / 2), "/Lower": (lower, 0.0)}
    drawn = _CUT
    for name, (page, bottom) in halves.items():
        if page is not None:
            sheet.add_resource(page.as_form_xobject(), pikepdf.Name.XObject, name=pikepdf.Name(name))
            drawn += _turned_left(page, name, bottom)
    sheet.contents_add(drawn.encode())


def _turned_left(page: pikepdf.Page, name: str, bottom: float) -> str:
    """Draw a page by its name into the middle of the half of a sheet that begins at `bottom`."""
    left, low, right, top = (float(side) for side in page.mediabox)
    across = (_WIDTH + top - low) / 2
    up = bottom + (_HEIGHT / 2 - (right - left)) / 2
    return f"q 0 1 -1 0 {across:.3f} {up:.3f} cm {name} Do Q\n"
