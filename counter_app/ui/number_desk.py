"""The number printed on a card, proposed from the camera's picture where nothing else can be read."""

from __future__ import annotations

from PySide6.QtCore import QObject

from counter_app.ui.camera_loop import CameraLoop
from counter_app.ui.error_words import ErrorWords
from counter_app.ui.pictures import image_of_frame
from counter_app.ui.screens.identify import IdentifyScreen
from counter_app.ui.tasks import Lane, Tasks
from counter_app.ui.widgets.number_check import ProposedNumber
from scanning.card_number import read_number
from scanning.cut_out import cut_out
from scanning.frames import Frame

_READING_MS = 1_000


class NumberDesk(QObject):
    """Serves the row on the identify screen that asks for the printed number."""

    def __init__(self, screen: IdentifyScreen, camera: CameraLoop, tasks: Tasks) -> None:
        super().__init__()
        self._screen = screen
        self._camera = camera
        self._tasks = tasks
        screen.number_asked.connect(self._on_asked)

    def _on_asked(self) -> None:
        frame = self._camera.newest
        if frame is None:
            self._on_read(None)
            return
        self._tasks.run(
            Lane.CRAFT,
            lambda: _proposed(frame),
            owner=self,
            done=self._on_read,
            failed=self._tasks.untaken_failure.emit,
        )

    def _on_read(self, number: ProposedNumber | None) -> None:
        if not self._screen.isVisible():
            return
        if number is None:
            self._screen.show_refusal(
                ErrorWords(
                    self.tr("No printed ID number could be read in the camera's picture."),
                    self.tr("Hold the side with the number near and still and try again, or type it."),
                )
            )
        else:
            self._screen.show_number(number)


def _proposed(frame: Frame) -> ProposedNumber | None:
    read = read_number(frame, budget_ms=_READING_MS)
    return None if read is None else ProposedNumber(read.digits, image_of_frame(cut_out(frame, read.corners)))
