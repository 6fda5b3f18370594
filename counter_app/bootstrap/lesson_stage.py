"""The stage of lessons over the practice hall: guests with cards and papers, and what goes wrong there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from counter_app.bootstrap.hall import SpecimenHall
from counter_app.domain.citizen import CitizenCard, PopulationRecord
from counter_app.domain.citizen_id import CitizenId
from counter_app.domain.lesson import APPLICANT, Condition, Lesson, Mishap
from counter_app.gateways.practice_printer import PracticePrinter
from counter_app.gateways.specimen.cards import SpecimenCard
from counter_app.gateways.specimen.population import SpecimenPopulation

_NAME = 2
"""Which part of a card's text is the name."""
_FORGED_NAME = "Nguyễn Văn Giả"


class LessonStage:
    """See ``services.lesson_stage.Stage``."""

    def __init__(
        self,
        hall: SpecimenHall,
        population: SpecimenPopulation,
        printer: PracticePrinter,
    ) -> None:
        self._hall = hall
        self._population = population
        self._printer = printer
        self._guests: dict[str, PopulationRecord] = {}
        self._cards: dict[str, int] = {}
        self._before: tuple[PopulationRecord | None, tuple[int, SpecimenCard] | None] = (None, None)
        self._switches = {
            Mishap.POPULATION_GONE: lambda: hall.set_population_away(away=True),
            Mishap.POPULATION_BACK: lambda: hall.set_population_away(away=False),
            Mishap.NETWORK_GONE: lambda: hall.set_population_away(away=True),
            Mishap.NETWORK_BACK: lambda: hall.set_population_away(away=False),
            Mishap.PRINTER_JAMMED: lambda: printer.set_jammed(jammed=True),
            Mishap.PRINTER_BACK: lambda: printer.set_jammed(jammed=False),
            Mishap.CAMERA_GONE: lambda: hall.set_camera_away(away=True),
            Mishap.CAMERA_BACK: lambda: hall.set_camera_away(away=False),
            Mishap.FORGED_CARD: self._forge,
            Mishap.RECORD_DIFFERS: self._move,
        }

    @property
    def people(self) -> Mapping[str, CitizenId]:
        """The guests of the lesson by their roles."""
        return {role: record.citizen_id for role, record in self._guests.items()}

    def set_up(self, lesson: Lesson) -> None:
        """Put everything in order, and have the lesson's guests stand ready with their papers."""
        self.clear()
        found = {guest.role: self._hall.find(guest) for guest in lesson.guests}
        self._guests = {role: record for role, record in found.items() if record}
        with_card = {guest.role for guest in lesson.guests if guest.card}
        places = {held.record.citizen_id: at for at, held in enumerate(self._hall.held)}
        self._cards = {
            role: places[record.citizen_id]
            for role, record in self._guests.items()
            if role in with_card and record.citizen_id in places
        }
        self._hall.carry(lesson)
        self._printer.set_on(on=True)

    def show_card(self, role: str) -> None:
        """Have somebody lay their card under the camera; nobody does who came without."""
        at = self._cards.get(role)
        if at is not None:
            self._hall.call(at)

    def card_text(self, role: str) -> str:
        """Give what a hand scanner reads from somebody's card; empty for one who came without."""
        at = self._cards.get(role)
        return "" if at is None else self._hall.held[at].card.payload

    def typed_card(self, role: str) -> CitizenCard | None:
        """Give what somebody says of themselves who came without a card."""
        record = self._guests.get(role)
        if record is None:
            return None
        return CitizenCard(record.citizen_id, record.full_name, record.born_on, record.sex)

    def laid(self, slot: str) -> Condition:
        """Say how the paper is that was laid under the lamp last for this slot."""
        return self._hall.laid(slot)

    def happen(self, mishap: Mishap) -> None:
        """Let something go wrong, or come right again; what people do is not of the stage."""
        switch = self._switches.get(mishap)
        if switch:
            switch()

    def clear(self) -> None:
        """Put everything in order again, and go."""
        record, card = self._before
        if record:
            self._population.put(record)
        if card:
            self._hall.hold(*card)
        self._before = (None, None)
        self._hall.set_population_away(away=False)
        self._hall.set_camera_away(away=False)
        self._hall.carry(None)
        self._printer.set_on(on=False)
        self._guests, self._cards = {}, {}

    def _forge(self) -> None:
        """Give the card of whoever stands at the desk another name than their record has."""
        at = self._cards.get(APPLICANT)
        if at is None or self._before[1]:
            return
        card = self._hall.held[at].card
        parts = card.payload.split("|")
        parts[_NAME] = _FORGED_NAME
        forged = replace(card, payload="|".join(parts), full_name=_FORGED_NAME.upper())
        self._before = (self._before[0], (at, card))
        self._hall.hold(at, forged)

    def _move(self) -> None:
        """Have the record of whoever stands at the desk name another home than their card."""
        record = self._guests.get(APPLICANT)
        if record is None or self._before[0]:
            return
        homes = (held.record.permanent_residence for held in self._hall.held)
        elsewhere = next(home for home in homes if home != record.permanent_residence)
        self._before = (record, self._before[1])
        self._population.put(replace(record, permanent_residence=elsewhere))
