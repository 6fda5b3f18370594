"""A printer for practice: stands in the place of the system's own while a lesson is played, and may jam."""

from __future__ import annotations

from counter_app.domain.printers import (
    FoundPrinter,
    JobFate,
    PaperFormat,
    PrintDocument,
    PrinterAbility,
    PrinterFault,
    Stage,
)
from counter_app.services.ports import Printers

NAME = "practice-printer"


class PracticePrinter:
    """See ``ports.Printers``; while it ``is_on`` no paper reaches a queue of the system."""

    def __init__(self, others: Printers) -> None:
        self._others = others
        self._is_on = False
        self._is_jammed = False
        self._jobs = 0

    def set_on(self, *, on: bool) -> None:
        """Stand in the place of the system's printers, or give it back; not jammed in either case."""
        self._is_on, self._is_jammed = on, False

    def set_jammed(self, *, jammed: bool) -> None:
        """Jam, or be mended."""
        self._is_jammed = jammed

    def found(self) -> tuple[FoundPrinter, ...]:
        """List itself alone while it is on."""
        if not self._is_on:
            return self._others.found()
        fault = PrinterFault.JAM if self._is_jammed else None
        return (FoundPrinter(NAME, NAME, is_default=True, fault=fault),)

    def ability(self, address: str) -> PrinterAbility:
        """Tell that it takes PDF of any size."""
        return PrinterAbility((PaperFormat.PDF,)) if self._is_on else self._others.ability(address)

    def submit(self, address: str, document: PrintDocument) -> str:
        """Take a paper, which nobody has to throw away later."""
        if not self._is_on:
            return self._others.submit(address, document)
        self._jobs += 1
        return f"practice-{self._jobs}"

    def fate(self, address: str, job: str) -> JobFate:
        """Tell that the paper is out, or that it is stuck."""
        if not self._is_on and not job.startswith("practice-"):
            return self._others.fate(address, job)
        if self._is_jammed:
            return JobFate(Stage.PRINTING, PrinterFault.JAM, is_surely_hindered=True, sign="jam")
        return JobFate(Stage.DONE)

    def cancel(self, address: str, job: str) -> None:
        """Take a paper back."""
        if not self._is_on and not job.startswith("practice-"):
            self._others.cancel(address, job)
