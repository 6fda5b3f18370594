"""A part of a frame cut out upright, as when something printed at a slant is shown to be compared."""

from math import dist

import numpy as np

from scanning.frames import Frame
from scanning.opencv import cv2
from scanning.payload import Corners

_MOST_SIDE = 1200
_MARGIN = 0.25  # of the height: a letter that reaches beyond the corners is seen whole


def cut_out(frame: Frame, corners: Corners) -> Frame:
    """Straighten what stands between four corners, given from its own top left one on clockwise."""
    width = (dist(corners[0], corners[1]) + dist(corners[3], corners[2])) / 2
    height = (dist(corners[0], corners[3]) + dist(corners[1], corners[2])) / 2
    scale = min(1.0, _MOST_SIDE / max(width, height, 1.0))
    width, height = max(1.0, width * scale), max(1.0, height * scale)
    around = _MARGIN * min(width, height)
    inner = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32) + np.float32(around)
    matrix = cv2.getPerspectiveTransform(np.array(corners, np.float32), inner)
    size = (round(width + 2 * around), round(height + 2 * around))
    straight = cv2.warpPerspective(frame.pixels, matrix, size, borderMode=cv2.BORDER_REPLICATE)
    return Frame(np.asarray(straight, np.uint8), frame.taken_at)
