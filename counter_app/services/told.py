"""What people have told at this desk before: found in their dossiers and drafts, so that it is typed once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date

from counter_app.domain.citizen_id import CitizenId
from counter_app.domain.dossier import Dossier, Draft, Told
from counter_app.services.ports import Work
from counter_app.services.roles import cast_of, company_of
from forms.answers import FilledForm, Origin
from forms.catalogue import FormCatalogue
from forms.definition import Field
from forms.errors import FormsError
from forms.prefill import KnownFact

_MOST_DOSSIERS = 8
"""How many dossiers back a person's answers are looked for."""
_TODAY, _EARLIER = "visit", "earlier"


def told_by(people: Iterable[CitizenId], work: Work, forms: FormCatalogue, *, but: Draft) -> tuple[Told, ...]:
    """Gather what these people have told in their dossiers and in drafts left open, the latest word only.

    ``but`` is the draft that is being filled: it tells itself nothing, and drafts of other officials than
    the one who began it tell it nothing either.
    """
    wanted = frozenset(people)
    mine = (draft for draft in work.drafts_of(wanted) if draft.official_sign == but.official_sign)
    open_drafts = [draft for draft in mine if draft.draft_id != but.draft_id]
    latest: dict[tuple[CitizenId, str], Told] = {}
    for told in (*_received(wanted, work, forms), *_drafted(open_drafts, forms)):
        key = (told.citizen_id, told.fact)
        if told.citizen_id in wanted and (key not in latest or latest[key].on <= told.on):
            latest[key] = told
    return tuple(latest.values())


def facts_told(told: Iterable[Told], role: str, number: CitizenId, today: date) -> dict[str, KnownFact]:
    """Name what one person has told as facts of a role; nobody vouches for it."""
    return {
        f"{role}.{one.fact}": KnownFact(
            one.value, _TODAY if one.on == today else _EARLIER, one.on, verified=False
        )
        for one in told
        if one.citizen_id == number
    }


def _received(wanted: Iterable[CitizenId], work: Work, forms: FormCatalogue) -> Iterator[Told]:
    rows = (row for number in wanted for row in work.dossiers_of(number)[:_MOST_DOSSIERS])
    for row in rows:
        dossier = work.dossier(row.dossier_id)
        yield from _told_in(dossier, dossier.received_at.date(), forms)


def _drafted(drafts: Iterable[Draft], forms: FormCatalogue) -> Iterator[Told]:
    for draft in drafts:
        yield from _told_in(draft, draft.saved_at.date(), forms)


def _told_in(kept: Draft | Dossier, day: date, forms: FormCatalogue) -> Iterator[Told]:
    """Read a form again under its own version; one that this desk no longer has tells nothing."""
    with suppress(FormsError):
        filled = FilledForm.from_json(kept.form)
        definition = forms.version(filled.form_code, filled.form_version)
        numbers = _by_role(kept, filled)
        for field in definition.fields():
            yield from _told_of(field, filled, numbers, day)


def _told_of(field: Field, filled: FilledForm, numbers: Mapping[str, CitizenId], day: date) -> Iterator[Told]:
    """Give a declared answer under the first fact that might have stood there in its stead."""
    answer = filled.answer(field.name)
    if answer.origin is not Origin.DECLARED or not isinstance(answer.value, str) or not answer.value:
        return
    for source in field.facts:
        role, _, fact = source.fact.partition(".")
        if role in numbers and (source.when is None or source.when.holds(filled.values, day)):
            yield Told(numbers[role], fact, answer.value, day)
            return


def _by_role(kept: Draft | Dossier, filled: FilledForm) -> Mapping[str, CitizenId]:
    relation = str(filled.value("relation")) if "relation" in filled.answers else ""
    cast = cast_of(company_of(kept, relation))
    return {role: known.citizen_id for role, known in cast.items() if known.citizen_id}
