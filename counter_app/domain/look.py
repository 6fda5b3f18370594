"""A look at a citizen's data: what for and for which procedure; history keeps that much and no data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Purpose(StrEnum):
    """What a record, a dossier or a paper is looked at for; without one nothing is shown."""

    RECEPTION = "reception"
    """The citizen stands at the desk and files."""
    OWN_WORK = "own_work"
    """Whoever looks received the dossier today."""
    SHOWN_CODE = "shown_code"
    """The citizen has shown the acknowledgement."""
    CITIZEN_ASKS = "citizen_asks"
    FOLLOW_UP = "follow_up"
    """Papers, terms or slips of a dossier that is not finished."""
    HAND_OVER = "hand_over"
    COMPLAINT = "complaint"
    SENDING = "sending"
    """What the hub has not taken is put right."""
    RIGHT_TO_KNOW = "right_to_know"
    """A citizen wants to know what is held about them."""
    INSPECTION = "inspection"


ASKED = (Purpose.CITIZEN_ASKS, Purpose.FOLLOW_UP, Purpose.HAND_OVER, Purpose.COMPLAINT)
"""Those that an official chooses among; the others follow from what was done."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a look is for; ``procedure`` is a code, empty where none was chosen yet."""

    purpose: Purpose
    procedure: str = ""

    @property
    def told(self) -> str:
        """Write it as the reason of an act."""
        return f"{self.purpose} {self.procedure}".rstrip()

    @classmethod
    def read(cls, reason: str) -> Look | None:
        """Read it back from the reason of an act; None for anything else that stands there."""
        purpose, _, procedure = reason.partition(" ")
        known = {one.value: one for one in Purpose}
        return cls(known[purpose], procedure) if purpose in known else None
