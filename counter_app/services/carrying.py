"""Bundles of other desks brought to the hub over this desk's line, after its own entries."""

from __future__ import annotations

from collections.abc import Callable

from counter_app.services.bundle_port import Carried
from counter_app.services.hub_port import Hub, HubRefused
from counter_app.services.paper_upload import OnTheWay, PaperUpload, UploadEnd
from counter_app.services.sync_ports import SyncStore
from counter_app.wire.codes import ErrorCode
from counter_app.wire.text import to_json

_OF_THIS_BUNDLE = {
    ErrorCode.MALFORMED,
    ErrorCode.SIGNATURE,
    ErrorCode.UNKNOWN_DEVICE,
    ErrorCode.REVOKED,
    ErrorCode.TOO_LARGE,
}


def carry_on(store: SyncStore, hub: Hub, carried: Carried, should_stop: Callable[[], bool]) -> int:
    """Bring each bundle that lies here to the hub and keep its receipt; say how many it took.

    One that the hub does not take has an empty receipt. Raises as the hub's port does.
    """
    upload, taken = PaperUpload(store, carried, hub, OnTheWay()), 0
    for sha256 in carried.names():
        if upload.bring(sha256, should_stop) is not UploadEnd.THERE:
            return taken
        try:
            receipt = to_json(hub.take_bundle(sha256)).encode()
        except HubRefused as refused:
            if refused.code not in _OF_THIS_BUNDLE:
                raise
            receipt = b""
        carried.finish(sha256, receipt)
        taken += bool(receipt)
    return taken
