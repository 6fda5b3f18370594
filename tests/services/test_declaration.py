"""Declarations of every shipped form: empty, filled from a record, and filled to the brim."""

from dataclasses import replace

import pytest
from crafts.printing.paper_reading import FONTS_FOLDER, all_words, overlapping_letters, read_pages, squeezed
from services.counter import binding
from services.fakes import FakeStore, FixedClock
from services.people import MORNING, RESOURCES, at_the_desk, cast
from ui.builders import DAY, DUTY, RESIDENCE, drafting, forms, sheet_for

from counter_app.domain.dossier import Capacity
from counter_app.services.calendar_data import read_calendar
from counter_app.services.declaration import Declarations
from counter_app.services.declaration_entries import entry_of
from counter_app.services.declaration_signers import Signing
from counter_app.services.declaration_words import blank_words, declaration_words
from counter_app.services.drafting import Sheet
from counter_app.services.reception import Reception
from forms.answers import Answer, FilledForm, Value
from forms.definition import Field, FieldKind, FormDefinition, OnPaper
from printing.fonts import Fonts
from printing.form_sheet import FormTable, draw_form
from printing.leaders import LabelledLine
from printing.sheet import Marks, PaperSize

LONG_NAME = "Nguyễn Hoàng Thục Trinh Công Tằng Tôn Nữ Huyền Trân Diễm Quỳnh"
LONG_ADDRESS = "Phòng 3, số 8, ngõ 12 phố Mẫu, phường Nghĩa Thuận Hưng Mẫu, thành phố Mẫu, " * 2
LONG_ANSWERS = {
    FieldKind.YES_NO: "yes",
    FieldKind.DATE: "1999-03-15",
    FieldKind.CITIZEN_ID: "000199000017",
    FieldKind.PHONE: "0900000017",
    FieldKind.NUMBER: "1500000",
    FieldKind.EMAIL: "nguyen.hoang.thuc.trinh.cong.tang.ton.nu@thu-dien-tu.example.vn",
    FieldKind.ADDRESS: LONG_ADDRESS,
    FieldKind.LONG_TEXT: LONG_ADDRESS,
}
SHIPPED = pytest.mark.parametrize("form", forms().forms, ids=lambda form: f"{form.code}-{form.version}")
SIGNING = Signing("Phường Mẫu, ngày 23 tháng 11 năm 2026", "Phường Mẫu, ngày 23/11/2026", LONG_NAME)


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    return Fonts(FONTS_FOLDER)


@pytest.fixture(scope="module")
def declarations(fonts: Fonts) -> Declarations:
    return Declarations(forms(), office=DUTY.office, fonts=fonts)


def residence(**answers: Value) -> Sheet:
    """Begin a residence form for somebody with a long name and answer these fields."""
    begun = sheet_for(RESIDENCE, at_the_desk(cast().long_name))
    return drafting().answer_all(begun, answers, dict.fromkeys(answers, "Công dân nói khác"))


def words_on(field: Field) -> str:
    """Answer a field at length, in the way of its kind."""
    return field.choices[-1].value if field.choices else LONG_ANSWERS.get(field.kind, LONG_NAME)


def long_answer(field: Field) -> Value:
    """Answer a field at length, a table with nine rows."""
    if field.kind is FieldKind.TABLE:
        return tuple({each.name: words_on(each) for each in field.columns} for _ in range(9))
    return words_on(field)


def brimming(form: FormDefinition) -> FilledForm:
    answers = {field.name: Answer(long_answer(field)) for field in form.fields()}
    return FilledForm(form.code, form.version, answers)


@SHIPPED
def test_an_empty_sheet_asks_every_question_and_takes_at_most_two_pages(
    declarations: Declarations, form: FormDefinition
) -> None:
    pdf = declarations.blank(form)
    words = all_words(pdf)
    asked = [field for field in form.fields() if field.on_paper is not OnPaper.NEVER]
    assert [field.name for field in asked if squeezed(field.label) not in words] == []
    assert squeezed(form.title.upper()) in words
    assert len(read_pages(pdf)) <= 2


@SHIPPED
def test_the_longest_answers_and_nine_rows_break_no_sheet(fonts: Fonts, form: FormDefinition) -> None:
    words = declaration_words(form, brimming(form), DAY, signing=SIGNING)
    margins = PaperSize.A4.value.margins
    for page in read_pages(draw_form(words, fonts=fonts, marks=Marks(), created_at=MORNING)):
        left, bottom, right, _ = page.boxes.T / 72 * 25.4
        assert left.min() >= margins.left - 0.5
        assert right.max() <= 210 - margins.right + 0.5
        assert bottom.min() >= margins.bottom - 1.5
        assert overlapping_letters(page) == 0


def test_answers_stand_on_the_sheet_and_nothing_that_only_helps_to_fill_it(
    declarations: Declarations,
) -> None:
    sheet = residence(address="Số 12 phố Mẫu", to_date="2027-11-01", residence_basis="own")
    words = all_words(declarations.of_sheet(sheet))
    applicant = sheet.draft.applicant
    assert applicant.record is not None
    for said in (applicant.full_name, applicant.record.citizen_id.digits, "tạiSố12phốMẫu", "01/11/2027"):
        assert squeezed(said) in words
    assert squeezed("Chỗ ở hợp pháp:") not in words


