"""A still is the sharpest of a burst; a camera that gives no more frames has its newest taken."""

from __future__ import annotations

from collections.abc import Iterator

import cv2
import numpy as np
import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from counter_app.ui.camera_loop import CameraLoop
from counter_app.ui.still_taker import StillTaker
from counter_app.ui.tasks import Tasks
from scanning.frames import Frame, Pixels


class Eyes(QObject):
    """A camera whose frames a test shows one by one."""

    frame_ready = Signal(object)
    camera_lost = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.newest: Frame | None = None
        self._shown = 0

    def show(self, pixels: Pixels) -> Frame:
        """Show a frame, a tenth of a second after the last."""
        self._shown += 1
        self.newest = Frame(pixels, self._shown / 10)
        self.frame_ready.emit(None)
        return self.newest


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    del qtbot
    made = Tasks()
    yield made
    made.close()


def writing() -> Pixels:
    page = np.full((360, 480, 3), 230, np.uint8)
    for line in range(8):
        cv2.putText(page, "Giay to", (30, 40 + 40 * line), cv2.FONT_HERSHEY_SIMPLEX, 1, (20,) * 3, 2)
    return page


def soft(page: Pixels) -> Pixels:
    return np.asarray(cv2.GaussianBlur(page, (0, 0), 1.5), np.uint8)


def test_the_sharpest_frame_is_taken_and_told_for_whom(qtbot: QtBot, tasks: Tasks) -> None:
    eyes = Eyes()
    taker = StillTaker(as_camera(eyes), tasks)
    told: list[tuple[Frame, object]] = []
    taker.taken.connect(lambda frame, aim: told.append((frame, aim)))
    assert not taker.begin("nobody")
    eyes.show(soft(writing()))
    assert taker.begin("lease")
    assert not taker.begin("another")
    best = None
    for at in range(20):
        if told:
            break
        shown = eyes.show(writing() if at == 1 else soft(writing()))
        best = shown if at == 1 else best
        qtbot.waitUntil(lambda: bool(told) or not taker._looking)
    assert told == [(best, "lease")]


def test_a_camera_that_is_lost_has_its_newest_frame_taken(qtbot: QtBot, tasks: Tasks) -> None:
    eyes = Eyes()
    taker = StillTaker(as_camera(eyes), tasks)
    only = eyes.show(writing())
    with qtbot.waitSignal(taker.taken) as told:
        assert taker.begin("lease")
        eyes.camera_lost.emit(None)
    assert told.args == [only, "lease"]


def as_camera(eyes: Eyes) -> CameraLoop:
    """Let a test's eyes stand for the loop: only the newest frame and two signals are asked of it."""
    return eyes  # type: ignore[return-value]
