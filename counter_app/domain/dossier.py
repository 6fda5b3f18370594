"""A dossier: first a draft that belongs to a visit, then a received one with a code and a due time."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from counter_app.domain.citizen import Person
from counter_app.domain.citizen_id import CitizenId
from counter_app.domain.filing import Filing
from counter_app.domain.look_up import LookUpDone
from counter_app.domain.outbox import EntryState
from counter_app.domain.paper import Excuse, Paper
from counter_app.domain.void import Void


class Capacity(StrEnum):
    """For whom the person at the desk files."""

    SELF = "self"
    CHILD = "child"
    PROXY = "proxy"


@dataclass(frozen=True, slots=True)
class Player:
    """Somebody who plays a role in a dossier, and whom card or household has named for it."""

    role: str
    person: Person


@dataclass(frozen=True, slots=True)
class Told:
    """What somebody has declared about themselves at this desk before; ``fact`` is named without a role."""

    citizen_id: CitizenId
    fact: str
    value: str
    on: date


@dataclass(frozen=True, slots=True)
class Draft:
    """A dossier in the making; it survives a power cut at any moment.

    ``form`` is the filled form as JSON text of the ``forms`` craft. ``players`` are people besides applicant
    and holder; ``told`` is what these people have told before. ``basket`` is shared by the drafts that one
    citizen will hand in together, and empty for a draft alone.
    """

    draft_id: str
    procedure_code: str
    procedure_version: str
    capacity: Capacity
    applicant: Person
    holder: Person | None
    form: str
    papers: tuple[Paper, ...]
    official_sign: str
    started_at: datetime
    saved_at: datetime
    excuses: tuple[Excuse, ...] = ()
    players: tuple[Player, ...] = ()
    told: tuple[Told, ...] = ()
    look_ups: tuple[LookUpDone, ...] = ()
    filing: Filing = field(default_factory=Filing)
    basket: str = ""

    @property
    def whose(self) -> Person:
        """The person whom the dossier is about; of a child without a number, who files it."""
        return self.holder or self.applicant

    @property
    def is_for_new_born(self) -> bool:
        """Whether it is about a child whom no record knows by a number yet."""
        return self.capacity is Capacity.CHILD and self.holder is None


@dataclass(frozen=True, slots=True)
class Declaration:
    """The one declaration from which the dossiers of a life event came; ``form`` as in a draft."""

    procedure_code: str
    procedure_version: str
    form: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """A received dossier. Its code is never changed or given again.

    ``final_code`` is what the hub gave in place of a provisional code, empty until then and for all others.

    ``fee`` is in đồng. ``form`` is the filled form as JSON text. ``prints`` counts acknowledgements printed.
    ``linked`` is shared by dossiers that were received together; ``waits_for`` are the codes of those among
    them whose outcome this one needs before its time begins. ``child_name`` is that of a child without a
    number yet, and empty for everybody else. ``void`` is None while the dossier stands.
    """

    dossier_id: str
    code: str
    provisional: bool
    number_of_day: int
    procedure_code: str
    procedure_version: str
    procedure_name: str
    capacity: Capacity
    applicant: Person
    holder: Person | None
    form: str
    papers: tuple[Paper, ...]
    excuses: tuple[Excuse, ...]
    official_name: str
    official_sign: str
    office_name: str
    counter: str
    received_at: datetime
    due_at: datetime
    processing_words: str
    fee: int
    fee_words: str
    training: bool
    prints: int = 0
    players: tuple[Player, ...] = ()
    look_ups: tuple[LookUpDone, ...] = ()
    filing: Filing = field(default_factory=Filing)
    linked: str = ""
    waits_for: tuple[str, ...] = ()
    declaration: Declaration | None = None
    child_name: str = ""
    final_code: str = ""
    void: Void | None = None

    @property
    def known_code(self) -> str:
        """The code by which everybody asks for it: the lasting one, once there is one."""
        return self.final_code or self.code

    @property
    def came_with_code(self) -> bool:
        """Whether its code was given elsewhere, by the national portal or a ministry, and is none of ours."""
        return not self.number_of_day

    @property
    def code_words(self) -> str:
        """The code as papers print it; beside a lasting one stands the provisional one it replaces."""
        return f"{self.final_code} (thay mã tạm {self.code})" if self.final_code else self.code

    @property
    def register_number(self) -> str:
        """The number in the register's book: of the day, provisional, or the whole code it came with."""
        if self.final_code:
            return self.final_code.rpartition("-")[2]
        if not self.number_of_day:
            return self.code
        return f"TAM-{self.number_of_day:04}" if self.provisional else f"{self.number_of_day:04}"

    @property
    def whose(self) -> Person:
        """The person whom the dossier is about; of a child without a number, who filed it."""
        return self.holder or self.applicant

    @property
    def holder_name(self) -> str:
        """The name of whom the dossier is about, as the form gives it where no record knows them yet."""
        return self.child_name or self.whose.full_name


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One line of the register: masked, for a list that anyone behind the desk may glance at.

    ``linked`` is shared by the lines of dossiers that were received together; ``masked_id`` is empty for a
    child without a number. ``sent`` says how far what is to be told of it has come, None where that is
    nothing.
    """

    dossier_id: str
    code: str
    procedure_name: str
    holder_name: str
    masked_id: str
    received_at: datetime
    due_at: datetime
    papers: int
    prints: int
    linked: str = ""
    final_code: str = ""
    sent: EntryState | None = None
    is_void: bool = False

    @property
    def known_code(self) -> str:
        """The code by which everybody asks for it: the lasting one, once there is one."""
        return self.final_code or self.code
