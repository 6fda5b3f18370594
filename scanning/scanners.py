"""Flatbeds and feeders behind one port of three calls: which there are, what one can do, its sheets."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from scanning.errors import ScanFailed, ScannerCause
from scanning.frames import Frame

A4_MM = (210.0, 297.0)


class Source(StrEnum):
    """Where a scanner takes its sheets from."""

    FLATBED = "flatbed"
    FEEDER = "feeder"


class Mode(StrEnum):
    """What is kept of a sheet's colours."""

    COLOUR = "colour"
    GRAY = "gray"


class Side(StrEnum):
    """Which side of a sheet a picture shows; without duplex every picture is a front."""

    FRONT = "front"
    BACK = "back"


@dataclass(frozen=True, slots=True)
class ScannerName:
    """Name one scanner: the port it is behind, the device as that port calls it, and words for people."""

    port: str
    device: str
    label: str


@dataclass(frozen=True, slots=True)
class Capabilities:
    """Hold what a scanner can do: ``resolutions`` in dpi, ``largest_mm`` as width and height."""

    sources: tuple[Source, ...]
    duplex: bool
    resolutions: tuple[int, ...]
    modes: tuple[Mode, ...]
    largest_mm: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Settings:
    """Say how to scan; a scanner that cannot comes as near as it can. ``page_mm`` is width and height."""

    source: Source = Source.FLATBED
    dpi: int = 300
    colour: bool = True
    duplex: bool = False
    page_mm: tuple[float, float] = A4_MM


@dataclass(frozen=True, slots=True)
class ScannedSheet:
    """Hold one side of a sheet as it came from the glass."""

    frame: Frame
    side: Side


class Scanners(Protocol):
    """Every kind of scanner driver, as the desk sees it."""

    def list(self) -> tuple[ScannerName, ...]:
        """Name the scanners that answer now; may take seconds. Raises ScanFailed."""
        ...

    def capabilities(self, name: ScannerName) -> Capabilities:
        """Ask a scanner what it can do. Raises ScanFailed."""
        ...

    def scan(
        self, name: ScannerName, settings: Settings, should_stop: Callable[[], bool]
    ) -> Iterator[ScannedSheet]:
        """Give side after side: one from a flatbed, from a feeder until it is empty or ``should_stop``.

        Raises ScanFailed; what was given before stays with whoever took it.
        """
        ...


class JoinedScanners:
    """Several ports as one; each is known by the name that its scanners carry."""

    def __init__(self, ports: Mapping[str, Scanners]) -> None:
        self._ports = ports

    def list(self) -> tuple[ScannerName, ...]:
        """Name the scanners of all ports; ScanFailed only where no port names any and one has failed."""
        found: list[ScannerName] = []
        failures: list[ScanFailed] = []
        for port in self._ports.values():
            try:
                found += port.list()
            except ScanFailed as failure:
                failures.append(failure)
        if failures and not found:
            raise failures[0]
        return tuple(found)

    def capabilities(self, name: ScannerName) -> Capabilities:
        """See ``Scanners``; a port that is not there any more counts as unplugged."""
        return self._port(name).capabilities(name)

    def scan(
        self, name: ScannerName, settings: Settings, should_stop: Callable[[], bool]
    ) -> Iterator[ScannedSheet]:
        """See ``Scanners``."""
        return self._port(name).scan(name, settings, should_stop)

    def _port(self, name: ScannerName) -> Scanners:
        port = self._ports.get(name.port)
        if port is None:
            raise ScanFailed(ScannerCause.UNPLUGGED)
        return port
