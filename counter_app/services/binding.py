"""Pages bound into the documents that are filed, with their words and what the law wants known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from counter_app.domain.dossier import Draft
from counter_app.domain.office import Duty
from counter_app.domain.paper import Document, Page, Paper
from counter_app.domain.required_paper import PaperKind, RequiredPaper
from counter_app.services.digitise import Digitising
from counter_app.services.page_words import words_from
from counter_app.services.ports import Sealed
from counter_app.services.signing import Signed, Signing
from scanning.paper_metadata import PaperForm, PaperMetadata
from scanning.paper_number import paper_number

if TYPE_CHECKING:
    from scanning.document import ScannedPage

_FORMS = {
    PaperKind.ORIGINAL: PaperForm.ORIGINAL,
    PaperKind.SHOWN: PaperForm.ORIGINAL,
    PaperKind.COPY: PaperForm.COPY,
    PaperKind.CERTIFIED_COPY: PaperForm.CERTIFIED_COPY,
}


class Binding:
    """Makes of each paper's pages one sealed document."""

    def __init__(self, sealed: Sealed, digitising: Digitising, signing: Signing | None = None) -> None:
        """Without ``signing`` no document is signed."""
        self._signing = signing
        self._sealed = sealed
        self._digitising = digitising

    def bind(self, draft: Draft, duty: Duty, *, asked: Iterable[RequiredPaper] = ()) -> tuple[Paper, ...]:
        """Bind the papers of a draft as they were ``asked``; those not given fall away. Raises DiskFull.

        A paper that is one whole PDF, to be filed as it came, is; a scan found among earlier ones stays what
        it is, if it still is: raises NotFound or SealBroken. Everything else becomes PDF/A-2b, signed where
        the office wants it: raises as ``Signing.signed`` does.
        """
        slots = {one.slot: one for one in asked}
        given = (paper for paper in draft.papers if paper.is_given)
        return tuple(
            self.bind_one(paper, duty, _about(paper, draft, slots.get(paper.slot))) for paper in given
        )

    def bind_one(self, paper: Paper, duty: Duty, about: PaperMetadata) -> Paper:
        """Bind one paper; ``about`` says whose and what it is, its pages say the rest. See ``bind``."""
        if paper.reused_from and paper.document:
            self._sealed.open(paper.document.sha256)
            return paper
        as_it_came = _whole_pdf(paper.pages)
        if as_it_came:
            size = len(self._sealed.open(as_it_came))
            return replace(paper, document=Document(as_it_came, size, as_it_came=True))
        return replace(paper, document=self._document(paper, duty, about))

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

    def _number(self, paper: Paper) -> str:
        """Give the number on a paper, where its first page was read and bears one; else when it was taken."""
        first = paper.pages[0]
        number = paper_number(words_from(self._sealed.open(first.words))) if first.words else ""
        return number or f"{first.taken_at:%Y%m%d%H%M%S}"

    def _document(self, paper: Paper, duty: Duty, about: PaperMetadata) -> Document:
        from scanning.document import build_document  # noqa: PLC0415 - see Digitising.make_ready

        pages = (self.scanned(page) for page in paper.pages)
        metadata = replace(about, number=about.number or self._number(paper))
        content = build_document(pages, metadata=_with_pages(metadata, paper, duty))
        signed = self._signing.digitised(content) if self._signing else Signed(content)
        return Document(self._sealed.seal(signed.content), len(signed.content), signed_by=signed.by)


def _whole_pdf(pages: tuple[Page, ...]) -> str:
    """Give the sha-256 of the PDF whose pages these are, all of them as they came; else nothing."""
    first = pages[0].of_pdf
    if first is None or len(pages) != first.of:
        return ""
    untouched = (replace(first, number=number) for number in range(first.of))
    return first.sha256 if [page.of_pdf for page in pages] == list(untouched) else ""


def _about(paper: Paper, draft: Draft, asked: RequiredPaper | None) -> PaperMetadata:
    """Say whose and what a paper of a draft is; its dossier has a code yet only if it came with one."""
    about = PaperMetadata(
        name=paper.name, owner_id=draft.whose.citizen_id.digits, dossier_code=draft.filing.existing_code
    )
    if asked is None:
        return about
    valid_until = asked.valid_until(paper.pages[0].taken_at.date()) if paper.pages else None
    return replace(about, kind_code=asked.slot, form=_FORMS[asked.kind], valid_until=valid_until)


def _with_pages(about: PaperMetadata, paper: Paper, duty: Duty) -> PaperMetadata:
    return replace(
        about,
        office=duty.office.name,
        taken_by=duty.official.full_name,
        taken_at=paper.pages[0].taken_at,
        pictures=tuple(page.picture for page in paper.pages),
    )
