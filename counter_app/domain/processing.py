"""How long an office has for a procedure, and what starts, stops and restarts its clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from counter_app.domain.provenance import Provenance


class TimeUnit(StrEnum):
    """How a processing time is counted. Half a working day is four working hours."""

    WORKING_DAYS = "working_days"
    CALENDAR_DAYS = "calendar_days"
    WORKING_MINUTES = "working_minutes"
    HALF_WORKING_DAYS = "half_working_days"
    SAME_DAY = "same_day"


@dataclass(frozen=True, slots=True)
class ProcessingTime:
    """How long the office has, in the words papers print; ``cut_off`` belongs to SAME_DAY alone.

    ``case`` is empty for the usual time; another one names when it holds ("verification").
    """

    unit: TimeUnit
    amount: int
    words: str
    provenance: Provenance
    cut_off: time | None = None
    case: str = ""


class Start(StrEnum):
    """What must have happened before the clock runs."""

    RECEIVED = "received"
    FEE_PAID = "fee_paid"
    """Both the reception and the payment, whichever comes later."""


class Wait(StrEnum):
    """What an office may wait for while its time stands still."""

    SUPPLEMENT = "supplement"
    FEE = "fee"
    OTHER_BODY = "other_body"


@dataclass(frozen=True, slots=True)
class ClockRule:
    """What starts the clock, during which waits it stands, and after which waits it begins anew."""

    starts: Start = Start.RECEIVED
    stops: frozenset[Wait] = frozenset(Wait)
    restarts: frozenset[Wait] = frozenset()
