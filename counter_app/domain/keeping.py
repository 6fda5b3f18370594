"""How long what kind of data is kept at a desk, and what stops its deletion."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

HOLDS = "legal_hold"
EVERYTHING = "*"
"""What a hold is about that stops every deletion."""


class DataKind(StrEnum):
    """The kinds of data with an end of their own; a received dossier is an archive's and has none here."""

    DRAFTS = "drafts"
    TAKEN_BACK = "taken_back"
    """Drafts kept so that the last reception can be taken back."""
    LOOSE_FILES = "loose_files"
    """Sealed pages that nothing names any more."""
    DELIVERED_PAGES = "delivered_pages"
    """Pictures of pages whose bound document the hub has."""
    EXPECTED_PEOPLE = "expected_people"
    """The copy of those who have an appointment."""


@dataclass(frozen=True, slots=True)
class KeepingRule:
    """For how many days after it was last touched a kind is kept, from which day on, and who says so."""

    kind: DataKind
    days: int
    effective_from: date
    source: str
    is_verified: bool


@dataclass(frozen=True, slots=True)
class KeepingRules:
    """The rules of all kinds and days."""

    rules: tuple[KeepingRule, ...]

    def on(self, kind: DataKind, day: date) -> KeepingRule | None:
        """Give the rule of a kind in force on a day; what has none is kept."""
        begun = [rule for rule in self.rules if rule.kind is kind and rule.effective_from <= day]
        return max(begun, key=lambda rule: rule.effective_from, default=None)


@dataclass(frozen=True, slots=True)
class LegalHold:
    """Nothing ``about`` this is deleted: a citizen's number, a dossier's code, or ``EVERYTHING``.

    A later line with ``lifted`` ends it.
    """

    about: str
    reason: str
    official_sign: str
    at: datetime
    lifted: bool = False
    subject: str = HOLDS


@dataclass(frozen=True, slots=True)
class Holds:
    """What is held now."""

    about: frozenset[str]

    @classmethod
    def of(cls, lines: Iterable[LegalHold]) -> Holds:
        """Tell what is held by the lines that were written, in their order."""
        latest = {line.about: line for line in lines}
        return cls(frozenset(about for about, line in latest.items() if not line.lifted))

    def stop(self, *known_by: str) -> bool:
        """Whether something that is known by these numbers and codes must stay."""
        return EVERYTHING in self.about or bool(self.about.intersection(known_by))
