"""The engines that read a code: zxing-cpp, and zbar in binary mode where its library is there.

zbar guesses the alphabet of a code and mangles Vietnamese names into valid-looking text; only its binary mode
(libzbar 0.23.1 and later, not in pyzbar's Windows wheel) hands out the bytes untouched, so without it zbar is
not used at all.
"""

import ctypes
from collections.abc import Iterator
from typing import Any

import numpy as np
import zxingcpp

from scanning.frames import Pixels
from scanning.payload import Corners, Look, Payload, Sighting
from scanning.symbol_layout import VERSIONS, modules_of

try:
    from pyzbar import wrapper as zbar
except (ImportError, OSError):  # no pyzbar, or pyzbar without its library
    zbar = None

ZXING = "zxing-cpp"
ZBAR = "zbar"
_BINARY_MODE = 4  # ZBAR_CFG_BINARY of zbar.h; pyzbar has no name for it
_EVERY_SYMBOL = 0
_Y800 = int.from_bytes(b"Y800", "little")


def zxing(gray: Pixels, *, thorough: bool, global_threshold: bool = False) -> Look:
    """Look for QR codes with zxing-cpp; ``thorough`` also looks at smaller copies and at light on dark.

    Codes whose checksum failed are given as unread, with their size where it was told.
    """
    threshold = zxingcpp.Binarizer.GlobalHistogram if global_threshold else zxingcpp.Binarizer.LocalAverage
    found = zxingcpp.read_barcodes(
        gray,
        formats=zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCodeModel2]),
        try_rotate=thorough,
        try_downscale=thorough,
        try_invert=thorough,
        text_mode=zxingcpp.TextMode.Plain,
        binarizer=threshold,
        return_errors=True,
    )
    read = tuple(Payload.of(code.bytes, _zxing_corners(code), ZXING) for code in found if code.valid)
    return Look(read, tuple(_sighting(code) for code in found if not code.valid))


def zbar_binary(gray: Pixels) -> tuple[Payload, ...]:
    """Look for QR codes with zbar and give their exact bytes; nothing where zbar cannot do that."""
    if zbar is None:
        return ()
    # A scanner that is kept grows with every code it reads; a new one costs microseconds.
    scanner = zbar.zbar_image_scanner_create()
    picture = zbar.zbar_image_create()
    try:
        if not _ask_for_exact_qr(scanner):
            return ()
        rows = np.ascontiguousarray(gray)
        zbar.zbar_image_set_format(picture, _Y800)
        zbar.zbar_image_set_size(picture, rows.shape[1], rows.shape[0])
        zbar.zbar_image_set_data(picture, rows.ctypes.data_as(ctypes.c_void_p), rows.size, None)
        zbar.zbar_scan_image(scanner, picture)
        return tuple(_zbar_payload(symbol) for symbol in _zbar_symbols(picture))
    finally:
        zbar.zbar_image_destroy(picture)
        zbar.zbar_image_scanner_destroy(scanner)


def available_engines() -> tuple[str, ...]:
    """Name the engines that work on this machine."""
    if zbar is None:
        return (ZXING,)
    scanner = zbar.zbar_image_scanner_create()
    try:
        return (ZXING, ZBAR) if _ask_for_exact_qr(scanner) else (ZXING,)
    finally:
        zbar.zbar_image_scanner_destroy(scanner)


def _sighting(code: Any) -> Sighting:  # noqa: ANN401 - zxing-cpp ships no type for its result
    version = str((code.extra or {}).get("Version", ""))
    known = version.isdecimal() and int(version) in VERSIONS
    return Sighting(_zxing_corners(code), modules_of(int(version)) if known else 0)


def _zxing_corners(code: Any) -> Corners:  # noqa: ANN401 - zxing-cpp ships no type for its result
    at = code.position
    points = (at.top_left, at.top_right, at.bottom_right, at.bottom_left)
    a, b, c, d = ((float(point.x), float(point.y)) for point in points)
    return (a, b, c, d)


def _ask_for_exact_qr(scanner: Any) -> bool:  # noqa: ANN401 - a C pointer
    """Set a zbar scanner to QR codes and bytes; False where the library is too old for bytes."""
    enable = zbar.ZBarConfig.CFG_ENABLE
    qr = zbar.ZBarSymbol.QRCODE
    zbar.zbar_image_scanner_set_config(scanner, _EVERY_SYMBOL, enable, 0)
    zbar.zbar_image_scanner_set_config(scanner, qr, enable, 1)
    return bool(zbar.zbar_image_scanner_set_config(scanner, qr, _BINARY_MODE, 1) == 0)


def _zbar_symbols(picture: Any) -> Iterator[Any]:  # noqa: ANN401 - C pointers
    symbol = zbar.zbar_image_first_symbol(picture)
    while symbol:
        yield symbol
        symbol = zbar.zbar_symbol_next(symbol)


def _zbar_payload(symbol: Any) -> Payload:  # noqa: ANN401 - a C pointer
    length = zbar.zbar_symbol_get_data_length(symbol)
    raw = ctypes.string_at(zbar.zbar_symbol_get_data(symbol), length)
    count = zbar.zbar_symbol_get_loc_size(symbol)
    points = [
        (float(zbar.zbar_symbol_get_loc_x(symbol, i)), float(zbar.zbar_symbol_get_loc_y(symbol, i)))
        for i in range(count)
    ]
    return Payload.of(raw, _four(points), ZBAR)


def _four(points: list[tuple[float, float]]) -> Corners:
    """Give zbar's outline as four corners; older codes come with a longer outline, or none."""
    if len(points) == 4:
        return (points[0], points[1], points[2], points[3])
    xs = [x for x, _ in points] or [0.0]
    ys = [y for _, y in points] or [0.0]
    return ((min(xs), min(ys)), (max(xs), min(ys)), (max(xs), max(ys)), (min(xs), max(ys)))
