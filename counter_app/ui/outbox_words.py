"""What is said of the outbox: of entries and why they lie aside, and of the line to the hub."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from counter_app.domain.outbox import Aside, Entry, EntryState
from counter_app.domain.publication import Publication
from counter_app.services.incoming import FORGED
from counter_app.services.outbox_book import LineStanding
from counter_app.services.publication_book import PublicationLine
from counter_app.ui.icons import Tint
from counter_app.ui.translator import to_say
from counter_app.ui.widgets.page_words import moment_words
from forms.fault_words import fault_words

_KINDS = {
    "paper": to_say("outbox_words", "Paper"),
    "reused_paper": to_say("outbox_words", "Paper used again"),
    "dossier": to_say("outbox_words", "Dossier"),
    "void": to_say("outbox_words", "Voided dossier"),
    "supplement": to_say("outbox_words", "Supplement asked for"),
    "clock": to_say("outbox_words", "Step of the clock"),
    "outcome": to_say("outbox_words", "Outcome"),
    "history": to_say("outbox_words", "History"),
}
_STATES = {
    EntryState.WAITING: to_say("outbox_words", "waits"),
    EntryState.SENT: to_say("outbox_words", "sent, no answer yet"),
    EntryState.ASIDE: to_say("outbox_words", "set aside"),
    EntryState.ACKNOWLEDGED: to_say("outbox_words", "acknowledged"),
    EntryState.LEFT_OUT: to_say("outbox_words", "left out"),
}
_SENT = {
    EntryState.WAITING: to_say("outbox_words", "✓✓ waits"),
    EntryState.SENT: to_say("outbox_words", "✓✓✓ sent"),
    EntryState.ASIDE: to_say("outbox_words", "✓✓ set aside"),
    EntryState.ACKNOWLEDGED: to_say("outbox_words", "✓✓✓✓ there"),
    EntryState.LEFT_OUT: to_say("outbox_words", "✓✓ left out"),
}
"""Four ticks: saved, sealed, sent, acknowledged."""
_REASONS = {
    Aside.REFUSED: to_say("outbox_words", "The hub refuses it"),
    Aside.CHANGED: to_say("outbox_words", "The hub has something else under this id"),
    Aside.PAPER_MISSING: to_say("outbox_words", "Its paper is not on this disk any more"),
    Aside.PAPER_DAMAGED: to_say("outbox_words", "Its paper is damaged on this disk"),
    Aside.PAPER_REFUSED: to_say("outbox_words", "The hub does not take its paper"),
    Aside.UNREADABLE: to_say("outbox_words", "It cannot be read any more"),
}
_RESTORE = to_say(
    "outbox_words",
    "Restore the folder of papers from its copy and send again; or ask for it anew and leave this out.",
)
_TELL = to_say("outbox_words", "Tell whoever looks after the hub, then send again. Nothing here is lost.")
_MEND = {
    Aside.REFUSED: to_say(
        "outbox_words",
        "Open the dossier and look at what is named. Then send again, or leave this out with a reason.",
    ),
    Aside.CHANGED: _TELL,
    Aside.PAPER_MISSING: _RESTORE,
    Aside.PAPER_DAMAGED: _RESTORE,
    Aside.PAPER_REFUSED: _TELL,
    Aside.UNREADABLE: _TELL,
}


@dataclass(frozen=True, slots=True)
class LineWords:
    """The one line about the hub: its words, its shape, and whether somebody should look."""

    words: str
    shape: str
    tint: Tint


def line_words(standing: LineStanding) -> LineWords:
    """Say in one calm line how the desk stands with its hub; only what wants a person is amber."""
    outbox = standing.outbox
    if not standing.has_hub:
        return LineWords(_say(to_say("outbox_words", "Kept on this desk")), "check", Tint.QUIET)
    if not standing.is_enrolled:
        return LineWords(_say(to_say("outbox_words", "Not enrolled with the hub yet")), "info", Tint.AMBER)
    if outbox.aside:
        words = _say(to_say("outbox_words", "Set aside: {count}"))
        return LineWords(words.format(count=outbox.aside), "triangle-alert", Tint.AMBER)
    if outbox.waiting and outbox.since:
        words = _say(to_say("outbox_words", "{count} waiting since {when}"))
        said = words.format(count=outbox.waiting, when=f"{outbox.since:%H:%M %d/%m}")
        return LineWords(said, "hourglass", Tint.QUIET)
    if standing.last_contact is None:
        return LineWords(_say(to_say("outbox_words", "Nothing to send")), "check", Tint.QUIET)
    words = _say(to_say("outbox_words", "All sent {when}"))
    return LineWords(words.format(when=f"{standing.last_contact:%H:%M}"), "cloud-check", Tint.VERIFIED)


def standing_words(standing: LineStanding) -> str:
    """Say all that is known of the line, in one or two sentences."""
    if not standing.has_hub:
        return _say(
            to_say(
                "outbox_words",
                "This desk works by itself: everything is kept here, sealed, and nothing is sent.",
            )
        )
    if not standing.is_enrolled:
        return _say(
            to_say(
                "outbox_words",
                "This desk is not enrolled yet: ask for a one-time code. Until then everything is kept here.",
            )
        )
    said = [_counted(standing)]
    if standing.last_contact:
        words = _say(to_say("outbox_words", "The hub last answered at {when}."))
        said.append(words.format(when=moment_words(standing.last_contact)))
    return " ".join(said)


def clock_words(standing: LineStanding) -> str:
    """Say that the desk's clock is wrong, and by how much; empty where it is right."""
    if standing.set_back:
        words = to_say(
            "outbox_words", "The clock of this machine was set back by {span}. Set it right: papers carry it."
        )
        return _say(words).format(span=_span(standing.set_back))
    if standing.clock_ahead is None:
        return ""
    is_fast = standing.clock_ahead > timedelta()
    fast = to_say("outbox_words", "The clock of this machine is {span} fast. Set it right: papers carry it.")
    slow = to_say("outbox_words", "The clock of this machine is {span} slow. Set it right: papers carry it.")
    return _say(fast if is_fast else slow).format(span=_span(abs(standing.clock_ahead)))


