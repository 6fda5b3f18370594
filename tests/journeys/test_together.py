"""What is handed in together: the life events, and several procedures in one citizen's basket."""

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from journeys.driver import DeskDriver, card_picture, desk_in, text_of
from services.people import cast, population

from counter_app.__main__ import main
from counter_app.bootstrap.desk import RESOURCES
from counter_app.domain.calendar import VIETNAM
from counter_app.domain.citizen import PopulationRecord
from counter_app.domain.dossier import Capacity, Dossier
from counter_app.services.reception import Incomplete
from forms.answers import FilledForm, Origin
from printing.sheet import PaperSize
from scanning.frames import encode_jpeg

BIRTH, DEATH = "3.000722", "2.002913"
DYING_BUNDLE = Path(__file__).with_name("dying_bundle.py")
WIDOWED = {
    "relation": "wife",
    "death_place": "Bệnh viện Đa khoa Mẫu, phường Thí Điểm, thành phố Hà Nội",
    "death_cause": "Bệnh tuổi già",
    "notice_kind": "electronic",
    "notice_number": "00012/GBT",
    "notice_issued_by": "Bệnh viện Đa khoa Mẫu",
    "notice_issued_on": "2026-04-21",
    "funeral_benefit": "social_protection",
    "wants_funeral": "yes",
    "beneficiary_group": "social_protection",
    "buried_on": "2026-04-22",
    "burial_place": "Nghĩa trang xã Mẫu, tỉnh Nghệ An",
    "payment": "cash",
    "wants_copies": "no",
}


def widow() -> PopulationRecord:
    """Find whose husband the record says has died."""
    died = cast().deceased.citizen_id
    return next(one for one in population() if one.spouse and one.spouse.citizen_id == died)


def birth_declared(desk: DeskDriver) -> None:
    """Have a mother declare a birth as in the example that ships."""
    desk.show_card(cast().ede)
    desk.choose("lien thong khai sinh", Capacity.CHILD)
    desk.answer_as_in_the_example("3.000722-mother")
    desk.read_family()


def afternoon(day: int, month: int = 11) -> datetime:
    return datetime(2026, month, day, 17, 0, tzinfo=VIETNAM)


@pytest.fixture(scope="module")
def birth(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DeskDriver]:
    """Receive one birth for the tests that only look at what became of it."""
    with desk_in(tmp_path_factory.mktemp("birth")) as desk:
        birth_declared(desk)
        desk.receive_all()
        yield desk


def together(desk: DeskDriver) -> tuple[Dossier, ...]:
    """Give the dossiers that were received together."""
    assert desk.dossier is not None
    with desk.opened.desk.store.work() as work:
        return work.linked(desk.dossier.linked)


def test_a_birth_is_declared_once_and_becomes_four_dossiers(birth: DeskDriver) -> None:
    dossiers = together(birth)
    assert [one.procedure_code for one in dossiers] == ["1.001193", "1.004222", "0.000021", "1.116410"]
    assert [one.code[-4:] for one in dossiers] == ["0001", "0002", "0003", "0004"]
    assert birth.drafts() == ()
    assert birth.opened.desk.waiting_to_send() == 4
    for one in dossiers[1:]:
        child = FilledForm.from_json(one.form)
        assert child.value("full_name") == "Trần Minh Khôi"
        assert child.value("born_on") == "2026-11-14"
        assert child.value("citizen_id") == ""  # never the mother's; the child's comes with the birth


def test_what_waits_for_the_birth_is_counted_from_its_outcome(birth: DeskDriver) -> None:
    first, residence, insurance, _ = together(birth)
    assert (first.due_at, first.waits_for) == (afternoon(23), ())
    assert (residence.due_at, residence.waits_for) == (afternoon(3, month=12), (first.code,))
    assert (insurance.due_at, insurance.waits_for) == (afternoon(1, month=12), (first.code,))
    assert residence.processing_words == "07 ngày làm việc, kể từ khi có kết quả Đăng ký khai sinh"


def test_one_acknowledgement_lists_all_and_is_one_print_of_each(birth: DeskDriver) -> None:
    paper = birth.print()
    for one in together(birth):
        assert one.code in paper
    assert "Tổng cộng: 24.000 đồng (Hai mươi tư nghìn đồng)" in paper
    assert "BẢN IN LẠI" not in paper
    third = together(birth)[2]
    again = birth.opened.desk.paperwork.acknowledgement(third.dossier_id, "cb.01", PaperSize.A4)
    assert again.copy_number == 1
    assert "BẢN IN LẠI" in text_of(again.pdf)
    assert [row.prints for row in birth.opened.desk.register.today()] == [2, 2, 2, 2]


