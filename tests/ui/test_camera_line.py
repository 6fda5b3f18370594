"""The line below the picture: cameras by name and by keys, what was got, and rest with the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from ui.window_driver import window_in

from counter_app.services.camera_port import PRACTICE_CAMERA, CameraChoice
from counter_app.ui.widgets.camera_line import CameraLine
from counter_app.ui.widgets.camera_view import CameraState, CameraView
from scanning.camera_facts import CameraFacts

WEBCAM, OTHER = "HD Pro Webcam C920", "Soi & đọc (1-2:1.0)"


@pytest.fixture
def line(qtbot: QtBot) -> CameraLine:
    made = CameraLine()
    qtbot.addWidget(made)
    made.show_choice(CameraChoice(WEBCAM, mirrored=False))
    made.show()
    return made


def menu_of(line: QWidget) -> QMenu:
    menu = line.findChild(QMenu, "camera_menu")
    assert menu is not None
    return menu


def entries(line: QWidget) -> list[tuple[str, bool]]:
    actions = [action for action in menu_of(line).actions() if action.objectName() == "camera_action"]
    return [(action.text(), action.isChecked()) for action in actions]


def facts_line(line: QWidget) -> QLabel:
    label = line.findChild(QLabel, "camera_facts")
    assert label is not None
    return label


def test_cameras_are_offered_by_name_and_the_one_away_is_said_to_be(line: CameraLine) -> None:
    line.show_cameras((OTHER, "0", PRACTICE_CAMERA))
    assert entries(line) == [
        ("Soi && đọc (1-2:1.0)", False),
        ("Number 0", False),
        ("Practice", False),
        (f"{WEBCAM} (not connected)", True),
    ]


@pytest.mark.qt_log_ignore("This plugin does not support")  # what a menu meets without a screen
def test_another_camera_is_chosen_by_keys_alone(line: CameraLine, qtbot: QtBot) -> None:
    line.show_cameras((WEBCAM, OTHER))
    button = line.findChild(QPushButton, "camera_button")
    assert button is not None
    button.setFocus()

    def press() -> None:
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
            QTest.keyClick(menu_of(line), key)

    QTimer.singleShot(0, menu_of(line), press)
    with qtbot.waitSignal(line.cameras_asked), qtbot.waitSignal(line.camera_chosen) as chosen:
        QTest.keyClick(button, Qt.Key.Key_Space)
    assert chosen.args == [CameraChoice(OTHER, mirrored=False)]


def test_the_mirror_is_asked_for_beside_the_cameras(line: CameraLine, qtbot: QtBot) -> None:
    mirror = next(action for action in menu_of(line).actions() if action.objectName() == "mirror_action")
    with qtbot.waitSignal(line.camera_chosen) as chosen:
        mirror.trigger()
    assert chosen.args == [CameraChoice(WEBCAM, mirrored=True)]


def test_what_was_got_is_one_quiet_line_and_a_coarse_picture_is_warned_of(line: CameraLine) -> None:
    line.show_facts(CameraFacts(1920, 1080, 30, autofocus=True))
    said = facts_line(line)
    quiet = (said.text(), said.property("look"))
    line.show_facts(CameraFacts(640, 480, 0, autofocus=False))
    assert quiet == ("1920 × 1080, 30 frames a second, focuses by itself", "hint")
    assert said.text() == "640 × 480, a coarse picture: hold the card nearer"
    assert said.property("look") == "warning"
    line.show_facts(None)
    assert not said.text()


def test_a_mirrored_picture_is_turned_on_the_screen_only(qtbot: QtBot) -> None:
    view = CameraView()
    qtbot.addWidget(view)
    view.resize(320, 180)
    image = QImage(32, 18, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    for x in range(16):
        for y in range(18):
            image.setPixelColor(x, y, QColor("red"))
    view.show_image(image)
    plain = view.grab().toImage().pixelColor(20, 90)
    view.show_choice(CameraChoice(WEBCAM, mirrored=True))
    turned = view.grab().toImage().pixelColor(20, 90)
    assert (plain, turned) == (QColor("red"), QColor("white"))


def test_a_camera_chosen_in_the_window_is_opened_at_once_kept_and_offered_again(
    qapp: QApplication, tmp_path: Path
) -> None:
    with window_in(qapp, tmp_path) as desk:
        screen, camera = desk.window.identify, desk.conductor.camera
        view = desk.find(CameraView, "camera_view")
        desk.wait(lambda: view.state is CameraState.SEEING, "no practice picture")
        screen.camera_chosen.emit(CameraChoice(WEBCAM, mirrored=True))
        desk.wait(lambda: view.state is CameraState.LOST, "a camera that is not there was opened")
        assert WEBCAM in view._lost_words
        desk.wait(lambda: (f"{WEBCAM} (chưa kết nối)", True) in entries(screen), "not offered")
        screen.camera_chosen.emit(CameraChoice(PRACTICE_CAMERA, mirrored=True))
        desk.wait(lambda: view.state is CameraState.SEEING, "no practice picture again")
        desk.settle()
        assert camera.source == PRACTICE_CAMERA
        assert (tmp_path / "counter.toml").read_text() == 'camera = "practice"\nmirror = true\n'


def test_the_camera_is_closed_while_the_window_is_minimised_on_any_step_that_uses_it(
    qapp: QApplication, tmp_path: Path
) -> None:
    with window_in(qapp, tmp_path) as desk:
        camera = desk.conductor.camera
        for screen in (desk.window.identify, desk.window.papers):
            desk.conductor._go(screen)
            desk.wait(lambda: camera.newest is not None, "no picture")
            desk.window.showMinimized()
            desk.wait(lambda: camera.newest is None, "the light is still on")
            desk.window.showNormal()
            desk.wait(lambda: camera.newest is not None, "the camera did not come back")
            desk.window.hide()
            desk.wait(lambda: camera.newest is None, "the light is still on")
            desk.window.show()
            desk.wait(lambda: camera.newest is not None, "the camera did not come back")
