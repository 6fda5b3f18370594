"""How much of a processor it takes to draw an acknowledgement: CPU milliseconds, the first and once warm.

The aim is an acknowledgement of two copies in 50 ms. The same words must give the same bytes each time.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from pathlib import Path

from printing.__main__ import FONTS_FOLDER
from printing.acknowledgement import draw_acknowledgement
from printing.fonts import Fonts
from printing.samples import ACKNOWLEDGEMENT, DRAWN_AT
from printing.sheet import Marks, PaperSize

_ROUNDS, _WANTED_MS = 40, 50


def drawn(fonts: Fonts, size: PaperSize) -> tuple[bytes, float]:
    """Draw one acknowledgement and say how many milliseconds of the processor it took."""
    marks, began = Marks(training=True), time.process_time()
    pdf = draw_acknowledgement(ACKNOWLEDGEMENT, size=size, fonts=fonts, marks=marks, created_at=DRAWN_AT)
    return pdf, (time.process_time() - began) * 1000


def main() -> int:
    """Draw the acknowledgement again and again, and say what it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=_ROUNDS)
    parser.add_argument("--fonts", type=Path, default=FONTS_FOLDER)
    asked = parser.parse_args()
    fonts = Fonts(asked.fonts)
    for size in PaperSize:
        first, cold = drawn(fonts, size)
        rounds = [drawn(fonts, size) for _ in range(asked.rounds)]
        took = sorted(ms for _, ms in rounds)
        kept = "kept" if statistics.median(took) <= _WANTED_MS else "MISSED"
        same = "the same bytes" if all(pdf == first for pdf, _ in rounds) else "OTHER BYTES"
        print(
            f"{size.name}: first {cold:.0f} ms, then p50 {statistics.median(took):.0f} ms, "
            f"slowest {took[-1]:.0f} ms of CPU, {len(first)} bytes, {same}; 50 ms {kept}"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
