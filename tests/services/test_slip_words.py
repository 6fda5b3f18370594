"""The words of slips: made of what is on record, with room for the pen where nothing is."""

from dataclasses import fields, is_dataclass, replace
from datetime import timedelta

import pytest
from services.counter import DUTY, Counter, binding, packs
from services.people import RESOURCES, at_the_desk, cast

from counter_app.domain.dossier import Dossier
from counter_app.domain.look_up import LookUpDone, LookUpOutcome
from counter_app.domain.paper import Page, PageSource, Paper
from counter_app.domain.payment_code import is_payment
from counter_app.domain.procedure import Slips
from counter_app.domain.required_paper import Database
from counter_app.domain.slip import AskedPaper, SlipGround, SlipKind
from counter_app.services.calendar_data import read_calendar
from counter_app.services.citizen_words import (
    CollectingAccount,
    citizen_words,
    fee_words,
    mail_label_words,
    page_label_words,
)
from counter_app.services.control_words import control_words, register_words
from counter_app.services.drafting import Sheet
from counter_app.services.reception import Reception
from counter_app.services.slip_sets import read_slip_sets
from counter_app.services.slip_subject import SlipSubject, subject_of_dossier, subject_of_sheet
from counter_app.services.slip_words import (
    apology_words,
    lacking,
    refusal_words,
    supplement_words,
    suspension_words,
)
from counter_app.services.timekeeping import ClockStanding
from forms.example import read_example
from forms.wording import moment
from printing.supplement_request import SupplementItem

CALENDAR = read_calendar(RESOURCES / "holidays.toml", RESOURCES / "office_hours.toml")
RESIDENCE = "1.004194"
ACCOUNT = CollectingAccount("Ngân hàng mẫu", "970436", "0011009999999", "Kho bạc mẫu")
COUNTER = Counter()
NOW = COUNTER.clock.now()


def asking(items: tuple[SupplementItem, ...]) -> SlipGround:
    """State what a supplement request asks for."""
    papers = tuple(AskedPaper(one.name, one.kind, one.reason, one.law) for one in items)
    return SlipGround("slips", SlipKind.SUPPLEMENT, 1, NOW, "ntm", papers=papers)


@pytest.fixture(scope="module")
def sheet() -> Sheet:
    """Fill the shipped example, no paper handed in."""
    begun = COUNTER.begin(at_the_desk(cast().ede), RESIDENCE, "slips")
    example = read_example(RESOURCES / "examples" / f"{RESIDENCE}.toml", begun.definition, today=begun.today)
    return COUNTER.drafting.answer_all(begun, example.answers, example.unlock)


@pytest.fixture(scope="module")
def dossier(sheet: Sheet) -> Dossier:
    """Receive it with its papers excused."""
    for line in sheet.missing_papers:
        sheet = COUNTER.drafting.excuse(sheet, line.paper.slot, "Đã tra cứu")
    return Reception(COUNTER.store, binding(COUNTER.clock), CALENDAR, COUNTER.clock).receive(sheet)


@pytest.fixture(scope="module")
def subject(dossier: Dossier) -> SlipSubject:
    sets = read_slip_sets(RESOURCES / "slips.toml")
    return replace(subject_of_dossier(dossier, packs()[0]), sets=sets)


def test_everything_that_is_lacking_stands_in_one_request_with_its_law(sheet: Sheet) -> None:
    wanted = [each for each in sheet.procedure.papers if not each.grounds]
    papers = tuple(replace(each, needed_if=None, required=True) for each in wanted)
    items = lacking(replace(sheet, procedure=replace(sheet.procedure, papers=papers)))
    assert [item.name for item in items] == [paper.name for paper in papers] != []
    assert all(item.reason.startswith("Chưa nộp") and item.law for item in items)
    words = supplement_words(subject_of_sheet(sheet), DUTY, NOW, ground=asking(items))
    assert words.items == items
    assert words.concerned.applicant == sheet.draft.applicant.full_name
    assert words.head.dossier_code == "", "nothing was received, so there is no code"


def test_a_paper_that_a_database_may_hold_is_asked_for_only_after_a_look_up_that_failed(
    sheet: Sheet,
) -> None:
    line = next(each for each in sheet.checklist if each.ground and each.paper.slot == "ownership")
    needed = replace(sheet.procedure, papers=(replace(line.paper, needed_if=None, required=True),))
    before = replace(sheet, procedure=needed)
    assert lacking(before) == ()
    done = LookUpDone(Database.LAND, "ownership", LookUpOutcome.NOTHING, NOW, DUTY.official.sign)
    draft = replace(before.draft, look_ups=(done,))
    (item,) = lacking(replace(before, draft=draft))
    assert f"Tra cứu lúc {moment(NOW)}: cơ sở dữ liệu không có thông tin" in item.reason


def test_makers_remarks_are_no_law(sheet: Sheet) -> None:
    line = next(each for each in sheet.procedure.papers if each.slot == "authorisation")
    needed = replace(sheet.procedure, papers=(replace(line, needed_if=None, required=True),))
    (item,) = lacking(replace(sheet, procedure=needed))
    assert item.law == "Bộ luật Dân sự 91/2015/QH13, Điều 134 đến Điều 138"


