"""The outbox: what this desk has to tell the hub, entry by entry, and how far each has come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

HUB_OFFSET = "hub.offset_ms"
"""The preference that says how far the hub's clock is ahead of this desk's, in milliseconds."""
LONGEST_PAUSE = timedelta(minutes=5)
"""However often an entry has failed, it is tried again after this long at the latest."""
_FIRST_PAUSE_S = 2.0
_DOUBLINGS = 8


class EntryState(StrEnum):
    """How far an entry has come."""

    WAITING = "waiting"
    SENT = "sent"
    ACKNOWLEDGED = "acknowledged"
    ASIDE = "aside"
    LEFT_OUT = "left_out"


BY_PROGRESS = (
    EntryState.ASIDE,
    EntryState.WAITING,
    EntryState.SENT,
    EntryState.ACKNOWLEDGED,
    EntryState.LEFT_OUT,
)
"""From what holds a subject up most to what is over."""


class Aside(StrEnum):
    """Why an entry lies aside, where it holds up no other."""

    REFUSED = "refused"
    CHANGED = "changed"
    PAPER_MISSING = "paper_missing"
    PAPER_DAMAGED = "paper_damaged"
    PAPER_REFUSED = "paper_refused"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry; its content is final from the moment it was written.

    ``subject`` is a dossier's id or a document's sha-256. ``monotonic_ms`` and ``hub_offset_ms`` were kept
    beside the wall clock: None where not known then. ``is_whole`` is False for entries of before whole
    messages were kept. ``detail`` is what the hub said when it refused.
    """

    seq: int
    entry_id: str
    kind: str
    subject: str
    content: str
    created_at: datetime
    state: EntryState
    monotonic_ms: int | None = None
    hub_offset_ms: int | None = None
    is_whole: bool = True
    tries: int = 0
    sending_since: datetime | None = None
    next_try_at: datetime | None = None
    aside: Aside | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class OutboxStanding:
    """How the outbox stands: how many wait and since when, and how many lie aside for a person."""

    waiting: int = 0
    since: datetime | None = None
    aside: int = 0


def pause_after(tries: int, chance: float) -> timedelta:
    """Say how long to wait after the nth failure: twice as long each time, up to ``LONGEST_PAUSE``.

    ``chance`` from 0 to 1 takes off up to half of it, so that desks do not all come back at once.
    """
    seconds = _FIRST_PAUSE_S * 2 ** min(max(tries, 1) - 1, _DOUBLINGS)
    whole = min(seconds, LONGEST_PAUSE.total_seconds())
    return timedelta(seconds=whole * (1 - chance / 2))
