"""A sheet comes out flat, upright and level, however it lay."""

import numpy as np
import pytest
from crafts.scanning.scanning_scenes import lying
from crafts.scanning.written_pages import UNIT, Reals, photographed, tilted, turned, written_page

from scanning.deskew import skew
from scanning.develop import STEPS, develop
from scanning.flatten import flatten
from scanning.frames import Frame
from scanning.line_bend import run_of_lines
from scanning.opencv import cv2
from scanning.page_kind import PageKind
from scanning.page_view import Placing, draw_sheet
from scanning.quad import Quad
from scanning.sheet_outline import Outline
from scanning.straighten import FlatSheet, straighten

_CURL = 0.02
_CORNERS = lying(3, (9, -6))


def _agreement(page: Frame, true: Frame) -> float:
    """Give the correlation of where two pages are dark, a pixel or two aside forgiven."""
    one, other = (
        cv2.GaussianBlur(each.gray(), (0, 0), 2).ravel().astype(np.float64) for each in (page, true)
    )
    return float(np.corrcoef(one, other)[0, 1])


def _bowed(corners: Reals) -> Outline:
    """Give the borders of the sheet as the photographed curl bows them."""
    lens = cv2.getPerspectiveTransform(UNIT, corners.astype(np.float32))
    steps = np.linspace(0, 1, 41)
    bow = _CURL * np.sin(np.pi * steps)
    still = np.zeros(41)
    sides = [(steps, bow), (still + 1, steps), (steps[::-1], 1 + bow), (still, steps[::-1])]
    borders = [cv2.perspectiveTransform(np.stack(side, axis=-1)[None], lens)[0] for side in sides]
    return Outline(*(np.asarray(border, np.float64) for border in borders))


def test_a_curled_sheet_is_flattened_between_its_borders() -> None:
    scene = photographed(written_page(), _CORNERS, curl=_CURL)
    flat = flatten(scene, _bowed(_CORNERS))
    assert (flat.width, flat.height) == (1654, 2339)
    assert _agreement(flat, written_page()) > 0.85
    assert _agreement(straighten(scene, Quad.of(_CORNERS)), written_page()) < 0.6


def test_a_flat_sheet_is_not_bent_by_the_unrest_of_traced_borders() -> None:
    scene = photographed(written_page(), _CORNERS)
    quad = Quad.of(_CORNERS)
    outline = Outline(
        *(np.linspace(a, b, 9) for a, b in zip(_CORNERS, np.roll(_CORNERS, -1, axis=0), strict=True))
    )
    assert np.array_equal(flatten(scene, outline).pixels, straighten(scene, quad).pixels)


@pytest.mark.parametrize("turns", range(4))
def test_turning_and_levelling_in_one_drawing_agree_with_the_page_itself(turns: int) -> None:
    page = turned(tilted(written_page(), 1.5), -turns)
    shape = FlatSheet.at(
        Quad.of([[0, 0], [page.width, 0], [page.width, page.height], [0, page.height]]), page
    )
    drawn = draw_sheet(page, shape, Placing(turns, 1.5), dpi=200)
    assert _agreement(drawn, written_page()) > 0.95


def test_lines_that_bend_are_straightened_where_no_border_shows_the_curl() -> None:
    scene = photographed(written_page(), _CORNERS, curl=_CURL)
    shape = FlatSheet.at(Quad.of(_CORNERS), scene)
    bowed = draw_sheet(scene, shape, dpi=100)
    run = run_of_lines(bowed, skew(bowed))
    assert run is not None
    assert run.bend is not None
    drop = run.bend.drop(np.array([0.05, 0.5, 0.95]), np.full(3, 0.4))
    assert drop[1] - (drop[0] + drop[2]) / 2 == pytest.approx(_CURL * 297 / 210, rel=0.3)
    level = draw_sheet(scene, shape, Placing(0, skew(bowed), run.bend), dpi=100)
    left = run_of_lines(level, skew(level))
    assert left is not None
    assert left.unrest < 0.7 * run.unrest


def test_straight_lines_have_no_bend() -> None:
    run = run_of_lines(written_page(), 0.0)
    assert run is not None
    assert run.bend is None


@pytest.mark.parametrize("turns", [1, 2])
def test_a_photograph_becomes_an_upright_clean_page_of_true_size(turns: int) -> None:
    scene = photographed(written_page(coloured=True), lying(3 + 90 * turns, (9, -6)), curl=_CURL / 2)
    page = develop(scene)
    assert page.found
    assert (page.clean.width, page.clean.height) == (1654, 2339)
    assert page.kind is PageKind.COLOUR
    assert [step for step, _ in page.steps] == list(STEPS)
    assert _agreement(page.clean, written_page(coloured=True)) > 0.8


def test_what_the_official_decided_is_kept() -> None:
    scene = photographed(written_page(), _CORNERS)
    quad = Quad.of(_CORNERS)
    page = develop(scene, quad, turns=1, kind=PageKind.PHOTO, dpi=100)
    assert (page.quad, page.turns, page.kind) == (quad, 1, PageKind.PHOTO)
    assert (page.straight.width, page.straight.height) == (1169, 827)


def test_a_scan_that_is_nothing_but_the_page_is_taken_whole_and_levelled() -> None:
    page = develop(tilted(written_page(), 2.0))
    assert page.skew == pytest.approx(2.0, abs=0.05)
    assert page.turns == 0
    assert _agreement(page.clean, written_page()) > 0.8


@pytest.mark.parametrize("shape", [(16, 16), (17, 1900), (600, 20)])
def test_slivers_and_noise_become_some_page(shape: tuple[int, int]) -> None:
    noise = np.random.default_rng(4).integers(0, 255, (*shape, 3)).astype(np.uint8)
    assert develop(Frame(noise), dpi=50).clean.width > 0
