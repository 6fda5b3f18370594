"""The command ``digitise``: photographs and PDFs of sheets become one document."""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from time import perf_counter

from scanning.develop import develop
from scanning.document import ScannedPage, build_document
from scanning.document_size import document_size
from scanning.errors import PictureError
from scanning.frames import Frame, decode_picture, read_file
from scanning.page import sheets_beside
from scanning.page_report import Json, PageReport, Refused, SheetPlace, added_up, as_line
from scanning.page_text import PageText
from scanning.paper_metadata import PaperMetadata
from scanning.quality import judge
from scanning.received_pdf import is_pdf, read_pdf_pages

ReadWords = Callable[[Frame], PageText | None]


def digitise(
    files: Sequence[Path], out: Path, *, as_json: bool, with_text: bool, say: Callable[[str], None]
) -> int:
    """Write the pages of files as one document and say what became of each.

    0 when every file gave its pages, 1 when one did not: the document then holds those of the others.
    """
    work = _Digitising(_words_reader() if with_text else _no_words)
    begun = perf_counter()
    document = work.document(files, name=out.stem)
    if document is not None:
        out.write_bytes(document)
    sizes = document_size(document).pages if document else ()
    if as_json:
        ms = round((perf_counter() - begun) * 1000, 1)
        say(as_line({"out": str(out), "bytes": len(document or b""), "ms": ms, "pages": work.told(sizes)}))
    else:
        for line in work.said(sizes):
            say(line)
    return int(bool(work.refused))


class _Digitising:
    """Takes file after file, one page in memory at a time, and remembers what is to be told."""

    def __init__(self, read_words: ReadWords) -> None:
        self._read_words = read_words
        self._reports: list[PageReport] = []
        self.refused: list[Refused] = []

    def document(self, files: Sequence[Path], *, name: str) -> bytes | None:
        """Bind the pages of the files; None when there is not one."""
        pages = chain.from_iterable(map(self._pages, files))
        first = next(pages, None)
        if first is None:
            return None
        return build_document(chain([first], pages), metadata=PaperMetadata(name=name))

    def told(self, sizes: Sequence[int]) -> list[Json]:
        """Give what there is to tell, the refused files last."""
        pages = [report.as_json(size=size) for report, size in zip(self._reports, sizes, strict=True)]
        return pages + [refused.as_json() for refused in self.refused]

    def said(self, sizes: Sequence[int]) -> list[str]:
        """Give the same in words, a line each."""
        pages = [report.as_words(size=size) for report, size in zip(self._reports, sizes, strict=True)]
        return pages + [refused.as_words() for refused in self.refused]

    def _pages(self, file: Path) -> Iterator[ScannedPage]:
        try:
            content = read_file(file)
            frames = read_pdf_pages(content) if is_pdf(content) else iter([decode_picture(content)])
            yield from (self._page(file, frame) for frame in frames)
        except PictureError as error:
            self.refused.append(Refused(file, error.cause))

    def _page(self, file: Path, frame: Frame) -> ScannedPage:
        page = develop(frame)
        looked = perf_counter()
        beside = len(sheets_beside(frame, [page.quad])) if page.found else 0
        begun = perf_counter()
        verdict = judge(page.straight, photograph=frame if page.found else None, quad=page.sheet)
        judged = perf_counter()
        text = self._read_words(page.straight)
        read = perf_counter()
        aside = ("beside", (begun - looked) * 1000)
        steps = added_up(
            [*page.steps, aside, ("judge", (judged - begun) * 1000), ("text", (read - judged) * 1000)]
        )
        words = None if text is None else sum(len(line.words) for line in text.lines)
        size = page.clean.width, page.clean.height
        place = SheetPlace.of(file, page)
        self._reports.append(PageReport(place, page.kind.value, size, verdict, words, steps, beside))
        return ScannedPage(page.clean, page.kind, text)


def _words_reader() -> ReadWords:
    from scanning.text import TextReader  # noqa: PLC0415 - start-up time: who wants no words waits for none

    return TextReader().read


def _no_words(_page: Frame) -> None:
    """Leave a page unread."""
