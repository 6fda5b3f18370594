"""Pictures as ``scanimage`` streams them: PBM, PGM and PPM, with 8 or 16 bits."""

import re

import numpy as np

from scanning.errors import PictureCause, PictureError
from scanning.frames import MAX_PIXELS, MIN_SIDE, Frame, Pixels

MAX_BYTES = MAX_PIXELS * 3 + 4096
_SIZE = rb"\s(?:#[^\n]*\n|\s)*(\d{1,6})\s+(\d{1,6})\s"
_BILEVEL = re.compile(rb"P4" + _SIZE)
_TONES = re.compile(rb"P([56])" + _SIZE + rb"(\d{1,5})\s")
_CHANNELS = {b"5": 1, b"6": 3}


def read_pnm(data: bytes) -> Frame:
    """Read a picture; one that ends early keeps the rows it has, as a feeder gives of a short sheet.

    Raises PictureError for what is no such picture, over the limits, or has hardly any rows.
    """
    bilevel = _BILEVEL.match(data)
    if bilevel:
        width, height = _size(bilevel[1], bilevel[2])
        return _framed(_bits(memoryview(data)[bilevel.end() :], width, height))
    head = _TONES.match(data)
    if head is None:
        raise PictureError(PictureCause.UNKNOWN_FORMAT)
    shape = (*_size(head[2], head[3]), _CHANNELS[head[1]])
    return _framed(_samples(memoryview(data)[head.end() :], shape, deep=int(head[4]) > 255))


def _size(width: bytes, height: bytes) -> tuple[int, int]:
    if int(width) * int(height) > MAX_PIXELS:
        raise PictureError(PictureCause.TOO_LARGE)
    return int(width), int(height)


def _bits(body: memoryview, width: int, height: int) -> Pixels:
    a_row = (width + 7) // 8
    rows = _whole_rows(len(body), a_row, height)
    packed = np.frombuffer(body, np.uint8, rows * a_row).reshape(rows, a_row)
    black = np.unpackbits(packed, axis=1)[:, :width, None]
    return np.asarray((1 - black) * np.uint8(255), np.uint8)


def _samples(body: memoryview, shape: tuple[int, int, int], *, deep: bool) -> Pixels:
    width, height, channels = shape
    a_row = width * channels * (2 if deep else 1)
    rows = _whole_rows(len(body), a_row, height)
    flat = np.frombuffer(body, np.uint8, rows * a_row)
    if deep:
        flat = flat[::2]  # the high bytes: PNM is big-endian
    return np.asarray(flat.reshape(rows, width, channels), np.uint8)


def _whole_rows(length: int, a_row: int, height: int) -> int:
    return min(height, length // a_row) if a_row else 0


def _framed(pixels: Pixels) -> Frame:
    if min(pixels.shape[:2]) < MIN_SIDE:
        raise PictureError(PictureCause.TOO_SMALL)
    if pixels.shape[2] == 1:
        return Frame(np.repeat(pixels, 3, axis=2))
    return Frame(pixels[:, :, ::-1])
