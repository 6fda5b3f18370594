"""Learn how to weigh what speaks for a supposed sheet, and write `scanning/data/sheet_ranking.npz`.

Run it by `python tests/bench/train_sheet_ranking.py --set FOLDER…`, the folders being such as
`bench_pages.py` takes; drawn scenes (`corner_scenes.py`) are learnt from beside their pictures. For each
picture the right quads, or the answer that there is none, are to score highest (softmax over the picture's
quads, Adam): first of what is proposed, then also of what is like the quads that scored best.
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

from scanning.frames import fit, read_picture
from scanning.opencv import cv2
from scanning.quad import Points, ordered
from scanning.sheet_ranking import Ranking
from scanning.sheet_search import SheetSearch

_Reals = NDArray[np.float32]
_Floats = NDArray[np.float64]

_OUT = Path(__file__).parents[2] / "scanning" / "data" / "sheet_ranking.npz"
_SIDE = 640  # px
_NEAR, _STEEP = 0.87, 30.0  # overlap from which tracing mends a quad; how much a better one is preferred
_MIXTURES, _STEPS, _PACE, _DECAY = 12, 350, 0.02, 0.015
_BATCH = 96
_DOUBT = 2.7  # a doubtful sheet is shown all the same: its corners can be dragged
_LIKELY = 8  # whose sides are moved
_HELD_BACK = 4


@dataclass(frozen=True, slots=True, eq=False)
class Lesson:
    """Hold a picture's features (N×F) and each quad's overlap with the true sheet; all 0 without a sheet."""

    features: _Floats
    overlaps: _Floats
    is_drawn: bool


@dataclass(frozen=True, slots=True, eq=False)
class _Search:
    """Hold what is proposed for a picture, and its sheet's corners; None without a sheet."""

    search: SheetSearch
    corners: Points | None
    is_drawn: bool

    def lesson(self, first: Ranking | None = None) -> Lesson:
        """Compare with the truth what is proposed, and what is like the quads that a first ranking likes."""
        search = self.search
        if first is not None:
            search = search.swapped(search.quads[np.argsort(-first.scores(search.features))[:_LIKELY]])
        shares = [0.0 if self.corners is None else overlap(quad, self.corners) for quad in search.quads]
        return Lesson(search.features, np.array(shares, np.float64), self.is_drawn)


