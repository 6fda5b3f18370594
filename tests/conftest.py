"""What every test stands on: no screen, no real folders, no keyring, and no warning unheard."""

import logging
import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

# Before anything loads Qt: a window needs no screen here, and a key never reaches a real keyring.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

settings.register_profile("desk", deadline=None)
settings.register_profile("ci", deadline=None, max_examples=40, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "desk")

HOMES = ("HOME", "USERPROFILE", "XDG_RUNTIME_DIR")
FOLDERS = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA")


@pytest.fixture(autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give each test a home of its own, so that none reads or writes the data of the person running it."""
    home = tmp_path_factory.mktemp("home")
    for name in HOMES:
        monkeypatch.setenv(name, str(home))
    for name in FOLDERS:
        monkeypatch.setenv(name, str(home / name.lower()))


@pytest.fixture(autouse=True)
def _no_unheard_warning(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test during which a warning was logged; one that expects it ends with ``caplog.clear()``."""
    yield
    heard = [record for record in caplog.get_records("call") if record.levelno >= logging.WARNING]
    assert not heard, f"logged: {[record.getMessage() for record in heard]}"
