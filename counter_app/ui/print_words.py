"""The words for what becomes of a printed paper: one calm line, whatever way it took."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from counter_app.domain.printers import (
    PrinterFault,
    PrinterSearch,
    PrinterWay,
    SearchHindrance,
    Stage,
    place_of,
    way_of,
)
from counter_app.services.print_run import Hop, Leftover, Remains, RunState
from counter_app.services.signing import Unsigned
from counter_app.ui.notices import Notice
from counter_app.ui.tokens import Tone
from counter_app.ui.translator import to_say

_FAULTS = {
    PrinterFault.PAPER_OUT: to_say("print_words", "{printer} has no paper"),
    PrinterFault.JAM: to_say("print_words", "paper is jammed in {printer}"),
    PrinterFault.COVER_OPEN: to_say("print_words", "a cover of {printer} is open"),
    PrinterFault.INK_OUT: to_say("print_words", "{printer} has no ink or toner"),
    PrinterFault.TRAY_FULL: to_say("print_words", "the output tray of {printer} is full or missing"),
    PrinterFault.OFFLINE: to_say("print_words", "{printer} does not answer"),
    PrinterFault.STOPPED: to_say("print_words", "{printer} is stopped"),
    PrinterFault.REFUSED: to_say("print_words", "{printer} takes no papers"),
    PrinterFault.BUSY: to_say("print_words", "{printer} is busy with another paper"),
    PrinterFault.STUCK: to_say("print_words", "nothing moves at {printer}"),
    PrinterFault.FAILED: to_say("print_words", "{printer} failed"),
    PrinterFault.UNFIT: to_say("print_words", "{printer} cannot print this kind of paper"),
    PrinterFault.OTHER_KEY: to_say("print_words", "{printer} shows another key than before"),
}
_SHORT_FAULTS = {
    PrinterFault.PAPER_OUT: to_say("print_words", "no paper"),
    PrinterFault.JAM: to_say("print_words", "paper jam"),
    PrinterFault.COVER_OPEN: to_say("print_words", "cover open"),
    PrinterFault.INK_OUT: to_say("print_words", "no ink or toner"),
    PrinterFault.TRAY_FULL: to_say("print_words", "output tray full"),
    PrinterFault.OFFLINE: to_say("print_words", "does not answer"),
    PrinterFault.STOPPED: to_say("print_words", "stopped"),
    PrinterFault.REFUSED: to_say("print_words", "takes no papers"),
    PrinterFault.BUSY: to_say("print_words", "busy"),
    PrinterFault.STUCK: to_say("print_words", "nothing moves"),
    PrinterFault.FAILED: to_say("print_words", "failed"),
    PrinterFault.UNFIT: to_say("print_words", "other kind of paper"),
    PrinterFault.OTHER_KEY: to_say("print_words", "another key"),
}
_TRAYS = {
    "main": to_say("print_words", "main tray"),
    "top": to_say("print_words", "upper tray"),
    "middle": to_say("print_words", "middle tray"),
    "bottom": to_say("print_words", "lower tray"),
    "manual": to_say("print_words", "by hand"),
    "by-pass-tray": to_say("print_words", "side tray"),
    "envelope": to_say("print_words", "envelopes"),
    "roll-1": to_say("print_words", "roll"),
}
_USUAL = to_say("print_words", "the printer")
_FOLDER = to_say("print_words", "the folder {folder}")
_ON_ITS_WAY = to_say("print_words", "Printing on {printer}…")
_PRINTED = to_say("print_words", "Printed on {printer}.")
_INSTEAD = to_say("print_words", "printed on {printer} instead.")
_TRYING = to_say("print_words", "now trying {printer}…")
_IN_FOLDER = to_say(
    "print_words", "the paper lies as {file} in the folder {folder}: print it elsewhere, then delete it."
)
_NOWHERE = to_say("print_words", "the paper could not even be saved; what was received is kept.")
_CANCELLED = to_say("print_words", "The print was cancelled at {printer}.")
_PAGES = to_say("print_words", "Pages of it that came out of {printer} are void: throw them away.")
_UNSURE = to_say(
    "print_words", "It could not be called back from {printer}: if it comes out there, throw it away."
)
_CALLED_BACK = to_say(
    "print_words", "The print left at {printer} was called back; it will not come out twice."
)
_STILL_THERE = to_say(
    "print_words", "The print left at {printer} is still there: if it comes out, throw it away."
)
_SEARCHED = to_say("print_words", "Printers that make themselves known on the network: {count}.")
_NO_SEARCH = {
    SearchHindrance.NO_PROGRAM: to_say(
        "print_words", "The network is not searched: “ippfind” is missing (Debian: cups-ipp-utils)."
    ),
    SearchHindrance.NO_SERVICE: to_say(
        "print_words", "The network is not searched: avahi-daemon does not run here."
    ),
    SearchHindrance.NO_ANSWER: to_say("print_words", "The search of the network came to no end."),
}
_UNSIGNED = {
    Unsigned.LOCKED: to_say(
        "print_words", "It bears no digital signature, for the key is locked: sign it by hand."
    ),
    Unsigned.AWAY: to_say(
        "print_words", "It bears no digital signature, for the key is not there: sign it by hand."
    ),
}


def run_notice(state: RunState, labels: Mapping[str, str], folder: Path) -> Notice:
    """Say how a paper fares, and why it is where it is."""
    hops = [_hop_words(hop, labels) for hop in state.hops]
    remains = [_remains_words(hop, labels) for hop in state.hops if hop.remains is not Remains.NOTHING]
    line = "; ".join([*hops, _end_words(state, labels, folder)])
    said = " ".join([_begun(line, state, labels), *remains])
    if state.stage is Stage.FAILED:
        return Notice(said, Tone.ERROR)
    if hops:
        return Notice(said, Tone.WARNING)
    return Notice(said, Tone.VERIFIED if state.stage is Stage.DONE else Tone.NEUTRAL)


def with_signature_said(notice: Notice, unsigned: Unsigned | None) -> Notice:
    """Add that a paper bears no signature though the office wants one."""
    if unsigned is None:
        return notice
    tone = notice.tone if notice.tone is Tone.ERROR else Tone.WARNING
    return Notice(f"{notice.text} {_say(_UNSIGNED[unsigned])}", tone, notice.action)


def _begun(line: str, state: RunState, labels: Mapping[str, str]) -> str:
    """Begin with a capital, unless it is a printer's own name that the line begins with."""
    first = state.hops[0].address if state.hops else ""
    is_name = bool(first) and line.startswith(printer_label(first, labels))
    return line if is_name else line[:1].upper() + line[1:]


