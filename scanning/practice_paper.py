"""Sheets for practice: a page lying on the desk as a document camera or a phone sees it."""

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from scanning.frames import Frame, Pixels
from scanning.opencv import cv2
from scanning.practice_motion import Pose
from scanning.practice_stage import Size, desk, sensor_grain

_LONG_MM = 297.0
_PAPER_WHITE = 0.93  # paper sends back less light than the brightest white of a drawn page
_GRAIN_STRENGTH = 1.6


def page_still(page: Frame, *, seed: int, size: Size = (1500, 2000), blur: float = 0) -> Frame:
    """Give a photograph of ``page`` on a desk: in perspective, a little turned, under a soft shadow.

    ``blur`` is how far out of focus it is, in pixels.
    """
    rng = np.random.default_rng([seed, 1])
    room = desk(size, rng)
    lens = _lying(rng, page, size)
    sheet = cv2.warpPerspective(_near_its_size(page, lens), lens @ _mm_per_texel(page, lens), size)
    cover = _cover(page, lens, size)
    scene = room * (1 - 0.45 * _soft(np.roll(cover, (9, 7), axis=(0, 1)), 11))[..., None]
    share = cover[..., None]
    scene = (scene * (1 - share) + np.asarray(sheet, np.float32) * _PAPER_WHITE * share) * _shade(rng, size)
    soft = np.asarray(cv2.GaussianBlur(np.clip(scene, 0, 255), (3, 3), 0.6), np.uint8)
    if blur:
        soft = np.asarray(cv2.GaussianBlur(soft, (0, 0), blur), np.uint8)
    grain = sensor_grain(size, rng, strength=_GRAIN_STRENGTH)
    return Frame(np.asarray(cv2.addWeighted(soft, 1, grain, 1, -128), np.uint8))


def _lying(rng: Generator, page: Frame, size: Size) -> NDArray[np.float64]:
    """Choose where the sheet lies; give the map from millimetres around its middle to frame pixels."""
    wide, high = _millimetres(page)
    scale = min(0.84 / wide, 0.86 * size[1] / size[0] / high)
    pose = Pose(
        right=float(rng.uniform(-0.02, 0.02)),
        down=float(rng.uniform(-0.02, 0.02)),
        scale=scale,
        roll=float(rng.uniform(-3.5, 3.5)),
        tilt=(float(rng.uniform(-7, 7)), float(rng.uniform(-5, 5))),
        defocus=0.0,
    )
    return pose.lens(size)


def _millimetres(page: Frame) -> tuple[float, float]:
    scale = _LONG_MM / max(page.width, page.height)
    return page.width * scale, page.height * scale


def _near_its_size(page: Frame, lens: NDArray[np.float64]) -> Pixels:
    """Shrink a finely drawn page to about the size it is seen at, so that no line is lost between pixels."""
    wide, high = _texels(page, lens)
    return np.asarray(cv2.resize(page.pixels, (wide, high), interpolation=cv2.INTER_AREA), np.uint8)


def _texels(page: Frame, lens: NDArray[np.float64]) -> Size:
    pixels_a_mm = float(np.hypot(lens[0, 0], lens[1, 0]) / lens[2, 2])
    wide, high = _millimetres(page)
    return round(wide * pixels_a_mm * 1.1), round(high * pixels_a_mm * 1.1)


def _mm_per_texel(page: Frame, lens: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give the map from pixels of the shrunk page to millimetres around its middle."""
    (wide, high), (across, down) = _millimetres(page), _texels(page, lens)
    flat = [[wide / across, 0, -wide / 2], [0, high / down, -high / 2], [0, 0, 1]]
    return np.array(flat, np.float64)


def _cover(page: Frame, lens: NDArray[np.float64], size: Size) -> NDArray[np.float32]:
    """Give 1 where the sheet lies and 0 beside it, with smooth edges."""
    half = np.array(_millimetres(page)) / 2
    corners = np.array([[[-1, -1], [1, -1], [1, 1], [-1, 1]]], np.float64) * half
    seen = cv2.perspectiveTransform(corners, lens)[0]
    mask = np.zeros(size[::-1], np.uint8)
    cv2.fillConvexPoly(mask, np.asarray(np.rint(seen * 16), np.int32), 255, cv2.LINE_AA, 4)
    return np.asarray(mask * np.float32(1 / 255), np.float32)


def _soft(cover: NDArray[np.float32], sigma: float) -> NDArray[np.float32]:
    return np.asarray(cv2.GaussianBlur(cover, (0, 0), sigma), np.float32)


def _shade(rng: Generator, size: Size) -> NDArray[np.float32]:
    """Draw the soft shadow of somebody who leans over the desk: up to a third of the light is gone."""
    x, y = np.meshgrid(np.linspace(-1, 1, 256), np.linspace(-1, 1, 256))
    angle, edge = rng.uniform(0, 2 * np.pi), rng.uniform(-0.2, 0.7)
    depth = rng.uniform(0.12, 0.33)
    shadow = 1 / (1 + np.exp(-(x * np.cos(angle) + y * np.sin(angle) - edge) / 0.12))
    light = (1 - depth * shadow).astype(np.float32)
    return np.asarray(cv2.resize(light, size, interpolation=cv2.INTER_LINEAR), np.float32)[..., None]
