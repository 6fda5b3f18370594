"""A lesson under way: which step the trainee is at, told by what has really happened, and what is due."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from counter_app.domain.lesson import Condition, Event, Goal, Hint, Lesson, Step, Words

ONLY_NOW = frozenset(
    {
        Goal.SEEN,
        Goal.SET_ASIDE,
        Goal.OPENED,
        Goal.COVERED,
        Goal.UNCOVERED,
        Goal.NEXT_CALLED,
    }
)
"""What counts for a step only when it happens during it; everything else may have been done before."""


@dataclass(frozen=True, slots=True)
class Done:
    """Something that holds or has happened at the desk, in the words of a lesson's goals."""

    goal: Goal
    about: str = ""


class Note(StrEnum):
    """What a line of the replay tells of."""

    STEP_BEGAN = "step_began"
    STEP_DONE = "step_done"
    DID = "did"
    HINT = "hint"
    ERROR = "error"
    CAUGHT = "caught"
    UNLAWFUL = "unlawful"
    MISHAP = "mishap"
    CAME_IN = "came_in"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the trainee's replay: when, what, and about what; never a citizen's data."""

    at: datetime
    note: Note
    about: str = ""


@dataclass(frozen=True, slots=True)
class StepRun:
    """How a step went; ``done_at`` is None while it is under way. ``keys`` counts keys, never which."""

    code: str
    began_at: datetime
    done_at: datetime | None = None
    hints: int = 0
    keys: int = 0
    errors: int = 0

    def seconds(self, now: datetime) -> float:
        """Say how long it took, or has taken so far."""
        return ((self.done_at or now) - self.began_at).total_seconds()


@dataclass(frozen=True, slots=True)
class TakenPage:
    """A page that was taken, by its picture's hash, and how the paper was that lay under the lamp."""

    slot: str
    picture: str
    condition: Condition


@dataclass(frozen=True, slots=True)
class Play:
    """A lesson as far as it has come; the last of ``runs`` is the step at hand until ``ended_at``.

    ``after_line`` is the line of the desk's history behind which it began.
    """

    lesson: Lesson
    began_at: datetime
    runs: tuple[StepRun, ...]
    standing: frozenset[Done] = frozenset()
    happened: tuple[Done, ...] = ()
    fired: tuple[str, ...] = ()
    said: tuple[Words, ...] = ()
    pages: tuple[TakenPage, ...] = ()
    log: tuple[Line, ...] = ()
    ended_at: datetime | None = None
    after_line: int = 0

    @property
    def step(self) -> Step | None:
        """The step at hand, None once all are done."""
        return None if self.ended_at else self.lesson.step(self.runs[-1].code)

    @property
    def number(self) -> int:
        """The number of the step at hand, or of the last one, from 1."""
        return len(self.runs)

    @property
    def errors(self) -> int:
        """How many errors were made in all."""
        return sum(run.errors for run in self.runs)

    @property
    def hints(self) -> int:
        """How many hints were asked for in all."""
        return sum(run.hints for run in self.runs)

    @property
    def keys(self) -> int:
        """How many keys were pressed in all."""
        return sum(run.keys for run in self.runs)

    @property
    def unlawful(self) -> tuple[str, ...]:
        """The slots for which a paper was asked that must not be."""
        return tuple(dict.fromkeys(line.about for line in self.log if line.note is Note.UNLAWFUL))

    def seconds(self, now: datetime) -> float:
        """Say how long the lesson took, or has taken so far."""
        return ((self.ended_at or now) - self.began_at).total_seconds()


def begin(lesson: Lesson, at: datetime, *, after_line: int = 0) -> Play:
    """Begin a lesson at its first step."""
    first = lesson.steps[0]
    play = Play(lesson, at, (StepRun(first.code, at),), after_line=after_line)
    return _spoken(_noted(play, at, Note.STEP_BEGAN, first.code), first.says)


def observe(play: Play, standing: Iterable[Done], at: datetime) -> Play:
    """Take in what holds at the desk now: the step at hand may be done by it, and others after it."""
    now = frozenset(standing)
    for new in sorted(now - play.standing, key=lambda one: (one.goal, one.about)):
        play = _noted(play, at, Note.DID, f"{new.goal} {new.about}".strip())
    return _advanced(replace(play, standing=now), at)


def happen(play: Play, done: Done, at: datetime) -> Play:
    """Take in something that has happened once."""
    if play.ended_at:
        return play
    play = _noted(play, at, Note.DID, f"{done.goal} {done.about}".strip())
    still = play.standing - {Done(Goal.RECEIVED)} if done.goal is Goal.TAKEN_BACK else play.standing
    return _advanced(replace(play, happened=(*play.happened, done), standing=still), at)


