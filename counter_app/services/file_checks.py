"""A PDF that somebody brings is checked: who signed it, whether it is whole, what its code claims."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from counter_app.domain.claim import looks_like_claim
from counter_app.services.claims import CheckedClaim, Claims
from counter_app.services.signature_ports import SignatureJudge, SignedFile
from scanning.errors import PictureCause, PictureError
from scanning.qr import read_codes
from scanning.received_pdf import MAX_PDF_BYTES, read_pdf_pages, receive_pdf

_READ_DPI = 150
_MOST_PAGES = 4
"""An acknowledgement has two copies, each of which carries its code on the first page."""
_READING_MS = 500


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """What a file turned out to be; ``claim`` is None where no page has the code of an acknowledgement."""

    name: str
    pages: int
    signed: SignedFile
    claim: CheckedClaim | None = None


class FileChecks:
    """Checks files from outside; nothing of them is kept."""

    def __init__(self, judge: SignatureJudge, claims: Claims) -> None:
        self._judge = judge
        self._claims = claims

    def check(self, path: Path) -> CheckedFile:
        """Check one file; raises PictureError for what is no PDF that can be looked at, and SetupError."""
        content = _content(path)
        facts = receive_pdf(content)  # away from this process, under limits: only then is it opened here
        claimed = next(_claims_in(content), "")
        return CheckedFile(
            name=path.name,
            pages=facts.pages,
            signed=self._judge.judge(content),
            claim=self._claims.check(claimed) if claimed else None,
        )


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MAX_PDF_BYTES + 1)
    except OSError as error:
        raise PictureError(PictureCause.MISSING) from error


def _claims_in(content: bytes) -> Iterator[str]:
    for page in islice(read_pdf_pages(content, dpi=_READ_DPI), _MOST_PAGES):
        for code in read_codes(page, budget_ms=_READING_MS):
            if code.text and looks_like_claim(code.text):
                yield code.text
