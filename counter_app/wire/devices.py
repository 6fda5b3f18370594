"""How a desk becomes known to the hub: a one-time code and a key made on the desk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from counter_app.wire.limits import Identifier, Key, OfficeCode, Text


@dataclass(frozen=True, slots=True)
class Enrolment:
    """``POST /v1/devices``, the one request that is not signed.

    ``code`` is what the hub printed (letters and digits, dashes and case aside); ``name`` is the counter's.
    """

    code: Annotated[str, Text(60, 4)]
    name: Annotated[str, Text(80, 1)]
    office_code: OfficeCode
    public_key: Key


@dataclass(frozen=True, slots=True)
class Enrolled:
    """The desk's id, by which it signs from now on, and the key with which the hub signs packs."""

    device_id: Identifier
    hub_key: Key
    counter: Annotated[str, Text(6, 1, r"[A-Z0-9]{1,6}")]
    """Keeps this desk's provisional codes apart from those of every other desk of the office."""


@dataclass(frozen=True, slots=True)
class KnownDesk:
    """The public key of a desk of the same office, to check acknowledgements with."""

    device_id: Identifier
    name: Annotated[str, Text(80)]
    public_key: Key
    enrolled_at: datetime
    revoked_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class KnownDesks:
    """The answer to ``GET /v1/devices``: every desk the office has or had."""

    devices: tuple[KnownDesk, ...]


@dataclass(frozen=True, slots=True)
class HubTime:
    """The answer to ``GET /v1/time``, unsigned: the hub's clock, and whether it is for training only."""

    now: datetime
    unix_ms: int
    training: bool = False
