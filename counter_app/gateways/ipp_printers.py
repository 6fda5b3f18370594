"""Printers that speak the Internet Printing Protocol: queues of the system's print server, and by address.

The protocol is spoken here, over Python's own http.client: one short exchange hands a PDF over and gives the
job's number, another tells its fate with the printer's own reasons. Qt gives neither, and lpstat tells no
reasons of a job.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from counter_app.domain.printers import (
    FoundPrinter,
    JobFate,
    PaperFormat,
    PrintDocument,
    PrinterAbility,
    PrinterFault,
)
from counter_app.gateways.ipp_fate import (
    fate_of,
    hindrance_of,
    is_waiting_behind,
    printer_hindrance,
    takes_papers,
)
from counter_app.gateways.ipp_line import IppLine, line_to_printer, line_to_server, own_name
from counter_app.gateways.ipp_message import (
    Answer,
    Attribute,
    Attributes,
    Group,
    IppValue,
    Operation,
    Tag,
    question,
)
from counter_app.gateways.printer_pins import PrinterPins
from counter_app.services.ports import PrinterAway

_JOB_NAME = "counter"
"""What print queues show; a dossier's code or a name has no place there."""
_RAW = "application/vnd.cups-raw"
_SIZE = re.compile(r"_(\d+(?:\.\d+)?)x(\d+(?:\.\d+)?)(mm|in)$")
_MM_PER_INCH = 25.4
_WANTED_DPI = 300
_NONE: tuple[IppValue, ...] = ()
_NOT_FOUND, _NOT_POSSIBLE, _BUSY = 0x0406, 0x0404, 0x0507


class _Spoken:
    """One printer at the end of a line, whoever it is that answers there."""

    def __init__(self, line: IppLine, path: str, uri: str) -> None:
        self._line = line
        self._path = path
        self._uri = uri

    def attributes(self) -> Attributes:
        answer = self._ask(Operation.GET_PRINTER_ATTRIBUTES)
        if answer.is_refusal:
            raise PrinterAway(self._line.what, PrinterFault.OFFLINE)
        return next(iter(answer.of(Group.PRINTER)), {})

    def submit(self, document: PrintDocument, mime: str) -> str:
        about = (
            Attribute("job-name", Tag.NAME, (_JOB_NAME,)),
            Attribute("document-format", Tag.MIME, (mime,)),
        )
        wishes = (_media(document), Attribute("print-scaling", Tag.KEYWORD, ("none",)))
        answer = self._ask(Operation.PRINT_JOB, about, job=wishes, document=document.content)
        numbers = next(iter(answer.of(Group.JOB)), {}).get("job-id", _NONE)
        if answer.is_refusal or not numbers:
            is_busy = answer.status == _BUSY
            raise PrinterAway(self._line.what, PrinterFault.BUSY if is_busy else PrinterFault.REFUSED)
        return str(numbers[0])

    def job(self, number: str) -> Attributes:
        answer = self._ask(Operation.GET_JOB_ATTRIBUTES, (Attribute("job-id", Tag.INTEGER, (int(number),)),))
        if answer.is_refusal:
            raise PrinterAway(self._line.what, PrinterFault.FAILED)
        return next(iter(answer.of(Group.JOB)), {})

    def cancel(self, number: str) -> None:
        answer = self._ask(Operation.CANCEL_JOB, (Attribute("job-id", Tag.INTEGER, (int(number),)),))
        if answer.is_refusal and answer.status not in {_NOT_FOUND, _NOT_POSSIBLE}:
            raise PrinterAway(self._line.what, PrinterFault.REFUSED)

    def _ask(
        self,
        operation: Operation,
        about: Sequence[Attribute] = (),
        *,
        job: Sequence[Attribute] = (),
        document: bytes = b"",
    ) -> Answer:
        groups: list[tuple[Group, Sequence[Attribute]]] = [(Group.OPERATION, (*_head(self._uri), *about))]
        if job:
            groups.append((Group.JOB, job))
        return self._line.ask(self._path, question(operation, groups), document)


