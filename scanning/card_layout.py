"""Where on a citizen card things stand, in millimetres, and where that is in a picture of the card."""

import numpy as np
from numpy.typing import NDArray

from scanning.opencv import cv2
from scanning.payload import Corners
from scanning.quad import Quad

CARD_MM = (85.6, 53.98)  # ISO 7810 ID-1
CODE_MM = (
    14.0  # 13 to 15 mm; top right on the front of cards of 2021 and on the back of those since July 2024
)

_CODE_MIDDLE_MM = (10.8, 11.0)  # from the right and the upper edge
SPOT_MM = 9.0  # surely within the code, however a print run placed it


def lens(outline: Quad) -> NDArray[np.float32]:
    """Give the 3×3 map from millimetres on a card, its longer side across, to the picture it lies in."""
    top, right, bottom, left = outline.sides
    corners = outline.array() if top + bottom >= left + right else np.roll(outline.array(), 1, axis=0)
    width, height = CARD_MM
    card = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    return np.asarray(cv2.getPerspectiveTransform(card, corners.astype(np.float32)), np.float32)


def code_spots(outline: Quad) -> tuple[Corners, ...]:
    """Give 9 mm squares in the four places a code can be: as the card is held, on its head, mirrored."""
    to_picture, (width, height) = lens(outline), CARD_MM
    right, down = _CODE_MIDDLE_MM
    upright = ((width - right, down), (right, height - down))
    middles = (*upright, *((width - x, y) for x, y in upright))
    return tuple(_square(to_picture, x, y) for x, y in middles)


def _square(to_picture: NDArray[np.float32], x: float, y: float) -> Corners:
    half = SPOT_MM / 2
    card = np.array(
        [[[x - half, y - half], [x + half, y - half], [x + half, y + half], [x - half, y + half]]]
    )
    seen = cv2.perspectiveTransform(card.astype(np.float32), to_picture)[0]
    a, b, c, d = ((float(px), float(py)) for px, py in seen)
    return (a, b, c, d)