def publication_words(line: PublicationLine) -> str:
    """Say what the hub has published: from when a pack holds, or why it was refused."""
    publication = line.publication
    named = {"name": publication.name, "version": publication.version}
    if publication.flaw:
        problem = publication.flaw.problem
        if problem == FORGED:
            why = _say(to_say("outbox_words", "the hub has not signed it"))
        else:
            why = fault_words(problem, publication.flaw.nearest, say=_fault_in_this_language)
            why = f"{publication.flaw.key}: {why}" if publication.flaw.key else why
        return _say(to_say("outbox_words", "Refused: {name}, version {version} ({why})")).format(
            why=why, **named
        )
    if line.begins:
        words = to_say("outbox_words", "Procedure {name}, version {version}: in force from {day}")
        return _say(words).format(day=f"{line.begins:%d/%m/%Y}", **named)
    if publication.kind == "calendar":
        words = to_say("outbox_words", "Calendar {name}, version {version}: from the next start on")
        return _say(words).format(**named)
    return _say(to_say("outbox_words", "{name}, version {version}")).format(**named)


def news_words(published: Sequence[Publication]) -> str:
    """Say once that the hub has sent something, and how much of it was refused."""
    refused = sum(1 for one in published if one.flaw)
    if refused:
        words = _say(to_say("outbox_words", "From the hub: {count} new, {refused} of them refused (F7)."))
        return words.format(count=len(published), refused=refused)
    return _say(to_say("outbox_words", "From the hub: {count} new (F7).")).format(count=len(published))


def sent_words(state: EntryState | None) -> str:
    """Say in ticks and a word how far a dossier has come; empty where nothing is told of it."""
    return _say(_SENT[state]) if state else ""


def kind_words(entry: Entry) -> str:
    """Say what an entry tells of."""
    return _say(_KINDS[entry.kind]) if entry.kind in _KINDS else entry.kind


def state_words(entry: Entry) -> str:
    """Say how far an entry has come."""
    return _say(_STATES[entry.state])


def reason_words(entry: Entry) -> str:
    """Say why an entry lies aside, or when it is tried again; empty where there is nothing to say."""
    if entry.aside:
        said = _say(_REASONS[entry.aside])
        return f"{said}: {entry.detail}" if entry.detail else said
    if entry.next_try_at:
        words = _say(to_say("outbox_words", "next try at {when}"))
        return words.format(when=f"{entry.next_try_at:%H:%M:%S}")
    return ""


def mend_words(entry: Entry) -> str:
    """Say what puts an entry right that lies aside."""
    return _say(_MEND[entry.aside]) if entry.aside else ""


def _counted(standing: LineStanding) -> str:
    outbox = standing.outbox
    if not outbox.waiting and not outbox.aside:
        return _say(to_say("outbox_words", "Everything has been sent and acknowledged."))
    words = _say(to_say("outbox_words", "Waiting: {waiting}. Set aside: {aside}."))
    return words.format(waiting=outbox.waiting, aside=outbox.aside)


def _span(span: timedelta) -> str:
    """Say a length of time by its two largest parts."""
    minutes = round(span.total_seconds() / 60)
    days, rest = divmod(minutes, 24 * 60)
    hours, minutes = divmod(rest, 60)
    parts = (
        (days, to_say("outbox_words", "{count} d")),
        (hours, to_say("outbox_words", "{count} h")),
        (minutes, to_say("outbox_words", "{count} min")),
    )
    said = [_say(words).format(count=count) for count, words in parts if count]
    return " ".join(said[:2])


def _fault_in_this_language(words: str) -> str:
    return QCoreApplication.translate("fault_words", words)


def _say(source: str) -> str:
    return QCoreApplication.translate("outbox_words", source)
