"""From a picture of a sheet to a sealed page, and from sealed pages to one small document."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from counter_app.domain.paper import Document, Page, PageSource, Paper
from counter_app.services.drafting import Sheet
from counter_app.services.ports import Clock, Sealed
from scanning.clean import clean
from scanning.frames import Frame, decode_picture, encode_jpeg
from scanning.page import Quad, find_page, whole
from scanning.quality import judge_page
from scanning.straighten import straighten

_CAPTURE_QUALITY = 92
_LARGEST_FILE = 64 * 2**20
_PDF_MAGIC = b"%PDF-"


def file_content(path: Path) -> bytes:
    """Read no more of a file than a picture may have; the craft refuses what is larger."""
    with path.open("rb") as file:
        return file.read(_LARGEST_FILE + 1)


class Digitising:
    """Seals what a camera or file gives before anybody sees it, and binds pages into documents."""

    def __init__(self, sealed: Sealed, clock: Clock) -> None:
        self._sealed = sealed
        self._clock = clock

    def make_ready(self) -> None:
        """Load what binds documents while nobody waits for the first one."""
        import scanning.document  # noqa: F401, PLC0415 - 0.4 s that no desk should wait for when it opens

    def take_frame(self, frame: Frame, source: PageSource) -> Page:
        """Seal a camera's picture and find the sheet on it; raises DiskFull."""
        return self._take(frame, encode_jpeg(frame, _CAPTURE_QUALITY), source)

    def take_file(self, content: bytes, source: PageSource) -> tuple[Page, ...]:
        """Seal a picture file, or each page of a PDF; raises scanning.PictureError and DiskFull."""
        if content.startswith(_PDF_MAGIC):
            from scanning.document import read_pdf_pages  # noqa: PLC0415 - see make_ready

            return tuple(self.take_frame(frame, source) for frame in read_pdf_pages(content))
        return (self._take(decode_picture(content), content, source),)

    def clean_page(self, page: Page) -> Frame:
        """Show a sealed page straightened and clean."""
        return clean(self._straight(page))

    def picture(self, page: Page) -> Frame:
        """Show a sealed page as it was taken, to drag its corners."""
        return decode_picture(self._sealed.open(page.picture))

    def judged(self, page: Page) -> Page:
        """Judge a page again, after its corners were moved."""
        return replace(page, complaints=tuple(judge_page(self._straight(page))))

    def bind(self, papers: tuple[Paper, ...]) -> tuple[Paper, ...]:
        """Bind each paper's pages into a sealed PDF/A; papers without pages fall away."""
        return tuple(replace(paper, document=self._bound(paper)) for paper in papers if paper.pages)

    def _take(self, frame: Frame, content: bytes, source: PageSource) -> Page:
        sealed = self._sealed.seal(content)
        quad = find_page(frame) or whole(frame)
        straight = straighten(frame, quad)
        complaints = tuple(judge_page(straight))
        return Page(sealed, quad.corners, source, self._clock.now(), complaints)

    def _straight(self, page: Page) -> Frame:
        frame = self.picture(page)
        return straighten(frame, Quad.of(page.corners) if page.corners else whole(frame))

    def _bound(self, paper: Paper) -> Document:
        from scanning.document import build_document  # noqa: PLC0415 - see make_ready

        pages = [self.clean_page(page) for page in paper.pages]
        content = build_document(pages, title=paper.slot)
        return Document(self._sealed.seal(content), len(content))


def with_page(sheet: Sheet, slot: str, page: Page) -> Sheet:
    """Add a page to the paper of a slot, making the paper where it is the first; it is excused no longer."""
    line = sheet.line(slot)
    paper = _paper(sheet, slot) or Paper(slot, line.paper.name, ())
    excuses = tuple(excuse for excuse in sheet.draft.excuses if excuse.slot != slot)
    given = replace(sheet, draft=replace(sheet.draft, excuses=excuses))
    return _with_paper(given, replace(paper, pages=(*paper.pages, page)))


def with_page_replaced(sheet: Sheet, slot: str, old: Page, new: Page) -> Sheet:
    """Put another page in the place of one, as after its corners were moved; nothing where it is gone."""
    paper = _paper(sheet, slot)
    if paper is None:
        return sheet
    return _with_paper(
        sheet, replace(paper, pages=tuple(new if page == old else page for page in paper.pages))
    )


def without_page(sheet: Sheet, slot: str, index: int) -> Sheet:
    """Take a page away from the paper of a slot."""
    paper = _paper(sheet, slot)
    if paper is None:
        return sheet
    return _with_paper(sheet, replace(paper, pages=paper.pages[:index] + paper.pages[index + 1 :]))


def page_at(sheet: Sheet, slot: str, index: int) -> Page | None:
    """Give one page of the paper of a slot, or None where there is none."""
    paper = _paper(sheet, slot)
    return paper.pages[index] if paper and 0 <= index < len(paper.pages) else None


def _paper(sheet: Sheet, slot: str) -> Paper | None:
    return next((paper for paper in sheet.draft.papers if paper.slot == slot), None)


def _with_paper(sheet: Sheet, changed: Paper) -> Sheet:
    if _paper(sheet, changed.slot) is None:
        papers = (*sheet.draft.papers, changed)
    else:
        papers = tuple(changed if paper.slot == changed.slot else paper for paper in sheet.draft.papers)
    kept = tuple(paper for paper in papers if paper.pages)
    return replace(sheet, draft=replace(sheet.draft, papers=kept))
