"""Where the desk's key is kept, and that a key that is there is never lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.core import load_keyring
from keyring.errors import KeyringLocked

from counter_app.errors import SetupError
from counter_app.gateways.keys import KEY_FILE, KeptKey, KeyPlace, derive, find_or_make_key

NO_KEYRING = load_keyring("keyring.backends.fail.Keyring")
NULL_KEYRING = load_keyring("keyring.backends.null.Keyring")
SERVICE = "counter-app test"


class MemoryKeyring(KeyringBackend):
    """A keyring of this process, which can be locked."""

    priority = 5.0

    def __init__(self, *, reads: bool = True, writes: bool = True) -> None:
        self.secrets: dict[tuple[str, str], str] = {}
        self.reads, self.writes = reads, writes

    def get_password(self, service: str, username: str) -> str | None:
        """Recall a secret."""
        if not self.reads:
            raise KeyringLocked
        return self.secrets.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep a secret."""
        if not self.writes:
            raise KeyringLocked
        self.secrets[service, username] = password


@pytest.fixture(autouse=True)
def _usual_keyring_comes_back() -> Iterator[None]:
    usual = keyring.get_keyring()
    yield
    keyring.set_keyring(usual)


def find(folder: Path, *, must_exist: bool = False) -> KeptKey:
    return find_or_make_key(folder, SERVICE, must_exist=must_exist)


def problem_of(folder: Path, *, must_exist: bool = False) -> str:
    with pytest.raises(SetupError) as refusal:
        find(folder, must_exist=must_exist)
    return refusal.value.problem


def test_a_key_is_made_once_and_kept_by_the_keyring(tmp_path: Path) -> None:
    keyring.set_keyring(MemoryKeyring())
    made = find(tmp_path)
    assert (len(made.key), made.place) == (32, KeyPlace.KEYRING)
    assert find(tmp_path, must_exist=True) == made
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("backend", [NO_KEYRING, NULL_KEYRING, MemoryKeyring(writes=False)])
def test_without_a_keyring_that_keeps_the_key_lies_in_a_file_of_its_owner(
    tmp_path: Path, backend: KeyringBackend
) -> None:
    keyring.set_keyring(backend)
    made = find(tmp_path)
    assert made.place is KeyPlace.FILE
    assert find(tmp_path, must_exist=True) == made
    assert [file.name for file in tmp_path.iterdir()] == [KEY_FILE]
    assert (tmp_path / KEY_FILE).stat().st_mode & 0o777 == 0o600


def test_a_key_in_a_file_stays_the_key_when_a_keyring_turns_up(tmp_path: Path) -> None:
    keyring.set_keyring(NO_KEYRING)
    made = find(tmp_path)
    keyring.set_keyring(MemoryKeyring())
    assert find(tmp_path) == made


def test_two_desks_have_two_keys(tmp_path: Path) -> None:
    keyring.set_keyring(NO_KEYRING)
    assert find(tmp_path / "a").key != find(tmp_path / "b").key


@pytest.mark.parametrize("backend", [NO_KEYRING, MemoryKeyring()])
def test_no_key_is_made_where_a_database_waits_for_its_own(tmp_path: Path, backend: KeyringBackend) -> None:
    keyring.set_keyring(backend)
    assert problem_of(tmp_path, must_exist=True) == "key_missing"
    assert list(tmp_path.iterdir()) == []


def test_a_locked_keyring_is_named_where_a_key_must_be_there(tmp_path: Path) -> None:
    keyring.set_keyring(MemoryKeyring(reads=False))
    assert problem_of(tmp_path, must_exist=True) == "keyring_locked"
    assert find(tmp_path).place is KeyPlace.FILE


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"00" * 31, b"0" * 10_000, b"z" * 64])
def test_a_damaged_key_is_refused_and_not_replaced(tmp_path: Path, content: bytes) -> None:
    (tmp_path / KEY_FILE).write_bytes(content)
    assert problem_of(tmp_path) == "key_damaged"
    assert (tmp_path / KEY_FILE).read_bytes() == content


def test_a_damaged_key_in_the_keyring_is_refused_and_not_replaced(tmp_path: Path) -> None:
    vault = MemoryKeyring()
    keyring.set_keyring(vault)
    find(tmp_path)
    (name,) = vault.secrets
    vault.secrets[name] = "spoilt"
    assert problem_of(tmp_path) == "key_damaged"
    assert vault.secrets[name] == "spoilt"


def test_a_folder_that_cannot_be_written_to_is_refused(tmp_path: Path) -> None:
    keyring.set_keyring(NO_KEYRING)
    (tmp_path / "data").touch()
    assert problem_of(tmp_path / "data") == "not_writable"


def test_the_key_does_not_show_where_its_keeper_is_written_down() -> None:
    assert b"k" * 32 not in repr(KeptKey(b"k" * 32, KeyPlace.FILE)).encode()


def test_each_purpose_has_its_own_key_and_always_the_same() -> None:
    assert (
        derive(b"k" * 32, "database").hex()
        == "c42d76f21227bbd2313467fdad16510448158c98eaefd79d8e3a86e341b5f7e8"
    )
    assert derive(b"k" * 32, "database") != derive(b"k" * 32, "sealed files")
    assert derive(b"k" * 32, "database") != derive(b"x" * 32, "database")
