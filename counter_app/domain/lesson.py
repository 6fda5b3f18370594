"""A lesson: who comes to the training desk, what goes wrong, what is to be done, what is right at the end.

Every value here is made up and final: nothing in it is a real person's, and nothing is looked up later.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from counter_app.domain.dossier import Capacity

APPLICANT = "applicant"
"""The role of whoever stands at the desk; the others are named as the procedure's form names them."""


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence in both languages of the window."""

    vi: str
    en: str


class Level(StrEnum):
    """How much a lesson asks of a trainee."""

    FIRST = "first"
    USUAL = "usual"
    HARD = "hard"


class Goal(StrEnum):
    """What really happens at the desk when a step is done; the remark says what ``Step.about`` names."""

    PERSON_KNOWN = "person_known"  # a role: card read, or number, name and birth date typed
    SEEN = "seen"  # nothing: the trainee has looked at it and goes on
    PROCEDURE_CHOSEN = "procedure_chosen"  # a procedure code; a draft was begun with the lesson's capacity
    ROLE_FILLED = "role_filled"  # a role
    FIELD_UNLOCKED = "field_unlocked"  # a field: a locked answer was opened with a reason
    ANSWERED = "answered"  # a field: it holds ``Step.value``
    FORM_COMPLETE = "form_complete"  # nothing
    PAPER_TAKEN = "paper_taken"  # a slot: it holds a page
    PAPER_LEFT = "paper_left"  # a slot: it holds no page any more, a wrong one was taken out
    PAPER_EXCUSED = "paper_excused"  # a slot
    PAPER_LOOKED_UP = "paper_looked_up"  # a slot: its database was asked
    PAPER_REUSED = "paper_reused"  # a slot
    PAPERS_COMPLETE = "papers_complete"  # nothing
    RECEIVED = "received"  # nothing
    PRINTED = "printed"  # nothing: the acknowledgement is on paper
    DECLARATION_PRINTED = "declaration_printed"  # nothing
    SLIP_PRINTED = "slip_printed"  # a kind of slip
    SET_ASIDE = "set_aside"  # nothing: the visit was parked
    TAKEN_UP = "taken_up"  # nothing: a parked visit is at hand again
    TAKEN_BACK = "taken_back"  # nothing: the reception was undone
    VOIDED = "voided"  # nothing
    OPENED = "opened"  # nothing: a received dossier stands open in the register
    HANDED_OVER = "handed_over"  # nothing
    COVERED = "covered"  # nothing: the screen is covered
    UNCOVERED = "uncovered"  # nothing
    SENT = "sent"  # nothing: nothing waits for the hub any more
    NEXT_CALLED = "next_called"  # nothing: the desk is empty for the next citizen
    SHIFT_CLOSED = "shift_closed"  # nothing


class Mishap(StrEnum):
    """What can happen to a desk in the middle of a visit."""

    POPULATION_GONE = "population_gone"
    POPULATION_BACK = "population_back"
    NETWORK_GONE = "network_gone"
    NETWORK_BACK = "network_back"
    PRINTER_JAMMED = "printer_jammed"
    PRINTER_BACK = "printer_back"
    CAMERA_GONE = "camera_gone"
    CAMERA_BACK = "camera_back"
    FORGED_CARD = "forged_card"
    RECORD_DIFFERS = "record_differs"
    POWER_CUT = "power_cut"
    CITIZEN_IN_HURRY = "citizen_in_hurry"
    CITIZEN_LEAVES = "citizen_leaves"
    STRANGER_LOOKS = "stranger_looks"


class Drawing(StrEnum):
    """The practice papers that can be drawn."""

    LEASE = "lease"
    BIRTH_NOTICE = "birth_notice"
    MARRIAGE_CERTIFICATE = "marriage_certificate"
    SINGLE_STATUS = "single_status"
    HOUSEHOLD_CONFIRMATION = "household_confirmation"
    HOUSE_TITLE = "house_title"
    CONSENT = "consent"
    DEATH_NOTICE = "death_notice"
    AUTHORISATION = "authorisation"


class Condition(StrEnum):
    """How a paper is that a citizen carries; one that is missing was left at home."""

    GOOD = "good"
    BLURRED = "blurred"
    EXPIRED = "expired"
    OF_SOMEBODY_ELSE = "of_somebody_else"
    MISSING = "missing"


class Fact(StrEnum):
    """What must hold of dossiers and history at the end; the remark says what ``Outcome.about`` names."""

    RECEIVED = "received"  # a procedure code
    NOT_RECEIVED = "not_received"  # a procedure code
    CAPACITY = "capacity"  # a capacity
    ANSWERED = "answered"  # a field; ``value`` as it is kept, or empty for any
    UNLOCKED = "unlocked"  # a field
    ROLE_FILLED = "role_filled"  # a role
    PAPER_TAKEN = "paper_taken"  # a slot: pages lie in it, none of them a wrong one
    PAPER_NOT_TAKEN = "paper_not_taken"  # a slot: no page lies in it, for asking for it is against the law
    PAPER_EXCUSED = "paper_excused"  # a slot
    PAPER_LOOKED_UP = "paper_looked_up"  # a slot
    PAPER_REUSED = "paper_reused"  # a slot
    REFUSED = "refused"  # nothing: a refusal with a reason was stated
    SUPPLEMENT_ASKED = "supplement_asked"  # a slot that the request names
    LINKED = "linked"  # nothing; ``value`` says how many dossiers belong together
    PRINTED = "printed"  # nothing: the acknowledgement came out
    SLIP_PRINTED = "slip_printed"  # a kind of slip
    DECLARATION_PRINTED = "declaration_printed"  # nothing
    HANDED_OVER = "handed_over"  # nothing
    VOIDED = "voided"  # nothing
    COVERED = "covered"  # nothing: the screen was covered when a stranger looked
    ONE_DRAFT = "one_draft"  # nothing: no second draft was begun for the same matter
    NO_DRAFT_LEFT = "no_draft_left"  # nothing
    SENT = "sent"  # nothing: the hub has it all
    SHIFT_CLOSED = "shift_closed"  # nothing
    HISTORY_WHOLE = "history_whole"  # nothing: the chain verifies


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody of the invented town in a role of the lesson.

    ``cast`` is a role of ``resources/specimen/cast.toml`` or a training number; ``kin`` names a member of
    that person's household by kinship (``spouse``, ``child`` …) and is empty for the person. ``card`` is
    false for one who comes without it.
    """

    role: str
    cast: str
    kin: str = ""
    card: bool = True


