"""A stack of pages sorted into the checklist's slots by its separators; what fits none of them lies aside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from counter_app.domain.checklist import PaperState
from counter_app.domain.paper import UNSORTED, Page, PageSource
from counter_app.services.digitise import Digitising
from counter_app.services.drafting import Sheet
from counter_app.services.page_edits import Place, pages_of, with_page, with_pages_at, without_page
from scanning.scanners import ScannedSheet, Side
from scanning.separators import Mark, mark_on
from scanning.stack import Segment, split_stack

_BLANK = "blank"
"""The code with which a page is found to carry nothing; it is kept all the same."""


@dataclass(frozen=True, slots=True)
class Taken:
    """One side as it was taken: sealed as a page, or a separator, of which no picture is kept."""

    page: Page | None
    mark: Mark | None = None
    is_back: bool = False

    @property
    def is_blank(self) -> bool:
        """Whether the page was found to carry nothing."""
        return self.page is not None and _BLANK in self.page.complaints


@dataclass(frozen=True, slots=True)
class StackReport:
    """What became of a stack, in numbers, and the slots whose separators had no pages after them."""

    pages: int
    papers: int
    aside: int
    separators: int
    blank: int
    empty: tuple[str, ...]


class StackIntake:
    """Seals the pages of a stack one by one, and tells separators from them; never for the GUI thread."""

    def __init__(self, digitising: Digitising) -> None:
        self._digitising = digitising

    def take_sheet(self, sheet: ScannedSheet, source: PageSource) -> Taken:
        """Seal one side from a scanner, unless it is a separator; raises DiskFull."""
        is_back, mark = sheet.side is Side.BACK, mark_on(sheet.frame)
        page = None if mark else self._digitising.take_frame(sheet.frame, source)
        return Taken(page, mark, is_back)

    def take_file(self, content: bytes, source: PageSource) -> tuple[Taken, ...]:
        """Seal each page of a file that is no separator; raises scanning.PictureError and DiskFull."""
        pages = self._digitising.take_file(content, source)
        marked = ((page, mark_on(self._digitising.picture(page))) for page in pages)
        return tuple(Taken(None if mark else page, mark) for page, mark in marked)


def set_aside(sheet: Sheet, taken: Taken) -> Sheet:
    """Keep a page in the draft as soon as it is there, before the whole stack says where it belongs."""
    return with_page(sheet, UNSORTED, taken.page) if taken.page else sheet


def with_stack(sheet: Sheet, in_hand: str, stack: Sequence[Taken], place: Place | None) -> Sheet:
    """Take a whole stack in at once; without separators its pages go to a place of the paper in hand."""
    if any(taken.mark for taken in stack):
        for taken in stack:
            sheet = set_aside(sheet, taken)
        return distributed(sheet, in_hand, stack)
    return with_pages_at(sheet, in_hand, tuple(taken.page for taken in stack if taken.page), place)


def distributed(sheet: Sheet, in_hand: str, stack: Sequence[Taken]) -> Sheet:
    """Put the pages of a stack where its separators say; a stack without any goes to the slot in hand.

    Pages lie aside that come before the first separator, after a separator of a paper this checklist does not
    ask for, or under the cover of another dossier. What an official has moved or thrown away since it was set
    aside is left as they wanted it.
    """
    segments = _segments(stack)
    for segment in segments:
        slot = _slot_for(sheet, in_hand, segment, is_mixed=any(taken.mark for taken in stack))
        for taken in segment.pages:
            sheet = _moved(sheet, taken, slot)
    kept = [taken for segment in segments for taken in segment.pages]
    for taken in stack:
        sheet = sheet if taken in kept else _moved(sheet, taken, None)
    return sheet


def report_of(sheet: Sheet, in_hand: str, stack: Sequence[Taken]) -> StackReport:
    """Count what ``distributed`` does with a stack."""
    segments, is_mixed = _segments(stack), any(taken.mark for taken in stack)
    slots = [_slot_for(sheet, in_hand, segment, is_mixed=is_mixed) for segment in segments]
    filled = {slot for slot, segment in zip(slots, segments, strict=True) if segment.pages}
    return StackReport(
        pages=sum(len(segment.pages) for segment in segments),
        papers=len(filled - {UNSORTED}),
        aside=sum(len(one.pages) for one, slot in zip(segments, slots, strict=True) if slot == UNSORTED),
        separators=sum(segment.dropped for segment in segments),
        blank=sum(len(segment.blank) for segment in segments),
        empty=tuple(one.slot for one in segments if one.slot and not one.pages and one.slot not in filled),
    )


def _moved(sheet: Sheet, taken: Taken, slot: str | None) -> Sheet:
    """Take a page from where it lies aside to a slot, or away: the empty back of a separator."""
    aside = pages_of(sheet, UNSORTED)
    if taken.page is None or taken.page not in aside or slot == UNSORTED:
        return sheet
    rest = without_page(sheet, UNSORTED, aside.index(taken.page))
    return with_page(rest, slot, taken.page) if slot else rest


def _segments(stack: Sequence[Taken]) -> tuple[Segment[Taken], ...]:
    return split_stack(
        stack,
        lambda taken: taken.mark,
        is_blank=lambda taken: taken.is_blank,
        is_back=lambda taken: taken.is_back,
    )


def _slot_for(sheet: Sheet, in_hand: str, segment: Segment[Taken], *, is_mixed: bool) -> str:
    if not is_mixed:
        return in_hand
    if segment.reference not in {None, sheet.draft.draft_id}:
        return UNSORTED
    asked = {line.paper.slot for line in sheet.checklist if line.state is not PaperState.HELD}
    return segment.slot if segment.slot in asked else UNSORTED
