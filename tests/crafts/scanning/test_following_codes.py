"""A reader that is shown frame after frame looks first where it saw a code, and never longer than it may."""

from dataclasses import replace

import numpy as np
import pytest
from bench.card_scenes import Shot, photograph
from crafts.scanning.scanning_scenes import HUONG, MINH, code, framed

from scanning.frames import Frame, Pixels
from scanning.opencv import cv2
from scanning.payload import Look
from scanning.qr import CodeReader

_SHOT = Shot((640, 480), code_px=150)
_MOVED = replace(_SHOT, motion=2.1)


class _Clock:
    """A clock that stands still until it was asked so often, and from then on tells the end of days."""

    def __init__(self, patience: int) -> None:
        self.patience = patience
        self.asked = 0

    def __call__(self) -> float:
        """Tell the time."""
        self.asked += 1
        return 0.0 if self.asked <= self.patience else 1e9


def _sharp() -> Frame:
    return framed(code(HUONG), (640, 480))


def _soft() -> Frame:
    """Show the same code in the same place, but so that only a close-up can be read."""
    small = cv2.resize(code(HUONG), None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    return framed(np.asarray(cv2.GaussianBlur(small, (0, 0), 1.0), np.uint8), (640, 480))


def _empty() -> Frame:
    return Frame(np.full((480, 640, 3), 120, np.uint8))


def _texts(look: Look) -> list[str | None]:
    return [payload.text for payload in look.payloads]


def test_a_code_once_read_is_read_in_softer_frames_without_a_search() -> None:
    reader = CodeReader()
    assert _texts(reader.look(_soft(), budget_ms=0)) == []
    assert _texts(reader.look(_sharp(), budget_ms=0)) == [HUONG]
    assert [_texts(reader.look(_soft(), budget_ms=0)) for _ in range(5)] == [[HUONG]] * 5


@pytest.mark.parametrize(("empty", "followed"), [(10, True), (11, False)])
def test_the_place_of_a_code_is_kept_for_ten_frames_without_one(empty: int, *, followed: bool) -> None:
    reader = CodeReader()
    reader.look(_sharp())
    for _ in range(empty):
        assert reader.look(_empty(), budget_ms=0) == Look()
    assert _texts(reader.look(_soft(), budget_ms=0)) == ([HUONG] if followed else [])


def test_a_card_put_elsewhere_is_found_again() -> None:
    reader = CodeReader()
    reader.look(_sharp())
    elsewhere = np.roll(framed(code(MINH, module=2), (640, 480)).pixels, (150, 200), axis=(0, 1))
    assert _texts(reader.look(Frame(elsewhere), budget_ms=0)) == [MINH]


def test_a_code_seen_and_not_read_is_followed_too() -> None:
    reader, spoilt = CodeReader(), code(HUONG)
    spoilt[100:180, 100:180] = 255 - spoilt[100:180, 100:180]
    seen = reader.look(framed(spoilt, (640, 480)), budget_ms=0)
    assert seen.payloads == ()
    assert [sighting.modules for sighting in seen.unread] == [49]
    assert _texts(reader.look(_soft(), budget_ms=0)) == [HUONG]


def test_both_cards_are_read_for_as_long_as_both_are_in_view() -> None:
    reader = CodeReader()
    frame = Frame(np.hstack([_sharp().pixels, framed(code(MINH), (640, 480)).pixels]))
    assert [set(_texts(reader.look(frame))) for _ in range(4)] == [{HUONG, MINH}] * 4


def test_a_card_that_joins_the_one_in_view_is_noticed_soon() -> None:
    reader, beside = CodeReader(), framed(code(MINH), (640, 480)).pixels
    assert _texts(reader.look(Frame(np.hstack([_sharp().pixels, _empty().pixels])))) == [HUONG]
    both = Frame(np.hstack([_sharp().pixels, beside]))
    assert {HUONG, MINH} in [set(_texts(reader.look(both))) for _ in range(8)]


def test_two_copies_of_one_code_are_one_payload() -> None:
    frame = np.hstack([_sharp().pixels, _sharp().pixels])
    assert _texts(CodeReader().look(Frame(frame))) == [HUONG]


@pytest.mark.parametrize("patience", range(1, 16, 2))
def test_once_time_is_up_the_search_ends_with_the_pass_it_is_in(patience: int) -> None:
    clock = _Clock(patience)
    hopeless = photograph(HUONG, replace(_MOVED, motion=9.0)).frame
    assert CodeReader(clock=clock).look(hopeless, budget_ms=50).payloads == ()
    assert clock.asked - patience <= 2


def test_the_whole_frame_is_searched_thoroughly_with_no_time_at_all() -> None:
    inverted = Frame(255 - _sharp().pixels)
    assert _texts(CodeReader(clock=_Clock(0)).look(inverted, budget_ms=0)) == [HUONG]


def test_what_was_read_does_not_depend_on_what_was_shown_before() -> None:
    reader, clock = CodeReader(clock=_Clock(10**6)), _Clock(10**6)
    for seed in range(3):
        frame = photograph(HUONG, replace(_MOVED, seed=seed, roll=40.0 * seed)).frame
        assert _texts(reader.look(frame)) == _texts(CodeReader(clock=clock).look(frame)) == [HUONG]


@pytest.mark.parametrize("level", [0, 255])
@pytest.mark.parametrize(
    "shape", [(1, 1), (1, 2000), (500, 1), (2, 3), (16, 40_000), (4000, 17), (23, 23), (37, 37), (2000, 3000)]
)
def test_frames_of_one_colour_and_any_shape_say_nothing(shape: tuple[int, int], level: int) -> None:
    plain: Pixels = np.full((*shape, 3), level, np.uint8)
    reader = CodeReader(clock=_Clock(10**6))
    assert reader.look(Frame(plain)) == Look()


def test_frames_that_change_their_size_are_no_trouble_to_a_reader_that_follows() -> None:
    reader = CodeReader(clock=_Clock(10**6))
    for size in ((640, 480), (210, 210), (1280, 720), (640, 480)):
        assert _texts(reader.look(framed(code(HUONG, module=3), size))) == [HUONG]
        assert reader.look(Frame(np.zeros((3, 2, 3), np.uint8))) == Look()


def test_a_code_that_fits_without_being_read_is_told_and_looked_at_again_where_it_was() -> None:
    reader = CodeReader()
    moved = photograph(HUONG, replace(_SHOT, motion=6.0))
    seen = reader.look(moved.frame, budget_ms=5_000)
    assert seen.payloads == ()
    assert [sighting.modules for sighting in seen.unread] == [49]
    middle = np.mean(seen.unread[0].corners, axis=0)
    assert np.linalg.norm(middle - np.mean(moved.corners, axis=0)) < 8
