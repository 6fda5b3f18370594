"""A declaration's sheet as it comes out of the printer: dots, boxes, squares, tables, signatures."""

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from crafts.printing.paper_reading import all_words, overlapping_letters, read_pages, squeezed
from pikepdf import pdfa

from printing.answer_boxes import Choice, DigitBoxes, TickBoxes
from printing.fonts import Fonts
from printing.form_samples import DECLARATION
from printing.form_sheet import FormEntry, FormSection, FormTable, FormWords, draw_form
from printing.leaders import LabelledLine
from printing.paper_table import PaperTable, TableColumn
from printing.pieces import Column
from printing.sheet import TRAINING_WORDS, Marks, PaperSize

WHEN = datetime(2026, 11, 20, 2, 10, tzinfo=UTC)
ENDLESS = "Mộtchữdàikhôngcódấucách" * 9
RIGHT_EDGE = (210 - PaperSize.A4.value.margins.right) * 72 / 25.4


def draw(words: FormWords, fonts: Fonts, *, training: bool = False) -> bytes:
    return draw_form(words, fonts=fonts, marks=Marks(training=training), created_at=WHEN)


def sheet_of(*entries: FormEntry) -> FormWords:
    return replace(DECLARATION, sections=(FormSection("", entries),))


def dotted_line_ends(pdf: bytes) -> list[float]:
    """Find where dotted lines of the first page end near the right margin, in points."""
    document = pypdfium2.PdfDocument(pdf)
    bounds = [each.get_bounds() for each in document[0].get_objects() if each.type == 2]
    document.close()
    ends = [right for left, bottom, right, top in bounds if top - bottom < 2 and right - left > 30]
    return [end for end in ends if end > RIGHT_EDGE - 30]


def members(pdf: bytes) -> list[int]:
    """Count the household's members on each page."""
    return [page.words.count("0003150000") for page in read_pages(pdf)]


def test_nine_members_with_long_names_run_on_under_a_second_head(fonts: Fonts) -> None:
    first, second = read_pages(draw(DECLARATION, fonts))
    for page in (first, second):
        assert "Số định danh" in page.words
        assert "với chủ hộ" in page.words
    assert sum(members(draw(DECLARATION, fonts))) == 9
    assert second.words.split()[0] == "2"


def test_no_page_holds_the_signatures_alone(fonts: Fonts) -> None:
    lines = tuple(LabelledLine(f"{at}. Dòng khai:", "") for at in range(1, 48))
    spilled = 0
    for count in range(24, 48, 2):
        *_, last = read_pages(draw(sheet_of(*lines[:count]), fonts))
        assert "Dòng khai" in last.words, f"{count} lines leave a page to the signatures"
        spilled += last.words.startswith("2")
    assert 3 < spilled < 12


def test_a_little_too_much_for_a_page_is_set_smaller_instead(fonts: Fonts) -> None:
    def set_out(count: int) -> tuple[int, float]:
        pages = read_pages(draw(sheet_of(*(LabelledLine("Nơi ở:", ""),) * count), fonts))
        _, bottom, _, top = pages[0].boxes[squeezed(pages[0].words).index("Nơiở")]
        return len(pages), float(top - bottom)

    (short_pages, usual), (full_pages, tight), (long_pages, again_usual) = map(set_out, (20, 29, 45))
    assert (short_pages, full_pages, long_pages) == (1, 1, 2)
    assert tight < usual - 0.2
    assert abs(again_usual - usual) < 0.1


@pytest.mark.parametrize("label", ["10. Nội dung:", "Một câu hỏi dài " * 9, ENDLESS])
@pytest.mark.parametrize("value", ["", "Nguyễn Thị Mẫu", "Câu trả lời dài " * 30, ENDLESS])
def test_any_label_with_any_answer_stays_inside_the_margins(fonts: Fonts, label: str, value: str) -> None:
    entries = (
        LabelledLine(label, value, lines=3),
        LabelledLine(label, value, short=True),
        LabelledLine("Ngày:", value, short=True),
        DigitBoxes(label, value),
        TickBoxes(label, (Choice(value or "Có", ticked=True), Choice(label, ticked=False))),
        FormTable(label, PaperTable((TableColumn("TT", 7), TableColumn(label, 30)), (("1", value),) * 2)),
    )
    for page in read_pages(draw(sheet_of(*entries), fonts)):
        left, bottom, right, _ = page.boxes.T
        assert left.min() >= PaperSize.A4.value.margins.left * 72 / 25.4 - 1
        assert right.max() <= RIGHT_EDGE + 1
        assert bottom.min() > 0
        assert overlapping_letters(page) == 0


