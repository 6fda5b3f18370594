"""What a printer says of itself and of a job, in its own words, told as what an official can act on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from counter_app.domain.printers import JobFate, PrinterFault, Stage
from counter_app.gateways.ipp_message import Attributes, IppValue

_NONE: tuple[IppValue, ...] = ()
_ERROR, _MILDER = "-error", ("-warning", "-report")
_FAULTS = {
    "media-empty": PrinterFault.PAPER_OUT,
    "media-needed": PrinterFault.PAPER_OUT,
    "input-tray-missing": PrinterFault.PAPER_OUT,
    "media-jam": PrinterFault.JAM,
    "cover-open": PrinterFault.COVER_OPEN,
    "door-open": PrinterFault.COVER_OPEN,
    "interlock-open": PrinterFault.COVER_OPEN,
    "toner-empty": PrinterFault.INK_OUT,
    "marker-supply-empty": PrinterFault.INK_OUT,
    "developer-empty": PrinterFault.INK_OUT,
    "output-area-full": PrinterFault.TRAY_FULL,
    "output-tray-missing": PrinterFault.TRAY_FULL,
    "offline": PrinterFault.OFFLINE,
    "shutdown": PrinterFault.OFFLINE,
    "timed-out": PrinterFault.OFFLINE,
    "cups-remote-stopped": PrinterFault.OFFLINE,
    "connecting-to-device": PrinterFault.OFFLINE,
    "paused": PrinterFault.STOPPED,
    "moving-to-paused": PrinterFault.STOPPED,
    "stopping": PrinterFault.STOPPED,
}
_FLEETING = frozenset({"connecting-to-device"})
"""Said each time a printer is called, and only a fault where it goes on."""
_TOLD_MILDLY = frozenset({"offline"})
"""A fault however mildly it is told: CUPS calls a printer that does not answer ``offline-report``."""


class _Job(IntEnum):
    """The states of a job (RFC 8011, 5.3.7)."""

    PENDING = 3
    HELD = 4
    PROCESSING = 5
    STOPPED = 6
    CANCELLED = 7
    ABORTED = 8
    COMPLETED = 9


_PROCESSING, _STOPPED = 4, 5
"""The states of a printer that is at work, and of one that does nothing (RFC 8011, 5.4.11)."""


@dataclass(frozen=True, slots=True)
class Hindrance:
    """What hinders a printer, and whether that keeps papers back for certain."""

    fault: PrinterFault | None
    is_sure: bool


def hindrance_of(reasons: Iterable[IppValue]) -> Hindrance:
    """Find what hinders among a printer's state reasons: what is sure comes before what is a warning."""
    mild: PrinterFault | None = None
    for reason in map(str, reasons):
        word = reason.removesuffix(_ERROR)
        is_mild = word.endswith(_MILDER)
        word = word.rpartition("-")[0] if is_mild else word
        fault = _FAULTS.get(word)
        if fault and word not in _FLEETING and (not is_mild or word in _TOLD_MILDLY):
            return Hindrance(fault, is_sure=True)
        mild = mild or fault
    return Hindrance(mild, is_sure=False)


def takes_papers(printer: Attributes) -> bool:
    """Tell whether a printer takes new papers; those that it has taken come out all the same."""
    return printer.get("printer-is-accepting-jobs") != (False,)


def is_waiting_behind(job: Attributes, printer: Attributes) -> bool:
    """Tell whether a job waits for another one that is being printed."""
    return job.get("job-state") == (_Job.PENDING,) and printer.get("printer-state") == (_PROCESSING,)


def printer_hindrance(printer: Attributes) -> Hindrance:
    """Tell what hinders a printer now: it stands still, or what it says itself."""
    told = hindrance_of(printer.get("printer-state-reasons", _NONE))
    if printer.get("printer-state") == (_STOPPED,):
        return Hindrance(told.fault or PrinterFault.STOPPED, is_sure=True)
    return told


def fate_of(job: Attributes, hindrance: Hindrance, *, is_device: bool, is_behind: bool) -> JobFate:
    """Tell what has become of a job; ``is_device`` where the printer itself says so, and no queue for it."""
    state = job.get("job-state", _NONE)
    pages = job.get("job-impressions-completed", _NONE)
    pages_out = pages[0] if pages and isinstance(pages[0], int) else 0
    match state:
        case (_Job.COMPLETED,):
            return JobFate(Stage.DONE, pages_out=pages_out)
        case (_Job.CANCELLED,):
            return JobFate(Stage.CANCELLED, pages_out=pages_out)
        case (_Job.ABORTED,) | (_Job.HELD,):
            fault = hindrance.fault or PrinterFault.FAILED
            return JobFate(Stage.FAILED, fault, is_surely_hindered=True, pages_out=pages_out)
    is_printing = state in {(_Job.PROCESSING,), (_Job.STOPPED,)}
    signs = (state, pages, *(job.get(name, _NONE) for name in _SIGNS))
    return JobFate(
        Stage.PRINTING if is_printing else Stage.WAITING,
        hindrance.fault,
        is_surely_hindered=hindrance.is_sure,
        sign=repr(signs),
        is_at_work=is_behind or (is_device and state == (_Job.PROCESSING,)),
        pages_out=pages_out,
    )


_SIGNS = ("job-k-octets-processed", "job-media-progress", "job-printer-state-message", "job-state-message")
"""What changes while something moves."""
