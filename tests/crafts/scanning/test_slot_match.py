"""A page is proposed for the paper it is, and a paper on which somebody else stands is pointed out."""

import pytest
from crafts.scanning.text_scenes import NAME, NUMBER, text_of

from scanning.slot_match import SlotHint, names_another, rank_slots
from scanning.text_facts import PaperFacts, facts_in

BIRTH = SlotHint("birth", ("Tờ khai đăng ký khai sinh",))
STAY = SlotHint("stay", ("Tờ khai thay đổi thông tin cư trú (Mẫu CT01)",))
HOME = SlotHint("home", ("Giấy chứng nhận quyền sử dụng đất", "Hợp đồng thuê nhà"))
WANTED = (BIRTH, STAY, HOME)


def paper(*rows: str) -> PaperFacts:
    return facts_in(text_of(*rows))


def slots(facts: PaperFacts) -> list[str]:
    return [guess.slot for guess in rank_slots(facts, WANTED)]


def test_the_title_names_the_slot() -> None:
    assert slots(paper("TỜ KHAI ĐĂNG KÝ KHAI SINH"))[0] == "birth"


def test_a_title_read_with_wrong_letters_still_names_the_slot() -> None:
    assert slots(paper("TỜ KHAl THAY ĐÔI THÔNG TlN CƯ TRU"))[0] == "stay"


def test_any_name_of_a_slot_will_do() -> None:
    assert slots(paper("HỢP ĐỒNG THUÊ NHÀ Ở")) == ["home"]


def test_the_form_number_alone_names_the_slot() -> None:
    assert slots(paper("Mẫu CT01")) == ["stay"]


@pytest.mark.parametrize("row", ["QUYẾT ĐỊNH", "Kính gửi: ông Bình", "GIẤY KHÁM SỨC KHỎE"])
def test_a_paper_nobody_waits_for_fits_no_slot(row: str) -> None:
    assert slots(paper(row)) == []


def test_a_paper_with_another_name_and_number_is_somebody_elses() -> None:
    other = names_another(
        paper("Họ và tên: Trần Văn Bình", "Số định danh cá nhân: 000085000777"), NAME, [NUMBER]
    )
    assert other is not None
    assert other.name is not None
    assert other.name.text == "Trần Văn Bình"
    assert other.number is not None
    assert other.number.text == "000085000777"


@pytest.mark.parametrize(
    "rows",
    [
        (f"Họ và tên: {NAME}",),
        (f"Họ và tên: {NAME.upper()}", "Số định danh cá nhân: 000085000777"),
        ("Họ và tên: Nguyen Thi Thu Huong",),
        ("Họ và tên: Trần Văn Bình", f"Người được ủy quyền là bà {NAME}"),
        ("Họ và tên: Trần Văn Bình", f"Số định danh cá nhân: {NUMBER}"),
        ("Họ và tên: Trần Văn Bình", "Số định danh cá nhân: 000190000128"),
        ("Họ tên người cha: Trần Văn Bình",),
        ("Quyết định của Ủy ban nhân dân xã",),
        ("Họ và tên: Nguyễn Thị Thu Hường",),
    ],
    ids=["own", "name", "unmarked", "proxy", "number", "misread", "father", "nobody", "tone"],
)
def test_a_paper_that_may_be_the_persons_own_is_not_pointed_out(rows: tuple[str, ...]) -> None:
    assert names_another(paper(*rows), NAME, [NUMBER]) is None


def test_an_unsure_reading_accuses_nobody() -> None:
    facts = facts_in(text_of("Họ và tên: Trần Văn Bình", sure=0.4))
    assert names_another(facts, NAME, [NUMBER]) is None
