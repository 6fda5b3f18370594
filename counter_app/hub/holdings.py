"""What the database holds of the dossiers, codes and papers that one batch names, and what it adds."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from counter_app.hub.changes import Telling, tell
from counter_app.hub.devices import Device
from counter_app.hub.numbers import take
from counter_app.hub.papers import whole_among
from counter_app.hub.standing import Standing
from counter_app.hub.tables import codes, conflicts, devices, dossiers, entries, versions
from counter_app.wire.changes import ChangeKind, DossierState, StatusTold
from counter_app.wire.entries import Entry, Receipt
from counter_app.wire.reports import DossierReport
from counter_app.wire.text import embedded, from_json, to_json

_STANDING = tuple(Standing.__dataclass_fields__)


@dataclass(frozen=True, slots=True)
class Named:
    """What the entries of a batch name."""

    entry_ids: frozenset[str]
    dossier_ids: frozenset[str]
    codes: frozenset[str]
    papers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Kept:
    """An entry that was kept before."""

    content_hash: str
    receipt: str


@dataclass(slots=True)
class Holdings:
    """One batch's view of the database, inside its transaction; ``write`` puts down what was added."""

    connection: Connection
    device: Device
    now: datetime
    kept: dict[str, Kept] = field(default_factory=dict)
    standings: dict[str, Standing] = field(default_factory=dict)
    code_owners: dict[str, str] = field(default_factory=dict)
    papers: frozenset[str] = frozenset()
    _history_link: str | None = None
    _entries: list[dict[str, object]] = field(default_factory=list)
    _new: set[str] = field(default_factory=set)
    _changed: set[str] = field(default_factory=set)
    _new_codes: set[str] = field(default_factory=set)
    _moved_codes: set[str] = field(default_factory=set)
    _tellings: list[Telling] = field(default_factory=list)
    _conflicts: list[tuple[str, tuple[tuple[str, str], ...]]] = field(default_factory=list)
    _history_moved: bool = False

    def load(self, named: Named) -> None:
        """Read everything the batch names, in one question a table."""
        mine = entries.c.device_id == self.device.device_id
        columns = (entries.c.entry_id, entries.c.content_hash, entries.c.receipt)
        chosen = sa.select(*columns).where(mine & entries.c.entry_id.in_(named.entry_ids))
        for row in self.connection.execute(chosen):
            self.kept[row.entry_id] = Kept(row.content_hash, row.receipt)
        if named.codes:
            owned = sa.select(codes).where(codes.c.code.in_(named.codes))
            self.code_owners = {row.code: row.dossier_id for row in self.connection.execute(owned)}
        asked = named.dossier_ids | set(self.code_owners.values())
        if asked:
            lines = sa.select(*(dossiers.c[name] for name in _STANDING))
            for line in self.connection.execute(lines.where(dossiers.c.dossier_id.in_(asked))).mappings():
                self.standings[line["dossier_id"]] = standing_of(line)
        self.papers = whole_among(self.connection, named.papers)

    def history_link(self) -> str:
        """Give the last link of the desk's history, empty before its first act."""
        if self._history_link is None:
            link = sa.select(devices.c.history_link).where(devices.c.device_id == self.device.device_id)
            self._history_link = self.connection.execute(link).scalar_one()
        return self._history_link

    def missing(self, hashes: Iterable[str]) -> tuple[str, ...]:
        """Name the papers among these that are not there, each once."""
        return tuple(dict.fromkeys(one for one in hashes if one and one not in self.papers))

    def next_number(self, day: date) -> int:
        """Take the office's next number of a day; raises Denied when none is left."""
        return take(self.connection, self.device.office_code, day, 1)[0]

    def keep_entry(self, entry: Entry, content_hash: str, receipt: Receipt) -> None:
        """Keep an entry with its receipt, for ever."""
        text = to_json(receipt)
        self.kept[entry.entry_id] = Kept(content_hash, text)
        self._entries.append(
            {
                "device_id": self.device.device_id,
                "entry_id": entry.entry_id,
                "office_code": self.device.office_code,
                "kind": entry.kind,
                "subject": entry.subject,
                "content": entry.content,
                "content_hash": content_hash,
                "created_at": entry.created_at,
                "taken_at": self.now,
                "seq": entry.seq,
                "monotonic_ms": entry.monotonic_ms,
                "receipt": text,
            }
        )

    def put(self, standing: Standing) -> None:
        """Set a dossier's line, and tell the office's desks where that is news."""
        before = self.standings.get(standing.dossier_id)
        self.standings[standing.dossier_id] = standing
        (self._changed if before else self._new).add(standing.dossier_id)
        if before and (before.state, before.due_at) != (standing.state, standing.due_at):
            self._tellings.append(news_of(standing))

    def has_freed_its_code(self, dossier_id: str) -> bool:
        """Whether a dossier that has a code of the batch was voided, and the code given elsewhere."""
        standing = self.standings.get(dossier_id)
        if standing is None or standing.state is not DossierState.VOIDED:
            return False
        told = (entries.c.device_id == standing.device_id) & (entries.c.entry_id == standing.entry_id)
        content = self.connection.scalar(sa.select(entries.c.content).where(told))
        in_batch = (row["content"] for row in self._entries if row["entry_id"] == standing.entry_id)
        report = from_json(DossierReport, content or str(next(in_batch)))
        return not report.number_of_day

    def use_code(self, code: str, dossier_id: str) -> None:
        """Note which dossier a code is used by, for ever; one from elsewhere may go on from a voided one."""
        if code not in self.code_owners:
            self._new_codes.add(code)
        elif self.code_owners[code] != dossier_id:
            self._moved_codes.add(code)
        self.code_owners[code] = dossier_id

    def set_against(self, standing: Standing, entry: Entry) -> None:
        """Note that an entry and the version that holds do not agree."""
        received = (standing.device_id, standing.entry_id)
        held = (standing.settled_by, standing.settled_entry) if standing.is_settled else received
        new = (self.device.device_id, entry.entry_id)
        self._conflicts.append((standing.dossier_id, (held, new)))

    def move_history(self, last: str) -> None:
        """Note the last link of the desk's history."""
        self._history_link = last
        self._history_moved = True

    def write(self) -> None:
        """Put down all that was added, in one statement a table."""
        self._write_standings()
        used = [{"code": one, "dossier_id": self.code_owners[one]} for one in sorted(self._new_codes)]
        for table, rows in ((entries, self._entries), (codes, used)):
            if rows:
                self.connection.execute(sa.insert(table), rows)
        for code in sorted(self._moved_codes - self._new_codes):
            moved = sa.update(codes).where(codes.c.code == code)
            self.connection.execute(moved.values(dossier_id=self.code_owners[code]))
        for dossier_id, against in self._conflicts:
            self._write_conflict(dossier_id, against)
        tell(self.connection, self.device.office_code, self.now, self._tellings)
        if self._history_moved:
            mine = devices.c.device_id == self.device.device_id
            self.connection.execute(sa.update(devices).where(mine).values(history_link=self._history_link))

    def _write_standings(self) -> None:
        rows = {
            one: asdict(self.standings[one]) | {"changed_at": self.now} for one in self._new | self._changed
        }
        if self._new:
            self.connection.execute(sa.insert(dossiers), [rows[one] for one in sorted(self._new)])
        for one in sorted(self._changed - self._new):
            self.connection.execute(
                sa.update(dossiers)
                .where(dossiers.c.dossier_id == one)
                .values(rows[one] | {"pushed_at": None})
            )

    def _write_conflict(self, dossier_id: str, against: Iterable[tuple[str, str]]) -> None:
        """Add versions to the open conflict of a dossier, or open one."""
        undecided = (conflicts.c.dossier_id == dossier_id) & conflicts.c.decided_at.is_(None)
        found = self.connection.execute(sa.select(conflicts.c.conflict_id).where(undecided)).scalar()
        conflict_id = found or secrets.token_hex(8)
        present: set[tuple[str, str]] = set()
        if found:
            rows = self.connection.execute(sa.select(versions).where(versions.c.conflict_id == conflict_id))
            present = {(row.device_id, row.entry_id) for row in rows}
        else:
            row = {"conflict_id": conflict_id, "dossier_id": dossier_id, "noticed_at": self.now}
            self.connection.execute(sa.insert(conflicts).values(**row, office_code=self.device.office_code))
        new = [one for one in dict.fromkeys(against) if one not in present]
        names = ("conflict_id", "device_id", "entry_id")
        if new:
            self.connection.execute(
                sa.insert(versions), [dict(zip(names, (conflict_id, *one), strict=True)) for one in new]
            )


def standing_of(row: sa.RowMapping) -> Standing:
    """Read a line of the dossiers."""
    values = {name: row[name] for name in _STANDING}
    values["state"] = DossierState(values["state"])
    return Standing(**values)


def news_of(standing: Standing) -> Telling:
    """Say where a dossier stands, as the office's desks are told."""
    told = StatusTold(
        dossier_id=standing.dossier_id,
        code=standing.code,
        state=standing.state,
        at=standing.state_at,
        due_at=standing.due_at,
        reason=standing.reason,
    )
    return Telling(ChangeKind.STATUS, standing.dossier_id, embedded(told))
