"""Measure what becomes of photographed pages: time a step, pages turned right, skew left over.

    python tests/bench/bench_develop.py --set DIR [--limit N] [--first N]

``DIR`` holds pictures and their truth, `gt.json`, as the papers' generator writes them: corners in the page's
own order. Times are processor time of one thread, a step's by its part of the whole.
"""

import argparse
import json
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, process_time

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
sys.path.insert(0, str(Path(__file__).parents[2]))

import numpy as np

from scanning.develop import STEPS, DevelopedPage, develop
from scanning.frames import read_picture
from scanning.opencv import cv2
from scanning.quad import Points, Quad

_FOUND = 0.03  # of the sheet's mean side that its corners may be missed by


@dataclass(frozen=True, slots=True, eq=False)
class Measure:
    """Hold what became of one picture; ``skew`` in degrees, None where borders do not tell it."""

    name: str
    found: bool
    turned_right: bool
    skew: float | None
    ms: dict[str, float]


def measures(folder: Path, wanted: slice) -> Iterator[Measure]:
    """Develop the pictures of a folder one by one."""
    truth = json.loads((folder / "gt.json").read_text(encoding="utf-8"))
    for name in sorted(truth)[wanted]:
        frame = read_picture(folder / name)
        cpu, wall = process_time(), perf_counter()
        page = develop(frame)
        cpu, wall = process_time() - cpu, perf_counter() - wall
        corners = np.array(truth[name]["corners"], np.float64)
        tags = truth[name]["tags"]
        ms = {step: spent * cpu / wall for step, spent in page.steps}
        skew = None if tags.get("curl") or abs(tags.get("lens", 0)) > 0.005 else left_over(page, corners)
        yield Measure(name, _is_found(page, corners), page.turns == right_turns(page, corners), skew, ms)


def right_turns(page: DevelopedPage, corners: Points) -> int:
    """Give the quarter turns that bring the true top left corner to where it belongs."""
    away = np.linalg.norm(page.quad.array() - corners[0], axis=1)
    return -int(np.argmin(away)) % 4


def left_over(page: DevelopedPage, corners: Points) -> float:
    """Give by how many degrees the page's own top and bottom are off the level in the developed page."""
    width, height = page.straight.width, page.straight.height
    size = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    seen = np.roll(page.quad.array(), page.turns, axis=0).astype(np.float32)
    lens = cv2.getPerspectiveTransform(seen, size)
    a, b, c, d = cv2.perspectiveTransform(corners[None], lens)[0]
    across = (b - a) + (c - d)
    return float(np.degrees(np.arctan2(across[1], across[0]))) - page.skew


def _is_found(page: DevelopedPage, corners: Points) -> bool:
    true = Quad.of(corners)
    away = np.linalg.norm(page.quad.array() - true.array(), axis=1)
    return bool(away.max() < _FOUND * float(np.mean(true.sides)))


def print_table(all_of_them: list[Measure]) -> None:
    """Print the figures of a set."""
    found = [each for each in all_of_them if each.found]
    print(f"{len(all_of_them)} pictures, {len(found)} with the sheet found, which the rest is about")
    right = [each for each in found if each.turned_right]
    print(f"turned right: {len(right) / max(1, len(found)):.1%}")
    for each in found:
        if not each.turned_right:
            print(f"  not: {each.name}")
    skews = np.abs([each.skew for each in right if each.skew is not None])
    if skews.size:
        print(f"skew left, degrees: median {np.median(skews):.3f}, p95 {np.percentile(skews, 95):.3f}")
    totals = [sum(each.ms.values()) for each in all_of_them]
    for name, spent in (
        *((step, [each.ms[step] for each in all_of_them]) for step in STEPS),
        ("all", totals),
    ):
        print(f"{name:>10}: median {np.median(spent):5.0f} ms, p95 {np.percentile(spent, 95):5.0f} ms")


def main() -> None:
    """Read the options, measure, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--set", type=Path, required=True, metavar="DIR")
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--limit", type=int, default=None)
    asked = parser.parse_args()
    cv2.setNumThreads(1)
    stop = None if asked.limit is None else asked.first + asked.limit
    print_table(list(measures(asked.set, slice(asked.first, stop))))


if __name__ == "__main__":
    main()
