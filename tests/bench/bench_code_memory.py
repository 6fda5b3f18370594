"""Memory of a reader that looks at codes all day: twenty thousand frames, read at once, hardly, and never.

Run it by `python tests/bench/bench_code_memory.py`. Linux only. The exit code is 1 where memory grows by more
than a twentieth after the first thousand frames.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).parents[1]))

import numpy as np
from bench.card_scenes import Shot, photograph

from scanning.frames import Frame
from scanning.opencv import cv2
from scanning.qr import CodeReader

_EARLY = 1_000
_TEXT = "000{:09}|012345678|Nguyễn Thị Thùy Hương|15031992|Nữ|Số 8, ngõ 12 phố Mẫu, Đống Đa, Hà Nội|10052022"
_EASY = Shot((1280, 720))
_HARD = (replace(_EASY, motion=2.0), replace(_EASY, code_px=56, defocus=0.0), replace(_EASY, defocus=0.9))
_HOPELESS = (replace(_EASY, motion=8.0), replace(_EASY, light=0.001))


def resident_kib() -> int:
    """Give the memory this process holds now."""
    return 4 * int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])


def _pool() -> list[Frame]:
    """Draw the frames of two seconds: mostly easy ones, each tenth hard, each tenth hopeless, one empty."""
    shots = [_EASY] * 40 + [*_HARD, *_HARD[:2]] + [_HOPELESS[number % 2] for number in range(4)]
    drawn = [
        photograph(_TEXT.format(number % 7), replace(shot, seed=number, roll=3.0 * number)).frame
        for number, shot in enumerate(shots)
    ]
    return [*drawn, Frame(np.full((720, 1280, 3), 90, np.uint8))]


def _shown(count: int) -> Iterator[Frame]:
    pool, rng = _pool(), np.random.default_rng(1)
    return (pool[int(number)] for number in rng.integers(0, len(pool), count))


def main() -> int:
    """Show the frames to one reader; print memory after a thousand and at the end."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--frames", type=int, default=20_000)
    asked = parser.parse_args()
    cv2.setNumThreads(1)
    reader, counted, early, begun = CodeReader(clock=process_time), Counter[str](), 0, process_time()
    for number, frame in enumerate(_shown(asked.frames), start=1):
        payloads = reader.look(frame).payloads
        counted[payloads[0].engine if payloads else "not read"] += 1
        early = resident_kib() if number == _EARLY else early
    late, spent = resident_kib(), process_time() - begun
    said = ", ".join(f"{count} {outcome}" for outcome, count in counted.most_common())
    print(f"{asked.frames} frames: {said}; {1000 * spent / asked.frames:.1f} ms each")
    print(f"{early} KiB after {_EARLY}, {late} KiB at the end ({late - early:+} KiB)")
    return 0 if late < 1.05 * early else 1


if __name__ == "__main__":
    sys.exit(main())
