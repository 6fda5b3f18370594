"""Pages are filed as small PDF/A-2b, and handed-in PDFs are read under limits."""

from io import BytesIO

import numpy as np
import pikepdf
import pytest
from crafts.scanning.scanning_scenes import RED, sheet
from pikepdf import pdfa

from scanning.document import build_document, read_pdf_pages
from scanning.errors import PictureCause, PictureError
from scanning.frames import Frame


@pytest.fixture(scope="module")
def filed() -> bytes:
    return build_document([sheet(), sheet(coloured=False)], title="Đơn đề nghị Nguyễn Thị Hương")


def test_a_document_keeps_the_archive_standard(filed: bytes) -> None:
    with pikepdf.open(BytesIO(filed)) as pdf:
        assert pdfa.check(pdf, "2b").verdict == "pass"


def test_pages_have_their_true_size(filed: bytes) -> None:
    with pikepdf.open(BytesIO(filed)) as pdf:
        for page in pdf.pages:
            millimetres = [float(edge) / 72 * 25.4 for edge in page.mediabox[2:]]
            assert millimetres == pytest.approx([210, 297], abs=0.3)


def test_the_title_is_kept_letter_by_letter(filed: bytes) -> None:
    with pikepdf.open(BytesIO(filed)) as pdf, pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == "Đơn đề nghị Nguyễn Thị Hương"


def test_a_page_without_colour_is_stored_in_one_bit(filed: bytes) -> None:
    with pikepdf.open(BytesIO(filed)) as pdf:
        depths = [int(page.Resources.XObject["/Page"].BitsPerComponent) for page in pdf.pages]
    assert depths == [8, 1]
    assert len(build_document([sheet(coloured=False)], title="")) < 60_000


@pytest.mark.parametrize("coloured", [True, False])
def test_what_was_filed_is_what_was_seen(coloured: bool) -> None:  # noqa: FBT001 - a parameter of the table above
    page = sheet(coloured=coloured)
    (again,) = read_pdf_pages(build_document([page], title=""), dpi=200)
    assert again.pixels.shape == page.pixels.shape
    assert np.abs(again.pixels.astype(int) - page.pixels).mean() < 6


def test_a_red_stamp_is_still_red_in_the_file(filed: bytes) -> None:
    first, _ = read_pdf_pages(filed, dpi=100)
    reddest = np.percentile(first.pixels[..., 2].astype(int) - first.pixels[..., 0], 99.8)
    assert reddest > (RED[2] - RED[0]) * 0.7


def test_a_shaded_picture_is_not_reduced_to_black_and_white() -> None:
    shades = np.repeat(np.linspace(0, 255, 400).astype(np.uint8)[None], 300, axis=0)
    page = Frame(np.repeat(shades[:, :, None], 3, axis=2))
    (again,) = read_pdf_pages(build_document([page], title=""), dpi=200)
    assert np.abs(again.pixels.astype(int) - page.pixels).mean() < 6


def test_a_document_needs_a_page() -> None:
    with pytest.raises(ValueError, match=r"\(\)|\[\]"):
        build_document([], title="")


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
