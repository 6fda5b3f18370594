"""Who is at the counter: from a payload or typed words to a person with their record."""

from __future__ import annotations

import unicodedata
import uuid
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime

from counter_app.domain.citizen import CitizenCard, Person, Reading, RecordSource, Relative
from counter_app.domain.citizen_id import CITIZEN_DIGITS, FORMER_DIGITS, CitizenId, Sex, grouped_digits
from counter_app.domain.dates import PartialDate
from counter_app.domain.dossier import Draft, RegisterRow
from counter_app.domain.history import Act, Deed
from counter_app.domain.letters import same_name
from counter_app.domain.look import Look, Purpose
from counter_app.domain.rights import Right
from counter_app.errors import Refusal
from counter_app.services.permits import require
from counter_app.services.ports import Clock, Found, LookUp, Population, PopulationAway, Store
from counter_app.services.realm import Realm
from counter_app.services.whereabouts import Whereabouts
from forms.wording import read_date

_FORMER = "former_number"
_MOST_LINES = 20
"""Lines of the register that are looked through for a former number."""


class NotEnoughTyped(Refusal):
    """The national look-up demands number, name and birth date together; ``missing`` names what lacks."""

    def __init__(self, missing: tuple[str, ...]) -> None:
        super().__init__(missing)
        self.missing = missing


class FormerIdUnknown(Refusal):
    """Neither the population database nor this desk's register knows the person by these nine digits."""


class NoNumber(Refusal):
    """The record names this person without a number; their own card is needed."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One citizen at the counter, from the card to the receipt; its id becomes the draft's."""

    visit_id: str
    person: Person
    open_drafts: tuple[Draft, ...]
    earlier: tuple[RegisterRow, ...]


@dataclass(frozen=True, slots=True)
class FormerCard:
    """Somebody who tells the nine digits of before instead of the number in force."""

    former_id: str
    full_name: str
    born_on: PartialDate


def typed_card(number: str, full_name: str, born: str) -> CitizenCard:
    """Make a card out of what was typed; raises NotEnoughTyped naming the parts that lack or are wrong."""
    digits = grouped_digits(number)
    name, born_on = _named(full_name, born, has_number=len(digits) == CITIZEN_DIGITS)
    return CitizenCard(CitizenId(digits), name, born_on, None, reading=Reading.TYPED)


def typed_former_card(number: str, full_name: str, born: str) -> FormerCard:
    """Make a former card out of what was typed; raises NotEnoughTyped as ``typed_card`` does."""
    digits = grouped_digits(number)
    name, born_on = _named(full_name, born, has_number=len(digits) == FORMER_DIGITS)
    return FormerCard(digits, name, born_on)


def _named(full_name: str, born: str, *, has_number: bool) -> tuple[str, PartialDate]:
    """Read the name and birth date that were typed beside a number; raises NotEnoughTyped."""
    name = " ".join(unicodedata.normalize("NFC", full_name).split())
    born_on = read_date(born)
    right = {"citizen_id": has_number, "full_name": bool(name), "born_on": born_on is not None}
    missing = tuple(part for part, fits in right.items() if not fits)
    if missing or born_on is None:
        raise NotEnoughTyped(missing)
    return name, PartialDate.from_iso(born_on)


def again(visit: Visit) -> Visit:
    """Give the same person a visit of its own, for another dossier."""
    return replace(visit, visit_id=uuid.uuid4().hex)


