"""A citizen as the card shows them, as the population record keeps them, and both together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from counter_app.domain.address import Address, AddressToday
from counter_app.domain.citizen_id import CitizenId, IdDoubt, Sex
from counter_app.domain.dates import PartialDate


class Reading(StrEnum):
    """How a card's parts were told apart; the official is shown when it was not by their places."""

    BY_PLACE = "by_place"
    BY_PATTERN = "by_pattern"
    BY_ZONE = "by_zone"
    """From the machine-readable zone: the name has no marks there."""
    TYPED = "typed"


@dataclass(frozen=True, slots=True)
class CitizenCard:
    """What a citizen card's QR says, or what was typed in its stead; it identifies, it proves nothing.

    ``full_name`` is empty where a hand scanner has spoilt its letters, and where only the machine-readable
    zone was read: ``name_letters`` then has them bare, A to Z, which is no name yet. ``residence`` is as of
    ``issued_on`` and often stale. ``extra`` keeps the parts after the seventh (cards since July 2024) as they
    came.
    """

    citizen_id: CitizenId
    full_name: str
    born_on: PartialDate | None
    sex: Sex | None
    former_id: str = ""
    residence: str = ""
    issued_on: date | None = None
    extra: tuple[str, ...] = ()
    reading: Reading = Reading.BY_PLACE
    name_letters: str = ""

    @property
    def doubts(self) -> tuple[IdDoubt, ...]:
        """Where the number disagrees with the birth date and sex beside it."""
        return self.citizen_id.doubts(self.born_on, self.sex)


class Kinship(StrEnum):
    """What one person is to another."""

    FATHER = "father"
    MOTHER = "mother"
    SPOUSE = "spouse"
    CHILD = "child"
    HEAD = "head"
    SIBLING = "sibling"
    GRANDCHILD = "grandchild"
    PARENT = "parent"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Relative:
    """A person whom a record names; birth date and sex only where the record gives them."""

    full_name: str
    kinship: Kinship
    citizen_id: CitizenId | None = None
    born_on: PartialDate | None = None
    sex: Sex | None = None
    nationality: str = ""
    ethnicity: str = ""
    former_id: str = ""


@dataclass(frozen=True, slots=True)
class Absence:
    """A declared absence from the place of residence; ``until`` is None where no end was named."""

    since: date
    until: date | None
    place: str


@dataclass(frozen=True, slots=True)
class Particular:
    """Something else that the Government has kept of a person, under its Vietnamese name."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class CardIssue:
    """When the card in force was issued, by whom, and until when it holds; no end after sixty."""

    issued_on: date
    issued_by: str
    expires_on: date | None


@dataclass(frozen=True, slots=True)
class Household:
    """The household a person belongs to: its head, the person's place in it, and its other members."""

    head: Relative
    relation_to_head: str
    members: tuple[Relative, ...]


@dataclass(frozen=True, slots=True)
class PopulationRecord:
    """What the national population database keeps of a person: the 26 items of Law 26/2023, Article 9.1.

    ``representative`` acts for the person by law, as this person does for each of the ``represented``.
    ``further`` is item 26.
    """

    citizen_id: CitizenId
    full_name: str
    born_on: PartialDate
    sex: Sex
    place_of_birth: str
    birth_registered_at: str
    place_of_origin: str
    ethnicity: str
    religion: str
    nationality: str
    marital_status: str
    permanent_residence: Address
    household: Household
    updated_on: date
    other_name: str = ""
    former_id: str = ""
    cancelled_ids: tuple[str, ...] = ()
    temporary_residence: Address | None = None
    temporary_residence_until: date | None = None
    present_residence: Address | None = None
    occupation: str = ""
    phone: str = ""
    email: str = ""
    card: CardIssue | None = None
    father: Relative | None = None
    mother: Relative | None = None
    spouse: Relative | None = None
    died_on: PartialDate | None = None
    missing_since: PartialDate | None = None
    blood_group: str = ""
    absence: Absence | None = None
    children: tuple[Relative, ...] = ()
    representative: Relative | None = None
    represented: tuple[Relative, ...] = ()
    further: tuple[Particular, ...] = ()

    @property
    def relatives(self) -> tuple[Relative, ...]:
        """Everybody the record names with a number, each once, the closest first."""
        kin = (self.spouse, self.father, self.mother, *self.children, self.representative)
        named = (*kin, *self.represented, self.household.head, *self.household.members)
        once: dict[CitizenId, Relative] = {}
        for one in named:
            if one and one.citizen_id and one.citizen_id != self.citizen_id:
                once.setdefault(one.citizen_id, one)
        return tuple(once.values())


class RecordSource(StrEnum):
    """Where the record came from this time."""

    LIVE = "live"
    COPY = "copy"
    UNREACHABLE = "unreachable"
    NO_RECORD = "no_record"
    INCOMPLETE = "incomplete"
    """The name or birth date is missing, and the national look-up demands them with the number."""


@dataclass(frozen=True, slots=True)
class Person:
    """Who is at the counter: the card, the record where there is one, and where the record came from."""

    card: CitizenCard
    record: PopulationRecord | None
    source: RecordSource
    as_of: datetime | None = None
    residence_today: AddressToday | None = None
    """The permanent residence in today's units, where card or record only has older ones."""

    @property
    def full_name(self) -> str:
        """The record's name where there is a record, else the card's."""
        return self.record.full_name if self.record else self.card.full_name

    @property
    def citizen_id(self) -> CitizenId:
        """The number in force: the record's, for a card may still bear one that was cancelled."""
        return self.record.citizen_id if self.record else self.card.citizen_id

    @property
    def numbers(self) -> tuple[str, ...]:
        """Every number the person is known by, once: in force, on the card, cancelled, of nine digits."""
        record = self.record
        of_record = (*record.cancelled_ids, record.former_id) if record else ()
        known = (self.citizen_id.digits, self.card.citizen_id.digits, *of_record, self.card.former_id)
        return tuple(dict.fromkeys(number for number in known if number))

    @property
    def born_on(self) -> PartialDate | None:
        """The record's birth date where there is a record, else the card's."""
        return self.record.born_on if self.record else self.card.born_on

    @property
    def sex(self) -> Sex | None:
        """The record's sex where there is a record, else the card's."""
        return self.record.sex if self.record else self.card.sex
