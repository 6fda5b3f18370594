"""What a check of signatures tells of a PDF that somebody brings, and the port behind which it is made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol


class Wholeness(StrEnum):
    """Whether a file still is what was signed."""

    WHOLE = "whole"
    ADDED_TO = "added_to"
    """As it was signed, and something that signing allows was added since: a further signature, mostly."""
    CHANGED = "changed"
    """What was signed lies in it unharmed, but something was put over it afterwards."""
    BROKEN = "broken"
    """The bytes that were signed are others now."""


class Chain(StrEnum):
    """Whether whoever issued a certificate is known to this office."""

    KNOWN = "known"
    UNKNOWN = "unknown"
    NOT_VALID = "not_valid"
    """The issuer is known, and the certificate did not hold, or not for signing, when it was used."""


@dataclass(frozen=True, slots=True)
class SignatureJudgement:
    """One signature: whose, by whom the certificate was issued, when by the signer's own clock."""

    holder: str
    issuer: str
    signed_at: datetime | None
    wholeness: Wholeness
    chain: Chain


@dataclass(frozen=True, slots=True)
class SignedFile:
    """What stands in a PDF besides its pages; ``archive`` is the PDF/A it says to be ("2B"), mostly none."""

    signatures: tuple[SignatureJudgement, ...]
    archive: str = ""
    has_unreadable: bool = False


class SignatureJudge(Protocol):
    """Judges the signatures of a PDF without asking anybody on a network."""

    def judge(self, content: bytes) -> SignedFile:
        """Judge every signature, in the order they were made.

        Raises SetupError where a file of trusted certificates cannot be read.
        """
