"""The way to the hub, where the settings name one, and what of the desk speaks over it."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from counter_app.config import Settings
from counter_app.services.bundle_port import Neighbour
from counter_app.services.enrolment import DEVICE
from counter_app.services.hub_port import Hub
from counter_app.services.ports import Clock, DeskKey, Store


class HubLine(Hub, Protocol):
    """A way to the hub that is let go at the end."""

    def close(self) -> None:
        """Let the connection go."""


def hub_of_desk(
    settings: Settings, folder: Path, store: Store, *, key: DeskKey, clock: Clock, training: bool
) -> HubLine | None:
    """Prepare the way to the hub; None for a desk that works by itself. Raises SetupError.

    A desk for ``training`` finds a way to hubs for training alone.
    """
    wanted = settings.hub
    if wanted is None:
        return None
    from counter_app.gateways.hub_client import HubClient  # noqa: PLC0415 - a tenth of each start elsewhere

    def device() -> str:
        with store.work() as work:
            return work.preference(DEVICE)

    certificate = folder / wanted.certificate if wanted.certificate else None
    return HubClient(wanted.address, certificate, key=key, clock=clock, device=device, training=training)


def neighbour_of(settings: Settings, key: DeskKey, clock: Clock) -> Neighbour | None:
    """Give the desk nearby that carries sealed bundles; None where the settings name none."""
    if settings.hub is None or not settings.hub.neighbour:
        return None
    from counter_app.gateways.relay_client import RelayClient  # noqa: PLC0415 - a tenth of each start elsewhere

    return RelayClient(settings.hub.neighbour, key, clock)
