"""The four corners of a sheet on its picture: moved within the picture, never folded over."""

from __future__ import annotations

from math import hypot

from counter_app.domain.paper import Corners

Point = tuple[float, float]

_SMALLEST_SHARE = 0.01
"""Of the picture's area; anything smaller is a slip of the hand, not a sheet."""


def whole_picture(size: tuple[int, int]) -> Corners:
    """Give the corners of a picture of this width and height."""
    right, bottom = size[0] - 1.0, size[1] - 1.0
    return (0.0, 0.0), (right, 0.0), (right, bottom), (0.0, bottom)


def moved(corners: Corners, which: int, to: Point, *, size: tuple[int, int]) -> Corners:
    """Move one corner, kept inside the picture; what would fold the sheet leaves them as they were."""
    x = min(max(to[0], 0.0), size[0] - 1.0)
    y = min(max(to[1], 0.0), size[1] - 1.0)
    changed = (*corners[:which], (x, y), *corners[which + 1 :])
    return changed if _is_sheet(changed, size) else corners


def corners_turned(corners: Corners, size: tuple[int, int], quarters: int) -> Corners:
    """Say where corners lie once the picture of this size was turned clockwise by quarter turns."""
    width, height = size
    for _ in range(quarters % 4):
        corners = tuple((height - 1.0 - y, x) for x, y in corners)
        width, height = height, width
    return corners


def nearest(corners: Corners, to: Point, *, reach: float) -> int | None:
    """Say which corner is nearest to a point and within reach of it."""
    distances = [hypot(x - to[0], y - to[1]) for x, y in corners]
    best = min(range(len(distances)), key=distances.__getitem__, default=None)
    return best if best is not None and distances[best] <= reach else None


def _is_sheet(corners: Corners, size: tuple[int, int]) -> bool:
    """Say whether the corners run clockwise around a convex sheet that is large enough to be one."""
    turns = [_turn(corners[at - 2], corners[at - 1], corners[at]) for at in range(4)]
    area = (_turn(*corners[:3]) + _turn(corners[2], corners[3], corners[0])) / 2
    return min(turns) > 0 and area >= _SMALLEST_SHARE * size[0] * size[1]


def _turn(a: Point, b: Point, c: Point) -> float:
    """Give twice the area of a triangle, positive when it runs clockwise on the screen."""
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
