"""Who is at the counter: from a payload or typed words to a person with their record."""

from __future__ import annotations

import unicodedata
import uuid
from dataclasses import dataclass, replace
from datetime import datetime

from counter_app.domain.citizen import CitizenCard, Person, Reading, RecordSource, Relative
from counter_app.domain.citizen_id import CitizenId
from counter_app.domain.dates import PartialDate
from counter_app.domain.dossier import Draft, RegisterRow
from counter_app.domain.history import Act, Deed
from counter_app.errors import Refusal
from counter_app.services.ports import Clock, Found, LookUp, Population, PopulationAway, Store
from counter_app.services.whereabouts import Whereabouts
from forms.wording import read_date

PURPOSE = "reception"


class NotEnoughTyped(Refusal):
    """The national look-up demands number, name and birth date together; ``missing`` names what lacks."""

    def __init__(self, missing: tuple[str, ...]) -> None:
        super().__init__(missing)
        self.missing = missing


class NoNumber(Refusal):
    """The record names this person without a number; their own card is needed."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One citizen at the counter, from the card to the receipt; its id becomes the draft's."""

    visit_id: str
    person: Person
    open_drafts: tuple[Draft, ...]
    earlier: tuple[RegisterRow, ...]


def typed_card(number: str, full_name: str, born: str) -> CitizenCard:
    """Make a card out of what was typed; raises NotEnoughTyped naming the parts that lack or are wrong."""
    digits = "".join(number.split()).replace(".", "")
    name = " ".join(unicodedata.normalize("NFC", full_name).split())
    born_on = read_date(born)
    right = {
        "citizen_id": len(digits) == 12 and digits.isdigit() and digits.isascii(),
        "full_name": bool(name),
        "born_on": born_on is not None,
    }
    missing = tuple(part for part, fits in right.items() if not fits)
    if missing or born_on is None:
        raise NotEnoughTyped(missing)
    number_read = CitizenId(digits)
    return CitizenCard(number_read, name, PartialDate.from_iso(born_on), None, reading=Reading.TYPED)


def again(visit: Visit) -> Visit:
    """Give the same person a visit of its own, for another dossier."""
    return replace(visit, visit_id=uuid.uuid4().hex)


class Identification:
    """Finds the record behind a card, and keeps in history that it was looked at."""

    def __init__(self, population: Population, store: Store, clock: Clock, whereabouts: Whereabouts) -> None:
        self._population = population
        self._store = store
        self._clock = clock
        self._whereabouts = whereabouts

    def begin(self, card: CitizenCard, official_sign: str) -> Visit:
        """Open a visit for whom the card names: their record, drafts left open, dossiers of before."""
        visit_id = uuid.uuid4().hex
        person = self.person(card, visit_id, official_sign)
        with self._store.work() as work:
            earlier = work.dossiers_of(person.citizen_id)
            drafts = work.drafts_of([person.citizen_id])
        theirs = tuple(draft for draft in drafts if draft.whose.citizen_id == person.citizen_id)
        return Visit(visit_id, person, theirs, earlier)

    def person(self, card: CitizenCard, visit_id: str, official_sign: str) -> Person:
        """Look the card's person up; an outage or an incomplete card is told in the person's source."""
        found = self._look_up(card, official_sign)
        person = replace(found, residence_today=self._whereabouts.residence_of(found))
        with self._store.work() as work:
            work.write_history(
                Act(Deed.LOOKED_UP, visit_id, official_sign, self._clock.now(), outcome=person.source)
            )
            work.commit()
        return person

    def relative(self, relative: Relative, visit_id: str, official_sign: str) -> Person:
        """Look up somebody whom a record names; raises NoNumber where it names none."""
        if relative.citizen_id is None:
            raise NoNumber
        card = CitizenCard(
            relative.citizen_id, relative.full_name, relative.born_on, relative.sex, reading=Reading.TYPED
        )
        return self.person(card, visit_id, official_sign)

    def _look_up(self, card: CitizenCard, official_sign: str) -> Person:
        if not card.full_name or card.born_on is None:
            return Person(card, None, RecordSource.INCOMPLETE)
        question = LookUp(card.citizen_id, card.full_name, card.born_on, PURPOSE, official_sign)
        try:
            found = self._population.look_up(question)
        except PopulationAway:
            return Person(card, None, RecordSource.UNREACHABLE)
        return _person(card, found, self._clock.now())


def _person(card: CitizenCard, found: Found | None, now: datetime) -> Person:
    if found is None:
        return Person(card, None, RecordSource.NO_RECORD, now)
    source = RecordSource.LIVE if found.live else RecordSource.COPY
    whole = card if card.sex else replace(card, sex=found.record.sex)
    return Person(whole, found.record, source, found.as_of)
