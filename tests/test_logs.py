"""The log file: written, and without the numbers of citizens."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from counter_app.errors import SetupError
from counter_app.logs import start_log

LOG = logging.getLogger("counter_app.test")


@pytest.fixture
def log_file(tmp_path: Path) -> Iterator[Path]:
    level = logging.getLogger().level
    handler = start_log(tmp_path)
    yield tmp_path / "counter.log"
    logging.getLogger().removeHandler(handler)
    logging.getLogger().setLevel(level)
    handler.close()


@pytest.mark.parametrize(
    "number",
    ["000190000017", "012345678", "0901234567", "000 190 000 017", "0001 9000 0017", "000.190.000.017"],
)
def test_numbers_of_citizens_are_masked_wherever_they_stand(log_file: Path, number: str) -> None:
    LOG.info("read %s, then x%sx", number, number)
    try:
        int(f"x{number}")
    except ValueError:
        LOG.info("could not read", exc_info=True)
    written = log_file.read_text(encoding="utf-8")
    assert number not in written
    assert "read •••, then x•••x" in written
    assert "invalid literal for int() with base 10: 'x•••'" in written


def test_times_dossier_codes_and_counts_stay_readable(log_file: Path) -> None:
    LOG.info("dossier H26.99.10-260114-0001 received at 2026-01-14 08:00:00, 15000 đồng, port 55432")
    written = log_file.read_text(encoding="utf-8")
    assert "H26.99.10-260114-0001 received at 2026-01-14 08:00:00, 15000 đồng, port 55432" in written
    assert "•••" not in written


def test_a_log_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    (tmp_path / "counter.log").mkdir()
    with pytest.raises(SetupError):
        start_log(tmp_path)
