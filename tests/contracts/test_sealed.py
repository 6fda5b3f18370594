"""What sealed files promise, asked of the folder and of the fake; then what only files can be asked."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from contracts.limits import files_end_at
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from services.fakes import FakeSealed

from counter_app.errors import DiskFull, NotFound, SetupError
from counter_app.services.ports import SealBroken, Sealed
from counter_app.store.key_chest import KeyChest
from counter_app.store.sealed import FIRST_KEY, SealedFolder

KEY = b"k" * 32
MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)
PAGE = "ảnh chụp tờ khai".encode() * 100


@pytest.fixture(params=["real", "fake"])
def sealed(request: pytest.FixtureRequest, tmp_path: Path) -> Sealed:
    return sealed_in(tmp_path) if request.param == "real" else FakeSealed()


@pytest.fixture
def folder(tmp_path: Path) -> SealedFolder:
    return sealed_in(tmp_path)


def chest_in(tmp_path: Path, key: bytes = KEY, today: Callable[[], date] = lambda: MONDAY) -> KeyChest:
    return KeyChest(tmp_path / "keys", key, today)


def sealed_in(tmp_path: Path, chest: KeyChest | None = None) -> SealedFolder:
    return SealedFolder(tmp_path / "papers", chest or chest_in(tmp_path))


def files_in(tmp_path: Path) -> list[Path]:
    return [file for file in (tmp_path / "papers").rglob("*") if file.is_file()]


def file_of(tmp_path: Path, name: str) -> Path:
    return tmp_path / "papers" / name[:2] / name


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
    assert files_in(tmp_path) == [path]


def test_the_same_content_never_looks_the_same_twice(folder: SealedFolder, tmp_path: Path) -> None:
    path = file_of(tmp_path, folder.seal(PAGE))
    first = path.read_bytes()
    path.unlink()
    folder.seal(PAGE)
    assert path.read_bytes() != first


@pytest.mark.parametrize("place", [0, 12, 20, 40, -1])
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
        sealed_in(tmp_path, chest_in(tmp_path, b"x" * 32)).open(name)


def test_sealing_again_mends_a_broken_file(folder: SealedFolder, tmp_path: Path) -> None:
    name = folder.seal(PAGE)
    file_of(tmp_path, name).write_bytes(b"broken")
    folder.seal(PAGE)
    assert folder.open(name) == PAGE


def test_a_full_disk_is_told_and_leaves_nothing_behind(folder: SealedFolder, tmp_path: Path) -> None:
    with files_end_at(1000), pytest.raises(DiskFull):
        folder.seal(PAGE)
    assert list(folder.names()) == []
    assert not files_in(tmp_path)


def test_what_a_power_cut_left_unfinished_is_swept(folder: SealedFolder, tmp_path: Path) -> None:
    name = folder.seal(PAGE)
    left_over = file_of(tmp_path, name).with_suffix(".0a1b2c3d.part")
    left_over.write_bytes(b"half")
    os.utime(left_over, (0, 0))
    again = sealed_in(tmp_path)
    assert not left_over.exists()
    assert list(again.names()) == [name]


def test_what_another_program_is_writing_just_now_is_left_alone(folder: SealedFolder, tmp_path: Path) -> None:
    under_way = file_of(tmp_path, folder.seal(PAGE)).with_suffix(".0a1b2c3d.part")
    under_way.write_bytes(b"half")
    sealed_in(tmp_path)
    assert under_way.exists()


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "papers").touch()
    with pytest.raises(SetupError):
        sealed_in(tmp_path)


def test_papers_of_two_days_are_sealed_with_two_keys(tmp_path: Path) -> None:
    today = [MONDAY]
    chest = chest_in(tmp_path, today=lambda: today[0])
    folder = sealed_in(tmp_path, chest)
    first = folder.seal(b"of monday")
    today[0] = TUESDAY
    second = folder.seal(b"of tuesday")
    assert list(chest.names()) == ["2026-11-23", "2026-11-24"]
    (tmp_path / "keys" / "2026-11-23").unlink()
    again = sealed_in(tmp_path)
    assert again.open(second) == b"of tuesday"
    with pytest.raises(SealBroken):
        again.open(first)


def test_a_day_cannot_pass_for_another(tmp_path: Path) -> None:
    folder = sealed_in(tmp_path)
    name = folder.seal(PAGE)
    keys = tmp_path / "keys"
    (keys / "2026-11-24").write_bytes((keys / "2026-11-23").read_bytes())
    path = file_of(tmp_path, name)
    path.write_bytes(path.read_bytes().replace(b"2026-11-23", b"2026-11-24"))
    with pytest.raises(SealBroken):
        sealed_in(tmp_path).open(name)


def test_papers_of_before_there_was_a_key_a_day_still_open(tmp_path: Path) -> None:
    chest = chest_in(tmp_path)
    chest.keep(FIRST_KEY, b"f" * 32)
    name = hashlib.sha256(PAGE).hexdigest()
    file_of(tmp_path, name).parent.mkdir(parents=True)
    file_of(tmp_path, name).write_bytes(b"n" * 12 + AESGCM(b"f" * 32).encrypt(b"n" * 12, PAGE, name.encode()))
    assert sealed_in(tmp_path, chest).open(name) == PAGE


def test_a_key_that_is_kept_is_never_written_over(tmp_path: Path) -> None:
    one, other = chest_in(tmp_path), chest_in(tmp_path)
    assert one.of_today() == other.of_today() == chest_in(tmp_path).of_today()
    assert other.keep("2026-11-23", b"x" * 32) == one.of("2026-11-23") != b"x" * 32


def test_keys_lie_wrapped_and_a_damaged_one_is_named(tmp_path: Path) -> None:
    day, key = chest_in(tmp_path).of_today()
    path = tmp_path / "keys" / day
    assert key not in path.read_bytes()
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(SetupError) as refusal:
        chest_in(tmp_path).of_today()
    assert (refusal.value.path, refusal.value.problem) == (path, "key_damaged")


def test_another_desks_key_takes_over_all_of_them_even_from_the_middle(tmp_path: Path) -> None:
    """A power cut leaves some keys under the new one; the same step again finishes the others."""
    folder, chest = sealed_in(tmp_path), chest_in(tmp_path)
    name, seed = folder.seal(PAGE), chest.keep("signature", b"s" * 32)
    chest.rewrap(b"n" * 32)
    half = tmp_path / "keys" / "papers"
    half.write_bytes(chest._wrapped("papers", b"p" * 32))
    chest.rewrap(b"n" * 32)
    after = chest_in(tmp_path, b"n" * 32)
    assert sealed_in(tmp_path, after).open(name) == PAGE
    assert (after.of("signature"), after.of("papers")) == (seed, b"p" * 32)
    with pytest.raises(SetupError):
        chest_in(tmp_path).of("signature")
