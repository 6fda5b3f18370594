"""Files of the watched folder are taken once, when they are complete."""

import os
from pathlib import Path

from scanning.inbox import Inbox


def _names(inbox: Inbox) -> list[str]:
    return [path.name for path in inbox.new_files()]


def test_a_file_is_reported_once_when_it_has_stopped_growing(tmp_path: Path) -> None:
    inbox, scan = Inbox(tmp_path), tmp_path / "scan.pdf"
    scan.write_bytes(b"first half")
    assert _names(inbox) == []
    scan.write_bytes(b"first half and second half")
    assert _names(inbox) == []
    assert _names(inbox) == ["scan.pdf"]
    assert _names(inbox) == []


def test_files_come_by_name_and_only_pictures_and_pdfs(tmp_path: Path) -> None:
    for name in ("b.PNG", "a.jpg", "notes.txt", ".hidden.jpg", "~lock.pdf"):
        (tmp_path / name).write_bytes(b"content")
    (tmp_path / "folder.jpg").mkdir()
    (tmp_path / "empty.jpg").touch()
    inbox = Inbox(tmp_path)
    inbox.new_files()
    assert _names(inbox) == ["a.jpg", "b.PNG"]


def test_a_new_scan_under_an_old_name_is_reported_again(tmp_path: Path) -> None:
    inbox, scan = Inbox(tmp_path), tmp_path / "scan.jpg"
    scan.write_bytes(b"one")
    inbox.new_files()
    assert _names(inbox) == ["scan.jpg"]
    scan.write_bytes(b"two")
    os.utime(scan, ns=(1, 1))
    inbox.new_files()
    assert _names(inbox) == ["scan.jpg"]


def test_a_folder_that_is_away_is_empty_and_may_come_back(tmp_path: Path) -> None:
    inbox = Inbox(tmp_path / "drive")
    assert _names(inbox) == []
    (tmp_path / "drive").mkdir()
    (tmp_path / "drive" / "scan.jpg").write_bytes(b"one")
    inbox.new_files()
    assert _names(inbox) == ["scan.jpg"]
