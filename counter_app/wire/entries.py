"""What a desk reports: entries with an id made on the desk, and what the hub answers to each of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Annotated

from counter_app.wire.limits import Embedded, Hash, Identifier, Many, Natural, Text, Words

MOST_ENTRIES = 100
MOST_CONTENT = 512 * 1024
MOST_BODY = 8 * 1024 * 1024
"""Of a whole request, in bytes; a desk sends fewer entries at once where they are large."""


class EntryKind(StrEnum):
    """What an entry reports; its content is the message of that name in ``reports``."""

    PAPER = "paper"
    REUSED_PAPER = "reused_paper"
    DOSSIER = "dossier"
    VOID = "void"
    SUPPLEMENT = "supplement"
    CLOCK = "clock"
    OUTCOME = "outcome"
    HISTORY = "history"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a desk's outbox; ``content`` is the JSON text of its report, final when first written.

    ``subject`` is the sha-256 of a paper, else the id of a dossier. ``seq`` counts on the desk, and
    ``monotonic_ms`` tells order where its clock was set.
    """

    entry_id: Identifier
    kind: Annotated[str, Text(40, 1, r"[a-z_]{1,40}")]
    subject: Identifier
    content: Annotated[str, Embedded(MOST_CONTENT)]
    created_at: datetime
    seq: Natural = 0
    monotonic_ms: Natural = 0


@dataclass(frozen=True, slots=True)
class Entries:
    """``POST /v1/entries``; they are kept in this order."""

    entries: Annotated[tuple[Entry, ...], Many(MOST_ENTRIES, 1)]


class EntryOutcome(StrEnum):
    """What became of an entry."""

    ACCEPTED = "accepted"
    REPEATED = "repeated"
    """The same was kept before: as good as accepted."""
    WAITS = "waits"
    """Kept nowhere yet: papers it names are missing. Send them, then the entry again."""
    REFUSED = "refused"
    """Sending it again changes nothing: somebody has to look at it."""


class RefusedBecause(StrEnum):
    """Why an entry is refused for good."""

    MALFORMED = "malformed"
    """``detail`` of the receipt names the field."""
    CHANGED = "changed"
    """The id was used before for something else."""
    UNKNOWN_KIND = "unknown_kind"
    OTHER_OFFICE = "other_office"
    CODE_TAKEN = "code_taken"
    """Another dossier of the office has this code."""
    UNKNOWN_DOSSIER = "unknown_dossier"
    NUMBERS_USED_UP = "numbers_used_up"


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of one entry; a repeated one gets the receipt of the first.

    ``missing`` are papers to send first. ``code`` is the real code of a dossier that came with a provisional
    one. ``conflict`` says that another desk has told something else of the same dossier: both are kept.
    """

    entry_id: Identifier
    outcome: EntryOutcome
    reason: Annotated[str, Text(40)] = ""
    detail: Words = ""
    missing: Annotated[tuple[Hash, ...], Many(200)] = ()
    code: Annotated[str, Text(60)] = ""
    conflict: bool = False


@dataclass(frozen=True, slots=True)
class Receipts:
    """The answer to ``POST /v1/entries``: one for each entry, in the same order."""

    receipts: Annotated[tuple[Receipt, ...], Many(MOST_ENTRIES)]
