"""Steps in turns: one at a time, with keys and painting between, and none held up by a dialog."""

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from pytestqt.qtbot import QtBot

from counter_app.ui.turns import Turns

pytestmark = pytest.mark.usefixtures("qapp")


def test_steps_are_taken_in_their_order_and_others_come_between(qtbot: QtBot) -> None:
    turns = Turns()
    seen: list[str] = []
    beat = QTimer()
    beat.timeout.connect(lambda: seen.append("beat"))
    beat.start(0)
    for name in ("one", "two", "three"):
        turns.take(lambda name=name: seen.append(name))  # type: ignore[misc]
    qtbot.waitUntil(lambda: turns.are_over)
    beat.stop()
    assert [step for step in seen if step != "beat"] == ["one", "two", "three"]
    assert "beat" in seen[seen.index("one") : seen.index("two")]
    assert "beat" in seen[seen.index("two") : seen.index("three")]


def test_a_step_that_waits_in_a_loop_of_its_own_does_not_hold_up_the_next() -> None:
    turns, dialog = Turns(), QEventLoop()
    seen: list[int] = []
    QTimer.singleShot(5_000, dialog, lambda: dialog.exit(1))

    def ask() -> None:
        seen.append(dialog.exec())

    def inside() -> None:
        nested = QEventLoop()
        turns.take(nested.quit)
        QTimer.singleShot(5_000, nested, lambda: nested.exit(1))
        seen.append(nested.exec())
        dialog.quit()

    turns.take(ask)
    turns.take(inside)
    outer = QEventLoop()
    QTimer.singleShot(5_000, outer, lambda: outer.exit(1))
    turns.take(outer.quit)
    assert outer.exec() == 0
    assert seen == [0, 0]


def test_what_is_dropped_is_not_taken(qtbot: QtBot) -> None:
    turns = Turns()
    seen: list[str] = []
    turns.take(lambda: seen.append("dropped"))
    turns.drop_all()
    turns.take(lambda: seen.append("taken"))
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == ["taken"]
