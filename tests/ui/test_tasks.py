"""Work off the GUI thread: where it runs, who is told, and how it ends."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from threading import Event, get_ident  # noqa: TID251 - work is held at gates here

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from counter_app.ui.tasks import Lane, Tasks

pytestmark = pytest.mark.usefixtures("qapp")
LIMIT_S = 5.0


@dataclass
class Gate:
    """Work that waits inside its lane until the test lets it go on."""

    entered: Event = field(default_factory=Event)
    opened: Event = field(default_factory=Event)

    def __call__(self) -> str:
        """Say that work has begun, and wait."""
        self.entered.set()
        assert self.opened.wait(LIMIT_S)
        return "through"


@pytest.fixture
def tasks() -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.close()


@pytest.fixture
def owner() -> QObject:
    return QObject()


def test_work_leaves_the_gui_thread_and_its_outcome_comes_back_to_it(tasks: Tasks, owner: QObject) -> None:
    seen: list[tuple[int, int]] = []
    tasks.run(Lane.CRAFT, get_ident, owner=owner, done=lambda there: seen.append((there, get_ident())))
    tasks.until_idle()
    [(there, here)] = seen
    assert here == get_ident()
    assert there != here


def test_a_failure_goes_to_whom_it_was_promised(tasks: Tasks, owner: QObject) -> None:
    told: list[Exception] = []

    def fail() -> None:
        raise KeyError("paper")

    tasks.run(
        Lane.WIRE, fail, owner=owner, done=lambda _: pytest.fail("it did not succeed"), failed=told.append
    )
    tasks.until_idle()
    assert isinstance(told[0], KeyError)


def test_a_failure_that_nobody_takes_is_announced(tasks: Tasks, owner: QObject, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tasks.untaken_failure) as announced:
        tasks.run(Lane.STORE, lambda: 1 / 0, owner=owner, done=lambda _: None)
    assert isinstance(announced.args[0], ZeroDivisionError)


def test_an_owner_that_is_gone_is_told_nothing_but_its_failure_is_not_lost(
    tasks: Tasks, qtbot: QtBot
) -> None:
    told: list[object] = []
    gate, screen = Gate(), QObject()

    def fail() -> None:
        gate()
        raise OSError

    tasks.run(Lane.CRAFT, gate, owner=screen, done=told.append)
    tasks.run(Lane.CRAFT, fail, owner=screen, done=told.append, failed=told.append)
    assert gate.entered.wait(LIMIT_S)
    delete(screen)
    with qtbot.waitSignal(tasks.untaken_failure):
        gate.opened.set()
    assert told == []


def test_the_stores_work_goes_one_after_the_other_and_in_order(tasks: Tasks, owner: QObject) -> None:
    order: list[object] = []
    gate = Gate()
    tasks.run(Lane.STORE, gate, owner=owner, done=order.append)
    for turn in range(5):
        tasks.run(Lane.STORE, partial(int, turn), owner=owner, done=order.append)
    assert gate.entered.wait(LIMIT_S)
    gate.opened.set()
    tasks.until_idle()
    assert order == ["through", 0, 1, 2, 3, 4]


def test_a_held_lane_does_not_hold_the_others(tasks: Tasks, owner: QObject, qtbot: QtBot) -> None:
    answers: list[str] = []
    gate = Gate()
    tasks.run(Lane.WIRE, gate, owner=owner, done=answers.append)
    tasks.run(Lane.STORE, lambda: "kept", owner=owner, done=answers.append)
    qtbot.waitUntil(lambda: answers == ["kept"])
    gate.opened.set()
    tasks.until_idle()
    assert answers == ["kept", "through"]


def test_slow_work_is_told_to_be_busy_and_quick_work_is_not(
    tasks: Tasks, owner: QObject, qtbot: QtBot
) -> None:
    busy: list[bool] = []
    tasks.busy_changed.connect(busy.append)
    tasks.run(Lane.STORE, int, owner=owner, done=lambda _: None)
    tasks.until_idle()
    gate = Gate()
    with qtbot.waitSignal(tasks.busy_changed):
        tasks.run(Lane.WIRE, gate, owner=owner, done=lambda _: None)
    gate.opened.set()
    tasks.until_idle()
    assert busy == [True, False]


def test_closing_finishes_what_the_store_was_given_and_what_that_leads_to(owner: QObject) -> None:
    kept: list[str] = []
    tasks = Tasks()

    def save_the_newest(first: str) -> None:
        kept.append(first)
        tasks.run(Lane.STORE, lambda: "newest", owner=owner, done=kept.append)

    tasks.run(Lane.STORE, lambda: "first", owner=owner, done=save_the_newest)
    tasks.close()
    assert kept == ["first", "newest"]


def test_closing_does_not_wait_for_the_wire_and_its_late_answer_is_told_to_nobody(owner: QObject) -> None:
    told: list[object] = []
    tasks, gate = Tasks(), Gate()
    tasks.run(Lane.WIRE, gate, owner=owner, done=told.append)
    assert gate.entered.wait(LIMIT_S)
    tasks.close()
    delete(tasks)
    gate.opened.set()
    tasks_of_after = Tasks()
    tasks_of_after.run(Lane.WIRE, int, owner=owner, done=lambda _: None)
    tasks_of_after.until_idle()
    tasks_of_after.close()
    assert told == []


def test_waiting_for_idleness_gives_up_with_an_error(tasks: Tasks, owner: QObject) -> None:
    gate = Gate()
    tasks.run(Lane.WIRE, gate, owner=owner, done=lambda _: None)
    with pytest.raises(TimeoutError):
        tasks.until_idle(20)
    gate.opened.set()
    tasks.until_idle()


def test_waiting_goes_on_where_something_begins_in_the_turn_in_which_all_was_done(tasks: Tasks) -> None:
    owner, told = QObject(), list[str]()

    def once_more() -> None:
        if told == ["first"]:
            tasks.run(Lane.STORE, lambda: "second", owner=owner, done=told.append)

    tasks._idled.connect(once_more)
    tasks.run(Lane.STORE, lambda: "first", owner=owner, done=told.append)
    tasks.until_idle()
    assert told == ["first", "second"]
