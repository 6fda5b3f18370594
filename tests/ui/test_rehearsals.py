"""What the desk asks its register by itself once it has opened, so that the first question does not wait."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from contracts.samples import MORNING, dossier
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from services.fakes import FixedClock

from counter_app.services.register import Register, searchable
from counter_app.store.work import DeskStore
from counter_app.ui.register_desk import rehearse
from counter_app.ui.tasks import Lane, Tasks


@pytest.fixture
def tasks(qapp: QApplication) -> Tasks:
    return Tasks(qapp)


def test_what_is_wanted_meanwhile_goes_before_the_next_step(tasks: Tasks) -> None:
    owner, done = QObject(), list[str]()

    def step(name: str) -> Callable[[], object]:
        return partial(done.append, name)

    rehearse(iter([step("first"), step("second"), step("third")]), tasks, owner=owner)
    tasks.run(Lane.STORE, step("wanted"), owner=owner, done=lambda _: None)
    tasks.until_idle()
    assert done == ["first", "wanted", "second", "third"]
    tasks.close()


def test_a_step_that_fails_is_the_last_and_disturbs_nobody(tasks: Tasks) -> None:
    owner, done, announced = QObject(), list[str](), list[Exception]()
    tasks.untaken_failure.connect(announced.append)

    def failing() -> object:
        raise OSError

    rehearse(iter([failing, partial(done.append, "never")]), tasks, owner=owner)
    tasks.until_idle()
    assert (done, announced) == ([], [])
    tasks.close()


def test_rehearsals_look_into_no_dossier(tmp_path: Path) -> None:
    store = DeskStore(tmp_path / "desk.db", bytes(range(32)), fold=searchable, clock=FixedClock(MORNING))
    received = dossier(1)
    with store.work() as work:
        work.add_dossier(received)
        work.commit()
    steps = list(Register(store, FixedClock(MORNING)).rehearsals())
    for step in steps:
        step()
    with store.work() as work:
        assert work.history_of(received.dossier_id) == ()
    store.close()
    assert len(steps) > 5
