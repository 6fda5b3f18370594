"""Pages are filed as small PDF/A-2b that show what was scanned and say what stands on it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from io import BytesIO
from weakref import ref

import numpy as np
import pikepdf
import pypdfium2
import pytest
from crafts.scanning.scanning_scenes import BLUE, RED, STAMP, sheet
from pikepdf import pdfa

from scanning.document import ScannedPage, build_document
from scanning.document_size import document_size
from scanning.frames import Frame, Pixels
from scanning.opencv import cv2
from scanning.page_kind import PageKind
from scanning.page_text import Box, Line, PageText, Word
from scanning.paper_metadata import PaperForm, PaperMetadata

PAPER = PaperMetadata(
    name="Đơn đề nghị <xác nhận> & cam kết",
    form=PaperForm.CERTIFIED_COPY,
    owner_id="000192000017",
    kind_code="KQ.G01.000012",
    number="12/2026",
    dossier_code="000.00.14.H26-261122-0001",
    office="UBND phường Đống Đa",
    taken_by="Trần Đức Mỹ",
    taken_at=datetime(2026, 11, 22, 9, 10, tzinfo=timezone(timedelta(hours=7))),
    valid_until=date(2030, 1, 31),
    pictures=("ab" * 32, "cd" * 32),
)
LINES = (
    ("CỘNG", "HÒA", "XÃ", "HỘI", "CHỦ", "NGHĨA", "VIỆT", "NAM"),
    ("Độc", "lập", "-", "Tự", "do", "-", "Hạnh", "phúc"),
    ("Số:", "853/QĐ-UBND"),
    ("Họ,", "chữ", "đệm,", "tên:", "Nguyễn", "Thị", "Thùy", "Hương"),
    ("ệ", "ữ", "ặ", "₫", "“…”", "½", "𝛼"),
)


def _written() -> PageText:
    lines = []
    for row, texts in enumerate(LINES):
        top = 260.0 + 68 * row
        left, words = 190.0, []
        for text in texts:
            words.append(Word(text, Box(left, top + (len(text) % 3), left + 23 * len(text), top + 40), 0.9))
            left += 23 * len(text) + 14
        lines.append(Line(tuple(words)))
    return PageText(tuple(lines), 1654, 2339)


def _page(kind: PageKind, *, coloured: bool = True) -> ScannedPage:
    return ScannedPage(sheet(coloured=coloured), kind, _written())


@pytest.fixture(scope="module")
def filed() -> bytes:
    pages = [_page(PageKind.TEXT, coloured=False), _page(PageKind.COLOUR), _page(PageKind.PHOTO)]
    return build_document([*pages, replace(pages[0], text=None)], metadata=PAPER)


def shown(document: bytes, page: int = 0, *, dpi: int = 200) -> Pixels:
    with pypdfium2.PdfDocument(document) as pdf:
        return np.asarray(pdf[page].render(scale=dpi / 72 * (1 - 1e-6)).to_numpy(), np.uint8)[..., :3]


def test_a_document_keeps_the_archive_standard(filed: bytes) -> None:
    with pikepdf.open(BytesIO(filed)) as pdf:
        report = pdfa.check(pdf, "2b")
    assert report.verdict == "pass"
    assert pdfa.validate_written(BytesIO(filed), "2b").passed


def test_pages_have_their_true_size(filed: bytes) -> None:
    with pikepdf.open(BytesIO(filed)) as pdf:
        for page in pdf.pages:
            millimetres = [float(edge) / 72 * 25.4 for edge in page.mediabox[2:]]
            assert millimetres == pytest.approx([210, 297], abs=0.3)


@pytest.mark.parametrize("page", [0, 1, 2])
def test_the_words_can_be_taken_out_letter_by_letter(filed: bytes, page: int) -> None:
    with pypdfium2.PdfDocument(filed) as pdf:
        assert pdf[page].get_textpage().get_text_range().replace("\r\n", "\n") == _written().text


def test_a_word_is_found_where_it_stands(filed: bytes) -> None:
    box = _written().lines[3].words[7].box
    with pypdfium2.PdfDocument(filed) as pdf:
        text = pdf[1].get_textpage()
        place, count = text.search("Hương", match_case=True).get_next()
        left, bottom, _, top = text.get_charbox(place)
        right = text.get_charbox(place + count - 1)[2]
    found = [edge * 200 / 72 for edge in (left, right, 842.04 - top, 842.04 - bottom)]
    assert found == pytest.approx([box.left, box.right, box.top, box.bottom], abs=3)


def test_words_leave_no_mark_on_the_page(filed: bytes) -> None:
    assert np.array_equal(shown(filed, 0), shown(filed, 3))


def test_a_page_without_words_carries_no_font(filed: bytes) -> None:
    with pikepdf.open(BytesIO(filed)) as pdf:
        assert "/Font" not in pdf.pages[3].Resources


def test_a_plain_page_is_one_stencil_and_a_coloured_one_a_stencil_for_each_ink(filed: bytes) -> None:
    with pikepdf.open(BytesIO(filed)) as pdf:
        filters = [[str(picture.Filter) for picture in page.Resources.XObject.values()] for page in pdf.pages]
    assert filters[:3] == [["/CCITTFaxDecode"], ["/CCITTFaxDecode"] * 3, ["/DCTDecode"]]


def test_pages_stay_small() -> None:
    plain = build_document([_page(PageKind.TEXT, coloured=False)], metadata=PAPER)
    stamped = build_document([_page(PageKind.COLOUR)], metadata=PAPER)
    assert len(plain) < 40_000
    assert len(stamped) < 50_000


@pytest.mark.parametrize("kind", PageKind)
def test_what_was_filed_is_what_was_seen(kind: PageKind) -> None:
    page = _page(kind, coloured=kind is not PageKind.TEXT)
    again = shown(build_document([page], metadata=PAPER))
    assert again.shape == page.clean.pixels.shape
    assert np.abs(again.astype(int) - page.clean.pixels).mean() < 6


def test_stamp_and_signature_keep_their_colours_and_print_is_black(filed: bytes) -> None:
    page = shown(filed, 1)
    x, y = STAMP
    assert page[y - 150, x].tolist() == pytest.approx(list(RED), abs=12)
    assert page[2090, 590].tolist() == pytest.approx(list(BLUE), abs=12)
    assert page[230:300].min() < 30


def test_print_under_a_stamp_stays_black() -> None:
    pixels = sheet().pixels.copy()
    cv2.putText(pixels, "CHU TICH", (1060, 2110), cv2.FONT_HERSHEY_COMPLEX, 1.5, (25, 25, 25), 4)
    stamped = pixels[2040:2130, 1040:1320]
    under = stamped.max(axis=2) < 60
    stamped[:] = stamped * 0.8 + np.array(RED) * 0.2  # the stamp's faint middle, over print and paper
    page = shown(build_document([ScannedPage(Frame(pixels), PageKind.COLOUR)], metadata=PAPER))
    assert (page[2040:2130, 1040:1320].max(axis=2)[under] < 60).mean() > 0.9


def test_a_tinted_cell_is_kept_under_its_print() -> None:
    pixels = sheet().pixels.copy()
    tinted = np.all(pixels[200:500] > 250, axis=2)
    pixels[200:500][tinted] = (170, 220, 245)
    page = shown(build_document([ScannedPage(Frame(pixels), PageKind.COLOUR)], metadata=PAPER))
    assert page[220, 800].tolist() == pytest.approx([170, 220, 245], abs=12)
    assert page[230:300].min() < 30
    assert page[1000, 100].tolist() == [255, 255, 255]


def test_a_shaded_picture_is_not_reduced_to_ink() -> None:
    shades = np.repeat(np.linspace(0, 255, 400).astype(np.uint8)[None], 300, axis=0)
    page = Frame(np.repeat(shades[:, :, None], 3, axis=2))
    again = shown(build_document([ScannedPage(page, PageKind.COLOUR)], metadata=PAPER))
    assert np.abs(again.astype(int) - page.pixels).mean() < 6


def test_what_the_law_wants_known_stands_in_the_metadata(filed: bytes) -> None:
    with pikepdf.open(BytesIO(filed)) as pdf, pdf.open_metadata() as metadata:
        told = {
            name: metadata[f"dc:{name}"]
            for name in ("title", "identifier", "type", "source", "publisher", "creator", "date", "coverage")
        }
        pictures = metadata["dc:relation"]
    assert told == {
        "title": "Đơn đề nghị <xác nhận> & cam kết",
        "identifier": "000192000017.KQ.G01.000012.12/2026",
        "type": {"certified_copy"},
        "source": "000.00.14.H26-261122-0001",
        "publisher": {"UBND phường Đống Đa"},
        "creator": ["Trần Đức Mỹ"],
        "date": ["2026-11-22T09:10:00+07:00"],
        "coverage": "end=2030-01-31; scheme=W3C-DTF",
    }
    assert pictures == {"sha256:" + "ab" * 32, "sha256:" + "cd" * 32}


def test_little_known_is_little_said_and_still_the_standard_kept() -> None:
    bare = build_document([ScannedPage(sheet(), PageKind.TEXT)], metadata=PaperMetadata(name="\x00\ud800"))
    with pikepdf.open(BytesIO(bare)) as pdf, pdf.open_metadata() as metadata:
        assert "dc:identifier" not in metadata
        assert pdfa.check(pdf, "2b").verdict == "pass"


def test_a_paper_has_a_code_only_when_all_its_parts_are_known() -> None:
    assert replace(PAPER, number="").code == ""


def test_the_moment_of_taking_knows_its_time_zone() -> None:
    with pytest.raises(ValueError, match="2026"):
        replace(PAPER, taken_at=datetime(2026, 11, 22, 9, 10))  # noqa: DTZ001 - that is the point


def test_the_same_pages_give_the_same_bytes() -> None:
    pages = [_page(PageKind.COLOUR)]
    assert build_document(pages, metadata=PAPER) == build_document(pages, metadata=PAPER)


def test_one_page_at_a_time_is_held_in_memory() -> None:
    living: list[ref[Pixels]] = []

    def made() -> Iterator[ScannedPage]:
        for _ in range(3):
            assert sum(page() is not None for page in living) <= 1
            page = ScannedPage(sheet(), PageKind.TEXT)
            living.append(ref(page.clean.pixels))
            yield page
            del page

    assert document_size(build_document(made(), metadata=PAPER)).pages


def test_the_size_of_each_page_is_known(filed: bytes) -> None:
    size = document_size(filed)
    plain, stamped, photo, unread = size.pages
    assert size.total == len(filed) > sum(size.pages)
    assert unread < plain < stamped < photo
    kinds = [PageKind.TEXT, PageKind.COLOUR, PageKind.PHOTO, PageKind.TEXT]
    assert size.is_within(kinds)
    assert not size.is_within([PageKind.TEXT])


@pytest.mark.parametrize("pages", [[], [ScannedPage(sheet(), PageKind.TEXT, dpi=150)]])
def test_a_document_needs_pages_of_200_dpi(pages: list[ScannedPage]) -> None:
    with pytest.raises(ValueError, match=r"\[\]|150"):
        build_document(pages, metadata=PAPER)
