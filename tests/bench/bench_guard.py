"""Measure the guard: what it finds of each staged fault, what it says of good pages, and what it costs.

Run it by hand: ``python tests/bench/bench_guard.py --seed 13 --scenes 234``; with ``--misses DIR`` every page
that was judged wrongly is written there as a picture. Thresholds were chosen on seeds 11 and 12. Times are
processor time of one thread, from a straightened page in memory.
"""

import argparse
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from time import process_time

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
sys.path.insert(0, str(Path(__file__).parents[1]))

import numpy as np
from bench.guard_papers import Look
from bench.guard_scenes import Scene, scene

from scanning.frames import Frame
from scanning.opencv import cv2
from scanning.quality import Complaint, Side, Verdict, judge
from scanning.straighten import straighten

_STAGED = tuple(each for each in Complaint if each not in (Complaint.EXPIRED, Complaint.WRONG_PAPER))


@dataclass(slots=True)
class Tally:
    """Count what became of one complaint: staged and found, not staged and said all the same."""

    staged: int = 0
    found: int = 0
    free: int = 0
    false: int = 0

    def count(self, complaint: Complaint, scene: Scene, said: frozenset[Complaint]) -> bool:
        """Add one scene; tell whether it was judged rightly. What is unsure counts for nothing."""
        if complaint in scene.faults:
            found = complaint in said or _is_the_graver(complaint, said)
            self.staged += 1
            self.found += found
            return found
        if complaint in scene.unsure:
            return True
        self.free += 1
        self.false += complaint in said
        return complaint not in said

    def __str__(self) -> str:
        """Write the two shares with their counts."""
        recall, false = self.found / max(1, self.staged), self.false / max(1, self.free)
        staged, free = f"({self.found:3d}/{self.staged:3d})", f"({self.false:2d}/{self.free:3d})"
        return f"{recall:6.1%} {staged}   {false:6.1%} {free}"


def main() -> None:
    """Judge the scenes of one seed and print the table."""
    asked = _parser().parse_args()
    cv2.setNumThreads(1)
    tallies = {complaint: Tally() for complaint in _STAGED}
    good, disturbed, times = 0, 0, list[float]()
    for index in range(asked.scenes):
        staged = scene(asked.seed, index)
        page = straighten(staged.photograph, staged.quad)
        verdict, ms = _judged(staged, page)
        times.append(ms)
        said = frozenset(verdict.complaints)
        wrong = [each for each, tally in tallies.items() if not tally.count(each, staged, said)]
        good += not staged.faults
        disturbed += not staged.faults and bool(said - staged.unsure)
        if wrong and asked.misses:
            _show(asked.misses / f"{asked.seed}_{index}.jpg", page, verdict, staged)
    print(f"{'':16}recall              false alarms")
    for complaint, tally in tallies.items():
        print(f"{complaint:16}{tally}")
    print(f"good pages with any complaint: {disturbed} of {good}")
    print(f"processor time a page: median {np.median(times):.0f} ms, largest {max(times):.0f} ms")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=13)
    parser.add_argument("--scenes", type=int, default=234)
    parser.add_argument("--misses", type=Path, metavar="DIR")
    return parser


def _judged(staged: Scene, page: Frame) -> tuple[Verdict, float]:
    side = Side.FRONT if staged.look in (Look.CARD, Look.CARD_BACK) else None
    begun = process_time()
    verdict = judge(page, photograph=staged.photograph, quad=staged.quad, side=side)
    return verdict, (process_time() - begun) * 1000


def _is_the_graver(complaint: Complaint, said: frozenset[Complaint]) -> bool:
    """Accept that a finger beside the writing is taken for one on it: it is found all the same."""
    return complaint is Complaint.FINGER_AT_EDGE and Complaint.FINGER in said


def _show(path: Path, page: Frame, verdict: Verdict, staged: Scene) -> None:
    drawn = page.pixels.copy()
    for finding in verdict.findings:
        if finding.box:
            left, top, right, bottom = (round(side) for side in finding.box)
            cv2.rectangle(drawn, (left, top), (right, bottom), (0, 0, 255), 6)
    words = f"{staged.note} | staged {', '.join(staged.faults)} | said {', '.join(verdict.complaints)}"
    cv2.putText(drawn, words, (20, 60), cv2.FONT_HERSHEY_SIMPLEX, 1.1, (0, 0, 200), 3)
    path.parent.mkdir(parents=True, exist_ok=True)
    cv2.imwrite(str(path), drawn)


if __name__ == "__main__":
    main()