def test_an_empty_answer_leaves_as_many_dotted_lines_as_it_was_given(fonts: Fonts) -> None:
    empty = dotted_line_ends(draw(sheet_of(LabelledLine("10. Nội dung:", "", lines=3)), fonts))
    given = dotted_line_ends(draw(sheet_of(LabelledLine("10. Nội dung:", "Đăng ký tạm trú", lines=1)), fonts))
    assert len(empty) == 3
    assert len(given) == 1
    assert all(abs(end - RIGHT_EDGE) < 0.8 for end in (*empty, *given))


def test_a_number_in_boxes_is_copied_in_one_piece(fonts: Fonts) -> None:
    (page,) = read_pages(draw(sheet_of(DigitBoxes("4. Số định danh cá nhân:", "000199000017")), fonts))
    assert "4. Số định danh cá nhân: 000199000017" in page.words


@pytest.mark.parametrize("odd", ["0001990000171", "12345678X", "không có"])
def test_what_does_not_fit_the_boxes_is_written_out(fonts: Fonts, odd: str) -> None:
    assert squeezed(odd) in all_words(draw(sheet_of(DigitBoxes("Số:", odd)), fonts))


def test_only_the_given_answer_is_ticked(fonts: Fonts) -> None:
    boxes = TickBoxes("Cấp bản sao:", (Choice("Có", ticked=False), Choice("Không", ticked=True)))
    assert "Cấpbảnsao:☐Có☑Không" in all_words(draw(sheet_of(boxes), fonts))


def test_short_lines_share_a_row_only_where_both_have_room(fonts: Fonts) -> None:
    def rows(value: str) -> int:
        lines = [LabelledLine("Sinh ngày:", value, short=True), LabelledLine("Giới tính:", "Nữ", short=True)]
        words = read_pages(draw(sheet_of(*lines), fonts))[0].words
        return sum("Sinh ngày" in row or "Giới tính" in row for row in words.splitlines())

    assert rows("15/03/1999") == 1
    assert rows("một ngày không ai nhớ rõ vào mùa gặt năm ấy, hỏi cả nhà cũng không ra") == 2


def test_a_number_in_a_table_is_never_broken_however_many_columns_there_are(fonts: Fonts) -> None:
    columns = (*(TableColumn(f"Cột hỏi thêm {at}", 30) for at in range(7)), TableColumn("Số định danh", 5))
    table = PaperTable(columns, ((*("Nguyễn Thị Mẫu",) * 7, "000199000017"),))
    assert "000199000017" in read_pages(draw(sheet_of(FormTable("Người:", table)), fonts))[0].words


@pytest.mark.usefixtures("fonts")
def test_an_empty_cell_has_the_room_for_the_pen_it_was_given() -> None:
    def row_height(blank_lines: int) -> float:
        table = PaperTable((TableColumn("Bên nữ", 30),), (("",),), blank_lines=blank_lines)
        column = Column(400, PaperSize.A4.value.type)
        return table.laid(column).pieces[0].height

    assert row_height(2) > row_height(1) * 1.5


def test_without_number_or_addressee_their_lines_are_left_out(fonts: Fonts) -> None:
    bare = replace(DECLARATION, number="", issued_by="", addressed_to=None)
    words = all_words(draw(bare, fonts))
    assert words.startswith("CỘNGHÒA")
    assert "Kínhgửi" not in words
    assert "Kínhgửi:" in all_words(draw(replace(DECLARATION, addressed_to=""), fonts))


def test_the_training_mark_stands_on_every_page(fonts: Fonts) -> None:
    pages = read_pages(draw(DECLARATION, fonts, training=True))
    assert len(pages) == 2
    assert all(squeezed(TRAINING_WORDS) in squeezed(page.words) for page in pages)


def test_the_same_words_give_the_same_bytes_fit_for_the_archive(fonts: Fonts) -> None:
    pdf = draw(DECLARATION, fonts, training=True)
    assert pdf == draw(DECLARATION, fonts, training=True)
    assert pdfa.validate_written(BytesIO(pdf), "2b").findings == []


def test_the_documents_own_data_name_nobody(fonts: Fonts) -> None:
    with pikepdf.open(BytesIO(draw(DECLARATION, fonts))) as document:
        packet = document.Root.Metadata.read_bytes().decode()
        info = "".join(str(value) for value in document.docinfo.values())
    assert "Tờ khai thay đổi thông tin cư trú" in info
    assert "Nguyễn" not in packet + info
