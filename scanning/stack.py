"""A whole stack in one go: split at its separator sheets into segments, each with its own paper's pages."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from scanning.separators import Cover, Mark

Page = TypeVar("Page")


@dataclass(frozen=True, slots=True)
class Segment(Generic[Page]):
    """Hold the pages between two separators.

    ``slot`` is None where no separator has said it; ``reference`` is what the last cover said, and holds for
    its own dossier's segments alone. ``blank`` are the indexes of blank pages, which stay. ``dropped`` counts
    the sides that were separators or covers, or the empty backs of these.
    """

    slot: str | None = None
    reference: str | None = None
    pages: tuple[Page, ...] = ()
    blank: tuple[int, ...] = ()
    dropped: int = 0


def split_stack(
    pages: Iterable[Page],
    read: Callable[[Page], Mark | None],
    *,
    is_blank: Callable[[Page], bool],
    is_back: Callable[[Page], bool] = lambda _: False,
) -> tuple[Segment[Page], ...]:
    """Split a stack in the order it was fed; every page is in one segment, or counted as dropped.

    ``read`` tells the mark on a page. A separator without pages gives a segment without pages; what lies
    before the first one gives a segment only where there is something.
    """
    segments = _segments(pages, read, is_blank=is_blank, is_back=is_back)
    return tuple(segment for segment in segments if segment.pages or segment.dropped)


def _segments(
    pages: Iterable[Page],
    read: Callable[[Page], Mark | None],
    *,
    is_blank: Callable[[Page], bool],
    is_back: Callable[[Page], bool],
) -> Iterator[Segment[Page]]:
    segment: Segment[Page] = Segment()
    after_mark = False
    for page in pages:
        mark = read(page)
        if mark:
            yield segment
            segment = _begun(mark, segment.reference)
        elif after_mark and is_back(page) and is_blank(page):
            segment = replace(segment, dropped=segment.dropped + 1)
        else:
            segment = _longer(segment, page, blank=is_blank(page))
        after_mark = mark is not None
    yield segment


def _begun(mark: Mark, reference: str | None) -> Segment[Page]:
    if isinstance(mark, Cover):
        return Segment(reference=mark.reference, dropped=1)
    return Segment(slot=mark.slot, reference=reference, dropped=1)


def _longer(segment: Segment[Page], page: Page, *, blank: bool) -> Segment[Page]:
    marked = (*segment.blank, len(segment.pages)) if blank else segment.blank
    return replace(segment, pages=(*segment.pages, page), blank=marked)
