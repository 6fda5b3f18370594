"""A disk that is full, or only to be read: a real one, mounted for the test; it is said, nothing is lost."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from journeys.driver import MONDAY
from services.fakes import FixedClock
from services.shipped import given_to

from counter_app.__main__ import main
from counter_app.bootstrap.desk import opened_desk
from counter_app.errors import DiskFull

_SIZE = "24m"


def mount(*words: str) -> bool:
    """Ask the system to mount or unmount; only its administrator may."""
    return subprocess.run(words, capture_output=True, check=False).returncode == 0  # noqa: S603 - see callers


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    place = tmp_path / "disk"
    place.mkdir()
    if sys.platform != "linux" or not mount(
        "mount", "-t", "tmpfs", "-o", f"size={_SIZE}", "desk", str(place)
    ):
        pytest.skip("only the administrator of a Linux system mounts a disk")
    yield place
    mount("umount", str(place))


def fill(disk: Path) -> Path:
    """Write until the disk takes nothing more."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(bytes(4096))
    return filler


def test_a_full_disk_and_one_that_is_only_read_are_told_and_lose_nothing(
    disk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, clock = disk / "desk", FixedClock(MONDAY)
    with opened_desk(folder, clock=clock, given=given_to(folder)) as opened:
        opened.desk.keep_preference("before", "kept")
        filler = fill(disk)
        with pytest.raises(DiskFull):
            opened.desk.keep_preference("full", "x" * 500_000)
        assert opened.desk.preference("before") == "kept"
        assert opened.desk.preference("full") == ""
        filler.unlink()
        opened.desk.keep_preference("after", "kept")
    assert mount("mount", "-o", "remount,ro", str(disk))
    try:
        for place in (folder, disk / "another"):
            assert main(["where", "--data", str(place)]) == 2
            assert "not writable" in capsys.readouterr().err
    finally:
        assert mount("mount", "-o", "remount,rw", str(disk))
    with opened_desk(folder, clock=clock, given=given_to(folder)) as opened:
        assert [opened.desk.preference(name) for name in ("before", "after")] == ["kept", "kept"]
        with opened.desk.store.work() as work:
            assert work.preference("full") == ""
