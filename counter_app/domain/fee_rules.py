"""Amounts and exemptions as a pack states them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from counter_app.domain.condition import Condition
from counter_app.domain.provenance import Provenance


class Channel(StrEnum):
    """Which way a dossier is filed (Decree 118/2025): at the desk, by post, on the portal."""

    DIRECT = "direct"
    POST = "post"
    ONLINE = "online"


class FeeUnit(StrEnum):
    """What an amount is paid for."""

    DOSSIER = "dossier"
    COPY = "copy"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class FeeRule:
    """An amount in đồng for some channels; rules of one ``key`` are one fee, ``name`` is what it is called.

    ``case`` is empty for the usual amount; a rule of a named case ("late", "list") goes before the usual one
    of the same key. ``formula`` gives the amount, ``quantity`` the number of units from the form; ``steps``
    are per cent of the amount for the first, the second … unit, the last for all that follow. ``waivers``
    are keys of the procedure's waivers that touch this fee.
    """

    key: str
    name: str
    channels: tuple[Channel, ...]
    amount: int
    unit: FeeUnit
    words: str
    provenance: Provenance
    case: str = ""
    waivers: tuple[str, ...] = ()
    formula: Condition | None = None
    quantity: Condition | None = None
    steps: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Waiver:
    """A reason to pay less: whom the words describe is spared ``percent`` of the fees that name the key.

    It counts only for the ``channels`` it names. ``applies_if`` grants it by itself; otherwise the official
    has to see the ``proof``.
    """

    key: str
    words: str
    percent: int
    provenance: Provenance
    channels: tuple[Channel, ...] = tuple(Channel)
    applies_if: Condition | None = None
    proof: str = ""
