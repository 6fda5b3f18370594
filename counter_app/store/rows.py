"""Values of the domain as rows of the tables, and back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy import Row

from counter_app.domain.citizen_id import CitizenId
from counter_app.domain.clock_history import ClockEvent, Happening
from counter_app.domain.dossier import Dossier, RegisterRow
from counter_app.domain.history import Act, Deed
from counter_app.domain.outbox import BY_PROGRESS
from counter_app.domain.outcome import Outcome
from counter_app.domain.processing import Wait
from counter_app.domain.void import Void
from counter_app.store.codec import from_text, to_text

Line = Row[*tuple[Any, ...]]
"""A row as queries give it: its columns by name."""


def dossier_columns(dossier: Dossier) -> dict[str, object]:
    """Give a dossier's columns: those that queries ask for, and the whole of it as text."""
    return {
        "dossier_id": dossier.dossier_id,
        "code": dossier.code,
        "procedure_code": dossier.procedure_code,
        "procedure_name": dossier.procedure_name,
        "holder_id": dossier.whose.citizen_id.digits,
        "holder_name": dossier.whose.full_name,
        "received_on": dossier.received_at.date(),
        "received_at": dossier.received_at,
        "due_at": dossier.due_at,
        "papers": len(dossier.papers),
        "prints": dossier.prints,
        "content": to_text(dossier),
        "linked": dossier.linked,
        "child_name": dossier.child_name,
    }


def dossier_from(row: Line) -> Dossier:
    """Give the dossier back; prints, the code that came later and its voiding stand beside it."""
    kept = from_text(Dossier, row.content)
    void = from_text(Void, row.void) if row.void else None
    return replace(kept, prints=row.prints, final_code=row.final_code or "", void=void)


def register_row(row: Line) -> RegisterRow:
    """Make a line of the register of the columns ``search.LINE``."""
    return RegisterRow(
        dossier_id=row.dossier_id,
        code=row.code,
        procedure_name=row.procedure_name,
        holder_name=row.child_name or row.holder_name,
        masked_id="" if row.child_name else CitizenId(row.holder_id).masked,
        received_at=row.received_at,
        due_at=row.due_at,
        papers=row.papers,
        prints=row.prints,
        linked=row.linked,
        final_code=row.final_code or "",
        sent=None if row.progress is None else BY_PROGRESS[row.progress],
        is_void=row.void is not None,
    )


def act_columns(act: Act, previous: str) -> dict[str, object]:
    """Give an act's columns, linked to the link before it."""
    return {
        "deed": act.deed.value,
        "subject": act.subject,
        "official_sign": act.official_sign,
        "at": act.at,
        "outcome": act.outcome,
        "reason": act.reason,
        "link": act.link(previous),
    }


def act_from(row: Line) -> Act:
    """Give the act back."""
    return Act(Deed(row.deed), row.subject, row.official_sign, row.at, row.outcome, row.reason)


def outcome_columns(outcome: Outcome) -> dict[str, object]:
    """Give the columns of what was handed over: those that queries ask for, and the whole of it as text."""
    return {
        "dossier_id": outcome.dossier_id,
        "holder_id": outcome.holder_id.digits,
        "handed_over_at": outcome.handed_over_at,
        "content": to_text(outcome),
    }


def clock_columns(dossier_id: str, event: ClockEvent) -> dict[str, object]:
    """Give the columns of what has happened to a dossier's clock."""
    return {
        "dossier_id": dossier_id,
        "at": event.at,
        "happening": event.happening.value,
        "wait": event.wait.value if event.wait else None,
        "until": event.until,
    }


def clock_event_from(row: Line) -> ClockEvent:
    """Give back what has happened."""
    return ClockEvent(row.at, Happening(row.happening), Wait(row.wait) if row.wait else None, row.until)
