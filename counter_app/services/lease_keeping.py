"""Leases kept filled: numbers of each of the coming days lie at the desk before they are needed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from counter_app.services.hub_port import Hub, HubRefused
from counter_app.services.sync_ports import SyncStore
from counter_app.wire.codes import ErrorCode
from counter_app.wire.leases import LeaseAsked

DAYS_AHEAD = 31
"""So long a desk can be without any line and still give lasting codes."""
AT_ONCE = 30
"""Numbers in a lease; a busy day asks for more of them while there is a line."""
_SOON_OUT = 10


def keep_leases(store: SyncStore, hub: Hub, office_code: str, today: date) -> int:
    """Ask for numbers of each day that is short of them; say of how many days.

    Raises as the hub's port does; a day whose numbers are all given is passed over.
    """
    short = tuple(_short_days(store, office_code, today))
    for day in short:
        _ask(store, hub, office_code, day)
    return len(short)


def _short_days(store: SyncStore, office_code: str, today: date) -> Iterator[date]:
    with store.work() as work:
        for ahead in range(DAYS_AHEAD):
            day = today + timedelta(days=ahead)
            if sum(lease.left for lease in work.leases.of(office_code, day)) < _SOON_OUT:
                yield day


def _ask(store: SyncStore, hub: Hub, office_code: str, day: date) -> None:
    """Keep the request's id before asking, so that a lost answer costs no second block of numbers."""
    with store.work() as work:
        request_id = work.leases.request(office_code, day)
        work.commit()
    try:
        lease = hub.lease(LeaseAsked(request_id, office_code, day, AT_ONCE))
    except HubRefused as refused:
        if refused.code is ErrorCode.NUMBERS_USED_UP:
            return
        raise
    with store.work() as work:
        work.leases.grant(request_id, lease.first, lease.last)
        work.commit()