def take_page(play: Play, page: TakenPage, at: datetime) -> Play:
    """Note a page and how the paper was; one that is not good is an error until it is taken out."""
    if any(page.picture == known.picture for known in play.pages):
        return play
    play = replace(play, pages=(*play.pages, page))
    return play if page.condition is Condition.GOOD else err(play, f"{page.condition} {page.slot}", at)


def lose_page(play: Play, picture: str, at: datetime) -> Play:
    """Note that a page was taken out; a wrong one was caught by it."""
    gone = next((page for page in play.pages if page.picture == picture), None)
    if gone is None:
        return play
    play = replace(play, pages=tuple(page for page in play.pages if page is not gone))
    if gone.condition is not Condition.GOOD:
        play = _noted(play, at, Note.CAUGHT, gone.slot)
    return play


def err(play: Play, about: str, at: datetime) -> Play:
    """Note an error, by what it is about."""
    if play.ended_at:
        return play
    last = play.runs[-1]
    return _noted(_with_last(play, replace(last, errors=last.errors + 1)), at, Note.ERROR, about)


def ask_unlawfully(play: Play, slot: str, at: datetime) -> Play:
    """Note that a paper was asked for which the law forbids to ask."""
    return play if slot in play.unlawful else _noted(play, at, Note.UNLAWFUL, slot)


def press(play: Play) -> Play:
    """Count a key."""
    if play.ended_at:
        return play
    last = play.runs[-1]
    return _with_last(play, replace(last, keys=last.keys + 1))


def hint(play: Play, at: datetime) -> tuple[Play, Hint | None]:
    """Give the next hint of the step at hand; after the last one, the last one again."""
    step = play.step
    if step is None or not step.hints:
        return play, None
    last = play.runs[-1]
    given = step.hints[min(last.hints, len(step.hints) - 1)]
    return _noted(_with_last(play, replace(last, hints=last.hints + 1)), at, Note.HINT, given.control), given


def due(play: Play, at: datetime) -> tuple[Event, ...]:
    """List the events whose time has come, in their order."""
    began = {run.code: run.began_at for run in play.runs}
    done = {run.code: run.done_at for run in play.runs if run.done_at}
    events = []
    for event in play.lesson.events:
        since = (done if event.when_done else began).get(event.at)
        is_due = since is not None and at >= since + timedelta(seconds=event.seconds)
        if is_due and event.code not in play.fired:
            events.append(event)
    return tuple(events)


def fire(play: Play, event: Event, at: datetime, *, came_in: bool = False) -> Play:
    """Note that an event was let happen, and what the citizen says to it; ``came_in`` from the trainer."""
    play = replace(play, fired=(*play.fired, event.code))
    note = Note.CAME_IN if came_in else Note.MISHAP
    return _spoken(_noted(play, at, note, event.mishap), event.says)


def _advanced(play: Play, at: datetime) -> Play:
    """Go on as long as the step at hand is done by what holds and has happened."""
    while (step := play.step) and (left := _done_by(play, step)) is not None:
        last = replace(play.runs[-1], done_at=at)
        play = replace(_with_last(play, last), happened=left)
        play = _spoken(_noted(play, at, Note.STEP_DONE, step.code), step.answer)
        rest = play.lesson.steps[len(play.runs) :]
        if not rest:
            return replace(play, ended_at=at)
        kept = tuple(done for done in play.happened if done.goal not in ONLY_NOW)
        play = replace(play, runs=(*play.runs, StepRun(rest[0].code, at)), happened=kept)
        play = _spoken(_noted(play, at, Note.STEP_BEGAN, rest[0].code), rest[0].says)
    return play


def _done_by(play: Play, step: Step) -> tuple[Done, ...] | None:
    """Give what has happened less what does the step; None while it is not done."""
    wanted = Done(step.goal, step.about)
    if wanted in play.standing or (not step.about and any(done.goal is step.goal for done in play.standing)):
        return play.happened
    for at, done in enumerate(play.happened):
        if done.goal is step.goal and step.about in {"", done.about}:
            return (*play.happened[:at], *play.happened[at + 1 :])
    return None


def _with_last(play: Play, run: StepRun) -> Play:
    return replace(play, runs=(*play.runs[:-1], run))


def _noted(play: Play, at: datetime, note: Note, about: str) -> Play:
    return replace(play, log=(*play.log, Line(at, note, about)))


def _spoken(play: Play, words: Words | None) -> Play:
    return replace(play, said=(*play.said, words)) if words else play


def sound(play: Play, standing: Iterable[Done]) -> frozenset[Done]:
    """Leave out of what holds the papers in which a wrong page lies."""
    wrong = {page.slot for page in play.pages if page.condition is not Condition.GOOD}
    lacking = {Done(Goal.PAPER_TAKEN, slot) for slot in wrong}
    if wrong:
        lacking.add(Done(Goal.PAPERS_COMPLETE))
    return frozenset(standing) - lacking


def notes_counted(play: Play) -> Counter[Note]:
    """Count the lines of the replay by what they tell of."""
    return Counter(line.note for line in play.log)
