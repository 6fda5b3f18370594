"""A scanner for practice: what was laid into it comes out as a real one would give it, a little askew."""

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from scanning.errors import ScanFailed, ScannerCause
from scanning.frames import Frame, Pixels
from scanning.opencv import cv2
from scanning.practice_stage import sensor_grain
from scanning.scanners import (
    A4_MM,
    Capabilities,
    Mode,
    ScannedSheet,
    ScannerName,
    Settings,
    Side,
    Source,
)

PRACTICE = "practice"
_RESOLUTIONS = (150, 200, 300)
_ASKEW = 0.7  # degrees to either side, as a feeder's rollers pull
_GRAIN = 1.6
_PAPER = 247
_SHOWS_THROUGH = 0.03  # of the front's ink, on the back


class PracticeFeeder:
    """See ``scanners.Scanners``; gives what was last laid in, once, and is empty then."""

    def __init__(self) -> None:
        self._sheets: tuple[Frame, ...] = ()
        self._fed = 0

    def lay_in(self, sheets: Sequence[Frame]) -> None:
        """Put sheets into the feeder, the first also on the glass; what was there before goes."""
        self._sheets = tuple(sheets)

    def list(self) -> tuple[ScannerName, ...]:
        """Name the one scanner there is; the window has words for it."""
        return (ScannerName(PRACTICE, PRACTICE, ""),)

    def capabilities(self, name: ScannerName) -> Capabilities:  # noqa: ARG002 - there is only one
        """Say what it can do."""
        return Capabilities(
            (Source.FLATBED, Source.FEEDER),
            duplex=True,
            resolutions=_RESOLUTIONS,
            modes=tuple(Mode),
            largest_mm=A4_MM,
        )

    def scan(
        self,
        name: ScannerName,  # noqa: ARG002 - there is only one
        settings: Settings,
        should_stop: Callable[[], bool],
    ) -> Iterator[ScannedSheet]:
        """Give the sheets, with their backs where both sides are asked for."""
        from_feeder = settings.source is Source.FEEDER
        sheets, self._sheets = self._sheets, ()
        if not sheets:
            raise ScanFailed(ScannerCause.NO_PAPER)
        for sheet in sheets if from_feeder else sheets[:1]:
            if should_stop():
                return
            self._fed += 1
            yield ScannedSheet(_scanned(sheet.pixels, settings, self._fed), Side.FRONT)
            if from_feeder and settings.duplex:
                yield ScannedSheet(_scanned(_back(sheet.pixels), settings, self._fed), Side.BACK)


def _scanned(sheet: Pixels, settings: Settings, seed: int) -> Frame:
    rng = np.random.default_rng([seed, 7])
    width, height = (round(side / 25.4 * settings.dpi) for side in settings.page_mm)
    page = cv2.resize(sheet, (width, height), interpolation=cv2.INTER_AREA)
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), float(rng.uniform(-_ASKEW, _ASKEW)), 1.0)
    lying = cv2.warpAffine(page, turn, (width, height), borderValue=(_PAPER,) * 3)
    lit = np.minimum(np.asarray(lying, np.uint8), np.uint8(_PAPER))
    grain = sensor_grain((width, height), rng, strength=_GRAIN)
    seen = Frame(np.asarray(cv2.addWeighted(lit, 1, grain, 1, -128), np.uint8))
    return seen if settings.colour else Frame(np.repeat(seen.gray()[:, :, None], 3, axis=2))


def _back(front: Pixels) -> Pixels:
    ink = (255.0 - front[:, ::-1]) * _SHOWS_THROUGH
    return np.asarray(255.0 - ink, np.uint8)
