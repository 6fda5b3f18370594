"""A procedure as its pack states it: who, which papers, how long, for how much, each with its days."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from counter_app.domain.condition import Condition, Values, is_known
from counter_app.domain.dossier import Capacity
from counter_app.domain.fee_rules import Channel, FeeRule, Waiver
from counter_app.domain.processing import ClockRule, ProcessingTime
from counter_app.domain.provenance import Provenance
from counter_app.domain.required_paper import RequiredPaper
from counter_app.domain.slip import SlipKind
from counter_app.errors import Refusal


class NoRuleThatDay(Refusal):
    """No time or fee of the procedure holds on the day: its pack has to be brought up to date."""

    def __init__(self, code: str, what: str, day: date) -> None:
        super().__init__(code, what, day)
        self.code = code
        self.what = what
        self.day = day


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence to the official while it holds, and, where it has a condition, only then."""

    words: str
    provenance: Provenance
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """A particular case that times and fees name; without a condition the official says that it is one."""

    name: str
    words: str
    provenance: Provenance
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Requirement:
    """What must be true of the people of a dossier; ``words`` are said when it is not.

    Whoever breaks one that is ``strict`` cannot be received; the others are only warned of.
    """

    holds: Condition
    words: str
    words_en: str
    strict: bool
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Party:
    """A person of the dossier besides applicant and holder, in a ``role`` that facts are named after.

    ``required``: must be known before the dossier is received; ``present``: has to come in person.
    """

    role: str
    name: str
    name_en: str
    required: bool
    present: bool
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class UsualReason:
    """A reason that a slip of a procedure often gives, in the words in which it is printed, with its law."""

    slip: SlipKind
    words: str
    law: str
    provenance: Provenance


def is_provisional(code: str) -> bool:
    """Say whether a code was made for packs whose national code nobody here knows: it stands on no paper."""
    return code.startswith("0.")


class Slips(StrEnum):
    """Which set of slips the office hands out: the general one or one of the police's."""

    GENERAL = "general"
    RESIDENCE = "residence"
    IDENTITY = "identity"
    CRIMINAL_RECORD = "criminal_record"


@dataclass(frozen=True, slots=True)
class Procedure:
    """One version of a procedure; a dossier keeps the version it was received under.

    ``form`` is the code of its form and ``form_name`` how the list of papers names it; ``request_words``
    stand behind "Nội dung yêu cầu giải quyết"; ``search_words`` are what citizens say instead of the name.
    ``authority`` decides, ``received_by`` takes the dossier where that is not this desk, ``supported_by`` is
    the system it is keyed into. ``essential`` is the number in annex I of Decision 06/QĐ-TTg, else 0.
    ``not_received`` is what is said of a procedure that nobody may be asked for any more. ``linked`` are the
    codes of the procedures that one declaration of a life event may ask for; it has no time of its own.
    ``outcome_paper`` is the slip that tells what became of it, ``reasons`` are those its slips often give.
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
    clock: ClockRule = field(default_factory=ClockRule)
    cases: tuple[Case, ...] = ()
    parties: tuple[Party, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    other_codes: tuple[str, ...] = ()
    essential: int = 0
    received_by: str = ""
    supported_by: str = ""
    not_received: str = ""
    linked: tuple[str, ...] = ()
    outcome_paper: SlipKind | None = None
    reasons: tuple[UsualReason, ...] = ()

    @property
    def usual_channel(self) -> Channel:
        """The desk, or the first channel of a procedure that is not filed there."""
        if Channel.DIRECT in self.channels or not self.channels:
            return Channel.DIRECT
        return self.channels[0]

    def papers_on(self, day: date) -> tuple[RequiredPaper, ...]:
        """List the papers whose rule holds on the day."""
        return tuple(paper for paper in self.papers if paper.provenance.holds_on(day))

    def reasons_on(self, day: date, slip: SlipKind) -> tuple[UsualReason, ...]:
        """List the reasons that a slip often gives on the day."""
        return tuple(one for one in self.reasons if one.slip is slip and one.provenance.holds_on(day))

    def notes_on(self, day: date, values: Values | None = None) -> tuple[str, ...]:
        """List what the official is told on the day; a note with a condition only where it is met."""
        return tuple(
            note.words
            for note in self.notes
            if note.provenance.holds_on(day)
            and (note.when is None or (values is not None and note.when.holds(values, day)))
        )

    def cases_on(self, day: date, values: Values) -> frozenset[str]:
        """Name the cases that these answers and facts make of the dossier."""
        return frozenset(
            case.name
            for case in self.cases
            if case.when and case.provenance.holds_on(day) and case.when.holds(values, day)
        )

    def broken_on(self, day: date, values: Values) -> tuple[Requirement, ...]:
        """List the requirements that are surely not met; what is not known yet breaks nothing."""
        return tuple(
            one
            for one in self.requirements
            if one.provenance.holds_on(day)
            and is_known(one.holds, values)
            and not one.holds.holds(values, day)
        )

    def processing_on(self, day: date, *, cases: frozenset[str] = frozenset()) -> ProcessingTime:
        """Give the processing time that holds on the day; raises NoRuleThatDay.

        One of the ``cases`` that are met goes before the usual time.
        """
        holding = [rule for rule in self.processing if rule.provenance.holds_on(day)]
        particular = [rule for rule in holding if rule.case in cases]
        usual = [rule for rule in holding if not rule.case]
        for rule in (*particular, *usual):
            return rule
        raise NoRuleThatDay(self.code, "processing", day)
