"""The desk's cameras in the window: chosen, remembered, measured, and closed while nobody can see them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from counter_app.services.camera_port import CameraChoice, Cameras
from counter_app.ui.camera_loop import CameraLoop, Rest
from counter_app.ui.main_window import MainWindow
from counter_app.ui.screens.identify import IdentifyScreen
from counter_app.ui.tasks import Lane, Tasks

_SEEN_CHANGES = {QEvent.Type.WindowStateChange, QEvent.Type.Show, QEvent.Type.Hide}


class CameraDesk(QObject):
    """Serves the line of cameras on the identify screen, and rests the camera with its window."""

    refused = Signal(object)

    def __init__(self, screen: IdentifyScreen, camera: CameraLoop, cameras: Cameras, tasks: Tasks) -> None:
        super().__init__()
        self._screen = screen
        self._camera = camera
        self._cameras = cameras
        self._tasks = tasks
        screen.show_camera_choice(cameras.choice)
        screen.camera_chosen.connect(self._on_camera_chosen)
        screen.cameras_asked.connect(self._look_for_cameras)
        camera.frame_ready.connect(screen.show_image)
        camera.hint_changed.connect(screen.show_hint)
        camera.measured.connect(screen.show_camera_facts)
        camera.opening.connect(self._on_opening)
        camera.camera_lost.connect(self._on_camera_lost)

    def rest_with(self, window: MainWindow) -> None:
        """Let the camera go, and its light off, while the window is minimised, hidden or covered."""
        window.installEventFilter(self)
        window.covered.connect(lambda covered: self._camera.rest(Rest.LOCKED, resting=covered))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window in and out of sight."""
        if event.type() in _SEEN_CHANGES and isinstance(watched, QWidget):
            self._camera.rest(Rest.HIDDEN, resting=watched.isMinimized() or not watched.isVisible())
        return super().eventFilter(watched, event)

    def _on_camera_chosen(self, choice: CameraChoice) -> None:
        self._screen.show_camera_choice(choice)
        self._camera.switch(choice.name)
        self._tasks.run(
            Lane.CRAFT,
            lambda: self._cameras.keep(choice),
            owner=self,
            done=lambda _: None,
            failed=self.refused.emit,
        )

    def _on_opening(self) -> None:
        self._screen.show_camera_opening()
        self._look_for_cameras()

    def _on_camera_lost(self) -> None:
        self._screen.show_camera_lost()
        self._look_for_cameras()

    def _look_for_cameras(self) -> None:
        self._tasks.run(Lane.CRAFT, self._cameras.offered, owner=self, done=self._screen.show_cameras)
