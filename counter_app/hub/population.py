"""Look-ups in the population: recorded with their purpose before they are made, then relayed."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from typing import Protocol

import sqlalchemy as sa

from counter_app.domain.citizen import PopulationRecord
from counter_app.hub.clock import Clock
from counter_app.hub.database import Database
from counter_app.hub.denial import Denied
from counter_app.hub.devices import Device
from counter_app.hub.keys import HubKey
from counter_app.hub.tables import look_ups
from counter_app.wire.codes import ErrorCode
from counter_app.wire.population import LookUpAnswer, LookUpAsked, Upstream

_FAILURES = 5
_REST = timedelta(seconds=30)


class Registry(Protocol):
    """Who knows the population."""

    @property
    def upstream(self) -> Upstream:
        """Say which one it is."""

    def look_up(self, asked: LookUpAsked, request_id: str) -> PopulationRecord | None:
        """Give the record of whom number, name and birth date all fit, or None.

        Raises Denied: AWAY, QUOTA, NOT_LICENSED (the procedure) or NOT_ALLOWED (the official).
        """


class Breaker:
    """Stops asking somebody who does not answer: five failures in a row, then one try every 30 seconds."""

    def __init__(self) -> None:
        self._failures = 0
        self._rests_until: datetime | None = None

    def check(self, now: datetime) -> None:
        """Raise Denied (AWAY) at once while it rests; let one through when the rest is over."""
        if self._rests_until and now < self._rests_until:
            raise Denied(ErrorCode.AWAY, "resting")
        if self._rests_until:
            self._rests_until = now + _REST

    def failed(self, now: datetime) -> None:
        """Note that there was no answer."""
        self._failures += 1
        if self._failures >= _FAILURES:
            self._rests_until = now + _REST

    def answered(self) -> None:
        """Note that there was one, be it a refusal."""
        self._failures = 0
        self._rests_until = None


class Population:
    """Relays the look-ups of desks."""

    def __init__(self, database: Database, clock: Clock, key: HubKey, registry: Registry | None) -> None:
        self._database = database
        self._clock = clock
        self._key = key
        self._registry = registry
        self._breaker = Breaker()

    def look_up(self, device: Device, asked: LookUpAsked) -> LookUpAnswer:
        """Record a look-up, make it, and record what came of it; raises Denied."""
        look_up_id = self._record(device, asked)
        try:
            record = self._ask(asked, look_up_id)
        except Denied as denied:
            self._answered(look_up_id, denied.code.value)
            raise
        at = self._answered(look_up_id, "found" if record else "none")
        return LookUpAnswer(look_up_id, self._upstream(), at, record)

    def _upstream(self) -> Upstream:
        return self._registry.upstream if self._registry else Upstream.SPECIMEN

    def _record(self, device: Device, asked: LookUpAsked) -> str:
        look_up_id = secrets.token_hex(12)
        row = {
            "look_up_id": look_up_id,
            "device_id": device.device_id,
            "office_code": device.office_code,
            "official_sign": asked.official_sign,
            "purpose": asked.purpose,
            "procedure_code": asked.procedure_code,
            "dossier_id": asked.dossier_id,
            "number_hash": self._key.hidden(asked.number),
            "asked_at": self._clock.now(),
            "outcome": "",
        }
        with self._database.work() as connection:
            connection.execute(sa.insert(look_ups).values(row))
        return look_up_id

    def _ask(self, asked: LookUpAsked, look_up_id: str) -> PopulationRecord | None:
        if self._registry is None:
            raise Denied(ErrorCode.AWAY, "no_upstream")
        self._breaker.check(self._clock.now())
        try:
            record = self._registry.look_up(asked, look_up_id)
        except Denied as denied:
            if denied.code is ErrorCode.AWAY:
                self._breaker.failed(self._clock.now())
            else:
                self._breaker.answered()
            raise
        self._breaker.answered()
        return record

    def _answered(self, look_up_id: str, outcome: str) -> datetime:
        now = self._clock.now()
        same = look_ups.c.look_up_id == look_up_id
        with self._database.work() as connection:
            connection.execute(sa.update(look_ups).where(same).values(answered_at=now, outcome=outcome))
        return now
