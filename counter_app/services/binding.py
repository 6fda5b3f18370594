"""Pages bound into the documents that are filed, with their words and what the law wants known."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from counter_app.domain.citizen_id import CitizenId
from counter_app.domain.dossier import Draft
from counter_app.domain.office import Duty
from counter_app.domain.paper import Document, Page, Paper
from counter_app.services.digitise import Digitising
from counter_app.services.page_words import words_from
from counter_app.services.ports import Sealed
from counter_app.services.signing import Signed, Signing
from scanning.paper_metadata import PaperMetadata

if TYPE_CHECKING:
    from scanning.document import ScannedPage


class Binding:
    """Makes of each paper's pages one sealed document."""

    def __init__(self, sealed: Sealed, digitising: Digitising, signing: Signing | None = None) -> None:
        """Without ``signing`` no document is signed."""
        self._signing = signing
        self._sealed = sealed
        self._digitising = digitising

    def bind(self, draft: Draft, duty: Duty) -> tuple[Paper, ...]:
        """Bind the papers of a draft; those that are not given fall away. Raises DiskFull.

        A paper that is one whole PDF, to be filed as it came, is; a scan found among earlier ones stays what
        it is, if it still is: raises NotFound or SealBroken. Everything else becomes PDF/A-2b, signed where
        the office wants it: raises as ``Signing.signed`` does.
        """
        owner = draft.whose.citizen_id
        return tuple(self.bind_one(paper, owner, duty) for paper in draft.papers if paper.is_given)

    def bind_one(self, paper: Paper, owner: CitizenId, duty: Duty) -> Paper:
        """Bind one paper, to be kept under its owner's number; see ``bind``."""
        if paper.reused_from and paper.document:
            self._sealed.open(paper.document.sha256)
            return paper
        as_it_came = _whole_pdf(paper.pages)
        if as_it_came:
            size = len(self._sealed.open(as_it_came))
            return replace(paper, document=Document(as_it_came, size, as_it_came=True))
        return replace(paper, document=self._document(paper, owner, duty))

    def scanned(self, page: Page) -> ScannedPage:
        """Give a page as it is bound: clean, with its words if it was read."""
        from scanning.document import ScannedPage  # noqa: PLC0415 - see Digitising.make_ready

        developed = self._digitising.developed(page)
        words = words_from(self._sealed.open(page.words)) if page.words else None
        return ScannedPage(developed.clean, developed.kind, words)

    def size_as_it_came(self, paper: Paper) -> int | None:
        """Count the bytes of a paper that is filed as it came; None for one that is bound."""
        if paper.document:
            return paper.document.size
        as_it_came = _whole_pdf(paper.pages) if paper.pages else ""
        return len(self._sealed.open(as_it_came)) if as_it_came else None

    def _document(self, paper: Paper, owner: CitizenId, duty: Duty) -> Document:
        from scanning.document import build_document  # noqa: PLC0415 - see Digitising.make_ready

        pages = (self.scanned(page) for page in paper.pages)
        content = build_document(pages, metadata=_metadata(paper, owner, duty))
        signed = self._signing.digitised(content) if self._signing else Signed(content)
        return Document(self._sealed.seal(signed.content), len(signed.content), signed_by=signed.by)


def _whole_pdf(pages: tuple[Page, ...]) -> str:
    """Give the sha-256 of the PDF whose pages these are, all of them as they came; else nothing."""
    first = pages[0].of_pdf
    if first is None or len(pages) != first.of:
        return ""
    untouched = (replace(first, number=number) for number in range(first.of))
    return first.sha256 if [page.of_pdf for page in pages] == list(untouched) else ""


def _metadata(paper: Paper, owner: CitizenId, duty: Duty) -> PaperMetadata:
    return PaperMetadata(
        name=paper.name,
        owner_id=owner.digits,
        office=duty.office.name,
        taken_by=duty.official.full_name,
        taken_at=paper.pages[0].taken_at,
        pictures=tuple(page.picture for page in paper.pages),
    )
