"""The words for a dossier's clock: why it is due when it is, line by line."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from counter_app.domain.due_lines import DueLine, LineKind
from counter_app.domain.processing import TimeUnit
from counter_app.ui.translator import to_say
from counter_app.ui.widgets.page_words import moment_words, wait_words
from forms.wording import short_date

_CONTEXT = "clock_words"
_HOUR = 60
_LINES = {
    LineKind.STARTED: to_say("clock_words", "{at}: begins, {left} to go"),
    LineKind.WENT_ON: to_say("clock_words", "{at}: goes on, {left} to go"),
    LineKind.BEGAN_ANEW: to_say("clock_words", "{at}: begins anew, {left} to go"),
    LineKind.DAY_OFF: to_say("clock_words", "{day}: day off, {name}"),
    LineKind.STOPPED: to_say("clock_words", "{at}: stopped to wait for {wait}; {spent} spent, {left} to go"),
    LineKind.DUE: to_say("clock_words", "{at}: due"),
    LineKind.DUE_PAST_DAYS_OFF: to_say(
        "clock_words", "{at}: due, for the last day is a day off and the next working day takes its place"
    ),
    LineKind.DUE_AFTER_CUT_OFF: to_say(
        "clock_words", "{at}: due, for it came after the hour up to which it is done the same day"
    ),
    LineKind.EXTENDED: to_say("clock_words", "{at}: due, as promised anew with an apology"),
}
_SAME_DAY = {
    LineKind.STARTED: to_say("clock_words", "{at}: begins, done the same day"),
    LineKind.WENT_ON: to_say("clock_words", "{at}: goes on, done the same day"),
    LineKind.BEGAN_ANEW: to_say("clock_words", "{at}: begins anew, done the same day"),
    LineKind.STOPPED: to_say("clock_words", "{at}: stopped to wait for {wait}"),
}
_UNITS = {
    TimeUnit.WORKING_DAYS: to_say("clock_words", "{count} working days"),
    TimeUnit.CALENDAR_DAYS: to_say("clock_words", "{count} days"),
}

_HOURS = to_say("clock_words", "{hours} working hours")
_MINUTES = to_say("clock_words", "{hours} working hours {minutes} minutes")


def due_line_words(line: DueLine, unit: TimeUnit) -> str:
    """Tell one line of a clock."""
    sources = _LINES | _SAME_DAY if unit is TimeUnit.SAME_DAY else _LINES
    return _said(sources[line.kind]).format(
        at=moment_words(line.at),
        day=short_date(line.at.date().isoformat()),
        left=amount_words(line.left, unit),
        spent=amount_words(line.spent, unit),
        wait=wait_words(line.wait) if line.wait else "",
        name=line.name,
    )


def amount_words(count: int, unit: TimeUnit) -> str:
    """Say how much time that is: days, or working hours and minutes."""
    if unit in _UNITS:
        return _said(_UNITS[unit]).format(count=count)
    hours, minutes = divmod(count, _HOUR)
    return _said(_MINUTES if minutes else _HOURS).format(hours=hours, minutes=minutes)


def _said(source: str) -> str:
    return QCoreApplication.translate(_CONTEXT, source)
