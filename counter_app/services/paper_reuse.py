"""Earlier papers of the same people, offered in their slots, so that nobody hands in the same one twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from counter_app.domain.checklist import PaperState
from counter_app.domain.dossier import Dossier, Draft
from counter_app.domain.history import Act, Deed
from counter_app.domain.look import Look, Purpose
from counter_app.domain.paper import Document, Paper
from counter_app.domain.required_paper import RequiredPaper
from counter_app.domain.rights import Right
from counter_app.errors import NotFound
from counter_app.services.drafting import Sheet
from counter_app.services.permits import require
from counter_app.services.ports import Clock, SealBroken, Sealed, Store, Work
from forms.wording import fold

_MOST_DOSSIERS = 20
"""How many dossiers back a person's papers are looked for."""
_MOST_OFFERED = 3


@dataclass(frozen=True, slots=True)
class EarlierPaper:
    """A paper that was digitised before, for a slot of today; ``name`` is what it was called then.

    ``valid_until`` is the last day on which it can still hold, None where no law ends it. One that is not
    ``is_intact`` is told of, and cannot be used.
    """

    slot: str
    name: str
    dossier_code: str
    taken_on: date
    valid_until: date | None
    document: Document
    pages: int
    is_intact: bool = True


class PaperReuse:
    """Finds earlier papers of the people of a sheet at this desk."""

    def __init__(self, store: Store, sealed: Sealed, clock: Clock) -> None:
        self._store = store
        self._sealed = sealed
        self._clock = clock

    def offered(self, sheet: Sheet) -> Mapping[str, tuple[EarlierPaper, ...]]:
        """Give the earlier papers of each slot, the latest first; a slot without any is not there.

        What the State holds is not offered, nor what is over by now.
        """
        with self._store.work() as work:
            kept = tuple(_kept_papers(work, sheet.draft))
        offers: dict[str, tuple[EarlierPaper, ...]] = {}
        for line in sheet.checklist:
            found = tuple(self._fitting(line.paper, kept)) if line.state is not PaperState.HELD else ()
            if found:
                offers[line.paper.slot] = found
        return offers

    def content(self, earlier: EarlierPaper) -> bytes:
        """Open the document of an earlier paper; raises NotFound, or SealBroken where it is not as it was."""
        return self._sealed.open(earlier.document.sha256)

    def look_at(self, earlier: EarlierPaper, sheet: Sheet) -> bytes:
        """Open an earlier paper to be seen, and keep that it was; raises as ``content`` does."""
        draft, look = sheet.draft, Look(Purpose.RECEPTION, sheet.procedure.code)
        what = f"{earlier.slot} {earlier.dossier_code}"
        sign, now = sheet.duty.official.sign, self._clock.now()
        with self._store.work() as work:
            require(work, sign, Right.SERVE)
            work.write_history(Act(Deed.SAW_PAPER, draft.draft_id, sign, now, what, look.told))
            work.commit()
        return self.content(earlier)

    def _fitting(self, required: RequiredPaper, kept: tuple[EarlierPaper, ...]) -> Iterator[EarlierPaper]:
        today = self._clock.now().date()
        alike = {one.document.sha256: one for one in reversed(kept) if _is_same_paper(required, one)}
        dated = [_for_slot(required, one) for one in reversed(alike.values())]
        holding = [one for one in dated if one.valid_until is None or today <= one.valid_until]
        for one in holding[:_MOST_OFFERED]:
            yield replace(one, is_intact=self._is_intact(one))

    def _is_intact(self, earlier: EarlierPaper) -> bool:
        try:
            self.content(earlier)
        except (NotFound, SealBroken):
            return False
        return True


def with_earlier(sheet: Sheet, earlier: EarlierPaper) -> Sheet:
    """Put an earlier paper in its slot, in place of what lies there; raises NoSuchPaper."""
    slot = earlier.slot
    name = sheet.line(slot).paper.name
    document = replace(earlier.document, pages=earlier.pages)
    paper = Paper(slot, name, (), document, reused_from=earlier.dossier_code)
    papers = (*(one for one in sheet.draft.papers if one.slot != slot), paper)
    excuses = tuple(excuse for excuse in sheet.draft.excuses if excuse.slot != slot)
    return replace(sheet, draft=replace(sheet.draft, papers=papers, excuses=excuses))


def without_earlier(sheet: Sheet, slot: str) -> Sheet:
    """Take an earlier paper out of its slot again; pages taken now stay."""
    papers = tuple(one for one in sheet.draft.papers if one.slot != slot or not one.reused_from)
    return replace(sheet, draft=replace(sheet.draft, papers=papers))


def _for_slot(required: RequiredPaper, earlier: EarlierPaper) -> EarlierPaper:
    return replace(earlier, slot=required.slot, valid_until=required.valid_until(earlier.taken_on))


def _is_same_paper(required: RequiredPaper, earlier: EarlierPaper) -> bool:
    return required.slot == earlier.slot or fold(required.name) == fold(earlier.name)


def _kept_papers(work: Work, draft: Draft) -> Iterator[EarlierPaper]:
    """Give what was digitised in the people's earlier dossiers, and their outcomes, the latest first."""
    people = dict.fromkeys(person.citizen_id for person in (draft.whose, draft.applicant))
    rows = [row for number in people for row in work.dossiers_of(number)[:_MOST_DOSSIERS] if not row.is_void]
    kept = [paper for row in rows for paper in _papers_of(work.dossier(row.dossier_id))]
    outcomes = (outcome for number in people for outcome in work.outcomes_of(number)[:_MOST_DOSSIERS])
    kept += [paper for outcome in outcomes for paper in _earlier((outcome.paper,), outcome.dossier_code)]
    yield from sorted(kept, key=lambda paper: paper.taken_on, reverse=True)


def _papers_of(dossier: Dossier) -> Iterator[EarlierPaper]:
    return _earlier(dossier.papers, dossier.code)


def _earlier(papers: Iterable[Paper], code: str) -> Iterator[EarlierPaper]:
    """Give the papers digitised for a dossier; one reused there is found where it was digitised."""
    for paper in papers:
        if paper.document and paper.pages:
            yield EarlierPaper(
                paper.slot,
                paper.name,
                code,
                paper.pages[0].taken_at.date(),
                None,
                paper.document,
                len(paper.pages),
            )
