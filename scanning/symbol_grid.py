"""The modules of a placed symbol as soft values: above nothing dark, below light, the farther the surer."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scanning.frames import Pixels
from scanning.opencv import cv2
from scanning.symbol_layout import layout
from scanning.symbol_patch import Patch
from scanning.symbol_pattern import Plane, gram
from scanning.symbol_settle import Placement

SAMPLES = 2
"""Samples a module, across and down."""
_RIM = 4  # modules around the symbol
_REACH = 4  # samples a module learns from on each side of its middle: two modules
_FIRST_CAUTION, _LATER_CAUTION = 25.0, 12.0
_SURE, _SPAN = 0.35, 0.5
_BURNT = 250


@dataclass(frozen=True, slots=True, eq=False)
class Rectified:
    """Hold a symbol straightened: dark-positive ``samples`` with a rim around, and which modules are lost.

    ``dead`` (modules square) tells where light burnt the picture out, so that nothing can be said.
    """

    modules: int
    samples: Plane
    dead: NDArray[np.bool_]

    def by_module(self) -> Plane:
        """Give the samples of each module in a row: modules² × SAMPLES²."""
        inside = self.samples[_RIM * SAMPLES : -_RIM * SAMPLES, _RIM * SAMPLES : -_RIM * SAMPLES]
        parts = inside.reshape(self.modules, SAMPLES, self.modules, SAMPLES).transpose(0, 2, 1, 3)
        return np.ascontiguousarray(parts.reshape(self.modules**2, SAMPLES**2), np.float32)


def rectify(patch: Patch, placed: Placement) -> Rectified:
    """Straighten a symbol by its corners."""
    modules = layout(placed.version).modules
    size = (modules + 2 * _RIM) * SAMPLES
    square = np.array([[0, 0], [modules, 0], [modules, modules], [0, modules]], np.float32)
    from_modules = cv2.getPerspectiveTransform(square, np.ascontiguousarray(placed.corners, np.float32))
    to_modules = (
        np.array([[1, 0, 0.5 - _RIM * SAMPLES], [0, 1, 0.5 - _RIM * SAMPLES], [0, 0, SAMPLES]]) / SAMPLES
    )
    way = from_modules.astype(np.float64) @ to_modules
    flags = cv2.WARP_INVERSE_MAP
    plane, _, _ = patch.relief.softened(0)
    samples = cv2.warpPerspective(
        plane, way, (size, size), flags=flags | cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )
    shown = cv2.warpPerspective(
        patch.gray, way, (size, size), flags=flags | cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )
    return Rectified(modules, np.asarray(samples, np.float32), _burnt(np.asarray(shown, np.uint8), modules))


def equalise(rectified: Rectified, known: Plane, *, rounds: int = 2) -> Plane:
    """Learn from the known modules how this picture shows dark and light, and judge all others by it.

    ``known`` is 1 where a module is dark, -1 where light, 0 where not known. Blur, movement and halos are
    what is undone. Each round but the last learns from its own sure judgements as well.
    """
    surroundings = _surroundings(rectified)
    given = known.ravel()
    alive = ~rectified.dead.ravel()
    taught, weight = given, ((given != 0) & alive).astype(np.float32)
    soft = given
    for number in range(rounds + 1):
        caution = _FIRST_CAUTION if number == 0 else _LATER_CAUTION
        soft = _judged(surroundings, taught, weight, caution)
        taught = np.where(given != 0, given, np.sign(soft)).astype(np.float32)
        trust = np.clip((np.abs(soft) - _SURE) / _SPAN, 0, 1) * 0.7
        weight = (np.where(given != 0, 1.0, trust) * alive).astype(np.float32)
    return np.asarray(np.where(alive, soft, 0), np.float32).reshape(known.shape)


def _surroundings(rectified: Rectified) -> Plane:
    """Give the picture around each module in a row, and a one: modules² × ((2 · reach + 1)² + 1)."""
    middles = cv2.blur(rectified.samples, (SAMPLES, SAMPLES), anchor=(0, 0))
    first = _RIM * SAMPLES - _REACH
    count, width = rectified.modules, 2 * _REACH + 1
    windows = np.lib.stride_tricks.sliding_window_view(middles[first:, first:], (width, width))
    rows = windows[: count * SAMPLES : SAMPLES, : count * SAMPLES : SAMPLES].reshape(
        count * count, width * width
    )
    return np.hstack([rows, np.ones((count * count, 1), np.float32)])


def _judged(surroundings: Plane, taught: Plane, weight: Plane, caution: float) -> Plane:
    """Fit ``taught`` by the surroundings (ridge regression towards the module itself) and give the fit."""
    features = surroundings.shape[1]
    held = np.full(features, caution, np.float32)
    held[-1] = 0.01
    itself = np.zeros(features, np.float32)
    itself[(features - 1) // 2] = 1
    weighted = surroundings * weight[:, None]
    normal = gram(weighted, surroundings) + np.diag(held)
    share = np.linalg.solve(normal, gram(weighted, taught[:, None])[:, 0] + held * itself)
    return np.asarray(surroundings @ share, np.float32)


def _burnt(shown: Pixels, modules: int) -> NDArray[np.bool_]:
    """Tell the modules around which everything is burnt out; single white modules are not."""
    white = float(np.percentile(shown, 97))
    limit = min(_BURNT, 0.98 * white) if white > 200 else 255
    darkest = cv2.erode(shown, np.ones((SAMPLES + 1, SAMPLES + 1), np.uint8))
    sides = modules + 2 * _RIM
    share = (darkest > limit).reshape(sides, SAMPLES, sides, SAMPLES).mean(axis=(1, 3))
    return np.asarray(share[_RIM:-_RIM, _RIM:-_RIM] > 0.4)
