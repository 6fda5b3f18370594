"""A sheet is found where it lies and comes out at its true shape."""

import numpy as np
import pytest
from crafts.scanning.scanning_scenes import STAMP, lying, on_desk, sheet
from numpy.typing import NDArray

from scanning.frames import Frame
from scanning.opencv import cv2
from scanning.page import Quad, find_page, whole
from scanning.straighten import straighten

_UPRIGHT = lying(3, (9, -6))
_TURNED = lying(-78, (-8, 10))
_DESKS = {"wood": (70, 110, 150), "white": (214, 216, 217), "dark": (45, 45, 50), "green": (120, 160, 120)}


def _overlap(found: Quad, true: NDArray[np.float64]) -> float:
    shapes = []
    for corners in (found.array(), true):
        mask = np.zeros((1080, 1440), np.uint8)
        cv2.fillConvexPoly(mask, np.asarray(np.rint(corners), np.int32), 1)
        shapes.append(mask.astype(bool))
    return float((shapes[0] & shapes[1]).sum() / (shapes[0] | shapes[1]).sum())


@pytest.mark.parametrize("desk", _DESKS)
@pytest.mark.parametrize("corners", [_UPRIGHT, _TURNED], ids=["upright", "turned"])
def test_a_sheet_is_found_on_every_desk(desk: str, corners: NDArray[np.float64]) -> None:
    found = find_page(on_desk(sheet(), corners, _DESKS[desk]))
    assert found is not None
    assert _overlap(found, corners) > 0.97


def test_an_empty_desk_holds_no_sheet() -> None:
    rng = np.random.default_rng(1)
    empty = np.clip(rng.normal(150, 4, (720, 1280, 3)), 0, 255).astype(np.uint8)
    assert find_page(Frame(empty)) is None


def test_a_straightened_sheet_has_the_size_of_a4_and_its_stamp_where_it_belongs() -> None:
    scene = on_desk(sheet(), _UPRIGHT, _DESKS["wood"])
    page = straighten(scene, Quad.of(_UPRIGHT), dpi=200)
    assert (page.width, page.height) == (1654, 2339)
    ring = (
        page.pixels[STAMP[1] - 8 : STAMP[1] + 8, STAMP[0] - 158 : STAMP[0] - 142].reshape(-1, 3).mean(axis=0)
    )
    assert ring[2] > ring[0] + 60


def test_a_sheet_lying_across_comes_out_across() -> None:
    page = straighten(on_desk(sheet(), _TURNED, _DESKS["wood"]), Quad.of(_TURNED))
    assert (page.width, page.height) == (2339, 1654)


def test_a_card_comes_out_at_the_size_of_a_card() -> None:
    corners = lying(5, (8, 12), size_mm=(85.6, 54))
    page = straighten(on_desk(sheet(), corners, _DESKS["wood"]), Quad.of(corners), dpi=300)
    assert (page.width, page.height) == (1011, 638)


def test_corners_are_ordered_however_they_come() -> None:
    orders = [Quad.of(np.roll(_UPRIGHT, turns, axis=0)) for turns in range(4)]
    assert orders == [Quad.of(_UPRIGHT[::-1])] * 4
    assert orders[0].top_left == tuple(_UPRIGHT[0])


def test_the_whole_picture_can_stand_for_the_sheet() -> None:
    assert whole(Frame(np.zeros((20, 30, 3), np.uint8))).bottom_right == (29.0, 19.0)
