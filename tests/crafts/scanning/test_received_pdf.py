"""PDFs that come in are looked over and drawn under limits, or refused with their cause."""

from collections.abc import Callable
from hashlib import sha256
from io import BytesIO

import numpy as np
import pikepdf
import pytest
from crafts.scanning.scanning_scenes import sheet
from pikepdf import Array, Dictionary, Name, String

from scanning.document import ScannedPage, build_document
from scanning.errors import PictureCause, PictureError
from scanning.page_kind import PageKind
from scanning.page_text import Box, Line, PageText, Word
from scanning.paper_metadata import PaperMetadata
from scanning.received_pdf import PdfKind, read_pdf_pages, receive_pdf

Spoil = Callable[[pikepdf.Pdf], None]


def _pdf(
    pages: int, side: float = 50, encryption: pikepdf.Encryption | None = None, spoil: Spoil | None = None
) -> bytes:
    pdf, file = pikepdf.Pdf.new(), BytesIO()
    for _ in range(pages):
        pdf.add_blank_page(page_size=(side, side))
    if spoil is not None:
        spoil(pdf)
    pdf.save(file, encryption=encryption or False)
    return file.getvalue()


def _content(operators: bytes, **pictures: pikepdf.Object) -> Spoil:
    def spoil(pdf: pikepdf.Pdf) -> None:
        named = {f"/{name}": picture for name, picture in pictures.items()}
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        pdf.pages[0].Resources = Dictionary(Font=Dictionary(F=font), XObject=Dictionary(named))
        pdf.pages[0].Contents = pdf.make_stream(operators)

    return spoil


def _opened_by(action: Dictionary) -> Spoil:
    def spoil(pdf: pikepdf.Pdf) -> None:
        pdf.Root.OpenAction = action

    return spoil


def _scripted_deep_inside(pdf: pikepdf.Pdf) -> None:
    action = Dictionary(S=Name.Rendition, JS=pdf.make_stream(b"app.alert(1)"))
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], AA=Dictionary(E=Array([action])))
    pdf.pages[0].Annots = Array([link])


def _with_a_file(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["invoice.exe"] = b"MZ"


def _with_a_dynamic_form(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AcroForm = Dictionary(Fields=Array([]), XFA=pdf.make_stream(b"<xdp/>"))


def _signed(pdf: pikepdf.Pdf) -> None:
    signature = Dictionary(Type=Name.Sig, ByteRange=Array([0, 1, 2, 3]), Contents=String("00"))
    field = Dictionary(FT=Name.Sig, T=String("by"), V=pdf.make_indirect(signature))
    pdf.Root.AcroForm = Dictionary(Fields=Array([pdf.make_indirect(field)]), SigFlags=3)


def _with_a_bomb(pdf: pikepdf.Pdf) -> None:
    """Put a picture of 100,000 × 100,000 pixels on the page, of which there is next to nothing."""
    picture = pdf.make_stream(
        b"\x00" * 100,
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=100_000,
        Height=100_000,
        ColorSpace=Name.DeviceRGB,
        BitsPerComponent=8,
    )
    _content(b"50 0 0 50 0 0 cm /Bomb Do", Bomb=picture)(pdf)


def _with_a_maze(pdf: pikepdf.Pdf) -> None:
    """Let twelve forms draw each other ten times each: 10¹² strokes from three kilobytes."""
    inner = pdf.make_stream(b"0 0 m 9 9 l S", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 50, 50])
    for _ in range(12):
        own = Dictionary(XObject=Dictionary(X=inner))
        inner = pdf.make_stream(
            b"/X Do " * 10, Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 50, 50], Resources=own
        )
    _content(b"/Maze Do", Maze=inner)(pdf)


def _cause(data: bytes, *, seconds: float = 60.0) -> PictureCause:
    with pytest.raises(PictureError) as refusal:
        tuple(read_pdf_pages(data, seconds=seconds))
    return refusal.value.cause


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (b"", PictureCause.UNKNOWN_FORMAT),
        (b"\xff\xd8\xff a photograph", PictureCause.UNKNOWN_FORMAT),
        (b"%PDF-1.7\n nothing behind it", PictureCause.DAMAGED),
        (_pdf(1)[:200], PictureCause.DAMAGED),
        (_pdf(0), PictureCause.DAMAGED),
        (_pdf(101), PictureCause.TOO_MANY_PAGES),
        (_pdf(20, side=14_400), PictureCause.TOO_LARGE),
        (_pdf(1, encryption=pikepdf.Encryption(owner="a", user="b")), PictureCause.LOCKED),
        (_pdf(1, encryption=pikepdf.Encryption(owner="a", user="")), PictureCause.LOCKED),
        (b"%PDF-1.7" + bytes(50 * 2**20), PictureCause.TOO_LARGE),
    ],
    ids=["empty", "photograph", "hollow", "cut", "pageless", "pages", "walls", "locked", "sealed", "large"],
)
def test_a_pdf_that_cannot_be_read_is_refused_with_its_cause(data: bytes, cause: PictureCause) -> None:
    assert _cause(data) == cause


