"""What the services need of the world: population, store, clock; and what each promises."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Protocol, TypeVar

from counter_app.domain.account import Account
from counter_app.domain.citizen import PopulationRecord
from counter_app.domain.citizen_id import CitizenId
from counter_app.domain.clock_history import ClockEvent
from counter_app.domain.dates import PartialDate
from counter_app.domain.dossier import Dossier, Draft, RegisterRow
from counter_app.domain.history import Act
from counter_app.domain.history_check import KeptLine
from counter_app.domain.outcome import Outcome
from counter_app.domain.printers import FoundPrinter, JobFate, PrintDocument, PrinterAbility, PrinterFault
from counter_app.domain.tally import NumberStretch
from counter_app.errors import Outage, Refusal


class PopulationAway(Outage):
    """The population database does not answer now; the visit goes on with the card alone."""


class CodeTaken(Refusal):
    """A dossier code that was given once is never given again."""


class SealBroken(Refusal):
    """A sealed file is not what was sealed: damaged, or changed by somebody."""


class WrongPassword(Refusal):
    """The signing key does not open with this password."""


class SignerAway(Outage):
    """The signing key is not there: its file, its token, or the token's library; ``path`` where known."""

    def __init__(self, path: Path | None = None) -> None:
        super().__init__(path)
        self.path = path


class PrinterAway(Outage):
    """A printer took no paper, or does not answer; ``printer`` is its address, ``fault`` the reason.

    ``took_some`` where a part of the paper was sent already and may come out.
    """

    def __init__(
        self, printer: str, fault: PrinterFault = PrinterFault.OFFLINE, *, took_some: bool = False
    ) -> None:
        super().__init__(printer, fault)
        self.printer = printer
        self.fault = fault
        self.took_some = took_some


@dataclass(frozen=True, slots=True)
class LookUp:
    """A question to the population database: number, full name and birth date together, and for what.

    ``number`` is of twelve digits, or the nine of a former identity card.
    """

    number: str
    full_name: str
    born_on: PartialDate
    purpose: str
    official_sign: str

    def __post_init__(self) -> None:
        """Refuse what the national service would: whoever asks leaves no part out."""
        if not (self.number and self.full_name.strip() and self.purpose and self.official_sign):
            raise ValueError("number, name, birth date, purpose and official are asked with together")


@dataclass(frozen=True, slots=True)
class Found:
    """An answer of the population database and the moment it was true at."""

    record: PopulationRecord
    as_of: datetime
    live: bool


class Population(Protocol):
    """The national population database, or what stands for it at this desk."""

    def look_up(self, question: LookUp) -> Found | None:
        """Answer with the one record on which number, name and birth date agree, else None.

        Raises PopulationAway. Names are compared without regard to case and tone-mark placement; a number
        that was cancelled, or has nine digits, leads to the record of the person who had it.
        """


class Clock(Protocol):
    """The wall clock of the desk."""

    def now(self) -> datetime:
        """Say the moment, in the office's time zone."""


class Record(Protocol):
    """A line that is written about something on the register, once, and never changed."""

    @property
    def subject(self) -> str:
        """What it is about: a dossier's id, or what its own kind says."""

    @property
    def at(self) -> datetime:
        """When it was written."""


OneRecord = TypeVar("OneRecord", bound=Record)


