"""The opening check of a day: what a desk stands on is looked at, point after point, within seconds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from time import monotonic, sleep
from types import MappingProxyType
from typing import Protocol

from counter_app.domain.calendar import WorkingCalendar
from counter_app.domain.printers import PaperRole
from counter_app.domain.readiness import Finding, Point, Remark, Standing, unanswered
from counter_app.errors import SetupError
from counter_app.services.camera_port import PRACTICE_CAMERA, Cameras
from counter_app.services.catalogue import Catalogue
from counter_app.services.hub_port import Hub
from counter_app.services.outbox_book import OutboxBook
from counter_app.services.ports import Clock, PrinterAway
from counter_app.services.print_room import PrintRoom, is_folder
from scanning.errors import ScanFailed, ScanningError
from scanning.hand_scanner import scanner_ports
from scanning.scanners import Scanners

LONGEST_S = 20.0
"""How long a whole check may take."""
_FIRST_PICTURE_S = 5.0
_MB, _GB = 10**6, 10**9
_LITTLE_BYTES, _TOO_LITTLE_BYTES = 2 * _GB, 200 * _MB
_OLD_COPY = timedelta(days=2)
_AHEAD = timedelta(days=60)
"""Due times of most procedures fall within so many days."""


class Ground(Protocol):
    """What a desk stands on at its machine."""

    @property
    def is_key_locked_away(self) -> bool:
        """Whether the desk's key lies in a keyring or under a passphrase, and not in a file."""

    def free_bytes(self) -> int:
        """Say how much room the disk of the desk's data has."""

    def newest_copy(self) -> datetime | None:
        """Say of which moment the newest copy of the desk is."""

    def read_through(self, seconds: float) -> bool:
        """Read the database through; False where that would take longer. Raises SetupError if damaged."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What a desk works by: its procedures, the files left out of them, its calendar."""

    procedures: Catalogue
    left_out: tuple[SetupError, ...]
    calendar: WorkingCalendar


@dataclass(frozen=True, slots=True)
class Fittings:
    """What is attached to a desk; ``port`` gives that of a hand scanner, empty for one that types."""

    cameras: Cameras
    scanners: Scanners
    prints: PrintRoom
    port: Callable[[], str]
    hub: Hub | None


