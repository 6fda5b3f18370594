"""A short soak: desk, hub and line are killed while visits run. ``make soak`` is the long one."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from journeys.soak import soaked


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL to send on Windows")
def test_killed_at_random_instants_nothing_is_lost_doubled_or_printed_without_a_record(
    database_url: str, tmp_path: Path
) -> None:
    tally = soaked(tmp_path, database_url, kills=4, visits=3, seed=11)
    assert str(tally) == ("3 visits, 4 kills: 0 lost, 0 doubled, 0 receipts without record, 3 acknowledged")
