"""The size that a sheet has in the hand, told from the four corners it shows to a camera."""

import numpy as np

from scanning.quad import Quad

_A4_MM = (210.0, 297.0)
_CARD_MM = (53.98, 85.6)
_NEAR = 0.06  # relative error of an aspect measured through perspective by hand-held cameras
_USUAL = 0.02  # by which A4 may fit worse than a card: curl makes one look like the other


def size_mm(quad: Quad, centre: tuple[float, float]) -> tuple[float, float]:
    """Give a sheet's width and height in millimetres as it lies in a picture with its middle at ``centre``.

    A4 and A5 have one shape, so a lone A5 sheet counts as A4; what is neither A-series nor a card is as long
    as A4.
    """
    aspects = aspect_of(quad, centre), plain_aspect(quad)
    across = aspects[0] > 1
    short, long = _nearest_paper(aspects if across else (1 / aspects[0], 1 / aspects[1]))
    return (long, short) if across else (short, long)


def _nearest_paper(aspects: tuple[float, float]) -> tuple[float, float]:
    """Give the paper that either of two measures of a sheet's aspect (long over short) is near."""
    off_a4, off_card = (
        min(abs(aspect / (long / short) - 1) for aspect in aspects) for short, long in (_A4_MM, _CARD_MM)
    )
    if min(off_a4, off_card) >= _NEAR:
        return _A4_MM[1] / aspects[0], _A4_MM[1]
    return _A4_MM if off_a4 < off_card + _USUAL else _CARD_MM


def plain_aspect(quad: Quad) -> float:
    """Give width over height by the sides alone, right for a sheet seen from straight above."""
    top, right, bottom, left = quad.sides
    return (top + bottom) / (left + right)


def aspect_of(quad: Quad, centre: tuple[float, float]) -> float:
    """Give width over height of a rectangle seen in perspective, the camera's axis through ``centre``.

    Zhang and He, "Whiteboard scanning and image enhancement" (2007): the two vanishing directions of a
    rectangle give the focal length, and with it the aspect. Seen almost from straight above the directions
    say nothing about the focal length, and the sides themselves are the answer.
    """
    plain = plain_aspect(quad)
    corners = np.column_stack([quad.array() - centre, np.ones(4)])
    m1, m2, m4, m3 = corners
    k2 = np.cross(m1, m4) @ m3 / (np.cross(m2, m4) @ m3)
    k3 = np.cross(m1, m4) @ m2 / (np.cross(m3, m4) @ m2)
    across, down = k2 * m2 - m1, k3 * m3 - m1
    depth = across[2] * down[2]
    if abs(depth) < 1e-4:
        return plain
    focal_squared = -(across[0] * down[0] + across[1] * down[1]) / depth
    longest = max(quad.sides)
    if not (0.4 * longest) ** 2 < focal_squared < (8 * longest) ** 2:
        return plain
    lens = np.array([1, 1, focal_squared])
    return float(np.sqrt((across * lens) @ across / ((down * lens) @ down)))
