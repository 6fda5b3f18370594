"""One paper on its way out: printer after printer, until one has brought it out or it lies in the folder.

A run is asked to take a step a few times a second, off the GUI thread. A job that does not come out is taken
back first and only then given to the next printer, so that no paper comes out twice without anybody knowing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from time import monotonic

from counter_app.domain.printers import (
    JobFate,
    PaperRole,
    PrintDocument,
    PrinterFault,
    PrinterPlace,
    Stage,
)
from counter_app.services.ports import PrinterAway, Printers
from counter_app.services.print_document import document_for
from counter_app.services.signing import Unsigned

_HINDERED_S = 0.7
"""A cover that is just being shut is no fault."""
_STILL_S = 3.3
"""A job on which nothing moves for so long is stuck ..."""
_AT_WORK_S = 30.0
"""... but a device that has the paper and says that it is busy may be warming up."""
_SILENT_S = 2.0
_CALLING_BACK_S = 1.2
"""How long a printer may take to let a job go."""


class Remains(StrEnum):
    """What may be left of a paper at a printer that did not bring it out."""

    NOTHING = "nothing"
    PAGES = "pages"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class PaperToPrint:
    """A paper in the size it is drawn in; printers that take no PDF get it as dots or as a picture.

    ``unsigned`` tells why it bears no signature by certificate though the office wants one.
    """

    role: PaperRole
    pdf: bytes
    size_mm: tuple[float, float]
    unsigned: Unsigned | None = None


@dataclass(frozen=True, slots=True)
class Hop:
    """A printer that did not bring a paper out, why, and what may be left there."""

    address: str
    fault: PrinterFault
    remains: Remains = Remains.NOTHING


@dataclass(frozen=True, slots=True)
class RunState:
    """How far a paper has come: where it is now (or came out, or failed last), and where it was before.

    ``file`` is the name of the PDF where it lies in a folder.
    """

    address: str
    stage: Stage
    fault: PrinterFault | None = None
    hops: tuple[Hop, ...] = ()
    file: str = ""

    @property
    def is_over(self) -> bool:
        """Whether nothing more will happen."""
        return self.stage not in {Stage.WAITING, Stage.PRINTING}


@dataclass(frozen=True, slots=True)
class Leftover:
    """A job that could not be taken back."""

    address: str
    job: str


@dataclass(slots=True)
class _Job:
    """A job under way: since when nothing has moved, since when it is hindered, since when nobody answers."""

    place: PrinterPlace
    name: str
    moved_at: float
    fate: JobFate
    hindered_at: float | None = None
    silent_at: float | None = None
    called_back_at: float | None = None
    fault: PrinterFault = PrinterFault.STUCK


class PrintRun:
    """Takes one paper from printer to printer; belongs to one lane at a time."""

    def __init__(
        self,
        printers: Printers,
        paper: PaperToPrint,
        places: tuple[PrinterPlace, ...],
        *,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self._printers = printers
        self._paper = paper
        self._left = list(places)
        self._clock = clock
        self._job: _Job | None = None
        self._busy_at: float | None = None
        self._ready: PrintDocument | None = None
        self._state = RunState(places[0].address if places else "", Stage.WAITING)
        self._leftovers: tuple[Leftover, ...] = ()

    @property
    def unsigned(self) -> Unsigned | None:
        """Why the paper bears no signature by certificate; None where it is as the office wants it."""
        return self._paper.unsigned

    @property
    def leftovers(self) -> tuple[Leftover, ...]:
        """The jobs that could not be taken back so far."""
        return self._leftovers

    def step(self) -> RunState:
        """Look how the paper fares and do what is due; asks printers, so not for the GUI thread."""
        if self._state.is_over:
            return self._state
        if self._job:
            self._watch(self._job)
        while self._job is None and not self._state.is_over and self._begin():
            pass
        return self._state

    def take_back_leftovers(self) -> tuple[Leftover, ...]:
        """Try once more to take back what could not be; give what is still left."""
        self._leftovers = tuple(each for each in self._leftovers if not self._is_taken_back(each))
        return self._leftovers

    def _begin(self) -> bool:
        """Give the paper to the next printer, or end where none is left; False where that has to wait."""
        if not self._left:
            hops = self._state.hops
            fault = hops[-1].fault if hops else PrinterFault.OFFLINE
            self._state = replace(self._state, stage=Stage.FAILED, fault=fault)
            return True
        place = self._left[0]
        self._state = replace(self._state, address=place.address, stage=Stage.WAITING, fault=None)
        try:
            self._ready = self._ready or self._document(place)
            name = self._printers.submit(place.address, self._ready)
        except PrinterAway as error:
            if error.fault is PrinterFault.BUSY and self._waits_its_turn():
                return False
            remains = Remains.UNSURE if error.took_some else Remains.NOTHING
            self._hop(Hop(place.address, error.fault, remains))
            return True
        self._job = _Job(place, name, self._clock(), JobFate(Stage.WAITING))
        self._watch(self._job)
        return True

    def _waits_its_turn(self) -> bool:
        """Tell whether a printer that is busy is to be asked again, rather than left."""
        now = self._clock()
        self._busy_at = now if self._busy_at is None else self._busy_at
        return now - self._busy_at < _STILL_S

    def _document(self, place: PrinterPlace) -> PrintDocument:
        paper, ability = self._paper, self._printers.ability(place.address)
        document = document_for(paper.pdf, paper.size_mm, ability)
        if document is None:
            raise PrinterAway(place.address, PrinterFault.UNFIT)
        return replace(document, tray=place.tray)

    def _watch(self, job: _Job) -> None:
        now = self._clock()
        try:
            fate = self._printers.fate(job.place.address, job.name)
        except PrinterAway:
            job.silent_at = now if job.silent_at is None else job.silent_at
            if now - job.silent_at >= _SILENT_S:
                self._give_up(job, PrinterFault.OFFLINE)
            return
        job.silent_at = None
        if fate.sign != job.fate.sign or fate.stage is not job.fate.stage:
            job.moved_at = now
        job.fate = fate
        if job.called_back_at is not None:
            self._see_gone(job, fate, now - job.called_back_at)
        elif fate.stage in {Stage.DONE, Stage.CANCELLED}:
            self._end(job, fate.stage)
        elif fate.stage is Stage.FAILED:
            self._give_up(job, fate.fault or PrinterFault.FAILED)
        else:
            self._state = replace(self._state, stage=fate.stage, fault=fate.fault)
            self._lose_patience(job, fate, now)

    def _lose_patience(self, job: _Job, fate: JobFate, now: float) -> None:
        """Give up what is hindered for certain, or where nothing has moved for too long."""
        if not fate.is_surely_hindered:
            job.hindered_at = None
        elif job.hindered_at is None:
            job.hindered_at = now
        hindered_s = now - job.hindered_at if job.hindered_at is not None else 0.0
        still_s = _AT_WORK_S if fate.is_at_work and not fate.fault else _STILL_S
        if fate.fault and hindered_s >= _HINDERED_S:
            self._give_up(job, fate.fault)
        elif now - job.moved_at >= still_s:
            self._give_up(job, fate.fault or PrinterFault.STUCK)

    def _give_up(self, job: _Job, fault: PrinterFault) -> None:
        """Call the job back, and see whether it goes: it may come out in the last moment after all."""
        address, job.fault, job.called_back_at = job.place.address, fault, self._clock()
        try:
            self._printers.cancel(address, job.name)
            fate = self._printers.fate(address, job.name)
        except PrinterAway:
            self._leave(job, Remains.UNSURE)
        else:
            self._see_gone(job, fate, 0.0)

    def _see_gone(self, job: _Job, fate: JobFate, waited_s: float) -> None:
        if fate.stage is Stage.DONE:
            self._end(job, Stage.DONE)
        elif fate.stage in {Stage.CANCELLED, Stage.FAILED}:
            self._leave(job, Remains.PAGES if fate.pages_out else Remains.NOTHING)
        elif waited_s >= _CALLING_BACK_S:
            self._leave(job, Remains.UNSURE)

    def _leave(self, job: _Job, remains: Remains) -> None:
        if remains is Remains.UNSURE:
            self._leftovers = (*self._leftovers, Leftover(job.place.address, job.name))
        self._job = None
        self._hop(Hop(job.place.address, job.fault, remains))

    def _is_taken_back(self, leftover: Leftover) -> bool:
        try:
            self._printers.cancel(leftover.address, leftover.job)
            fate = self._printers.fate(leftover.address, leftover.job)
        except PrinterAway:
            return False
        return fate.stage in {Stage.CANCELLED, Stage.FAILED, Stage.DONE}

    def _end(self, job: _Job, stage: Stage) -> None:
        self._job = None
        is_file = job.name.endswith(".pdf")
        self._state = replace(self._state, stage=stage, fault=None, file=job.name if is_file else "")

    def _hop(self, hop: Hop) -> None:
        """Leave a printer for good."""
        self._left.pop(0)
        self._busy_at, self._ready = None, None
        self._state = replace(self._state, hops=(*self._state.hops, hop), fault=hop.fault)
