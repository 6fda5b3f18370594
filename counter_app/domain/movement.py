"""A dossier that goes from one unit to another: a row of its control sheet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Movement:
    """Who gave the dossier ``subject`` to whom, of which unit, and what is to be noted of it."""

    subject: str
    at: datetime
    official_sign: str
    unit: str
    giver: str
    taker: str
    note: str = ""
