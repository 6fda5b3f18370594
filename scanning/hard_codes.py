"""The last passes for a code that no engine reads: its place by its patterns, its bytes by soft judgement."""

from collections.abc import Callable, Iterable, Iterator

from scanning.frames import Pixels
from scanning.locate import Spot
from scanning.payload import Look, Payload, Sighting
from scanning.soft_reader import read_symbol
from scanning.symbol_layout import modules_of, version_of
from scanning.symbol_outline import guesses, outlines
from scanning.symbol_patch import SIDE, Patch
from scanning.symbol_settle import Placement, settle

SOFT = "soft"
"""The engine's name of what is read here."""
_SOFT_TO_SHARP = (1.0, 0.5, 0.0)  # modules
_GUESSES = 3
_WORTH_READING = 0.33
_LARGEST = 16  # version; a card's text fills 5 to 12, and a poster's code would cost many frames' time


def read_sighting(gray: Pixels, seen: Sighting, is_over: Callable[[], bool]) -> Look:
    """Read a code of known size, a card's at the largest, from about where its corners are."""
    version = version_of(seen.modules)
    if version is None or version > _LARGEST:
        return Look()
    middle = (sum(x for x, _ in seen.corners) / 4, sum(y for _, y in seen.corners) / 4)
    patch = Patch.around(gray, middle, seen.side)
    return _read(patch, [settle(patch.relief, patch.placed(seen.corners, version), _SOFT_TO_SHARP)], is_over)


def read_spot(gray: Pixels, spot: Spot, is_over: Callable[[], bool]) -> Look:
    """Read the code whose texture fills a spot, its size and turn unknown."""
    patch = Patch.around(gray, (spot.x, spot.y), spot.side)
    found = guesses(patch.relief, outlines(patch.gray, SIDE), most=_GUESSES)
    settled = (settle(patch.relief, guess, _SOFT_TO_SHARP) for guess in found)
    return _read(patch, _until_over(settled, is_over), is_over)


def _until_over(placed: Iterable[Placement], is_over: Callable[[], bool]) -> Iterator[Placement]:
    """Give placements, the first in any case, for as long as there is time."""
    for place in placed:
        yield place
        if is_over():
            return


def _read(patch: Patch, placed: Iterable[Placement], is_over: Callable[[], bool]) -> Look:
    """Read the best placement; one that fits and cannot be read is at least known for the next frame."""
    best = max(placed, key=lambda place: place.fit, default=None)
    if best is None or best.fit < _WORTH_READING:
        return Look()
    corners = patch.corners_in_frame(best)
    raw = read_symbol(patch, best, is_over=is_over)
    if raw is None:
        return Look((), (Sighting(corners, modules_of(best.version)),))
    return Look((Payload.of(raw, corners, SOFT),))
