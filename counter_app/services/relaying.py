"""A desk without a line beside one that has one: what waits goes there sealed, receipts come back."""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from datetime import datetime, timedelta

from counter_app.services.bundle_port import BundleRefused, Neighbour, NeighbourAway, NotYetKnown
from counter_app.services.bundles import Bundles
from counter_app.services.ports import Clock
from counter_app.services.sync_ports import SyncStore

_UNDER_WAY, _LAST = "relay.under_way", "relay.last"
_AGAIN = timedelta(seconds=30)
_TOO_LONG = timedelta(hours=12)
"""After so long without a receipt everything that still waits is sealed once more."""


class Relaying:
    """Hands sealed bundles to a neighbour desk while the hub is out of reach."""

    def __init__(self, store: SyncStore, bundles: Bundles, clock: Clock, neighbour: Neighbour) -> None:
        self._store = store
        self._bundles = bundles
        self._clock = clock
        self._neighbour = neighbour

    def go_round(self) -> int:
        """Fetch receipts, then hand over what waits unless a bundle is under way; raises nothing foreseen.

        Says how many entries were acknowledged. Between two rounds it rests.
        """
        now = self._clock.now()
        with self._store.work() as work:
            last, kept = work.preference(_LAST), work.preference(_UNDER_WAY)
        if last and timedelta() <= now - datetime.fromisoformat(last) < _AGAIN:
            return 0
        under_way: dict[str, str] = json.loads(kept) if kept else {}
        acknowledged = 0
        with suppress(NeighbourAway, NotYetKnown):
            acknowledged = self._fetch(under_way)
            fresh = {
                sha256: at for sha256, at in under_way.items() if now - datetime.fromisoformat(at) < _TOO_LONG
            }
            under_way = fresh or self._hand_over(now)
        with self._store.work() as work:
            work.keep_preference(_UNDER_WAY, json.dumps(under_way))
            work.keep_preference(_LAST, now.isoformat())
            work.commit()
        return acknowledged

    def _fetch(self, under_way: dict[str, str]) -> int:
        acknowledged = 0
        for sha256 in tuple(under_way):
            receipt = self._neighbour.receipt(sha256)
            if receipt:
                with suppress(BundleRefused):
                    acknowledged += self._bundles.acknowledge(receipt)
                del under_way[sha256]
        return acknowledged

    def _hand_over(self, now: datetime) -> dict[str, str]:
        handed: dict[str, str] = {}
        for bundle, _ in self._bundles.sealed():
            sha256 = hashlib.sha256(bundle).hexdigest()
            self._neighbour.hand_over(sha256, bundle)
            handed[sha256] = now.isoformat()
        return handed
