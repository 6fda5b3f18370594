"""The checklist of papers: what to ask for, what the State holds already, what only some cases need."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from counter_app.domain.condition import Values
from counter_app.domain.procedure import Procedure
from counter_app.domain.required_paper import Database, HeldGround, RequiredPaper


class PaperState(StrEnum):
    """What the official does about a paper."""

    ASK = "ask"
    HELD = "held"
    """Struck out: it must not be asked for."""
    IF_NEEDED = "if_needed"
    """Asked for only in the case its words name, or after a look-up elsewhere that failed."""


@dataclass(frozen=True, slots=True)
class ChecklistLine:
    """A paper and what to do about it; ``ground`` is why it must not be asked for, or not at once."""

    paper: RequiredPaper
    state: PaperState
    ground: HeldGround | None = None

    @property
    def reason(self) -> str:
        """Say why, in Vietnamese: the ground's words, else the paper's condition, else nothing."""
        return self.ground.words if self.ground else self.paper.condition

    @property
    def must_be_settled(self) -> bool:
        """Whether the dossier cannot be received before this paper is taken or excused."""
        return self.paper.required and self.state is not PaperState.HELD

    @property
    def law(self) -> str:
        """Name the law behind the reason."""
        return self.ground.law if self.ground else self.paper.provenance.source


def checklist(
    procedure: Procedure, *, record_found: bool, day: date, values: Values | None = None
) -> tuple[ChecklistLine, ...]:
    """Sort the papers of a procedure; ``record_found`` is whether the population look-up brought a record.

    A paper that only some answers ask for is listed when ``values`` do; before there are any, as one that
    may be needed.
    """
    looked_up = frozenset({Database.POPULATION}) if record_found else frozenset[Database]()
    return tuple(
        _line(paper, looked_up, day, asked=values is not None or paper.needed_if is None)
        for paper in procedure.papers_on(day)
        if paper.needed_if is None or values is None or paper.needed_if.holds(values, day)
    )


def outstanding(lines: tuple[ChecklistLine, ...], settled: Collection[str]) -> tuple[ChecklistLine, ...]:
    """List what must be given and is not ``settled``, neither itself nor by a paper standing in for it.

    A required paper that another database may hold stays on the list until it is taken or excused, so that
    the look-up there is on record.
    """
    stood_in = {slot for line in lines if line.paper.slot in settled for slot in line.paper.instead_of}
    done = stood_in.union(settled)
    return tuple(line for line in lines if line.must_be_settled and line.paper.slot not in done)


def _line(paper: RequiredPaper, looked_up: frozenset[Database], day: date, *, asked: bool) -> ChecklistLine:
    held = paper.held_by(looked_up, day)
    if held:
        return ChecklistLine(paper, PaperState.HELD, held)
    elsewhere = [ground for ground in paper.grounds_on(day) if ground.database is not Database.POPULATION]
    if elsewhere:
        return ChecklistLine(paper, PaperState.IF_NEEDED, elsewhere[0])
    is_asked = asked and (paper.required or paper.needed_if is not None)
    return ChecklistLine(paper, PaperState.ASK if is_asked else PaperState.IF_NEEDED)
