"""Who plays which role in a dossier: by the capacity, by kinship, by sex, or because a card was shown for it.

What is not certain stays open; the helper at the desk never stands in for whom the dossier is about.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from counter_app.domain.citizen import Person, PopulationRecord, Relative
from counter_app.domain.citizen_id import CitizenId, Sex
from counter_app.domain.dossier import Capacity, Dossier, Draft, Player, Told

SEXES = {"mother": Sex.FEMALE, "father": Sex.MALE, "bride": Sex.FEMALE, "groom": Sex.MALE}
"""The sex that must agree before somebody is taken for a role (Law 52/2014/QH13, Article 8)."""
SETTLED = frozenset({"applicant", "holder", "proxy", "office"})
"""Roles that the first steps of a visit give; nobody else joins in them."""
_OTHER_PARENT = {"mother": "father", "father": "mother"}
_WIDOWED = frozenset({"spouse", "husband", "wife"})
"""What forms about a death call the one who was married to the deceased."""
_SPOUSES = {Sex.FEMALE: "bride", Sex.MALE: "groom"}


@dataclass(frozen=True, slots=True)
class Kin:
    """Somebody of whom only another person's record tells, as of a day."""

    relative: Relative
    as_of: date | None

    @property
    def citizen_id(self) -> CitizenId | None:
        """The number, where the record names it."""
        return self.relative.citizen_id


Known = Person | Kin
Cast = Mapping[str, Known]
"""The people of a dossier by role."""


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody looked up for a role, with what they have told at this desk before."""

    role: str
    person: Person
    told: tuple[Told, ...] = ()


@dataclass(frozen=True, slots=True)
class Company:
    """The people of a dossier; ``relation`` is what the applicant is to a child, as the form was answered."""

    capacity: Capacity
    applicant: Person
    holder: Person | None = None
    players: tuple[Player, ...] = ()
    relation: str = ""

    @property
    def whose(self) -> Person | None:
        """The person whom the dossier is about; None for a child that no record knows yet."""
        return self.applicant if self.capacity is Capacity.SELF else self.holder

    @property
    def present(self) -> tuple[Person, ...]:
        """Everybody who was looked up for this dossier."""
        holder = (self.holder,) if self.holder else ()
        return (self.applicant, *holder, *(player.person for player in self.players))


def company_of(kept: Draft | Dossier, relation: str) -> Company:
    """Gather the people of a draft or dossier."""
    return Company(kept.capacity, kept.applicant, kept.holder, kept.players, relation)


def cast_of(company: Company) -> Cast:
    """Say who plays each role that is certain; a player named for a role goes before all else."""
    cast: dict[str, Known] = {}
    for found in (_by_kinship, _by_sex, _by_capacity, _by_claim, _by_record, _acting):
        cast |= found(company)
    cast |= {player.role: player.person for player in company.players}
    looked_up = {person.citizen_id: person for person in company.present}
    return {role: _in_full(known, looked_up) for role, known in cast.items()}


def relatives_of(company: Company) -> tuple[Relative, ...]:
    """List by name whom a role may be given to without a card: kin of the people of the dossier."""
    named: dict[CitizenId | None, Relative] = {}
    helper_only = company.capacity is Capacity.PROXY and company.holder is not None
    for person in company.present[1:] if helper_only else company.present:
        for relative in person.record.relatives if person.record else ():
            named.setdefault(relative.citizen_id, relative)
    return tuple(relative for relative in named.values() if relative.born_on)


def _in_full(known: Known, looked_up: Mapping[CitizenId, Person]) -> Known:
    """Take the person who was looked up where a record only names them."""
    number = known.citizen_id
    return looked_up.get(number, known) if isinstance(known, Kin) and number else known


def _by_capacity(company: Company) -> dict[str, Known]:
    applicant, holder = company.applicant, company.holder
    match company.capacity:
        case Capacity.SELF:
            return {"applicant": applicant, "declarant": applicant, "holder": applicant}
        case Capacity.CHILD:
            child: dict[str, Known] = {"holder": holder, "child": holder} if holder else {}
            return {"applicant": applicant, "declarant": applicant, "representative": applicant} | child
        case Capacity.PROXY:
            behind: dict[str, Known] = {"holder": holder, "declarant": holder} if holder else {}
            return {"applicant": applicant, "proxy": applicant} | behind


def _by_kinship(company: Company) -> dict[str, Known]:
    whose = company.whose
    if whose and whose.record:
        named = {"spouse": whose.record.spouse, "representative": whose.record.representative}
        return _kin(named, whose) | _kin({"head_of_household": whose.record.household.head}, whose)
    family = company.applicant.record if company.capacity is Capacity.CHILD else None
    return _kin({"head_of_household": family.household.head}, company.applicant) if family else {}


def _by_sex(company: Company) -> dict[str, Known]:
    whose = company.whose
    if whose is None or company.capacity is Capacity.CHILD:
        return {}
    couple: dict[str, Known] = {_SPOUSES[whose.sex]: whose} if whose.sex else {}
    has_died = whose.record is not None and whose.record.died_on is not None
    return couple | ({"deceased": whose} if has_died else {})


def _by_claim(company: Company) -> dict[str, Known]:
    """Believe what the form says the applicant is, where sex agrees; the spouse is then known as well.

    A mother's spouse is the father, and a widow's the deceased.
    """
    applicant = company.applicant
    spouse = applicant.record.spouse if applicant.record else None
    if company.relation in _WIDOWED:
        return _kin({"deceased": spouse}, applicant)
    other = _OTHER_PARENT.get(company.relation)
    if not other or applicant.sex not in {None, SEXES[company.relation]}:
        return {}
    return {company.relation: applicant} | _kin({other: spouse}, applicant)


def _by_record(company: Company) -> dict[str, Known]:
    """Name the parents whom a child's own record names."""
    child = company.holder if company.capacity is Capacity.CHILD else None
    if child is None or child.record is None:
        return {}
    return _kin({"mother": child.record.mother, "father": child.record.father}, child)


def _acting(company: Company) -> dict[str, Known]:
    """Tell a parent who files for a child from a guardian, where the child's record tells."""
    if company.capacity is not Capacity.CHILD:
        return {}
    record = company.holder.record if company.holder else None
    parents = _parents(record)
    if company.applicant.citizen_id in parents or (company.relation in _OTHER_PARENT and not parents):
        return {"parent": company.applicant}
    return {"guardian": company.applicant} if parents else {}


def _parents(record: PopulationRecord | None) -> frozenset[CitizenId]:
    named = (record.father, record.mother) if record else ()
    return frozenset(one.citizen_id for one in named if one and one.citizen_id)


def _kin(named: Mapping[str, Relative | None], teller: Person) -> dict[str, Known]:
    as_of = teller.as_of.date() if teller.as_of else None
    return {role: Kin(relative, as_of) for role, relative in named.items() if relative}
