"""How each paper of a sheet stands: taken, missing, excused, held by the State, or only sometimes needed."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from counter_app.domain.checklist import ChecklistLine, PaperState
from counter_app.domain.look_up import LookUpDone
from counter_app.domain.paper import UNSORTED
from counter_app.services.drafting import Sheet
from counter_app.services.page_edits import pages_of


class Standing(StrEnum):
    """What the checklist shows of a paper."""

    TAKEN = "taken"
    MISSING = "missing"
    EXCUSED = "excused"
    HELD = "held"
    REUSED = "reused"
    """An earlier paper of the same person is used again."""
    REPLACED = "replaced"
    """Another paper that stands in for it has been taken."""
    IF_NEEDED = "if_needed"
    ASIDE = "aside"
    """No paper: pages of which nobody has said yet what they are."""


@dataclass(frozen=True, slots=True)
class PaperStanding:
    """One line of the checklist; ``reason`` is the official's where the paper is excused, else the rules'."""

    slot: str
    name: str
    standing: Standing
    pages: int
    reason: str
    law: str
    may_be_excused: bool
    to_look_up: bool = False
    """Whether a database has to be looked into before the paper may be asked for."""
    look_up: LookUpDone | None = None
    """The look-up that failed, which is the ground for asking."""
    reused_from: str = ""
    """The code of the dossier whose paper is used again."""

    @property
    def may_be_taken(self) -> bool:
        """Whether pages may be added: never to what the State holds (Resolution 66.7/2025, Article 2)."""
        return self.standing is not Standing.HELD


def paper_standings(sheet: Sheet) -> tuple[PaperStanding, ...]:
    """Say of every paper of the procedure how it stands, and last which pages lie aside."""
    missing = {line.paper.slot for line in sheet.missing_papers}
    return (*(_standing(sheet, line, missing=missing) for line in sheet.checklist), *_aside(sheet))


def slot_to_begin_with(standings: Iterable[PaperStanding]) -> str:
    """Name the first paper that is missing, else what lies aside, else the first that may be taken."""
    open_ones = [standing for standing in standings if standing.may_be_taken]
    missing = [standing for standing in open_ones if standing.standing is Standing.MISSING]
    aside = [standing for standing in open_ones if standing.standing is Standing.ASIDE]
    return next((standing.slot for standing in (*missing, *aside, *open_ones)), "")


def _aside(sheet: Sheet) -> tuple[PaperStanding, ...]:
    count = len(pages_of(sheet, UNSORTED))
    standing = PaperStanding(UNSORTED, "", Standing.ASIDE, count, reason="", law="", may_be_excused=False)
    return (standing,) if count else ()


def _standing(sheet: Sheet, line: ChecklistLine, *, missing: Collection[str]) -> PaperStanding:
    slot = line.paper.slot
    pages = len(pages_of(sheet, slot))
    excuse = next((excuse.reason for excuse in sheet.draft.excuses if excuse.slot == slot), "")
    reused_from = next((paper.reused_from for paper in sheet.draft.papers if paper.slot == slot), "")
    standing = Standing.REUSED if reused_from else _kind(line, pages=pages, excuse=excuse, missing=missing)
    return PaperStanding(
        slot=slot,
        name=line.paper.name,
        standing=standing,
        pages=pages,
        reason=excuse if standing is Standing.EXCUSED else line.reason,
        law=line.law,
        may_be_excused=line.must_be_settled and standing is Standing.MISSING,
        to_look_up=line.ground is not None and standing in {Standing.MISSING, Standing.IF_NEEDED},
        look_up=line.look_up,
        reused_from=reused_from,
    )


def _kind(line: ChecklistLine, *, pages: int, excuse: str, missing: Collection[str]) -> Standing:
    if pages:
        return Standing.TAKEN
    if excuse:
        return Standing.EXCUSED
    if line.state is PaperState.HELD:
        return Standing.HELD
    if line.paper.slot in missing:
        return Standing.MISSING
    return Standing.REPLACED if line.must_be_settled else Standing.IF_NEEDED