def test_a_widow_declares_a_death_of_which_the_record_knows(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        desk.show_card(widow())
        desk.choose(DEATH)
        desk.answer(WIDOWED)
        sheet = desk.read_family()
        assert sheet.filled.value("died_on") == "2026-04-20"
        assert sheet.filled.answer("deceased_full_name").origin is Origin.PREFILLED
        assert [line.paper.slot for line in sheet.missing_papers] == ["death_notice"]
        desk.add_page("death_notice")
        death, removal, funeral = desk.receive_all()
        assert FilledForm.from_json(removal.form).value("removed_full_name") == cast().deceased.full_name
        assert FilledForm.from_json(funeral.form).value("died_on") == "2026-04-20"
        assert [paper.slot for paper in death.papers] == ["death_notice"]
        brought = {excuse.slot: excuse.reason for excuse in removal.excuses + funeral.excuses}
        outcome = "Kết quả của thủ tục Đăng ký khai tử trong cùng hồ sơ liên thông"
        assert (brought["death_certificate"], brought["death_extract"]) == (outcome, outcome)


def test_what_the_declaration_lacks_or_breaks_keeps_all_of_it_back(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        birth_declared(desk)
        desk.answer({"child_birthplace": "", "child_born_on": "2020-11-23"})
        with pytest.raises(Incomplete) as refused:
            desk.receive_all()
        assert [found.field for found in refused.value.findings] == ["child_birthplace"]
        assert "Chỉ dùng cho trẻ em dưới 6 tuổi" in [one.words for one in refused.value.broken]
        assert desk.opened.desk.register.today() == ()
        desk.answer({"child_birthplace": "Trạm Y tế phường Thí Điểm", "child_born_on": "2026-11-14"})
        desk.answer({"wants_insurance": "no", "wants_card": "no"})
        received = desk.receive_all()
        assert [(one.procedure_code, one.number_of_day) for one in received] == [
            ("1.001193", 1),
            ("1.004222", 2),
        ]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL to send on Windows")
@pytest.mark.parametrize(("step", "drafts", "dossiers"), [("answered", 1, 0), ("received", 0, 4)])
def test_a_life_event_is_received_whole_or_not_at_all(
    tmp_path: Path, step: str, drafts: int, dossiers: int
) -> None:
    died = subprocess.run([sys.executable, DYING_BUNDLE, tmp_path, step], check=False, capture_output=True)  # noqa: S603 - our own script
    assert died.returncode == -9, died.stderr.decode()
    with desk_in(tmp_path) as desk:
        wired = desk.opened.desk
        kept, register = wired.drafting.waiting(wired.duty_book.now().official.sign), wired.register.today()
        assert (len(kept), len(register)) == (drafts, dossiers)
        if kept:
            desk.sheet = wired.drafting.resume(kept[0].draft_id, wired.duty_book.now())
            desk.receive_all()
        first = min(wired.register.today(), key=lambda row: row.code).dossier_id
        printed = wired.paperwork.acknowledgement(first, "cb.01", PaperSize.A4)
        assert printed.copy_number == 0
        assert all(f"-000{at}" in text_of(printed.pdf) for at in range(1, 5))


def test_a_basket_shares_what_was_said_and_is_received_together(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        desk.show_card(cast().ede)
        first = desk.choose("1.004194")
        desk.answer_as_in_the_example()
        desk.answer({"phone": "0900000345"})
        second = desk.add("1.010041")
        assert second.draft.draft_id != first.draft.draft_id
        assert second.filled.value("phone") == "0900000345"
        residence, confirmation = desk.receive_all()
        assert [residence.procedure_code, confirmation.procedure_code] == ["1.004194", "1.010041"]
        assert residence.linked == confirmation.linked != ""
        assert confirmation.waits_for == ()
        paper = desk.print()
        assert residence.code in paper
        assert confirmation.code in paper
        assert desk.drafts() == ()


def test_of_a_basket_nothing_is_received_while_one_form_lacks_something(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        desk.show_card(cast().ede)
        desk.choose("1.004194")
        desk.answer_as_in_the_example()
        added = desk.add("2.000635")
        with pytest.raises(Incomplete):
            desk.receive_all()
        assert desk.opened.desk.register.today() == ()
        left = desk.opened.desk.baskets.take_out(added)
        assert left is not None
        desk.sheet = left
        (alone,) = desk.receive_all()
        assert (alone.procedure_code, alone.linked) == ("1.004194", "")


@pytest.mark.parametrize(("code", "dossiers"), [(BIRTH, 4), (DEATH, 3)])
def test_the_command_line_serves_a_life_event(
    tmp_path: Path, code: str, dossiers: int, capsys: pytest.CaptureFixture[str]
) -> None:
    card = tmp_path / "card.jpg"
    card.write_bytes(encode_jpeg(card_picture(cast().ede), 92))
    answers = RESOURCES / "examples" / f"{code}.toml"
    words = ["visit", "--data", tmp_path / "desk", "--card", card, "--procedure", code]
    assert main([*map(str, words), "--answers", str(answers), "--out", str(tmp_path / "out")]) == 0
    said = json.loads(capsys.readouterr().out)
    assert len(said["dossiers"]) == dossiers
    paper = text_of(Path(said["acknowledgement"]).read_bytes())
    assert all(one["code"] in paper for one in said["dossiers"])
    assert said["dossiers"][1]["waits_for"] == [said["dossiers"][0]["code"]]
