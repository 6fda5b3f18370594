"""Measure how many letters of a page are read wrongly, beside plain Tesseract on the same pages in one run.

Run it by `python tests/bench/bench_text.py --set FOLDER`. The folder holds pictures and ``gt.json``: for each
file name its ``corners`` from the page's own top left, ``tags``, and ``page.segs``: text ``t``, ``box``,
``row`` and ``kind`` (``hand`` for handwriting). Pages are developed as the program develops them, with
``--corners`` from the true corners instead of found ones. Times are processor time of reading alone.
"""

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import mean, median
from time import process_time

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parents[2]))

import tesserocr
from bench.text_errors import Errors, Passage, count_errors
from PIL import Image

from scanning.develop import develop
from scanning.frames import Frame, read_picture
from scanning.opencv import cv2
from scanning.quad import Quad
from scanning.text import TextReader

_DATA = Path(__file__).parents[2] / "scanning" / "data" / "tessdata"


@dataclass(frozen=True, slots=True)
class Scene:
    """Hold a picture's file, its sheet's corners, whether it curls, and its text in reading order."""

    path: Path
    corners: Quad
    curled: bool
    text: tuple[Passage, ...]


@dataclass(slots=True)
class Tally:
    """Collect how well one reader did, page by page."""

    errors: list[Errors] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)

    def measure(self, read: Callable[[Frame], str], page: Frame, truth: Sequence[Passage]) -> str:
        """Read a page, keep what it cost, and say how it went."""
        began = process_time()
        text = read(page)
        self.seconds.append(process_time() - began)
        self.errors.append(count_errors(truth, text))
        return f"{self.errors[-1].typed_share:7.2%} {self.errors[-1].share:7.2%} {self.seconds[-1]:5.2f} s"

    def line(self, chosen: Sequence[bool]) -> str:
        """Sum up the chosen pages."""
        errors = [error for error, taken in zip(self.errors, chosen, strict=True) if taken]
        typed, every = [error.typed_share for error in errors], [error.share for error in errors]
        return (
            f"typed median {median(typed):6.2%} mean {mean(typed):6.2%}   all median {median(every):6.2%} "
            f"mean {mean(every):6.2%}   {median(self.seconds) * 1000:5.0f} ms"
        )


def main() -> None:
    """Measure both readers and print a line a page and the sums."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("--set", type=Path, required=True, dest="folder")
    options.add_argument("--most", type=int, default=10_000)
    options.add_argument("--corners", action="store_true", help="take the true corners, find nothing")
    chosen = options.parse_args()
    cv2.setNumThreads(1)
    scenes = read_scenes(chosen.folder)[: chosen.most]
    reader, ours, plain = TextReader(), Tally(), Tally()
    beside = tesserocr.PyTessBaseAPI(path=str(_DATA), lang="vie", psm=tesserocr.PSM.AUTO)
    for scene in scenes:
        picture = read_picture(scene.path)
        page = (develop(picture, scene.corners, turns=0) if chosen.corners else develop(picture)).straight
        own = ours.measure(lambda page: reader.read(page).text, page, scene.text)
        other = plain.measure(lambda page: _plainly(beside, page), page, scene.text)
        print(
            f"{scene.path.name:22} {'curl' if scene.curled else '':4}  ours {own}   Tesseract {other}",
            flush=True,
        )
    for name, taken in _groups(scenes).items():
        print(f"{name} ({sum(taken)})\n  ours      {ours.line(taken)}\n  Tesseract {plain.line(taken)}")


def read_scenes(folder: Path) -> list[Scene]:
    """Read what is true of a set of pictures; those that are not there yet are left out."""
    truth = json.loads((folder / "gt.json").read_text(encoding="utf-8"))
    return [
        Scene(
            folder / name,
            Quad(*((float(x), float(y)) for x, y in facts["corners"])),
            bool(facts["tags"].get("curl")),
            tuple(
                Passage(segment["t"], segment["kind"] == "hand")
                for segment in sorted(facts["page"]["segs"], key=lambda part: (part["row"], part["box"][0]))
            ),
        )
        for name, facts in sorted(truth.items())
        if (folder / name).exists()
    ]


def _groups(scenes: Sequence[Scene]) -> dict[str, list[bool]]:
    curled = [scene.curled for scene in scenes]
    groups = {"all": [True] * len(scenes), "flat": [not one for one in curled], "curled": curled}
    return {name: taken for name, taken in groups.items() if any(taken)}


def _plainly(beside: tesserocr.PyTessBaseAPI, page: Frame) -> str:
    """Read a page as it is, the way most programs call Tesseract."""
    beside.SetImage(Image.fromarray(page.gray()))
    beside.SetSourceResolution(200)
    return str(beside.GetUTF8Text())


if __name__ == "__main__":
    main()
