"""A photographed page becomes white paper with black writing, a red stamp and blue ink."""

from collections.abc import Callable

import numpy as np
import pytest
from crafts.scanning.scanning_scenes import BLUE, RED, STAMP, lying, on_desk, sheet

from scanning.clean import clean
from scanning.frames import Frame, Pixels
from scanning.opencv import cv2
from scanning.quad import Quad
from scanning.quality import Complaint, judge
from scanning.straighten import straighten


@pytest.fixture(scope="module")
def photographed() -> Frame:
    corners = lying(2, (5, 4))
    return straighten(on_desk(sheet(), corners, (70, 110, 150)), Quad.of(corners))


def _hue(pixels: Pixels, colour: tuple[int, int, int]) -> float:
    """Give the share of coloured pixels whose hue is within 12° of a colour's."""
    hsv = cv2.cvtColor(pixels, cv2.COLOR_BGR2HSV)
    hue = int(cv2.cvtColor(np.array([[colour]], np.uint8), cv2.COLOR_BGR2HSV)[0, 0, 0])
    coloured = hsv[..., 0][hsv[..., 1] > 90].astype(int)
    apart = np.abs((coloured - hue + 90) % 180 - 90)
    return float((apart <= 6).mean()) if coloured.size > 500 else 0.0


def test_shadowed_paper_becomes_white_and_writing_black(photographed: Frame) -> None:
    page = clean(photographed)
    inner = page.gray()[40:-40, 40:-40]
    assert np.percentile(inner, 40) == 255
    assert np.percentile(inner, 1) < 90


def test_the_stamp_stays_red_and_the_ink_blue(photographed: Frame) -> None:
    page = clean(photographed).pixels
    x, y = STAMP
    assert _hue(page[y - 170 : y + 170, x - 170 : x + 170], RED) > 0.95
    assert _hue(page[2000:2180, 400:780], BLUE) > 0.95


def test_a_good_photograph_is_not_complained_about(photographed: Frame) -> None:
    assert judge(photographed).complaints == ()


def _dark(page: Frame) -> Frame:
    return Frame((page.pixels * 0.3).astype(np.uint8))


def _washed_out(page: Frame) -> Frame:
    return Frame(np.clip(page.pixels.astype(int) + 160, 0, 255).astype(np.uint8))


def _blurred(page: Frame) -> Frame:
    return Frame(np.asarray(cv2.GaussianBlur(page.pixels, (0, 0), 7), np.uint8))


def _tiny(page: Frame) -> Frame:
    return Frame(page.pixels[::6, ::6])


def _cut(page: Frame) -> Frame:
    return Frame(page.pixels[:, 260:])


def _empty(page: Frame) -> Frame:
    return Frame(np.broadcast_to(page.pixels[60:200].mean(axis=0).astype(np.uint8), page.pixels.shape))


def _glaring(page: Frame) -> Frame:
    pixels = page.pixels.copy()
    cv2.ellipse(pixels, (800, 900), (260, 150), 20, 0, 360, (255, 255, 255), cv2.FILLED)
    return Frame(pixels)


@pytest.mark.parametrize(
    ("spoil", "complaint"),
    [
        (_dark, Complaint.TOO_DARK),
        (_washed_out, Complaint.TOO_BRIGHT),
        (_blurred, Complaint.BLURRED),
        (_tiny, Complaint.TOO_SMALL),
        (_cut, Complaint.CUT_EDGE),
        (_empty, Complaint.BLANK),
        (_glaring, Complaint.GLARE),
    ],
)
def test_each_fault_is_named(
    photographed: Frame, spoil: Callable[[Frame], Frame], complaint: Complaint
) -> None:
    assert judge(spoil(photographed)).complaints == (complaint,)
