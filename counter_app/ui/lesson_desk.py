"""A lesson in the window: follows what really happens, lets things go wrong, helps, and has it judged."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from counter_app.domain.checklist import PaperState
from counter_app.domain.history_check import KeptLine
from counter_app.domain.lesson import Event, Goal, Mishap
from counter_app.domain.printers import Stage
from counter_app.services.desk import Desk, NotCarried
from counter_app.services.drafting import Sheet
from counter_app.services.lesson_certificate import draw_lesson_certificate
from counter_app.services.lesson_play import (
    Done,
    Play,
    TakenPage,
    ask_unlawfully,
    begin,
    due,
    err,
    fire,
    happen,
    hint,
    lose_page,
    observe,
    press,
    sound,
    take_page,
)
from counter_app.services.lesson_room import LessonRoom
from counter_app.services.lesson_score import Score
from counter_app.services.lesson_standing import once_of, standing_of
from counter_app.services.print_room import paper_of
from counter_app.services.print_run import RunState
from counter_app.ui.conductor import Conductor
from counter_app.ui.main_window import MainWindow
from counter_app.ui.steps import VisitState
from counter_app.ui.tasks import Lane
from counter_app.ui.widgets.lesson_result import LessonResult
from counter_app.ui.widgets.lesson_strip import LessonStrip, StripWords
from counter_app.ui.widgets.lesson_words import in_language
from counter_app.ui.widgets.spotlight import Spotlight
from printing.sheet import PaperSize

LOOK_MS = 200
_MOST_LINES = 1_000_000
_ON_PAPER = {Goal.PRINTED, Goal.SLIP_PRINTED, Goal.DECLARATION_PRINTED}
_BY_CARD = {Goal.PERSON_KNOWN, Goal.ROLE_FILLED}


class LessonDesk(QObject):
    """Serves one lesson after the other; the visit itself is led by nobody but the trainee."""

    moved = Signal(object)
    """Carries the Play whenever it has come further."""
    judged = Signal(object)
    """Carries the Score once the lesson is over."""
    power_cut = Signal(object)
    """Carries the Play: the desk is to stop as if the power had gone, and to be started again."""

    def __init__(self, window: MainWindow, conductor: Conductor, desk: Desk, room: LessonRoom) -> None:
        super().__init__(window)
        self._window, self._conductor, self._desk = window, conductor, desk
        self._visits, self._tasks, self._room = conductor.visits, conductor.tasks, room
        self._play: Play | None = None
        self._score: Score | None = None
        self._state = VisitState()
        self._aside: frozenset[str] = frozenset()
        self._line = 0
        self._looking = False
        self._drawn: list[Done] = []
        self._out = 0
        self._under_way = 0
        self._hint = ""
        self.strip, self.spotlight = LessonStrip(), Spotlight(window)
        self.result = LessonResult(window)
        window.lay_strip(self.strip)
        self.strip.hide()
        self.strip.help_wanted.connect(self.help)
        self.strip.on_wanted.connect(self.go_on)
        self.strip.leave_wanted.connect(self.leave)
        self.result.certificate_wanted.connect(self._on_certificate_wanted)
        self.result.again_wanted.connect(self._on_again_wanted)
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._watch()

    @property
    def play(self) -> Play | None:
        """The lesson as far as it has come."""
        return self._play

    @property
    def score(self) -> Score | None:
        """What it came to, once it is over and judged."""
        return self._score

    @property
    def is_calm(self) -> bool:
        """Whether everything that was to go wrong, or right, has done so."""
        return not self._under_way

    @property
    def room(self) -> LessonRoom:
        """The lesson at hand, with its stage."""
        return self._room

    def begin(self) -> None:
        """Set the stage, then begin the lesson, or go on with it where a power cut broke in."""
        stage, lesson, left = self._room.stage, self._room.lesson, self._room.play

        def set_up() -> tuple[int, frozenset[str]]:
            stage.set_up(lesson)
            with self._desk.store.work() as work:
                lines, drafts = work.history_lines(0, limit=_MOST_LINES), work.drafts()
            left_over = (draft.draft_id for draft in drafts if left)
            return lines[-1].number if lines else 0, frozenset(left_over)

        self._play, self._score, self._hint = None, None, ""
        self._run(Lane.STORE, set_up, partial(self._on_set_up, left))

    def take(self, room: LessonRoom) -> None:
        """Begin another lesson, whatever was at hand."""
        self.result.reject()
        self._window.activateWindow()
        self._visits.leave()
        self._room = room
        self.begin()

    def help(self) -> None:
        """Give the next hint, and point at its control in the window."""
        if self._play:
            play, given = hint(self._play, self._now())
            if given:
                self._hint = in_language(given.words)
                self.spotlight.point_at(given.control)
            self._keep(play)

    def go_on(self) -> None:
        """Do what the step offers: have the card laid down, or go on from what was only to be seen."""
        step = self._play.step if self._play else None
        if step is None:
            return
        if step.goal is Goal.SEEN:
            self._happen(Done(Goal.SEEN, step.about))
        elif step.goal in _BY_CARD:
            self._run(Lane.CRAFT, lambda: self._room.stage.show_card(step.about), lambda _: None)

    def let_happen(self, mishap: Mishap) -> None:
        """Have something go wrong now, because the trainer wants it."""
        if self._play and self._play.step:
            wanted = Event(f"trainer-{len(self._play.fired)}", mishap, self._play.step.code)
            self._fire((wanted,), came_in=True)

    def leave(self) -> None:
        """End the lesson where it is; nothing of it is judged."""
        self._timer.stop()
        self.spotlight.put_out()
        self.strip.hide()
        self._play = None
        self._run(Lane.CRAFT, self._room.stage.clear, lambda _: None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count the keys that are pressed, and never look at which."""
        if event.type() is QEvent.Type.KeyPress and watched is QApplication.focusWidget() and self._play:
            self._play = press(self._play)
        return False

    def _watch(self) -> None:
        visits, soon = self._visits, self._window.turns.take
        for changed in (visits.visit_opened, visits.sheet_changed, visits.dossier_received):
            changed.connect(lambda _: soon(self._observe))
        visits.sheet_opened.connect(self._on_sheet_opened)
        visits.citizen_left.connect(self._on_citizen_left)
        for refusing in (visits, *self._conductor.desks.refusing):
            refusing.refused.connect(self._on_refused)
        self._conductor.desks.prints.ended.connect(self._on_paper_ended)
        self._window.covered.connect(
            lambda covered: self._happen(Done(Goal.COVERED if covered else Goal.UNCOVERED))
        )
        self._conductor.languages.chosen.connect(lambda _: self._show())
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]  # there is one by now

    def _on_set_up(self, left: Play | None, found: tuple[int, frozenset[str]]) -> None:
        line, self._aside = found
        self._line, self._out = line, 0
        self._drawn.clear()
        self._conductor.desks.prints.look_for_printers()
        self._play = left or begin(self._room.lesson, self._now(), after_line=line)
        self.strip.show()
        self._timer.start()
        self._look()
        self._observe()

    def _look(self) -> None:
        """See what history tells that is new, and whether it is time for something to happen."""
        play = self._play
        if play is None:
            return
        self.strip.show_time(int(play.seconds(self._now())))
        self._fire(due(play, self._now()))
        if not self._looking:
            self._looking = True
            self._run(Lane.STORE, self._news, self._on_news)

    def _news(self) -> tuple[tuple[KeptLine, ...], int]:
        with self._desk.store.work() as work:
            return work.history_lines(self._line, limit=_MOST_LINES), work.outbox_size()

    def _on_news(self, news: tuple[tuple[KeptLine, ...], int]) -> None:
        self._looking = False
        lines, waiting = news
        for line in lines:
            self._line = line.number
            done = once_of(line)
            if done and done.goal in _ON_PAPER:
                self._drawn.append(done)
            elif done:
                self._happen(done)
        self._match_prints()
        step = self._play.step if self._play else None
        if step and step.goal is Goal.SENT and not waiting:
            self._happen(Done(Goal.SENT))

    def _on_paper_ended(self, state: RunState) -> None:
        self._out += state.stage is Stage.DONE
        self._match_prints()

    def _match_prints(self) -> None:
        """Take a paper for printed once history tells of it and it has come out, wherever that was."""
        while self._drawn and self._out:
            self._out -= 1
            self._happen(self._drawn.pop(0))

    def _observe(self) -> None:
        """Take in how the visit stands, and which pages came or went."""
        play, state = self._play, self._visits.state
        if play is None or play.ended_at:
            return
        now, before = self._now(), _pictures(self._state.sheet)
        after = _pictures(state.sheet)
        is_same = _draft(self._state) == _draft(state)
        self._state = state
        for picture, slot in after.items():
            if picture not in before:
                play = take_page(play, TakenPage(slot, picture, self._room.stage.laid(slot)), now)
        for picture, slot in before.items() if is_same else ():
            if picture not in after:
                play = happen(lose_page(play, picture, now), Done(Goal.PAPER_LEFT, slot), now)
        people = self._room.stage.people
        standing = standing_of(
            play.lesson, people, visit=state.visit, sheet=state.sheet, dossier=state.dossier
        )
        self._keep(observe(play, sound(play, standing), now))

    def _on_sheet_opened(self, sheet: Sheet) -> None:
        if sheet.draft.draft_id in self._aside:
            self._happen(Done(Goal.TAKEN_UP))

    def _on_citizen_left(self) -> None:
        state = self._state
        self._state = VisitState()
        if state.sheet and not state.dossier:
            self._aside |= state.at_hand
            self._happen(Done(Goal.SET_ASIDE))
        if state.visit:
            self._happen(Done(Goal.NEXT_CALLED))

    def _on_refused(self, error: Exception) -> None:
        play = self._play
        if play is None:
            return
        if isinstance(error, NotCarried):
            if _is_held(self._visits.sheet, error.slot):
                self._keep(ask_unlawfully(play, error.slot, self._now()))
            return
        self._keep(err(play, type(error).__name__, self._now()))

    def _happen(self, done: Done) -> None:
        if self._play:
            self._keep(happen(self._play, done, self._now()))

    def _fire(self, events: Sequence[Event], *, came_in: bool = False) -> None:
        """Have events happen one after the other: what comes back must not overtake its going away."""
        stage, play = self._room.stage, self._play
        if play is None or not events:
            return
        for event in events:
            play = fire(play, event, self._now(), came_in=came_in)
        self._keep(play)
        if any(event.mishap is Mishap.POWER_CUT for event in events):
            self._timer.stop()
            self.power_cut.emit(play)
            return

        def happen_in_order() -> None:
            for event in events:
                stage.happen(event.mishap)

        self._under_way += 1
        self._run(Lane.CRAFT, happen_in_order, self._on_happened)

    def _on_happened(self, _nothing: object) -> None:
        self._under_way -= 1

    def _keep(self, play: Play) -> None:
        """Go on with a play that has come further, and show it; the end is judged once."""
        before, self._play = self._play, play
        if before is None or before.number != play.number or play.ended_at:
            self._hint = ""
            self.spotlight.put_out()
        self._show()
        self.moved.emit(play)
        if play.ended_at and not (before and before.ended_at):
            self._timer.stop()
            self._run(Lane.STORE, lambda: self._room.judge.judge(play), self._on_judged)

    def _on_judged(self, score: Score) -> None:
        play, self._score = self._play, score
        self.strip.hide()
        self._run(Lane.CRAFT, self._room.stage.clear, lambda _: None)
        self.judged.emit(score)
        if play:
            self.result.show_result(play, score)

    def _on_certificate_wanted(self) -> None:
        play, score, duty, now = self._play, self._score, self._visits.duty, self._now()
        if play is None or score is None:
            return
        fonts = self._room.fonts
        self._conductor.desks.slips.bring_out(
            lambda: paper_of(draw_lesson_certificate(play, score, duty, fonts=fonts, when=now), PaperSize.A4)
        )

    def _on_again_wanted(self) -> None:
        self.result.accept()
        self._visits.leave()
        self.begin()

    def _show(self) -> None:
        play = self._play
        step = play.step if play else None
        if play is None or step is None:
            return
        lesson = play.lesson
        speech = in_language(play.said[-1]) if play.said else ""
        action = ""
        if step.goal is Goal.SEEN:
            action = self.tr("Seen, go on")
        elif step.goal in _BY_CARD and self._has_card(step.about):
            action = self.tr("Ask for the card")
        title = f"{lesson.number} · {in_language(lesson.title)}"
        task = in_language(step.task)
        words = StripWords(title, play.number, len(lesson.steps), speech, task, self._hint, action)
        self.strip.show_words(words)

    def _has_card(self, role: str) -> bool:
        guest = self._room.lesson.guest(role)
        return guest is not None and guest.card

    def _now(self) -> datetime:
        return self._desk.clock.now()

    def _run(self, lane: Lane, work: Callable[[], object], done: Callable[..., None]) -> None:
        self._tasks.run(lane, work, owner=self, done=done, failed=self._conductor.refuse, quietly=True)


def _draft(state: VisitState) -> str:
    return state.sheet.draft.draft_id if state.sheet else ""


def _pictures(sheet: Sheet | None) -> dict[str, str]:
    """Name the slot of each page by its picture."""
    papers = sheet.draft.papers if sheet else ()
    return {page.picture: paper.slot for paper in papers for page in paper.pages}


def _is_held(sheet: Sheet | None, slot: str) -> bool:
    """Whether the State holds a paper, so that it must not be asked for."""
    lines = sheet.checklist if sheet else ()
    return any(line.paper.slot == slot and line.state is PaperState.HELD for line in lines)
