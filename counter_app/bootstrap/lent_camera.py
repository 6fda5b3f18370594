"""The practice camera as whoever looks through it has it: a lesson may take it away."""

from __future__ import annotations

from collections.abc import Callable

from counter_app.services.camera_port import PRACTICE_CAMERA
from scanning.errors import CameraLost
from scanning.frames import Frame
from scanning.practice import PracticeCamera


class LentCamera:
    """See ``scanning.camera.Camera``."""

    def __init__(self, camera: PracticeCamera, is_away: Callable[[], bool]) -> None:
        self.name, self.autofocus = camera.name, camera.autofocus
        self._camera = camera
        self._is_away = is_away

    def read(self) -> Frame | None:
        """Give the newest frame; raises CameraLost while it is away."""
        if self._is_away():
            raise CameraLost(PRACTICE_CAMERA)
        return self._camera.read()

    def close(self) -> None:
        """Let it go."""
        self._camera.close()