def test_the_sheet_has_the_number_and_the_issuing_text_of_its_form() -> None:
    words = blank_words(forms().version("ct01", "116-2026"))
    assert (words.addressed_mark, len(words.notes)) == ("(1)", 8)
    assert (words.number, words.issued_by) == ("Mẫu CT01", "Ban hành kèm theo Thông tư số 116/2026/TT-BCA")
    assert words.addressed_to == ""


def test_who_declares_for_themself_is_named_and_a_proxy_leaves_the_name_to_the_pen(
    declarations: Declarations,
) -> None:
    alone = residence()
    proxy = replace(alone, draft=replace(alone.draft, capacity=Capacity.PROXY))
    name = squeezed(alone.draft.applicant.full_name)
    assert all_words(declarations.of_sheet(alone)).count(name) == (
        all_words(declarations.of_sheet(proxy)).count(name) + 1
    )


def test_consent_through_vneid_puts_name_and_number_in_place_of_a_signature() -> None:
    sheet = residence(
        residence_basis="rented",
        owner_consent="vneid",
        owner_full_name="Lê Thị Mẫu",
        owner_citizen_id="000196000031",
    )
    words = declaration_words(sheet.definition, sheet.filled, DAY, signing=SIGNING)
    _, owner, _, declarant = words.signatures
    assert (owner.hint, owner.name) == ("(Đã đồng ý qua VNeID)", "Lê Thị Mẫu, số định danh 000196000031")
    assert (declarant.name, declarant.dated) == (SIGNING.name, SIGNING.dated_short)


def test_an_answer_that_a_rule_has_hidden_is_not_printed() -> None:
    shown = residence(
        residence_basis="rented",
        owner_consent="vneid",
        owner_full_name="Lê Thị Mẫu",
        owner_citizen_id="000196000031",
    )
    hidden = drafting().declare(shown, "residence_basis", "own")
    words = declaration_words(hidden.definition, hidden.filled, DAY, signing=SIGNING)
    assert "Lê Thị Mẫu" not in str(words)


def test_bride_and_groom_stand_side_by_side_in_the_order_of_their_signatures(fonts: Fonts) -> None:
    words = blank_words(forms().version("ket_hon", "04-2020"))
    (table,) = [each for section in words.sections for each in section.entries if isinstance(each, FormTable)]
    assert [column.heading for column in table.table.columns] == ["", "Bên nữ", "Bên nam"]
    assert table.table.rows[0][0] == "Họ, chữ đệm, tên"
    assert draw_form(words, fonts=fonts, marks=Marks(), created_at=MORNING)


def test_an_answer_in_capitals_stands_behind_number_label_and_mark() -> None:
    field = Field("full_name", "Họ và tên", "", FieldKind.TEXT, number="[01]", mark="(2)", capitals=True)
    assert entry_of(field, "Trần Thị Hòa") == LabelledLine("[01] Họ và tên(2):", "TRẦN THỊ HÒA", short=True)


def test_an_answer_leaves_as_much_room_for_the_pen_as_its_form_says() -> None:
    field = Field("reason", "Lý do", "", FieldKind.LONG_TEXT, lines=4)
    assert entry_of(field, "") == LabelledLine("Lý do:", "", lines=4)
    assert entry_of(field, "Chuyển nhà") == LabelledLine("Lý do:", "Chuyển nhà")
    table = entry_of(Field("rows", "Hàng", "", FieldKind.TABLE, columns=(field,), rows=7), ())
    assert isinstance(table, FormTable)
    assert table.table.rows == (("", ""),) * 7


def test_what_is_not_asked_for_stands_on_the_sheet_only_where_the_form_says_so() -> None:
    form = forms().version("tk01_ho_chieu", "69-2026")
    empty = {field.name: Answer("") for field in form.fields()}
    first = FilledForm(form.code, form.version, {**empty, "request_kind": Answer("first")})
    words = str(declaration_words(form, first, DAY, signing=SIGNING).sections)
    assert form.field("last_passport").on_paper is OnPaper.ALWAYS
    assert "14. Hộ chiếu phổ thông cấp lần gần nhất" in words
    assert "Cấp ngày" not in words
    assert "Cấp ngày" in str(blank_words(form).sections)


def test_a_received_dossier_prints_what_its_draft_did(declarations: Declarations) -> None:
    clock = FixedClock(MORNING)
    calendar = read_calendar(RESOURCES / "holidays.toml", RESOURCES / "office_hours.toml")
    reception = Reception(FakeStore(), binding(clock), calendar, clock)
    sheet = residence(address="Số 12 phố Mẫu", to_date="2027-11-01", residence_basis="own")
    whole = drafting().excuse(sheet, "ownership", "Xem bản chính, không lưu")
    assert declarations.of_dossier(reception.receive(whole)) == declarations.of_sheet(whole)
