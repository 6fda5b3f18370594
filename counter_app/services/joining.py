"""People who join a dossier in a role: by their own card, by name from a record, or read with the family."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from counter_app.domain.citizen import CitizenCard, Person, Relative
from counter_app.errors import Refusal
from counter_app.services.drafting import Drafting, Sheet
from counter_app.services.identify import Identification
from counter_app.services.ports import Store
from counter_app.services.roles import SETTLED, SEXES, Kin, Newcomer, relatives_of
from counter_app.services.told import told_by
from forms.catalogue import FormCatalogue


class UnfitForRole(Refusal):
    """Somebody of the other sex was named for a role that only one may play."""

    def __init__(self, role: str) -> None:
        super().__init__(role)
        self.role = role


@dataclass(frozen=True, slots=True)
class OpenRole:
    """A role of a form's section; ``name`` is empty where only the section names it.

    ``player`` is who was given the role by hand; ``offered`` are the relatives who may be given it by name.
    """

    role: str
    section: str
    name: str
    name_en: str
    player: str
    offered: tuple[Relative, ...]


def open_roles(sheet: Sheet) -> tuple[OpenRole, ...]:
    """List the roles that visible sections of the form ask for and nobody plays yet, or by hand only."""
    cast, players = sheet.cast, {each.role: each.person.full_name for each in sheet.draft.players}
    names = {party.role: (party.name, party.name_en) for party in sheet.procedure.parties}
    offered = relatives_of(sheet.company)
    return tuple(
        OpenRole(
            role,
            section,
            *names.get(role, ("", "")),
            player=players.get(role, ""),
            offered=tuple(one for one in offered if one.sex in {None, SEXES.get(role, one.sex)}),
        )
        for role, section in _sections_by_role(sheet).items()
        if role not in SETTLED and (role in players or role not in cast)
    )


def unread_family(sheet: Sheet) -> tuple[tuple[str, Relative], ...]:
    """List by role whom only another's record names, though the form asks what their own would tell."""
    lacking = frozenset(_roles_lacking(sheet))
    return tuple(
        (role, known.relative)
        for role, known in sheet.cast.items()
        if role in lacking and isinstance(known, Kin) and known.citizen_id and known.relative.born_on
    )


class Joining:
    """Looks people up for a role of a dossier."""

    def __init__(self, identification: Identification, store: Store, forms: FormCatalogue) -> None:
        self._identification = identification
        self._store = store
        self._forms = forms

    def by_card(self, sheet: Sheet, role: str, card: CitizenCard) -> Newcomer:
        """Look up whom a card names; raises UnfitForRole."""
        sign, code = sheet.duty.official.sign, sheet.procedure.code
        found = self._identification.person(card, sheet.draft.draft_id, sign, procedure=code)
        return self._newcomer(sheet, role, found)

    def by_name(self, sheet: Sheet, role: str, relative: Relative) -> Newcomer:
        """Look up a relative; raises UnfitForRole, and NoNumber where no record names their number."""
        sign, code = sheet.duty.official.sign, sheet.procedure.code
        found = self._identification.relative(relative, sheet.draft.draft_id, sign, procedure=code)
        return self._newcomer(sheet, role, found)

    def read_family(self, sheet: Sheet, drafting: Drafting) -> Sheet:
        """Read the records of the family that the form still needs; who is not found stays named."""
        for role, relative in unread_family(sheet):
            newcomer = self.by_name(sheet, role, relative)
            sheet = drafting.join(sheet, newcomer) if newcomer.person.record else sheet
        return sheet

    def _newcomer(self, sheet: Sheet, role: str, person: Person) -> Newcomer:
        if person.sex not in {None, SEXES.get(role, person.sex)}:
            raise UnfitForRole(role)
        with self._store.work() as work:
            told = told_by((person.citizen_id,), work, self._forms, but=sheet.draft)
        return Newcomer(role, person, told)


def _sections_by_role(sheet: Sheet) -> Mapping[str, str]:
    """Give for each role the visible section that has most fields which are first filled from it."""
    visible = sheet.visible
    counts = Counter(
        (field.facts[0].fact.partition(".")[0], section.name)
        for section in sheet.definition.sections
        for field in section.fields
        if field.name in visible and field.facts
    )
    return {role: section for (role, section), _ in reversed(counts.most_common())}


def _roles_lacking(sheet: Sheet) -> Iterator[str]:
    """Name the roles whose facts would fill a visible field that is empty."""
    visible, values = sheet.visible, sheet.filled.values
    for field in sheet.definition.fields():
        if field.name in visible and not values[field.name]:
            for source in field.facts:
                if source.when is None or source.when.holds(values, sheet.today):
                    yield source.fact.partition(".")[0]
