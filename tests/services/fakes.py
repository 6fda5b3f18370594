"""Stand-ins for the ports, in memory, keeping the same promises; ``tests/contracts`` holds them to it."""
# ruff: noqa: D102 - the ports' own docstrings say what each method promises

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from counter_app.domain.account import Account
from counter_app.domain.citizen import PopulationRecord
from counter_app.domain.citizen_id import CitizenId
from counter_app.domain.clock_history import ClockEvent
from counter_app.domain.dossier import Dossier, Draft, RegisterRow
from counter_app.domain.history import FIRST_LINK, Act
from counter_app.domain.history_check import KeptLine
from counter_app.domain.outcome import Outcome
from counter_app.domain.publication import Publication
from counter_app.domain.tally import NumberStretch
from counter_app.domain.void import Void
from counter_app.errors import NotFound
from counter_app.services.incoming import Incoming
from counter_app.services.ports import Clock, CodeTaken, Found, LookUp, OneRecord, PopulationAway, Record
from counter_app.services.sync import Rounds
from counter_app.services.sync_ports import SyncStore
from counter_app.store.carried import CarriedFolder

T = TypeVar("T")

WORD = re.compile(r"[^\W_]+")
TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}


def bare(text: str) -> str:
    """Take case and marks off a Vietnamese text."""
    apart = unicodedata.normalize("NFD", text.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign)).replace("đ", "d")


