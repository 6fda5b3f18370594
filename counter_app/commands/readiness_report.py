"""What an opening check tells without a window: a line for each point and how to mend it, or JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence

from counter_app.domain.readiness import Finding, Remark, Standing

_SAID = {
    Remark.DATABASE_WHOLE: "every page can be read",
    Remark.DATABASE_LARGE: "too large to be read through now; the daily copy does so",
    Remark.DATABASE_DAMAGED: "damaged: receive nothing; open the window, which offers the newest good copy",
    Remark.ROOM: "{fact} free",
    Remark.LITTLE_ROOM: "only {fact} free: make room on the disk this week",
    Remark.NO_ROOM: "only {fact} free: make room on the disk before anything is received",
    Remark.CLOCK_RIGHT: "{fact}",
    Remark.CLOCK_OFF: "{fact}, which is not the hub's time: set the computer's clock",
    Remark.CLOCK_SET_BACK: "{fact}, earlier than what this desk has written: set the computer's clock",
    Remark.KEY_LOCKED: "in the keyring or under a passphrase",
    Remark.KEY_IN_FILE: "a file beside the data: counter-app rekey --keep passphrase puts it under words",
    Remark.COPY_FRESH: "the newest is of {fact}",
    Remark.COPY_OLD: "the newest is of {fact}: look whether the disk of the copies is there",
    Remark.NO_COPY: "none yet: an open desk makes one each day, counter-app backup at once",
    Remark.PACKS_RIGHT: "{fact} procedures hold today",
    Remark.PACKS_LEFT_OUT: "left out: {fact}; counter-app check says why",
    Remark.WORKING_DAY: "{fact} is a working day",
    Remark.DAY_OFF: "{fact} is a day off: what comes in counts from the next working day",
    Remark.HOLIDAYS_UNSURE: "the holidays of {fact} are not confirmed: wait for the calendar of the hub",
    Remark.NO_HUB: "none: the desk works by itself",
    Remark.ALL_SENT: "it answers, and all is sent",
    Remark.WAITING: "it answers; {fact} entries wait to be sent",
    Remark.NOT_ENROLLED: "not enrolled: counter-app enrol CODE",
    Remark.LYING_ASIDE: "{fact} entries lie aside: F7 in the window says why",
    Remark.HUB_AWAY: "it does not answer; {fact} entries wait, and nothing is lost",
    Remark.CAMERA_SEES: "{fact} gives pictures",
    Remark.CAMERA_AWAY: "{fact} gives no picture: look at its plug, or choose another in the window",
    Remark.NO_CAMERA: "none is chosen: choose one in the window, below the picture",
    Remark.SCANNERS_THERE: "{fact}",
    Remark.NO_SCANNER: "none answers: papers come by camera or file",
    Remark.HAND_SCANNER_AWAY: "the hand scanner at {fact} is not plugged in",
    Remark.PRINTERS_READY: "{fact}",
    Remark.PRINTER_AWAY: "{fact} does not answer: look whether it is on",
    Remark.NO_PRINTER: "none: papers would lie in {fact} as PDF; F10 in the window sets printers up",
    Remark.NO_ANSWER: "no answer in time",
}
_MARKS = {Standing.GOOD: "ok", Standing.LOOK: "look", Standing.MEND: "MEND"}


def as_text(findings: Sequence[Finding]) -> str:
    """Give a line for each point."""
    return "\n".join(f"{_MARKS[one.standing]:<5} {one.point:<12} {_said(one)}" for one in findings)


def as_json(findings: Sequence[Finding]) -> str:
    """Give a JSON object: whether the desk is ready, and every point."""
    points = [
        {"point": one.point, "standing": one.standing, "remark": one.remark, "fact": one.fact}
        for one in findings
    ]
    return json.dumps({"ready": is_ready(findings), "points": points}, ensure_ascii=False, indent=2)


def is_ready(findings: Sequence[Finding]) -> bool:
    """Whether something may be received: nothing has to be mended first."""
    return all(one.standing is not Standing.MEND for one in findings)


def _said(one: Finding) -> str:
    return _SAID[one.remark].format(fact=one.fact)
