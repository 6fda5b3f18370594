"""Blocks of an office's dossier numbers for one day, given to a desk days ahead and never given twice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from counter_app.wire.limits import Identifier, OfficeCode, Range

MOST_NUMBERS = 500
LAST_NUMBER = 9999
DAYS_AHEAD = 62
"""For days further ahead, or more than two days past, the hub leases nothing."""


@dataclass(frozen=True, slots=True)
class LeaseAsked:
    """``POST /v1/leases``: the same ``request_id`` always gives the same numbers."""

    request_id: Identifier
    office_code: OfficeCode
    day: date
    count: Annotated[int, Range(1, MOST_NUMBERS)]


@dataclass(frozen=True, slots=True)
class Lease:
    """The numbers from ``first`` to ``last``, both included; fewer than asked where the day is full."""

    office_code: OfficeCode
    day: date
    first: Annotated[int, Range(1, LAST_NUMBER)]
    last: Annotated[int, Range(1, LAST_NUMBER)]
