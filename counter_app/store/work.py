"""One piece of work on the desk's database: one session, one transaction."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import (
    ColumnElement,
    Connection,
    String,
    delete,
    func,
    insert,
    select,
    true,
    type_coerce,
    update,
)
from sqlalchemy.dialects.sqlite import insert as insert_or_update
from sqlalchemy.exc import DBAPIError

from counter_app.domain.account import Account
from counter_app.domain.citizen_id import CitizenId
from counter_app.domain.clock_history import ClockEvent
from counter_app.domain.dossier import Dossier, Draft, RegisterRow
from counter_app.domain.history import FIRST_LINK, Act
from counter_app.domain.history_check import KeptLine
from counter_app.domain.outcome import Outcome
from counter_app.domain.tally import NumberStretch
from counter_app.errors import NotFound
from counter_app.services.ports import Clock, OneRecord, Record
from counter_app.store.codec import Undecodable, from_text, to_text
from counter_app.store.codes import WHOLE, dossiers_with_code, enter_final_code, is_given, voided_before
from counter_app.store.engine import open_engine
from counter_app.store.faults import sorted_out
from counter_app.store.keeping import KeepingRows
from counter_app.store.leases import LeaseRows, NumberRows, UploadRows
from counter_app.store.outbox import OutboxRows
from counter_app.store.pulled import ExpectedRows, PublicationRows
from counter_app.store.records import (
    add_record,
    keep_undoable,
    records_of,
    records_on,
    take_undoable,
)
from counter_app.store.rows import (
    act_columns,
    act_from,
    clock_columns,
    clock_event_from,
    dossier_columns,
    dossier_from,
    outcome_columns,
    register_row,
)
from counter_app.store.search import LINE, Fold, find_lines, index_dossier
from counter_app.store.tables import (
    accounts,
    clock_events,
    dossiers,
    drafts,
    history,
    outcomes,
    preferences,
)

_LATEST = 200
"""How many dossiers back ``recent_procedures`` looks."""


class DeskWork:
    """A transaction on the database; see ``services.ports.Work`` for what each step promises."""

    def __init__(self, connection: Connection, *, fold: Fold, clock: Clock) -> None:
        self._connection = connection
        self._fold = fold
        self._clock = clock

    def save_draft(self, draft: Draft) -> None:
        """Keep the draft, replacing what was kept under its id."""
        kept = insert_or_update(drafts).values(draft_id=draft.draft_id, content=to_text(draft))
        self._connection.execute(
            kept.on_conflict_do_update(index_elements=["draft_id"], set_={"content": kept.excluded.content})
        )

    def draft(self, draft_id: str) -> Draft:
        """Give back a draft; raises NotFound."""
        content = self._connection.scalar(select(drafts.c.content).where(drafts.c.draft_id == draft_id))
        if content is None:
            raise NotFound(draft_id)
        return from_text(Draft, content)

    def drafts(self) -> tuple[Draft, ...]:
        """List the drafts that can be read, the latest saved first; one that cannot hides no other."""
        return self._drafts(true())

    def drafts_of(self, people: Collection[CitizenId]) -> tuple[Draft, ...]:
        """List the drafts whose applicant or holder is one of these people, as ``drafts`` does."""
        numbers = [person.digits for person in people]
        return self._drafts(drafts.c.applicant_id.in_(numbers) | drafts.c.holder_id.in_(numbers))

    def drafts_in(self, basket: str) -> tuple[Draft, ...]:
        """List the drafts of one basket, as ``drafts`` does."""
        return self._drafts(drafts.c.basket == basket)

    def _drafts(self, which: ColumnElement[bool]) -> tuple[Draft, ...]:
        kept: list[Draft] = []
        for content in self._connection.scalars(select(drafts.c.content).where(which)):
            with suppress(Undecodable):
                kept.append(from_text(Draft, content))
        return tuple(sorted(kept, key=lambda draft: draft.saved_at, reverse=True))

    def drop_draft(self, draft_id: str) -> None:
        """Forget a draft; does nothing when there is none."""
        self._connection.execute(delete(drafts).where(drafts.c.draft_id == draft_id))

    def add_dossier(self, dossier: Dossier) -> None:
        """Keep a received dossier; raises CodeTaken when it may not have its code."""
        columns = dossier_columns(dossier) | {"voided_before": voided_before(self._connection, dossier)}
        kept = insert(dossiers).values(columns).returning(dossiers.c.seq)
        seq = self._connection.scalars(kept).one()
        index_dossier(self._connection, seq, dossier, self._fold)

    def dossier(self, dossier_id: str) -> Dossier:
        """Give back a dossier; raises NotFound."""
        row = self._connection.execute(WHOLE.where(dossiers.c.dossier_id == dossier_id)).one_or_none()
        if row is None:
            raise NotFound(dossier_id)
        return dossier_from(row)

    def dossiers_of_code(self, code: str) -> tuple[Dossier, ...]:
        """List the dossiers that have this code, from the beginning or since, the latest first."""
        return dossiers_with_code(self._connection, code)

    def linked(self, group: str) -> tuple[Dossier, ...]:
        """List the dossiers that were received together under this link, in the order of their codes."""
        wanted = WHOLE.where(dossiers.c.linked == group, dossiers.c.linked != "")
        return tuple(map(dossier_from, self._connection.execute(wanted.order_by(dossiers.c.seq))))

    def received_on(self, day: date) -> tuple[Dossier, ...]:
        """List the dossiers of a day whole, in the order in which they were received."""
        wanted = WHOLE.where(dossiers.c.received_on == day).order_by(dossiers.c.seq)
        return tuple(map(dossier_from, self._connection.execute(wanted)))

    def numbers_given(self, office_code: str, day: date) -> tuple[int, ...]:
        """List the numbers of an office's day that this desk has given, from its own and from leases."""
        return NumberRows(self._connection).given(office_code, day)

    def numbers_left(self, office_code: str, day: date) -> tuple[NumberStretch, ...]:
        """List the leased numbers of an office's day that nobody was given, stretch by stretch."""
        leased = LeaseRows(self._connection).of(office_code, day)
        return tuple(NumberStretch(one.next, one.last) for one in leased if one.next <= one.last)

    def keep_undoable(self, group: str, drafts: Collection[Draft]) -> None:
        """Keep the drafts that were just received, in place of whatever was kept so before."""
        keep_undoable(self._connection, group, drafts)

    def take_undoable(self, group: str) -> tuple[Draft, ...]:
        """Give back and forget the drafts kept under this link or dossier id."""
        return take_undoable(self._connection, group)

    def add_record(self, record: Record) -> None:
        """Append a line about something on the register."""
        add_record(self._connection, record)

    def records_of(self, kind: type[OneRecord], subject: str) -> tuple[OneRecord, ...]:
        """List the lines of one kind about one subject, in the order in which they were written."""
        return records_of(self._connection, kind, subject)

    def records_on(self, kind: type[OneRecord], day: date) -> tuple[OneRecord, ...]:
        """List the lines of one kind that were written on a day, in order."""
        return records_on(self._connection, kind, day)

    def add_clock_event(self, dossier_id: str, event: ClockEvent) -> None:
        """Append what has happened to a received dossier's clock."""
        self._connection.execute(insert(clock_events).values(clock_columns(dossier_id, event)))

    def clock_events(self, dossier_id: str) -> tuple[ClockEvent, ...]:
        """Tell what has happened to a dossier's clock since its reception, in the order it was written."""
        kept = select(clock_events).where(clock_events.c.dossier_id == dossier_id)
        return tuple(
            clock_event_from(row) for row in self._connection.execute(kept.order_by(clock_events.c.seq))
        )

    def drop_clock_event(self, dossier_id: str) -> None:
        """Forget the last thing that happened to a dossier's clock."""
        last = select(func.max(clock_events.c.seq)).where(clock_events.c.dossier_id == dossier_id)
        self._connection.execute(delete(clock_events).where(clock_events.c.seq == last.scalar_subquery()))

    def set_due(self, dossier_id: str, due_at: datetime) -> None:
        """Put another due time on the register's line of a dossier."""
        line = update(dossiers).where(dossiers.c.dossier_id == dossier_id)
        self._connection.execute(line.values(due_at=due_at))

    def add_outcome(self, outcome: Outcome) -> None:
        """Keep what was handed over of a dossier."""
        self._connection.execute(insert(outcomes).values(outcome_columns(outcome)))

    def outcome_of(self, dossier_id: str) -> Outcome | None:
        """Give what was handed over of a dossier; None while nothing was."""
        kept = select(outcomes.c.content).where(outcomes.c.dossier_id == dossier_id)
        content = self._connection.scalar(kept)
        return from_text(Outcome, content) if content else None

    def outcomes_of(self, holder_id: CitizenId) -> tuple[Outcome, ...]:
        """List the outcomes kept under a citizen's number, the latest first."""
        kept = select(outcomes.c.content).where(outcomes.c.holder_id == holder_id.digits)
        latest = kept.order_by(outcomes.c.handed_over_at.desc())
        return tuple(from_text(Outcome, content) for content in self._connection.scalars(latest))

    def dossiers_of(self, holder_id: CitizenId) -> tuple[RegisterRow, ...]:
        """List the register's lines about one citizen, the latest first."""
        lines = select(*LINE).where(dossiers.c.holder_id == holder_id.digits).order_by(dossiers.c.seq.desc())
        return tuple(register_row(row) for row in self._connection.execute(lines))

    def register(self, query: str, day: date | None, *, limit: int) -> tuple[RegisterRow, ...]:
        """List the latest lines of a day that match; how they match, ``search`` says."""
        lines = find_lines(self._connection, query, day, limit=limit, fold=self._fold)
        return tuple(register_row(row) for row in lines)

    def count_print(self, dossier_id: str) -> int:
        """Add one to the prints of a dossier's acknowledgement and say how many there were before."""
        counted = (
            update(dossiers)
            .where(dossiers.c.dossier_id == dossier_id)
            .values(prints=dossiers.c.prints + 1)
            .returning(dossiers.c.prints)
        )
        prints: int | None = self._connection.scalar(counted)
        if prints is None:
            raise NotFound(dossier_id)
        return prints - 1

    def next_number(self, office_code: str, day: date) -> int:
        """Take the next number of the office's day, from 1."""
        return NumberRows(self._connection).take(office_code, day)

    def skip_numbers(self, office_code: str, day: date, count: int) -> None:
        """Leave out the next numbers of a series."""
        NumberRows(self._connection).skip(office_code, day, count)

    def end_leases(self) -> None:
        """Take nothing more from what the hub has leased."""
        self.leases.end()

    def recent_procedures(self, *, limit: int) -> tuple[str, ...]:
        """Procedure codes of the latest dossiers, without repeats, the latest first."""
        latest = select(dossiers.c.procedure_code).order_by(dossiers.c.seq.desc()).limit(_LATEST)
        return tuple(dict.fromkeys(self._connection.scalars(latest)))[:limit]

    def is_code_given(self, code: str) -> bool:
        """Whether a dossier has this code, from the beginning or in place of a provisional one."""
        return is_given(self._connection, code)

    def take_leased(self, office_code: str, day: date) -> int | None:
        """Take the next number that was leased for the office's day; None where none is left."""
        return LeaseRows(self._connection).take(office_code, day)

    def give_code(self, dossier_id: str, code: str) -> None:
        """Keep the lasting code of a provisionally numbered dossier; raises CodeTaken."""
        enter_final_code(self._connection, dossier_id, code, fold=self._fold)

    def put_outbox(self, kind: str, subject: str, content: str) -> None:
        """Append an entry that waits to be sent, under an id by which the hub knows a repeat."""
        self.outbox.put(kind, subject, content, at=self._clock.now())

    def outbox_size(self) -> int:
        """How many entries wait."""
        return self.outbox.standing().waiting

    @property
    def outbox(self) -> OutboxRows:
        """The journal of entries."""
        return OutboxRows(self._connection)

    @property
    def uploads(self) -> UploadRows:
        """How far documents have come."""
        return UploadRows(self._connection)

    @property
    def leases(self) -> LeaseRows:
        """Numbers given in advance."""
        return LeaseRows(self._connection)

    @property
    def publications(self) -> PublicationRows:
        """What the hub has published."""
        return PublicationRows(self._connection)

    @property
    def expected(self) -> ExpectedRows:
        """Who is expected on which day."""
        return ExpectedRows(self._connection)

    @property
    def keeping(self) -> KeepingRows:
        """Who and which files are named where."""
        return KeepingRows(self._connection)

    def write_history(self, act: Act) -> None:
        """Append what was done to the chain of history."""
        last = select(history.c.link).order_by(history.c.seq.desc()).limit(1)
        previous = self._connection.scalar(last) or FIRST_LINK
        self._connection.execute(insert(history).values(act_columns(act, previous)))

    def history_lines(self, after: int, *, limit: int) -> tuple[KeptLine, ...]:
        """List lines as they lie on disk."""
        words = (type_coerce(column, String) if column is history.c.at else column for column in history.c)
        lines = select(*words).where(history.c.seq > after).order_by(history.c.seq).limit(limit)
        return tuple(KeptLine(*row) for row in self._connection.execute(lines))

    def history_of(self, subject: str) -> tuple[Act, ...]:
        """Tell what was done about one dossier, oldest first."""
        acts = select(history).where(history.c.subject == subject).order_by(history.c.seq)
        return tuple(act_from(row) for row in self._connection.execute(acts))

    def save_account(self, account: Account) -> None:
        """Keep an account, in place of what was kept under its sign."""
        kept = insert_or_update(accounts).values(sign=account.sign, content=to_text(account))
        self._connection.execute(
            kept.on_conflict_do_update(index_elements=["sign"], set_={"content": kept.excluded.content})
        )

    def account(self, sign: str) -> Account | None:
        """Give the account of a sign; None where there is none."""
        content = self._connection.scalar(select(accounts.c.content).where(accounts.c.sign == sign))
        return from_text(Account, content) if content else None

    def accounts(self) -> tuple[Account, ...]:
        """List all accounts by their signs, closed ones too."""
        kept = self._connection.scalars(select(accounts.c.content).order_by(accounts.c.sign))
        return tuple(from_text(Account, content) for content in kept)

    def preference(self, name: str) -> str:
        """Recall a choice of this desk, or an empty text."""
        kept = select(preferences.c.value).where(preferences.c.name == name)
        return self._connection.scalar(kept) or ""

    def keep_preference(self, name: str, value: str) -> None:
        """Remember a choice of this desk."""
        kept = insert_or_update(preferences).values(name=name, value=value)
        self._connection.execute(
            kept.on_conflict_do_update(index_elements=["name"], set_={"value": kept.excluded.value})
        )

    def commit(self) -> None:
        """Put everything on disk."""
        self._connection.commit()


class DeskStore:
    """The desk's encrypted database."""

    def __init__(self, path: Path, key: bytes, *, fold: Fold, clock: Clock) -> None:
        """Open it; ``fold`` takes case and marks off a text. Raises as ``engine.open_engine`` does."""
        self._path = path
        self._engine = open_engine(path, key)
        self._fold = fold
        self._clock = clock

    @contextmanager
    def work(self) -> Iterator[DeskWork]:
        """Open a transaction; leaving it without ``commit`` undoes it.

        Raises DiskFull, Outage when another program holds the file, SetupError when it is damaged.
        """
        try:
            with self._engine.connect() as connection:
                yield DeskWork(connection, fold=self._fold, clock=self._clock)
        except DBAPIError as error:
            raise sorted_out(error, self._path) from error

    def scrub(self) -> None:
        """Bring the journal into the file, where deleted bytes are written over, and empty it.

        Raises as ``work`` does.
        """
        try:
            with closing(self._engine.raw_connection()) as connection:
                connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except DBAPIError as error:
            raise sorted_out(error, self._path) from error

    def close(self) -> None:
        """Let go of the file, so that it can be copied or moved."""
        self._engine.dispose()
