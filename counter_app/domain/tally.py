"""A shift counted like a till: numbers, dossiers, papers, pages and fees, and wherever they do not agree."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from counter_app.domain.payment import PaymentWay


class Mismatch(StrEnum):
    """In what way a shift does not balance."""

    GAP = "gap"
    """A number was given, and no dossier stands under it; nobody has said why."""
    NOT_PRINTED = "not_printed"
    PAGE_GONE = "page_gone"
    PAGE_BROKEN = "page_broken"
    FEE_OPEN = "fee_open"
    FEE_OVER = "fee_over"
    NO_RECEIPT = "no_receipt"
    """A fee was paid, and no number of an official e-receipt is noted."""
    VOID_PAID = "void_paid"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that does not agree: of which code or number, and by how much (đồng, or pages)."""

    kind: Mismatch
    about: str
    amount: int = 0


@dataclass(frozen=True, slots=True)
class GapReason:
    """Why no dossier stands under a number; ``subject`` names office and day."""

    subject: str
    number: int
    reason: str
    at: datetime
    official_sign: str


@dataclass(frozen=True, slots=True)
class GivenNumber:
    """A number under which there is nothing to be done any more: its code if it was voided, and why."""

    number: int
    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class NumberStretch:
    """Numbers from a first to a last one, both included."""

    first: int
    last: int

    @property
    def count(self) -> int:
        """How many they are."""
        return self.last - self.first + 1


@dataclass(frozen=True, slots=True)
class Takings:
    """What was paid by one way, in đồng."""

    way: PaymentWay
    amount: int


@dataclass(frozen=True, slots=True)
class Tally:
    """What an official has received at a counter on a day, and whether everything is there.

    ``given`` are all numbers of the desk's day; ``received`` dossiers stand, ``others`` were received here by
    other officials, or came with a code of their own. ``waived`` counts dossiers with a reason to pay less.
    ``left`` are numbers that the hub has leased to this desk for the day and that nobody was given.
    """

    day: date
    counter: str
    official_sign: str
    first_number: int
    last_number: int
    given: int
    received: int
    others: int
    own_codes: int
    voided: tuple[GivenNumber, ...]
    gaps: tuple[GivenNumber, ...]
    prints: int
    copies: int
    papers: int
    reused: int
    pages: int
    whole: int
    due: int
    waived: int
    takings: tuple[Takings, ...]
    receipts: tuple[str, ...]
    differences: tuple[Difference, ...]
    left: tuple[NumberStretch, ...] = ()

    @property
    def left_count(self) -> int:
        """How many leased numbers nobody was given."""
        return sum(one.count for one in self.left)

    @property
    def paid(self) -> int:
        """What was paid in all."""
        return sum(one.amount for one in self.takings)

    @property
    def is_balanced(self) -> bool:
        """Whether everything agrees."""
        return not self.differences


@dataclass(frozen=True, slots=True)
class Closing:
    """A shift that was closed: what was counted then, and the desk's signature over it (base64).

    ``subject`` names day, counter and official; ``number`` counts the closings of a shift, of which there is
    a further one only where something has changed since.
    """

    subject: str
    number: int
    at: datetime
    official_sign: str
    official_name: str
    tally: Tally
    digest: str
    key_id: str = ""
    signature: str = ""
