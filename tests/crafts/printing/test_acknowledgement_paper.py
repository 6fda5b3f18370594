"""Form 01 as it comes out of the printer."""

import unicodedata
from dataclasses import asdict, replace
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
import pytest
from crafts.printing.long_words import LONG_NAME as LONGEST_NAME
from crafts.printing.paper_reading import (
    all_words,
    codes_on,
    overlapping_letters,
    read_pages,
    scanned,
    squeezed,
    vietnamese_letters,
    zbar_reads,
)
from pikepdf import pdfa

from printing.acknowledgement import AcknowledgementWords, PaperLine, draw_acknowledgement
from printing.fonts import Fonts
from printing.preview import page_count
from printing.samples import ACKNOWLEDGEMENT
from printing.sheet import TRAINING_WORDS, Marks, PaperSize

WHEN = datetime(2026, 11, 20, 2, 10, tzinfo=UTC)
LONG_NAME = "Nguyễn Hoàng Thục Trinh Công Tằng Tôn Nữ Huyền"
LONG = replace(
    ACKNOWLEDGEMENT,
    office="TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG XÃ NGHĨA THUẬN HƯNG MẪU",
    applicant=LONG_NAME,
    on_behalf_of=LONG_NAME,
    address=ACKNOWLEDGEMENT.address * 4,
    email="nguyen.hoang.thuc.trinh.cong.tang.ton.nu.huyen.thu.hai@thu-dien-tu.example.vn",
    request="Mộtchữdàikhôngcódấucách" * 20,
    papers=tuple(
        PaperLine(f"Giấy tờ số {n} " + "rất dài " * n * 4, "Bản sao chứng thực", "01") for n in range(12)
    ),
    exempted=(("Giấy khai sinh", "đã có trong cơ sở dữ liệu " * 6),) * 4,
    due_at=ACKNOWLEDGEMENT.due_at * 3,
    fee_lines=("Lệ phí đăng ký cư trú: 15.000 ₫ " * 4,) * 3,
    register_book="01/2026/TNHS-LĨNH VỰC CƯ TRÚ",
    citizen_signature=LONG_NAME,
    official_name=LONG_NAME,
    provisional_note="Mã tạm: số chính thức được cấp khi máy ở quầy nối lại được với máy chủ",
)


def draw(
    words: AcknowledgementWords, fonts: Fonts, size: PaperSize = PaperSize.A4, marks: Marks | None = None
) -> bytes:
    return draw_acknowledgement(words, size=size, fonts=fonts, marks=marks or Marks(), created_at=WHEN)


def words_of(words: AcknowledgementWords) -> set[str]:
    """Collect every word of every field, however deep; the code's stand in its modules."""

    def leaves(value: object) -> list[str]:
        if isinstance(value, str):
            return value.split()
        nested = value.values() if isinstance(value, dict) else value
        return [word for each in nested for word in leaves(each)]  # type: ignore[attr-defined]

    return set(leaves(asdict(words) | {"code_payload": ""}))


@pytest.mark.parametrize("size", PaperSize)
def test_every_word_given_stands_on_the_paper(fonts: Fonts, size: PaperSize) -> None:
    words = replace(
        ACKNOWLEDGEMENT,
        request=" ".join(vietnamese_letters()),
        provisional_note="Mã tạm",
        on_behalf_of="Lê Thị Ủy",
    )
    shown = all_words(draw(words, fonts, size))
    assert unicodedata.is_normalized("NFC", shown)
    assert {word for word in words_of(words) if word not in shown} == set()


def test_letters_given_in_pieces_are_printed_whole(fonts: Fonts) -> None:
    words = replace(ACKNOWLEDGEMENT, applicant=unicodedata.normalize("NFD", "Đặng Thị Diễm Quỳnh"))
    assert squeezed("Đặng Thị Diễm Quỳnh") in all_words(draw(words, fonts))


