"""Payloads in a frame: a cascade of passes from cheap to dear that stops at the first reading."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from time import perf_counter

import numpy as np

from scanning.engines import available_engines, zbar_binary, zxing
from scanning.frames import Frame, Pixels
from scanning.locate import Box, locate
from scanning.opencv import cv2
from scanning.payload import Payload

__all__ = ["Payload", "available_engines", "read_codes"]

_CLOSE_UP = (
    520  # px; about 8 to 10 px a module for the codes on citizen cards, where zxing-cpp is at its best
)
_MOST_ENLARGED = 4.0


def read_codes(
    frame: Frame,
    *,
    budget_ms: float = 80,
    clock: Callable[[], float] = perf_counter,
) -> tuple[Payload, ...]:
    """Read the QR codes of a frame, each payload once; an empty tuple is no error.

    No new pass begins after ``budget_ms``; the two passes over the whole frame are always made.
    """
    deadline = clock() + budget_ms / 1000
    for number, payloads in enumerate(_passes(frame.gray())):
        if payloads:
            return _each_once(payloads)
        if number > 0 and clock() >= deadline:
            break
    return ()


def _passes(gray: Pixels) -> Iterator[tuple[Payload, ...]]:
    """Give what each pass read, lazily: the next pass is made only when the last one read nothing."""
    yield zxing(gray, thorough=False).payloads
    look = zxing(gray, thorough=True)
    yield look.payloads
    for box in locate(gray, look.unread):
        yield from _close_up(gray, box)
    yield zbar_binary(gray)
    yield tuple(_unmirrored(payload, gray.shape[1]) for payload in zbar_binary(_mirrored(gray)))


def _close_up(gray: Pixels, box: Box) -> Iterator[tuple[Payload, ...]]:
    """Read one place enlarged: as it is, sharpened, with local contrast, and by zbar."""
    part = box.cut(gray)
    scale = float(np.clip(_CLOSE_UP / box.size, 1, _MOST_ENLARGED))
    large = np.asarray(cv2.resize(part, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC), np.uint8)
    yield _back(zxing(large, thorough=True).payloads, box, scale)
    yield _back(zxing(_sharpened(large, scale), thorough=False, global_threshold=True).payloads, box, scale)
    yield _back(zxing(_evened(large), thorough=False).payloads, box, scale)
    yield _back(zbar_binary(large), box, scale)


def _sharpened(gray: Pixels, scale: float) -> Pixels:
    blurred = cv2.GaussianBlur(gray, (0, 0), max(1.0, scale))
    return np.asarray(cv2.addWeighted(gray, 2.5, blurred, -1.5, 0), np.uint8)


def _evened(gray: Pixels) -> Pixels:
    return np.asarray(cv2.createCLAHE(clipLimit=3.0, tileGridSize=(6, 6)).apply(gray), np.uint8)


def _mirrored(gray: Pixels) -> Pixels:
    return np.ascontiguousarray(gray[:, ::-1])


def _unmirrored(payload: Payload, width: int) -> Payload:
    a, b, c, d = ((width - 1 - x, y) for x, y in payload.corners)
    return replace(payload, corners=(a, b, c, d))


def _back(payloads: tuple[Payload, ...], box: Box, scale: float) -> tuple[Payload, ...]:
    """Bring corners from a close-up back to the frame."""
    return tuple(_shifted(payload, box, scale) for payload in payloads)


def _shifted(payload: Payload, box: Box, scale: float) -> Payload:
    a, b, c, d = ((x / scale + box.left, y / scale + box.top) for x, y in payload.corners)
    return replace(payload, corners=(a, b, c, d))


def _each_once(payloads: tuple[Payload, ...]) -> tuple[Payload, ...]:
    return tuple({payload.raw: payload for payload in payloads}.values())
