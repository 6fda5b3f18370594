"""The steps of a visit and what each still lacks: plain functions that know no window."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from counter_app.domain.dossier import Dossier
from counter_app.domain.paper import UNSORTED
from counter_app.services.drafting import Sheet
from counter_app.services.identify import Visit
from counter_app.services.page_edits import pages_of


class Step(StrEnum):
    """The steps in the order in which a visit usually takes them."""

    IDENTIFY = "identify"
    PROCEDURE = "procedure"
    FORM = "form"
    PAPERS = "papers"
    RECEIVE = "receive"


@dataclass(frozen=True, slots=True)
class VisitState:
    """How far a visit has come; each part is there once its step has brought it.

    ``mates`` are the other forms of the basket; ``together`` are all dossiers that were received at once.
    """

    visit: Visit | None = None
    sheet: Sheet | None = None
    dossier: Dossier | None = None
    mates: tuple[Sheet, ...] = ()
    together: tuple[Dossier, ...] = ()

    @property
    def at_hand(self) -> frozenset[str]:
        """The drafts that are not set aside: the one being filled and those of its basket."""
        sheets = (self.sheet, *self.mates) if self.sheet else ()
        return frozenset(sheet.draft.draft_id for sheet in sheets)


@dataclass(frozen=True, slots=True)
class StepState:
    """One line of the rail: whether the step is open, done, and how many things it lacks."""

    step: Step
    reachable: bool
    done: bool
    missing: int = 0


def rail(state: VisitState) -> tuple[StepState, ...]:
    """Say of every step how it stands; steps may be visited in any order once they are reachable."""
    sheet, received = state.sheet, state.dossier is not None
    fields = len(sheet.blocking) if sheet else 0
    papers = len(sheet.missing_papers) + bool(pages_of(sheet, UNSORTED)) if sheet else 0
    return (
        StepState(Step.IDENTIFY, reachable=not received, done=state.visit is not None or sheet is not None),
        StepState(Step.PROCEDURE, reachable=state.visit is not None and not received, done=sheet is not None),
        StepState(Step.FORM, reachable=_open(state), done=sheet is not None and not fields, missing=fields),
        StepState(Step.PAPERS, reachable=_open(state), done=sheet is not None and not papers, missing=papers),
        StepState(Step.RECEIVE, reachable=sheet is not None, done=received),
    )


def next_step(state: VisitState) -> Step:
    """Say which step the visit should go to by itself."""
    if state.dossier is not None:
        return Step.RECEIVE
    for line in rail(state):
        if not line.done:
            return line.step
    return Step.RECEIVE


def _open(state: VisitState) -> bool:
    return state.sheet is not None and state.dossier is None
