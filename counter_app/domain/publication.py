"""What the hub has published for this desk: packs, calendars, lists; each is signed, checked and kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from counter_app.domain.citizen import PopulationRecord


@dataclass(frozen=True, slots=True)
class Flaw:
    """Why a publication is not used: what is wrong, at which key and line, and the nearest right word."""

    problem: str
    key: str = ""
    nearest: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Publication:
    """One version of a published text; ``kind`` and ``name`` say which, ``flaw`` why it was refused."""

    kind: str
    name: str
    version: str
    body: str
    received_at: datetime
    flaw: Flaw | None = None


@dataclass(frozen=True, slots=True)
class ExpectedPerson:
    """The record of somebody who is expected on a day, as it was when it was copied."""

    record: PopulationRecord
    as_of: datetime
