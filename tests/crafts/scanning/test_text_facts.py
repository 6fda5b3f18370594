"""Names, numbers, dates, title and form number are found where a paper says them, and nowhere else."""

from datetime import date

import pytest
from crafts.scanning.text_scenes import NAME, NUMBER, ROWS, form, text_of
from hypothesis import given
from hypothesis import strategies as st

from scanning.page_text import Box, Line, PageText, Word
from scanning.paper_number import paper_number
from scanning.text import TextReader
from scanning.text_facts import facts_in


def numbers_in(*rows: str) -> list[str]:
    return [number.text for number in facts_in(text_of(*rows)).numbers]


def names_in(*rows: str) -> list[tuple[str, bool]]:
    return [(name.text, name.of_holder) for name in facts_in(text_of(*rows)).names]


def dates_in(*rows: str) -> list[date]:
    return [found.on for found in facts_in(text_of(*rows)).dates]


def test_a_drawn_form_gives_its_title_name_number_and_date() -> None:
    facts = facts_in(TextReader().read(form().page))
    assert facts.title is not None
    assert facts.title.text == ROWS[1]
    assert [(name.text, name.of_holder) for name in facts.names] == [(NAME, True)]
    assert [(number.text, number.of_holder) for number in facts.numbers] == [(NUMBER, True)]
    assert [found.on for found in facts.dates] == [date(1990, 2, 3)]


@pytest.mark.parametrize(
    "spelled",
    ["000190000123", "000 190 000 123", "000.190.000.123", "0 0 0 1 9 0 0 0 0 1 2 3", "OO0190000l23"],
)
def test_twelve_figures_are_one_number_however_they_are_spelled(spelled: str) -> None:
    assert numbers_in(f"Số định danh cá nhân: {spelled}") == [NUMBER]


@pytest.mark.parametrize(
    "row",
    [
        "Số điện thoại: 0912 345 678",
        "Mức trợ cấp 120.000.000.000 đồng",
        "Số tài khoản 0001900001234567",
        "Mã hồ sơ H26-000190000123-01",
        "BOOLISOOBIOS",
    ],
)
def test_other_figures_are_nobodys_number(row: str) -> None:
    assert numbers_in(row) == []


def test_a_number_with_letters_in_it_is_less_sure() -> None:
    plain, guessed = facts_in(text_of("Số: 000190000123", "Số: 00019OO00123")).numbers
    assert guessed.sure < plain.sure


@pytest.mark.parametrize(
    ("rows", "number"),
    [
        (("ỦY BAN NHÂN DÂN", "Số: 853/QĐ-UBND"), "853/QĐ-UBND"),
        (("Số 12 / GXN - UBND  Hà Nội, ngày 2 tháng 3",), "12/GXN-UBND"),
        (("Số 12, ngõ 34 phố Mẫu", "Số: 000190000123"), ""),
    ],
)
def test_the_number_of_a_paper_stands_in_its_head(rows: tuple[str, ...], number: str) -> None:
    head = (*rows, *["Điều khoản của hợp đồng này"] * 9)
    assert paper_number(text_of(*head)) == number


def test_nine_figures_are_a_number_of_before() -> None:
    facts = facts_in(text_of("Số CMND: 012345678 cấp ngày 01/02/2010"))
    assert [number.text for number in facts.former_numbers] == ["012345678"]


@pytest.mark.parametrize(
    ("row", "name"),
    [
        (f"Họ, chữ đệm, tên: {NAME}", NAME),
        (f"Họ và tên: {NAME.upper()} Giới tính: Nữ", NAME.upper()),
        (f"Họ, chữ đệm và tên (viết in hoa): {NAME}", NAME),
        (f"Tên tôi là: {NAME}, sinh năm 1990", NAME),
        (f"Ho và tên : .... {NAME} ....", NAME),
        (f"Họ, chữ đệm, tên người yêu cầu: {NAME}", NAME),
    ],
)
def test_the_holder_stands_behind_the_labels_of_forms(row: str, name: str) -> None:
    assert names_in(row) == [(name, True)]


@pytest.mark.parametrize(
    "row", ["Họ tên người cha: Trần Văn Bình", "Họ và tên chủ hộ: Trần Văn Bình", "Họ tên vợ: Trần Văn Bình"]
)
def test_relatives_are_named_but_are_not_the_holder(row: str) -> None:
    assert names_in(row) == [("Trần Văn Bình", False)]


@pytest.mark.parametrize("row", ["Họ và tên: ......", "Họ và tên: không có", "Họ và tên Ngày sinh Ghi chú"])
def test_a_place_without_a_name_gives_none(row: str) -> None:
    assert names_in(row) == []


@pytest.mark.parametrize(
    "row",
    ["sinh ngày 3/2/1990", "03 . 02 . 1990", "ngày 3 tháng 2 năm 1990", "Hà Nội, Ngày 03 tháng 02 năm 1990"],
)
def test_dates_are_read_in_figures_and_in_words(row: str) -> None:
    assert dates_in(row) == [date(1990, 2, 3)]


def test_days_that_are_not_in_the_calendar_are_no_dates() -> None:
    assert dates_in("31/02/2020", "ngày 40 tháng 1 năm 2020", "01/01/0020", "110/01/2020") == []


@pytest.mark.parametrize(
    ("row", "code"),
    [("Mẫu CT01 ban hành kèm theo", "CT01"), ("Mẫu số: 01/ĐK", "01/ĐK"), ("(Mẫu số 02b)", "02B")],
)
def test_form_numbers_are_found(row: str, code: str) -> None:
    assert [found.text for found in facts_in(text_of(row)).form_codes] == [code]


def test_the_national_header_is_no_title() -> None:
    assert (
        facts_in(text_of("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")).title is None
    )


def test_a_title_of_two_lines_is_one() -> None:
    title = facts_in(
        text_of("GIẤY BIÊN NHẬN HỒ SƠ", "VÀ HẸN TRẢ KẾT QUẢ", "Kính gửi: ông Bình", height=44)
    ).title
    assert title is not None
    assert title.text == "GIẤY BIÊN NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ"


def test_a_fact_lies_where_its_words_lie() -> None:
    text = text_of("Số định danh cá nhân: 000190000123")
    assert facts_in(text).numbers[0].box == text.lines[0].words[-1].box


def test_a_value_in_a_column_of_its_own_belongs_to_the_label_beside_it() -> None:
    label, value = (
        Line(
            tuple(
                Word(word, Box(left + 60 * n, 10, left + 60 * n + 50, 30), 0.9)
                for n, word in enumerate(words)
            )
        )
        for left, words in ((100, ("Họ", "và", "tên:")), (600, NAME.split()))
    )
    facts = facts_in(PageText((label, value), 1000, 1400))
    assert [name.text for name in facts.names] == [NAME]


@given(st.lists(st.text(min_size=1, max_size=40), max_size=6))
def test_whatever_was_read_gives_facts_without_an_error(rows: list[str]) -> None:
    written = [row for row in rows if row.split()]
    facts = facts_in(text_of(*written))
    assert all(number.text.isascii() and len(number.text) == 12 for number in facts.numbers)


@given(st.text("0123456789", min_size=12, max_size=12))
def test_any_twelve_figures_are_found(figures: str) -> None:
    assert numbers_in(f"Số CCCD: {figures}.") == [figures]
