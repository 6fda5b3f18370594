"""What the hub has for this desk, taken in: states and decisions go to the register and to history."""

from __future__ import annotations

from collections.abc import Iterable

from counter_app.domain.history import Act, Deed
from counter_app.errors import NotFound
from counter_app.services.hub_port import Hub
from counter_app.services.sync_ports import SyncStore, SyncWork
from counter_app.wire.changes import Change, ChangeKind, DecisionTold, StatusTold
from counter_app.wire.text import BadMessage, from_json

_CURSOR = "hub.cursor"
_AT_ONCE = 100
_HUB = "hub"


def take_in(store: SyncStore, hub: Hub) -> None:
    """Take in what is new since the last time; what no version of this program understands is passed over.

    Raises as the hub's port does.
    """
    more = True
    while more:
        with store.work() as work:
            after = int(work.preference(_CURSOR) or 0)
        answer = hub.changes(after, limit=_AT_ONCE)
        if answer.cursor > after:
            with store.work() as work:
                _keep(work, answer.changes)
                work.keep_preference(_CURSOR, str(answer.cursor))
                work.commit()
        more = answer.more and answer.cursor > after


def _keep(work: SyncWork, changes: Iterable[Change]) -> None:
    for change in changes:
        try:
            if change.kind == ChangeKind.STATUS:
                _take_status(work, from_json(StatusTold, change.content))
            elif change.kind == ChangeKind.DECISION:
                _take_decision(work, from_json(DecisionTold, change.content))
        except (BadMessage, NotFound):
            continue  # of another desk's dossier, or in words of a later version


def _take_status(work: SyncWork, told: StatusTold) -> None:
    """Put where a dossier stands into its history, and a moved due time onto its line of the register."""
    dossier = work.dossier(told.dossier_id)
    if told.due_at:
        work.set_due(dossier.dossier_id, told.due_at)
    work.write_history(Act(Deed.STATUS_TOLD, dossier.dossier_id, _HUB, told.at, told.state, told.reason))


def _take_decision(work: SyncWork, told: DecisionTold) -> None:
    """Put into history whose version of a dossier holds that two desks had told of."""
    dossier = work.dossier(told.dossier_id)
    said = f"{told.kept_device} {told.kept_entry}"
    work.write_history(Act(Deed.DECIDED, dossier.dossier_id, told.decided_by, told.at, said, told.reason))
