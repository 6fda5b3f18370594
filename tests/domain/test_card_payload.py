"""A card's QR is read whole or refused by name; nothing in between."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.card_payload import NotACitizenCard, TwoCards, looks_like_card, of_one_card, read_card
from counter_app.domain.citizen import CitizenCard, Reading
from counter_app.domain.citizen_id import CitizenId, IdDoubt, Sex
from counter_app.domain.dates import PartialDate
from counter_app.domain.other_codes import OtherCode

HOME = "Số 8, ngõ 12 phố Mẫu, Thạch Bàn, Long Biên, Hà Nội"
OLDER = f"000199000017|012345678|Nguyễn Thị Thu Hà|15031999|Nữ|{HOME}|10052022"
YOUNG = "000202000026||Trần Đức Minh|08072002|Nam|Thôn 3, Xã Mẫu, Vũ Thư, Thái Bình|22122021"
NEWER = "000199000017|012345678|Nguyễn Thị Thu Hà|15031999|Nữ|Phố Mẫu, Phúc Lợi, Hà Nội|22082024||||"


def test_seven_parts_are_taken_by_their_places() -> None:
    card = read_card(OLDER)
    assert (str(card.citizen_id), card.former_id) == ("000199000017", "012345678")
    assert (card.full_name, str(card.born_on), card.sex) == ("Nguyễn Thị Thu Hà", "1999-03-15", Sex.FEMALE)
    assert card.residence == HOME
    assert str(card.issued_on) == "2022-05-10"
    assert card.reading is Reading.BY_PLACE


def test_an_empty_former_number_shifts_nothing() -> None:
    card = read_card(YOUNG)
    assert (card.former_id, card.full_name, card.sex) == ("", "Trần Đức Minh", Sex.MALE)


def test_parts_after_the_seventh_are_kept_raw() -> None:
    assert read_card(NEWER).extra == ("", "", "", "")
    assert read_card(NEWER.removesuffix("||||") + "|Cha|Mẹ||000099000001").extra == (
        "Cha",
        "Mẹ",
        "",
        "000099000001",
    )


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("15031999", "1999-03-15"),
        ("1949", "1949"),
        ("00001949", "1949"),
        ("00031949", "1949-03"),
        ("01011949", "1949-01-01"),
    ],
)
def test_a_birth_date_is_never_made_more_exact_than_it_is(written: str, known: str) -> None:
    assert str(read_card(OLDER.replace("15031999", written)).born_on) == known


@pytest.mark.parametrize("noise", ["\ufeff{}", "{}\r\n", "{}\r", "\t{}\n", "{}\0", "CCCD: {}", "  {}  "])
def test_what_scanners_add_around_a_payload_is_dropped(noise: str) -> None:
    assert read_card(noise.format(OLDER)) == read_card(OLDER)


@pytest.mark.parametrize("bar", ["~", "}", ">", "¦"])
def test_a_hand_scanner_with_another_keyboard_layout_is_understood(bar: str) -> None:
    assert read_card(OLDER.replace("|", bar)) == read_card(OLDER)


def test_decomposed_and_double_encoded_letters_become_vietnamese_again() -> None:
    assert read_card(unicodedata.normalize("NFD", OLDER)) == read_card(OLDER)
    doubled = OLDER.replace("Thị", "Đặng").encode().decode("latin-1")
    assert read_card(doubled) == read_card(OLDER.replace("Thị", "Đặng"))


def test_spoilt_letters_leave_the_name_empty_rather_than_wrong() -> None:
    card = read_card(OLDER.replace("Nguyễn Thị", "Nguy?n Th?"))
    assert card.full_name == ""
    assert str(card.citizen_id) == "000199000017"


def test_parts_in_another_order_are_found_by_pattern_and_said_so() -> None:
    card = read_card("000199000017|Nguyễn Thị Thu Hà|15031999|Nữ|Phố Mẫu, Hà Nội")
    assert card.reading is Reading.BY_PATTERN
    assert (card.full_name, card.residence) == ("Nguyễn Thị Thu Hà", "Phố Mẫu, Hà Nội")
    assert not looks_like_card("000199000017|Nguyễn Thị Thu Hà|15031999|Nữ|Phố Mẫu, Hà Nội")


@pytest.mark.parametrize("name", ["", "Nguy?n Thị Thu Hà", "Nguyá»…n Thị Thu Hà"])
def test_a_card_without_a_sound_name_does_not_look_like_one_that_was_read_whole(name: str) -> None:
    assert looks_like_card(OLDER)
    assert not looks_like_card(OLDER.replace("Nguyễn Thị Thu Hà", name))


@pytest.mark.parametrize(("right", "other"), [("Nữ", "Nam"), ("15031999", "15031998"), ("000199", "099199")])
def test_a_number_that_disagrees_with_the_rest_is_not_believed_at_first_sight(right: str, other: str) -> None:
    assert not looks_like_card(OLDER.replace(right, other, 1))
    assert read_card(OLDER.replace(right, other, 1)).doubts


@pytest.mark.parametrize(
    ("shown", "code"),
    [
        ("", OtherCode.EMPTY),
        ("https://example.invalid/tra-cuu?id=000199000017", OtherCode.WEB_ADDRESS),
        ("000199000017|012345678|Nguy", OtherCode.HALF_A_CARD),
        ("000199000017", OtherCode.ID_NUMBER),
    ],
)
def test_what_is_no_card_is_refused_by_name(shown: str, code: OtherCode) -> None:
    with pytest.raises(NotACitizenCard) as refused:
        read_card(shown)
    assert refused.value.shown is code


def test_a_refusal_carries_no_word_of_what_was_shown() -> None:
    with pytest.raises(NotACitizenCard) as refused:
        read_card("000199000017|012345678|Nguyễn Thị Thu")
    assert refused.value.args == (OtherCode.HALF_A_CARD,)


def test_a_card_without_its_end_is_half_a_card_however_long_it_is() -> None:
    with pytest.raises(NotACitizenCard) as refused:
        read_card(OLDER + "|" + "Cha" * 1_000)
    assert refused.value.shown is OtherCode.HALF_A_CARD


@pytest.mark.parametrize(
    "parts",
    [
        "15031999|Nguyễn Thị Thu Hà|Nữ|Phố Mẫu",
        "Nguyễn Thị Thu Hà|Trần Đức Minh|15031999|Nữ",
        "CMND:012345678|Họ tên:Nguyễn Thị Thu Hà|Ngày sinh:15031999",
        "Nguyễn Thị Thu Hà|31129999|Nữ|Phố Mẫu",
    ],
)
def test_a_name_that_could_be_another_part_is_not_guessed(parts: str) -> None:
    with pytest.raises(NotACitizenCard):
        read_card(f"000199000017|{parts}")


def test_of_two_parts_that_claim_to_be_one_neither_is_taken() -> None:
    card = read_card("000199000017|Nguyễn Thị Thu Hà|15031999|Thôn Mẫu|Xã Mẫu|01022022|02022022")
    assert (card.residence, card.issued_on) == ("", None)


def test_a_number_that_disagrees_with_sex_or_year_is_shown_and_not_refused() -> None:
    card = read_card(OLDER.replace("|Nữ|", "|Nam|").replace("15031999", "15031998"))
    assert card.doubts == (IdDoubt.OTHER_SEX, IdDoubt.OTHER_BIRTH_YEAR)


@given(st.text(max_size=300))
def test_any_text_is_a_card_or_a_refusal(text: str) -> None:
    try:
        card = read_card(text)
    except NotACitizenCard:
        return
    assert len(str(card.citizen_id)) == 12


LETTERS = (
    "aăâbcdđeêghiklmnoôơpqrstuưvxyàằầèềìòồờùừỳảẳẩẻểỉỏổởủửỷãẵẫẽễĩõỗỡũữỹáắấéếíóốớúứýạặậẹệịọộợụựỵ"
    "AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXYÁẮẤÉẾÍÓỐỚÚỨÝĬĭŎŏŬŭČčÑñĔĕwjzfWJZF"
)


def words(alphabet: str, most: int) -> st.SearchStrategy[str]:
    """Make words with one blank between them, as a card has them."""
    return st.text(alphabet, min_size=1, max_size=most).map(lambda text: " ".join(text.split()))


DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))
BIRTHS = st.one_of(
    st.dates(date(1900, 1, 1), date(2060, 12, 31)).map(PartialDate.from_date),
    st.builds(PartialDate, st.integers(1900, 2060)),
    st.builds(PartialDate, st.integers(1900, 2060), st.integers(1, 12)),
)
CARDS = st.builds(
    CitizenCard,
    citizen_id=st.from_regex(r"000[0-9]{9}", fullmatch=True).map(CitizenId),
    full_name=words(LETTERS + " '-", 60).filter(bool),
    born_on=BIRTHS,
    sex=st.sampled_from(Sex),
    former_id=st.sampled_from(["", "012345678", "000199000025"]),
    residence=words(LETTERS + " ',./-()0123456789", 120),
    issued_on=st.none() | DAYS,
    extra=st.lists(words(LETTERS + " 0123456789", 30), max_size=6).map(tuple),
)


def written(card: CitizenCard) -> str:
    """Write the text that stands in a card's QR."""
    assert card.born_on is not None
    assert card.sex is not None
    born = f"{card.born_on.day or 0:02}{card.born_on.month or 0:02}{card.born_on.year:04}"
    issued = f"{card.issued_on:%d%m%Y}" if card.issued_on else ""
    sex = {Sex.MALE: "Nam", Sex.FEMALE: "Nữ"}[card.sex]
    parts = [str(card.citizen_id), card.former_id, card.full_name, born, sex, card.residence, issued]
    return "|".join([*parts, *card.extra])


@given(CARDS)
def test_what_a_card_says_comes_back_letter_by_letter(card: CitizenCard) -> None:
    assert read_card(written(card)) == card


@given(CARDS)
def test_a_card_whose_letters_were_taken_apart_is_the_same_card(card: CitizenCard) -> None:
    assert read_card(unicodedata.normalize("NFD", written(card))) == card


def test_of_the_codes_in_one_picture_the_cards_is_taken_and_the_whole_one_first() -> None:
    half = OLDER[:20]
    assert of_one_card(("https://example.invalid", half, OLDER)) == OLDER
    assert of_one_card(("https://example.invalid", half)) == half
    assert of_one_card(("https://example.invalid",)) == "https://example.invalid"


def test_two_cards_in_one_picture_are_refused() -> None:
    with pytest.raises(TwoCards):
        of_one_card((OLDER, OLDER.replace("000199000017", "000199000456")))
