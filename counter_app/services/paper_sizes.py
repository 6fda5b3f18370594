"""How many bytes each paper takes as it would be filed now, estimated page by page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from counter_app.domain.paper import Page, Paper
from counter_app.services.binding import Binding
from counter_app.services.lately import Lately
from scanning.paper_metadata import PaperMetadata

LARGE_PAGE = 150_000
"""Bytes above which a page takes more than one with stamps in colour has to."""
_MOST_PAGES = 400


@dataclass(frozen=True, slots=True)
class PaperSize:
    """A paper's pages and the bytes of its document."""

    pages: int
    size: int

    @property
    def is_large(self) -> bool:
        """Whether its pages take more bytes than they should."""
        return self.size > LARGE_PAGE * max(1, self.pages)


@dataclass(frozen=True, slots=True)
class _Weight:
    """The bytes of one page, and those that all pages of a document share."""

    own: int
    shared: int


class PaperSizes:
    """Binds each page once by itself to see what it takes; never for the GUI thread."""

    def __init__(self, binding: Binding) -> None:
        self._binding = binding
        self._weights = Lately[tuple[Page, str], _Weight](_MOST_PAGES)

    def of(self, paper: Paper, *, should_stop: Callable[[], bool]) -> PaperSize | None:
        """Estimate a paper; None when it was stopped."""
        as_it_came = self._binding.size_as_it_came(paper)
        if as_it_came is not None:
            return PaperSize(paper.page_count, as_it_came)
        weights: list[_Weight] = []
        for page in paper.pages:
            if should_stop():
                return None
            weights.append(self._weight(page))
        shared = max((weight.shared for weight in weights), default=0)
        return PaperSize(len(weights), shared + sum(weight.own for weight in weights))

    def forget(self) -> None:
        """Remember no page any more: its citizen has gone."""
        self._weights.forget()

    def _weight(self, page: Page) -> _Weight:
        key = page, page.words
        known = self._weights.recall(key)
        if known is None:
            known = self._weighed(page)
            self._weights.remember(key, known)
        return known

    def _weighed(self, page: Page) -> _Weight:
        from scanning.document import build_document  # noqa: PLC0415 - see Digitising.make_ready
        from scanning.document_size import document_size  # noqa: PLC0415 - the same

        alone = build_document([self._binding.scanned(page)], metadata=PaperMetadata(name=""))
        size = document_size(alone)
        return _Weight(size.pages[0], size.total - size.pages[0])