class FixedClock:
    """A clock that stands still until it is moved."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def now(self) -> datetime:
        """Say the moment it stands at."""
        return self.moment

    def move(self, by: timedelta) -> None:
        """Move the hands on."""
        self.moment += by


@dataclass
class Kept:
    """All that a store holds."""

    drafts: dict[str, Draft] = field(default_factory=dict)
    dossiers: dict[str, Dossier] = field(default_factory=dict)
    numbers: dict[tuple[str, date], int] = field(default_factory=dict)
    skipped: dict[tuple[str, date], frozenset[int]] = field(default_factory=dict)
    outbox: tuple[tuple[str, str, str], ...] = ()
    acts: tuple[Act, ...] = ()
    preferences: dict[str, str] = field(default_factory=dict)
    accounts: dict[str, Account] = field(default_factory=dict)
    clocks: dict[str, tuple[ClockEvent, ...]] = field(default_factory=dict)
    dues: dict[str, datetime] = field(default_factory=dict)
    outcomes: dict[str, Outcome] = field(default_factory=dict)
    leased: dict[tuple[str, date], tuple[int, ...]] = field(default_factory=dict)
    records: tuple[Record, ...] = ()
    undoable: tuple[str, tuple[Draft, ...]] = ("", ())

    def copy(self) -> Kept:
        """Copy it, so that work on the copy can be forgotten."""
        return Kept(
            dict(self.drafts),
            dict(self.dossiers),
            dict(self.numbers),
            dict(self.skipped),
            self.outbox,
            self.acts,
            dict(self.preferences),
            dict(self.accounts),
            dict(self.clocks),
            dict(self.dues),
            dict(self.outcomes),
            dict(self.leased),
            self.records,
            self.undoable,
        )


class FakeWork:
    """A transaction on a copy of what is kept."""

    def __init__(self, store: FakeStore) -> None:
        self._store = store
        self._kept = store.kept.copy()

    def save_draft(self, draft: Draft) -> None:
        self._kept.drafts[draft.draft_id] = draft

    def draft(self, draft_id: str) -> Draft:
        return _found(self._kept.drafts, draft_id)

    def drafts(self) -> tuple[Draft, ...]:
        return tuple(sorted(self._kept.drafts.values(), key=lambda draft: draft.saved_at, reverse=True))

    def drafts_of(self, people: Collection[CitizenId]) -> tuple[Draft, ...]:
        def theirs(draft: Draft) -> bool:
            return any(who and who.citizen_id in people for who in (draft.applicant, draft.holder))

        return tuple(draft for draft in self.drafts() if theirs(draft))

    def drafts_in(self, basket: str) -> tuple[Draft, ...]:
        return tuple(draft for draft in self.drafts() if draft.basket == basket)

    def drop_draft(self, draft_id: str) -> None:
        self._kept.drafts.pop(draft_id, None)

    def add_dossier(self, dossier: Dossier) -> None:
        earlier = self.dossiers_of_code(dossier.code)
        if any(not (dossier.came_with_code and one.came_with_code and one.void) for one in earlier):
            raise CodeTaken(dossier.code)
        self._kept.dossiers[dossier.dossier_id] = dossier

    def dossier(self, dossier_id: str) -> Dossier:
        voids = self.records_of(Void, dossier_id)
        return replace(_found(self._kept.dossiers, dossier_id), void=voids[0] if voids else None)

    def dossiers_of_code(self, code: str) -> tuple[Dossier, ...]:
        latest_first = reversed(self._kept.dossiers.values())
        found = (one for one in latest_first if code in (one.code, one.final_code))
        return tuple(self.dossier(one.dossier_id) for one in found)

    def linked(self, group: str) -> tuple[Dossier, ...]:
        together = (one for one in self._kept.dossiers.values() if group and one.linked == group)
        return tuple(self.dossier(one.dossier_id) for one in together)

    def received_on(self, day: date) -> tuple[Dossier, ...]:
        mine = (one for one in self._kept.dossiers.values() if one.received_at.date() == day)
        return tuple(self.dossier(one.dossier_id) for one in mine)

    def numbers_given(self, office_code: str, day: date) -> tuple[int, ...]:
        last = self._kept.numbers.get((office_code, day), 0)
        skipped = self._kept.skipped.get((office_code, day), frozenset())
        return tuple(number for number in range(1, last + 1) if number not in skipped)

    def numbers_left(self, office_code: str, day: date) -> tuple[NumberStretch, ...]:
        return tuple(NumberStretch(one, one) for one in self._kept.leased.get((office_code, day), ()))

    def skip_numbers(self, office_code: str, day: date, count: int) -> None:
        last = self._kept.numbers.get((office_code, day), 0)
        self._kept.numbers[office_code, day] = last + count
        skipped = self._kept.skipped.get((office_code, day), frozenset())
        self._kept.skipped[office_code, day] = skipped | set(range(last + 1, last + count + 1))

    def end_leases(self) -> None:
        self._kept.leased.clear()

    def keep_undoable(self, group: str, drafts: Collection[Draft]) -> None:
        self._kept.undoable = (group, tuple(drafts))

    def take_undoable(self, group: str) -> tuple[Draft, ...]:
        kept_for, drafts = self._kept.undoable
        if kept_for != group:
            return ()
        self._kept.undoable = ("", ())
        return drafts

    def add_record(self, record: Record) -> None:
        self._kept.records += (record,)

    def records_of(self, kind: type[OneRecord], subject: str) -> tuple[OneRecord, ...]:
        return tuple(one for one in self._kept.records if isinstance(one, kind) and one.subject == subject)

    def records_on(self, kind: type[OneRecord], day: date) -> tuple[OneRecord, ...]:
        return tuple(one for one in self._kept.records if isinstance(one, kind) and one.at.date() == day)

    def add_clock_event(self, dossier_id: str, event: ClockEvent) -> None:
        self._kept.clocks[dossier_id] = (*self.clock_events(dossier_id), event)

    def clock_events(self, dossier_id: str) -> tuple[ClockEvent, ...]:
        return self._kept.clocks.get(dossier_id, ())

    def drop_clock_event(self, dossier_id: str) -> None:
        self._kept.clocks[dossier_id] = self.clock_events(dossier_id)[:-1]

    def set_due(self, dossier_id: str, due_at: datetime) -> None:
        self._kept.dues[dossier_id] = due_at

    def add_outcome(self, outcome: Outcome) -> None:
        assert outcome.dossier_id not in self._kept.outcomes
        self._kept.outcomes[outcome.dossier_id] = outcome

    def outcome_of(self, dossier_id: str) -> Outcome | None:
        return self._kept.outcomes.get(dossier_id)

    def outcomes_of(self, holder_id: CitizenId) -> tuple[Outcome, ...]:
        kept = (outcome for outcome in self._kept.outcomes.values() if outcome.holder_id == holder_id)
        return tuple(sorted(kept, key=lambda outcome: outcome.handed_over_at, reverse=True))

    def dossiers_of(self, holder_id: CitizenId) -> tuple[RegisterRow, ...]:
        return self._lines(lambda dossier: dossier.whose.citizen_id == holder_id)

    def register(self, query: str, day: date | None, *, limit: int) -> tuple[RegisterRow, ...]:
        words = "".join(sign if sign.isprintable() else " " for sign in self._store.fold(query)).split()
        return self._lines(
            lambda dossier: (
                day in (None, dossier.received_at.date()) and matches(words, dossier, self._store.fold)
            )
        )[:limit]

    def count_print(self, dossier_id: str) -> int:
        dossier = self.dossier(dossier_id)
        self._kept.dossiers[dossier_id] = replace(dossier, prints=dossier.prints + 1)
        return dossier.prints

    def next_number(self, office_code: str, day: date) -> int:
        number = self._kept.numbers.get((office_code, day), 0) + 1
        self._kept.numbers[office_code, day] = number
        return number

    def is_code_given(self, code: str) -> bool:
        return any(code in (kept.code, kept.final_code) for kept in self._kept.dossiers.values())

    def take_leased(self, office_code: str, day: date) -> int | None:
        left = self._kept.leased.get((office_code, day), ())
        self._kept.leased[office_code, day] = left[1:]
        return left[0] if left else None

    def give_code(self, dossier_id: str, code: str) -> None:
        dossier = self.dossier(dossier_id)
        if dossier.final_code == code:
            return
        if self.is_code_given(code):
            raise CodeTaken(code)
        self._kept.dossiers[dossier_id] = replace(dossier, final_code=code)

    def recent_procedures(self, *, limit: int) -> tuple[str, ...]:
        latest = dict.fromkeys(dossier.procedure_code for dossier in reversed(self._kept.dossiers.values()))
        return tuple(latest)[:limit]

    def put_outbox(self, kind: str, subject: str, content: str) -> None:
        self._kept.outbox += ((kind, subject, content),)

    def outbox_size(self) -> int:
        return len(self._kept.outbox)

    def write_history(self, act: Act) -> None:
        self._kept.acts += (act,)

    def history_lines(self, after: int, *, limit: int) -> tuple[KeptLine, ...]:
        lines, link = [], FIRST_LINK
        for number, act in enumerate(self._kept.acts, start=1):
            link = act.link(link)
            said = (act.subject, act.official_sign, act.at.isoformat(), act.outcome, act.reason)
            lines.append(KeptLine(number, act.deed.value, *said, link))
        return tuple(lines[after : after + limit])

    def history_of(self, subject: str) -> tuple[Act, ...]:
        return tuple(act for act in self._kept.acts if act.subject == subject)

    def save_account(self, account: Account) -> None:
        self._kept.accounts[account.sign] = account

    def account(self, sign: str) -> Account | None:
        return self._kept.accounts.get(sign)

    def accounts(self) -> tuple[Account, ...]:
        return tuple(account for _, account in sorted(self._kept.accounts.items()))

    def preference(self, name: str) -> str:
        return self._kept.preferences.get(name, "")

    def keep_preference(self, name: str, value: str) -> None:
        self._kept.preferences[name] = value

    def commit(self) -> None:
        self._store.kept = self._kept.copy()

    def _lines(self, fits: Callable[[Dossier], bool]) -> tuple[RegisterRow, ...]:
        return tuple(
            replace(
                line(dossier),
                due_at=self._kept.dues.get(dossier.dossier_id, dossier.due_at),
                is_void=bool(self.records_of(Void, dossier.dossier_id)),
            )
            for dossier in reversed(self._kept.dossiers.values())
            if fits(dossier)
        )


class FakeStore:
    """A store that forgets everything with the test; ``kept`` is what was committed."""

    def __init__(self, fold: Callable[[str], str] = bare) -> None:
        self.fold = fold
        self.kept = Kept()

    @contextmanager
    def work(self) -> Iterator[FakeWork]:
        """Open a transaction."""
        yield FakeWork(self)


class FakeSealed:
    """Sealed files in memory."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def seal(self, content: bytes) -> str:
        name = hashlib.sha256(content).hexdigest()
        self.kept[name] = content
        return name

    def open(self, sha256: str) -> bytes:
        return _found(self.kept, sha256)

    def remove(self, sha256: str) -> None:
        self.kept.pop(sha256, None)

    def names(self, *, before: datetime | None = None) -> Iterator[str]:  # noqa: ARG002 - all of it is old
        return iter(tuple(self.kept))


