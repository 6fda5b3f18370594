"""What was paid for a dossier and by which way, as the official has noted it; it is no receipt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class PaymentWay(StrEnum):
    """How a fee was paid."""

    CASH = "cash"
    TRANSFER = "transfer"
    CARD = "card"
    PORTAL = "portal"
    """Online, on the payment platform of the national portal."""


@dataclass(frozen=True, slots=True)
class Payment:
    """A payment for the dossier ``subject``, in đồng; ``receipt`` is the official e-receipt's number.

    A payment noted by mistake is put right by another of the opposite ``amount``.
    """

    subject: str
    at: datetime
    official_sign: str
    amount: int
    way: PaymentWay
    receipt: str = ""
