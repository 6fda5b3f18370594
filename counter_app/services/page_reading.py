"""What pages show and say: read in the background, sealed, and held against checklist and people."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from counter_app.domain.checklist import PaperState
from counter_app.domain.paper import Corners, Page, Paper
from counter_app.domain.required_paper import IDENTITY_CARD
from counter_app.services.digitise import Digitising
from counter_app.services.drafting import Sheet
from counter_app.services.lately import Lately
from counter_app.services.other_sheets import OtherSheets
from counter_app.services.page_words import words_from, words_to
from counter_app.services.ports import Clock, Sealed
from counter_app.services.roles import company_of, relatives_of
from scanning.guard_findings import Complaint
from scanning.guard_paper import judge_slot, judge_validity
from scanning.guard_side import Side, side_of
from scanning.page_text import Box
from scanning.slot_match import SlotHint, names_another
from scanning.text_facts import PaperFacts, facts_in

if TYPE_CHECKING:
    from scanning.text import TextReader

_MOST_FACTS = 64


@dataclass(frozen=True, slots=True)
class PageRemark:
    """Hold what a page's words or picture give reason to say about one page of a slot, and where that stands.

    ``other`` is the slot it seems to belong to, or who it is about; ``until`` the last day the paper held.
    ``box`` is in pixels of the page as it is kept; None where no one place tells. ``beside`` are sheets that
    its picture shows and nobody has taken.
    """

    slot: str
    index: int
    complaint: Complaint
    other: str = ""
    until: date | None = None
    box: Box | None = None
    beside: tuple[Corners, ...] = ()


class PageReading:
    """Reads pages, one at a time and away from the screen, and recalls what was read."""

    def __init__(self, sealed: Sealed, digitising: Digitising, clock: Clock) -> None:
        self._sealed = sealed
        self._digitising = digitising
        self._clock = clock
        self.others = OtherSheets(digitising)
        self._sides = Lately[Page, tuple[Side | None]](_MOST_FACTS)
        self._reader: TextReader | None = None
        self._facts = Lately[str, PaperFacts](_MOST_FACTS)

    def read(self, page: Page, *, should_stop: Callable[[], bool]) -> Page:
        """Read a page and seal its words; one that was stopped comes back unread. Raises DiskFull."""
        from scanning.text import TextReader  # noqa: PLC0415 - its readers are large, and many desks read later

        self._reader = self._reader or TextReader()
        text = self._reader.read(self._digitising.developed(page).straight, should_stop=should_stop)
        return page if should_stop() else replace(page, words=self._sealed.seal(words_to(text)))

    def remarks(self, sheet: Sheet) -> tuple[PageRemark, ...]:
        """Say which pages show other sheets too, the wrong side, another paper or person, or hold no longer.

        Where nobody has read a page yet its words are passed over; how long a paper holds is said when all of
        it was read.
        """
        papers = sheet.draft.papers
        beside = tuple(remark for paper in papers for remark in self._beside(sheet, paper))
        return beside + tuple(remark for paper in papers for remark in self._about(sheet, paper))

    def forget(self) -> None:
        """Recall nothing any more: the citizen has gone."""
        self._facts.forget()
        self._sides.forget()
        self.others.forget()

    def _beside(self, sheet: Sheet, paper: Paper) -> Iterator[PageRemark]:
        """Tell the first page of each picture that shows more sheets than were made pages."""
        all_pages = [page for each in sheet.draft.papers for page in each.pages]
        for index, page in enumerate(paper.pages):
            same = [each for each in all_pages if each.picture == page.picture]
            found = self.others.beside(same) if same[0] is page and not page.of_pdf else ()
            if found:
                yield PageRemark(paper.slot, index, Complaint.OTHER_SHEETS, beside=found)

    def _about(self, sheet: Sheet, paper: Paper) -> Iterator[PageRemark]:
        if paper.slot == IDENTITY_CARD:
            yield from _one_sided([self._side_of(page) for page in paper.pages])
        read = [(index, self._facts_of(page)) for index, page in enumerate(paper.pages) if page.words]
        for index, facts in read:
            yield from _misplaced(sheet, paper.slot, index, facts)
            yield from _strange(sheet, paper.slot, index, facts)
        if len(read) == len(paper.pages):
            yield from _expired(sheet, paper.slot, [facts for _, facts in read], self._clock.now().date())

    def _side_of(self, page: Page) -> Side | None:
        known = self._sides.recall(page)
        if known is None:
            known = (side_of(self._digitising.developed(page).straight),)
            self._sides.remember(page, known)
        return known[0]

    def _facts_of(self, page: Page) -> PaperFacts:
        known = self._facts.recall(page.words)
        if known is None:
            known = facts_in(words_from(self._sealed.open(page.words)))
            self._facts.remember(page.words, known)
        return known


def _one_sided(sides: Sequence[Side | None]) -> Iterator[PageRemark]:
    """Tell the newest picture of a card whose other side is missing: a back alone, or one side twice."""
    fronts, backs = sides.count(Side.FRONT), sides.count(Side.BACK)
    too_many = Side.FRONT if fronts > max(1, backs) else Side.BACK if backs > fronts else None
    if too_many:
        last = max(index for index, side in enumerate(sides) if side is too_many)
        yield PageRemark(IDENTITY_CARD, last, Complaint.WRONG_SIDE)


def _misplaced(sheet: Sheet, slot: str, index: int, facts: PaperFacts) -> Iterator[PageRemark]:
    """Tell a page that is by its title surely not the paper it lies in."""
    wanted = [
        SlotHint(line.paper.slot, (line.paper.name,))
        for line in sheet.checklist
        if line.state is not PaperState.HELD
    ]
    found = judge_slot(facts, slot, wanted)
    if found:
        yield PageRemark(slot, index, Complaint.WRONG_PAPER, found.slot, box=found.box)


def _strange(sheet: Sheet, slot: str, index: int, facts: PaperFacts) -> Iterator[PageRemark]:
    """Tell whom a page is about when nobody who has a part in the dossier stands on it."""
    found = [names_another(facts, full_name, numbers) for full_name, numbers in _people(sheet)]
    about = found[0]
    if about is not None and None not in found:
        said = next(one for one in (about.name, about.number) if one)
        yield PageRemark(slot, index, Complaint.ANOTHER_PERSON, said.text, box=said.box)


def _expired(sheet: Sheet, slot: str, pages: list[PaperFacts], today: date) -> Iterator[PageRemark]:
    """Tell a paper that held for some months from its issue, once they are over."""
    months = next((line.paper.valid_months for line in sheet.checklist if line.paper.slot == slot), 0)
    found = judge_validity(pages, today, months=months) if months else None
    if found:
        yield PageRemark(slot, found.page, Complaint.EXPIRED, until=found.until, box=found.box)


def _people(sheet: Sheet) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give names and numbers of those who are here, the holder first, and of their kin."""
    company = company_of(sheet.draft, "")
    for person in (sheet.draft.whose, *company.present):
        yield person.full_name, person.numbers
    for relative in relatives_of(company):
        yield relative.full_name, (relative.citizen_id.digits,) if relative.citizen_id else ()
