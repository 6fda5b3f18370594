"""The words for an opening check: what each point is called, how it stands, and how it is mended."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from counter_app.domain.readiness import Finding, Point, Remark
from counter_app.services.camera_port import PRACTICE_CAMERA
from counter_app.ui.camera_words import camera_words
from counter_app.ui.translator import to_say

_POINTS = {
    Point.DATABASE: to_say("readiness_words", "Database"),
    Point.SPACE: to_say("readiness_words", "Disk"),
    Point.CLOCK: to_say("readiness_words", "Clock"),
    Point.KEY: to_say("readiness_words", "The desk's key"),
    Point.COPIES: to_say("readiness_words", "Copies of the desk"),
    Point.DEFINITIONS: to_say("readiness_words", "Procedures"),
    Point.CALENDAR: to_say("readiness_words", "Calendar"),
    Point.HUB: to_say("readiness_words", "Hub"),
    Point.CAMERA: to_say("readiness_words", "Camera"),
    Point.SCANNER: to_say("readiness_words", "Scanners"),
    Point.PRINTERS: to_say("readiness_words", "Printers"),
}
_SAID = {
    Remark.DATABASE_WHOLE: to_say("readiness_words", "Every page can be read."),
    Remark.DATABASE_LARGE: to_say(
        "readiness_words", "It is large: today's copy reads it through in the background."
    ),
    Remark.DATABASE_DAMAGED: to_say(
        "readiness_words",
        "It is damaged. Receive nothing: open the desk anew, and it offers the newest good copy.",
    ),
    Remark.ROOM: to_say("readiness_words", "{fact} free."),
    Remark.LITTLE_ROOM: to_say("readiness_words", "Only {fact} free. Make room on the disk this week."),
    Remark.NO_ROOM: to_say("readiness_words", "Only {fact} free. Make room before anything is received."),
    Remark.CLOCK_RIGHT: to_say("readiness_words", "{fact}"),
    Remark.CLOCK_OFF: to_say("readiness_words", "{fact} is not the hub's time. Set the computer's clock."),
    Remark.CLOCK_SET_BACK: to_say(
        "readiness_words",
        "{fact} is earlier than what this desk has written. Set the clock before anything is received.",
    ),
    Remark.KEY_LOCKED: to_say("readiness_words", "In the system's keyring, or under a passphrase."),
    Remark.KEY_IN_FILE: to_say(
        "readiness_words",
        "In a file beside the data: who takes the disk has both. counter-app rekey puts it elsewhere.",
    ),
    Remark.COPY_FRESH: to_say("readiness_words", "The newest is of {fact}."),
    Remark.COPY_OLD: to_say(
        "readiness_words", "The newest is of {fact}. Look whether the disk of the copies is there."
    ),
    Remark.NO_COPY: to_say(
        "readiness_words", "None yet: the first is made in a minute, while the desk is open."
    ),
    Remark.PACKS_RIGHT: to_say("readiness_words", "{fact} can be filed today."),
    Remark.PACKS_LEFT_OUT: to_say(
        "readiness_words", "Left out for a fault in them: {fact}. Tell whoever looks after this desk."
    ),
    Remark.WORKING_DAY: to_say("readiness_words", "{fact} is a working day."),
    Remark.DAY_OFF: to_say(
        "readiness_words", "{fact} is a day off: what comes in counts from the next working day."
    ),
    Remark.HOLIDAYS_UNSURE: to_say(
        "readiness_words", "The holidays of {fact} are not confirmed yet: due times may still move."
    ),
    Remark.NO_HUB: to_say("readiness_words", "None: this desk works by itself."),
    Remark.ALL_SENT: to_say("readiness_words", "It answers, and everything is sent."),
    Remark.WAITING: to_say("readiness_words", "It answers; {fact} wait to be sent."),
    Remark.NOT_ENROLLED: to_say(
        "readiness_words", "This desk is not enrolled. Ask the hub for a one-time code."
    ),
    Remark.LYING_ASIDE: to_say("readiness_words", "{fact} lie aside and want a person's decision."),
    Remark.HUB_AWAY: to_say("readiness_words", "It does not answer; {fact} wait, and nothing is lost."),
    Remark.CAMERA_SEES: to_say("readiness_words", "It gives a picture: {fact}"),
    Remark.CAMERA_AWAY: to_say(
        "readiness_words", "{fact} gives no picture. Look at its plug, or choose another one."
    ),
    Remark.NO_CAMERA: to_say("readiness_words", "None is chosen yet."),
    Remark.SCANNERS_THERE: to_say("readiness_words", "{fact}"),
    Remark.NO_SCANNER: to_say(
        "readiness_words", "None answers: papers come by camera or as files. A hand scanner types by itself."
    ),
    Remark.HAND_SCANNER_AWAY: to_say("readiness_words", "The hand scanner at {fact} is not plugged in."),
    Remark.PRINTERS_READY: to_say("readiness_words", "{fact}"),
    Remark.PRINTER_AWAY: to_say("readiness_words", "{fact} does not answer. Look whether it is on."),
    Remark.NO_PRINTER: to_say("readiness_words", "None: papers would lie as PDF in {fact}"),
    Remark.NO_ANSWER: to_say("readiness_words", "No answer in time. The desk can be used; look again later."),
}
_SET_UP = to_say("readiness_words", "Set up ({figure})")


def point_words(point: Point) -> str:
    """Name a point."""
    return QCoreApplication.translate("readiness_words", _POINTS[point])


def finding_words(found: Finding) -> str:
    """Say how a point stands, and how it is mended."""
    is_camera = found.point is Point.CAMERA and found.fact == PRACTICE_CAMERA
    fact = camera_words(found.fact) if is_camera else found.fact
    return QCoreApplication.translate("readiness_words", _SAID[found.remark]).format(fact=fact)


def set_up_words(figure: str) -> str:
    """Name the way to where a point is set up, with its key."""
    return QCoreApplication.translate("readiness_words", _SET_UP).format(figure=figure)
