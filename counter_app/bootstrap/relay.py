"""The neighbour's part of a relay: a door of its own beside the desk, whose sync brings what lies there."""

from __future__ import annotations

import ipaddress
from contextlib import suppress
from pathlib import Path

from counter_app.bootstrap.pulled import CARRIED
from counter_app.config import SETTINGS_FILE, data_folder
from counter_app.errors import SetupError
from counter_app.gateways.clock import SystemClock
from counter_app.gateways.known_desks import FOLDER, DeskKeyFolder
from counter_app.gateways.relay_server import RelayServer
from counter_app.store.carried import CarriedFolder


def serve_relay(data: Path | None, place: str) -> int:
    """Take bundles in at ADDRESS:PORT until stopped; raises SetupError for one that strangers can reach."""
    folder = data_folder(data)
    host, _, port = place.rpartition(":")
    if not port.isdecimal() or not _is_near(host):
        raise SetupError(folder / SETTINGS_FILE, "not_a_choice", key="relay", nearest="192.168.1.7:8767")
    with (
        RelayServer(
            (host, int(port)), CarriedFolder(folder / CARRIED), DeskKeyFolder(folder / FOLDER), SystemClock()
        ) as server,
        suppress(KeyboardInterrupt),
    ):
        server.serve_forever()
    return 0


def _is_near(host: str) -> bool:
    """Say whether an address belongs to this computer or the office's own network."""
    try:
        return ipaddress.ip_address(host).is_private and host != "0.0.0.0"  # noqa: S104 - refused, not used
    except ValueError:
        return host == "localhost"
