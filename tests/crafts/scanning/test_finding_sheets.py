"""Sheets are found one beside the other, one on the other, cut off by the picture and under fingers."""

import numpy as np
import pytest
from crafts.scanning.scanning_scenes import lying, on_desk, sheet
from numpy.typing import NDArray

from scanning.frames import Frame
from scanning.opencv import cv2
from scanning.page import find_page, find_sheets, sheets_beside, snap
from scanning.quad import Quad
from scanning.sheet_lines import find_lines
from scanning.sheet_shape import shape_features
from scanning.sheet_sides import swapped_sides

_WOOD = (70, 110, 150)
_CORNERS = lying(3, (6, -5))
_Points = NDArray[np.float64]


def _overlap(found: Quad, true: _Points) -> float:
    one, other = found.array().astype(np.float32), true.astype(np.float32)
    shared, _ = cv2.intersectConvexConvex(one, other)
    return float(shared / (cv2.contourArea(one) + cv2.contourArea(other) - shared))


def laid_on(scene: Frame, corners: _Points) -> Frame:
    """Lay another sheet on a scene, with a thin shadow around it."""
    page = sheet()
    full = np.array([[0, 0], [page.width, 0], [page.width, page.height], [0, page.height]], np.float32)
    lens = cv2.getPerspectiveTransform(full, corners.astype(np.float32))
    size = (scene.width, scene.height)
    seen = cv2.warpPerspective(page.pixels, lens, size, flags=cv2.INTER_AREA)
    cover = np.zeros(size[::-1], np.uint8)
    cv2.fillConvexPoly(cover, np.rint(corners).astype(np.int32), 255)
    shade = cv2.GaussianBlur(cover, (0, 0), 5)[..., None] / 255 * 0.45
    under = scene.pixels * (1 - shade)
    return Frame(np.where(cover[..., None] > 0, seen * 0.93, under).astype(np.uint8))


def small_sheet(left: float, top: float, width: float, height: float) -> _Points:
    return np.array(
        [[left, top], [left + width, top + 9], [left + width - 6, top + height], [left - 6, top + height - 9]]
    )


def test_a_card_beside_a_form_is_found_as_well_and_comes_second() -> None:
    form = _CORNERS - (260, 0)
    card = small_sheet(1010, 400, 290, 185)
    found = find_sheets(laid_on(on_desk(sheet(), form, _WOOD), card))
    assert len(found) == 2
    assert _overlap(found[0], form) > 0.95
    assert _overlap(found[1], card) > 0.9


def test_what_lies_beside_a_sheet_is_found_without_what_is_known() -> None:
    form, card = Quad.of(_CORNERS - (260, 0)), small_sheet(1010, 400, 290, 185)
    scene = laid_on(on_desk(sheet(), form.array(), _WOOD), card)
    (found,) = sheets_beside(scene, [form])
    assert _overlap(found, card) > 0.9
    assert sheets_beside(scene, [form, found]) == ()


def test_one_sheet_alone_is_one_sheet() -> None:
    found = find_sheets(on_desk(sheet(), _CORNERS, _WOOD))
    assert len(found) == 1
    assert _overlap(found[0], _CORNERS) > 0.97


def test_the_sheet_on_top_is_the_one_that_is_meant() -> None:
    under = on_desk(sheet(), _CORNERS + np.array([400, 90]), _WOOD)
    assert (found := find_page(laid_on(under, _CORNERS - (60, 0)))) is not None
    assert _overlap(found, _CORNERS - (60, 0)) > 0.95


def test_the_faint_edge_of_a_sheet_on_another_is_a_line() -> None:
    lab = np.full((360, 640, 3), 128, np.uint8)
    lab[..., 0] = 20
    lab[30:330, 60:580, 0] = 212
    lab[30:330, 300:580, 0] = 220
    edges = find_lines(lab)
    assert any(np.abs(edge[[0, 2]] - 300).max() < 4 and abs(edge[3] - edge[1]) > 200 for edge in edges)


def test_a_side_on_the_wrong_edge_is_moved_to_the_right_one() -> None:
    true = lying(5, (10, 4))
    wrong = true.copy()
    wrong[1:3] += 0.08 * (true[1:3] - true[[0, 3]])
    line = np.array([[*true[1], *true[2]]])
    moved = swapped_sides(wrong[None], line)
    assert min(np.abs(quad - true).max() for quad in moved) < 1e-6


def test_a_sheet_seen_askew_has_right_angles_in_space_and_its_own_shape() -> None:
    sheets = np.array([lying(12, (14, -9)), lying(12, (14, -9), size_mm=(150, 297))])
    slanted = sheets[:1] + np.array([[0, 0], [0, 0], [170, 0], [170, 0]])
    size = (1440, 1080)
    (right, same), (_, narrow) = shape_features(sheets, size)
    assert max(right, same) < 0.5
    assert narrow == 1
    assert shape_features(slanted, size)[0, 0] > 0.9


def test_fingers_on_the_border_do_not_move_it() -> None:
    pixels = on_desk(sheet(), _CORNERS, _WOOD).pixels.copy()
    for share in (0.3, 0.7):
        edge = _CORNERS[1] + (_CORNERS[2] - _CORNERS[1]) * share
        cv2.line(
            pixels,
            (edge - np.array([25, 0])).astype(int),
            (edge + np.array([400, 60])).astype(int),
            (120, 150, 205),
            46,
            cv2.LINE_AA,
        )
    assert (found := find_page(Frame(pixels))) is not None
    assert _overlap(found, _CORNERS) > 0.97


def test_dragged_corners_snap_to_the_sheet() -> None:
    dragged = Quad.of(_CORNERS + np.array([[14, -9], [-12, 10], [9, 12], [-12, -14]]))
    snapped = snap(on_desk(sheet(), _CORNERS, _WOOD), dragged)
    assert np.abs(snapped.array() - _CORNERS).max() < 2


@pytest.mark.parametrize("size", [(1, 1), (1, 900), (33, 33), (640, 480)])
@pytest.mark.parametrize("shade", [0, 255])
def test_a_picture_of_nothing_holds_no_sheet(size: tuple[int, int], shade: int) -> None:
    blank = Frame(np.full((size[1], size[0], 3), shade, np.uint8))
    assert find_page(blank) is None
    assert find_sheets(blank) == ()


@pytest.mark.parametrize("noise", [12, 90])
def test_noise_is_no_sheet(noise: float) -> None:
    rng = np.random.default_rng(5)
    assert find_page(Frame(np.clip(rng.normal(128, noise, (540, 960, 3)), 0, 255).astype(np.uint8))) is None
