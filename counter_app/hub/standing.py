"""What an office's dossiers come to: one line each, and the rules by which an entry moves it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from counter_app.hub.devices import Device
from counter_app.wire.changes import DossierState
from counter_app.wire.entries import Entry
from counter_app.wire.reports import (
    ClockReport,
    DossierReport,
    OutcomeReport,
    SupplementReport,
    VoidReport,
)

Event = VoidReport | SupplementReport | ClockReport | OutcomeReport
_ENDS = frozenset({DossierState.VOIDED, DossierState.HANDED_OVER})


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a dossier stands; ``device_id`` and ``entry_id`` are of the version that holds.

    ``settled_by`` is the desk that voided it or handed its outcome over, and ``settled_entry`` its entry;
    both are empty while none has.
    """

    dossier_id: str
    office_code: str
    code: str
    provisional_code: str
    procedure_code: str
    state: DossierState
    reason: str
    received_at: datetime
    due_at: datetime
    state_at: datetime
    training: bool
    device_id: str
    entry_id: str
    content_hash: str
    settled_by: str
    settled_entry: str

    @property
    def is_settled(self) -> bool:
        """Whether nothing further is expected of it."""
        return self.state in _ENDS


def begun(report: DossierReport, device: Device, entry: Entry, *, code: str, content_hash: str) -> Standing:
    """Give the line of a dossier that was received under its real code."""
    return Standing(
        dossier_id=report.dossier_id,
        office_code=device.office_code,
        code=code,
        provisional_code=report.code if report.provisional else "",
        procedure_code=report.procedure_code,
        state=DossierState.RECEIVED,
        reason="",
        received_at=report.received_at,
        due_at=report.due_at,
        state_at=report.received_at,
        training=report.training,
        device_id=device.device_id,
        entry_id=entry.entry_id,
        content_hash=content_hash,
        settled_by="",
        settled_entry="",
    )


def told_again(standing: Standing, anew: Standing) -> Standing:
    """Give the line after its own desk has told of the dossier once more: where it stands stays."""
    return replace(standing, entry_id=anew.entry_id, content_hash=anew.content_hash, code=anew.code)


def moved(standing: Standing, event: Event, entry: Entry, device: Device) -> Standing:
    """Give the line after something has happened to the dossier."""
    match event:
        case VoidReport():
            return _ended(standing, DossierState.VOIDED, event.at, (device.device_id, entry.entry_id))
        case OutcomeReport():
            return _ended(standing, DossierState.HANDED_OVER, event.at, (device.device_id, entry.entry_id))
        case SupplementReport():
            return replace(standing, state=DossierState.WAITING, reason="supplement", state_at=event.at)
        case ClockReport():
            return _clocked(standing, event)


def _ended(standing: Standing, state: DossierState, at: datetime, by: tuple[str, str]) -> Standing:
    return replace(standing, state=state, reason="", state_at=at, settled_by=by[0], settled_entry=by[1])


def _clocked(standing: Standing, event: ClockReport) -> Standing:
    due_at = event.due_at or standing.due_at
    if event.deed == "wait_began":
        return replace(
            standing, state=DossierState.WAITING, reason=event.wait, state_at=event.at, due_at=due_at
        )
    if standing.state is DossierState.WAITING and event.deed == "wait_ended":
        return replace(standing, state=DossierState.IN_WORK, reason="", state_at=event.at, due_at=due_at)
    return replace(standing, due_at=due_at)


def disagrees(standing: Standing, device: Device) -> bool:
    """Say whether another desk has ended this dossier already, so that an official must choose."""
    return standing.is_settled and standing.settled_by != device.device_id
