"""The one way to print: a paper is drawn, set out for its role's printers, and followed until it is out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from counter_app.domain.printers import FoundPrinter, PaperRole, Stage
from counter_app.services.print_room import PrintRoom
from counter_app.services.print_run import PaperToPrint, PrintRun, RunState
from counter_app.ui.notices import Notice
from counter_app.ui.print_words import leftover_words, run_notice, with_signature_said
from counter_app.ui.tasks import Lane, Tasks

_LOOK_MS = 250
_TAKE_BACK_MS = 5_000
_LONGEST_LABEL = 24
"""One line has to hold two printers; a queue's own name is short."""
_MOST_TRIES = 60
"""Five minutes; after that the printer was told of, and is left alone."""


@dataclass(frozen=True, slots=True)
class PrintNews:
    """How a paper fares, and the line to be said of it."""

    state: RunState
    notice: Notice


@dataclass(slots=True)
class _Run:
    """A paper on its way: for whom, and what was said of it last."""

    run: PrintRun
    owner: QObject
    told: Callable[[PrintNews], None]
    said: tuple[Stage, int] | None = None
    tries: int = 0


class PrintDesk(QObject):
    """Brings papers out for every other desk; what a printer does holds nobody up."""

    printers_found = Signal(object)
    """Carries the FoundPrinters, those of A4 first in their order."""
    ended = Signal(object)
    """Carries the RunState of a paper that is out, lies in a folder, or came out nowhere."""
    taken_back = Signal(object)
    """Carries the Notice about a job that could be taken back, or could not, after its paper was out."""

    def __init__(self, room: PrintRoom, tasks: Tasks) -> None:
        super().__init__()
        self._room = room
        self._tasks = tasks
        self._labels: dict[str, str] = {}

    def look_for_printers(self) -> None:
        """Ask the system which printers there are; a slow answer keeps nobody waiting."""
        self._tasks.run(Lane.WIRE, lambda: _in_order(self._room), owner=self, done=self._on_found)

    def bring_out(
        self,
        draw: Callable[[], PaperToPrint],
        *,
        owner: QObject,
        told: Callable[[PrintNews], None],
        failed: Callable[[Exception], None],
        first: str = "",
    ) -> None:
        """Draw a paper and print it, on the printer named ``first`` where one is.

        ``told`` is called whenever there is something to say, the last time when the paper is out.
        """
        self._tasks.run(
            Lane.CRAFT,
            lambda: self._room.begin(draw(), first),
            owner=owner,
            done=lambda run: self.follow(run, owner=owner, told=told),
            failed=failed,
        )

    def follow(self, run: PrintRun, *, owner: QObject, told: Callable[[PrintNews], None]) -> None:
        """See a paper through that is set out already."""
        self._look(_Run(run, owner, told))

    def _on_found(self, found: tuple[FoundPrinter, ...]) -> None:
        short = (printer for printer in found if len(printer.label) <= _LONGEST_LABEL)
        self._labels = {printer.address: printer.label for printer in short}
        self.printers_found.emit(found)

    def _look(self, one: _Run) -> None:
        self._tasks.run(Lane.WIRE, one.run.step, owner=self, done=partial(self._on_looked, one))

    def _on_looked(self, one: _Run, state: RunState) -> None:
        said = (state.stage, len(state.hops))
        if said != one.said and isValid(one.owner):
            one.said = said
            notice = run_notice(state, self._labels, self._room.folder)
            one.told(PrintNews(state, with_signature_said(notice, one.run.unsigned)))
        if state.is_over:
            self.ended.emit(state)
        if not state.is_over:
            QTimer.singleShot(_LOOK_MS, self, partial(self._look, one))
        elif one.run.leftovers:
            QTimer.singleShot(_TAKE_BACK_MS, self, partial(self._take_back, one))

    def _take_back(self, one: _Run) -> None:
        """Try to take back what came out elsewhere, until the printer answers again."""
        one.tries += 1
        before = one.run.leftovers

        def tried(left: object) -> None:
            if not left or one.tries >= _MOST_TRIES:
                words = leftover_words(before, self._labels, is_taken_back=not left)
                self.taken_back.emit(words)
            else:
                QTimer.singleShot(_TAKE_BACK_MS, self, partial(self._take_back, one))

        self._tasks.run(Lane.WIRE, one.run.take_back_leftovers, owner=self, done=tried)


def _in_order(room: PrintRoom) -> tuple[FoundPrinter, ...]:
    found = {printer.address: printer for printer in room.found()}
    chosen = [found[place.address] for place in room.places(PaperRole.A4) if place.address in found]
    return tuple(dict.fromkeys((*chosen, *found.values())))