class Work(Protocol):
    """One transaction: all of it is on disk after ``commit``, none of it otherwise."""

    def save_draft(self, draft: Draft) -> None:
        """Keep the draft, replacing what was kept under its id."""

    def draft(self, draft_id: str) -> Draft:
        """Give back a draft; raises NotFound."""

    def drafts(self) -> tuple[Draft, ...]:
        """All drafts, the latest saved first."""

    def drafts_of(self, people: Collection[CitizenId]) -> tuple[Draft, ...]:
        """List the drafts whose applicant or holder is one of these people, the latest saved first."""

    def drafts_in(self, basket: str) -> tuple[Draft, ...]:
        """List the drafts of one basket, the latest saved first."""

    def drop_draft(self, draft_id: str) -> None:
        """Forget a draft; does nothing when there is none."""

    def add_dossier(self, dossier: Dossier) -> None:
        """Keep a received dossier; raises CodeTaken when its code is already given.

        A code that came with the dossier may have been that of others, as long as each of them was voided.
        """

    def dossier(self, dossier_id: str) -> Dossier:
        """Give back a dossier, with its voiding if it was voided; raises NotFound."""

    def dossiers_of_code(self, code: str) -> tuple[Dossier, ...]:
        """List the dossiers that have this code, from the beginning or in place of a provisional one.

        The latest stands first; those after it were voided and received again under the same code.
        """

    def linked(self, group: str) -> tuple[Dossier, ...]:
        """List the dossiers that were received together under this link, in the order of their codes."""

    def received_on(self, day: date) -> tuple[Dossier, ...]:
        """List the dossiers of a day whole, in the order in which they were received."""

    def numbers_given(self, office_code: str, day: date) -> tuple[int, ...]:
        """List the numbers of an office's day that this desk has given, from its own and from leases."""

    def numbers_left(self, office_code: str, day: date) -> tuple[NumberStretch, ...]:
        """List the numbers that the hub has leased to this desk for an office's day and nobody was given."""

    def keep_undoable(self, group: str, drafts: Collection[Draft]) -> None:
        """Keep the drafts that were just received, in place of whatever was kept so before."""

    def take_undoable(self, group: str) -> tuple[Draft, ...]:
        """Give back and forget the drafts kept under this link or dossier id; none if others came since."""

    def add_record(self, record: Record) -> None:
        """Append a line about something on the register."""

    def records_of(self, kind: type[OneRecord], subject: str) -> tuple[OneRecord, ...]:
        """List the lines of one kind about one subject, in the order in which they were written."""

    def records_on(self, kind: type[OneRecord], day: date) -> tuple[OneRecord, ...]:
        """List the lines of one kind that were written on a day, in order."""

    def add_clock_event(self, dossier_id: str, event: ClockEvent) -> None:
        """Append what has happened to a received dossier's clock."""

    def clock_events(self, dossier_id: str) -> tuple[ClockEvent, ...]:
        """Tell what has happened to a dossier's clock since its reception, in the order it was written."""

    def drop_clock_event(self, dossier_id: str) -> None:
        """Forget the last thing that happened to a dossier's clock; history keeps that it was taken back."""

    def set_due(self, dossier_id: str, due_at: datetime) -> None:
        """Put another due time on a dossier's line of the register; its promise stays."""

    def add_outcome(self, outcome: Outcome) -> None:
        """Keep what was handed over of a dossier, once; it is never changed."""

    def outcome_of(self, dossier_id: str) -> Outcome | None:
        """Give what was handed over of a dossier; None while nothing was."""

    def outcomes_of(self, holder_id: CitizenId) -> tuple[Outcome, ...]:
        """List the outcomes kept under a citizen's number, the latest first."""

    def dossiers_of(self, holder_id: CitizenId) -> tuple[RegisterRow, ...]:
        """List the register's lines about one citizen, the latest first."""

    def register(self, query: str, day: date | None, *, limit: int) -> tuple[RegisterRow, ...]:
        """List the register's lines of a day that match a folded code, name or last digits of an ID."""

    def count_print(self, dossier_id: str) -> int:
        """Add one to the prints of a dossier's acknowledgement and say how many there were before."""

    def next_number(self, office_code: str, day: date) -> int:
        """Take the next number of the office's day, from 1; it is gone even when nothing comes of it."""

    def skip_numbers(self, office_code: str, day: date, count: int) -> None:
        """Leave out the next numbers of a series; they count as given by nobody here."""

    def end_leases(self) -> None:
        """Take nothing more from what the hub has leased, and forget what it was asked for."""

    def is_code_given(self, code: str) -> bool:
        """Whether a dossier has this code, from the beginning or in place of a provisional one."""

    def take_leased(self, office_code: str, day: date) -> int | None:
        """Take the next number the hub leased for the office's day; None where none is left."""

    def give_code(self, dossier_id: str, code: str) -> None:
        """Keep the lasting code of a provisionally numbered dossier, by which it is found too; once.

        Raises NotFound and CodeTaken.
        """

    def recent_procedures(self, *, limit: int) -> tuple[str, ...]:
        """Procedure codes of the latest dossiers, without repeats, the latest first."""

    def put_outbox(self, kind: str, subject: str, content: str) -> None:
        """Append an entry that waits to be sent."""

    def outbox_size(self) -> int:
        """How many entries wait."""

    def write_history(self, act: Act) -> None:
        """Append what was done to the chain of history."""

    def history_lines(self, after: int, *, limit: int) -> tuple[KeptLine, ...]:
        """List the lines of history behind this number as they lie on disk, in their order."""

    def history_of(self, subject: str) -> tuple[Act, ...]:
        """Tell what was done about one dossier, oldest first."""

    def save_account(self, account: Account) -> None:
        """Keep an account, in place of what was kept under its sign."""

    def account(self, sign: str) -> Account | None:
        """Give the account of a sign; None where there is none."""

    def accounts(self) -> tuple[Account, ...]:
        """List all accounts by their signs, closed ones too."""

    def preference(self, name: str) -> str:
        """Recall a choice of this desk, or an empty text."""

    def keep_preference(self, name: str, value: str) -> None:
        """Remember a choice of this desk."""

    def commit(self) -> None:
        """Put everything on disk."""


