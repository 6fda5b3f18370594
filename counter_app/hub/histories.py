"""The histories of desks, held against their own chains and the seals that came with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import sqlalchemy as sa

from counter_app.domain.history_check import Break, HistorySeal, KeptLine, breaks_in
from counter_app.hub.database import Database
from counter_app.hub.keys import from_base64, is_signed_by
from counter_app.hub.tables import devices, entries
from counter_app.wire.entries import EntryKind
from counter_app.wire.reports import HistoryReport
from counter_app.wire.text import from_json

_AT_A_TIME = 50


@dataclass(frozen=True, slots=True)
class DeskHistory:
    """One desk's history as far as it was told: how many acts, up to which one sealed, and its breaks."""

    device_id: str
    office_code: str
    acts: int
    sealed_until: int
    breaks: tuple[Break, ...]


class Histories:
    """Reads what desks have told of their histories."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def verify(self, office_code: str = "") -> Iterator[DeskHistory]:
        """Hold the history of each desk, or of those of one office, against its chain and its seals."""
        chosen = sa.select(devices).order_by(devices.c.office_code, devices.c.counter)
        if office_code:
            chosen = chosen.where(devices.c.office_code == office_code)
        with self._database.work() as connection:
            rows = connection.execute(chosen).all()
        for row in rows:
            seen = _Seen(from_base64(row.public_key))
            seals = [seal for report in self._reports(row.device_id) for seal in _seal(report)]
            breaks = breaks_in(seen.counted(self._lines(row.device_id)), seals, seen.is_genuine)
            sealed = max((seal.number for seal in seals), default=0)
            yield DeskHistory(row.device_id, row.office_code, seen.acts, sealed, breaks)

    def _lines(self, device_id: str) -> Iterator[KeptLine]:
        for report in self._reports(device_id):
            for act in report.acts:
                yield KeptLine(
                    act.number,
                    act.deed,
                    act.subject,
                    act.official_sign,
                    act.at,
                    act.outcome,
                    act.reason,
                    act.link,
                )

    def _reports(self, device_id: str) -> Iterator[HistoryReport]:
        """Give a desk's reports in the order in which it made them, whenever they came."""
        mine = (entries.c.device_id == device_id) & (entries.c.kind == EntryKind.HISTORY)
        after = -1
        while True:
            some = sa.select(entries.c.seq, entries.c.content).where(mine, entries.c.seq > after)
            with self._database.work() as connection:
                rows = connection.execute(some.order_by(entries.c.seq).limit(_AT_A_TIME)).all()
            if not rows:
                return
            after = rows[-1].seq
            for row in rows:
                yield from_json(HistoryReport, row.content)


@dataclass(slots=True)
class _Seen:
    """Counts acts on their way, and knows the key of the desk whose they are."""

    public_key: bytes
    acts: int = field(default=0)

    def counted(self, lines: Iterable[KeptLine]) -> Iterator[KeptLine]:
        for line in lines:
            self.acts += 1
            yield line

    def is_genuine(self, seal: HistorySeal) -> bool:
        return is_signed_by(self.public_key, seal.message, bytes.fromhex(seal.signature))


def _seal(report: HistoryReport) -> Iterator[HistorySeal]:
    """Give the seal of a report's last act, where it has one."""
    if report.sealed_at and report.seal:
        number = report.acts[-1].number
        yield HistorySeal(number, report.last, report.sealed_at, "", report.seal)
