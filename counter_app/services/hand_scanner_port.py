"""The port of a desk's hand scanner: the one chosen in the window, else the one that the settings name."""

from __future__ import annotations

from counter_app.services.ports import Store

HAND_SCANNER = "scanner"
"""The name under which the desk remembers the scanner's port that was chosen last ..."""
TYPES = "types"
"""... and what it remembers for a scanner that has none."""


def port_of(store: Store, setting: str) -> str:
    """Give the port to listen to; empty for a scanner that types like a keyboard."""
    with store.work() as work:
        preference = work.preference(HAND_SCANNER)
    return "" if preference == TYPES else preference or setting
