"""A place in a frame, cut out and enlarged so that the engines see modules of the size they like."""

from dataclasses import dataclass, replace
from typing import Self

import numpy as np

from scanning.engines import zbar_binary, zxing
from scanning.frames import Pixels
from scanning.locate import Spot
from scanning.opencv import cv2
from scanning.payload import Corners, Look, Sighting

_WIDTH = 520  # px; 8 to 10 a module for the codes on citizen cards, where zxing-cpp is at its best
_REACH = 0.85  # half of what is cut out, in widths of the code
_MOST_ENLARGED = 4.0
_LEAST_SIDE = 24


@dataclass(frozen=True, slots=True, eq=False)
class CloseUp:
    """Hold an enlarged cut-out and the way back to the frame."""

    gray: Pixels
    left: int
    top: int
    scale: float

    @classmethod
    def of(cls, gray: Pixels, spot: Spot) -> Self | None:
        """Cut a spot out and enlarge it; None where too little of it lies in the frame."""
        reach = _REACH * spot.side
        left, top = (max(0, int(at - reach)) for at in (spot.x, spot.y))
        part = gray[top : max(0, int(spot.y + reach)), left : max(0, int(spot.x + reach))]
        if min(part.shape) < _LEAST_SIDE:
            return None
        scale = float(np.clip(_WIDTH / max(part.shape), 1, _MOST_ENLARGED))
        large = (
            cv2.resize(part, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC) if scale > 1 else part
        )
        return cls(np.ascontiguousarray(large, np.uint8), left, top, scale)

    def as_it_is(self) -> Look:
        """Look with zxing-cpp."""
        return self._in_frame(zxing(self.gray, thorough=False))

    def sharpened(self) -> Look:
        """Look with zxing-cpp at a picture whose edges are overdrawn."""
        soft = cv2.GaussianBlur(self.gray, (0, 0), max(1.0, self.scale))
        sharp = np.asarray(cv2.addWeighted(self.gray, 2.5, soft, -1.5, 0), np.uint8)
        return self._in_frame(zxing(sharp, thorough=False, global_threshold=True))

    def by_zbar(self) -> Look:
        """Look with zbar."""
        return self._in_frame(Look(zbar_binary(self.gray)))

    def _in_frame(self, look: Look) -> Look:
        payloads = tuple(replace(found, corners=self._back(found.corners)) for found in look.payloads)
        unread = tuple(Sighting(self._back(seen.corners), seen.modules) for seen in look.unread)
        return Look(payloads, unread)

    def _back(self, corners: Corners) -> Corners:
        a, b, c, d = ((x / self.scale + self.left, y / self.scale + self.top) for x, y in corners)
        return (a, b, c, d)
