"""History told to the hub: stretch after stretch of its chain, each signed by the desk at its last act."""

from __future__ import annotations

from datetime import datetime, timedelta

from counter_app.domain.history import FIRST_LINK
from counter_app.domain.history_check import KeptLine, seal_message
from counter_app.services.ports import Clock, DeskKey
from counter_app.services.sync_ports import SyncStore, SyncWork
from counter_app.wire.entries import EntryKind
from counter_app.wire.reports import MOST_ACTS, ActLine, HistoryReport
from counter_app.wire.text import embedded

_UP_TO, _LINK, _AT = "hub.history_number", "hub.history_link", "hub.history_at"
_ENOUGH = 200
"""So many acts are told at once; fewer wait a while, so that a quiet desk does not send each by itself."""
_A_WHILE = timedelta(minutes=10)
_MOST_LETTERS = 200_000


class HistoryReporting:
    """Puts acts into the outbox that the hub has not been told of."""

    def __init__(self, store: SyncStore, key: DeskKey, clock: Clock) -> None:
        self._store = store
        self._key = key
        self._clock = clock

    def report(self, *, at_once: bool = False) -> bool:
        """Report one stretch if there is enough of it, or any of it ``at_once``; say whether there was."""
        now = self._clock.now()
        with self._store.work() as work:
            lines = work.history_lines(int(work.preference(_UP_TO) or 0), limit=MOST_ACTS)
            if not lines or not (at_once or len(lines) >= _ENOUGH or _is_due(work, now)):
                return False
            lines = _not_too_long(lines)
            last = lines[-1]
            seal = self._key.sign(seal_message(last.number, last.link, now)).hex()
            report = HistoryReport(
                previous=work.preference(_LINK) or FIRST_LINK,
                acts=tuple(map(_act, lines)),
                last=last.link,
                sealed_at=now,
                seal=seal,
            )
            work.put_outbox(EntryKind.HISTORY, last.link, embedded(report))
            work.keep_preference(_UP_TO, str(last.number))
            work.keep_preference(_LINK, last.link)
            work.keep_preference(_AT, now.isoformat())
            work.commit()
        return True


def _is_due(work: SyncWork, now: datetime) -> bool:
    """Say whether it is a while since the last report, or the clock was set back behind it.

    The while before the first report begins when it is asked for the first time.
    """
    last = work.preference(_AT)
    if not last:
        work.keep_preference(_AT, now.isoformat())
        work.commit()
        return False
    return not timedelta() <= now - datetime.fromisoformat(last) < _A_WHILE


def _not_too_long(lines: tuple[KeptLine, ...]) -> tuple[KeptLine, ...]:
    letters = 0
    for place, line in enumerate(lines):
        letters += len(line.reason) + len(line.outcome) + len(line.subject)
        if place and letters > _MOST_LETTERS:
            return lines[:place]
    return lines


def _act(line: KeptLine) -> ActLine:
    return ActLine(
        line.deed,
        line.subject,
        line.official_sign,
        line.at,
        line.outcome,
        line.reason,
        number=line.number,
        link=line.link,
    )