class FakePopulation:
    """A population database of a few records; ``away`` cuts the wire, ``asked`` keeps the questions."""

    def __init__(self, *records: PopulationRecord, as_of: datetime) -> None:
        self._records = {record.citizen_id.digits: record for record in records}
        self._records |= {number: record for record in records for number in record.cancelled_ids}
        self._records |= {record.former_id: record for record in records if record.former_id}
        self._as_of = as_of
        self.away = False
        self.asked: list[LookUp] = []

    def look_up(self, question: LookUp) -> Found | None:
        """Answer with the record on which number, name and birth date agree."""
        self.asked.append(question)
        if self.away:
            raise PopulationAway
        record = self._records.get(question.number)
        if record is None or record.born_on != question.born_on:
            return None
        same_name = spelling(record.full_name) == spelling(question.full_name)
        return Found(record, self._as_of, live=True) if same_name else None


def matches(words: list[str], dossier: Dossier, fold: Callable[[str], str]) -> bool:
    """Tell whether a dossier's name, code or ID answers to the folded words of a query."""
    if not words:
        return True
    name = f" {' '.join(WORD.findall(fold(f'{dossier.child_name} {dossier.whose.full_name}')))} "
    piece, asked = "".join(words), WORD.findall(" ".join(words))
    by_name = asked and all((f" {word}" if len(word) > 1 else f" {word} ") in name for word in asked)
    by_code = len(piece) >= 3 and any(piece in fold(code) for code in (dossier.code, dossier.final_code))
    by_id = len(piece) >= 3 and any(one.endswith(piece) for one in dossier.whose.numbers)
    return bool(by_name or by_code or by_id)


