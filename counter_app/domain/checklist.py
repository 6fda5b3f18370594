"""The checklist of papers: what to ask for, what the State holds already, what only some cases need."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from counter_app.domain.condition import Values
from counter_app.domain.look_up import LookUpDone
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
    """A paper and what to do about it; ``ground`` is why it must not be asked for, or not at once.

    ``look_up`` is the one that failed and so gives the ground for asking. ``undecided``: no answers are there
    yet that would tell whether the paper is asked for.
    """

    paper: RequiredPaper
    state: PaperState
    ground: HeldGround | None = None
    look_up: LookUpDone | None = None
    undecided: bool = False

    @property
    def reason(self) -> str:
        """Say why, in Vietnamese: the ground's words, else the paper's condition, else nothing."""
        return self.ground.words if self.ground else self.paper.condition

    @property
    def must_be_settled(self) -> bool:
        """Whether the dossier cannot be received before this paper is taken or excused."""
        return self.paper.required and not self.undecided and self.state is not PaperState.HELD

    @property
    def law(self) -> str:
        """Name the law behind the reason."""
        return self.ground.law if self.ground else self.paper.provenance.source


def checklist(
    procedure: Procedure,
    *,
    record_found: bool,
    day: date,
    values: Values | None = None,
    look_ups: Iterable[LookUpDone] = (),
) -> tuple[ChecklistLine, ...]:
    """Sort the papers of a procedure; ``record_found`` is whether the population look-up brought a record.

    A paper that only some answers ask for is listed when ``values`` do; before there are any, as one that
    may be needed. ``look_ups`` are those done for this dossier, in the population or for one paper.
    """
    done = tuple(look_ups)
    looked_up = frozenset({Database.POPULATION}) if record_found else frozenset[Database]()
    return tuple(
        _line(paper, looked_up, day, done=done, asked=values is not None or paper.needed_if is None)
        for paper in procedure.papers_on(day)
        if paper.needed_if is None or values is None or paper.needed_if.holds(values, day)
    )


def outstanding(lines: tuple[ChecklistLine, ...], settled: Collection[str]) -> tuple[ChecklistLine, ...]:
    """List what must be given and is not ``settled``, neither itself nor by a paper standing in for it.

    A required paper that another database may hold stays on the list until it is taken or excused, so that
    the look-up there is on record. Of papers that stand in for each other the first is listed.
    """
    stood_in = {slot for line in lines if line.paper.slot in settled for slot in line.paper.instead_of}
    done = stood_in.union(settled)
    left = [line.paper for line in lines if line.must_be_settled and line.paper.slot not in done]
    second = {
        paper.slot
        for at, paper in enumerate(left)
        for first in left[:at]
        if paper.slot in first.instead_of and first.slot in paper.instead_of
    }
    listed = {paper.slot for paper in left} - second
    return tuple(line for line in lines if line.paper.slot in listed)


def _line(
    paper: RequiredPaper,
    looked_up: frozenset[Database],
    day: date,
    *,
    done: tuple[LookUpDone, ...],
    asked: bool,
) -> ChecklistLine:
    own = [each for each in done if each.slot == paper.slot]
    found = looked_up.union(each.database for each in own if not each.has_failed)
    held = paper.held_by(found, day)
    if held:
        return ChecklistLine(paper, PaperState.HELD, held)
    grounds = paper.grounds_on(day)
    failed = {each.database: each for each in done if each.has_failed and each.slot in {"", paper.slot}}
    still_open = [one for one in grounds if one.database not in {Database.POPULATION, *failed}]
    if still_open:
        return ChecklistLine(paper, PaperState.IF_NEEDED, still_open[0], undecided=not asked)
    ground_to_ask = next((failed[one.database] for one in reversed(grounds) if one.database in failed), None)
    is_asked = asked and (paper.required or paper.needed_if is not None or bool(own))
    state = PaperState.ASK if is_asked else PaperState.IF_NEEDED
    return ChecklistLine(paper, state, look_up=ground_to_ask, undecided=not asked)
