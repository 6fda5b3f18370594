"""A scan that came as keys is the card letter by letter, or its digits; never another card."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.card_payload import NotACitizenCard, read_card
from counter_app.domain.citizen import CitizenCard
from counter_app.domain.citizen_id import CitizenId
from counter_app.domain.dates import PartialDate
from counter_app.domain.typed_scan import Damage, TypedScan, read_typed

OLDER = (
    "000199000017|012345678|Nguyễn Thị Thu Hà|15031999|Nữ|Số 8, ngõ 12 phố Mẫu, Long Biên, Hà Nội|10052022"
)
NEWER = "000202000026||Trần Đức Minh|08072002|Nam|Thôn 3, Xã Mẫu, Thái Bình|22122024||||"
BARE = "000080000031||Siu Ba|09011980|Nam|Ia Krai, Ia Grai, Gia Lai|01022022"

Damaging = Callable[[str], str]

families = st.sampled_from(
    ["Nguyễn", "Trần", "Lê", "Phạm", "Đỗ", "Võ", "Bùi", "Ksor", "H'Lan", "Y", "Siu", "Lò"]
)
given_names = st.sampled_from(
    ["Thị", "Văn", "Thu", "Hà", "Lợi", "Sơn", "Phượng", "Ánh", "Ngọc", "Ba", "Blor", "K'Brin", "Đức", "Ly"]
)
places = st.sampled_from(
    [
        "Số 8, ngõ 12 phố Mẫu, Thạch Bàn, Long Biên, Hà Nội",
        "K112/5 Ông Ích Khiêm, Hải Châu, Đà Nẵng",
        "Ia Krai, Ia Grai, Gia Lai",
        "Tổ 7893, Ấp 3, Bến Tre",
        "Thôn Sơn Hà (cũ), Lào Cai",
        "Khu A1, TP. Cà Mau",
        "Long An",
    ]
)


@st.composite
def payloads(draw: st.DrawFn) -> str:
    year, woman = draw(st.integers(1940, 2015)), draw(st.booleans())
    century = (2 if year >= 2000 else 0) + woman
    number = f"000{century}{year % 100:02d}{draw(st.integers(0, 999_999)):06d}"
    name = " ".join([draw(families), *draw(st.lists(given_names, min_size=1, max_size=4))])
    former = draw(st.sampled_from(["", "012345678"]))
    end = draw(st.sampled_from(["", "||||"]))
    born = f"0103{year}"
    return f"{number}|{former}|{name}|{born}|{'Nữ' if woman else 'Nam'}|{draw(places)}|01022022{end}"


def without_marks(letter: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", letter) if not unicodedata.combining(c))


def passes(letter: str, page: str) -> bool:
    try:
        letter.encode(page)
    except UnicodeError:
        return False
    return True


def narrow(page: str, lost: Callable[[str], str], form: str) -> Damaging:
    """Let through what one code page has; what it lacks is lost in its way."""

    def damage(text: str) -> str:
        decomposed = unicodedata.normalize(form, text)  # type: ignore[arg-type]
        return "".join(letter if passes(letter, page) else lost(letter) for letter in decomposed)

    return damage


def doubled(page: str, control: Callable[[str], str]) -> Damaging:
    """Read UTF-8 by a code page; what is no letter there passes, falls out or becomes a mark."""

    def damage(text: str) -> str:
        read = (bytes([byte]).decode(page, errors="replace") for byte in text.encode())
        return "".join(
            letter if letter != "\ufffd" else control(chr(byte))
            for byte, letter in zip(text.encode(), read, strict=True)
        )

    return damage


def mod_256(page: str) -> Damaging:
    """Type Alt and a number, of which the system keeps eight bits."""
    return lambda text: "".join(
        c if c.isascii() else bytes([ord(c) % 256]).decode(page, "replace") for c in text
    )


def layout(pairs: str) -> Damaging:
    was, became = pairs.split()
    return lambda text: text.translate(str.maketrans(was, became))


def telex(text: str) -> str:
    """Write marks out as the letters that type them."""
    tones = {
        "\u0300": "f",
        "\u0301": "s",
        "\u0303": "x",
        "\u0309": "r",
        "\u0323": "j",
        "\u031b": "w",
        "\u0306": "w",
    }
    pieces = unicodedata.normalize("NFD", text.replace("đ", "dd").replace("Đ", "DD"))
    return "".join(tones.get(c, "" if unicodedata.combining(c) else c) for c in pieces)


LOST: list[Callable[[str], str]] = [
    lambda _: "",
    lambda _: "?",
    lambda _: "\ufffd",
    lambda _: " ",
    without_marks,
]
NARROW = [
    narrow(page, lost, form)
    for page in ("ascii", "latin-1", "cp1252", "cp1258", "cp437", "gbk")
    for lost in LOST
    for form in ("NFC", "NFD")
]
DOUBLED = [
    doubled(page, control)
    for page in ("cp1252", "cp1258", "latin-1", "cp437", "cp850")
    for control in (str, lambda _: "", lambda _: "?")
]
LAYOUTS = [
    layout("|~ ~¬"),  # an American scanner on a British keyboard
    layout('|"@ ~@"'),
    layout("|':()-/ }:+)_-/"),  # on a Japanese one, about
    layout("|/' };~"),  # on a Brazilian one, about
    layout("|0123456789aqwzm £à&é\"'(-è_çqaz?,"),  # on a French one, about
    layout("|0123456789 |đăâêô\u0300\u0309\u0303\u0301\u0323"),  # on a Vietnamese one
    layout("|yzYZ/ 'zyZY-"),  # on a German one
    layout("|yzYZ/ >zyZY-"),  # a British scanner on a German keyboard
    layout("| >"),
    layout("| ¦"),
]
CASES: list[Damaging] = [
    str.swapcase,
    lambda text: "".join(c.swapcase() if c.isascii() else c for c in text),
    str.upper,
    str.lower,
]
AROUND: list[Damaging] = [
    lambda text: text + "\r",
    lambda text: "\ufeffCCCD: " + text + "\r\n",
    lambda text: "]Q1" + text + "\t",
    lambda text: text + "\0",
    lambda text: text,
]
OTHERS: list[Damaging] = [
    telex,
    mod_256("cp1252"),
    mod_256("cp437"),
    lambda text: "".join(chr(byte & 0x7F) for byte in text.encode() if byte & 0x7F >= 32),
    lambda text: "".join(c if c.isascii() else str(ord(c)) for c in text),
    lambda text: "".join(c if c.isascii() else f"0{ord(c)}" for c in text),
    lambda text: unicodedata.normalize("NFD", text),
    lambda text: text.encode().decode("gb18030", errors="ignore"),
]
models = st.sampled_from([*NARROW, *DOUBLED, *LAYOUTS, *CASES, *OTHERS, *AROUND])


def card_or_refusal(text: str) -> CitizenCard | None:
    try:
        return read_card(text)
    except NotACitizenCard:
        return None


@given(payload=payloads(), first=models, second=models, around=st.sampled_from(AROUND))
def test_whatever_happens_on_the_way_a_scan_is_exact_or_reduced_to_its_digits(
    payload: str, first: Damaging, second: Damaging, around: Damaging
) -> None:
    card, read = read_card(payload), read_typed(around(second(first(payload))))
    if read.citizen_id is None:
        assert card_or_refusal(read.text) in (card, None)
    else:
        assert (read.text, read.citizen_id) == ("", card.citizen_id)
        assert read.born_on in (card.born_on, None)


@given(payload=payloads(), around=st.sampled_from(AROUND))
def test_an_input_method_at_work_leaves_the_digits_only(payload: str, around: Damaging) -> None:
    read = read_typed(around(payload), input_method=True)
    assert (read.text, read.citizen_id) == ("", CitizenId(payload[:12]))
    assert Damage.INPUT_METHOD in read.damages


@given(payload=payloads(), around=st.sampled_from(AROUND))
def test_a_card_with_proven_letters_comes_whole(payload: str, around: Damaging) -> None:
    read = read_typed(around(payload))
    if any("\u1ea0" <= letter <= "\u1ef9" for letter in payload):
        assert (read_card(read.text), read.damages) == (read_card(payload), ())
    else:
        assert read.damages == (Damage.LETTERS_LOST,)


@given(st.text(max_size=200), st.booleans())
def test_any_keys_are_read_without_an_error(typed: str, input_method: bool) -> None:  # noqa: FBT001 - hypothesis gives it
    read_typed(typed, input_method=input_method)


@pytest.mark.parametrize(
    ("damage", "named"),
    [
        (OLDER.replace("|", "~"), Damage.LAYOUT),
        (OLDER.encode().decode("latin-1"), Damage.CODE_PAGE),
        (OLDER.encode().decode("cp437"), Damage.CODE_PAGE),
        (OLDER.swapcase(), Damage.CAPITALS),
    ],
)
def test_what_can_be_mended_with_certainty_is_mended_and_named(damage: str, named: Damage) -> None:
    read = read_typed(damage)
    assert read_card(read.text) == read_card(OLDER)
    assert read.damages == (named,)


@pytest.mark.parametrize(
    ("damage", "named"),
    [
        (OLDER.replace("ễ", "?").replace("ị", "?"), Damage.LETTERS_LOST),
        (telex(OLDER), Damage.LETTERS_LOST),
        (OLDER.replace("|", "*"), Damage.LAYOUT),
        (BARE, Damage.LETTERS_LOST),
    ],
)
def test_what_is_not_certain_leaves_number_and_birth_date(damage: str, named: Damage) -> None:
    read = read_typed(damage)
    assert (read.text, str(read.citizen_id)) == ("", damage[:12])
    assert read.born_on in {PartialDate(1999, 3, 15), PartialDate(1980, 1, 9)}
    assert read.damages == (named,)


@pytest.mark.parametrize("keyboard", LAYOUTS[4:6])
def test_digits_that_a_foreign_keyboard_typed_as_letters_give_the_number(keyboard: Damaging) -> None:
    read = read_typed(keyboard(NEWER))
    assert (str(read.citizen_id), read.damages) == (NEWER[:12], (Damage.LAYOUT,))


@pytest.mark.parametrize("german", LAYOUTS[6:8])
@pytest.mark.parametrize(("name", "home"), [("Nguyễn Thị Hà", "Phố Mẫu"), ("Trần Thị Hà", "K112/5 Mẫu")])
def test_letters_that_another_layout_exchanges_are_never_taken_for_the_cards(
    german: Damaging, name: str, home: str
) -> None:
    read = read_typed(german(f"000199000017||{name}|15031999|Nữ|{home}|10052022"))
    assert (read.text, str(read.citizen_id), read.born_on) == ("", "000199000017", PartialDate(1999, 3, 15))


@pytest.mark.parametrize("other", ["https://example.invalid/?a=1", "", "000199000017", "8934567890123"])
def test_what_is_no_card_is_passed_on_as_it_came(other: str) -> None:
    assert read_typed(other) == TypedScan(other)


def test_a_number_whose_year_is_not_the_birth_dates_gives_no_birth_date() -> None:
    read = read_typed(BARE.replace("09011980", "09011981"))
    assert (str(read.citizen_id), read.born_on) == (BARE[:12], None)
