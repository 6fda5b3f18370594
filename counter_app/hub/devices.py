"""The desks the hub knows: enrolled by a one-time code, recognised by their signatures, revoked for good."""

from __future__ import annotations

import hashlib
import re
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from counter_app.domain.claim import key_id_of
from counter_app.hub.clock import Clock, unix_ms
from counter_app.hub.database import Database
from counter_app.hub.denial import Denied
from counter_app.hub.keys import from_base64, is_signed_by
from counter_app.hub.tables import devices, enrolment_codes, nonces
from counter_app.wire.codes import ErrorCode
from counter_app.wire.devices import Enrolment, KnownDesk, KnownDesks
from counter_app.wire.signing import TOLERANCE_MS, signed_text

_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_CODE_LETTERS = 20
_NONCE = re.compile(r"[0-9a-f]{32}", re.ASCII)
_TIME = re.compile(r"\d{1,16}", re.ASCII)
_FORGET = timedelta(milliseconds=3 * TOLERANCE_MS)


@dataclass(frozen=True, slots=True)
class Device:
    """A desk that has signed a request."""

    device_id: str
    office_code: str
    name: str
    counter: str


@dataclass(frozen=True, slots=True)
class Signed:
    """The parts of a signed request, as they came."""

    device_id: str
    time_ms: str
    nonce: str
    signature: str
    method: str
    target: str
    body: bytes


class Devices:
    """Enrols, recognises and revokes desks."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._forgotten_at = clock.now()

    def new_code(self, office_code: str, valid: timedelta = timedelta(days=7)) -> str:
        """Make a one-time code with which one desk of the office may enrol; it is kept as a hash alone."""
        letters = "".join(secrets.choice(_LETTERS) for _ in range(_CODE_LETTERS))
        row = {"code_hash": _hash(letters), "office_code": office_code}
        with self._database.work() as connection:
            expires_at = self._clock.now() + valid
            connection.execute(sa.insert(enrolment_codes).values(**row, expires_at=expires_at))
        return "-".join(letters[at : at + 5] for at in range(0, _CODE_LETTERS, 5))

    def enrol(self, asked: Enrolment) -> Device:
        """Make a desk known; the same desk with the same code may ask again. Raises Denied."""
        device_id = key_id_of(from_base64(asked.public_key))
        now = self._clock.now()
        with self._database.office(asked.office_code) as connection:
            self._use_code(connection, asked, device_id, now)
            known = _row(connection, device_id)
            if known is None:
                counter = _free_counter(connection, asked.office_code)
                row = {"device_id": device_id, "office_code": asked.office_code, "name": asked.name}
                row |= {"counter": counter, "public_key": asked.public_key, "history_link": ""}
                connection.execute(sa.insert(devices).values(**row, enrolled_at=now))
                return Device(device_id, asked.office_code, asked.name, counter)
            if known.revoked_at or known.office_code != asked.office_code:
                raise Denied(ErrorCode.ENROLMENT)
            return _device(known)

    def _use_code(self, connection: Connection, asked: Enrolment, device_id: str, now: datetime) -> None:
        """Use a code up, once; raises Denied without saying what was wrong with it."""
        code = re.sub(r"[^A-Z0-9]", "", asked.code.upper())
        row = enrolment_codes.c
        found = (
            (row.code_hash == _hash(code)) & (row.office_code == asked.office_code) & (row.expires_at > now)
        )
        free = row.device_id.is_(None) | (row.device_id == device_id)
        used = sa.update(enrolment_codes).where(found & free).values(device_id=device_id)
        if connection.execute(used).rowcount != 1:
            raise Denied(ErrorCode.ENROLMENT)

    def recognise(self, signed: Signed) -> Device:
        """Say which desk has signed a request, once and now; raises Denied."""
        if not _TIME.fullmatch(signed.time_ms) or not _NONCE.fullmatch(signed.nonce) or not signed.signature:
            raise Denied(ErrorCode.UNSIGNED)
        now = self._clock.now()
        with self._database.work() as connection:
            known = _row(connection, signed.device_id)
            if known is None:
                raise Denied(ErrorCode.UNKNOWN_DEVICE)
            time_ms = int(signed.time_ms)
            text = signed_text(
                signed.method, signed.target, time_ms=time_ms, nonce=signed.nonce, body=signed.body
            )
            if not is_signed_by(from_base64(known.public_key), text, from_base64(signed.signature)):
                raise Denied(ErrorCode.SIGNATURE)
            if known.revoked_at:
                raise Denied(ErrorCode.REVOKED)
            if abs(unix_ms(now) - time_ms) > TOLERANCE_MS:
                raise Denied(ErrorCode.CLOCK)
            self._use_nonce(connection, signed, now)
        return _device(known)

    def _use_nonce(self, connection: Connection, signed: Signed, now: datetime) -> None:
        if now - self._forgotten_at > _FORGET:
            self._forgotten_at = now
            connection.execute(sa.delete(nonces).where(nonces.c.seen_at < now - _FORGET))
        row = {"device_id": signed.device_id, "nonce": signed.nonce, "seen_at": now}
        used = self._database.insert_once(nonces).values(row).returning(nonces.c.nonce)
        if connection.execute(used).one_or_none() is None:
            raise Denied(ErrorCode.REPLAYED)

    def revoke(self, device_id: str) -> None:
        """Never again take anything from a desk; raises Denied for one that is not known."""
        now = self._clock.now()
        revoked = sa.update(devices).where(devices.c.device_id == device_id).values(revoked_at=now)
        with self._database.work() as connection:
            if connection.execute(revoked).rowcount != 1:
                raise Denied(ErrorCode.NOT_FOUND)

    def of_office(self, office_code: str) -> KnownDesks:
        """List every desk the office has or had, with the keys by which its papers are checked."""
        chosen = sa.select(devices).where(devices.c.office_code == office_code).order_by(devices.c.counter)
        with self._database.work() as connection:
            rows = connection.execute(chosen).all()
        return KnownDesks(
            tuple(
                KnownDesk(row.device_id, row.name, row.public_key, row.enrolled_at, row.revoked_at)
                for row in rows
            )
        )

    def standing(self, device_id: str) -> Device | None:
        """Give a desk from which something may be taken; None for none, and for one that was revoked."""
        with self._database.work() as connection:
            known = _row(connection, device_id)
        return None if known is None or known.revoked_at else _device(known)

    def public_key(self, device_id: str) -> bytes:
        """Give a desk's public key, revoked or not: what it signed before stays signed. Empty for no desk."""
        with self._database.work() as connection:
            known = _row(connection, device_id)
        return from_base64(known.public_key) if known else b""


def _row(connection: Connection, device_id: str) -> sa.Row[*tuple[Any, ...]] | None:
    if "\0" in device_id:
        return None
    return connection.execute(sa.select(devices).where(devices.c.device_id == device_id)).one_or_none()


def _device(row: sa.Row[*tuple[Any, ...]]) -> Device:
    return Device(row.device_id, row.office_code, row.name, row.counter)


def _free_counter(connection: Connection, office_code: str) -> str:
    """Give the next of Q1, Q2, … : no two desks an office ever had share one."""
    had = sa.select(sa.func.count()).select_from(devices).where(devices.c.office_code == office_code)
    return f"Q{connection.execute(had).scalar_one() + 1}"


def _hash(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()
