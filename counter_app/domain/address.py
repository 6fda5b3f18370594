"""Addresses in today's two levels (commune, province) and in the three levels of before 1 July 2025."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from counter_app.domain.units import Commune, OldWard


@dataclass(frozen=True, slots=True)
class Address:
    """Where somebody lives: house and street, then units from small to large.

    ``district`` is empty in addresses of today's two levels. ``formerly`` keeps the same place as papers of
    before 1 July 2025 name it.
    """

    detail: str
    commune: str
    province: str
    district: str = ""
    formerly: str = ""

    def __str__(self) -> str:
        return ", ".join(part for part in (self.detail, self.commune, self.district, self.province) if part)


class Outcome(StrEnum):
    """What looking a written address up came to."""

    FOUND = "found"
    AMBIGUOUS = "ambiguous"
    NOT_FOUND = "not_found"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A commune of today where the address may lie, and the old ward it was read as, if it was."""

    commune: Commune
    old_ward: OldWard | None = None


@dataclass(frozen=True, slots=True)
class AddressToday:
    """An older or half typed address today: house and street as written, and its units, the likeliest first.

    Unless ``is_found``, the official must choose among the units.
    """

    detail: str
    units: tuple[str, ...]
    is_found: bool

    @property
    def found(self) -> str:
        """The whole address, or nothing while there is a choice."""
        return self.whole(self.units[0]) if self.is_found else ""

    def whole(self, units: str) -> str:
        """Write house and street before units."""
        return f"{self.detail}, {units}" if self.detail else units


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a written address may mean today: ``candidates``, the likeliest first, and ``detail`` as written.

    ``is_sure`` is false where much had to be assumed, as with a name older than the tables: even a single
    candidate is then only a proposal.
    """

    text: str
    detail: str = ""
    candidates: tuple[Candidate, ...] = ()
    is_sure: bool = True

    @property
    def outcome(self) -> Outcome:
        """Found only where one sure commune is left; anything else is for the official to choose."""
        if not self.candidates:
            return Outcome.NOT_FOUND
        if len(self.candidates) == 1 and self.is_sure:
            return Outcome.FOUND
        return Outcome.AMBIGUOUS

    @property
    def commune(self) -> Commune | None:
        """The commune, where it is found and nobody has to choose."""
        return self.candidates[0].commune if self.outcome is Outcome.FOUND else None

    @property
    def today(self) -> AddressToday:
        """The address in today's two levels."""
        units = tuple(candidate.commune.with_province for candidate in self.candidates)
        return AddressToday(self.detail, units, is_found=self.outcome is Outcome.FOUND)
