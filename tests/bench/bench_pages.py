"""Measure how often a sheet is found, beside the tutorials' contour method on the same pictures.

Run it by `python tests/bench/bench_pages.py --set FOLDER`. The folder holds pictures and ``gt.json``: for
each file name its ``corners`` (in any cyclic order) and ``tags``. A sheet counts as found when what is found
and what is true share 95 % of what they cover together, however the corners are ordered. Times are processor
time of one thread.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from time import thread_time

import numpy as np

from scanning.frames import Frame, read_picture
from scanning.opencv import cv2
from scanning.page import find_page
from scanning.quad import Points, Quad, ordered

_FOUND = 0.95
_FLAGS = ("curl", "finger", "shadow", "glare", "off")


@dataclass(frozen=True, slots=True)
class Scene:
    """Hold a picture's file, its sheet's corners, and the words it is sorted under."""

    path: Path
    corners: Points
    words: tuple[str, ...]


@dataclass(slots=True)
class Tally:
    """Collect how well one detector did: overlap and milliseconds, picture by picture."""

    overlaps: list[float] = field(default_factory=list)
    milliseconds: list[float] = field(default_factory=list)

    def share(self, chosen: list[bool]) -> float:
        """Give how many of the chosen pictures were found, in percent."""
        found = [overlap >= _FOUND for overlap, taken in zip(self.overlaps, chosen, strict=True) if taken]
        return 100 * sum(found) / len(found)


def main() -> None:
    """Measure both detectors and print the table."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("--set", type=Path, required=True, dest="folder")
    options.add_argument("--most", type=int, default=10_000)
    options.add_argument("--missed", action="store_true", help="name the pictures whose sheet was missed")
    chosen = options.parse_args()
    cv2.setNumThreads(1)
    scenes = read_scenes(chosen.folder)[: chosen.most]
    ours, contour = Tally(), Tally()
    for scene in scenes:
        frame = read_picture(scene.path)
        _measure(contour, scene, frame, find_by_contour)
        _measure(ours, scene, frame, find_page)
    sys.stdout.writelines(_table(scenes, ours, contour))
    if chosen.missed:
        sys.stdout.writelines(_missed(scenes, ours))


def read_scenes(folder: Path) -> list[Scene]:
    """Read what is known of the pictures that are there."""
    truth = json.loads((folder / "gt.json").read_text("utf-8"))
    scenes = []
    for name, known in sorted(truth.items()):
        tags = known.get("tags", {})
        words = [f"desk: {tags['bg']}"] if "bg" in tags else []
        words += [flag for flag in _FLAGS if tags.get(flag)]
        if (folder / name).is_file():
            scenes.append(Scene(folder / name, np.array(known["corners"], np.float64), tuple(words)))
    return scenes


def find_by_contour(frame: Frame) -> Quad | None:
    """Find the sheet as tutorials do: blur, Canny, the largest contour that four points describe."""
    scale = frame.height / 500
    small = cv2.resize(frame.pixels, (round(frame.width / scale), 500))
    gray = cv2.GaussianBlur(cv2.cvtColor(small, cv2.COLOR_BGR2GRAY), (5, 5), 0)
    outlines = cv2.findContours(cv2.Canny(gray, 75, 200), cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)[0]
    for outline in sorted(outlines, key=cv2.contourArea, reverse=True)[:5]:
        corners = cv2.approxPolyDP(outline, 0.02 * cv2.arcLength(outline, closed=True), closed=True)
        if len(corners) == 4:
            return Quad.of(corners.reshape(4, 2) * scale)
    return None


def overlap(found: Points, true: Points) -> float:
    """Give the shared part of what two quads cover together."""
    one, other = (np.asarray(cv2.convexHull(corners.astype(np.float32))) for corners in (found, true))
    shared = float(cv2.intersectConvexConvex(one, other)[0])
    return shared / (cv2.contourArea(one) + cv2.contourArea(other) - shared)


def _measure(tally: Tally, scene: Scene, frame: Frame, find: Callable[[Frame], Quad | None]) -> None:
    begun = thread_time()
    found = find(frame)
    tally.milliseconds.append((thread_time() - begun) * 1000)
    tally.overlaps.append(0.0 if found is None else overlap(found.array(), ordered(scene.corners)))


def _table(scenes: list[Scene], ours: Tally, contour: Tally) -> Iterator[str]:
    yield f"{'':16}{'pictures':>9}{'contour':>9}{'ours':>9}\n"
    words = sorted({word for scene in scenes for word in scene.words})
    groups = [("all", [True] * len(scenes)), *((word, [word in s.words for s in scenes]) for word in words)]
    for word, chosen in groups:
        yield f"{word:16}{sum(chosen):9}{contour.share(chosen):8.1f}%{ours.share(chosen):8.1f}%\n"
    yield f"{'ms, median':16}{'':9}{median(contour.milliseconds):9.1f}{median(ours.milliseconds):9.1f}\n"
    slow = float(np.percentile(ours.milliseconds, 95))
    yield f"{'ms, p95':16}{'':9}{np.percentile(contour.milliseconds, 95):9.1f}{slow:9.1f}\n"
    yield f"{'overlap, median':16}{'':9}{median(contour.overlaps):9.4f}{median(ours.overlaps):9.4f}\n"


def _missed(scenes: list[Scene], ours: Tally) -> Iterator[str]:
    for scene, share in zip(scenes, ours.overlaps, strict=True):
        if share < _FOUND:
            yield f"{scene.path.name} {share:.3f} {', '.join(scene.words)}\n"


if __name__ == "__main__":
    main()
