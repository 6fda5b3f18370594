"""Learn how to weigh what speaks for a supposed sheet, and write `scanning/data/sheet_ranking.npz`.

Run it by `python tests/bench/train_sheet_ranking.py --set FOLDER`, the folder being one of `bench_pages.py`;
drawn scenes (`corner_scenes.py`) are learnt from beside its pictures. For each picture the right quads, or
the answer that there is none, are to score highest (softmax over the picture's quads, Adam).
"""

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))
from bench.bench_pages import overlap, read_scenes
from bench.corner_scenes import Stage
from numpy.typing import NDArray

from scanning.frames import Pixels, fit, read_picture
from scanning.opencv import cv2
from scanning.quad import Points, ordered
from scanning.sheet_search import SheetSearch

_Floats = NDArray[np.float64]

_OUT = Path(__file__).parents[2] / "scanning" / "data" / "sheet_ranking.npz"
_SIDE = 640  # px
_NEAR, _STEEP = (
    0.87,
    30.0,
)  # overlap from which tracing mends a quad; how much a better one is to be preferred
_STEPS, _PACE, _DECAY = 600, 0.04, 0.008
_DOUBT = 2.7  # a doubtful sheet is shown all the same: its corners can be dragged
_HELD_BACK = 5


@dataclass(frozen=True, slots=True, eq=False)
class Lesson:
    """Hold a picture's features (N×F) and each quad's overlap with the true sheet; all 0 without a sheet."""

    features: _Floats
    overlaps: _Floats
    is_drawn: bool


def main() -> None:
    """Learn the weights and say how well they choose on pictures that were not learnt from."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("--set", type=Path, required=True, dest="folder")
    options.add_argument("--drawn", type=int, default=300)
    chosen = options.parse_args()
    cv2.setNumThreads(1)
    lessons = [*_photographed(chosen.folder), *_drawn(chosen.drawn)]
    order = np.random.default_rng(1).permutation(len(lessons))
    lessons = [lessons[at] for at in order]
    picked: list[tuple[bool, float, float]] = []
    for part in range(_HELD_BACK):
        held = lessons[part::_HELD_BACK]
        weights, least = learn([lesson for at, lesson in enumerate(lessons) if at % _HELD_BACK != part])
        picked += [_picked(lesson, weights, least) for lesson in held]
    _report(picked)
    weights, least = learn(lessons)
    np.savez_compressed(_OUT, weights=weights.astype(np.float32), least=np.float32(least))


def learn(lessons: list[Lesson]) -> tuple[_Floats, float]:
    """Give the weight of each feature, and the score below which there is no sheet."""
    together = np.concatenate([lesson.features for lesson in lessons])
    mean, spread = together.mean(axis=0), together.std(axis=0) + 1e-6
    most = max(len(lesson.features) for lesson in lessons) + 1
    features = np.zeros((len(lessons), most, len(mean) + 1))
    wanted, absent = np.zeros((len(lessons), most)), np.ones((len(lessons), most), bool)
    for at, lesson in enumerate(lessons):
        count = len(lesson.features)
        features[at, :count, :-1] = (lesson.features - mean) / spread
        wanted[at, :count] = np.where(lesson.overlaps > _NEAR, np.exp((lesson.overlaps - 1) * _STEEP), 0)
        absent[at, :count] = absent[at, -1] = False
    features[:, -1, -1] = 1
    wanted[:, -1] = wanted.sum(axis=1) == 0
    wanted /= wanted.sum(axis=1, keepdims=True)
    weights = _fitted(features, wanted, absent)
    raw = weights[:-1] / spread
    return raw, float(weights[-1] + mean @ raw) - _DOUBT


def _fitted(features: _Floats, wanted: _Floats, absent: NDArray[np.bool_]) -> _Floats:
    weights, mean, square = (np.zeros(features.shape[2]) for _ in range(3))
    flat = features.reshape(-1, features.shape[2]).astype(np.float32)
    for step in range(1, _STEPS + 1):
        scores = np.where(absent, -np.inf, (flat @ weights.astype(np.float32)).reshape(wanted.shape))
        shares = np.exp(scores - scores.max(axis=1, keepdims=True))
        shares /= shares.sum(axis=1, keepdims=True)
        slope = flat.T @ (shares - wanted).ravel().astype(np.float32) / len(wanted)
        slope = slope + _DECAY * weights * (np.arange(len(weights)) < len(weights) - 1)
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2
        weights = weights - _PACE * mean / (1 - 0.9**step) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return weights


def _photographed(folder: Path) -> Iterator[Lesson]:
    for scene in read_scenes(folder):
        frame = read_picture(scene.path)
        small = fit(frame, _SIDE)
        corners = ordered(scene.corners) * (small.width / frame.width)
        yield _lesson(small.pixels, corners, is_drawn=False)


def _drawn(count: int) -> Iterator[Lesson]:
    stage = Stage(np.random.default_rng(77), faces=50, grounds=70, long_side=_SIDE)
    for _ in range(count):
        scene = stage.scene()
        yield _lesson(scene.picture, None if scene.border is None else scene.border[:, 0], is_drawn=True)


def _lesson(pixels: Pixels, corners: Points | None, *, is_drawn: bool) -> Lesson:
    search = SheetSearch.of(pixels)
    shares = [0.0 if corners is None else overlap(quad, corners) for quad in search.quads]
    return Lesson(search.features, np.array(shares, np.float64), is_drawn)


def _picked(lesson: Lesson, weights: _Floats, least: float) -> tuple[bool, float, float]:
    """Give if a picture was drawn, the overlap of the quad that is chosen, and the best overlap of all."""
    scores = lesson.features @ weights - least
    best = float(lesson.overlaps.max(initial=0))
    chosen = float(lesson.overlaps[int(scores.argmax())]) if len(scores) and scores.max() > 0 else 0.0
    return lesson.is_drawn, chosen, best


def _report(picked: list[tuple[bool, float, float]]) -> None:
    for is_drawn, word in ((False, "photographed"), (True, "drawn")):
        some = np.array([(chosen, best) for drawn, chosen, best in picked if drawn == is_drawn])
        shares = " ".join(f"{part:.1%}" for part in (some > _NEAR).mean(axis=0))
        sys.stdout.write(f"{word}: chosen and best possible quads that lie near the sheet: {shares}\n")


if __name__ == "__main__":
    main()
