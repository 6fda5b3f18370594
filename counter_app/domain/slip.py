"""The slips of a dossier, and the grounds that are stated for one before it is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class SlipKind(StrEnum):
    """The slips that a dossier may need."""

    SUPPLEMENT = "supplement"
    REFUSAL = "refusal"
    APOLOGY = "apology"
    SUSPENSION = "suspension"
    OUTCOME_NOTICE = "outcome_notice"
    RESIDENCE_CONFIRMATION = "residence_confirmation"
    CONTROL_SHEET = "control_sheet"
    FEE = "fee"
    CITIZEN = "citizen"
    TEAR_OFF = "tear_off"
    PAGE_LABELS = "page_labels"
    MAIL_LABEL = "mail_label"


STATED = (
    SlipKind.SUPPLEMENT,
    SlipKind.REFUSAL,
    SlipKind.APOLOGY,
    SlipKind.SUSPENSION,
    SlipKind.OUTCOME_NOTICE,
)
"""The slips whose grounds an official states; each kind has its own numbers in a year."""
ASKED_ABOUT = (*STATED, SlipKind.CONTROL_SHEET, SlipKind.FEE)
"""The slips before which something may be written down; the others say what is known, and are printed."""
OUTCOME_PAPERS = (SlipKind.OUTCOME_NOTICE, SlipKind.RESIDENCE_CONFIRMATION)
"""The papers by which a procedure tells its outcome: only one whose pack names it has one."""
LABELS = (SlipKind.PAGE_LABELS, SlipKind.MAIL_LABEL)


@dataclass(frozen=True, slots=True)
class AskedPaper:
    """A paper that a supplement request names, in the words in which it is printed."""

    name: str
    kind: str
    reason: str
    law: str


@dataclass(frozen=True, slots=True)
class SlipGround:
    """What an official states for a slip about the dossier or draft ``subject``; Vietnamese, as printed.

    ``number`` counts the slips of a kind in an office's year. ``asked_by``, ``stage`` and ``decision``
    belong to a notice of stopping, ``decision`` to that of an outcome too, ``new_due_at`` to an apology,
    ``papers`` to a supplement request.
    """

    subject: str
    kind: SlipKind
    number: int
    at: datetime
    official_sign: str
    reason: str = ""
    law: str = ""
    papers: tuple[AskedPaper, ...] = ()
    asked_by: str = ""
    stage: str = ""
    decision: str = ""
    new_due_at: datetime | None = None