def leftover_words(
    leftovers: Sequence[Leftover], labels: Mapping[str, str], *, is_taken_back: bool
) -> Notice:
    """Say whether a job that was left behind could be called back."""
    names = ", ".join(dict.fromkeys(printer_label(each.address, labels) for each in leftovers))
    if is_taken_back:
        return Notice(_say(_CALLED_BACK).format(printer=names))
    return Notice(_say(_STILL_THERE).format(printer=names), Tone.WARNING)


def printer_label(address: str, labels: Mapping[str, str]) -> str:
    """Give a printer's name as people know it."""
    if not address:
        return _say(_USUAL)
    if way_of(address) is PrinterWay.FOLDER:
        return _say(_FOLDER).format(folder=place_of(address))
    return labels.get(address, address)


def search_words(search: PrinterSearch) -> str:
    """Say how many printers the network has told of, or why it cannot be asked."""
    if search.hindrance:
        return _say(_NO_SEARCH[search.hindrance])
    return _say(_SEARCHED).format(count=len(search.found))


def fault_words(fault: PrinterFault) -> str:
    """Say in a word or two what hinders a printer."""
    return _say(_SHORT_FAULTS[fault])


def tray_words(tray: str) -> str:
    """Name a tray; one that nobody has a word for keeps the printer's own."""
    return _say(_TRAYS[tray]) if tray in _TRAYS else tray


def _end_words(state: RunState, labels: Mapping[str, str], folder: Path) -> str:
    if state.file:
        return _say(_IN_FOLDER).format(file=state.file, folder=folder)
    if state.stage is Stage.FAILED:
        return _say(_NOWHERE)
    name = printer_label(state.address, labels)
    if state.stage is Stage.CANCELLED:
        return _say(_CANCELLED).format(printer=name)
    if state.stage is Stage.DONE:
        return _say(_INSTEAD if state.hops else _PRINTED).format(printer=name)
    return _say(_TRYING if state.hops else _ON_ITS_WAY).format(printer=name)


def _hop_words(hop: Hop, labels: Mapping[str, str]) -> str:
    return _say(_FAULTS[hop.fault]).format(printer=printer_label(hop.address, labels))


def _remains_words(hop: Hop, labels: Mapping[str, str]) -> str:
    words = _PAGES if hop.remains is Remains.PAGES else _UNSURE
    return _say(words).format(printer=printer_label(hop.address, labels))


def _say(source: str) -> str:
    return QCoreApplication.translate("print_words", source)