def main() -> None:
    """Learn the weights and say how well they choose on pictures that were not learnt from."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("--set", type=Path, required=True, dest="folders", nargs="+")
    options.add_argument("--drawn", type=int, default=300)
    chosen = options.parse_args()
    cv2.setNumThreads(1)
    searches = [*_photographed(chosen.folders), *_drawn(chosen.drawn)]
    first = learn([search.lesson() for search in searches])
    lessons = [search.lesson(first) for search in searches]
    order = np.random.default_rng(1).permutation(len(lessons))
    lessons = [lessons[at] for at in order]
    picked: list[tuple[bool, float, float]] = []
    for part in range(_HELD_BACK):
        ranking = learn([lesson for at, lesson in enumerate(lessons) if at % _HELD_BACK != part])
        picked += [_picked(lesson, ranking) for lesson in lessons[part::_HELD_BACK]]
    _report(picked)
    ranking = learn(lessons)
    parts = {"weights": ranking.weights, "mixing": ranking.mixing, "mixed": ranking.mixed}
    small = {name: part.astype(np.float32) for name, part in parts.items()}
    np.savez_compressed(_OUT, allow_pickle=False, least=np.float32(ranking.least), **small)


def learn(lessons: list[Lesson]) -> Ranking:
    """Give the weights with which the right quads score highest, and none where there is no sheet."""
    together = np.concatenate([lesson.features for lesson in lessons])
    mean, spread = together.mean(axis=0), together.std(axis=0) + 1e-6
    most = max(len(lesson.features) for lesson in lessons) + 1
    features = np.zeros((len(lessons), most, len(mean)), np.float32)
    wanted, absent = np.zeros((len(lessons), most)), np.ones((len(lessons), most), bool)
    for at, lesson in enumerate(lessons):
        count = len(lesson.features)
        features[at, :count] = (lesson.features - mean) / spread
        wanted[at, :count] = np.where(lesson.overlaps > _NEAR, np.exp((lesson.overlaps - 1) * _STEEP), 0)
        absent[at, :count] = absent[at, -1] = False
    wanted[:, -1] = wanted.sum(axis=1) == 0
    wanted /= wanted.sum(axis=1, keepdims=True)
    alone, mixing, added, mixed, none = _fitted(features, wanted, absent)
    weights, mixing = alone / spread, mixing / spread[:, None]
    least = float(none[0]) + float(mean @ weights) - _DOUBT
    return Ranking(weights, np.vstack([mixing, added - mean @ mixing]), mixed, least)


def _fitted(features: _Reals, wanted: _Floats, absent: NDArray[np.bool_]) -> list[_Floats]:
    """Give what features weigh alone and in each mixture, what is added to it, what it weighs, and none."""
    rng, width = np.random.default_rng(0), features.shape[2]
    weights = [
        np.zeros(width), rng.normal(0, width**-0.5, (width, _MIXTURES)), np.zeros(_MIXTURES),
        rng.normal(0, 0.1, _MIXTURES), np.zeros(1),
    ]  # fmt: skip
    moments = [(np.zeros_like(part), np.zeros_like(part)) for part in weights]
    for step in range(1, _STEPS + 1):
        some = rng.permutation(len(features))[:_BATCH]
        slopes = _slopes(weights, features[some], wanted[some], absent[some])
        moments = [
            (0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2)
            for (mean, square), slope in zip(moments, slopes, strict=True)
        ]
        pace = _PACE * (0.5 * (1 + np.cos(np.pi * step / _STEPS)) + 0.01)
        ways = [
            mean / (1 - 0.9**step) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8) for mean, square in moments
        ]
        weights = [part - pace * way for part, way in zip(weights, ways, strict=True)]
    return weights


def _slopes(
    weights: list[_Floats], features: _Reals, wanted: _Floats, absent: NDArray[np.bool_]
) -> list[_Floats]:
    alone, mixing, added, mixed, none = weights
    flat = features.reshape(-1, features.shape[2])
    mixtures = np.maximum(flat @ mixing.astype(np.float32) + added.astype(np.float32), 0)
    scores = (flat @ alone + mixtures @ mixed).reshape(wanted.shape)
    scores[:, -1] = none[0]
    scores = np.where(absent, -np.inf, scores)
    shares = np.exp(scores - scores.max(axis=1, keepdims=True))
    missed = (shares / shares.sum(axis=1, keepdims=True) - wanted) / len(wanted)
    for_none = missed[:, -1:].sum(axis=0)
    missed[:, -1] = 0
    each = missed.ravel().astype(np.float32)
    by_mixture = np.outer(each, mixed).astype(np.float32) * (mixtures > 0)
    return [
        flat.T @ each + _DECAY * alone, flat.T @ by_mixture + _DECAY * mixing, by_mixture.sum(axis=0),
        mixtures.T @ each + _DECAY * mixed, for_none,
    ]  # fmt: skip


def _photographed(folders: list[Path]) -> Iterator[_Search]:
    for folder in folders:
        for scene in read_scenes(folder):
            frame = read_picture(scene.path)
            small = fit(frame, _SIDE)
            corners = ordered(scene.corners) * (small.width / frame.width)
            yield _Search(SheetSearch.of(small.pixels), corners, is_drawn=False)


def _drawn(count: int) -> Iterator[_Search]:
    stage = Stage(np.random.default_rng(77), faces=50, grounds=70, long_side=_SIDE)
    for _ in range(count):
        scene = stage.scene()
        corners = None if scene.border is None else scene.border[:, 0]
        yield _Search(SheetSearch.of(scene.picture), corners, is_drawn=True)


def _picked(lesson: Lesson, ranking: Ranking) -> tuple[bool, float, float]:
    """Give if a picture was drawn, the overlap of the quad that is chosen, and the best overlap of all."""
    scores = ranking.scores(lesson.features)
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