class Store(Protocol):
    """The desk's database."""

    def work(self) -> AbstractContextManager[Work]:
        """Open a transaction; leaving it without ``commit`` undoes it."""


class Sealed(Protocol):
    """Files sealed by authenticated encryption and named by the sha-256 of what is inside."""

    def seal(self, content: bytes) -> str:
        """Put the content on disk, synced, and give its sha-256; the same is kept once. Raises DiskFull."""

    def open(self, sha256: str) -> bytes:
        """Give the content back; raises NotFound or SealBroken."""

    def remove(self, sha256: str) -> None:
        """Delete a sealed file that nothing names any more."""

    def names(self, *, before: datetime | None = None) -> Iterator[str]:
        """List the sha-256 of everything kept, or of what was sealed before a moment."""


@dataclass(frozen=True, slots=True)
class SignatureFacts:
    """What a signature in a document says: whose it is, when, and whether every byte is as it was signed.

    Whether the certificate's issuer may be trusted is not said.
    """

    holder: str
    signed_at: datetime | None
    is_intact: bool


class Signer(Protocol):
    """The key with which an official signs; locked until its password is given."""

    @property
    def holder(self) -> str:
        """The name on the key's certificate; empty while it is locked."""

    def unlock(self, password: str) -> None:
        """Open the key until ``lock``; raises WrongPassword and SignerAway."""

    def lock(self) -> None:
        """Let the key go; it asks for its password again."""

    def sign(self, content: bytes, *, reason: str, when: datetime) -> bytes:
        """Give a PDF signed as PAdES B-B, its PDF/A kept; raises SignerAway."""


class SignatureReader(Protocol):
    """Reads signatures in documents."""

    def verify(self, content: bytes) -> SignatureFacts | None:
        """Check the last signature of a PDF; None where there is none."""


class DeskKey(Protocol):
    """The key with which this desk signs what it says of itself: claims on papers, requests to the hub."""

    @property
    def key_id(self) -> str:
        """The short name of the public key: eight capitals and digits, by which others find it."""

    @property
    def public_key(self) -> bytes:
        """The 32 bytes of Ed25519 by which others check what was signed."""

    def sign(self, message: bytes) -> bytes:
        """Give the 64 bytes of the signature; the same message gives the same ones."""


class KnownDesks(Protocol):
    """The desks whose signatures this one can check, itself among them."""

    def name_of(self, key_id: str) -> str | None:
        """Name the desk whose key this is; empty for this desk itself, None for one that is not known.

        Raises SetupError where it is not known and a file of keys cannot be read.
        """

    def has_signed(self, key_id: str, message: bytes, signature: bytes) -> bool:
        """Say whether the desk of this key has signed the message; an unknown one has signed nothing."""


class Printers(Protocol):
    """Printers that are reached in one way; every call may take seconds, and each raises PrinterAway."""

    def found(self) -> tuple[FoundPrinter, ...]:
        """List those that are there by themselves; none where nothing can be asked."""

    def ability(self, address: str) -> PrinterAbility:
        """Ask what a printer takes."""

    def submit(self, address: str, document: PrintDocument) -> str:
        """Hand a paper to a printer and give the job's name there."""

    def fate(self, address: str, job: str) -> JobFate:
        """Ask what has become of a job."""

    def cancel(self, address: str, job: str) -> None:
        """Take a job back; one that is over already stays as it is."""
