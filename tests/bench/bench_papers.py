"""How long papers take to draw, and whether two hundred in a row leave anything behind.

Prints, for each paper, milliseconds of processor time and of the wall clock (median and the slowest of the
run; the wall's are of this machine with whatever else it does), then the memory of the process before and
after 200 slips. Each acknowledgement carries a code of its own, as in the counter's life.
"""

from __future__ import annotations

import argparse
import gc
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from crafts.printing.paper_reading import FONTS_FOLDER

from printing.acknowledgement import draw_acknowledgement
from printing.citizen_samples import CITIZEN, FEE, TEAR_OFF
from printing.citizen_slip import draw_citizen_slip
from printing.control_sheet import draw_control_sheet
from printing.fee_slip import draw_fee_slip
from printing.fonts import Fonts
from printing.samples import ACKNOWLEDGEMENT, CLAIM, DRAWN_AT
from printing.sheet import Marks, PaperSize
from printing.slip_samples import CONTROL, SUPPLEMENT
from printing.supplement_request import draw_supplement_request
from printing.tear_off import draw_tear_off
from printing.thermal import thermal_bytes
from printing.two_up import two_up

_DRAWN = 20
_SLIPS = 200
_MARKS = Marks(training=True)
_PAGE_BYTES = 4096
_A4, _A5 = PaperSize.A4, PaperSize.A5


def papers(fonts: Fonts) -> dict[str, Callable[[int], bytes]]:
    """Name what is drawn; each takes the number of the run."""

    def acknowledgement(run: int, size: PaperSize) -> bytes:
        words = replace(ACKNOWLEDGEMENT, code_payload=f"{CLAIM}{run}")
        return draw_acknowledgement(words, size=size, fonts=fonts, marks=_MARKS, created_at=DRAWN_AT)

    def slip(draw: Callable[..., bytes], words: object) -> Callable[[int], bytes]:
        return lambda _: draw(words, size=_A4, fonts=fonts, marks=_MARKS, created_at=DRAWN_AT)

    def tear_off(run: int) -> bytes:
        words = replace(TEAR_OFF, code_payload=f"{CLAIM}{run}")
        return draw_tear_off(words, fonts=fonts, marks=_MARKS, created_at=DRAWN_AT)

    return {
        "acknowledgement A4, both copies": lambda run: acknowledgement(run, _A4),
        "acknowledgement A5, both copies": lambda run: acknowledgement(run, _A5),
        "acknowledgement, two A5 on A4": lambda run: two_up(acknowledgement(run, _A5)),
        "supplement request": slip(draw_supplement_request, SUPPLEMENT),
        "control sheet": slip(draw_control_sheet, CONTROL),
        "fee slip": slip(draw_fee_slip, FEE),
        "slip in large type": slip(draw_citizen_slip, CITIZEN),
        "tear-off": tear_off,
        "tear-off as a thermal printer's bytes": lambda run: thermal_bytes(tear_off(run)),
    }


def measure(draw: Callable[[int], bytes]) -> tuple[list[float], list[float]]:
    """Draw it again and again: milliseconds of the processor, and of the wall clock."""
    draw(-1)
    processor, wall = [], []
    for run in range(_DRAWN):
        began, spent = time.perf_counter(), time.process_time()
        draw(run)
        processor.append((time.process_time() - spent) * 1000)
        wall.append((time.perf_counter() - began) * 1000)
    return processor, wall


def resident_mb() -> float:
    """Say how much memory the process holds."""
    gc.collect()
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * _PAGE_BYTES / 2**20


def main() -> None:
    """Draw, and say how long it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--slips", type=int, default=_SLIPS, help="how many in a row for the memory")
    asked = parser.parse_args()
    drawn = papers(Fonts(FONTS_FOLDER))
    print(f"{'paper':42} {'processor ms':>22} {'wall ms':>22}")
    for name, draw in drawn.items():
        processor, wall = measure(draw)
        told = (f"{statistics.median(each):9.1f} (max {max(each):6.1f})" for each in (processor, wall))
        print(f"{name:42}", *(f"{each:>22}" for each in told))
    slip = drawn["acknowledgement A4, both copies"]
    for run in range(asked.slips // 4):
        slip(run)
    before = resident_mb()
    for run in range(asked.slips):
        slip(run)
    after = resident_mb()
    print(
        f"memory: {before:.1f} MB before, {after:.1f} MB after {asked.slips} slips ({after - before:+.1f} MB)"
    )


if __name__ == "__main__":
    main()
