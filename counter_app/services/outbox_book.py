"""The outbox as an official sees it: what waits, what lies aside and why, and what is done about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from counter_app.domain.history import Act, Deed
from counter_app.domain.outbox import HUB_OFFSET, Entry, EntryState, OutboxStanding
from counter_app.domain.rights import Right
from counter_app.errors import NoReason, NotFound
from counter_app.services.enrolment import kept_enrolment
from counter_app.services.outgoing import dossier_of
from counter_app.services.permits import has_right, require, require_own
from counter_app.services.ports import Clock
from counter_app.services.sync import contact_of
from counter_app.services.sync_ports import SyncStore, SyncWork

MOST_SHOWN = 200
_LATEST_MOMENT = "clock.latest"
_CLOCK_SLACK = timedelta(minutes=2)
"""A clock may be off by so much before anybody is told."""


@dataclass(frozen=True, slots=True)
class LineStanding:
    """How the desk stands with its hub.

    ``clock_ahead`` is how far this desk's clock is ahead of the hub's, None where it is not or nobody knows;
    ``set_back`` by how much the desk's clock was set back since it was last looked at.
    """

    outbox: OutboxStanding
    has_hub: bool
    is_enrolled: bool
    last_contact: datetime | None
    clock_ahead: timedelta | None = None
    set_back: timedelta | None = None

    @property
    def waiting(self) -> int:
        """How many entries wait."""
        return self.outbox.waiting


@dataclass(frozen=True, slots=True)
class OutboxLine:
    """One entry for reading: what it tells of, without anything about a citizen."""

    entry: Entry
    dossier_id: str
    code: str
    official_sign: str = ""
    """Who received that dossier."""


class OutboxBook:
    """Lists the outbox, and keeps what a person decides about an entry."""

    def __init__(self, store: SyncStore, clock: Clock, *, has_hub: bool) -> None:
        self._store = store
        self._clock = clock
        self._has_hub = has_hub

    def standing(self) -> LineStanding:
        """Say how many wait, since when, when the hub last answered, and whether the clocks agree."""
        with self._store.work() as work:
            return LineStanding(
                outbox=work.outbox.standing(),
                has_hub=self._has_hub,
                is_enrolled=kept_enrolment(work) is not None,
                last_contact=contact_of(work),
                clock_ahead=_ahead(work),
                set_back=self._set_back(work),
            )

    def lines(self, official_sign: str) -> tuple[OutboxLine, ...]:
        """List what lies aside, then what waits, the oldest first, ``MOST_SHOWN`` of each at most.

        An official sees what came of their own receptions, who may act for others sees all.
        """
        with self._store.work() as work:
            aside = work.outbox.lying_aside(limit=MOST_SHOWN)
            waiting = work.outbox.waiting(limit=MOST_SHOWN)
            sees_all = has_right(work, official_sign, Right.ACT_FOR_OTHERS)
            lines = (_line(work, entry) for entry in (*aside, *waiting))
            return tuple(line for line in lines if sees_all or line.official_sign in ("", official_sign))

    def progress(self, dossier_ids: Sequence[str]) -> tuple[EntryState, ...]:
        """Say of dossiers how far what is told of each has come."""
        with self._store.work() as work:
            states = [work.outbox.state_of(dossier_id) for dossier_id in dossier_ids]
        return tuple(state for state in states if state)

    def send_again(self, entry_id: str, official_sign: str) -> None:
        """Have an entry sent at once, whatever it has waited for; kept in history."""
        with self._store.work() as work:
            require(work, official_sign, Right.SEND_AGAIN)
            entry = _found(work, entry_id)
            require_own(work, official_sign, _whose(work, entry) or official_sign)
            work.outbox.send_again(entry_id)
            self._write(work, Deed.SENT_AGAIN, entry, official_sign)
            work.commit()

    def leave_out(self, entry_id: str, official_sign: str, reason: str) -> None:
        """Leave an entry that lies aside out for good; raises NoReason, and NotFound where none does."""
        if not reason.strip():
            raise NoReason
        with self._store.work() as work:
            require(work, official_sign, Right.LEAVE_OUT)
            entry = _found(work, entry_id)
            work.outbox.leave_out(entry_id, self._clock.now())
            self._write(work, Deed.LEFT_OUT, entry, official_sign, reason.strip())
            work.commit()

    def _write(self, work: SyncWork, deed: Deed, entry: Entry, official_sign: str, reason: str = "") -> None:
        subject = dossier_of(entry.content) or entry.subject
        work.write_history(Act(deed, subject, official_sign, self._clock.now(), entry.kind, reason))

    def _set_back(self, work: SyncWork) -> timedelta | None:
        """Hold the wall clock against the latest moment it has shown; once the hub agrees, all is well."""
        now, kept = self._clock.now(), work.preference(_LATEST_MOMENT)
        latest = datetime.fromisoformat(kept) if kept else None
        if latest and latest - now > _CLOCK_SLACK and not (work.preference(HUB_OFFSET) and _agrees(work)):
            return latest - now
        if latest is None or abs(now - latest) > _CLOCK_SLACK:
            work.keep_preference(_LATEST_MOMENT, now.isoformat())
            work.commit()
        return None


def _agrees(work: SyncWork) -> bool:
    return _ahead(work) is None


def _ahead(work: SyncWork) -> timedelta | None:
    kept = work.preference(HUB_OFFSET)
    ahead = -timedelta(milliseconds=int(kept)) if kept else timedelta()
    return ahead if abs(ahead) > _CLOCK_SLACK else None


def _found(work: SyncWork, entry_id: str) -> Entry:
    entry = work.outbox.entry(entry_id)
    if entry is None:
        raise NotFound(entry_id)
    return entry


def _line(work: SyncWork, entry: Entry) -> OutboxLine:
    """Name the dossier that an entry is about, where it is about one that can be opened."""
    try:
        dossier = work.dossier(dossier_of(entry.content))
    except (NotFound, ValueError):
        return OutboxLine(entry, "", "")
    return OutboxLine(entry, dossier.dossier_id, dossier.known_code, dossier.official_sign)


def _whose(work: SyncWork, entry: Entry) -> str:
    return _line(work, entry).official_sign
