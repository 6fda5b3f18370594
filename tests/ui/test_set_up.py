"""The first start of an office desk, by keys: each step is kept, what is wrong is said, it can be left."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QRadioButton
from pytestqt.qtbot import QtBot

from counter_app.bootstrap.desk_keys import service_name
from counter_app.bootstrap.set_up import DeskSetUp
from counter_app.config import SETTINGS_FILE, DeskKind, read_settings
from counter_app.gateways.keys import KeyPlace, find_or_make_key
from counter_app.services.set_up import KeyChoice
from counter_app.ui.set_up import SetUpDialog

OFFICE = {
    "name": "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG PHƯỜNG THỬ",
    "parent": "ỦY BAN NHÂN DÂN PHƯỜNG THỬ",
    "commune": "phường Thử",
    "province": "thành phố Thử",
    "code": "26-H",
    "counter": "Quầy 1",
}
WORDS = "con trâu đi trước cái cày"


@pytest.fixture
def book(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> DeskSetUp:
    del qtbot, qapp
    return DeskSetUp(tmp_path)


def begin(book: DeskSetUp) -> SetUpDialog:
    made = SetUpDialog(book)
    made.show()
    return made


def give(dialog: SetUpDialog, name: str, text: str) -> None:
    line = dialog.findChild(QLineEdit, f"set_up_{name}")
    assert isinstance(line, QLineEdit)
    line.setText(text)


def enter(dialog: SetUpDialog) -> str:
    """Press Enter, and give what is said of it."""
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    said = dialog.findChild(QLabel, "set_up_said_words")
    assert isinstance(said, QLabel)
    return said.text() if said.isVisible() else ""


def test_each_step_is_kept_and_the_next_start_goes_on_where_it_was_left(
    book: DeskSetUp, tmp_path: Path
) -> None:
    (tmp_path / SETTINGS_FILE).write_text("scale = 150  # the official's own\n", encoding="utf-8")
    first = begin(book)
    assert "Name of the office" in enter(first)
    for key, text in OFFICE.items():
        give(first, key, text)
    assert "H26.98" in enter(first)
    assert first.focusWidget().objectName() == "set_up_code"
    give(first, "code", "H26.98")
    assert enter(first) == ""
    QTest.keyClick(first, Qt.Key.Key_Escape)
    assert not first.isVisible()
    assert not DeskSetUp(tmp_path).is_over

    again = begin(book)
    give(again, "address", "http://hub.example.vn")
    assert "https://" in enter(again)
    give(again, "address", "https://hub.example.vn")
    assert enter(again) == ""
    radio = again.findChild(QRadioButton, f"set_up_{KeyChoice.PASSPHRASE}")
    assert isinstance(radio, QRadioButton)
    radio.setChecked(True)
    assert "14" in enter(again) or "short" in enter(again)
    give(again, "words", WORDS)
    assert "not the same" in enter(again)
    give(again, "again", WORDS)
    assert enter(again) == ""
    assert again.result() == SetUpDialog.DialogCode.Accepted
    assert book.is_over
    text = (tmp_path / SETTINGS_FILE).read_text(encoding="utf-8")
    settings = read_settings(tmp_path / SETTINGS_FILE)
    assert "# the official's own" in text
    assert WORDS not in text
    assert (settings.desk, settings.scale) == (DeskKind.OFFICE, 150)
    assert settings.hub is not None
    kept = find_or_make_key(tmp_path, service_name(tmp_path), must_exist=True, ask=lambda: WORDS)
    assert kept.place is KeyPlace.PASSPHRASE


def test_a_desk_may_work_alone_with_its_key_in_a_file_for_its_owner(book: DeskSetUp, tmp_path: Path) -> None:
    dialog = begin(book)
    for key, text in (OFFICE | {"code": "H26.98"}).items():
        give(dialog, key, text)
    assert enter(dialog) == ""
    assert enter(dialog) == ""
    radio = dialog.findChild(QRadioButton, f"set_up_{KeyChoice.FILE}")
    assert isinstance(radio, QRadioButton)
    radio.setChecked(True)
    assert enter(dialog) == ""
    assert read_settings(tmp_path / SETTINGS_FILE).hub is None
    (key_file,) = tmp_path.glob("*.key")
    assert os.name == "nt" or key_file.stat().st_mode & 0o077 == 0
    assert DeskSetUp(tmp_path).key_choices() == ()
