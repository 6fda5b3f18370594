"""Pages into one small PDF/A-2b whose words can be found, marked and copied."""

from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO

import pikepdf
from pikepdf import Dictionary, Name, Object, pdfa

from scanning.frames import Frame
from scanning.page_kind import PageKind
from scanning.page_picture import page_drawing
from scanning.page_text import PageText
from scanning.paper_metadata import PaperMetadata
from scanning.text_layer import FONT, Alphabet, words_content, words_font
from scanning.xmp import LANGUAGE, PRODUCER, plain, xmp_packet

MIN_DPI = 200  # Decree 30/2020/ND-CP, Annex I: what a digitised paper must have at least


@dataclass(frozen=True, slots=True, eq=False)
class ScannedPage:
    """Hold a page ready to be filed: cleaned, what it mostly is, and its words if they were read."""

    clean: Frame
    kind: PageKind
    text: PageText | None = None
    dpi: int = MIN_DPI


def build_document(pages: Iterable[ScannedPage], *, metadata: PaperMetadata) -> bytes:
    """Write pages as PDF/A-2b, each as small as its kind allows; the same pages give the same bytes.

    Pages are taken one after the other: who makes them as they are asked for keeps one in memory. ValueError
    without pages or under 200 dpi; pikepdf's PdfaError if the file did not keep the standard.
    """
    pdf, alphabet = pikepdf.Pdf.new(), Alphabet()
    font = pdf.make_indirect(Dictionary())
    for page in pages:
        _add_page(pdf, page, alphabet, font)
    if len(pdf.pages) == 0:
        raise ValueError(pages)
    if alphabet.letters:
        for key, value in words_font(pdf, alphabet).items():
            font[key] = value
    return _filed(pdf, metadata)


def _add_page(pdf: pikepdf.Pdf, page: ScannedPage, alphabet: Alphabet, font: Object) -> None:
    if page.dpi < MIN_DPI:
        raise ValueError(page.dpi)
    size = (page.clean.width * 72 / page.dpi, page.clean.height * 72 / page.dpi)
    added = pdf.add_blank_page(page_size=size)
    drawing = page_drawing(pdf, page.clean, page.kind, dpi=page.dpi)
    added.Resources = Dictionary(XObject=drawing.pictures)
    content = drawing.operators
    if page.text is not None and page.text.lines:
        added.Resources.Font = Dictionary({str(FONT): font})
        content = f"{content}\n{words_content(page.text, alphabet, size=size)}"
    added.Contents = pdf.make_stream(content.encode("ascii"))


def _filed(pdf: pikepdf.Pdf, metadata: PaperMetadata) -> bytes:
    """Declare the standard, write the file and have it checked.

    ``pdfa.save`` does the last two as well, but through a temporary file on the disk.
    """
    pdf.Root.Lang = pikepdf.String(LANGUAGE)
    pdfa.prepare(pdf, "2b")
    # Our own packet replaces what `prepare` wrote: that one carries the moment of writing.
    pdf.Root.Metadata = pdf.make_stream(xmp_packet(metadata), Type=Name.Metadata, Subtype=Name.XML)
    del pdf.docinfo
    pdf.docinfo[Name.Title] = pikepdf.String(plain(metadata.name))
    pdf.docinfo[Name.Producer] = pikepdf.String(PRODUCER)
    written = BytesIO()
    ways = pdfa.resolve_save_kwargs("2b", deterministic_id=True)
    pdf.save(written, **ways)
    written.seek(0)
    report = pdfa.validate_written(written, "2b", save_kwargs=ways)
    if not report.passed:
        raise pdfa.PdfaError(report)
    return written.getvalue()
