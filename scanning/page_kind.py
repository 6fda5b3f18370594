"""What a page mostly is, which decides how it is cleaned and stored."""

from enum import StrEnum

import numpy as np

from scanning.frames import Frame, Pixels, fit
from scanning.ink_colour import InkColour
from scanning.opencv import cv2
from scanning.paper_light import PaperLight

_SIDE = 1170  # px; A4 at 100 dpi
_RIM = 25  # one part in so many of each side
_WHITE = 212  # gray levels that blurred paper keeps
_COLOURLESS = 0.00012  # share of a page; a short signature in blue covers 0.0004, black print makes none
# Dense print leaves 0.87 of a page blank, citizen cards 0.83 and are coloured, pictures next to nothing.
_PICTURE, _CARD, _MANY_COLOURS = 0.6, 0.85, 0.01


class PageKind(StrEnum):
    """Name one way to clean and store a page."""

    TEXT = "text"
    COLOUR = "colour"
    PHOTO = "photo"


def kind_of(page: Frame) -> PageKind:
    """Tell a page of black print from one with coloured ink and from what is no writing on paper at all."""
    small = fit(page, _SIDE)
    evened = _inner(PaperLight.on(small).evened(small))
    coloured = InkColour.of(evened).amount
    blank = _blank_share(evened)
    if blank < _PICTURE or (blank < _CARD and coloured > _MANY_COLOURS):
        return PageKind.PHOTO
    return PageKind.COLOUR if coloured > _COLOURLESS else PageKind.TEXT


def _inner(evened: Pixels) -> Pixels:
    """Leave out the rim, where the desk may show."""
    down, across = (side // _RIM for side in evened.shape[:2])
    return np.ascontiguousarray(evened[down : evened.shape[0] - down, across : evened.shape[1] - across])


def _blank_share(evened: Pixels) -> float:
    """Give the share of a page that is as white as its paper."""
    blue, green, red = cv2.split(cv2.blur(evened, (3, 3)))
    palest = cv2.min(cv2.min(blue, green), red)
    return float((np.asarray(palest) > _WHITE).mean())
