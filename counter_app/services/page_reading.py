"""What stands on the pages: read in the background, sealed, and held against checklist and people."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from counter_app.domain.checklist import PaperState
from counter_app.domain.paper import Page
from counter_app.services.digitise import Digitising
from counter_app.services.drafting import Sheet
from counter_app.services.lately import Lately
from counter_app.services.page_words import words_from, words_to
from counter_app.services.ports import Sealed
from counter_app.services.roles import company_of, relatives_of
from scanning.slot_match import SlotHint, best_slot, names_another
from scanning.text_facts import PaperFacts, facts_in

if TYPE_CHECKING:
    from scanning.text import TextReader

_MUCH_BETTER = 0.25
"""By how much another paper's name must fit a title better before the official is told."""
_MOST_FACTS = 64


class Remark(StrEnum):
    """What a page's own words give reason to say."""

    BELONGS_TO = "belongs_to"
    """Its title is that of another paper on the checklist."""
    ANOTHER_PERSON = "another_person"
    """It is about somebody who has no part in this dossier."""


@dataclass(frozen=True, slots=True)
class PageRemark:
    """A remark about one page of a slot; ``other`` is the slot it seems to belong to, or who it is about."""

    slot: str
    index: int
    remark: Remark
    other: str


class PageReading:
    """Reads pages, one at a time and away from the screen, and recalls what was read."""

    def __init__(self, sealed: Sealed, digitising: Digitising) -> None:
        self._sealed = sealed
        self._digitising = digitising
        self._reader: TextReader | None = None
        self._facts = Lately[str, PaperFacts](_MOST_FACTS)

    def read(self, page: Page, *, should_stop: Callable[[], bool]) -> Page:
        """Read a page and seal its words; one that was stopped comes back unread. Raises DiskFull."""
        from scanning.text import TextReader  # noqa: PLC0415 - its readers are large, and many desks read later

        self._reader = self._reader or TextReader()
        text = self._reader.read(self._digitising.developed(page).straight, should_stop=should_stop)
        return page if should_stop() else replace(page, words=self._sealed.seal(words_to(text)))

    def remarks(self, sheet: Sheet) -> tuple[PageRemark, ...]:
        """Say which pages seem to be another paper, or about another person, as far as they were read."""
        return tuple(
            remark for paper in sheet.draft.papers for remark in self._about(sheet, paper.slot, paper.pages)
        )

    def forget(self) -> None:
        """Recall nothing any more: the citizen has gone."""
        self._facts.forget()

    def _about(self, sheet: Sheet, slot: str, pages: tuple[Page, ...]) -> Iterator[PageRemark]:
        for index, page in enumerate(pages):
            facts = self._facts_of(page) if page.words else None
            if facts is None:
                continue
            other = _other_slot(sheet, slot, facts)
            if other:
                yield PageRemark(slot, index, Remark.BELONGS_TO, other)
            somebody = _somebody_else(sheet, facts)
            if somebody:
                yield PageRemark(slot, index, Remark.ANOTHER_PERSON, somebody)

    def _facts_of(self, page: Page) -> PaperFacts:
        known = self._facts.recall(page.words)
        if known is None:
            known = facts_in(words_from(self._sealed.open(page.words)))
            self._facts.remember(page.words, known)
        return known


def _other_slot(sheet: Sheet, slot: str, facts: PaperFacts) -> str:
    """Name the slot whose paper this is by its title, where that is surely not the one it lies in."""
    wanted = [
        SlotHint(line.paper.slot, (line.paper.name,))
        for line in sheet.checklist
        if line.state is not PaperState.HELD
    ]
    best, ahead = best_slot(facts, slot, wanted) or (None, 0.0)
    return best.slot if best and ahead > _MUCH_BETTER else ""


def _somebody_else(sheet: Sheet, facts: PaperFacts) -> str:
    """Say whom a paper is about when nobody who has a part in the dossier stands on it."""
    found = [names_another(facts, full_name, numbers) for full_name, numbers in _people(sheet)]
    about = found[0]
    if about is None or None in found:
        return ""
    return next(one.text for one in (about.name, about.number) if one)


def _people(sheet: Sheet) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give names and numbers of those who are here, the holder first, and of their kin."""
    company = company_of(sheet.draft, "")
    for person in (sheet.draft.whose, *company.present):
        yield person.full_name, person.numbers
    for relative in relatives_of(company):
        yield relative.full_name, (relative.citizen_id.digits,) if relative.citizen_id else ()
