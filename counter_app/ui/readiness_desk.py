"""The opening check in the window: each point looked at in its lane, daily by itself, by key at any time."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer

from counter_app.domain.office import Duty
from counter_app.domain.readiness import Finding, Point, Remark, Standing, unanswered
from counter_app.services.desk import Desk
from counter_app.services.opening_check import LONGEST_S
from counter_app.ui.camera_loop import CameraLoop
from counter_app.ui.main_window import MainWindow
from counter_app.ui.session_desk import SessionDesk
from counter_app.ui.steps import Step
from counter_app.ui.tasks import Lane, Tasks
from counter_app.ui.unforeseen import log_unforeseen
from counter_app.ui.widgets.readiness_view import ReadinessView

_CHECKED_ON = "readiness.checked_on"
"""The name under which the desk remembers on which day it was opened with a check."""
_FIRST_PICTURE_MS = 6_000
_LANES = {
    Point.DATABASE: Lane.READING,
    Point.HUB: Lane.WIRE,
    Point.CAMERA: Lane.EYES,
    Point.SCANNER: Lane.WIRE,
    Point.PRINTERS: Lane.WIRE,
}
"""All other points are looked at in no time, behind what is being saved."""


class ReadinessDesk(QObject):
    """Serves the one view of an opening check; it is made when it is first wanted."""

    def __init__(
        self, window: MainWindow, desk: Desk, tasks: Tasks, *, camera: CameraLoop, sessions: SessionDesk
    ) -> None:
        super().__init__()
        self._window = window
        self._desk = desk
        self._tasks = tasks
        self._camera = camera
        self._made: ReadinessView | None = None
        self._round = 0
        self._end = QTimer(self, singleShot=True)
        self._end.timeout.connect(self._on_time_over)
        window.readiness.triggered.connect(self.begin)
        camera.frame_ready.connect(self._on_picture)
        if sessions.is_guarded:
            sessions.began.connect(self.begin_day)

    def begin(self) -> None:
        """Open the view, and look."""
        self._view.open()
        self._view.check()

    def begin_day(self, _duty: Duty) -> None:
        """Open an office's desk with a check, once a day; nobody has to wait for it."""
        desk, today = self._desk, self._desk.clock.now().date().isoformat()

        def is_first() -> bool:
            if desk.preference(_CHECKED_ON) == today:
                return False
            desk.keep_preference(_CHECKED_ON, today)
            return True

        def begin(first: bool) -> None:  # noqa: FBT001 - an outcome carries it
            if first and not self._window.is_covered:
                self.begin()

        self._tasks.run(Lane.STORE, is_first, owner=self, done=begin)

    @property
    def _view(self) -> ReadinessView:
        if self._made is None:
            self._made = view = ReadinessView(self._window)
            view.check_wanted.connect(self._check)
            view.set_up_wanted.connect(self._set_up)
            view.finished.connect(self._end.stop)
            self._window.covered.connect(self._on_covered)
        return self._made

    def _check(self) -> None:
        self._round += 1
        self._end.start(round(LONGEST_S * 1000))
        for point in Point:
            if point is not Point.CAMERA:
                self._look(point)
        if self._camera.newest is not None:
            self._on_picture()
        elif self._camera.is_looking:
            QTimer.singleShot(_FIRST_PICTURE_MS, self, partial(self._look_for_camera, self._round))
        else:
            self._look(Point.CAMERA)

    def _look(self, point: Point) -> None:
        this_round = self._round

        def show(found: Finding) -> None:
            if this_round == self._round:
                self._view.show_finding(found)

        def fail(error: Exception) -> None:
            log_unforeseen(error)
            show(unanswered(point))

        lane, look = _LANES.get(point, Lane.STORE), self._desk.opening_check.looks[point]
        self._tasks.run(lane, look, owner=self, done=show, failed=fail, quietly=True)

    def _look_for_camera(self, this_round: int) -> None:
        """Ask what is the matter with a camera from which no picture came."""
        if this_round == self._round and Point.CAMERA in self._view.missing():
            self._look(Point.CAMERA)

    def _on_picture(self) -> None:
        """Take a picture that came by itself for an answer: two cannot look through one camera."""
        if self._made is not None and self._made.isVisible() and Point.CAMERA in self._made.missing():
            name = self._camera.source
            self._made.show_finding(Finding(Point.CAMERA, Standing.GOOD, Remark.CAMERA_SEES, name))

    def _on_time_over(self) -> None:
        for point in self._view.missing():
            self._view.show_finding(unanswered(point))

    def _on_covered(self, covered: bool) -> None:  # noqa: FBT001 - a signal carries it
        if covered:
            self._view.reject()

    def _set_up(self, point: Point) -> None:
        window = self._window
        if point is Point.PRINTERS:
            window.printers.trigger()
        elif point is Point.SCANNER:
            window.identify.scanner_setup_asked.emit()
        else:
            self._view.accept()
            if point is Point.HUB:
                window.top_bar.outbox_asked.emit()
            else:
                window.rail.step_asked.emit(Step.IDENTIFY)
                window.turns.take(window.identify.focus_camera_choice)
