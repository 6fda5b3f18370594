"""The borders of a sheet are followed however the paper is bent."""

import numpy as np
import pytest
from crafts.scanning.scanning_scenes import lying, on_desk, sheet
from numpy.typing import NDArray

from scanning.frames import Frame
from scanning.opencv import cv2
from scanning.quad import Quad
from scanning.sheet_outline import trace_outline

_DESK = (70, 110, 150)
_CORNERS = lying(4, (8, -5))
_BENT = 0.03  # of the picture's height


def _bent(frame: Frame) -> Frame:
    """Bend a picture up and down along its width."""
    across, down = np.meshgrid(np.arange(frame.width), np.arange(frame.height))
    lower = down + _BENT * frame.height * np.sin(np.pi * across / frame.width)
    places = across.astype(np.float32), lower.astype(np.float32)
    bent = cv2.remap(frame.pixels, *places, cv2.INTER_LINEAR)
    return Frame(np.asarray(bent, np.uint8))


def _bend(places: NDArray[np.float64], size: tuple[int, int]) -> NDArray[np.float64]:
    up = _BENT * size[1] * np.sin(np.pi * places[:, 0] / size[0])
    return np.column_stack([places[:, 0], places[:, 1] - up])


def _near(corners: NDArray[np.float64]) -> Quad:
    return Quad.of(corners + np.array([[12, -9], [-10, 8], [9, 12], [-12, -10]]))


def test_corners_known_roughly_become_exact() -> None:
    outline = trace_outline(on_desk(sheet(), _CORNERS, _DESK), _near(_CORNERS))
    assert np.abs(outline.quad.array() - _CORNERS).max() < 2
    assert outline.bow < 0.002


def test_the_border_of_a_bent_sheet_is_followed_from_corner_to_corner() -> None:
    flat = on_desk(sheet(), _CORNERS, _DESK)
    size = (flat.width, flat.height)
    corners = _bend(_CORNERS, size)
    outline = trace_outline(_bent(flat), _near(corners))
    assert np.abs(outline.quad.array() - corners).max() < 3
    straight = np.linspace(_CORNERS[0], _CORNERS[1], 400)
    top = _bend(straight, size)
    apart = np.linalg.norm(outline.top[:, None] - top, axis=2).min(axis=1)
    assert apart.max() < 3
    assert outline.bow > 0.005


def test_borders_run_clockwise_and_meet() -> None:
    outline = trace_outline(on_desk(sheet(), _CORNERS, _DESK), _near(_CORNERS))
    for border, following in zip(outline.borders, np.roll(outline.borders, -1, axis=0), strict=True):
        assert np.allclose(border[-1], following[0])
    assert outline.top[0, 0] < outline.top[-1, 0]


@pytest.mark.parametrize("size", [(1, 1), (3, 500), (400, 300)])
def test_nothing_to_trace_leaves_the_corners_where_they_were(size: tuple[int, int]) -> None:
    blank = Frame(np.full((size[1], size[0], 3), 200, np.uint8))
    quad = Quad.of([[0, 0], [size[0], 0], [size[0], size[1]], [0, size[1]]])
    assert np.allclose(trace_outline(blank, quad).quad.array(), quad.array(), atol=1)
