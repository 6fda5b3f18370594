"""The picture of one page inside a PDF: stencils of ink over patches of shade, or one JPEG."""

from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf
from pikepdf import Dictionary, Name, Object

from scanning.fax import fax
from scanning.frames import Frame, encode_jpeg
from scanning.ink_layers import Ink, Layers, separate, single_ink
from scanning.page_kind import PageKind
from scanning.shade import Patch

_PHOTO_QUALITY = 72
_SHADE_QUALITY = 50
_MOSTLY_SHADE = 0.4  # of the page: then it is a photograph, whatever it was taken for


@dataclass(frozen=True, slots=True)
class Drawing:
    """Hold the operators that draw a page of given size, and the pictures they name."""

    operators: str
    pictures: Dictionary


def page_drawing(pdf: pikepdf.Pdf, page: Frame, kind: PageKind, *, dpi: int) -> Drawing:
    """Draw a page as its kind is kept: print in one bit, colour in layers, a photograph as JPEG."""
    size = (page.width * 72 / dpi, page.height * 72 / dpi)
    if kind is PageKind.PHOTO:
        return _drawing(size, [("", _jpeg(pdf, page, _PHOTO_QUALITY), (0.0, 0.0, 1.0, 1.0))])
    layers = Layers((single_ink(page, dpi=dpi),), ()) if kind is PageKind.TEXT else separate(page, dpi=dpi)
    if sum(patch.share for patch in layers.shade) > _MOSTLY_SHADE:
        return page_drawing(pdf, page, PageKind.PHOTO, dpi=dpi)
    return _drawing(size, _layers(pdf, layers))


Piece = tuple[str, Object, tuple[float, float, float, float]]  # colour, picture, and where it lies


def _layers(pdf: pikepdf.Pdf, layers: Layers) -> Iterator[Piece]:
    for patch in layers.shade:
        yield "", _jpeg(pdf, patch.picture, _SHADE_QUALITY), _place(patch)
    for ink in layers.inks:
        red, green, blue = (share / 255 for share in ink.colour)
        yield f"{red:.3f} {green:.3f} {blue:.3f} rg ", _stencil(pdf, ink), (0.0, 0.0, 1.0, 1.0)


def _drawing(size: tuple[float, float], pieces: Iterator[Piece] | list[Piece]) -> Drawing:
    operators, pictures = [], Dictionary()
    for number, (colour, picture, (left, top, right, bottom)) in enumerate(pieces):
        name = Name(f"/Layer{number}")
        pictures[name] = picture
        across, up = (right - left) * size[0], (bottom - top) * size[1]
        where = f"{across:.3f} 0 0 {up:.3f} {left * size[0]:.3f} {(1 - bottom) * size[1]:.3f} cm"
        operators.append(f"q {colour}{where} {name} Do Q")
    return Drawing("\n".join(operators), pictures)


def _place(patch: Patch) -> tuple[float, float, float, float]:
    return patch.left, patch.top, patch.right, patch.bottom


def _jpeg(pdf: pikepdf.Pdf, picture: Frame, quality: int) -> Object:
    return pdf.make_stream(
        encode_jpeg(picture, quality),
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=picture.width,
        Height=picture.height,
        ColorSpace=Name.DeviceRGB,
        BitsPerComponent=8,
        Filter=Name.DCTDecode,
    )


def _stencil(pdf: pikepdf.Pdf, ink: Ink) -> Object:
    written = fax(ink.mask)
    return pdf.make_stream(
        written.data,
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=written.width,
        Height=written.height,
        ImageMask=True,
        BitsPerComponent=1,
        Filter=Name.CCITTFaxDecode,
        DecodeParms=Dictionary(K=-1, Columns=written.width, Rows=written.height, BlackIs1=False),
    )
