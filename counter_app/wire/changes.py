"""What the hub has for a desk: states, decisions, packs, the calendar, tomorrow's people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated

from counter_app.domain.citizen import PopulationRecord
from counter_app.wire.limits import (
    CodeText,
    Embedded,
    Identifier,
    LongWords,
    Many,
    Natural,
    Sign,
    Signature,
    Text,
    Words,
)

MOST_CHANGES = 200
MOST_PUBLISHED = 400_000


class ChangeKind(StrEnum):
    """What a change is about; a desk passes over kinds it does not know."""

    STATUS = "status"
    DECISION = "decision"
    PACK = "pack"
    CALENDAR = "calendar"
    POPULATION = "population"
    ACCOUNTS = "accounts"
    """Who may sign in at the office's desks: kept for the part of the desk that lets people in."""


PUBLISHED_KINDS = frozenset({ChangeKind.PACK, ChangeKind.CALENDAR, ChangeKind.ACCOUNTS})
"""Kinds whose content is a ``Published``."""


class DossierState(StrEnum):
    """Where a dossier stands, as the citizen and the desk are told."""

    RECEIVED = "received"
    WAITING = "waiting"
    """Its time stands still: a supplement, a fee or another body is waited for."""
    IN_WORK = "in_work"
    READY = "ready"
    HANDED_OVER = "handed_over"
    REFUSED = "refused"
    STOPPED = "stopped"
    VOIDED = "voided"


@dataclass(frozen=True, slots=True)
class Change:
    """One change; ``kind`` is a word of ChangeKind, and ``content`` the text of its message below."""

    number: Natural
    kind: Annotated[str, Text(40, 1)]
    subject: Annotated[str, Text(120)]
    at: datetime
    content: Annotated[str, Embedded(600_000)]


@dataclass(frozen=True, slots=True)
class Changes:
    """Answers ``GET /v1/changes?after=CURSOR&limit=``; go on from ``cursor`` while there is ``more``."""

    cursor: Natural
    changes: Annotated[tuple[Change, ...], Many(MOST_CHANGES)]
    more: bool = False


@dataclass(frozen=True, slots=True)
class StatusTold:
    """Where one of the office's dossiers stands now; ``due_at`` only where it has moved."""

    dossier_id: Identifier
    code: CodeText
    state: DossierState
    at: datetime
    due_at: datetime | None = None
    reason: Words = ""


@dataclass(frozen=True, slots=True)
class DecisionTold:
    """Two desks had told different things of one dossier, and an official has chosen one of the versions."""

    decision_id: Identifier
    dossier_id: Identifier
    kept_device: Identifier
    kept_entry: Identifier
    decided_by: Sign
    at: datetime
    reason: Words = ""


@dataclass(frozen=True, slots=True)
class Published:
    """A pack, a calendar or a list as text; ``signature`` is the hub's over ``signing.published_text``."""

    name: Annotated[str, Text(120, 1)]
    version: Annotated[str, Text(40, 1)]
    body: Annotated[str, Text(MOST_PUBLISHED)]
    signature: Signature


@dataclass(frozen=True, slots=True)
class PopulationTold:
    """People expected on a day: of appointments and open dossiers only; to be deleted when it is over."""

    day: date
    records: Annotated[tuple[PopulationRecord, ...], Many(200)]


@dataclass(frozen=True, slots=True)
class Version:
    """One desk's version of a dossier on which two desks do not agree."""

    device_id: Identifier
    device_name: Annotated[str, Text(80)]
    entry_id: Identifier
    created_at: datetime
    content: Annotated[str, Embedded(600_000)]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A dossier of which two desks have told different things; every version is kept."""

    conflict_id: Identifier
    dossier_id: Identifier
    noticed_at: datetime
    versions: Annotated[tuple[Version, ...], Many(50)]


@dataclass(frozen=True, slots=True)
class Conflicts:
    """The answer to ``GET /v1/conflicts``: those of the desk's office that nobody has decided."""

    conflicts: Annotated[tuple[Conflict, ...], Many(100)]


@dataclass(frozen=True, slots=True)
class Decide:
    """``POST /v1/conflicts/{conflict_id}/decision``: which version holds, and why."""

    kept_device: Identifier
    kept_entry: Identifier
    official_sign: Sign
    reason: LongWords = ""
