"""A payload is let through once, when it is sure."""

from scanning.payload import Payload
from scanning.steady import SteadyReader

_NOWHERE = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))


def _said(text: str, engine: str = "zxing-cpp") -> Payload:
    return Payload.of(text.encode(), _NOWHERE, engine)


def test_the_second_like_reading_is_let_through() -> None:
    reader = SteadyReader()
    assert [reader.feed([_said("A")], at) for at in (0.0, 0.1, 0.2)] == [None, "A", None]


def test_two_engines_that_agree_need_no_second_frame() -> None:
    assert SteadyReader().feed([_said("A"), _said("A", "zbar")], 0.0) == "A"


def test_a_plausible_text_needs_no_second_frame() -> None:
    reader = SteadyReader(plausible=lambda text: text.startswith("000"))
    assert reader.feed([_said("000192")], 0.0) == "000192"
    assert reader.feed([_said("xyz")], 0.1) is None


def test_a_card_in_view_is_not_let_through_again_however_long() -> None:
    reader = SteadyReader()
    through = [reader.feed([_said("A")], second) for second in range(60)]
    assert through.count("A") == 1


def test_a_card_comes_again_after_it_was_out_of_view() -> None:
    reader = SteadyReader(forget_after=2.0)
    through = [reader.feed([_said("A")], at) for at in (0.0, 0.1, 1.9, 4.0, 4.1)]
    assert through == [None, "A", None, None, "A"]


def test_two_misreadings_far_apart_do_not_add_up() -> None:
    reader = SteadyReader(forget_after=2.0)
    assert [reader.feed([_said("A")], at) for at in (0.0, 3.0)] == [None, None]


def test_two_cards_in_view_come_one_after_the_other() -> None:
    reader = SteadyReader()
    both = [_said("A"), _said("B")]
    assert [reader.feed(both, at) for at in (0.0, 0.1, 0.2, 0.3)] == [None, "A", "B", None]


def test_a_reset_lets_the_card_in_view_through_again() -> None:
    reader = SteadyReader(repeats=1)
    assert reader.feed([_said("A")], 0.0) == "A"
    reader.reset()
    assert reader.feed([_said("A")], 0.1) == "A"


def test_bytes_without_text_are_never_let_through() -> None:
    reader = SteadyReader(repeats=1)
    assert reader.feed([Payload.of(b"\xff\xfe", _NOWHERE, "zbar")], 0.0) is None