@dataclass(frozen=True, slots=True)
class CarriedPaper:
    """A paper that the citizen lays down for ``slot`` when asked: several for one slot come one by one.

    ``of`` is the role of the person it names.
    """

    slot: str
    drawing: Drawing
    condition: Condition = Condition.GOOD
    of: str = APPLICANT
    pages: int = 1


@dataclass(frozen=True, slots=True)
class Event:
    """What happens ``seconds`` after the step ``at`` began, or, with ``when_done``, was done.

    ``says`` is what the citizen says to it, None where that is nothing.
    """

    code: str
    mishap: Mishap
    at: str
    seconds: int = 0
    when_done: bool = False
    says: Words | None = None


@dataclass(frozen=True, slots=True)
class Hint:
    """Help for a step: ``control`` is the object name, in the window, of what is to be pointed at."""

    control: str
    words: Words


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do: done when its goal has really happened.

    ``says`` is what the citizen says as it begins, ``answer`` what they say once it is done; None for
    nothing. ``keys`` is how a scripted trainee does it where that does not follow from the goal: names of
    keys such as ``Ctrl+D``, and texts to type after ``type:``. ``value`` is an answer as it is kept.
    """

    code: str
    goal: Goal
    about: str
    task: Words
    hints: tuple[Hint, ...]
    says: Words | None = None
    answer: Words | None = None
    keys: tuple[str, ...] = ()
    value: str = ""


@dataclass(frozen=True, slots=True)
class Stated:
    """What the citizen answers for a field of the form, as text, or as rows of a table.

    ``reason`` is that for changing what the record says. Dates may be relative: ``today-5``.
    """

    field: str
    value: str = ""
    rows: tuple[tuple[tuple[str, str], ...], ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A fact that a right visit leaves behind, its points, and why it matters."""

    fact: Fact
    points: int
    why: Words
    about: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class Scoring:
    """What is taken off the points of the outcomes: for a hint, a caught error, a minute over the time."""

    hint: int = 2
    error: int = 2
    minute: int = 1


@dataclass(frozen=True, slots=True)
class Lesson:
    """A scenario from the citizen's coming to the right end; ``minutes`` is the time a practised hand needs.

    ``reasons`` gives, by slot, the reason for which a paper is rightly excused.
    """

    code: str
    number: int
    level: Level
    minutes: int
    title: Words
    purpose: Words
    procedure: str
    capacity: Capacity
    guests: tuple[Guest, ...]
    papers: tuple[CarriedPaper, ...]
    events: tuple[Event, ...]
    steps: tuple[Step, ...]
    answers: tuple[Stated, ...]
    outcomes: tuple[Outcome, ...]
    reasons: tuple[tuple[str, str], ...] = ()
    scoring: Scoring = Scoring()

    @property
    def applicant(self) -> Guest:
        """Who stands at the desk."""
        return next(guest for guest in self.guests if guest.role == APPLICANT)

    @property
    def points(self) -> int:
        """The most points that can be had."""
        return sum(outcome.points for outcome in self.outcomes)

    def guest(self, role: str) -> Guest | None:
        """Give who plays a role, or None."""
        return next((guest for guest in self.guests if guest.role == role), None)

    def step(self, code: str) -> Step | None:
        """Give a step by its code, or None."""
        return next((step for step in self.steps if step.code == code), None)

    def papers_for(self, slot: str) -> tuple[CarriedPaper, ...]:
        """List what the citizen lays down for a slot, in the order in which they do."""
        return tuple(paper for paper in self.papers if paper.slot == slot)
