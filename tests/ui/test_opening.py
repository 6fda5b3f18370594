"""What is asked before there is a window: a passphrase, and whether a copy takes a database's place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QInputDialog, QMessageBox
from pytestqt.qtbot import QtBot
from services.people import MORNING

from counter_app.bootstrap.window import looks
from counter_app.config import Settings
from counter_app.services.copy_ports import SafeCopy
from counter_app.ui.opening import Opening

D = TypeVar("D", bound=QDialog)
COPY = SafeCopy(Path("copies"), MORNING, 12, 3, 4_000)


@pytest.fixture
def opening(qtbot: QtBot, qapp: QApplication) -> Opening:
    del qtbot, qapp
    return Opening(looks(Settings(), key_in_file=False))


def when_asked(kind: type[D], act: Callable[[D], object]) -> None:
    """Act on the dialog once it stands."""

    def look() -> None:
        found = QApplication.activeModalWidget()
        if isinstance(found, kind):
            act(found)
        else:
            QTimer.singleShot(5, look)

    QTimer.singleShot(0, look)


def test_the_passphrase_is_typed_unseen_and_may_be_kept_back(opening: Opening) -> None:
    def type_it(asked: QInputDialog) -> None:
        assert asked.textEchoMode().name == "Password"
        asked.setTextValue("con trâu đi trước cái cày")
        QTest.keyClick(asked, Qt.Key.Key_Return)

    when_asked(QInputDialog, type_it)
    assert opening.ask_words(again=False) == "con trâu đi trước cái cày"
    when_asked(QInputDialog, lambda asked: QTest.keyClick(asked, Qt.Key.Key_Escape))
    assert opening.ask_words(again=True) is None


@pytest.mark.parametrize(
    ("copy", "key", "wanted"),
    [(COPY, Qt.Key.Key_Return, True), (COPY, Qt.Key.Key_Escape, False), (None, Qt.Key.Key_Return, False)],
)
def test_enter_takes_the_copy_that_is_offered_if_there_is_one(
    opening: Opening, copy: SafeCopy | None, key: Qt.Key, *, wanted: bool
) -> None:
    said: list[str] = []

    def answer(box: QMessageBox) -> None:
        said.append(box.informativeText())
        QTest.keyClick(box, key)

    when_asked(QMessageBox, answer)
    assert opening.offer(copy) is wanted
    assert (f"{MORNING:%H:%M %d/%m/%Y}" in said[0]) is bool(copy)
