"""How a sheet is filed: by which channel, in which case, with which waivers; and what there is to choose."""

from __future__ import annotations

from dataclasses import dataclass, replace

from counter_app.domain.condition import is_known
from counter_app.domain.dossier_code import ExistingCode
from counter_app.domain.fee_rules import Channel, Waiver
from counter_app.domain.fees import Fee
from counter_app.domain.filing import Filing
from counter_app.domain.procedure import Case
from counter_app.errors import Refusal
from counter_app.services.drafting import Sheet


class NotOffered(Refusal):
    """The procedure has no such channel, case or waiver today; ``offered`` are those it has."""

    def __init__(self, what: str, asked: str, offered: tuple[str, ...]) -> None:
        super().__init__(what, asked, offered)
        self.what = what
        self.asked = asked
        self.offered = offered


@dataclass(frozen=True, slots=True)
class WaiverOffer:
    """A reason to pay less in the sheet's channel.

    ``by_itself``: what is known grants it; ``ticked``: the official has seen its proof; ``counts``: it is the
    one worth most of those that are granted, so it lowers what is paid.
    """

    waiver: Waiver
    by_itself: bool
    ticked: bool
    counts: bool


@dataclass(frozen=True, slots=True)
class CaseOffer:
    """A particular case; ``by_itself`` where the answers make it one, else the official says so."""

    case: Case
    by_itself: bool
    ticked: bool


def file_by(sheet: Sheet, channel: Channel) -> Sheet:
    """File by another channel, where only its own waivers count; raises NotOffered."""
    offered = tuple(one.value for one in sheet.procedure.channels)
    _refuse_unless_offered("channel", channel.value, offered)
    filing = sheet.draft.filing
    moved = _filed(sheet, replace(filing, channel=channel))
    kept = {one.key for one in _waivers(moved)}
    return _filed(
        moved, replace(moved.draft.filing, waivers=tuple(key for key in filing.waivers if key in kept))
    )


def grant(sheet: Sheet, waiver: str, *, granted: bool) -> Sheet:
    """Keep that the proof of a waiver was seen, or that it was not; raises NotOffered."""
    _refuse_unless_offered("waiver", waiver, tuple(one.key for one in _waivers(sheet)))
    filing = sheet.draft.filing
    return _filed(sheet, replace(filing, waivers=_with(filing.waivers, waiver, is_in=granted)))


def name_case(sheet: Sheet, case: str, *, met: bool) -> Sheet:
    """Keep that the dossier is a particular case, or that it is not; raises NotOffered."""
    _refuse_unless_offered("case", case, tuple(one.name for one in _cases(sheet)))
    filing = sheet.draft.filing
    return _filed(sheet, replace(filing, cases=_with(filing.cases, case, is_in=met)))


def waiver_offers(sheet: Sheet, fee: Fee) -> tuple[WaiverOffer, ...]:
    """List the waivers of the sheet's channel, and how each stands in what has to be paid.

    One that the answers surely rule out, as by age, is left out.
    """
    lowering = {line.waiver.key for line in fee.lines if line.waiver}
    return tuple(
        WaiverOffer(
            one,
            by_itself=one.applies_if is not None and one.applies_if.holds(sheet.values, sheet.today),
            ticked=one.key in sheet.draft.filing.waivers,
            counts=one.key in lowering,
        )
        for one in _waivers(sheet)
        if not _is_ruled_out(one, sheet)
    )


def case_offers(sheet: Sheet) -> tuple[CaseOffer, ...]:
    """List the cases that the official may name, and those that the answers make of the dossier."""
    met = sheet.procedure.cases_on(sheet.today, sheet.values)
    return tuple(
        CaseOffer(one, by_itself=one.name in met, ticked=one.name in sheet.draft.filing.cases)
        for one in _cases(sheet)
        if one.when is None or one.name in met
    )


def came_with(sheet: Sheet, code: str) -> Sheet:
    """Keep the code that the national portal or a ministry gave the dossier; an empty one takes it back.

    Raises NotADossierCode.
    """
    known = str(ExistingCode(code.strip().upper())) if code.strip() else ""
    return _filed(sheet, replace(sheet.draft.filing, existing_code=known))


def _waivers(sheet: Sheet) -> tuple[Waiver, ...]:
    """List the waivers that hold today for the sheet's channel and touch a fee."""
    used = {key for rule in sheet.procedure.fees for key in rule.waivers}
    return tuple(
        one
        for one in sheet.procedure.waivers
        if one.key in used
        and sheet.draft.filing.channel in one.channels
        and one.provenance.holds_on(sheet.today)
    )


def _is_ruled_out(waiver: Waiver, sheet: Sheet) -> bool:
    rule = waiver.applies_if
    return rule is not None and is_known(rule, sheet.values) and not rule.holds(sheet.values, sheet.today)


def _cases(sheet: Sheet) -> tuple[Case, ...]:
    return tuple(one for one in sheet.procedure.cases if one.provenance.holds_on(sheet.today))


def _refuse_unless_offered(what: str, asked: str, offered: tuple[str, ...]) -> None:
    if asked not in offered:
        raise NotOffered(what, asked, tuple(sorted(offered)))


def _filed(sheet: Sheet, filing: Filing) -> Sheet:
    return replace(sheet, draft=replace(sheet.draft, filing=filing))


def _with(names: tuple[str, ...], name: str, *, is_in: bool) -> tuple[str, ...]:
    others = tuple(one for one in names if one != name)
    return (*others, name) if is_in else others
