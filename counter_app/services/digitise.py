"""From a picture of a sheet to a sealed page, and from sealed pages to one small document."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from counter_app.domain.paper import Document, Page, PageSource, Paper
from counter_app.services.ports import Clock, Sealed
from scanning.clean import clean
from scanning.frames import Frame, decode_picture, encode_jpeg, turned
from scanning.page import Quad, find_page, whole
from scanning.page_kind import kind_of
from scanning.paper_metadata import PaperMetadata
from scanning.quality import judge
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
            from scanning.received_pdf import read_pdf_pages  # noqa: PLC0415 - see make_ready

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
        frame = self.picture(page)
        return replace(page, complaints=_complaints(frame, _outline(page, frame)))

    def bind(self, papers: tuple[Paper, ...]) -> tuple[Paper, ...]:
        """Bind each paper's pages into a sealed PDF/A; papers without pages fall away."""
        return tuple(replace(paper, document=self._bound(paper)) for paper in papers if paper.pages)

    def _take(self, frame: Frame, content: bytes, source: PageSource) -> Page:
        sealed = self._sealed.seal(content)
        quad = find_page(frame) or whole(frame)
        return Page(sealed, quad.corners, source, self._clock.now(), _complaints(frame, quad))

    def _straight(self, page: Page) -> Frame:
        frame = self.picture(page)
        return turned(straighten(frame, _outline(page, frame)), page.turns)

    def _bound(self, paper: Paper) -> Document:
        from scanning.document import ScannedPage, build_document  # noqa: PLC0415 - see make_ready

        straight = map(self._straight, paper.pages)
        kinds = ((page, kind_of(page)) for page in straight)
        pages = (ScannedPage(clean(page, kind), kind) for page, kind in kinds)
        content = build_document(pages, metadata=_metadata(paper))
        return Document(self._sealed.seal(content), len(content))


def _outline(page: Page, frame: Frame) -> Quad:
    return Quad.of(page.corners) if page.corners else whole(frame)


def _complaints(frame: Frame, quad: Quad) -> tuple[str, ...]:
    """Give the codes of what is wrong with a picture, worst first."""
    return judge(straighten(frame, quad), photograph=frame, quad=quad).complaints


def _metadata(paper: Paper) -> PaperMetadata:
    pictures = tuple(page.picture for page in paper.pages)
    return PaperMetadata(name=paper.name, taken_at=paper.pages[0].taken_at, pictures=pictures)