def test_the_police_have_forms_of_their_own(subject: SlipSubject) -> None:
    ours = replace(subject, slips=Slips.GENERAL)
    assert subject.slips is Slips.RESIDENCE
    assert supplement_words(subject, DUTY, NOW).head.form_number == "Mẫu CT05"
    assert supplement_words(ours, DUTY, NOW).head.form_number == ""
    assert refusal_words(subject, DUTY, NOW).head.form_number == "Mẫu CT06"
    assert refusal_words(replace(subject, slips=Slips.IDENTITY), DUTY, NOW).head.form_number == "Mẫu CC03"


def test_an_apology_gives_a_new_time_only_where_the_clock_gives_one_to_come(
    dossier: Dossier, subject: SlipSubject
) -> None:
    def said(standing: ClockStanding) -> str:
        late = dossier.due_at + timedelta(days=1)
        return apology_words(subject, dossier, standing, office=DUTY.office, when=late).new_due_at

    later = dossier.due_at + timedelta(days=3)
    assert said(ClockStanding(dossier.due_at, later)) == moment(later)
    assert said(ClockStanding(dossier.due_at, dossier.due_at)) == ""
    assert said(ClockStanding(dossier.due_at, None)) == ""


def test_what_no_record_has_is_left_to_the_pen(dossier: Dossier, subject: SlipSubject) -> None:
    words = suspension_words(subject, dossier, office=DUTY.office, when=NOW)
    assert {words.asked_by, words.stage, words.decision, words.reason, words.signer_name} == {""}
    assert words.received_at == moment(dossier.received_at)
    assert "…" in words.head.number


def test_a_control_sheet_begins_with_the_reception(dossier: Dossier, subject: SlipSubject) -> None:
    (first,) = control_words(subject, dossier, packs()[0], duty=DUTY, when=NOW).hand_overs
    assert (first.giver, first.taker) == (dossier.applicant.full_name, dossier.official_name)
    assert first.taken_at == moment(dossier.received_at)


def test_the_register_lists_a_day_in_the_order_of_its_numbers(dossier: Dossier) -> None:
    second = replace(dossier, number_of_day=dossier.number_of_day + 1)
    words = register_words((second, dossier), packs()[0], duty=DUTY, day=NOW.date(), when=NOW)
    assert [line.number for line in words.lines] == [str(one.number_of_day) for one in (dossier, second)]
    assert {line.returned_at for line in words.lines} == {""}


def test_a_fee_is_paid_by_code_only_where_something_is_due_and_the_account_is_known(
    dossier: Dossier, subject: SlipSubject
) -> None:
    costly, free = replace(dossier, fee=15_000), replace(dossier, fee=0)
    words = fee_words(subject, costly, duty=DUTY, when=NOW, account=ACCOUNT, receipt="26TAB 0000017")
    assert (words.total, words.total_in_words) == ("15.000 đồng", "Mười lăm nghìn đồng")
    assert words.receipt == "26TAB 0000017"
    assert words.transfer
    assert is_payment(words.transfer.payload)
    assert "540515000" in words.transfer.payload
    assert words.transfer.content in words.transfer.payload
    assert fee_words(subject, costly, duty=DUTY, when=NOW).transfer is None
    assert fee_words(subject, free, duty=DUTY, when=NOW, account=ACCOUNT).transfer is None


def test_the_citizens_slip_names_the_weekday_of_the_time_promised(
    dossier: Dossier, subject: SlipSubject
) -> None:
    sunday = dossier.due_at - timedelta(days=(dossier.due_at.weekday() + 1) % 7)
    pack = packs()[0].version(dossier.procedure_code, dossier.procedure_version)
    words = citizen_words(subject, replace(dossier, due_at=sunday), pack, DUTY.office)
    assert words.due_hour.endswith("Chủ nhật")
    assert words.due_day == f"ngày {sunday:%d} tháng {sunday:%m} năm {sunday:%Y}"


def test_every_page_handed_in_has_a_label(dossier: Dossier) -> None:
    page = Page("0" * 64, (), PageSource.FILE, NOW)
    papers = (
        Paper("a", "Hợp đồng", (page, page)),
        Paper("b", "Cũ", (), reused_from="H"),
        Paper("c", "Văn bản", (page,)),
    )
    labels = page_label_words(replace(dossier, papers=papers))
    assert [label.place for label in labels] == [
        "Giấy tờ 1/2 · Trang 1/2",
        "Giấy tờ 1/2 · Trang 2/2",
        "Giấy tờ 2/2 · Trang 1/1",
    ]


def test_no_slip_shows_a_citizens_number(dossier: Dossier, subject: SlipSubject, sheet: Sheet) -> None:
    made = (
        supplement_words(subject, DUTY, NOW, ground=asking(lacking(sheet))),
        suspension_words(subject, dossier, office=DUTY.office, when=NOW),
        control_words(subject, dossier, packs()[0], duty=DUTY, when=NOW),
        fee_words(subject, dossier, duty=DUTY, when=NOW, account=ACCOUNT),
        mail_label_words(subject, DUTY.office),
    )
    for words in made:
        assert is_dataclass(words)
        said = "".join(str(getattr(words, one.name)) for one in fields(words))
        assert dossier.applicant.citizen_id.digits not in said
