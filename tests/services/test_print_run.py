"""A paper on its way out: by the run's own clock no printer that fails holds it for five seconds."""

from __future__ import annotations

from functools import cache

import pytest
from journeys.driver import FONTS
from services.people import MORNING

from counter_app.domain.printers import (
    FoundPrinter,
    JobFate,
    PaperFormat,
    PaperRole,
    PrintDocument,
    PrinterAbility,
    PrinterFault,
    PrinterPlace,
    Stage,
)
from counter_app.services.ports import PrinterAway
from counter_app.services.print_run import Hop, PaperToPrint, PrintRun, Remains, RunState
from printing.trial_page import TrialPageWords, draw_trial_page

_LOOK_S = 0.25
_WANTED_S = 5
A4 = (210.0, 297.0)


class FailingPrinters:
    """Two printers: ``bad`` fares as the test says and lets no job go, ``good`` brings out what it gets."""

    def __init__(self, fate: JobFate | None) -> None:
        """Take what ``bad`` answers when it is asked for its job; nothing where it is silent."""
        self._fate = fate
        self.jobs: list[str] = []

    def found(self) -> tuple[FoundPrinter, ...]:
        """List none."""
        return ()

    def ability(self, address: str) -> PrinterAbility:
        """Take PDF."""
        assert address
        return PrinterAbility((PaperFormat.PDF,))

    def submit(self, address: str, document: PrintDocument) -> str:
        """Take any paper."""
        assert document.content
        self.jobs.append(address)
        return "1"

    def fate(self, address: str, job: str) -> JobFate:
        """Answer as the test says."""
        assert job
        if address == "good":
            return JobFate(Stage.DONE)
        if self._fate is None:
            raise PrinterAway(address, PrinterFault.OFFLINE)
        return self._fate

    def cancel(self, address: str, job: str) -> None:
        """Say yes, and do nothing."""


@cache
def paper() -> PaperToPrint:
    pdf = draw_trial_page(TrialPageWords("A4", ""), A4, fonts=FONTS, created_at=MORNING)
    return PaperToPrint(PaperRole.A4, pdf, A4)


@pytest.mark.parametrize(
    ("fate", "fault"),
    [
        (JobFate(Stage.PRINTING, sign="never another one"), PrinterFault.STUCK),
        (JobFate(Stage.PRINTING, PrinterFault.PAPER_OUT, is_surely_hindered=True), PrinterFault.PAPER_OUT),
        (JobFate(Stage.WAITING, PrinterFault.OFFLINE), PrinterFault.OFFLINE),
        (None, PrinterFault.OFFLINE),
    ],
)
def test_the_next_printer_has_the_paper_within_five_seconds(
    fate: JobFate | None, fault: PrinterFault
) -> None:
    now = [0.0]
    printers = FailingPrinters(fate)
    run = PrintRun(printers, paper(), (PrinterPlace("bad"), PrinterPlace("good")), clock=lambda: now[0])
    while not (state := run.step()).is_over:
        now[0] += _LOOK_S
        assert now[0] < _WANTED_S, state
    assert printers.jobs == ["bad", "good"]
    assert state == RunState("good", Stage.DONE, hops=(Hop("bad", fault, Remains.UNSURE),))
