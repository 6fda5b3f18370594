"""What is drawn over the camera's picture and said below it: where to lay the card, that it was read."""

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QCommonStyle,
    QLabel,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)
from pytestqt.qtbot import QtBot

from counter_app.ui.tokens import LIGHT
from counter_app.ui.widgets.camera_view import CameraView
from counter_app.ui.widgets.card_frame import CARD_RATIO, card_room
from counter_app.ui.widgets.guidance import Guidance
from counter_app.ui.widgets.read_mark import ReadMark
from scanning.view import ViewHint


class Style(QCommonStyle):
    """Moves things for as long as it is told; 0 is a system that wants less motion."""

    def __init__(self, moves_ms: int) -> None:
        super().__init__()
        self._moves_ms = moves_ms

    def styleHint(  # noqa: D102, N802 - Qt's own
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,  # noqa: N803 - Qt's own name
    ) -> int:
        if hint is QStyle.StyleHint.SH_Widget_Animation_Duration:
            return self._moves_ms
        return super().styleHint(hint, option, widget, returnData)


class Owner(QWidget):
    """Tells a style without wearing it: Qt would take the program's own style along when that one goes."""

    def __init__(self, told: Style) -> None:
        super().__init__()
        self.told = told

    def style(self) -> QStyle:  # noqa: D102 - Qt's own
        return self.told


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[CameraView]:
    made = CameraView()
    qtbot.addWidget(made)
    picture = QImage(1280, 720, QImage.Format.Format_RGB32)
    picture.fill(QColor("#808080"))
    made.resize(640, 360)
    made.show_image(picture)
    made.show()
    yield made
    made.hide()


def colours(view: CameraView) -> set[str]:
    """Name the colours of the picture as it is drawn now, inside the ring of the focus."""
    image = view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), -1)
    return {QColor(int(each)).name() for each in np.unique(pixels[8:352:2, 8:632:2])}


def test_the_frame_has_the_shape_of_a_card_in_any_picture() -> None:
    for width, height in ((640, 360), (640, 480), (360, 640)):
        picture = QImage(width, height, QImage.Format.Format_RGB32).rect().toRectF()
        card = card_room(picture)
        assert card.width() / card.height() == pytest.approx(CARD_RATIO)
        assert picture.contains(card)


def test_the_picture_wears_the_frame_and_for_a_moment_the_mark(view: CameraView, qtbot: QtBot) -> None:
    assert "#ffffff" in colours(view)
    assert LIGHT.accent not in colours(view)
    view.show_tick()
    qtbot.waitUntil(lambda: LIGHT.accent in colours(view))
    qtbot.waitUntil(lambda: not view.is_ticked)
    assert LIGHT.accent not in colours(view)


def test_the_mark_grows_where_things_move_and_is_whole_at_once_where_they_do_not(qtbot: QtBot) -> None:
    owner = Owner(Style(200))
    qtbot.addWidget(owner)
    mark = ReadMark(owner)
    mark.show()
    begun = mark.grown
    qtbot.waitUntil(lambda: mark.grown == 1.0)
    mark.clear()
    owner.told = Style(0)
    mark.show()
    assert (begun < 1.0, mark.grown, mark.is_shown) == (True, 1.0, True)


def test_each_hint_says_something_of_its_own(qtbot: QtBot) -> None:
    guidance = Guidance()
    qtbot.addWidget(guidance)
    said = []
    for hint in (None, *ViewHint):
        guidance.show_hint(hint)
        said.append(" ".join(line.text() for line in guidance.findChildren(QLabel) if line.text()))
    assert all(said)
    assert len(set(said)) == len(ViewHint) + 1
