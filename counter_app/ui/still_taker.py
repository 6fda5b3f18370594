"""A still from the camera: the sharpest of a short burst, once the sheet lies still."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from counter_app.ui.camera_loop import CameraLoop
from counter_app.ui.tasks import Lane, Tasks
from scanning.burst import Burst
from scanning.frames import Frame

_PATIENCE_MS = 2_500


class StillTaker(QObject):
    """Looks at one frame at a time off the GUI thread; a camera that gives no more has its newest taken."""

    taken = Signal(object, object)
    """Carries the Frame, and whatever was given to know it by."""
    failed = Signal(object)

    def __init__(self, camera: CameraLoop, tasks: Tasks) -> None:
        super().__init__()
        self._camera = camera
        self._tasks = tasks
        self._burst: Burst | None = None
        self._known_by: object = None
        self._looking = False
        self._newest: Frame | None = None
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._on_patience_over)
        camera.frame_ready.connect(self._on_frame_ready)
        camera.camera_lost.connect(self._on_patience_over)

    def begin(self, known_by: object) -> bool:
        """Take a still from what the camera sees now; False where it sees nothing, or one is being taken."""
        if self._camera.newest is None or self._burst is not None:
            return False
        self._burst, self._known_by, self._looking = Burst(), known_by, False
        self._patience.start()
        self._on_frame_ready()
        return True

    def _on_frame_ready(self) -> None:
        frame, burst = self._camera.newest, self._burst
        if burst is None or frame is None or self._looking:
            return
        self._looking, self._newest = True, frame
        self._tasks.run(
            Lane.EYES,
            partial(burst.feed, frame),
            owner=self,
            done=partial(self._on_looked, burst),
            failed=self._on_failed,
        )

    def _on_looked(self, burst: Burst, best: Frame | None) -> None:
        if burst is not self._burst:
            return
        self._looking = False
        if best is not None:
            self._give(best)

    def _on_failed(self, error: Exception) -> None:
        self._burst, self._looking = None, False
        self._patience.stop()
        self.failed.emit(error)

    def _on_patience_over(self) -> None:
        if self._burst is not None and self._newest is not None:
            self._give(self._newest)

    def _give(self, frame: Frame) -> None:
        known_by, self._burst, self._known_by, self._newest = self._known_by, None, None, None
        self._patience.stop()
        self.taken.emit(frame, known_by)
