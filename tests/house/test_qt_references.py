"""The Qt binding gives back every reference it takes: a version that does not aborts after some hours."""

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 1_000
NOISE = 100  # what the test run itself takes and gives meanwhile

pytestmark = pytest.mark.usefixtures("qapp")


class Bell(QObject):
    """Something that only rings."""

    rung = Signal()


def references_lost(counted: object, call: Callable[[], object]) -> int:
    before = sys.getrefcount(counted)
    for _ in range(CALLS):
        call()
    return before - sys.getrefcount(counted)


def test_setting_text_loses_no_reference_to_none(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    assert abs(references_lost(None, lambda: label.setText("Phạm Thị Hương"))) < NOISE


def test_emitting_loses_no_reference_to_true() -> None:
    bell = Bell()
    bell.rung.connect(lambda: None)
    assert abs(references_lost(counted=True, call=bell.rung.emit)) < NOISE
