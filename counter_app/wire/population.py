"""A look-up in the national population database through the hub."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Annotated

from counter_app.domain.citizen import PopulationRecord
from counter_app.domain.dates import PartialDate
from counter_app.wire.limits import Identifier, Sign, Text


@dataclass(frozen=True, slots=True)
class LookUpAsked:
    """``POST /v1/population/look-ups``: number, exact name and birth date together, for what and by whom.

    ``number`` has twelve digits, or the nine of a former card. The hub records all but number, name and birth
    date before it asks.
    """

    number: Annotated[str, Text(12, 9, r"\d{9}|\d{12}")]
    full_name: Annotated[str, Text(120, 1)]
    born_on: PartialDate
    purpose: Annotated[str, Text(200, 1)]
    official_sign: Sign
    procedure_code: Annotated[str, Text(40, 1)]
    dossier_id: Annotated[str, Text(80)] = ""


class Upstream(StrEnum):
    """Who answered."""

    NATIONAL = "national"
    SPECIMEN = "specimen"
    """Invented people: for training, and said on every screen."""


@dataclass(frozen=True, slots=True)
class LookUpAnswer:
    """The record, or None where number, name and birth date fit nobody; away and quota are error codes."""

    look_up_id: Identifier
    upstream: Upstream
    at: datetime
    record: PopulationRecord | None = None