class QueuePrinters:
    """See ``ports.Printers``: the queues of CUPS; an empty address is the queue the system prefers."""

    def found(self) -> tuple[FoundPrinter, ...]:
        """List the queues, the preferred one first; none where no print server answers."""
        line = line_to_server("")
        if line is None:
            return ()
        try:
            every = line.ask("/", question(Operation.CUPS_GET_PRINTERS, [(Group.OPERATION, _head(""))]))
            default = self._default(line)
        except PrinterAway:
            return ()
        queues = (_found(queue, default) for queue in every.of(Group.PRINTER))
        return tuple(sorted(queues, key=lambda queue: (not queue.is_default, queue.address)))

    def ability(self, address: str) -> PrinterAbility:
        """Ask what a queue takes: PDF always, and raw bytes where nothing stands between."""
        told = self._spoken(address).attributes()
        is_raw = "raw" in _text(told, "printer-make-and-model").lower()
        formats = (PaperFormat.THERMAL,) if is_raw else (PaperFormat.PDF,)
        return PrinterAbility(formats, _sizes(told), _trays(told))

    def submit(self, address: str, document: PrintDocument) -> str:
        """Hand a paper to a queue that takes and prints them; raises PrinterAway."""
        queue = self._spoken(address)
        told = queue.attributes()
        if not takes_papers(told):
            raise PrinterAway(address, PrinterFault.REFUSED)
        if printer_hindrance(told).fault is PrinterFault.STOPPED:
            # What else it says may be of the job before: CUPS asks no device that has nothing to print.
            raise PrinterAway(address, PrinterFault.STOPPED)
        is_raw = document.format is PaperFormat.THERMAL
        return queue.submit(document, _RAW if is_raw else document.format.value)

    def fate(self, address: str, job: str) -> JobFate:
        """Ask for a job: what the device said while it printed this one, and whether the queue stands."""
        queue = self._spoken(address)
        told, standing = queue.job(job), queue.attributes()
        is_behind, stands = is_waiting_behind(told, standing), printer_hindrance(standing)
        hindered = hindrance_of(told.get("job-printer-state-reasons", _NONE))
        if is_behind or (stands.fault is PrinterFault.STOPPED and not hindered.is_sure):
            hindered = stands
        return fate_of(told, hindered, is_device=False, is_behind=is_behind)

    def cancel(self, address: str, job: str) -> None:
        """Take a job back."""
        self._spoken(address).cancel(job)

    def _spoken(self, address: str) -> _Spoken:
        line = line_to_server(address)
        if line is None:
            raise PrinterAway(address, PrinterFault.OFFLINE)
        name = address or self._default(line)
        if not name:
            raise PrinterAway(address, PrinterFault.OFFLINE)
        return _Spoken(line, f"/printers/{name}", f"ipp://localhost/printers/{name}")

    def _default(self, line: IppLine) -> str:
        answer = line.ask("/", question(Operation.CUPS_GET_DEFAULT, [(Group.OPERATION, _head(""))]))
        return _text(next(iter(answer.of(Group.PRINTER)), {}), "printer-name")


