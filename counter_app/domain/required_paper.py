"""The papers of a procedure, and the databases that make it forbidden to ask for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from counter_app.domain.condition import Condition
from counter_app.domain.dates import months_after
from counter_app.domain.provenance import Provenance

IDENTITY_CARD = "identity_card"
"""What packs call the slot of a citizen card, which has two sides."""


class PaperKind(StrEnum):
    """What sort of paper has to be handed in, or only shown."""

    ORIGINAL = "original"
    COPY = "copy"
    CERTIFIED_COPY = "certified_copy"
    SHOWN = "shown"


class Database(StrEnum):
    """The State's databases that stand in for papers (Resolution 66.7/2025, Article 4)."""

    POPULATION = "population"
    CIVIL_STATUS = "civil_status"
    LAND = "land"
    HEALTH = "health"
    INSURANCE = "insurance"
    DRIVING_LICENCE = "driving_licence"
    VEHICLE = "vehicle"
    BUSINESS = "business"
    CRIMINAL_RECORD = "criminal_record"
    TAX = "tax"
    EDUCATION = "education"
    SOCIAL_PROTECTION = "social_protection"


@dataclass(frozen=True, slots=True)
class HeldGround:
    """Why a paper must not be asked for: the database that has it, words for the official, the law.

    ``annex`` is the number in the annex of Resolution 66.7/2025, 0 where the paper does not stand there.
    """

    database: Database
    words: str
    law: str
    provenance: Provenance
    annex: int = 0


@dataclass(frozen=True, slots=True)
class RequiredPaper:
    """A paper of the dossier. ``slot`` is its ASCII name, ``condition`` says in which case it is needed.

    A paper that is not ``required`` is asked for only in that case; one with ``needed_if`` is listed only
    while that holds. ``instead_of`` names the slots of the papers that this one may stand in for.
    ``valid_months`` is how long such a paper holds from the day it was issued, 0 where no law ends it.
    """

    slot: str
    name: str
    name_en: str
    kind: PaperKind
    quantity: int
    required: bool
    provenance: Provenance
    condition: str = ""
    needed_if: Condition | None = None
    instead_of: tuple[str, ...] = ()
    grounds: tuple[HeldGround, ...] = ()
    valid_months: int = 0

    def valid_until(self, taken_on: date) -> date | None:
        """Give the last day on which one that was taken on that day may still hold; None where none ends it.

        It was issued by then at the latest, so it never holds for longer than this.
        """
        return months_after(taken_on, self.valid_months) if self.valid_months else None

    def ground_on(self, day: date) -> HeldGround | None:
        """Give the first ground on which the paper may not be asked for at once on that day."""
        return next(iter(self.grounds_on(day)), None)

    def grounds_on(self, day: date) -> tuple[HeldGround, ...]:
        """List every database that has to be looked into before the paper is asked for on that day."""
        return tuple(ground for ground in self.grounds if ground.provenance.holds_on(day))

    def held_by(self, looked_up: frozenset[Database], day: date) -> HeldGround | None:
        """Give the ground whose database has already brought what the paper would prove.

        A paper may be asked for only after a look-up that failed (Resolution 66.7/2025, Article 2).
        """
        return next((ground for ground in self.grounds_on(day) if ground.database in looked_up), None)
