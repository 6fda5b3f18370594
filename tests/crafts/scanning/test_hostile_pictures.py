"""Pictures from outside are read upright and in full colour, or refused with their cause."""

import struct
import zlib
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from scanning.errors import PictureCause, PictureError
from scanning.frames import Frame, decode_picture, encode_jpeg, fit, read_picture

_GRADIENT = np.repeat(np.linspace(0, 255, 64).astype(np.uint8)[None, :], 48, axis=0)


def _saved(picture: Image.Image, how: str, **options: object) -> bytes:
    file = BytesIO()
    picture.save(file, how, **options)
    return file.getvalue()


def _png_header(width: int, height: int) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(bytes(999)))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _bmp_header(width: int, height: int) -> bytes:
    sizes = struct.pack("<IHHIIiiHHIIiiII", 999, 0, 0, 54, 40, width, height, 1, 24, 0, 0, 0, 0, 0, 0)
    return b"BM" + sizes + bytes(900)


def _gif_header(width: int, height: int) -> bytes:
    return b"GIF89a" + struct.pack("<HHBBB", width, height, 0, 0, 0) + b"," + bytes(900)


def _jpeg_header(width: int, height: int) -> bytes:
    """Write another size into a real JPEG's frame header."""
    at = _JPEG.index(b"\xff\xc0") + 5
    return _JPEG[:at] + struct.pack(">HH", height, width) + _JPEG[at + 4 :]


def _cause(data: bytes) -> PictureCause:
    with pytest.raises(PictureError) as refusal:
        decode_picture(data)
    return refusal.value.cause


