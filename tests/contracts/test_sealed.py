"""What sealed files promise, asked of the folder and of the fake; then what only files can be asked."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest
from contracts.limits import files_end_at
from services.fakes import FakeSealed

from counter_app.errors import DiskFull, NotFound, SetupError
from counter_app.services.ports import SealBroken, Sealed
from counter_app.store.sealed import SealedFolder

KEY = b"k" * 32
PAGE = "ảnh chụp tờ khai".encode() * 100


@pytest.fixture(params=["real", "fake"])
def sealed(request: pytest.FixtureRequest, tmp_path: Path) -> Sealed:
    return SealedFolder(tmp_path, KEY) if request.param == "real" else FakeSealed()


@pytest.fixture
def folder(tmp_path: Path) -> SealedFolder:
    return SealedFolder(tmp_path, KEY)


def file_of(tmp_path: Path, name: str) -> Path:
    return tmp_path / name[:2] / name


@pytest.mark.parametrize("content", [b"", b"\0", PAGE])
def test_what_was_sealed_is_opened_by_its_sha256(sealed: Sealed, content: bytes) -> None:
    name = sealed.seal(content)
    assert name == hashlib.sha256(content).hexdigest()
    assert sealed.open(name) == content


def test_the_same_content_is_kept_once(sealed: Sealed) -> None:
    assert sealed.seal(PAGE) == sealed.seal(PAGE)
    assert len(list(sealed.names())) == 1


def test_what_was_removed_is_not_found_and_may_be_removed_again(sealed: Sealed) -> None:
    kept, removed = sealed.seal(b"kept"), sealed.seal(b"removed")
    sealed.remove(removed)
    sealed.remove(removed)
    assert list(sealed.names()) == [kept]
    with pytest.raises(NotFound):
        sealed.open(removed)


def test_what_is_no_sha256_is_not_found(sealed: Sealed) -> None:
    for name in ("", "..", "../desk.db", "A" * 64):
        with pytest.raises(NotFound):
            sealed.open(name)


def test_neither_the_content_nor_its_kind_shows_on_disk(folder: SealedFolder, tmp_path: Path) -> None:
    path = file_of(tmp_path, folder.seal(PAGE))
    assert b"khai" not in path.read_bytes()
    assert [file for file in tmp_path.rglob("*") if file.is_file()] == [path]


def test_the_same_content_never_looks_the_same_twice(folder: SealedFolder, tmp_path: Path) -> None:
    path = file_of(tmp_path, folder.seal(PAGE))
    first = path.read_bytes()
    path.unlink()
    folder.seal(PAGE)
    assert path.read_bytes() != first


@pytest.mark.parametrize("place", [0, 12, -1])
def test_a_changed_byte_breaks_the_seal(folder: SealedFolder, tmp_path: Path, place: int) -> None:
    name = folder.seal(PAGE)
    content = bytearray(file_of(tmp_path, name).read_bytes())
    content[place] ^= 1
    file_of(tmp_path, name).write_bytes(content)
    with pytest.raises(SealBroken):
        folder.open(name)


@pytest.mark.parametrize("length", [0, 5, 12, 20])
def test_a_cut_file_breaks_the_seal(folder: SealedFolder, tmp_path: Path, length: int) -> None:
    name = folder.seal(PAGE)
    path = file_of(tmp_path, name)
    path.write_bytes(path.read_bytes()[:length])
    with pytest.raises(SealBroken):
        folder.open(name)


def test_a_file_cannot_pass_for_another(folder: SealedFolder, tmp_path: Path) -> None:
    one, other = folder.seal(b"one"), folder.seal(b"other")
    file_of(tmp_path, one).write_bytes(file_of(tmp_path, other).read_bytes())
    with pytest.raises(SealBroken):
        folder.open(one)


def test_another_key_does_not_open(folder: SealedFolder, tmp_path: Path) -> None:
    name = folder.seal(PAGE)
    with pytest.raises(SealBroken):
        SealedFolder(tmp_path, b"x" * 32).open(name)


def test_sealing_again_mends_a_broken_file(folder: SealedFolder, tmp_path: Path) -> None:
    name = folder.seal(PAGE)
    file_of(tmp_path, name).write_bytes(b"broken")
    folder.seal(PAGE)
    assert folder.open(name) == PAGE


def test_a_full_disk_is_told_and_leaves_nothing_behind(folder: SealedFolder, tmp_path: Path) -> None:
    with files_end_at(1000), pytest.raises(DiskFull):
        folder.seal(PAGE)
    assert list(folder.names()) == []
    assert not [file for file in tmp_path.rglob("*") if file.is_file()]


def test_what_a_power_cut_left_unfinished_is_swept(folder: SealedFolder, tmp_path: Path) -> None:
    name = folder.seal(PAGE)
    left_over = file_of(tmp_path, name).with_suffix(".0a1b2c3d.part")
    left_over.write_bytes(b"half")
    os.utime(left_over, (0, 0))
    again = SealedFolder(tmp_path, KEY)
    assert not left_over.exists()
    assert list(again.names()) == [name]


def test_what_another_program_is_writing_just_now_is_left_alone(folder: SealedFolder, tmp_path: Path) -> None:
    under_way = file_of(tmp_path, folder.seal(PAGE)).with_suffix(".0a1b2c3d.part")
    under_way.write_bytes(b"half")
    SealedFolder(tmp_path, KEY)
    assert under_way.exists()


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "sealed").touch()
    with pytest.raises(SetupError):
        SealedFolder(tmp_path / "sealed", KEY)