def test_a_letter_no_face_can_draw_is_shown_as_missing(fonts: Fonts) -> None:
    assert squeezed("Nguyễn ? Hà") in all_words(
        draw(replace(ACKNOWLEDGEMENT, applicant="Nguyễn 河 Hà"), fonts)
    )


@pytest.mark.parametrize("size", PaperSize)
def test_a_usual_visit_takes_one_page_a_copy_and_each_copy_says_for_whom(
    fonts: Fonts, size: PaperSize
) -> None:
    first, second = read_pages(draw(ACKNOWLEDGEMENT, fonts, size))
    assert "(Liên: Lưu)" in first.words
    assert "(Liên: Giao người nộp hồ sơ)" in second.words


@pytest.mark.parametrize("size", PaperSize)
def test_the_longest_people_take_one_page_a_copy_in_letters_that_can_be_read(
    fonts: Fonts, size: PaperSize
) -> None:
    people: dict[str, Any] = dict.fromkeys(
        ("applicant", "on_behalf_of", "citizen_signature", "official_name"), LONGEST_NAME
    )
    words = replace(
        ACKNOWLEDGEMENT,
        **people,
        form_number="Mẫu CT04",
        office=LONG.office,
        email=LONG.email,
        address="Số 127 ngách 3/7 ngõ 12 phố Mẫu, phường Sài Gòn, Thành phố Hồ Chí Minh",
        papers=ACKNOWLEDGEMENT.papers * 2,
        exempted=ACKNOWLEDGEMENT.exempted * 3,
        provisional_note=LONG.provisional_note,
        certified=(f"Ký số bởi: {LONGEST_NAME}", "Thời gian ký: 23/11/2026 09:10:00 +07:00"),
    )
    pdf = draw(words, fonts, size)
    copies = read_pages(pdf)
    assert len(copies) == 2
    for page in copies:
        assert squeezed("qua dịch vụ bưu chính") in squeezed(page.words)
        assert overlapping_letters(page) == 0
    assert min(type_sizes(pdf)) >= size.value.type.small


def type_sizes(pdf: bytes) -> set[float]:
    """List the sizes, in points, of everything that is typed on a PDF."""
    with pikepdf.open(BytesIO(pdf)) as document:
        typed = (line for page in document.pages for line in pikepdf.parse_content_stream(page, "Tf"))
        return {float(line.operands[1]) for line in typed}


@pytest.mark.parametrize("size", PaperSize)
def test_long_words_stay_inside_the_margins_and_off_each_other(fonts: Fonts, size: PaperSize) -> None:
    pages = read_pages(draw(LONG, fonts, size, Marks(copy_number=12)))
    margins = size.value.margins
    for page in pages:
        left, bottom, right, top = page.boxes.T / 72 * 25.4
        assert left.min() >= margins.left - 0.5
        assert right.max() <= size.value.width - margins.right + 0.5
        assert bottom.min() >= margins.bottom - 1.5, "letters may hang a little below the last line"
        assert top.max() <= size.value.height - 6
        assert overlapping_letters(page) == 0


def test_a_long_list_runs_on_under_its_head_and_pages_are_numbered_per_copy(fonts: Fonts) -> None:
    pages = read_pages(draw(LONG, fonts))
    half = len(pages) // 2
    assert len(pages) == half * 2 > 2
    for copy in (pages[:half], pages[half:]):
        starts = [page.words.split()[0] for page in copy]
        assert starts[1:] == [str(number) for number in range(2, half + 1)]
        assert not starts[0].isdigit()
        assert all("Tên giấy tờ" in page.words for page in copy if "Giấy tờ số" in page.words)
        assert sum("Giấy tờ số" in page.words for page in copy) > 1


