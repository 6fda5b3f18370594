"""Pages of two colours as CCITT G4, the way PDF takes them: one strip, ink as the set bits."""

from dataclasses import dataclass
from io import BytesIO

import numpy as np
from PIL import Image

from scanning.frames import Pixels

# TIFF tags; Pillow alone would start a new strip every 64 KiB, and a PDF picture is one strip.
_STRIP_OFFSETS, _ROWS_PER_STRIP, _STRIP_LENGTHS = 273, 278, 279


@dataclass(frozen=True, slots=True)
class Fax:
    """Hold a compressed picture of ``width`` by ``height`` pixels (T.6, K = -1, BlackIs1 false)."""

    data: bytes
    width: int
    height: int


def fax(ink: Pixels) -> Fax:
    """Compress an H×W mask, ink where it is not 0."""
    tiff = BytesIO()
    # Ink must be the set bits: fax runs are short codes for long white, and libtiff takes 0 for white.
    picture = Image.fromarray(np.where(ink != 0, np.uint8(255), np.uint8(0))).convert("1")
    picture.save(tiff, "TIFF", compression="group4", tiffinfo={_ROWS_PER_STRIP: picture.height})
    with Image.open(tiff) as written:
        facts = written.getexif()
        offset, length = facts[_STRIP_OFFSETS], facts[_STRIP_LENGTHS]
    return Fax(tiff.getvalue()[offset : offset + length], picture.width, picture.height)
