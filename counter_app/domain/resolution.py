"""A province's own amounts: while they hold, they take the place of those in the packs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from counter_app.domain.fee_rules import Channel, FeeRule
from counter_app.domain.procedure import Procedure
from counter_app.domain.provenance import Provenance

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class SetAmount:
    """An amount in đồng for one fee of one procedure; it counts for ``channels`` only.

    ``words`` are empty where the pack's own stay.
    """

    procedure: str
    fee: str
    case: str
    channels: frozenset[Channel]
    amount: int
    words: str = ""


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a provincial people's council has set, and the days on which it holds."""

    province: str
    provenance: Provenance
    amounts: tuple[SetAmount, ...]


def with_resolution(procedure: Procedure, resolution: Resolution) -> Procedure:
    """Put the province's amounts in the place of the pack's, for the days on which they hold."""
    fees = procedure.fees
    for amount in resolution.amounts:
        if amount.procedure == procedure.code:
            fees = tuple(part for fee in fees for part in _parts(fee, amount, resolution.provenance))
    return replace(procedure, fees=fees)


def _parts(fee: FeeRule, amount: SetAmount, held: Provenance) -> Iterator[FeeRule]:
    """Cut a rule where the province's amount begins and ends, and by channel; put the amount in between."""
    touched = tuple(channel for channel in fee.channels if channel in amount.channels)
    own = fee.provenance
    starts = max(own.effective_from, held.effective_from)
    ends = min(own.effective_to or date.max, held.effective_to or date.max)
    if (fee.key, fee.case) != (amount.fee, amount.case) or not touched or ends < starts:
        yield fee
        return
    others = tuple(channel for channel in fee.channels if channel not in amount.channels)
    if others:
        yield replace(fee, channels=others)
    if own.effective_from < starts:
        yield replace(fee, channels=touched, provenance=replace(own, effective_to=starts - _DAY))
    last = None if ends == date.max else ends
    yield replace(
        fee,
        channels=touched,
        amount=amount.amount,
        formula=None,
        words=amount.words or fee.words,
        provenance=replace(held, effective_from=starts, effective_to=last),
    )
    if last and (own.effective_to is None or last < own.effective_to):
        yield replace(fee, channels=touched, provenance=replace(own, effective_from=last + _DAY))
