"""Train the net that sees a sheet's corners and borders, and write `scanning/data/corner_net.onnx`.

Run it by `python tests/bench/train_corner_net.py MINUTES` in an environment that has jax and onnx beside what
the program needs; one thread of a processor is enough, and scenes are drawn while it learns. The net that is
shipped learnt for 38 minutes on a quarter of a processor: 1,700 batches.
"""

import os
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

os.environ["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"
sys.path.insert(0, str(Path(__file__).parents[1]))

import jax  # type: ignore[import-not-found]  # only where nets are trained
import numpy as np
from bench.corner_net_file import save_net
from bench.corner_scenes import Scene, Stage
from jax import numpy as jnp
from numpy.random import Generator
from numpy.typing import NDArray

from scanning.frames import Pixels
from scanning.opencv import cv2

_Array = Any  # of jax
_Moments = list[tuple[_Array, _Array]]
_Floats = NDArray[np.float64]

_OUT = Path(__file__).parents[2] / "scanning" / "data" / "corner_net.onnx"
SEEN, MARGIN, CELL = 100, 6, 4  # px: a picture as the net sees it, the blank rim around it, a cell it answers
SIDE = SEEN + 2 * MARGIN
CELLS = SIDE // CELL
_WIDTHS = (16, 24, 48, 96)
_BLOCKS = (1, 2, 2)
_BATCH = 16
_FIRST, _STOCK = 400, 6000  # scenes to begin with, and as many as are kept; each batch draws one anew
_PACE, _WARM = 2e-3, 300
_STEADY = 0.998  # the net that is saved is a mean over some hundred batches
_SAID_EVERY = 200


@dataclass(frozen=True, slots=True, eq=False)
class _Lesson:
    """Hold a picture as the net sees it, and the border (4×N×2) in its pixels; None without a sheet."""

    seen: Pixels
    border: NDArray[np.float64] | None


def main() -> None:
    """Train for so many minutes, saving the net now and then."""
    minutes = float(sys.argv[1])
    out = Path(sys.argv[2]) if len(sys.argv) > 2 else _OUT
    cv2.setNumThreads(1)
    rng = np.random.default_rng(2026)
    stage = Stage(rng, faces=120, grounds=160, long_side=192)
    stock = [_lesson(stage.scene()) for _ in range(_FIRST)]
    course = _Course(first_layers(rng))
    begun, lost = time.monotonic(), 0.0
    while (spent := (time.monotonic() - begun) / 60 / minutes) < 1:
        if len(stock) == _STOCK:
            stock.pop(int(rng.integers(_STOCK)))
        stock.append(_lesson(stage.scene()))
        lost += course.learn(*_batch(stock, rng), spent) / _SAID_EVERY
        if course.step % _SAID_EVERY == 0:
            sys.stdout.write(f"{spent:.1%} of the time, {course.step} batches, loss {lost:.4f}\n")
            sys.stdout.flush()
            lost = 0.0
            save_net(course.net(), out, SIDE)
    save_net(course.net(), out, SIDE)


class _Course:
    """Hold the weights while they learn (Adam, weight decay, a pace that falls as a cosine)."""

    def __init__(self, weights: list[_Array]) -> None:
        self._weights, self._mean = weights, weights
        self._moments = [(jnp.zeros_like(w), jnp.zeros_like(w)) for w in weights]
        self._improve, self._blend = jax.jit(_improved), jax.jit(_blended)
        self.step = 0

    def learn(self, pictures: Pixels, answers: Pixels, spent: float) -> float:
        """Learn from one batch, ``spent`` of the time being over; give the loss."""
        self.step += 1
        pace = _PACE * min(1, self.step / _WARM) * (0.5 * (1 + np.cos(np.pi * spent)) + 0.005)
        before = self._weights, self._moments
        self._weights, self._moments, loss = self._improve(*before, (pictures, answers), pace, self.step)
        keep = min(_STEADY, self.step / (self.step + 20))
        self._mean = self._blend(self._mean, self._weights, keep)
        return float(loss)

    def net(self) -> list[NDArray[np.float32]]:
        """Give the mean of the last weights: kernels and biases in turn."""
        return [np.asarray(w, np.float32) for w in self._mean]


def first_layers(rng: Generator) -> list[_Array]:
    """Draw kernels and biases in turn, in the order in which `answer` takes them."""
    shapes = [(3, 3, _WIDTHS[0])]
    inner: list[int] = []
    for before, after, blocks in zip(_WIDTHS, _WIDTHS[1:], _BLOCKS, strict=False):
        shapes.append((3, before, after))
        inner += range(len(shapes), len(shapes) + blocks)
        shapes += [(3, after, after)] * blocks
    for deeper, wider in zip(_WIDTHS[:1:-1], _WIDTHS[-2:0:-1], strict=False):
        shapes += [(1, deeper, wider), (3, wider, wider)]
    shapes.append((1, _WIDTHS[1], 3))
    weights = []
    for at, (reach, before, after) in enumerate(shapes):
        kernel = rng.standard_normal((reach, reach, before, after)) * np.sqrt(2 / (reach**2 * before))
        kernel *= 0.5 if at in inner else 0.1 if at == len(shapes) - 1 else 1
        weights += [jnp.asarray(kernel, jnp.float32), jnp.zeros(after, jnp.float32)]
    weights[-1] = jnp.asarray([-1.0, -3.0, -4.5], jnp.float32)
    return weights


def answer(weights: list[_Array], pictures: _Array) -> _Array:
    """Give what the net says: pictures × cells × cells × (sheet, border, corner), before the sigmoid."""
    layer = iter(zip(weights[::2], weights[1::2], strict=True))
    relu = jax.nn.relu
    x = relu(_conv(pictures, *next(layer), stride=2))
    levels = []
    for blocks in _BLOCKS:
        x = relu(_conv(x, *next(layer), stride=2))
        for _ in range(blocks):
            x = x + relu(_conv(x, *next(layer)))
        levels.append(x)
    for level in levels[-2::-1]:
        wider = jnp.repeat(jnp.repeat(_conv(x, *next(layer)), 2, axis=1), 2, axis=2)
        x = relu(_conv(wider + level, *next(layer)))
    return _conv(x, *next(layer))


def _conv(x: _Array, kernel: _Array, bias: _Array, *, stride: int = 1) -> _Array:
    rim = [(kernel.shape[0] // 2,) * 2] * 2
    order = ("NHWC", "HWIO", "NHWC")
    return jax.lax.conv_general_dilated(x, kernel, (stride, stride), rim, dimension_numbers=order) + bias


def _loss(weights: list[_Array], pictures: _Array, answers: _Array) -> _Array:
    wanted = answers.astype(jnp.float32) / 255
    said = answer(weights, (pictures.astype(jnp.float32) - 127.5) / 64)
    missed = jnp.maximum(said, 0) - said * wanted + jnp.log1p(jnp.exp(-jnp.abs(said)))
    rare = 1 + wanted * jnp.array([0.0, 5.0, 40.0])
    return (missed * rare).mean(axis=(0, 1, 2)) @ jnp.array([1.0, 0.7, 1.0])


def _improved(
    weights: list[_Array], moments: _Moments, batch: tuple[_Array, _Array], pace: float, step: int
) -> tuple[list[_Array], _Moments, _Array]:
    loss, slopes = jax.value_and_grad(_loss)(weights, *batch)
    size = jnp.sqrt(sum((slope**2).sum() for slope in slopes))
    slopes = [slope * jnp.minimum(1, 1 / size) for slope in slopes]
    moments = [
        (0.9 * m + 0.1 * s, 0.995 * v + 0.005 * s**2) for (m, v), s in zip(moments, slopes, strict=True)
    ]
    steps = [(m / (1 - 0.9**step)) / (jnp.sqrt(v / (1 - 0.995**step)) + 1e-8) for m, v in moments]
    weights = [w - pace * (way + 1e-3 * w) for w, way in zip(weights, steps, strict=True)]
    return weights, moments, loss


def _blended(mean: list[_Array], weights: list[_Array], keep: float) -> list[_Array]:
    return [keep * m + (1 - keep) * w for m, w in zip(mean, weights, strict=True)]


def _lesson(scene: Scene) -> _Lesson:
    height, width = scene.picture.shape[:2]
    seen = cv2.resize(scene.picture, (SEEN, SEEN), interpolation=cv2.INTER_AREA)
    border = None if scene.border is None else scene.border * (SEEN / np.array([width, height]))
    return _Lesson(np.asarray(seen, np.uint8), border)


def _batch(stock: list[_Lesson], rng: Generator) -> tuple[Pixels, Pixels]:
    pairs = [_retaken(stock[int(at)], rng) for at in rng.integers(0, len(stock), _BATCH)]
    return np.stack([seen for seen, _ in pairs]), np.stack([wanted for _, wanted in pairs])


def _retaken(lesson: _Lesson, rng: Generator) -> tuple[Pixels, Pixels]:
    """See a scene mirrored, turned, nearer, in another light; give the picture and what to say of it."""
    lens = _moved(rng)
    how = cv2.BORDER_REFLECT_101
    seen = cv2.warpAffine(lesson.seen, lens[:2], (SEEN, SEEN), flags=cv2.INTER_LINEAR, borderMode=how)
    shades = np.arange(256)[:, None] / 255
    light = 255 * (shades ** rng.uniform(0.8, 1.25)) * rng.uniform(0.75, 1.1) * rng.normal(1, 0.03, 3)
    seen = cv2.LUT(seen, np.clip(light, 0, 255).astype(np.uint8).reshape(1, 256, 3))
    rim = (MARGIN,) * 4
    padded = cv2.copyMakeBorder(seen, *rim, cv2.BORDER_CONSTANT, value=(127, 127, 127))
    border = None if lesson.border is None else lesson.border @ lens[:2, :2].T + lens[:2, 2]
    return np.asarray(padded, np.uint8), wanted_answer(border)


def _moved(rng: Generator) -> _Floats:
    """Give a mirroring, a quarter turn, a nearer look, each now and then, as a 3×3 matrix."""
    lens = np.eye(3)
    if rng.random() < 0.5:
        lens = np.diag([-1.0, 1.0, 1.0]) @ lens
    if rng.random() < 0.35:
        lens = np.array([[0.0, -1, 0], [1, 0, 0], [0, 0, 1]]) @ lens
    if rng.random() < 0.5:
        lens = np.diag([-1.0, -1.0, 1.0]) @ lens
    if rng.random() < 0.6:
        lens[:2, :2] = (np.eye(2) + rng.normal(0, 0.05, (2, 2))) @ lens[:2, :2] * rng.uniform(0.85, 1.12)
        lens[:2, 2] = rng.normal(0, 3, 2)
    middle = (SEEN - 1) / 2
    lens[:2, 2] += middle - lens[:2, :2] @ np.full(2, middle)
    return lens


def wanted_answer(border: _Floats | None) -> Pixels:
    """Draw what the net should say: cells × cells × (sheet, border, corner), 255 for certainly."""
    fine = np.zeros((2, SIDE, SIDE), np.uint8)
    corner = np.zeros((CELLS, CELLS))
    if border is not None:
        outline = [np.rint((border.reshape(-1, 2) + MARGIN) * 16).astype(np.int32)]
        cv2.fillPoly(fine[0], outline, 255, cv2.LINE_AA, 4)
        cv2.polylines(fine[1], outline, True, 255, 4, cv2.LINE_AA, 4)
        across, down = np.meshgrid(np.arange(CELLS), np.arange(CELLS))
        for x, y in (border[:, 0] + MARGIN + 0.5) / CELL - 0.5:
            corner = np.maximum(corner, np.exp(-((across - x) ** 2 + (down - y) ** 2) / (2 * 0.9**2)))
    small = [cv2.resize(plane, (CELLS, CELLS), interpolation=cv2.INTER_AREA) for plane in fine]
    return np.stack([*small, np.rint(255 * corner).astype(np.uint8)], axis=-1)


if __name__ == "__main__":
    main()