def test_a_paper_whose_name_is_longer_than_a_page_is_printed_to_its_end(fonts: Fonts) -> None:
    endless = PaperLine("chữ " * 1200, "Bản chính", "01")
    words = replace(ACKNOWLEDGEMENT, copy_for=("Lưu",), papers=(endless,))
    pages = read_pages(draw(words, fonts, PaperSize.A5))
    assert sum(page.words.split().count("chữ") for page in pages) == 1200
    assert min(page.boxes[:, 1].min() for page in pages) > 0


@pytest.mark.parametrize("size", PaperSize)
def test_the_training_mark_stands_on_every_training_page_and_on_no_other(
    fonts: Fonts, size: PaperSize
) -> None:
    for page in read_pages(draw(LONG, fonts, size, Marks(training=True))):
        assert squeezed(TRAINING_WORDS) in squeezed(page.words)
    assert "TẬPHUẤN" not in all_words(draw(LONG, fonts, size))


def test_a_reprint_says_so_on_every_page_and_a_first_print_does_not(fonts: Fonts) -> None:
    for page in read_pages(draw(LONG, fonts, marks=Marks(copy_number=3))):
        assert "BẢN IN LẠI, LẦN 3" in page.words
    assert "BẢNINLẠI" not in all_words(draw(ACKNOWLEDGEMENT, fonts))


def test_the_same_words_give_the_same_bytes(fonts: Fonts) -> None:
    assert draw(LONG, fonts) == draw(LONG, fonts)
    assert draw(LONG, fonts) != draw(ACKNOWLEDGEMENT, fonts)


@pytest.mark.parametrize("words", [ACKNOWLEDGEMENT, LONG])
@pytest.mark.parametrize("size", PaperSize)
def test_the_paper_is_fit_for_the_archive(fonts: Fonts, size: PaperSize, words: AcknowledgementWords) -> None:
    pdf = draw(words, fonts, size, Marks(training=True, copy_number=1))
    assert pdfa.validate_written(BytesIO(pdf), "2b").findings == []


def test_the_documents_own_data_name_nobody_and_tell_when_it_was_made(fonts: Fonts) -> None:
    with pikepdf.open(BytesIO(draw(ACKNOWLEDGEMENT, fonts))) as document:
        info = {key: str(value) for key, value in document.docinfo.items()}
        packet = document.Root.Metadata.read_bytes().decode()
    assert info["/Title"] == "Giấy tiếp nhận hồ sơ và hẹn trả kết quả"
    assert info["/CreationDate"] == "D:20261120021000+00'00'"
    assert "2026-11-20T02:10:00+00:00" in packet
    for personal in (ACKNOWLEDGEMENT.applicant, ACKNOWLEDGEMENT.dossier_code):
        assert personal not in packet + "".join(info.values())


def test_two_readers_read_the_code_on_both_sizes_off_a_scan_too(fonts: Fonts) -> None:
    for size in PaperSize:
        pdf = draw(ACKNOWLEDGEMENT, fonts, size, Marks(training=True))
        (code,) = codes_on(pdf, dpi=200)
        assert code.text == ACKNOWLEDGEMENT.code_payload
        assert scanned(pdf) == zbar_reads(pdf, dpi=300) == {code.text}


def test_dotted_lines_for_the_pen_all_end_at_the_right_margin(fonts: Fonts) -> None:
    empty = replace(ACKNOWLEDGEMENT, address="", request="", outcome_place="", phone="", email="")
    document = pypdfium2.PdfDocument(draw(empty, fonts))
    bounds = [each.get_bounds() for each in document[0].get_objects() if each.type == 2]
    document.close()
    ends = [right for left, bottom, right, top in bounds if top - bottom < 2 and right - left > 30]
    margin = (210 - PaperSize.A4.value.margins.right) * 72 / 25.4
    assert sum(abs(end - margin) < 0.8 for end in ends) >= 10


def test_without_a_code_the_paper_has_none(fonts: Fonts) -> None:
    pdf = draw(replace(ACKNOWLEDGEMENT, code_payload=""), fonts)
    assert page_count(pdf) == 2
    assert codes_on(pdf) == []
