"""From a picture of a sheet to a sealed page that stands upright, and the same page shown again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from counter_app.domain.paper import Corners, FiledPdf, Page, PageSource
from counter_app.services.lately import Lately
from counter_app.services.ports import Clock, Sealed
from counter_app.services.realm import Realm
from scanning.frames import Frame, decode_picture, encode_jpeg
from scanning.page_kind import PageKind
from scanning.quad import Quad

if TYPE_CHECKING:
    from scanning.develop import DevelopedPage
    from scanning.quality import Finding, Verdict

_CAPTURE_QUALITY = 92
_LARGEST_FILE = 64 * 2**20
_PDF_MAGIC = b"%PDF-"
_MOST_VERDICTS = 64
_TRAINING = Realm(training=True)


def file_content(path: Path) -> bytes:
    """Read no more of a file than a picture may have; the craft refuses what is larger."""
    with path.open("rb") as file:
        return file.read(_LARGEST_FILE + 1)


class Digitising:
    """Seals what a camera or file gives before anybody sees it, and develops it into a page."""

    def __init__(self, sealed: Sealed, clock: Clock, realm: Realm = _TRAINING) -> None:
        self._sealed = sealed
        self._realm = realm
        self._clock = clock
        self._lately: Lately[Page, DevelopedPage] = Lately()
        """By pages without what was found out about them since."""
        self._verdicts: Lately[Page, Verdict] = Lately(_MOST_VERDICTS)

    def make_ready(self) -> None:
        """Load what develops pages and binds documents while nobody waits for the first one."""
        import scanning.develop  # noqa: PLC0415 - half a second that no desk should wait for when it opens
        import scanning.document  # noqa: PLC0415 - the same
        import scanning.quality  # noqa: F401, PLC0415 - the same

    def take_frame(self, frame: Frame, source: PageSource) -> Page:
        """Seal a camera's picture and find the sheet on it; raises DiskFull and InventedPaper."""
        return self._take(frame, encode_jpeg(frame, _CAPTURE_QUALITY), source)

    def take_file(self, content: bytes, source: PageSource) -> tuple[Page, ...]:
        """Seal a picture file, or each page of a PDF; raises PictureError, DiskFull and InventedPaper.

        A PDF with text of its own, or signed, is sealed as it came too, to be filed byte for byte.
        """
        if content.startswith(_PDF_MAGIC):
            return tuple(self._pdf_pages(content, source))
        return (self._take(decode_picture(content), content, source),)

    def take_beside(self, page: Page, corners: Corners) -> Page:
        """Make a page of another sheet in the picture of one that is sealed already."""
        from scanning.develop import develop  # noqa: PLC0415 - see make_ready

        frame = self.picture(page)
        developed = develop(frame, Quad(*corners))
        beside = Page(page.picture, corners, page.source, page.taken_at, turns=developed.turns)
        self._remembered(beside, developed)
        return replace(beside, complaints=self._judged(beside, frame, developed).complaints)

    def clean_page(self, page: Page) -> Frame:
        """Show a sealed page upright and clean."""
        return self.developed(page).clean

    def developed(self, page: Page) -> DevelopedPage:
        """Develop a sealed page as it was found and as the official wants it; the last few are remembered."""
        known = self._lately.recall(_as_taken(page))
        return known or self._remembered(page, _developed(self.picture(page), page))

    def picture(self, page: Page) -> Frame:
        """Show a sealed page as it was taken, to drag its corners."""
        return decode_picture(self._sealed.open(page.picture))

    def judged(self, page: Page) -> Page:
        """Judge a page again, after its corners were moved; what was read on it holds no longer."""
        frame = self.picture(page)
        developed = self._remembered(page, _developed(frame, page))
        return replace(page, complaints=self._judged(page, frame, developed).complaints, words="")

    def findings(self, page: Page) -> tuple[Finding, ...]:
        """Say where on a page lies what it was found wanting in, worst first."""
        if not page.complaints:
            return ()
        known = self._verdicts.recall(_as_taken(page))
        verdict = known or self._judged(page, self.picture(page), self.developed(page))
        return tuple(found for found in verdict.findings if found.complaint in page.complaints)

    def forget(self) -> None:
        """Remember no page any more: its citizen has gone."""
        self._lately.forget()
        self._verdicts.forget()

    def _pdf_pages(self, content: bytes, source: PageSource) -> Iterator[Page]:
        from scanning.received_pdf import read_pdf_pages, receive_pdf  # noqa: PLC0415 - see make_ready

        received, kept = receive_pdf(content), ""
        for number, frame in enumerate(read_pdf_pages(content)):
            page = self.take_frame(frame, source)
            if received.is_kept_as_it_came and not kept:
                kept = self._sealed.seal(content)
            yield replace(page, of_pdf=FiledPdf(kept, number, received.pages)) if kept else page

    def _take(self, frame: Frame, content: bytes, source: PageSource) -> Page:
        from scanning.develop import develop  # noqa: PLC0415 - see make_ready

        self._realm.admit_page(frame)
        sealed, developed = self._sealed.seal(content), develop(frame)
        corners, turns = developed.quad.corners, developed.turns
        page = Page(sealed, corners, source, self._clock.now(), turns=turns)
        self._remembered(page, developed)
        return replace(page, complaints=self._judged(page, frame, developed).complaints)

    def _judged(self, page: Page, frame: Frame, developed: DevelopedPage) -> Verdict:
        from scanning.quality import judge  # noqa: PLC0415 - see make_ready

        photograph = frame if developed.found else None
        verdict = judge(developed.straight, photograph=photograph, quad=developed.sheet)
        self._verdicts.remember(_as_taken(page), verdict)
        return verdict

    def _remembered(self, page: Page, developed: DevelopedPage) -> DevelopedPage:
        self._lately.remember(_as_taken(page), developed)
        return developed


def _as_taken(page: Page) -> Page:
    return replace(page, complaints=(), words="", of_pdf=None)


def _developed(frame: Frame, page: Page) -> DevelopedPage:
    from scanning.develop import develop  # noqa: PLC0415 - see Digitising.make_ready

    quad = Quad(*page.corners) if page.corners else None
    kind = PageKind(page.kind) if page.kind else None
    return develop(frame, quad, turns=page.turns, kind=kind)
