"""The checklist of papers: what to ask for, what the State holds already, what only some cases need."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from counter_app.domain.procedure import Database, HeldGround, Procedure, RequiredPaper


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


def checklist(procedure: Procedure, *, record_found: bool, day: date) -> tuple[ChecklistLine, ...]:
    """Sort the papers of a procedure; ``record_found`` is whether the population look-up brought a record."""
    return tuple(_line(paper, record_found=record_found, day=day) for paper in procedure.papers_on(day))


def outstanding(lines: tuple[ChecklistLine, ...], settled: Collection[str]) -> tuple[ChecklistLine, ...]:
    """List what must be given and is not ``settled``, neither itself nor by a paper standing in for it.

    A required paper that another database may hold stays on the list until it is taken or excused, so that
    the look-up there is on record.
    """
    stands_for = {line.paper.instead_of for line in lines if line.paper.slot in settled}
    done = stands_for.union(settled)
    return tuple(line for line in lines if line.must_be_settled and line.paper.slot not in done)


def _line(paper: RequiredPaper, *, record_found: bool, day: date) -> ChecklistLine:
    ground = paper.ground_on(day)
    if paper.is_held(record_found=record_found, day=day):
        return ChecklistLine(paper, PaperState.HELD, ground)
    if ground is not None and ground.database is not Database.POPULATION:
        return ChecklistLine(paper, PaperState.IF_NEEDED, ground)
    return ChecklistLine(paper, PaperState.ASK if paper.required else PaperState.IF_NEEDED)
