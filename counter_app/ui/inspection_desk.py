"""Inspection in the window: read behind it, shown, exported, and told to a citizen on paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from counter_app.domain.look import Purpose
from counter_app.domain.rights import Right
from counter_app.services.desk import Desk
from counter_app.services.held_data import HeldData
from counter_app.services.inspection import OddLook, Wholeness
from counter_app.services.print_room import paper_of
from counter_app.ui.error_words import words_of
from counter_app.ui.main_window import MainWindow
from counter_app.ui.slip_desk import SlipDesk
from counter_app.ui.tasks import Lane, Tasks
from counter_app.ui.unforeseen import log_unforeseen
from counter_app.ui.visit_desk import VisitDesk
from counter_app.ui.widgets.inspection_view import InspectionView
from printing.sheet import PaperSize


class InspectionDesk(QObject):
    """Serves the one view in which a desk is inspected; it is made when it is first wanted."""

    def __init__(
        self, window: MainWindow, visits: VisitDesk, desk: Desk, tasks: Tasks, *, slips: SlipDesk
    ) -> None:
        super().__init__()
        self._window = window
        self._visits = visits
        self._desk = desk
        self._tasks = tasks
        self._slips = slips
        self._made: InspectionView | None = None
        window.register.inspection_wanted.connect(self.begin)

    def begin(self) -> None:
        """Open the view, and inspect."""
        self._view.begin()

    @property
    def _view(self) -> InspectionView:
        if self._made is None:
            self._made = view = InspectionView(self._window)
            view.inspection_wanted.connect(self._inspect)
            view.export_wanted.connect(self._export)
            view.number_asked.connect(self._tell)
            view.sheet_wanted.connect(self._print)
        return self._made

    def _inspect(self) -> None:
        desk, sign = self._desk, self._visits.duty.official.sign

        def look() -> tuple[Wholeness, tuple[OddLook, ...]]:
            desk.accounts.demand(sign, Right.INSPECT)
            inspection = desk.custody.inspection
            found = inspection.verify(), inspection.odd_looks()
            inspection.keep_inspected(sign, "verified")
            return found

        self._run(look, lambda found: self._view.show_found(*found))

    def _export(self, path: Path) -> None:
        desk, sign = self._desk, self._visits.duty.official.sign

        def write() -> None:
            desk.accounts.demand(sign, Right.INSPECT)
            path.write_text(desk.custody.inspection.export(), encoding="utf-8")
            desk.custody.inspection.keep_inspected(sign, "exported")

        words = self.tr("History is written to {file}").format(file=path.name)
        self._run(write, lambda _: self._view.say(words))

    def _tell(self, number: str) -> None:
        right, sign = self._desk.custody.right_to_know, self._visits.duty.official.sign
        self._run(lambda: right.tell(number, Purpose.RIGHT_TO_KNOW, sign), self._view.show_held)

    def _print(self, held: HeldData) -> None:
        custody, duty = self._desk.custody, self._visits.duty
        self._slips.bring_out(lambda: paper_of(custody.held_sheet(held, duty), PaperSize.A4))

    def _run(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        self._tasks.run(Lane.STORE, work, owner=self, done=done, failed=self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        log_unforeseen(error)
        words = words_of(error)
        self._view.say(f"{words.happened} {words.advice}")
