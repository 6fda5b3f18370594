"""Whether a desk is ready for the day: what was looked at, how it stands, and what there is to say of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Point(StrEnum):
    """What an opening check looks at, in the order in which it is told."""

    DATABASE = "database"
    SPACE = "space"
    CLOCK = "clock"
    KEY = "key"
    COPIES = "copies"
    DEFINITIONS = "definitions"
    CALENDAR = "calendar"
    HUB = "hub"
    CAMERA = "camera"
    SCANNER = "scanner"
    PRINTERS = "printers"


class Standing(StrEnum):
    """How a point stands."""

    GOOD = "good"
    LOOK = "look"
    """The desk can be opened; somebody should see to it today."""
    MEND = "mend"
    """Nothing should be received before it is mended."""


class Remark(StrEnum):
    """What there is to say of a point; each belongs to one point and one standing."""

    DATABASE_WHOLE = "database_whole"
    DATABASE_LARGE = "database_large"
    DATABASE_DAMAGED = "database_damaged"
    ROOM = "room"
    LITTLE_ROOM = "little_room"
    NO_ROOM = "no_room"
    CLOCK_RIGHT = "clock_right"
    CLOCK_OFF = "clock_off"
    CLOCK_SET_BACK = "clock_set_back"
    KEY_LOCKED = "key_locked"
    KEY_IN_FILE = "key_in_file"
    COPY_FRESH = "copy_fresh"
    COPY_OLD = "copy_old"
    NO_COPY = "no_copy"
    PACKS_RIGHT = "packs_right"
    PACKS_LEFT_OUT = "packs_left_out"
    WORKING_DAY = "working_day"
    DAY_OFF = "day_off"
    HOLIDAYS_UNSURE = "holidays_unsure"
    NO_HUB = "no_hub"
    ALL_SENT = "all_sent"
    WAITING = "waiting"
    NOT_ENROLLED = "not_enrolled"
    LYING_ASIDE = "lying_aside"
    HUB_AWAY = "hub_away"
    CAMERA_SEES = "camera_sees"
    CAMERA_AWAY = "camera_away"
    NO_CAMERA = "no_camera"
    SCANNERS_THERE = "scanners_there"
    NO_SCANNER = "no_scanner"
    HAND_SCANNER_AWAY = "hand_scanner_away"
    PRINTERS_READY = "printers_ready"
    PRINTER_AWAY = "printer_away"
    NO_PRINTER = "no_printer"
    NO_ANSWER = "no_answer"
    """Of any point: looking took longer than the whole check may."""


@dataclass(frozen=True, slots=True)
class Finding:
    """How a point stands and why; ``fact`` is a number, a name or a moment that the words take in."""

    point: Point
    standing: Standing
    remark: Remark
    fact: str = ""


def unanswered(point: Point) -> Finding:
    """Say of a point that it was not looked at to the end in time."""
    return Finding(point, Standing.LOOK, Remark.NO_ANSWER)