class OpeningCheck:
    """Looks at each point by itself, so that one that hangs keeps no other from being told."""

    def __init__(
        self, ground: Ground, rules: Rules, fittings: Fittings, *, outbox: OutboxBook, clock: Clock
    ) -> None:
        self._ground = ground
        self._rules = rules
        self._fittings = fittings
        self._outbox = outbox
        self._clock = clock
        self.looks: Mapping[Point, Callable[[], Finding]] = MappingProxyType(
            {
                Point.DATABASE: self._database,
                Point.SPACE: self._space,
                Point.CLOCK: self._time,
                Point.KEY: self._key,
                Point.COPIES: self._copies,
                Point.DEFINITIONS: self._definitions,
                Point.CALENDAR: self._days,
                Point.HUB: self._hub,
                Point.CAMERA: self._camera,
                Point.SCANNER: self._scanner,
                Point.PRINTERS: self._printers,
            }
        )

    def run(self) -> Iterator[Finding]:
        """Look at every point in turn; what there is no time left for is not looked at."""
        until = monotonic() + LONGEST_S
        for point, look in self.looks.items():
            yield look() if monotonic() < until else unanswered(point)

    def _database(self) -> Finding:
        try:
            is_read = self._ground.read_through(LONGEST_S / 2)
        except SetupError:
            return Finding(Point.DATABASE, Standing.MEND, Remark.DATABASE_DAMAGED)
        remark = Remark.DATABASE_WHOLE if is_read else Remark.DATABASE_LARGE
        return Finding(Point.DATABASE, Standing.GOOD, remark)

    def _space(self) -> Finding:
        free = self._ground.free_bytes()
        fact = f"{free // _GB} GB" if free >= _GB else f"{free // _MB} MB"
        if free < _TOO_LITTLE_BYTES:
            return Finding(Point.SPACE, Standing.MEND, Remark.NO_ROOM, fact)
        if free < _LITTLE_BYTES:
            return Finding(Point.SPACE, Standing.LOOK, Remark.LITTLE_ROOM, fact)
        return Finding(Point.SPACE, Standing.GOOD, Remark.ROOM, fact)

    def _time(self) -> Finding:
        now, standing, copy = self._clock.now(), self._outbox.standing(), self._ground.newest_copy()
        if standing.set_back or (copy and copy > now):
            return Finding(Point.CLOCK, Standing.MEND, Remark.CLOCK_SET_BACK, _moment(now))
        if standing.clock_ahead:
            return Finding(Point.CLOCK, Standing.LOOK, Remark.CLOCK_OFF, _moment(now))
        return Finding(Point.CLOCK, Standing.GOOD, Remark.CLOCK_RIGHT, _moment(now))

    def _key(self) -> Finding:
        if self._ground.is_key_locked_away:
            return Finding(Point.KEY, Standing.GOOD, Remark.KEY_LOCKED)
        return Finding(Point.KEY, Standing.LOOK, Remark.KEY_IN_FILE)

    def _copies(self) -> Finding:
        newest = self._ground.newest_copy()
        if newest is None:
            return Finding(Point.COPIES, Standing.LOOK, Remark.NO_COPY)
        if self._clock.now() - newest > _OLD_COPY:
            return Finding(Point.COPIES, Standing.LOOK, Remark.COPY_OLD, _moment(newest))
        return Finding(Point.COPIES, Standing.GOOD, Remark.COPY_FRESH, _moment(newest))

    def _definitions(self) -> Finding:
        left_out = self._rules.left_out
        if left_out:
            names = ", ".join(sorted({problem.path.name for problem in left_out}))
            return Finding(Point.DEFINITIONS, Standing.LOOK, Remark.PACKS_LEFT_OUT, names)
        count = len(self._rules.procedures.all(self._clock.now().date()))
        return Finding(Point.DEFINITIONS, Standing.GOOD, Remark.PACKS_RIGHT, str(count))

    def _days(self) -> Finding:
        today, calendar = self._clock.now().date(), self._rules.calendar
        unsure = sorted({today.year, (today + _AHEAD).year} - calendar.verified_years)
        if unsure:
            return Finding(Point.CALENDAR, Standing.LOOK, Remark.HOLIDAYS_UNSURE, str(unsure[0]))
        remark = Remark.WORKING_DAY if calendar.is_working_day(today) else Remark.DAY_OFF
        return Finding(Point.CALENDAR, Standing.GOOD, remark, f"{today:%d/%m/%Y}")

    def _hub(self) -> Finding:
        standing = self._outbox.standing()
        if self._fittings.hub is None:
            return Finding(Point.HUB, Standing.GOOD, Remark.NO_HUB)
        if not standing.is_enrolled:
            return Finding(Point.HUB, Standing.LOOK, Remark.NOT_ENROLLED)
        if standing.outbox.aside:
            return Finding(Point.HUB, Standing.LOOK, Remark.LYING_ASIDE, str(standing.outbox.aside))
        if not self._fittings.hub.is_there():
            return Finding(Point.HUB, Standing.LOOK, Remark.HUB_AWAY, str(standing.waiting))
        remark = Remark.WAITING if standing.waiting else Remark.ALL_SENT
        return Finding(Point.HUB, Standing.GOOD, remark, str(standing.waiting))

    def _camera(self) -> Finding:
        cameras, name = self._fittings.cameras, self._fittings.cameras.choice.name
        if name == PRACTICE_CAMERA and name not in cameras.offered():
            return Finding(Point.CAMERA, Standing.LOOK, Remark.NO_CAMERA)
        try:
            sees = _sees(cameras, name)
        except ScanningError:
            sees = False
        if sees:
            return Finding(Point.CAMERA, Standing.GOOD, Remark.CAMERA_SEES, name)
        return Finding(Point.CAMERA, Standing.LOOK, Remark.CAMERA_AWAY, name)

    def _scanner(self) -> Finding:
        port = self._fittings.port()
        if port and all(port not in (each.device, each.lasting) for each in scanner_ports()):
            return Finding(Point.SCANNER, Standing.LOOK, Remark.HAND_SCANNER_AWAY, port)
        try:
            found = self._fittings.scanners.list()
        except ScanFailed:
            found = ()
        if found:
            names = ", ".join(each.label or each.device for each in found)
            return Finding(Point.SCANNER, Standing.GOOD, Remark.SCANNERS_THERE, names)
        return Finding(Point.SCANNER, Standing.GOOD, Remark.NO_SCANNER)

    def _printers(self) -> Finding:
        prints = self._fittings.prints
        chosen = {place.address for role in PaperRole for place in prints.own_places(role)[:1]}
        chosen -= {address for address in chosen if is_folder(address)}
        if not chosen:
            found = prints.found()
            if not found:
                return Finding(Point.PRINTERS, Standing.LOOK, Remark.NO_PRINTER, str(prints.folder))
            return Finding(Point.PRINTERS, Standing.GOOD, Remark.PRINTERS_READY, found[0].label)
        for address in sorted(chosen):
            try:
                prints.ability(address)
            except PrinterAway:
                return Finding(Point.PRINTERS, Standing.LOOK, Remark.PRINTER_AWAY, address)
        return Finding(Point.PRINTERS, Standing.GOOD, Remark.PRINTERS_READY, ", ".join(sorted(chosen)))


def _sees(cameras: Cameras, name: str) -> bool:
    """Open a camera, wait for one picture, and let it go; raises ScanningError."""
    camera = cameras.open(name)
    try:
        until = monotonic() + _FIRST_PICTURE_S
        while monotonic() < until:
            if camera.read() is not None:
                return True
            sleep(0.05)
        return False
    finally:
        camera.close()


def _moment(at: datetime) -> str:
    return f"{at:%H:%M %d/%m/%Y}"
