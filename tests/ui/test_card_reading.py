"""What a camera's frames say of a card: its code first, the lines on its back where no code is read."""

from dataclasses import replace
from io import BytesIO

import numpy as np
import pytest
import segno
from crafts.scanning.type_scenes import ZONE, held, zone_card

from counter_app.domain.citizen_id import Sex
from counter_app.domain.mrz import MachineReadableZone, read_zone
from counter_app.ui.card_reading import CardReader, has_zone_beside
from counter_app.ui.steady_zone import SteadyZone
from scanning.frames import Frame, Pixels, decode_picture
from scanning.view import ViewHint

HUONG = "000199000123||Nguyễn Thị Ví Dụ|15031999|Nữ|Số 1 đường Mẫu|01072021"
MINH = "000099000456||Trần Đức Minh|02021999|Nam|Số 2 đường Mẫu|01072021"


def code(text: str) -> Pixels:
    picture = BytesIO()
    segno.make(text, error="m", version=9).save(picture, kind="png", scale=4, border=6)
    return decode_picture(picture.getvalue()).pixels


def at(frame: Frame, when: float) -> Frame:
    return Frame(frame.pixels, when)


@pytest.fixture(scope="module")
def back() -> Frame:
    return held(zone_card(), 4)


@pytest.fixture(scope="module")
def one() -> Frame:
    return Frame(code(HUONG))


@pytest.fixture(scope="module")
def two() -> Frame:
    return Frame(np.hstack([code(HUONG), code(MINH)]))


def zone(letters: str = "NGUYEN THI THU HA", sex: Sex | None = Sex.FEMALE) -> MachineReadableZone:
    read = read_zone("\n".join(ZONE))
    assert read is not None
    return replace(read, name_letters=letters, sex=sex)


def test_lines_are_looked_for_at_once_and_then_only_after_a_second_without_a_code(back: Frame) -> None:
    reader = CardReader()
    found = [reader.look(at(back, when)).zone is not None for when in (5.0, 5.3, 5.9, 6.1, 6.2, 6.6)]
    assert found == [True, False, False, True, False, True]


def test_a_code_that_was_just_read_puts_the_lines_off(back: Frame, one: Frame) -> None:
    reader = CardReader()
    assert reader.look(at(one, 5.0)).payloads
    assert [reader.look(at(back, when)).zone for when in (5.5, 5.9)] == [None, None]
    assert reader.look(at(back, 6.1)).zone == zone()


def test_a_text_that_does_not_vouch_for_itself_is_read_by_another_engine_at_once(one: Frame) -> None:
    reader = CardReader()
    doubtful = reader.look(at(Frame(code("000199000123|no card")), 5.0)).payloads
    assert len({read.engine for read in doubtful}) == 2
    assert len({read.text for read in doubtful}) == 1
    assert len(reader.look(at(one, 5.1)).payloads) == 1


def test_two_cards_are_said_to_be_two_while_only_one_of_them_is_read(one: Frame, two: Frame) -> None:
    reader = CardReader()
    looks = [reader.look(at(frame, when)) for frame, when in ((two, 1.0), (two, 1.1), (one, 1.9), (one, 2.3))]
    assert [look.two_cards for look in looks] == [True, True, True, False]
    assert [look.hint for look in looks] == [ViewHint.TWO_CARDS] * 3 + [None]
    assert [len(look.payloads) for look in looks] == [2, 2, 1, 1]


def test_a_zone_is_sure_when_it_was_read_twice_and_comes_once() -> None:
    steady = SteadyZone()
    fed = [steady.feed(zone(), when) for when in (1.0, 1.4, 1.8)]
    assert fed == [None, zone(), None]


def test_another_number_begins_anew_and_a_card_gone_for_long_comes_again() -> None:
    steady, other = SteadyZone(), replace(zone(), expires_on=None)
    assert [steady.feed(seen, when) for seen, when in ((zone(), 1.0), (other, 1.4))] == [None, None]
    assert steady.feed(other, 1.8) == other
    assert [steady.feed(None, 4.0), steady.feed(other, 5.5), steady.feed(other, 5.9)] == [None, None, other]


@pytest.mark.parametrize(
    ("first", "second", "sure"),
    [
        (zone(""), zone(), zone()),
        (zone("NGUYEN THI THU NA"), zone(), zone("")),
        (zone(sex=None), zone(), zone()),
        (zone(sex=Sex.MALE), zone(), zone(sex=None)),
    ],
)
def test_name_and_sex_that_nothing_guards_must_agree(
    first: MachineReadableZone, second: MachineReadableZone, sure: MachineReadableZone
) -> None:
    steady = SteadyZone()
    steady.feed(first, 1.0)
    assert steady.feed(second, 1.4) == sure


def test_only_cards_since_2024_bear_lines_beside_their_code() -> None:
    assert not has_zone_beside(HUONG)
    assert has_zone_beside(HUONG + "|Nguyễn Văn Mẫu|Trần Thị Mẫu||")
    assert not has_zone_beside("a|b|c|d|e|f|g|h|i")