class IppPrinters:
    """See ``ports.Printers``: printers of the network by their own address, without a queue.

    ``ipps://…`` is encrypted; ``ipp://…`` is not.
    """

    def __init__(self, pins: PrinterPins) -> None:
        """Know where the keys of printers are kept that are spoken to with encryption."""
        self._pins = pins

    def found(self) -> tuple[FoundPrinter, ...]:
        """List none: an address is typed."""
        return ()

    def ability(self, address: str) -> PrinterAbility:
        """Ask a printer what it takes; one that takes no PDF is given pictures (PWG raster)."""
        told = self._device(address).attributes()
        takes = set(map(str, told.get("document-format-supported", _NONE)))
        known = (PaperFormat.PDF, PaperFormat.RASTER)
        return PrinterAbility(
            tuple(each for each in known if each.value in takes) or (PaperFormat.RASTER,),
            _sizes(told),
            _trays(told),
            raster_dpi=_raster_dpi(told.get("pwg-raster-document-resolution-supported", _NONE)),
            in_colour="srgb_8" in told.get("pwg-raster-document-type-supported", _NONE),
        )

    def submit(self, address: str, document: PrintDocument) -> str:
        """Hand a paper to a printer that has all it needs; raises PrinterAway."""
        device = self._device(address)
        told = device.attributes()
        hindered = printer_hindrance(told)
        if hindered.fault and hindered.is_sure:
            raise PrinterAway(address, hindered.fault)
        if not takes_papers(told):
            raise PrinterAway(address, PrinterFault.REFUSED)
        return device.submit(document, document.format.value)

    def fate(self, address: str, job: str) -> JobFate:
        """Ask for a job, and for what hinders the printer meanwhile."""
        device = self._device(address)
        told, standing = device.job(job), device.attributes()
        is_behind = is_waiting_behind(told, standing)
        return fate_of(told, printer_hindrance(standing), is_device=True, is_behind=is_behind)

    def cancel(self, address: str, job: str) -> None:
        """Take a job back."""
        self._device(address).cancel(job)

    def _device(self, address: str) -> _Spoken:
        line, path = line_to_printer(address, self._pins)
        return _Spoken(line, path, address)


def _head(uri: str) -> tuple[Attribute, ...]:
    whom = (Attribute("printer-uri", Tag.URI, (uri,)),) if uri else ()
    return (
        Attribute("attributes-charset", Tag.CHARSET, ("utf-8",)),
        Attribute("attributes-natural-language", Tag.LANGUAGE, ("en",)),
        *whom,
        Attribute("requesting-user-name", Tag.NAME, (own_name(),)),
    )


def _media(document: PrintDocument) -> Attribute:
    across, along = (round(side * 100) for side in document.size_mm)
    sides = (
        Attribute("x-dimension", Tag.INTEGER, (across,)),
        Attribute("y-dimension", Tag.INTEGER, (along,)),
    )
    size = Attribute("media-size", Tag.KEYWORD, members=sides)
    tray = (Attribute("media-source", Tag.KEYWORD, (document.tray,)),) if document.tray else ()
    return Attribute("media-col", Tag.KEYWORD, members=(size, *tray))


def _found(queue: Attributes, default: str) -> FoundPrinter:
    name = _text(queue, "printer-name")
    label = _text(queue, "printer-info") or _text(queue, "printer-make-and-model") or name
    hindered = printer_hindrance(queue)
    fault = hindered.fault if hindered.is_sure else None
    return FoundPrinter(name, label, name == default, fault if takes_papers(queue) else PrinterFault.REFUSED)


def _text(told: Attributes, name: str) -> str:
    return " ".join(map(str, told.get(name, _NONE)[:1]))


def _sizes(told: Attributes) -> tuple[tuple[float, float], ...]:
    matches = (_SIZE.search(str(word)) for word in told.get("media-supported", _NONE))
    found = (match.groups() for match in matches if match)
    scale = {"mm": 1.0, "in": _MM_PER_INCH}
    return tuple((float(wide) * scale[unit], float(high) * scale[unit]) for wide, high, unit in found)


def _trays(told: Attributes) -> tuple[str, ...]:
    return tuple(str(tray) for tray in told.get("media-source-supported", _NONE) if tray != "auto")


def _raster_dpi(offered: Sequence[IppValue]) -> int:
    square = [each[0] for each in offered if isinstance(each, tuple) and each[0] == each[1]]
    return min(square, key=lambda dpi: abs(dpi - _WANTED_DPI), default=_WANTED_DPI)
