"""Pictures in memory: read from hostile files under limits, handed on as read-only BGR arrays."""

import struct
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray
from PIL import ExifTags, Image, UnidentifiedImageError

from scanning.errors import PictureCause, PictureError
from scanning.opencv import cv2

Pixels = NDArray[np.uint8]

MAX_FILE_BYTES = 64 * 2**20
Image.MAX_IMAGE_PIXELS = None  # Pillow would print a warning; the limit below refuses instead
MAX_PIXELS = 60_000_000
MIN_SIDE = 16
# What browsers, phones, webcams and scanners write; the rarer parsers of Pillow stay shut.
FORMATS = ("JPEG", "PNG", "WEBP", "BMP", "TIFF", "GIF")


_TURNS: dict[int | None, Image.Transpose] = {  # by the number that EXIF gives to how a camera was held
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
# The boxes with which HEIC and its kin begin, as phones write them unless told not to.
_PHONE_BRANDS = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif")


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """Hold one picture: H×W×3 BGR bytes, read-only; ``taken_at`` in monotonic seconds, 0 for a file."""

    pixels: Pixels
    taken_at: float = 0.0

    def __post_init__(self) -> None:
        if self.pixels.ndim != 3 or self.pixels.shape[2] != 3 or self.pixels.dtype != np.uint8:
            raise ValueError(self.pixels.shape, self.pixels.dtype)
        view = np.ascontiguousarray(self.pixels).view()
        view.flags.writeable = False
        object.__setattr__(self, "pixels", view)

    @property
    def width(self) -> int:
        """Give the width in pixels."""
        return int(self.pixels.shape[1])

    @property
    def height(self) -> int:
        """Give the height in pixels."""
        return int(self.pixels.shape[0])

    @classmethod
    def from_rgb(cls, width: int, height: int, data: bytes) -> Self:
        """Make a frame of packed RGB rows without padding."""
        rgb = np.frombuffer(data, np.uint8).reshape(height, width, 3)
        return cls(rgb[:, :, ::-1])

    def to_rgb(self) -> bytes:
        """Give packed RGB rows without padding, as Qt and PDF take them."""
        return self.pixels[:, :, ::-1].tobytes()

    def gray(self) -> Pixels:
        """Give the brightness alone, H×W."""
        return np.asarray(cv2.cvtColor(self.pixels, cv2.COLOR_BGR2GRAY), np.uint8)


def read_picture(path: Path) -> Frame:
    """Read a picture file upright; PictureError when it is missing, over the limits or no picture."""
    return decode_picture(read_file(path))


def read_file(path: Path) -> bytes:
    """Read no more of a file than a picture may have, and a byte; PictureError when it is missing."""
    try:
        if not path.is_file():
            raise PictureError(PictureCause.MISSING)
        with path.open("rb") as file:
            return file.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        raise PictureError(PictureCause.MISSING) from error


def decode_picture(data: bytes) -> Frame:
    """Decode a picture upright, transparent parts on white, the first frame of a moving one.

    PictureError over 64 MiB, over 60 megapixels (read from the header, before decoding), for anything damaged
    and for formats other than JPEG, PNG, WebP, BMP, TIFF and GIF; HEIC has a cause of its own.
    """
    if len(data) > MAX_FILE_BYTES:
        raise PictureError(PictureCause.TOO_LARGE)
    try:
        with Image.open(BytesIO(data), formats=FORMATS) as picture:
            _check_size(picture.width, picture.height)
            return Frame(_to_bgr(_upright(picture)))
    except UnidentifiedImageError as error:
        raise PictureError(_unidentified(data)) from error
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise PictureError(PictureCause.TOO_LARGE) from error
    except MemoryError as error:
        raise PictureError(PictureCause.TOO_LARGE) from error
    except (
        OSError,
        ValueError,
        SyntaxError,
        EOFError,
        KeyError,
        IndexError,
        TypeError,
        ArithmeticError,
        struct.error,
    ) as error:
        # Pillow's parsers let all of these out on bytes made to hurt them.
        raise PictureError(PictureCause.DAMAGED) from error


def encode_jpeg(frame: Frame, quality: int) -> bytes:
    """Encode as JPEG of ``quality`` 1 to 100."""
    _, data = cv2.imencode(".jpg", frame.pixels, [cv2.IMWRITE_JPEG_QUALITY, quality])
    return data.tobytes()


def fit(frame: Frame, longest_side: int) -> Frame:
    """Shrink so that the longer side is at most ``longest_side`` pixels; a smaller frame stays as it is."""
    scale = longest_side / max(frame.width, frame.height)
    if scale >= 1:
        return frame
    size = (max(1, round(frame.width * scale)), max(1, round(frame.height * scale)))
    small = cv2.resize(frame.pixels, size, interpolation=cv2.INTER_AREA)
    return Frame(np.asarray(small, np.uint8), frame.taken_at)


def turned(frame: Frame, quarters: int) -> Frame:
    """Turn a picture clockwise by quarter turns."""
    if quarters % 4 == 0:
        return frame
    return Frame(np.rot90(frame.pixels, -quarters), frame.taken_at)


def _upright(picture: Image.Image) -> Image.Image:
    """Turn a picture as its camera was held; one whose facts are damaged stays as it is."""
    picture.load()  # TIFF turns itself meanwhile, and then no longer says how it was held
    try:
        held = picture.getexif().get(ExifTags.Base.Orientation)
    except (OSError, ValueError, SyntaxError, KeyError, TypeError, struct.error):
        return picture
    turn = _TURNS.get(held)
    return picture if turn is None else picture.transpose(turn)


def _check_size(width: int, height: int) -> None:
    if width * height > MAX_PIXELS:
        raise PictureError(PictureCause.TOO_LARGE)
    if min(width, height) < MIN_SIDE:
        raise PictureError(PictureCause.TOO_SMALL)


def _unidentified(data: bytes) -> PictureCause:
    """Tell a file cut short after its first bytes, or in a phone's own format, from what is no picture."""
    if data[4:8] == b"ftyp" and data[8:12] in _PHONE_BRANDS:
        return PictureCause.PHONE_FORMAT
    starts = (b"\xff\xd8\xff", b"\x89PNG", b"RIFF", b"GIF8", b"II*\x00", b"MM\x00*")
    return PictureCause.DAMAGED if data.startswith(starts) else PictureCause.UNKNOWN_FORMAT


def _to_bgr(picture: Image.Image) -> Pixels:
    if picture.mode.startswith(("I", "F")):
        return _deep_gray_to_bgr(picture)
    if picture.has_transparency_data:
        over = picture.convert("RGBA")
        paper = Image.new("RGBA", over.size, "white")
        picture = Image.alpha_composite(paper, over)
    return np.asarray(picture.convert("RGB"), np.uint8)[:, :, ::-1]


def _deep_gray_to_bgr(picture: Image.Image) -> Pixels:
    """Bring 16-bit, 32-bit and floating gray to 8 bits; a floating picture spans black to white by itself."""
    deep = np.nan_to_num(np.asarray(picture, np.float64))
    if picture.mode == "F":
        deep = (deep - deep.min()) / max(float(np.ptp(deep)), 1e-9) * 255
    elif deep.max(initial=0) > 255:
        deep = deep / 257
    return np.repeat(np.clip(np.rint(deep), 0, 255).astype(np.uint8)[:, :, None], 3, axis=2)
