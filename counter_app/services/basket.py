"""Several forms of one citizen, handed in together: what is said in one stands in the others too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from counter_app.domain.citizen import Person
from counter_app.domain.dossier import Capacity, Draft
from counter_app.domain.office import Duty
from counter_app.domain.procedure import Procedure
from counter_app.services.drafting import Drafting, Sheet
from counter_app.services.identify import Visit, again
from counter_app.services.ports import Store
from forms.answers import Origin, Value
from forms.definition import Field
from forms.kinds import fits


@dataclass(frozen=True, slots=True)
class Basket:
    """The form at hand, and the others of the same basket in the order in which they were begun."""

    sheet: Sheet
    mates: tuple[Sheet, ...] = ()

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """All forms in the order in which they were begun."""
        return tuple(sorted((self.sheet, *self.mates), key=lambda each: _order(each.draft)))


class Baskets:
    """Begins, finds and takes out the forms that one citizen hands in together."""

    def __init__(self, drafting: Drafting, store: Store) -> None:
        self._drafting = drafting
        self._store = store

    def add(
        self, beside: Sheet, visit: Visit, procedure: Procedure, *, capacity: Capacity, holder: Person | None
    ) -> Sheet:
        """Begin the form of another procedure beside one, with all that was said there; both are on disk."""
        beside = self._drafting.save(_in_basket(beside, _basket_of(beside.draft)))
        others = self.of(beside).sheets
        added = self._drafting.start(again(visit), procedure, beside.duty, capacity=capacity, holder=holder)
        return self._drafting.save(self._with_what_was_said(_in_basket(added, beside.draft.basket), others))

    def of(self, sheet: Sheet) -> Basket:
        """Give the basket in which a form lies; this one as it stands, the others as they are on disk."""
        others = (draft for draft in self._drafts(sheet.draft) if draft.draft_id != sheet.draft.draft_id)
        return Basket(sheet, tuple(self._drafting.resume(draft.draft_id, sheet.duty) for draft in others))

    def open(self, draft_id: str, duty: Duty) -> Sheet:
        """Open one of a basket's forms, with what was said in the others meanwhile; raises NotFound."""
        sheet = self._drafting.resume(draft_id, duty)
        mates = self.of(sheet).mates
        return self._with_what_was_said(sheet, mates) if mates else sheet

    def take_out(self, sheet: Sheet) -> Sheet | None:
        """Throw one form away and give the one before it in the basket, or the next; None if it was alone."""
        drafts = self._drafts(sheet.draft)
        at = next((at for at, each in enumerate(drafts) if each.draft_id == sheet.draft.draft_id), 0)
        left = (*reversed(drafts[:at]), *drafts[at + 1 :])
        self._drafting.drop(sheet)
        return self.open(left[0].draft_id, sheet.duty) if left else None

    def _drafts(self, draft: Draft) -> tuple[Draft, ...]:
        """Give the drafts of a draft's basket in the order in which they were begun; of one alone, itself."""
        if not draft.basket:
            return (draft,)
        with self._store.work() as work:
            kept = work.drafts_in(draft.basket)
        return tuple(sorted(kept, key=_order))

    def _with_what_was_said(self, sheet: Sheet, others: Sequence[Sheet]) -> Sheet:
        sheet = self._drafting.remembering(sheet)
        for other in others:
            sheet = _with_papers_of(self._drafting.answer_all(sheet, dict(_shared(sheet, other)), {}), other)
        return sheet


def _order(draft: Draft) -> tuple[datetime, bool, str]:
    """Order by when a form was begun, the first one first; a basket goes by its id."""
    return draft.started_at, draft.draft_id != draft.basket, draft.draft_id


def _basket_of(draft: Draft) -> str:
    return draft.basket or draft.draft_id


def _in_basket(sheet: Sheet, basket: str) -> Sheet:
    return replace(sheet, draft=replace(sheet.draft, basket=basket))


def _shared(sheet: Sheet, other: Sheet) -> Iterator[tuple[str, Value]]:
    """Give what was declared in another form for fields that mean the same and are empty in this one."""
    if _about(sheet.draft) != _about(other.draft):
        return
    said = [
        (field, other.filled.value(field.name))
        for field in other.definition.fields()
        if field.name in other.visible and other.filled.answer(field.name).origin is Origin.DECLARED
    ]
    for field in sheet.definition.fields():
        if field.name in sheet.visible and not field.compose and not sheet.filled.value(field.name):
            yield from _first_fitting(field, said)


def _first_fitting(field: Field, said: Iterable[tuple[Field, Value]]) -> Iterator[tuple[str, Value]]:
    for source, value in said:
        if _means_the_same(field, source) and fits(field, value):
            yield field.name, value
            return


def _means_the_same(one: Field, other: Field) -> bool:
    """Tell by the fact that would fill both, else by name and label of what is asked about a citizen."""
    if one.facts and other.facts:
        return one.facts[0].fact == other.facts[0].fact
    return one.citizen and (one.name, one.kind, one.label) == (other.name, other.kind, other.label)


def _about(draft: Draft) -> tuple[Capacity, object]:
    return draft.capacity, draft.holder.citizen_id if draft.holder else None


def _with_papers_of(sheet: Sheet, other: Sheet) -> Sheet:
    """File the pages of a paper that both procedures ask for with this one too."""
    asked = {(line.paper.slot, line.paper.name) for line in sheet.checklist}
    own = {paper.slot for paper in sheet.draft.papers}
    shared = tuple(
        paper
        for paper in other.draft.papers
        if paper.is_given and paper.slot not in own and (paper.slot, paper.name) in asked
    )
    return replace(sheet, draft=replace(sheet.draft, papers=(*sheet.draft.papers, *shared)))
