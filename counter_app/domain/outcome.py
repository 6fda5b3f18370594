"""The outcome of a dossier as it was handed over: digitised, and kept under its owner's number."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from counter_app.domain.citizen_id import CitizenId
from counter_app.domain.paper import Paper

OUTCOME_SLOT = "outcome"
"""In a slot's stead: no pack asks for an outcome, other procedures ask for it by its name."""


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who took an outcome away: the holder, or whoever came for them and showed a card."""

    citizen_id: CitizenId
    full_name: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was handed over of a dossier, to whom and when; ``paper`` has its pages and document.

    ``holder_id`` is whom it is about; of a child without a number, who filed the dossier.
    """

    dossier_id: str
    dossier_code: str
    holder_id: CitizenId
    paper: Paper
    recipient: Recipient
    handed_over_at: datetime
    official_sign: str
