"""Everything that is known of the people of a visit, role by role, with where it comes from."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from counter_app.domain.citizen import Person
from counter_app.domain.dossier import Told
from counter_app.domain.office import Office
from counter_app.services.facts import CONTACTS, Facts, facts_about
from counter_app.services.kin_facts import facts_about_relative
from counter_app.services.roles import Cast, Known
from counter_app.services.told import facts_told
from forms.definition import FormDefinition
from forms.prefill import KnownFact


def facts_of_visit(
    cast: Cast,
    office: Office,
    *,
    roles: Collection[str] = (),
    told: Iterable[Told] = (),
    today: date | None = None,
) -> Facts:
    """Gather every fact that a form may ask for; with ``roles`` of these alone.

    What the State says goes before what was told, except for telephone and e-mail, which are the citizen's.
    """
    known = {"office.name": KnownFact(office.name, "office", None, verified=False)}
    for role, player in cast.items():
        if not roles or role in roles:
            known |= _facts_of(player, role)
            if player.citizen_id and today:
                known |= _fresh(facts_told(told, role, player.citizen_id, today), known)
    return known


def roles_in(definition: FormDefinition) -> frozenset[str]:
    """Name the roles whose facts may fill a form, its tables' rosters among them."""
    sources = (source.fact for field in definition.fields() for source in field.facts)
    rosters = (field.roster for field in definition.fields() if field.roster)
    return frozenset(name.partition(".")[0] for name in (*sources, *rosters)) - {"office"}


def _facts_of(player: Known, role: str) -> dict[str, KnownFact]:
    if isinstance(player, Person):
        return facts_about(player, role)
    return facts_about_relative(player.relative, role, player.as_of)


def _fresh(told: Facts, known: Facts) -> Facts:
    """Leave out what the State already says."""
    return {name: fact for name, fact in told.items() if name not in known or _contact(name)}


def _contact(name: str) -> bool:
    return name.partition(".")[2] in CONTACTS