_JPEG = _saved(Image.fromarray(_GRADIENT).convert("RGB"), "JPEG")
_PNG = _saved(Image.fromarray(_GRADIENT), "PNG")
_WEBP = _saved(Image.fromarray(_GRADIENT), "WEBP", lossless=True)
_TIFF = _saved(Image.fromarray(_GRADIENT), "TIFF")
_BMP = _saved(Image.fromarray(_GRADIENT), "BMP")
_DEEP = Image.fromarray(_GRADIENT.astype(np.uint16) * 257)


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (b"", PictureCause.UNKNOWN_FORMAT),
        (b"a letter, not a picture", PictureCause.UNKNOWN_FORMAT),
        (b"%PDF-1.7", PictureCause.UNKNOWN_FORMAT),
        (_JPEG[: len(_JPEG) // 2], PictureCause.DAMAGED),
        (_PNG[:60], PictureCause.DAMAGED),
        (_JPEG[:3], PictureCause.DAMAGED),
        (_WEBP[: len(_WEBP) // 2], PictureCause.DAMAGED),
        (_TIFF[: len(_TIFF) // 2], PictureCause.DAMAGED),
        (_BMP[: len(_BMP) // 2], PictureCause.DAMAGED),
        (_png_header(0, 0), PictureCause.DAMAGED),
        (_png_header(0, 400), PictureCause.DAMAGED),
        (_gif_header(0, 400), PictureCause.DAMAGED),
        (_jpeg_header(0, 0), PictureCause.DAMAGED),
        (_png_header(10_000, 10_000), PictureCause.TOO_LARGE),
        (_jpeg_header(10_000, 10_000), PictureCause.TOO_LARGE),
        (_bmp_header(10_000, 10_000), PictureCause.TOO_LARGE),
        (_gif_header(10_000, 10_000), PictureCause.TOO_LARGE),
        (_png_header(50_000, 50_000), PictureCause.TOO_LARGE),
        (_png_header(8_000, 8_000), PictureCause.TOO_LARGE),
        (_saved(Image.new("L", (4, 400)), "PNG"), PictureCause.TOO_SMALL),
        (_JPEG + bytes(64 * 2**20), PictureCause.TOO_LARGE),
    ],
    ids=lambda value: value.value if isinstance(value, PictureCause) else f"{len(value)} bytes",
)
def test_a_picture_that_cannot_be_read_is_refused_with_its_cause(data: bytes, cause: PictureCause) -> None:
    assert _cause(data) == cause


@pytest.mark.parametrize(
    "data",
    [
        _PNG,
        _JPEG,
        _BMP,
        _WEBP,
        _TIFF,
        _saved(_DEEP, "PNG"),
        _saved(_DEEP, "TIFF"),
        _saved(Image.fromarray(_GRADIENT.astype(np.float32)), "TIFF"),
        _saved(Image.fromarray(_GRADIENT).convert("RGB").convert("CMYK"), "JPEG"),
        _saved(Image.fromarray(_GRADIENT).convert("RGB").convert("CMYK"), "TIFF"),
        _saved(Image.fromarray(_GRADIENT).convert("RGB").convert("YCbCr"), "TIFF"),
        _saved(Image.fromarray(_GRADIENT).convert("P"), "GIF"),
        _saved(Image.fromarray(_GRADIENT).convert("LA"), "PNG"),
    ],
    ids=[
        "png",
        "jpeg",
        "bmp",
        "webp",
        "tiff",
        "16-bit",
        "16-bit tiff",
        "float",
        "cmyk",
        "cmyk tiff",
        "ycbcr",
        "palette",
        "alpha",
    ],
)
def test_every_kind_of_picture_comes_out_as_the_same_bgr(data: bytes) -> None:
    frame = decode_picture(data)
    assert frame.pixels.shape == (48, 64, 3)
    assert np.abs(frame.pixels.astype(int) - _GRADIENT[:, :, None]).max() <= 6


@pytest.mark.parametrize("how", ["GIF", "WEBP", "PNG", "TIFF"])
def test_a_moving_picture_gives_its_first_frame(how: str) -> None:
    red, blue = Image.new("RGB", (32, 32), (255, 0, 0)), Image.new("RGB", (32, 32), (0, 0, 255))
    frame = decode_picture(_saved(red, how, save_all=True, append_images=[blue], duration=100))
    assert np.abs(frame.pixels[16, 16].astype(int) - (0, 0, 255)).max() < 12


# Where the red corner of an upright picture stands in the file, by how the camera was held: row, column.
_HELD = {1: (0, 0), 2: (0, -1), 3: (-1, -1), 4: (-1, 0), 5: (0, 0), 6: (-1, 0), 7: (-1, -1), 8: (0, -1)}


def _held(how: int, kind: str) -> bytes:
    """Save a picture, upright 64 wide and 32 high with a red corner at the top left, as a camera would."""
    lies = how >= 5
    pixels = np.full((64, 32, 3) if lies else (32, 64, 3), 255, np.uint8)
    row, column = _HELD[how]
    height, width = pixels.shape[:2]
    top, left = row % height // 16 * 16, column % width // 16 * 16
    pixels[top : top + 16, left : left + 16] = (255, 0, 0)
    exif = Image.Exif()
    exif[0x0112] = how
    return _saved(Image.fromarray(pixels), kind, exif=exif)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
@pytest.mark.parametrize("how", sorted(_HELD))
def test_a_photograph_stands_upright_however_the_phone_was_held(how: int, kind: str) -> None:
    frame = decode_picture(_held(how, kind))
    assert (frame.width, frame.height) == (64, 32)
    assert frame.pixels[4, 4].tolist() == pytest.approx([0, 0, 255], abs=12)
    assert frame.pixels[4, 60].tolist() == pytest.approx([255, 255, 255], abs=12)


@pytest.mark.filterwarnings("ignore::UserWarning:PIL")
@settings(max_examples=200, deadline=None)
@given(st.sampled_from(["JPEG", "WEBP"]), st.integers(0, 250), st.binary(min_size=1, max_size=6))
def test_damaged_facts_about_a_photograph_never_crash(kind: str, at: int, junk: bytes) -> None:
    data = _held(6, kind)
    begin = max(data.find(b"Exif"), data.find(b"EXIF"), 0) + at
    try:
        frame = decode_picture(data[:begin] + junk + data[begin + len(junk) :])
    except PictureError:
        return
    assert frame.pixels.dtype == np.uint8


@pytest.mark.parametrize("brand", [b"heic", b"mif1", b"avif"])
def test_a_phone_s_own_format_is_named(brand: bytes) -> None:
    assert _cause(b"\x00\x00\x00\x18ftyp" + brand + bytes(500)) == PictureCause.PHONE_FORMAT


def test_what_is_transparent_shows_white_paper() -> None:
    frame = decode_picture(_saved(Image.new("RGBA", (32, 32), (0, 0, 0, 0)), "PNG"))
    assert frame.pixels.min() == 255


@pytest.mark.parametrize("name", ["scan.png", "scan.pdf", "scan.exe", "scan", ".jpg"])
def test_the_content_counts_and_not_the_name(tmp_path: Path, name: str) -> None:
    wrong = tmp_path / name
    wrong.write_bytes(_JPEG)
    assert read_picture(wrong).width == 64


def test_a_name_makes_no_picture_of_what_is_none(tmp_path: Path) -> None:
    wrong = tmp_path / "card.jpg"
    wrong.write_bytes(b"<html>a page</html>")
    with pytest.raises(PictureError) as refusal:
        read_picture(wrong)
    assert refusal.value.cause == PictureCause.UNKNOWN_FORMAT


@pytest.mark.parametrize("name", ["absent.png", "."])
def test_a_file_that_is_not_there_is_missing(tmp_path: Path, name: str) -> None:
    with pytest.raises(PictureError) as refusal:
        read_picture(tmp_path / name)
    assert refusal.value.cause == PictureCause.MISSING


@settings(max_examples=120, deadline=None)
@given(st.sampled_from([_JPEG, _PNG]), st.integers(0, 400), st.binary(min_size=1, max_size=12))
def test_damaged_bytes_are_refused_or_read_but_never_crash(data: bytes, at: int, junk: bytes) -> None:
    try:
        frame = decode_picture(data[:at] + junk + data[at + len(junk) :])
    except PictureError:
        return
    assert frame.pixels.dtype == np.uint8


def test_rgb_goes_out_as_it_came_in() -> None:
    data = bytes(range(2 * 3 * 3))
    assert Frame.from_rgb(3, 2, data).to_rgb() == data


def test_a_frame_cannot_be_drawn_on() -> None:
    with pytest.raises(ValueError, match="read-only"):
        decode_picture(_PNG).pixels[0, 0] = 0


def test_a_picture_is_shrunk_to_fit_and_never_enlarged() -> None:
    frame = decode_picture(_PNG)
    assert (fit(frame, 32).width, fit(frame, 32).height) == (32, 24)
    assert fit(frame, 500) is frame


def test_a_frame_becomes_a_jpeg_that_shows_the_same() -> None:
    again = decode_picture(encode_jpeg(decode_picture(_PNG), 90))
    assert np.abs(again.pixels.astype(int) - _GRADIENT[:, :, None]).max() <= 8
