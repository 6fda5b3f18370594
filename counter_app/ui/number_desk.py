"""The number printed on a card, proposed from the camera's picture where nothing else can be read."""

from __future__ import annotations

from PySide6.QtCore import QObject

from counter_app.ui.camera_loop import CameraLoop
from counter_app.ui.error_words import ErrorWords
from counter_app.ui.pictures import image_of_frame
from counter_app.ui.screens.identify import IdentifyScreen
from counter_app.ui.tasks import Lane, Tasks
from counter_app.ui.visit_desk import VisitDesk
from counter_app.ui.widgets.number_check import ProposedNumber
from scanning.card_number import read_number
from scanning.cut_out import cut_out
from scanning.frames import Frame

_READING_MS = 1_000


class NumberDesk(QObject):
    """Serves the row on the identify screen that asks for the printed number.

    A number that comes after the citizen has gone, or was found by their card, is dropped.
    """

    def __init__(self, screen: IdentifyScreen, visits: VisitDesk, camera: CameraLoop, tasks: Tasks) -> None:
        super().__init__()
        self._screen = screen
        self._camera = camera
        self._tasks = tasks
        self._turn = 0
        screen.number_asked.connect(self._on_asked)
        for over in (visits.citizen_left, visits.identifying):
            over.connect(self._on_turn_over)

    def _on_turn_over(self) -> None:
        self._turn += 1

    def _on_asked(self) -> None:
        frame = self._camera.newest
        if frame is None:
            self._show(None)
            return
        turn = self._turn

        def at_hand(number: ProposedNumber | None) -> None:
            if turn == self._turn:
                self._show(number)

        self._tasks.run(
            Lane.CRAFT,
            lambda: _proposed(frame),
            owner=self,
            done=at_hand,
            failed=self._tasks.untaken_failure.emit,
        )

    def _show(self, number: ProposedNumber | None) -> None:
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
