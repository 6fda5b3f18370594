"""A procedure as its pack states it: papers, times and fees, each with its law and the days it holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from counter_app.domain.dossier import Capacity
from counter_app.errors import Refusal


class NoRuleThatDay(Refusal):
    """No time or fee of the procedure holds on the day: its pack has to be brought up to date."""

    def __init__(self, code: str, what: str, day: date) -> None:
        super().__init__(code, what, day)
        self.code = code
        self.what = what
        self.day = day


class Status(StrEnum):
    """Whether somebody has held the rule against its source."""

    VERIFIED = "verified"
    UNVERIFIED = "unverified"


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a rule comes from, and the first and the last day it holds; no last day while none is set."""

    source: str
    effective_from: date
    checked_on: date
    status: Status
    effective_to: date | None = None

    def holds_on(self, day: date) -> bool:
        """Say whether the rule is in force on the day."""
        return self.effective_from <= day and (self.effective_to is None or day <= self.effective_to)

    @property
    def is_verified(self) -> bool:
        """Whether the official may rely on the rule without a look at the source."""
        return self.status is Status.VERIFIED


class Channel(StrEnum):
    """Which way a dossier is filed (Decree 118/2025): at the desk, by post, on the portal."""

    DIRECT = "direct"
    POST = "post"
    ONLINE = "online"


class PaperKind(StrEnum):
    """What sort of paper has to be handed in."""

    ORIGINAL = "original"
    COPY = "copy"
    CERTIFIED_COPY = "certified_copy"


class Database(StrEnum):
    """The State's databases that stand in for papers (Resolution 66.7/2025, Article 4)."""

    POPULATION = "population"
    CIVIL_STATUS = "civil_status"
    LAND = "land"
    HEALTH = "health"


@dataclass(frozen=True, slots=True)
class HeldGround:
    """Why a paper must not be asked for: the database that has it, words for the official, the law."""

    database: Database
    words: str
    law: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class RequiredPaper:
    """A paper of the dossier. ``slot`` is its ASCII name, ``condition`` says in which case it is needed.

    A paper that is not ``required`` is asked for only in that case. ``instead_of`` names the slot of the
    paper that this one may stand in for.
    """

    slot: str
    name: str
    name_en: str
    kind: PaperKind
    quantity: int
    required: bool
    provenance: Provenance
    condition: str = ""
    instead_of: str = ""
    grounds: tuple[HeldGround, ...] = ()

    def ground_on(self, day: date) -> HeldGround | None:
        """Give the ground on which the paper may not be asked for at once on that day."""
        return next((ground for ground in self.grounds if ground.provenance.holds_on(day)), None)

    def is_held(self, *, record_found: bool, day: date) -> bool:
        """Say whether the look-up in the population database has already brought what the paper would prove.

        A paper may be asked for only after a look-up that failed (Resolution 66.7/2025, Article 2).
        """
        ground = self.ground_on(day)
        return record_found and ground is not None and ground.database is Database.POPULATION


class TimeUnit(StrEnum):
    """How a processing time is counted. Half a working day is four working hours."""

    WORKING_DAYS = "working_days"
    CALENDAR_DAYS = "calendar_days"
    WORKING_MINUTES = "working_minutes"
    HALF_WORKING_DAYS = "half_working_days"
    SAME_DAY = "same_day"


@dataclass(frozen=True, slots=True)
class ProcessingTime:
    """How long the office has, in the words papers print; ``cut_off`` belongs to SAME_DAY alone.

    ``case`` is empty for the usual time; another one names when it holds ("verification").
    """

    unit: TimeUnit
    amount: int
    words: str
    provenance: Provenance
    cut_off: time | None = None
    case: str = ""


class FeeUnit(StrEnum):
    """What an amount is paid for."""

    DOSSIER = "dossier"
    COPY = "copy"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class FeeRule:
    """An amount in đồng for one channel; ``name`` is the fee's own name.

    ``case`` is empty for the usual amount; a rule of a named case ("late", "list") goes before the usual one
    of the same name. ``waivers`` are keys of the procedure's waivers that touch this fee.
    """

    name: str
    channel: Channel
    amount: int
    unit: FeeUnit
    words: str
    provenance: Provenance
    case: str = ""
    waivers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Waiver:
    """A reason to pay less: whom the words describe is spared ``percent`` of the fees that name the key."""

    key: str
    words: str
    percent: int
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence to the official while it holds."""

    words: str
    provenance: Provenance


class Slips(StrEnum):
    """Which set of slips the office hands out: the general one or that of the residence police."""

    GENERAL = "general"
    RESIDENCE = "residence"


@dataclass(frozen=True, slots=True)
class Procedure:
    """One version of a procedure; a dossier keeps the version it was received under.

    ``form`` is the code of its form and ``form_name`` how the list of papers names it; ``request_words``
    stand behind "Nội dung yêu cầu giải quyết"; ``search_words`` are what citizens say instead of the name.
    """

    code: str
    version: str
    name: str
    name_en: str
    short_name: str
    field_of_work: str
    form: str
    form_name: str
    request_words: str
    authority: str
    capacities: tuple[Capacity, ...]
    channels: tuple[Channel, ...]
    processing: tuple[ProcessingTime, ...]
    fees: tuple[FeeRule, ...]
    outcome: str
    outcome_place: str
    slips: Slips
    provenance: Provenance
    papers: tuple[RequiredPaper, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    notes: tuple[Note, ...] = ()
    search_words: tuple[str, ...] = ()

    def papers_on(self, day: date) -> tuple[RequiredPaper, ...]:
        """List the papers whose rule holds on the day."""
        return tuple(paper for paper in self.papers if paper.provenance.holds_on(day))

    def notes_on(self, day: date) -> tuple[str, ...]:
        """List what the official is told on the day."""
        return tuple(note.words for note in self.notes if note.provenance.holds_on(day))

    def processing_on(self, day: date, *, case: str = "") -> ProcessingTime:
        """Give the processing time of the case that holds on the day; raises NoRuleThatDay."""
        for rule in self.processing:
            if rule.case == case and rule.provenance.holds_on(day):
                return rule
        raise NoRuleThatDay(self.code, "processing", day)
