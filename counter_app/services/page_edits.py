"""Changes to the pages of a draft's papers: added, turned, moved, replaced, taken away; each a new sheet.

A sheet is never changed in place, so that every one of these is taken back by going on with the sheet before.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from counter_app.domain.paper import UNSORTED, Page, Paper
from counter_app.errors import Refusal
from counter_app.services.drafting import Sheet


class UnsortedPages(Refusal):
    """Pages lie aside of which nobody has said what paper they are; ``count`` says how many."""

    def __init__(self, count: int) -> None:
        super().__init__(count)
        self.count = count


@dataclass(frozen=True, slots=True)
class Place:
    """Where pages that are taken next go: before ``page``, or ``instead`` of it."""

    page: Page
    instead: bool


def pages_of(sheet: Sheet, slot: str) -> tuple[Page, ...]:
    """Give the pages of a slot's paper, or those that lie aside."""
    paper = _paper(sheet, slot)
    return paper.pages if paper else ()


def page_at(sheet: Sheet, slot: str, index: int) -> Page | None:
    """Give one page of the paper of a slot, or None where there is none."""
    pages = pages_of(sheet, slot)
    return pages[index] if 0 <= index < len(pages) else None


def with_page(sheet: Sheet, slot: str, page: Page, *, at: int | None = None) -> Sheet:
    """Add a page to the paper of a slot, before the page ``at`` or at the end; it is excused no longer.

    Raises NoSuchPaper for a slot that the procedure has not.
    """
    pages = pages_of(sheet, slot)
    at = len(pages) if at is None else min(max(at, 0), len(pages))
    return _with_pages(_asked_for(sheet, slot), slot, (*pages[:at], page, *pages[at:]))


def with_pages_at(sheet: Sheet, slot: str, pages: tuple[Page, ...], place: Place | None) -> Sheet:
    """Add pages at a place of a slot's paper; at the end where there is no such place (any more)."""
    present = pages_of(sheet, slot)
    at = present.index(place.page) if place and place.page in present else None
    if place and place.instead and at is not None:
        sheet = _with_pages(sheet, slot, (*present[:at], *pages, *present[at + 1 :]))
        return _asked_for(sheet, slot)
    for number, page in enumerate(pages):
        sheet = with_page(sheet, slot, page, at=None if at is None else at + number)
    return sheet


def with_page_replaced(sheet: Sheet, slot: str, old: Page, new: Page) -> Sheet:
    """Put another page in the place of one, as after it was taken again; nothing where it is gone."""
    pages = tuple(new if page == old else page for page in pages_of(sheet, slot))
    return _with_pages(sheet, slot, pages)


def without_page(sheet: Sheet, slot: str, index: int) -> Sheet:
    """Take a page away from the paper of a slot."""
    pages = pages_of(sheet, slot)
    return _with_pages(sheet, slot, tuple(page for at, page in enumerate(pages) if at != index))


def with_page_turned(sheet: Sheet, slot: str, index: int, quarters: int) -> Sheet:
    """Turn a page by quarter turns, clockwise, to be read anew; nothing where it is gone."""
    page = page_at(sheet, slot, index)
    if page is None:
        return sheet
    return with_page_replaced(sheet, slot, page, replace(page, turns=(page.turns + quarters) % 4, words=""))


def with_page_kept_as(sheet: Sheet, slot: str, index: int, kind: str) -> Sheet:
    """Say how a page is kept, or by an empty kind that its content decides; nothing where it is gone."""
    page = page_at(sheet, slot, index)
    return with_page_replaced(sheet, slot, page, replace(page, kind=kind)) if page else sheet


def with_words(sheet: Sheet, read: Page) -> Sheet:
    """Give a page's words to it wherever it lies by now, if it still is as it was read."""

    def told(page: Page) -> Page:
        return replace(page, words=read.words) if _lies_alike(page, read) else page

    papers = tuple(
        replace(paper, pages=tuple(told(page) for page in paper.pages)) for paper in sheet.draft.papers
    )
    return replace(sheet, draft=replace(sheet.draft, papers=papers))


def with_page_moved(sheet: Sheet, slot: str, index: int, to: int) -> Sheet:
    """Move a page to another place among the pages of its paper; nothing where there is no such place."""
    pages = list(pages_of(sheet, slot))
    if not (0 <= index < len(pages) and 0 <= to < len(pages)):
        return sheet
    pages.insert(to, pages.pop(index))
    return _with_pages(sheet, slot, tuple(pages))


def with_page_handed_over(sheet: Sheet, slot: str, index: int, to: str) -> Sheet:
    """Move a page to the end of another paper, or put it aside; raises NoSuchPaper."""
    page = page_at(sheet, slot, index)
    if page is None or slot == to:
        return sheet
    return with_page(without_page(sheet, slot, index), to, page)


def refuse_unsorted(sheet: Sheet) -> None:
    """Raise UnsortedPages while pages lie aside: each is sorted, or thrown away knowingly."""
    count = len(pages_of(sheet, UNSORTED))
    if count:
        raise UnsortedPages(count)


def _lies_alike(page: Page, other: Page) -> bool:
    """Tell whether two pages are the same part of the same picture, the same way up."""
    return (page.picture, page.corners, page.turns) == (other.picture, other.corners, other.turns)


def _asked_for(sheet: Sheet, slot: str) -> Sheet:
    excuses = tuple(excuse for excuse in sheet.draft.excuses if excuse.slot != slot)
    return replace(sheet, draft=replace(sheet.draft, excuses=excuses))


def _paper(sheet: Sheet, slot: str) -> Paper | None:
    return next((paper for paper in sheet.draft.papers if paper.slot == slot), None)


def _with_pages(sheet: Sheet, slot: str, pages: tuple[Page, ...]) -> Sheet:
    """Give a slot's paper these pages; a paper without pages goes, and a new one comes last."""
    present = _paper(sheet, slot)
    if present:
        taken = Paper(present.slot, present.name, pages)
        changed = (taken if paper is present else paper for paper in sheet.draft.papers)
        papers = tuple(paper for paper in changed if paper.is_given)
    else:
        name = "" if slot == UNSORTED else sheet.line(slot).paper.name
        papers = (*sheet.draft.papers, Paper(slot, name, pages)) if pages else sheet.draft.papers
    return replace(sheet, draft=replace(sheet.draft, papers=papers))
