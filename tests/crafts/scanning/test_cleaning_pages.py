"""A photographed page becomes white paper with black writing, a red stamp and blue ink."""

from collections.abc import Callable

import numpy as np
import pytest
from crafts.scanning.scanning_scenes import BLUE, RED, STAMP, lying, on_desk, sheet
from crafts.scanning.written_pages import written_page
from numpy.typing import NDArray

from scanning.clean import clean
from scanning.frames import Frame, Pixels
from scanning.opencv import cv2
from scanning.page_kind import PageKind, kind_of
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


def _lit(page: Frame, light: NDArray[np.float64]) -> Frame:
    grain = np.random.default_rng(5).normal(0, 2, page.pixels.shape)
    return Frame(np.clip(page.pixels * light[..., None] + grain, 0, 255).astype(np.uint8))


def _spot(page: Frame, middle: tuple[int, int], wide: float) -> NDArray[np.float64]:
    x, y = np.meshgrid(np.arange(page.width) - middle[0], np.arange(page.height) - middle[1])
    return np.asarray(np.exp(-(x**2 + y**2) / (2 * wide**2)), np.float64)


def test_print_in_a_deep_shadow_comes_out_as_black_and_its_paper_as_white_as_elsewhere() -> None:
    page = written_page()
    dim = clean(_lit(page, 0.9 - 0.6 * _spot(page, (800, 800), 250)), PageKind.TEXT).gray()[650:950, 600:1000]
    bright = page.gray()[650:950, 600:1000]
    assert (dim[bright > 250] > 200).mean() > 0.99
    assert np.median(dim[bright < 40]) < 40


def test_print_under_the_shine_of_a_lamp_is_brought_back() -> None:
    page = written_page()
    lit = page.pixels * 0.55 + 85 * _spot(page, (800, 800), 200)[..., None]
    shone = Frame(np.clip(lit, 0, 255).astype(np.uint8))
    print_there = page.gray()[750:850, 700:900] < 40
    assert np.median(clean(shone, PageKind.TEXT).gray()[750:850, 700:900][print_there]) < 60


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        (written_page(), PageKind.TEXT),
        (written_page(coloured=True), PageKind.COLOUR),
        (Frame(np.random.default_rng(6).integers(0, 255, (80, 60, 3)).astype(np.uint8)), PageKind.PHOTO),
    ],
)
def test_a_page_is_cleaned_as_what_it_is(page: Frame, kind: PageKind) -> None:
    seen = _lit(page, np.linspace(0.95, 0.6, page.width)[None, :].repeat(page.height, axis=0))
    assert kind_of(seen) is kind
    assert np.array_equal(clean(seen).pixels, clean(seen, kind).pixels)


def test_text_is_without_colour_and_colour_without_fringes_on_black_print() -> None:
    fringed = written_page(coloured=True).pixels.copy()
    fringed[..., 0] = np.roll(fringed[..., 0], 1, axis=1)
    assert np.ptp(clean(Frame(fringed), PageKind.TEXT).pixels, axis=2).max() == 0
    in_colour = clean(Frame(fringed), PageKind.COLOUR).pixels
    assert (np.ptp(in_colour[200:1700].astype(int), axis=2) > 40).mean() < 0.0002
    assert (np.ptp(in_colour[1800:2100].astype(int), axis=2) > 40).mean() > 0.01


def test_a_photograph_keeps_its_shades() -> None:
    shades = Frame(np.tile(np.linspace(60, 190, 256).astype(np.uint8)[None, :, None], (100, 1, 3)))
    row = clean(shades, PageKind.PHOTO).pixels[50, :, 1].astype(int)
    assert row[0] < 5
    assert row[-1] > 250
    assert np.diff(row).min() >= 0
    assert len(np.unique(row)) > 100


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
