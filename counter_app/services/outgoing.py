"""From an entry of the outbox to what is said to the hub; entries of before whole messages are completed."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from counter_app.domain.outbox import Entry
from counter_app.errors import NotFound
from counter_app.services.ports import Work
from counter_app.wire.entries import MOST_CONTENT, EntryKind
from counter_app.wire.entries import Entry as WireEntry
from counter_app.wire.reports import REPORTS, ClockReport, PaperReport, Report, ReusedPaperReport
from counter_app.wire.telling import dossier_report, outcome_report
from counter_app.wire.text import BadMessage, embedded, from_json


class Unreadable(ValueError):  # noqa: N818 - says what the entry is
    """An entry that the hub would not understand: damaged, too large, or without what it tells of."""


def outgoing(work: Work, entry: Entry, office_code: str) -> WireEntry:
    """Give the message of an entry; raises Unreadable."""
    return checked(completed(work, entry, office_code))


def completed(work: Work, entry: Entry, office_code: str) -> Entry:
    """Give an entry with its whole content; raises Unreadable."""
    if entry.is_whole:
        return entry
    return replace(entry, content=_completed(work, entry, office_code), is_whole=True)


def checked(entry: Entry) -> WireEntry:
    """Give the message of a whole entry, held against what the hub reads; raises Unreadable."""
    content = entry.content
    kind = next((one for one in EntryKind if one == entry.kind), None)
    if kind is None or len(content.encode()) > MOST_CONTENT:
        raise Unreadable(entry.kind)
    try:
        from_json(REPORTS[kind], content)
    except BadMessage as bad:
        raise Unreadable(entry.kind, bad.field) from bad
    return WireEntry(
        entry_id=entry.entry_id,
        kind=entry.kind,
        subject=entry.subject,
        content=content,
        created_at=entry.created_at,
        seq=entry.seq,
        monotonic_ms=entry.monotonic_ms or 0,
    )


def dossier_of(content: str) -> str:
    """Name the dossier that an entry is about; empty where it names none."""
    said = json.loads(content)
    return str(said.get("dossier_id", said.get("dossier", "")))


def _completed(work: Work, entry: Entry, office_code: str) -> str:
    """Say what an entry of before stands for, of what is kept here and never changes."""
    try:
        report = _report(work, entry, json.loads(entry.content), office_code)
    except (KeyError, ValueError, NotFound) as error:
        raise Unreadable(entry.kind) from error
    return embedded(report)


def _report(work: Work, entry: Entry, said: dict[str, Any], office_code: str) -> Report:
    if entry.kind == EntryKind.PAPER:
        return PaperReport(said["dossier"], said["slot"], said["pages"], said["bytes"])
    if entry.kind == EntryKind.REUSED_PAPER:
        return ReusedPaperReport(said["dossier"], said["slot"], said["reused_from"])
    dossier = work.dossier(entry.subject)
    if entry.kind == EntryKind.DOSSIER:
        return dossier_report(dossier, office_code)
    if entry.kind == EntryKind.CLOCK:
        return ClockReport(
            dossier_id=dossier.dossier_id,
            code=dossier.code,
            deed=said["deed"],
            official_sign=dossier.official_sign,
            at=entry.created_at,
            wait=said["wait"],
        )
    outcome = work.outcome_of(entry.subject) if entry.kind == EntryKind.OUTCOME else None
    if outcome is None:
        raise Unreadable(entry.kind)
    return outcome_report(outcome)
