"""A lesson under way: what really happens moves it on, what goes wrong comes in its time, all is counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from services.people import MORNING, RESOURCES

from counter_app.domain.lesson import Condition, Event, Goal, Mishap, Step, Words
from counter_app.services.lesson_file import read_lesson
from counter_app.services.lesson_play import (
    Done,
    Note,
    TakenPage,
    ask_unlawfully,
    begin,
    due,
    err,
    fire,
    happen,
    hint,
    lose_page,
    notes_counted,
    observe,
    press,
    sound,
    take_page,
)

RENTED = read_lesson(RESOURCES / "lessons" / "02-tam-tru-nha-thue.toml")
PERSON = Done(Goal.PERSON_KNOWN, "applicant")
CHOSEN = Done(Goal.PROCEDURE_CHOSEN, "1.004194")
FORM, LEASE = Done(Goal.FORM_COMPLETE), Done(Goal.PAPER_TAKEN, "lease")


def at(seconds: float) -> datetime:
    return MORNING + timedelta(seconds=seconds)


def test_each_step_ends_when_its_goal_holds_and_several_may_end_at_once() -> None:
    play = begin(RENTED, at(0))
    assert play.said[-1] == RENTED.steps[0].says
    play = observe(play, {PERSON}, at(20))
    assert (play.step and play.step.code, play.runs[0].seconds(at(99))) == ("procedure", 20)
    play = observe(play, {PERSON, CHOSEN, FORM, LEASE}, at(50))
    assert play.step is not None
    assert play.step.code == "receive"
    assert [run.code for run in play.runs] == ["card", "procedure", "form", "lease", "receive"]


def test_what_happens_once_counts_once_and_ends_the_lesson() -> None:
    play = observe(begin(RENTED, at(0)), {PERSON, CHOSEN, FORM, LEASE, Done(Goal.RECEIVED)}, at(60))
    play = happen(play, Done(Goal.PRINTED), at(70))
    assert play.step is not None
    assert play.step.code == "next"
    play = happen(play, Done(Goal.NEXT_CALLED), at(80))
    assert (play.ended_at, play.step, play.seconds(at(500))) == (at(80), None, 80)
    assert happen(play, Done(Goal.PRINTED), at(90)) == play


def test_what_only_counts_during_its_step_is_forgotten_at_the_next() -> None:
    watch = Step("watch", Goal.COVERED, "", Words("", ""), ())
    lesson = replace(RENTED, steps=(RENTED.steps[0], watch))
    play = happen(begin(lesson, at(0)), Done(Goal.COVERED), at(5))
    play = observe(play, {PERSON}, at(6))
    assert play.step is watch
    assert happen(play, Done(Goal.COVERED), at(7)).ended_at == at(7)


def test_a_wrong_page_keeps_its_step_open_until_it_is_taken_out() -> None:
    play = observe(begin(RENTED, at(0)), {PERSON, CHOSEN, FORM}, at(10))
    play = take_page(play, TakenPage("lease", "a" * 64, Condition.BLURRED), at(11))
    play = observe(play, sound(play, {PERSON, CHOSEN, FORM, LEASE}), at(11))
    assert (play.step and play.step.code, play.errors) == ("lease", 1)
    play = lose_page(play, "a" * 64, at(12))
    play = take_page(play, TakenPage("lease", "b" * 64, Condition.GOOD), at(13))
    play = observe(play, sound(play, {PERSON, CHOSEN, FORM, LEASE}), at(13))
    assert (play.step and play.step.code, notes_counted(play)[Note.CAUGHT]) == ("receive", 1)


def test_events_come_in_their_time_and_once() -> None:
    soon = Event("away", Mishap.POPULATION_GONE, "card", 5, says=Words("Sao lâu vậy?", "Why so long?"))
    late = Event("back", Mishap.POPULATION_BACK, "card", 3, when_done=True)
    play = begin(replace(RENTED, events=(soon, late)), at(0))
    assert due(play, at(4.9)) == ()
    assert due(play, at(5)) == (soon,)
    play = fire(play, soon, at(5))
    assert (due(play, at(6)), play.said[-1]) == ((), soon.says)
    play = observe(play, {PERSON}, at(10))
    assert due(play, at(12)) == ()
    assert due(play, at(13)) == (late,)


def test_hints_go_on_to_the_last_and_everything_is_counted() -> None:
    play = begin(RENTED, at(0))
    first, second = RENTED.steps[0].hints
    play, given = hint(play, at(1))
    assert given == first
    for _ in range(2):
        play, given = hint(play, at(2))
        assert given == second
    play = ask_unlawfully(ask_unlawfully(err(press(press(play)), "x", at(3)), "id", at(4)), "id", at(5))
    assert (play.hints, play.keys, play.errors, play.unlawful) == (3, 2, 1, ("id",))
