"""The practice camera shows what a webcam would, the same every time."""

import numpy as np
import pytest
from crafts.scanning.scanning_scenes import HUONG, MINH, card, sheet

from scanning.frames import Frame
from scanning.page import find_page
from scanning.practice import PracticeCamera, PracticeCardPicture, card_still, page_still
from scanning.qr import read_codes


class _Hand:
    """Turn a clock by hand."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def _watched(
    cards: list[PracticeCardPicture], index: int, seconds: list[float], *, seed: int = 3
) -> list[Frame]:
    """Ask for a card and look at the camera at some moments after that."""
    clock = _Hand()
    camera = PracticeCamera(cards, seed=seed, clock=clock)
    if cards:
        camera.show(index)
    frames = []
    for moment in seconds:
        clock.now = 100.0001 + moment
        frame = camera.read()
        assert frame is not None
        frames.append(frame)
    return frames


def _text(frame: Frame) -> str | None:
    return next((payload.text for payload in read_codes(frame)), None)


def test_a_card_comes_in_is_read_and_leaves() -> None:
    frames = _watched([card(HUONG), card(MINH)], 1, [0.04, 0.2, 1.2, 1.8, 4.9, 5.7, 6.5])
    assert [_text(frame) for frame in frames] == [None, None, MINH, MINH, MINH, None, None]


def test_the_same_moment_looks_the_same_every_time() -> None:
    first, second = (_watched([card(HUONG)], 0, [0.4, 1.6]) for _ in range(2))
    assert all(np.array_equal(a.pixels, b.pixels) for a, b in zip(first, second, strict=True))


def test_a_moment_looks_the_same_whatever_was_looked_at_before() -> None:
    (alone,) = _watched([card(HUONG)], 0, [1.6])
    *_, after_others = _watched([card(HUONG)], 0, [0.1, 0.7, 1.6])
    assert np.array_equal(alone.pixels, after_others.pixels)


def test_another_seed_is_another_desk() -> None:
    (one,), (other,) = (_watched([], 0, [5.0], seed=seed) for seed in (1, 2))
    assert not np.array_equal(one.pixels, other.pixels)


def test_the_desk_stays_empty_until_a_card_is_asked_for() -> None:
    clock = _Hand()
    camera = PracticeCamera([card(HUONG)], clock=clock)
    clock.now += 2
    frame = camera.read()
    assert frame is not None
    assert (camera.shown, _text(frame)) == (None, None)


def test_the_camera_says_which_card_it_shows() -> None:
    clock = _Hand()
    camera = PracticeCamera([card(HUONG), card(MINH)], clock=clock)
    camera.show(1)
    assert camera.shown == 1
    clock.now += 10
    assert camera.shown is None


def test_a_moment_gives_one_frame() -> None:
    clock = _Hand()
    camera = PracticeCamera([], clock=clock)
    assert camera.read() is not None
    assert camera.read() is None


def test_a_card_that_is_not_there_cannot_be_asked_for() -> None:
    with pytest.raises(IndexError):
        PracticeCamera([], clock=_Hand()).show(0)


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_a_still_is_read_whatever_the_seed(size: tuple[int, int]) -> None:
    assert [_text(card_still(card(HUONG), seed=seed, size=size)) for seed in range(4)] == [HUONG] * 4


def test_the_side_with_the_code_is_held_to_the_camera() -> None:
    other = card(MINH)
    turned = PracticeCardPicture(front=other.back, back=other.front, qr_side="back", label="new card")
    assert _text(card_still(turned, seed=1)) == MINH


def test_a_practice_page_is_found_on_its_desk() -> None:
    still = page_still(sheet(), seed=2, size=(900, 1200))
    assert find_page(still) is not None