@pytest.mark.parametrize(
    ("spoil", "cause"),
    [
        (_opened_by(Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))), PictureCause.SCRIPTED),
        (_opened_by(Dictionary(S=Name.Launch, F=String("calc.exe"))), PictureCause.SCRIPTED),
        (_scripted_deep_inside, PictureCause.SCRIPTED),
        (_with_a_file, PictureCause.CARRIES_FILES),
        (_with_a_dynamic_form, PictureCause.DYNAMIC_FORM),
    ],
)
def test_a_pdf_that_does_more_than_show_pages_is_refused(spoil: Spoil, cause: PictureCause) -> None:
    assert _cause(_pdf(1, spoil=spoil)) == cause


def test_a_bomb_takes_nobody_along() -> None:
    (page,) = read_pdf_pages(_pdf(1, spoil=_with_a_bomb))
    assert page.width < 200


@pytest.mark.parametrize("seconds", [0.01, 1.0])
def test_a_pdf_that_takes_too_long_is_given_up(seconds: float) -> None:
    assert _cause(_pdf(1, spoil=_with_a_maze), seconds=seconds) == PictureCause.TOO_SLOW


def test_a_wall_sized_page_is_drawn_smaller() -> None:
    (page,) = read_pdf_pages(_pdf(1, side=14_400), dpi=600)
    assert page.width * page.height < 20_100_000


def test_pages_are_drawn_in_order_and_in_their_colours() -> None:
    data = _pdf(3, spoil=_content(b"1 0 0 rg 0 0 25 50 re f"))
    first, second, third = read_pdf_pages(data, dpi=144)
    assert first.pixels[50, 20].tolist() == [0, 0, 255]
    assert first.pixels[50, 80].tolist() == [255, 255, 255]
    assert second.pixels.min() == third.pixels.min() == 255


def test_who_wants_only_the_first_page_need_not_wait_for_the_others() -> None:
    assert next(read_pdf_pages(_pdf(100))).width > 100


def test_a_pdf_with_real_text_is_kept_as_it_came() -> None:
    data = _pdf(2, spoil=_content(b"BT /F 9 Tf 5 20 Td (Xin chao) Tj ET"))
    received = receive_pdf(data)
    assert (received.kind, received.pages) == (PdfKind.VECTOR, 2)
    assert received.sha256 == sha256(data).hexdigest()
    assert received.is_kept_as_it_came
    assert not received.signed


@pytest.mark.parametrize(("lines", "kind"), [(2, PdfKind.SCANNED), (30, PdfKind.VECTOR)])
def test_a_scanner_s_own_line_makes_no_text_of_a_scan(lines: int, kind: PdfKind) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        picture = pdf.make_stream(
            bytes(12),
            Type=Name.XObject,
            Subtype=Name.Image,
            Width=2,
            Height=2,
            ColorSpace=Name.DeviceRGB,
            BitsPerComponent=8,
        )
        words = b"BT /F 1 Tf 5 %d Td (Scanned by a scanner) Tj ET "
        text = b"".join(words % line for line in range(lines))
        _content(b"q 50 0 0 50 0 0 cm /Scan Do Q " + text, Scan=picture)(pdf)

    assert receive_pdf(_pdf(1, spoil=spoil)).kind is kind


@pytest.mark.parametrize("kind", PageKind)
def test_a_scan_is_a_scan_whatever_words_lie_under_it(kind: PageKind) -> None:
    words = tuple(
        Word(f"chữ{place}", Box(60.0 * place, 100, 60.0 * place + 50, 140), 1) for place in range(20)
    )
    text = PageText((Line(words),), 1654, 2339)
    data = build_document([ScannedPage(sheet(), kind, text)], metadata=PaperMetadata(name="Đơn"))
    received = receive_pdf(data)
    assert received.kind is PdfKind.SCANNED
    assert not received.is_kept_as_it_came


def test_a_signed_scan_is_kept_as_it_came() -> None:
    received = receive_pdf(_pdf(1, spoil=_signed))
    assert received.signed
    assert received.is_kept_as_it_came


def test_a_document_of_ours_is_drawn_as_it_was() -> None:
    page = sheet()
    data = build_document([ScannedPage(page, PageKind.COLOUR)], metadata=PaperMetadata(name="Đơn"))
    (again,) = read_pdf_pages(data)
    assert again.pixels.shape == page.pixels.shape
    assert np.abs(again.pixels.astype(int) - page.pixels).mean() < 6