def line(dossier: Dossier) -> RegisterRow:
    """Make the register's line of a dossier."""
    return RegisterRow(
        dossier.dossier_id,
        dossier.code,
        dossier.procedure_name,
        dossier.holder_name,
        "" if dossier.child_name else dossier.whose.citizen_id.masked,
        dossier.received_at,
        dossier.due_at,
        len(dossier.papers),
        dossier.prints,
        dossier.linked,
        dossier.final_code,
    )


def spelling(name: str) -> list[str]:
    """Spell a name with each word's tone mark at its end: Hoà and Hòa are one name."""
    words = unicodedata.normalize("NFD", name.casefold()).split()
    return ["".join(sorted(word, key=lambda sign: sign in TONES)) for word in words]


def _found(kept: dict[str, T], name: str) -> T:
    if name not in kept:
        raise NotFound(name)
    return kept[name]


class NoIntake:
    """Has no definitions among which anything could be taken up."""

    def check(self, publication: Publication) -> None:
        """Find nothing wrong."""

    def take_up(self, publication: Publication) -> None:
        """Serve nothing."""


def plain_rounds(store: SyncStore, clock: Clock) -> Rounds:
    """Give rounds that take every publication for one of the hub's, and have no history to tell."""
    incoming = Incoming(store, clock, NoIntake(), lambda _key, _message, _signature: True)
    return Rounds(NoHistory(), incoming, CarriedFolder(Path("nowhere")))


class NoHistory:
    """Has nothing to tell."""

    def report(self) -> bool:
        """Tell nothing."""
        return False


class SomeKey:
    """Stands for the desk's key where nobody checks what it signs."""

    key_id = "AAAAAAAA"
    public_key = b"p" * 32

    def sign(self, message: bytes) -> bytes:
        """Sign nothing."""
        return message[:0]
