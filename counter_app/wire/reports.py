"""What stands in entries: a paper, a whole received dossier, and everything that happens to one later."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from counter_app.domain.dates import PartialDate
from counter_app.domain.dossier import Capacity
from counter_app.domain.fee_rules import Channel
from counter_app.wire.entries import EntryKind
from counter_app.wire.limits import (
    CodeText,
    Embedded,
    Hash,
    Identifier,
    LongWords,
    Many,
    Natural,
    OfficeCode,
    Range,
    Sign,
    Text,
    Words,
)
from counter_app.wire.papers import MOST_BYTES

MOST_ACTS = 500
_Slot = Annotated[str, Text(120, 1)]
_Pages = Annotated[int, Range(0, 10_000)]
_Size = Annotated[int, Range(0, MOST_BYTES)]


@dataclass(frozen=True, slots=True)
class PaperReport:
    """A paper that was digitised: the subject of its entry is the sha-256 of the document."""

    dossier_id: Identifier
    slot: _Slot
    pages: _Pages
    size: _Size


@dataclass(frozen=True, slots=True)
class ReusedPaperReport:
    """A paper that stands in a dossier without a new scan; ``reused_from`` is the code it came with first."""

    dossier_id: Identifier
    slot: _Slot
    reused_from: Annotated[str, Text(60)]


@dataclass(frozen=True, slots=True)
class PersonLine:
    """Applicant or holder; ``proven_by`` is the source of the record (live, copy …)."""

    citizen_id: Annotated[str, Text(12, 9, r"\d{9}|\d{12}")]
    full_name: Annotated[str, Text(120)]
    born_on: PartialDate | None = None
    sex: Annotated[str, Text(10)] = ""
    residence: Words = ""
    proven_by: Annotated[str, Text(40)] = ""


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One paper of a dossier; ``sha256`` is empty where no document stands behind it."""

    slot: _Slot
    name: Words
    sha256: Annotated[str, Text(64, 0, r"|[0-9a-f]{64}")] = ""
    pages: _Pages = 0
    size: _Size = 0
    digitised: bool = False
    reused_from: Annotated[str, Text(60)] = ""


@dataclass(frozen=True, slots=True)
class ExcuseLine:
    """A required paper that was not asked for, and why."""

    slot: _Slot
    name: Words
    reason: LongWords


@dataclass(frozen=True, slots=True)
class DossierReport:
    """A received dossier, whole. A code that is provisional is answered with the real one.

    ``form`` is the filled form. ``number_of_day`` is the number in the code. ``holder`` is None where the
    applicant is whom it is about, or a child without a number, whose name is ``child_name``.
    """

    dossier_id: Identifier
    code: CodeText
    provisional: bool
    number_of_day: Natural
    procedure_code: Annotated[str, Text(40, 1)]
    procedure_version: Annotated[str, Text(40)]
    procedure_name: LongWords
    capacity: Capacity
    applicant: PersonLine
    holder: PersonLine | None
    form: Annotated[str, Embedded(256 * 1024)]
    papers: Annotated[tuple[PaperLine, ...], Many(200)]
    excuses: Annotated[tuple[ExcuseLine, ...], Many(200)]
    official_name: Annotated[str, Text(120)]
    official_sign: Sign
    office_code: OfficeCode
    office_name: Words
    counter: Annotated[str, Text(80)]
    received_at: datetime
    due_at: datetime
    processing_words: LongWords
    fee: Natural
    fee_words: LongWords
    channel: Channel
    training: bool
    linked: Annotated[str, Text(80)] = ""
    waits_for: Annotated[tuple[CodeText, ...], Many(50)] = ()
    child_name: Annotated[str, Text(120)] = ""


@dataclass(frozen=True, slots=True)
class VoidReport:
    """A dossier that was voided: its number stays used. ``reopened`` where it became a draft again."""

    dossier_id: Identifier
    code: CodeText
    reason: LongWords
    official_sign: Sign
    at: datetime
    reopened: bool = False


@dataclass(frozen=True, slots=True)
class SupplementReport:
    """What was asked of the citizen besides: names of papers, and why."""

    dossier_id: Identifier
    code: CodeText
    papers: Annotated[tuple[Words, ...], Many(100)]
    reason: LongWords
    official_sign: Sign
    at: datetime


@dataclass(frozen=True, slots=True)
class ClockReport:
    """Something that moved a dossier's clock: ``deed`` and ``wait`` as in history, and when it is due now."""

    dossier_id: Identifier
    code: CodeText
    deed: Annotated[str, Text(40, 1)]
    official_sign: Sign
    at: datetime
    wait: Annotated[str, Text(40)] = ""
    due_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class OutcomeReport:
    """The outcome that was handed over: its paper, whom it is about, and who took it away."""

    dossier_id: Identifier
    code: CodeText
    sha256: Hash
    name: Words
    holder_number: Annotated[str, Text(12, 9, r"\d{9}|\d{12}")]
    recipient_number: Annotated[str, Text(12, 9, r"\d{9}|\d{12}")]
    recipient_name: Annotated[str, Text(120)]
    at: datetime
    official_sign: Sign
    pages: _Pages = 0
    size: _Size = 0


@dataclass(frozen=True, slots=True)
class ActLine:
    """One act of the desk's history, as ``domain.history.Act`` has it; ``at`` is the text that was hashed."""

    deed: Annotated[str, Text(60, 1)]
    subject: Annotated[str, Text(120)]
    official_sign: Annotated[str, Text(80)]
    at: Annotated[str, Text(40, 10)]
    outcome: LongWords = ""
    reason: LongWords = ""
    number: Natural = 0
    """Its place in the desk's history, from 1 without gaps."""
    link: Annotated[str, Text(64, 0, r"|[0-9a-f]{64}")] = ""


@dataclass(frozen=True, slots=True)
class HistoryReport:
    """A stretch of the chain: ``previous`` is the link before its first act, ``last`` the last one.

    ``seal`` is the desk's signature (Ed25519, hex) on how far history went at ``sealed_at``: what
    ``domain.history_check.seal_message`` says of its last act.
    """

    previous: Hash
    acts: Annotated[tuple[ActLine, ...], Many(MOST_ACTS, 1)]
    last: Hash
    sealed_at: datetime | None = None
    seal: Annotated[str, Text(128, 0, r"|[0-9a-f]{128}")] = ""


Report = (
    PaperReport
    | ReusedPaperReport
    | DossierReport
    | VoidReport
    | SupplementReport
    | ClockReport
    | OutcomeReport
    | HistoryReport
)

REPORTS: dict[EntryKind, type[Report]] = {
    EntryKind.PAPER: PaperReport,
    EntryKind.REUSED_PAPER: ReusedPaperReport,
    EntryKind.DOSSIER: DossierReport,
    EntryKind.VOID: VoidReport,
    EntryKind.SUPPLEMENT: SupplementReport,
    EntryKind.CLOCK: ClockReport,
    EntryKind.OUTCOME: OutcomeReport,
    EntryKind.HISTORY: HistoryReport,
}
"""Which message stands in the content of which kind of entry."""
