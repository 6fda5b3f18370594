"""PDFs that come in are read under limits, or refused with their cause."""

from io import BytesIO

import pikepdf
import pytest

from scanning.errors import PictureCause, PictureError
from scanning.received_pdf import read_pdf_pages


def _pdf(pages: int, side: float = 50, encryption: pikepdf.Encryption | None = None) -> bytes:
    pdf, file = pikepdf.Pdf.new(), BytesIO()
    for _ in range(pages):
        pdf.add_blank_page(page_size=(side, side))
    pdf.save(file, encryption=encryption)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (b"", PictureCause.UNKNOWN_FORMAT),
        (b"\xff\xd8\xff a photograph", PictureCause.UNKNOWN_FORMAT),
        (b"%PDF-1.7\n nothing behind it", PictureCause.DAMAGED),
        (_pdf(1)[:200], PictureCause.DAMAGED),
        (_pdf(101), PictureCause.TOO_MANY_PAGES),
        (_pdf(20, side=14_400), PictureCause.TOO_LARGE),
        (_pdf(1, encryption=pikepdf.Encryption(owner="a", user="b")), PictureCause.LOCKED),
        (b"%PDF-1.7" + bytes(50 * 2**20), PictureCause.TOO_LARGE),
    ],
    ids=["empty", "photograph", "hollow", "cut", "pages", "walls", "locked", "large"],
)
def test_a_pdf_that_cannot_be_read_is_refused_with_its_cause(data: bytes, cause: PictureCause) -> None:
    with pytest.raises(PictureError) as refusal:
        read_pdf_pages(data)
    assert refusal.value.cause == cause


def test_a_pdf_that_takes_too_long_is_given_up() -> None:
    moments = iter([0.0, 1.0, 61.0])
    with pytest.raises(PictureError) as refusal:
        read_pdf_pages(_pdf(3), clock=lambda: next(moments))
    assert refusal.value.cause == PictureCause.TOO_SLOW


def test_a_wall_sized_page_is_drawn_smaller() -> None:
    (page,) = read_pdf_pages(_pdf(1, side=14_400), dpi=600)
    assert page.width * page.height < 20_100_000