class Identification:
    """Finds the record behind a card, and keeps in history that it was looked at."""

    def __init__(
        self, population: Population, store: Store, clock: Clock, whereabouts: Whereabouts, *, realm: Realm
    ) -> None:
        self._realm = realm
        self._population = population
        self._store = store
        self._clock = clock
        self._whereabouts = whereabouts

    def begin(self, card: CitizenCard, official_sign: str) -> Visit:
        """Open a visit for whom the card names: their record, drafts left open, dossiers of before.

        Raises InventedPerson or RealPerson for somebody who is of no concern to this desk.
        """
        visit_id = uuid.uuid4().hex
        person = self.person(card, visit_id, official_sign)
        with self._store.work() as work:
            earlier = work.dossiers_of(person.citizen_id)
            drafts = work.drafts_of([person.citizen_id])
        mine = (draft for draft in drafts if draft.official_sign == official_sign)
        theirs = tuple(draft for draft in mine if draft.whose.citizen_id == person.citizen_id)
        return Visit(visit_id, person, theirs, earlier)

    def person(self, card: CitizenCard, visit_id: str, official_sign: str, *, procedure: str = "") -> Person:
        """Look the card's person up; an outage or an incomplete card is told in the person's source.

        History keeps who looked for which visit, and for which ``procedure`` (a code) where one was chosen.
        Raises InventedPerson or RealPerson before anything is asked or kept.
        """
        self._realm.admit_number(card.citizen_id.digits)
        with self._store.work() as work:
            require(work, official_sign, Right.SERVE)
        found = self._look_up(card, official_sign)
        person = replace(found, residence_today=self._whereabouts.residence_of(found))
        look = Look(Purpose.RECEPTION, procedure)
        self._keep(Deed.LOOKED_UP, visit_id, official_sign, outcome=person.source, look=look)
        return person

    def relative(
        self, relative: Relative, visit_id: str, official_sign: str, *, procedure: str = ""
    ) -> Person:
        """Look up somebody whom a record names; raises NoNumber where it names none."""
        if relative.citizen_id is None:
            raise NoNumber
        card = CitizenCard(
            relative.citizen_id, relative.full_name, relative.born_on, relative.sex, reading=Reading.TYPED
        )
        return self.person(card, visit_id, official_sign, procedure=procedure)

    def card_of_former(self, former: FormerCard, official_sign: str) -> CitizenCard:
        """Find whom nine digits of before name, by the record or else by a dossier of this desk.

        Nobody is asked to prove the former number (Decree 58/2026). Raises FormerIdUnknown, InventedPerson
        and RealPerson.
        """
        self._realm.admit_number(former.former_id)
        with self._store.work() as work:
            require(work, official_sign, Right.SERVE)
        card, outcome = self._searched(former, official_sign)
        look = Look(Purpose.RECEPTION)
        self._keep(Deed.LOOKED_UP_FORMER, _FORMER, official_sign, outcome=outcome, look=look)
        if card is None:
            raise FormerIdUnknown
        return card

    def _searched(self, former: FormerCard, official_sign: str) -> tuple[CitizenCard | None, str]:
        """Give the card and in a code of history where it was found."""
        number, purpose = former.former_id, Purpose.RECEPTION
        question = LookUp(number, former.full_name, former.born_on, purpose, official_sign)
        with suppress(PopulationAway):
            found = self._population.look_up(question)
            if found:
                record = found.record
                return _card_with(former, record.citizen_id, record.sex), "population"
        with self._store.work() as work:
            lines = work.register(former.former_id, None, limit=_MOST_LINES)
            people = [work.dossier(line.dossier_id).whose for line in lines]
        for person in people:
            if _is_known_as(person, former):
                return _card_with(former, person.citizen_id, person.sex), "register"
        return None, "nobody"

    def _keep(self, deed: Deed, subject: str, official_sign: str, *, outcome: str, look: Look) -> None:
        act = Act(deed, subject, official_sign, self._clock.now(), outcome, look.told)
        with self._store.work() as work:
            work.write_history(act)
            work.commit()

    def _look_up(self, card: CitizenCard, official_sign: str) -> Person:
        if not card.full_name or card.born_on is None:
            return Person(card, None, RecordSource.INCOMPLETE)
        number, purpose = card.citizen_id.digits, Purpose.RECEPTION
        question = LookUp(number, card.full_name, card.born_on, purpose, official_sign)
        try:
            found = self._population.look_up(question)
        except PopulationAway:
            return Person(card, None, RecordSource.UNREACHABLE)
        return _person(card, found, self._clock.now())


def _is_known_as(person: Person, former: FormerCard) -> bool:
    said = former.former_id in person.numbers and person.born_on == former.born_on
    return said and same_name(person.full_name, former.full_name)


def _card_with(former: FormerCard, number: CitizenId, sex: Sex | None) -> CitizenCard:
    return CitizenCard(
        number, former.full_name, former.born_on, sex, former_id=former.former_id, reading=Reading.TYPED
    )


def _person(card: CitizenCard, found: Found | None, now: datetime) -> Person:
    if found is None:
        return Person(card, None, RecordSource.NO_RECORD, now)
    source = RecordSource.LIVE if found.live else RecordSource.COPY
    whole = card if card.sex else replace(card, sex=found.record.sex)
    return Person(whole, found.record, source, found.as_of)
