"""What a lesson came to: each right outcome held against dossiers and history, and what is taken off."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from counter_app.domain.dossier import Dossier
from counter_app.domain.history import Deed
from counter_app.domain.history_check import KeptLine
from counter_app.domain.lesson import Condition, Fact, Goal, Outcome
from counter_app.domain.slip import SlipGround, SlipKind
from counter_app.services.catalogue import Catalogue
from counter_app.services.lesson_play import Note, Play, notes_counted
from counter_app.services.ports import Clock, Store
from forms.answers import FilledForm

_MOST = 200
_MOST_LINES = 10_000
_PRINTS = {Deed.PRINTED, Deed.PRINTED_AGAIN}
_SLIPS = {Deed.PRINTED_SLIP, Deed.PRINTED_SLIP_AGAIN}
_DECLARATIONS = {Deed.PRINTED_DECLARATION, Deed.PRINTED_DECLARATION_AGAIN}


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether what a lesson calls right was reached."""

    outcome: Outcome
    is_held: bool


@dataclass(frozen=True, slots=True)
class Score:
    """The points of a lesson, of ``most``, and what they are made of."""

    most: int
    reached: int
    off: int
    verdicts: tuple[Verdict, ...]
    seconds: float
    keys: int
    hints: int
    errors: int
    caught: int
    unlawful: int

    @property
    def points(self) -> int:
        """What is left, never below nothing."""
        return max(0, self.reached - self.off)

    @property
    def is_passed(self) -> bool:
        """Whether at least seven tenths were reached."""
        return self.points * 10 >= self.most * 7


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What a lesson has left behind on the desk."""

    dossiers: tuple[Dossier, ...]
    lines: tuple[KeptLine, ...]
    grounds: tuple[SlipGround, ...]
    drafts: int
    waiting: int

    def did(self, deeds: Collection[Deed], outcome: str = "") -> bool:
        """Tell whether one of these deeds was done, with this outcome where one is named."""
        return any(line.deed in deeds and outcome in {"", line.outcome} for line in self.lines)


class LessonJudge:
    """Reads the register and history as a trainer would; nothing is changed."""

    def __init__(
        self, store: Store, procedures: Catalogue, clock: Clock, *, is_history_whole: Callable[[], bool]
    ) -> None:
        self._store = store
        self._procedures = procedures
        self._clock = clock
        self._is_history_whole = is_history_whole

    def judge(self, play: Play) -> Score:
        """Hold every outcome of the lesson against what is there; asks the database, so not for the GUI."""
        evidence = self._evidence(play)
        verdicts = tuple(Verdict(one, self._holds(one, evidence, play)) for one in play.lesson.outcomes)
        counted, rules = notes_counted(play), play.lesson.scoring
        seconds = play.seconds(self._clock.now())
        over = max(0, int(seconds // 60) - play.lesson.minutes)
        off = rules.hint * play.hints + rules.error * play.errors + rules.minute * over
        return Score(
            most=play.lesson.points,
            reached=sum(one.outcome.points for one in verdicts if one.is_held),
            off=off,
            verdicts=verdicts,
            seconds=seconds,
            keys=play.keys,
            hints=play.hints,
            errors=play.errors,
            caught=counted[Note.CAUGHT],
            unlawful=len(play.unlawful),
        )

    def _evidence(self, play: Play) -> _Evidence:
        with self._store.work() as work:
            rows = [row for row in work.register("", None, limit=_MOST) if row.received_at >= play.began_at]
            dossiers = tuple(work.dossier(row.dossier_id) for row in rows)
            drafts = [draft for draft in work.drafts() if draft.saved_at >= play.began_at]
            lines = work.history_lines(play.after_line, limit=_MOST_LINES)
            subjects = {line.subject for line in lines}
            grounds = [one for subject in subjects for one in work.records_of(SlipGround, subject)]
            return _Evidence(dossiers, lines, tuple(grounds), len(drafts), work.outbox_size())

    def _holds(self, outcome: Outcome, evidence: _Evidence, play: Play) -> bool:
        test = _TESTS.get(outcome.fact)
        if test:
            return test(outcome, evidence)
        match outcome.fact:
            case Fact.HISTORY_WHOLE:
                return self._is_history_whole()
            case Fact.PAPER_TAKEN:
                return _is_taken(outcome.about, evidence, play)
            case Fact.SUPPLEMENT_ASKED:
                return self._is_asked_for(outcome.about, evidence)
            case Fact.COVERED:
                return any(line.about == Goal.COVERED for line in play.log)
            case _:
                return False

    def _is_asked_for(self, slot: str, evidence: _Evidence) -> bool:
        """Whether a request names the paper, as it is called on paper."""
        packs = self._procedures.all(self._clock.now().date())
        names = {paper.name for pack in packs for paper in pack.papers if paper.slot == slot}
        asked = (one for one in evidence.grounds if one.kind is SlipKind.SUPPLEMENT)
        return any(paper.name in names for one in asked for paper in one.papers)


def _standing(evidence: _Evidence) -> Iterator[Dossier]:
    return (one for one in evidence.dossiers if one.void is None)


def _is_received(outcome: Outcome, evidence: _Evidence) -> bool:
    codes = (
        {one.procedure_code, one.declaration.procedure_code if one.declaration else ""}
        for one in _standing(evidence)
    )
    return any(outcome.about in each for each in codes)


def _is_taken(slot: str, evidence: _Evidence, play: Play) -> bool:
    wrong = {page.picture for page in play.pages if page.condition is not Condition.GOOD}
    pages = [
        page
        for one in _standing(evidence)
        for paper in one.papers
        if paper.slot == slot
        for page in paper.pages
    ]
    return bool(pages) and not any(page.picture in wrong for page in pages)


def _slots(evidence: _Evidence) -> set[str]:
    return {paper.slot for one in _standing(evidence) for paper in one.papers if paper.pages}


def _is_answered(outcome: Outcome, evidence: _Evidence) -> bool:
    for one in _standing(evidence):
        answers = FilledForm.from_json(one.form).answers
        given = answers[outcome.about].value if outcome.about in answers else ""
        if given and outcome.value in {"", str(given)}:
            return True
    return False


def _has_role(outcome: Outcome, evidence: _Evidence) -> bool:
    roles = {player.role for one in _standing(evidence) for player in one.players}
    return outcome.about in roles or (
        outcome.about == "holder" and any(one.holder for one in _standing(evidence))
    )


_TESTS: dict[Fact, Callable[[Outcome, _Evidence], bool]] = {
    Fact.RECEIVED: _is_received,
    Fact.NOT_RECEIVED: lambda outcome, evidence: not _is_received(outcome, evidence),
    Fact.CAPACITY: lambda outcome, evidence: any(
        one.capacity == outcome.about for one in _standing(evidence)
    ),
    Fact.ANSWERED: _is_answered,
    Fact.UNLOCKED: lambda outcome, evidence: evidence.did({Deed.UNLOCKED_FIELD}, outcome.about),
    Fact.ROLE_FILLED: _has_role,
    Fact.PAPER_NOT_TAKEN: lambda outcome, evidence: outcome.about not in _slots(evidence),
    Fact.PAPER_EXCUSED: lambda outcome, evidence: any(
        excuse.slot == outcome.about for one in _standing(evidence) for excuse in one.excuses
    ),
    Fact.PAPER_LOOKED_UP: lambda outcome, evidence: any(
        look_up.slot == outcome.about for one in _standing(evidence) for look_up in one.look_ups
    ),
    Fact.PAPER_REUSED: lambda outcome, evidence: any(
        paper.slot == outcome.about and paper.reused_from
        for one in _standing(evidence)
        for paper in one.papers
    ),
    Fact.REFUSED: lambda _, evidence: any(one.kind is SlipKind.REFUSAL for one in evidence.grounds),
    Fact.LINKED: lambda outcome, evidence: (
        sum(bool(one.linked) for one in _standing(evidence)) >= int(outcome.value or 2)
    ),
    Fact.PRINTED: lambda _, evidence: evidence.did(_PRINTS),
    Fact.SLIP_PRINTED: lambda outcome, evidence: evidence.did(_SLIPS, outcome.about),
    Fact.DECLARATION_PRINTED: lambda _, evidence: evidence.did(_DECLARATIONS),
    Fact.HANDED_OVER: lambda _, evidence: evidence.did({Deed.HANDED_OVER}),
    Fact.VOIDED: lambda _, evidence: any(one.void for one in evidence.dossiers),
    Fact.ONE_DRAFT: lambda _, evidence: sum(line.deed == Deed.STARTED_DRAFT for line in evidence.lines) <= 1,
    Fact.NO_DRAFT_LEFT: lambda _, evidence: not evidence.drafts,
    Fact.SENT: lambda _, evidence: not evidence.waiting,
    Fact.SHIFT_CLOSED: lambda _, evidence: evidence.did({Deed.CLOSED_SHIFT}),
}
