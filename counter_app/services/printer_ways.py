"""All printers as one: each is asked in the way that its address names."""

from __future__ import annotations

from collections.abc import Mapping

from counter_app.domain.printers import (
    FoundPrinter,
    JobFate,
    PrintDocument,
    PrinterAbility,
    PrinterFault,
    PrinterWay,
    way_of,
)
from counter_app.services.ports import PrinterAway, Printers


class PrinterWays:
    """See ``ports.Printers``; a way that this machine has not leads nowhere."""

    def __init__(self, ways: Mapping[PrinterWay, Printers]) -> None:
        self._ways = ways

    def found(self) -> tuple[FoundPrinter, ...]:
        """List what each way finds by itself, the system's queues first."""
        return tuple(printer for printers in self._ways.values() for printer in printers.found())

    def ability(self, address: str) -> PrinterAbility:
        """Ask what a printer takes."""
        return self._of(address).ability(address)

    def submit(self, address: str, document: PrintDocument) -> str:
        """Hand a paper to a printer."""
        return self._of(address).submit(address, document)

    def fate(self, address: str, job: str) -> JobFate:
        """Ask what has become of a job."""
        return self._of(address).fate(address, job)

    def cancel(self, address: str, job: str) -> None:
        """Take a job back."""
        self._of(address).cancel(address, job)

    def _of(self, address: str) -> Printers:
        printers = self._ways.get(way_of(address))
        if printers is None:
            raise PrinterAway(address, PrinterFault.OFFLINE)
        return printers
