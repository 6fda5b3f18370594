"""Payloads in a frame: a cascade of passes from cheap to dear that stops at the first reading."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from time import perf_counter

import numpy as np

from scanning.close_up import CloseUp
from scanning.engines import ZBAR, available_engines, zbar_binary, zxing
from scanning.frames import Frame, Pixels
from scanning.hard_codes import read_sighting, read_spot
from scanning.locate import Spot, textured_spots
from scanning.payload import Corners, Look, Payload, Sighting

__all__ = ["CodeReader", "Payload", "available_engines", "read_again", "read_codes"]

BUDGET_MS = 80.0
_SPOTS = 3
_FOLLOWED = 10  # frames without a code after which its place is forgotten
_NEAR_ONLY = 7  # frames read by following alone, after which a second card in view must be noticed
_MOST_SKEWED = 2.5


def read_codes(
    frame: Frame, *, budget_ms: float = BUDGET_MS, clock: Callable[[], float] = perf_counter
) -> tuple[Payload, ...]:
    """Read the QR codes of one frame, each payload once; an empty tuple is no error.

    No new pass begins after ``budget_ms``; the first one, over the whole frame, is always made.
    """
    return CodeReader(clock=clock).look(frame, budget_ms=budget_ms).payloads


def read_again(frame: Frame, read: Payload) -> tuple[Payload, ...]:
    """Read a code once more where it stands, with the engine that has not read it."""
    close_up = CloseUp.of(frame.gray(), _spot_of(read.corners))
    if close_up is None:
        return ()
    return (close_up.as_it_is() if read.engine == ZBAR else close_up.by_zbar()).payloads


class CodeReader:
    """Reads frame after frame of one camera, and looks first where it saw the last code."""

    def __init__(self, *, clock: Callable[[], float] = perf_counter) -> None:
        self._clock = clock
        self._followed: Sighting | None = None
        self._missed = 0
        self._near_only = 0

    def look(self, frame: Frame, *, budget_ms: float = BUDGET_MS) -> Look:
        """Read the codes of a frame, and say which were seen without being read."""
        deadline = self._clock() + budget_ms / 1000
        unread: list[Sighting] = []
        gray = frame.gray()
        for number, look in enumerate(_passes(gray, self._followed, lambda: self._clock() >= deadline)):
            unread += look.unread
            if look.payloads:
                found = _each_once(look.payloads if number else look.payloads + self._elsewhere(gray))
                self._follow(Sighting(found[0].corners))
                if len(found) > 1:
                    self._followed = None  # a look at the one would forget the other
                return Look(found)
            if number > 0 and self._clock() >= deadline:
                break
        seen = _likely(unread, gray)
        self._follow(seen[0] if seen else None)
        return Look((), seen)

    def _elsewhere(self, gray: Pixels) -> tuple[Payload, ...]:
        """Look now and then at the whole frame too, while the code that is followed is read without it."""
        self._near_only = (self._near_only + 1) % (_NEAR_ONLY + 1)
        return () if self._near_only else zxing(gray, thorough=True).payloads

    def _follow(self, seen: Sighting | None) -> None:
        self._missed = 0 if seen else self._missed + 1
        if seen or self._missed > _FOLLOWED:
            self._followed = seen


def _passes(gray: Pixels, followed: Sighting | None, is_over: Callable[[], bool]) -> Iterator[Look]:
    """Give what each pass saw, lazily: the next pass is made only when the last one read nothing."""
    yield _followed_look(gray, followed)
    look = zxing(gray, thorough=True)
    yield look
    if followed is not None and not look.unread:
        yield read_sighting(gray, followed, is_over)
    seen = list(look.unread)
    sighted = (_spot_of(sighting.corners) for sighting in _likely(seen, gray)[:2])
    spots = _each_place((*sighted, *textured_spots(gray, most=_SPOTS)))[:_SPOTS]
    close_ups = [close_up for spot in spots if (close_up := CloseUp.of(gray, spot)) is not None]
    for close_up in close_ups:
        for look in (close_up.as_it_is(), close_up.sharpened()):
            seen += look.unread
            yield look
    for sighting in _likely(seen, gray)[:2]:
        yield read_sighting(gray, sighting, is_over)
    for spot in spots:
        yield read_spot(gray, spot, is_over)
    for close_up in close_ups[:1]:
        yield close_up.by_zbar()
    yield Look(zbar_binary(gray))
    yield Look(tuple(_unmirrored(found, gray.shape[1]) for found in zbar_binary(_mirrored(gray))))


def _followed_look(gray: Pixels, followed: Sighting | None) -> Look:
    close_up = None if followed is None else CloseUp.of(gray, _spot_of(followed.corners))
    return Look() if close_up is None else close_up.as_it_is()


def _likely(seen: Iterable[Sighting], gray: Pixels) -> tuple[Sighting, ...]:
    """Give the sightings that can be codes, each place once, those of known size first."""
    kept: list[Sighting] = []
    for sighting in sorted(seen, key=lambda sighting: sighting.modules == 0):
        spot = _spot_of(sighting.corners)
        new = not any(
            sighting.modules == other.modules and spot.resembles(_spot_of(other.corners)) for other in kept
        )
        if new and _is_possible(sighting.corners, gray):
            kept.append(sighting)
    return tuple(kept)


def _is_possible(corners: Corners, gray: Pixels) -> bool:
    points = np.array(corners)
    sides = np.linalg.norm(points - np.roll(points, 1, axis=0), axis=1)
    height, width = gray.shape
    inside = points.min() > -20 and points[:, 0].max() < width + 20 and points[:, 1].max() < height + 20
    return bool(inside and sides.min() > 24 and sides.max() < _MOST_SKEWED * sides.min())


def _spot_of(corners: Corners) -> Spot:
    return Spot(sum(x for x, _ in corners) / 4, sum(y for _, y in corners) / 4, Sighting(corners).side)


def _each_place(spots: Iterable[Spot]) -> tuple[Spot, ...]:
    kept: list[Spot] = []
    for spot in spots:
        if not any(spot.resembles(other) for other in kept):
            kept.append(spot)
    return tuple(kept)


def _each_once(payloads: tuple[Payload, ...]) -> tuple[Payload, ...]:
    return tuple({payload.raw: payload for payload in payloads}.values())


def _mirrored(gray: Pixels) -> Pixels:
    return np.ascontiguousarray(gray[:, ::-1])


def _unmirrored(payload: Payload, width: int) -> Payload:
    a, b, c, d = ((width - 1 - x, y) for x, y in payload.corners)
    return replace(payload, corners=(a, b, c, d))
