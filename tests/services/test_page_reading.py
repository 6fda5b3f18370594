"""Pages read in the background, held against the checklist and the people; and bound with their words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

import numpy as np
import pikepdf
import pypdfium2
import pytest
from bench.guard_papers import Look, drawn
from crafts.scanning.scanning_scenes import lying, on_desk
from crafts.scanning.scanning_scenes import sheet as printed
from crafts.scanning.test_finding_sheets import laid_on, small_sheet
from PIL import Image, ImageDraw, ImageFont
from reportlab.pdfgen.canvas import Canvas
from services.counter import DUTY, Counter
from services.fakes import FakeSealed
from services.people import RESOURCES, at_the_desk, cast

from counter_app.domain.paper import UNSORTED, Page, PageSource
from counter_app.domain.required_paper import IDENTITY_CARD
from counter_app.services.binding import Binding
from counter_app.services.digitise import Digitising
from counter_app.services.drafting import Sheet
from counter_app.services.other_sheets import with_pages_after
from counter_app.services.page_edits import pages_of, with_page, with_page_turned, with_pages_at
from counter_app.services.page_reading import PageReading
from scanning.frames import Frame
from scanning.guard_findings import Complaint

LEASE, RESIDENCE = "lease", "1.004194"
CERTIFICATE, MARRIAGE = "marital_status_certificate", "1.000894"
FACE = str(RESOURCES / "fonts" / "LiberationSerif-Regular.ttf")


def sheet_of_paper(*lines: str) -> bytes:
    """Scan a typed page: the first line is its title."""
    page = Image.new("RGB", (1654, 2339), "white")
    pen = ImageDraw.Draw(page)
    for number, line in enumerate(lines):
        face = ImageFont.truetype(FACE, 52 if number == 0 else 36)
        pen.text((827, 300 + 110 * number), line, "black", face, anchor="mm")
    written = BytesIO()
    page.save(written, "PNG", dpi=(200, 200))
    return written.getvalue()


class Desk:
    """One draft, and what digitises, reads and binds its pages."""

    def __init__(self) -> None:
        self.counter, self.sealed = Counter(), FakeSealed()
        self.digitising = Digitising(self.sealed, self.counter.clock)
        self.reading = PageReading(self.sealed, self.digitising, self.counter.clock)
        self.sheet = self.counter.begin(at_the_desk(cast().ede), RESIDENCE, "draft-1")

    def read(self, *lines: str) -> Page:
        """Take a page as a file and read it."""
        (page,) = self.digitising.take_file(sheet_of_paper(*lines), PageSource.FILE)
        return self.reading.read(page, should_stop=lambda: False)

    def with_page(self, slot: str, *lines: str) -> Sheet:
        """Lay a page that was read into a slot."""
        return with_page(self.sheet, slot, self.read(*lines))

    def document(self, sheet: Sheet) -> bytes:
        """Bind the one paper of a sheet."""
        asked = [line.paper for line in sheet.checklist]
        (paper,) = Binding(self.sealed, self.digitising).bind(sheet.draft, DUTY, asked=asked)
        assert paper.document is not None
        return self.sealed.open(paper.document.sha256)


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk()


def words_in(document: bytes) -> str:
    with pypdfium2.PdfDocument(document) as pdf:
        return str(pdf[0].get_textpage().get_text_bounded())


def test_what_was_read_can_be_found_and_copied_in_the_document_that_is_filed(desk: Desk) -> None:
    sheet = desk.with_page(LEASE, "HỢP ĐỒNG THUÊ NHÀ", "Số: 12/2026/HĐ", "Nhà số 12 đường Ví Dụ, phường Mẫu")
    document = desk.document(sheet)
    said = " ".join(words_in(document).split())
    assert "HỢP ĐỒNG THUÊ NHÀ" in said
    assert "đường Ví Dụ" in said
    with pikepdf.open(BytesIO(document)) as pdf, pdf.open_metadata() as known:
        assert known["dc:identifier"] == f"{sheet.draft.whose.citizen_id}.{LEASE}.12/2026/HĐ"
        assert known["dc:type"] == {"copy"}


def test_a_page_that_lies_aside_is_offered_to_the_paper_whose_title_it_bears(desk: Desk) -> None:
    title = desk.sheet.line(LEASE).paper.name.upper()
    sheet = desk.with_page(UNSORTED, title, "lập ngày 02 tháng 11 năm 2026")
    (remark,) = desk.reading.remarks(sheet)
    assert (remark.slot, remark.index) == (UNSORTED, 0)
    assert (remark.complaint, remark.other) == (Complaint.WRONG_PAPER, LEASE)
    assert remark.box
    assert 250 < remark.box.top < remark.box.bottom < 350


def test_a_paper_about_somebody_else_is_pointed_out_and_one_about_kin_is_not(desk: Desk) -> None:
    holder = desk.sheet.draft.whose
    strange = desk.with_page(
        LEASE, "GIẤY XÁC NHẬN", "Họ và tên: ĐOÀN QUỐC KHÁNH", "Số định danh: 000099887766"
    )
    (remark,) = desk.reading.remarks(strange)
    assert (remark.complaint, remark.slot, remark.index) == (Complaint.ANOTHER_PERSON, LEASE, 0)
    assert "KHÁNH" in remark.other.upper() or remark.other == "000099887766"
    assert holder.record is not None
    kin = next(one for one in holder.record.relatives if one.citizen_id)
    for name in (holder.full_name, kin.full_name):
        theirs = desk.with_page(LEASE, "GIẤY XÁC NHẬN", f"Họ và tên: {name.upper()}")
        assert desk.reading.remarks(theirs) == ()


def test_reading_that_is_stopped_leaves_the_page_unread(desk: Desk) -> None:
    (page,) = desk.digitising.take_file(sheet_of_paper("GIẤY"), PageSource.FILE)
    assert desk.reading.read(page, should_stop=lambda: True) == page


def test_a_pdf_with_text_of_its_own_is_filed_byte_for_byte_while_all_its_pages_are_there(desk: Desk) -> None:
    written = BytesIO()
    canvas = Canvas(written)
    for number in (1, 2):
        canvas.drawString(72, 700, f"A statement with real text, page {number}, long enough to be one.")
        canvas.showPage()
    canvas.save()
    content = written.getvalue()
    first, second = desk.digitising.take_file(content, PageSource.FILE)
    whole = with_page(with_page(desk.sheet, LEASE, first), LEASE, second)
    assert desk.document(whole) == content
    assert desk.document(with_page(desk.sheet, LEASE, first)).startswith(b"%PDF-")
    assert desk.document(with_page(desk.sheet, LEASE, first)) != content
    swapped = with_page(with_page(desk.sheet, LEASE, second), LEASE, first)
    assert desk.document(swapped) != content


def test_a_page_that_lies_on_its_side_is_taken_upright_and_stays_as_the_official_turns_it(desk: Desk) -> None:
    upright = Image.open(BytesIO(sheet_of_paper("HỢP ĐỒNG THUÊ NHÀ", *["Điều khoản của hợp đồng này"] * 12)))
    lying = BytesIO()
    upright.rotate(90, expand=True).save(lying, "PNG")
    (page,) = desk.digitising.take_file(lying.getvalue(), PageSource.FILE)
    shown = desk.digitising.clean_page(page)
    assert (page.turns, shown.height > shown.width) == (1, True)
    turned = with_page_turned(with_page(desk.sheet, LEASE, page), LEASE, 0, 1).draft.papers[0].pages[0]
    assert desk.digitising.clean_page(turned).width > desk.digitising.clean_page(turned).height


def test_the_official_may_want_a_page_kept_as_a_photograph(desk: Desk) -> None:
    (page,) = desk.digitising.take_file(sheet_of_paper("GIẤY XÁC NHẬN"), PageSource.FILE)
    plain = len(desk.document(with_page(desk.sheet, LEASE, page)))
    assert len(desk.document(with_page(desk.sheet, LEASE, replace(page, kind="photo")))) > 2 * plain


def test_a_paper_whose_months_are_over_is_pointed_out_once_all_of_it_was_read(desk: Desk) -> None:
    sheet = desk.counter.begin(at_the_desk(cast().ede), MARRIAGE, "wedding")
    first = desk.read("GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN", "Sinh ngày: 04/05/1995")
    last = desk.read("Giấy này được cấp để làm thủ tục kết hôn", "Ngày 15 tháng 01 năm 2026")
    whole = with_page(with_page(sheet, CERTIFICATE, first), CERTIFICATE, last)
    (remark,) = desk.reading.remarks(whole)
    assert (remark.complaint, remark.slot, remark.index) == (Complaint.EXPIRED, CERTIFICATE, 1)
    assert remark.until == date(2026, 7, 15)
    assert desk.reading.remarks(with_page(whole, CERTIFICATE, replace(first, turns=1, words=""))) == ()
    fresh = desk.read("GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN", "Ngày 15 tháng 10 năm 2026")
    assert desk.reading.remarks(with_page(sheet, CERTIFICATE, fresh)) == ()
    assert desk.reading.remarks(with_page(desk.sheet, LEASE, last)) == ()


def card_on_desk(look: Look) -> Frame:
    card = Frame(drawn(look, np.random.default_rng(0)).pixels)
    return on_desk(card, lying(2, (3, -3), size_mm=(85.6, 54)), (70, 110, 150))


def test_other_sheets_in_a_picture_are_pointed_out_and_become_pages_of_their_own(desk: Desk) -> None:
    form, card = lying(3, (6, -5)) - (260, 0), small_sheet(1010, 400, 290, 185)
    scene = laid_on(on_desk(printed(), form, (70, 110, 150)), card)
    page = desk.digitising.take_frame(scene, PageSource.CAMERA)
    alone = with_page(desk.sheet, LEASE, page)
    (remark,) = desk.reading.remarks(alone)
    assert (remark.complaint, remark.slot, remark.index) == (Complaint.OTHER_SHEETS, LEASE, 0)
    both = with_pages_after(alone, LEASE, page, desk.reading.others.as_pages(page, remark.beside))
    assert [each.picture for each in pages_of(both, LEASE)] == [page.picture] * 2
    assert desk.reading.remarks(both) == ()
    shown = desk.digitising.clean_page(pages_of(both, LEASE)[1])
    assert max(shown.width, shown.height) == pytest.approx(85.6 / 25.4 * 200, abs=2)


def test_a_card_whose_other_side_is_missing_is_pointed_out_until_it_is_there(desk: Desk) -> None:
    sides = (card_on_desk(look) for look in (Look.CARD, Look.CARD_BACK))
    front, back = (desk.digitising.take_frame(side, PageSource.CAMERA) for side in sides)
    sheet = desk.counter.begin(at_the_desk(cast().ede), MARRIAGE, "cards")

    def complaints(*pages: Page) -> list[Complaint]:
        laid = with_pages_at(sheet, IDENTITY_CARD, pages, None)
        return [remark.complaint for remark in desk.reading.remarks(laid)]

    assert complaints(front) == complaints(front, back) == []
    again = replace(front, taken_at=front.taken_at + timedelta(minutes=1))
    assert complaints(back) == complaints(front, again) == [Complaint.WRONG_SIDE]
