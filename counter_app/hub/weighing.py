"""Whether one entry is kept: what it names must be there, be the office's own, and not be used before."""

from __future__ import annotations

from dataclasses import replace

from counter_app.domain.dossier_code import (
    DossierCode,
    NotADossierCode,
    NumbersUsedUp,
    ProvisionalCode,
    parse_any,
)
from counter_app.domain.history import link_of
from counter_app.hub.denial import Denied
from counter_app.hub.holdings import Holdings
from counter_app.hub.standing import begun, disagrees, moved, told_again
from counter_app.wire.changes import DossierState
from counter_app.wire.entries import Entry, EntryOutcome, Receipt, RefusedBecause
from counter_app.wire.reports import (
    ClockReport,
    DossierReport,
    HistoryReport,
    OutcomeReport,
    PaperReport,
    Report,
    ReusedPaperReport,
    SupplementReport,
    VoidReport,
)


def weigh(holdings: Holdings, entry: Entry, report: Report | None, content_hash: str) -> Receipt:
    """Say what becomes of an entry that was never kept, and let it move what it is about.

    Of a kind that this hub does not know yet it is kept as it is, for a later one.
    """
    match report:
        case None:
            return Receipt(entry.entry_id, EntryOutcome.ACCEPTED, detail="kind")
        case PaperReport() | ReusedPaperReport():
            return _accepted_with(holdings, entry, (entry.subject,))
        case DossierReport():
            return _dossier(holdings, entry, report, content_hash)
        case VoidReport() | SupplementReport() | ClockReport() | OutcomeReport():
            return _event(holdings, entry, report)
        case HistoryReport():
            return _history(holdings, entry, report)


def _accepted_with(holdings: Holdings, entry: Entry, papers: tuple[str, ...]) -> Receipt:
    missing = holdings.missing(papers)
    outcome = EntryOutcome.WAITS if missing else EntryOutcome.ACCEPTED
    return Receipt(entry.entry_id, outcome, missing=missing)


def _refused(entry: Entry, because: RefusedBecause, detail: str = "") -> Receipt:
    return Receipt(entry.entry_id, EntryOutcome.REFUSED, because.value, detail)


def _dossier(holdings: Holdings, entry: Entry, report: DossierReport, content_hash: str) -> Receipt:
    present = holdings.standings.get(report.dossier_id)
    office = holdings.device.office_code
    if report.office_code != office or (present and present.office_code != office):
        return _refused(entry, RefusedBecause.OTHER_OFFICE)
    receipt = _accepted_with(holdings, entry, tuple(paper.sha256 for paper in report.papers))
    if receipt.missing:
        return receipt
    stands = present if present and present.state is not DossierState.VOIDED else None
    if present and stands and stands.device_id != holdings.device.device_id:
        if present.content_hash == content_hash:
            return replace(receipt, code=present.code if report.provisional else "")
        holdings.set_against(present, entry)
        return replace(receipt, conflict=True)
    if present and report.provisional and present.provisional_code == report.code:
        code = present.code
    else:
        given = _code(holdings, report)
        if isinstance(given, RefusedBecause):
            return _refused(entry, given, "code")
        code = given
    received = begun(report, holdings.device, entry, code=code, content_hash=content_hash)
    holdings.put(told_again(stands, received) if stands else received)
    return replace(receipt, code=code if report.provisional else "")


def _code(holdings: Holdings, report: DossierReport) -> str | RefusedBecause:
    """Give the code under which a dossier is kept, a new one where its own is provisional."""
    try:
        read = parse_any(report.code)
        if isinstance(read, ProvisionalCode) is not report.provisional:
            return RefusedBecause.MALFORMED
        if isinstance(read, DossierCode | ProvisionalCode) and read.office_code != report.office_code:
            return RefusedBecause.OTHER_OFFICE
        if isinstance(read, ProvisionalCode):
            number = holdings.next_number(read.day)
            read = DossierCode(read.office_code, read.day, number, training=read.training)
    except NotADossierCode:
        return RefusedBecause.MALFORMED
    except (NumbersUsedUp, Denied):
        return RefusedBecause.NUMBERS_USED_UP
    code = str(read)
    owner = holdings.code_owners.get(code, report.dossier_id)
    if owner != report.dossier_id and (report.number_of_day or not holdings.has_freed_its_code(owner)):
        return RefusedBecause.CODE_TAKEN
    holdings.use_code(code, report.dossier_id)
    return code


def _event(
    holdings: Holdings, entry: Entry, event: VoidReport | SupplementReport | ClockReport | OutcomeReport
) -> Receipt:
    present = holdings.standings.get(event.dossier_id)
    if present is None:
        waits = RefusedBecause.UNKNOWN_DOSSIER.value
        return Receipt(entry.entry_id, EntryOutcome.WAITS, waits)
    if present.office_code != holdings.device.office_code:
        return _refused(entry, RefusedBecause.OTHER_OFFICE)
    papers = (event.sha256,) if isinstance(event, OutcomeReport) else ()
    receipt = _accepted_with(holdings, entry, papers)
    if receipt.missing:
        return receipt
    if disagrees(present, holdings.device):
        holdings.set_against(present, entry)
        return replace(receipt, conflict=True)
    if present.state is DossierState.VOIDED:
        return receipt
    holdings.put(moved(present, event, entry, holdings.device))
    return receipt


def _history(holdings: Holdings, entry: Entry, report: HistoryReport) -> Receipt:
    """Keep a stretch of the desk's history, whole or not; say where it does not hold.

    Refused it would be lost, and with it the trace of whoever altered it.
    """
    link, broken = report.previous, ""
    if holdings.history_link() not in ("", report.previous):
        broken = "previous"
    for place, act in enumerate(report.acts):
        said = (act.deed, act.subject, act.official_sign, act.at, act.outcome, act.reason)
        link = link_of(link, said)
        if act.link and link != act.link:
            broken = broken or f"acts[{place}]"
            link = act.link
    if link != report.last:
        broken = broken or "last"
    holdings.move_history(report.last)
    return Receipt(entry.entry_id, EntryOutcome.ACCEPTED, "chain" if broken else "", broken)
