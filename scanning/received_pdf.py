"""PDFs that come in: what they are, and their pages drawn, under limits and away from this process."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from scanning.errors import PictureCause, PictureError
from scanning.frames import Frame
from scanning.pdf_process import pdf_process

MAX_PDF_BYTES = 50 * 2**20
MAX_SECONDS = 60.0
PDF_DPI = 200


class PdfKind(StrEnum):
    """Say how a PDF came to be."""

    VECTOR = "vector"
    SCANNED = "scanned"


@dataclass(frozen=True, slots=True)
class ReceivedPdf:
    """Hold what a PDF is that was handed in: its sha-256, its pages, whether somebody signed it."""

    kind: PdfKind
    pages: int
    sha256: str
    signed: bool

    @property
    def is_kept_as_it_came(self) -> bool:
        """Tell whether a drawing of it would lose what it is: real text, or a signature over its bytes."""
        return self.signed or self.kind is PdfKind.VECTOR


def receive_pdf(data: bytes, *, seconds: float = MAX_SECONDS) -> ReceivedPdf:
    """Look a PDF over; PictureError when it is locked, acts, carries files, is too large or damaged.

    Refused are more than 50 MiB, more than 100 pages, and what takes longer than ``seconds``.
    """
    _check(data)
    with pdf_process(data, dpi=0, seconds=seconds) as answer:
        facts = answer.facts()
    kind = PdfKind.VECTOR if facts.vector else PdfKind.SCANNED
    return ReceivedPdf(kind, facts.pages, sha256(data).hexdigest(), facts.signed)


def read_pdf_pages(data: bytes, *, dpi: float = PDF_DPI, seconds: float = MAX_SECONDS) -> Iterator[Frame]:
    """Draw the pages of a PDF one by one; refused as in ``receive_pdf``, and over 390 megapixels in all."""
    _check(data)
    with pdf_process(data, dpi=dpi, seconds=seconds) as answer:
        for _ in range(answer.facts().pages):
            yield answer.page()


def is_pdf(data: bytes) -> bool:
    """Tell a PDF from a picture by its first bytes, as all readers of PDF do."""
    return b"%PDF-" in data[:1024]


def _check(data: bytes) -> None:
    if len(data) > MAX_PDF_BYTES:
        raise PictureError(PictureCause.TOO_LARGE)
    if not is_pdf(data):
        raise PictureError(PictureCause.UNKNOWN_FORMAT)
