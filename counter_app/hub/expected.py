"""Who is expected at an office: by appointment or an open dossier, looked up and told to its desks."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import sqlalchemy as sa

from counter_app.domain.calendar import VIETNAM
from counter_app.domain.citizen import PopulationRecord
from counter_app.domain.dates import PartialDate
from counter_app.errors import SetupError
from counter_app.hub.changes import News, Telling
from counter_app.hub.clock import Clock
from counter_app.hub.database import Database
from counter_app.hub.denial import Denied
from counter_app.hub.devices import Device
from counter_app.hub.population import Population
from counter_app.hub.tables import appointments, changes, devices, dossiers, entries
from counter_app.wire.changes import ChangeKind, DossierState, PopulationTold
from counter_app.wire.codes import ErrorCode
from counter_app.wire.population import LookUpAsked
from counter_app.wire.reports import DossierReport
from counter_app.wire.text import embedded, from_json

_MOST_PEOPLE = 400
"""Of one office and day: appointments first, then the open dossiers that are due first."""
_AT_ONCE = 100
_NUMBER = re.compile(r"\d{9}|\d{12}", re.ASCII)
_ENDED = (DossierState.VOIDED, DossierState.HANDED_OVER)
_COLUMNS = ["day", "number", "full_name", "born_on"]
_PURPOSE, _SIGN, _APPOINTMENT = "expected at the office", "hub", "appointment"


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody who is expected, and for which dossier or appointment."""

    number: str
    full_name: str
    born_on: PartialDate
    procedure_code: str = _APPOINTMENT
    dossier_id: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """What came of it: how many records desks were told of, and whether the population went away."""

    people: int
    offices: int
    is_away: bool


class Expected:
    """Has the desks of each office know tomorrow's people when the line to the population is down."""

    def __init__(self, database: Database, clock: Clock, population: Population, news: News) -> None:
        self._database = database
        self._clock = clock
        self._population = population
        self._news = news

    def take_appointments(self, office_code: str, path: Path) -> int:
        """Read a CSV file with day, number, full_name and born_on, and keep it; raises SetupError."""
        rows = [
            {
                "office_code": office_code,
                "day": day,
                "number": one.number,
                "full_name": one.full_name,
                "born_on": str(one.born_on),
            }
            for day, one in _read(path)
        ]
        with self._database.office(office_code) as connection:
            for row in rows:
                connection.execute(self._database.insert_once(appointments).values(row))
        return len(rows)

    def tell(self, day: date | None = None) -> Told:
        """Look up who is expected on a day, tomorrow if none is named, and tell each office its own."""
        self.forget_past()
        when = day or self._today() + timedelta(days=1)
        with self._database.work() as connection:
            offices = connection.execute(sa.select(devices.c.office_code).distinct()).scalars().all()
        people = 0
        for office in offices:
            records, is_away = self._records(office, when)
            for start in range(0, len(records), _AT_ONCE):
                told = PopulationTold(when, records[start : start + _AT_ONCE])
                self._news.tell(office, Telling(ChangeKind.POPULATION, when.isoformat(), embedded(told)))
            people += len(records)
            if is_away:
                return Told(people, len(offices), is_away=True)
        return Told(people, len(offices), is_away=False)

    def forget_past(self) -> None:
        """Delete appointments and records of days that are over."""
        today = self._today()
        past = (changes.c.kind == ChangeKind.POPULATION) & (changes.c.subject < today.isoformat())
        with self._database.work() as connection:
            connection.execute(sa.delete(appointments).where(appointments.c.day < today))
            connection.execute(sa.delete(changes).where(past))

    def _today(self) -> date:
        return self._clock.now().astimezone(VIETNAM).date()

    def _records(self, office: str, day: date) -> tuple[tuple[PopulationRecord, ...], bool]:
        """Look everybody up, each once and recorded; whom the database does not know is left out."""
        guests = {guest.number: guest for guest in reversed(self._guests(office, day))}
        found: list[PopulationRecord] = []
        for guest in list(reversed(guests.values()))[:_MOST_PEOPLE]:
            asked = LookUpAsked(
                guest.number,
                guest.full_name,
                guest.born_on,
                purpose=_PURPOSE,
                official_sign=_SIGN,
                procedure_code=guest.procedure_code,
                dossier_id=guest.dossier_id,
            )
            try:
                answer = self._population.look_up(Device(_SIGN, office, "", ""), asked)
            except Denied as denied:
                if denied.code in (ErrorCode.AWAY, ErrorCode.QUOTA):
                    return tuple(found), True
                continue
            if answer.record:
                found.append(answer.record)
        return tuple(found), False

    def _guests(self, office: str, day: date) -> list[Guest]:
        """List whom an office expects, those with an appointment first."""
        booked = (appointments.c.office_code == office) & (appointments.c.day == day)
        open_ones = (dossiers.c.office_code == office) & dossiers.c.state.not_in(_ENDED)
        told = (entries.c.device_id == dossiers.c.device_id) & (entries.c.entry_id == dossiers.c.entry_id)
        reported = sa.select(entries.c.content).where(told, open_ones).order_by(dossiers.c.due_at)
        with self._database.work() as connection:
            rows = connection.execute(sa.select(appointments).where(booked)).all()
            reports = connection.execute(reported.limit(_MOST_PEOPLE)).scalars().all()
        guests = [Guest(row.number, row.full_name, PartialDate.from_iso(row.born_on)) for row in rows]
        for content in reports:
            guests.extend(_people_of(from_json(DossierReport, content)))
        return guests


def _people_of(report: DossierReport) -> Iterator[Guest]:
    for person in (report.applicant, report.holder):
        if person and person.born_on and person.full_name:
            yield Guest(
                person.citizen_id,
                person.full_name,
                person.born_on,
                report.procedure_code,
                report.dossier_id,
            )


def _read(path: Path) -> Sequence[tuple[date, Guest]]:
    """Read a file of appointments; raises SetupError naming the line and column, never what stands there."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    except (OSError, ValueError, csv.Error) as error:
        raise SetupError(path, "unreadable") from error
    read: list[tuple[date, Guest]] = []
    for line, row in enumerate(rows, start=2):
        missing = next((name for name in _COLUMNS if not row.get(name)), "")
        if missing:
            raise SetupError(path, "missing", key=missing, line=line)
        try:
            guest = Guest(row["number"], row["full_name"].strip()[:120], PartialDate.from_iso(row["born_on"]))
            day = date.fromisoformat(row["day"])
        except ValueError as error:
            raise SetupError(path, "wrong_kind", key="born_on", line=line) from error
        if not _NUMBER.fullmatch(guest.number):
            raise SetupError(path, "wrong_kind", key="number", line=line)
        read.append((day, guest))
    return read
