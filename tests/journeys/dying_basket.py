"""A desk killed at statements of the reopening of dossiers that were received together.

Run by ``test_killed`` for every thirteenth, by hand for each (``dying_basket.py DESK PLACE 1``): a child is
killed there by the kernel, the database is opened again as the next start does, and one line says what stands
in it.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from journeys.driver import MONDAY
from services.counter import DUTY
from services.fakes import FixedClock
from sqlalchemy import event

from counter_app.bootstrap.desk_keys import DATABASE, bare_store
from counter_app.bootstrap.entry import entered
from counter_app.domain.history import Deed
from counter_app.services.voiding import Voiding
from counter_app.store.work import DeskStore

MOST_STATEMENTS = 400
CLOCK = FixedClock(MONDAY)


@contextmanager
def opened(folder: Path) -> Iterator[DeskStore]:
    """Open the database of a desk as a start does."""
    with entered(folder, CLOCK) as keys, bare_store(folder / DATABASE, keys, CLOCK) as store:
        yield store


def reopen(folder: Path, last: int) -> None:
    """Reopen what was received together, and die before a statement; the commit is the last one."""
    left = [last]

    def count(*_: object) -> None:
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    with opened(folder) as store:
        with store.work() as work:
            dossier_id = work.register("", None, limit=9)[-1].dossier_id
        event.listen(store._engine, "before_cursor_execute", count)
        event.listen(store._engine, "commit", count)
        Voiding(store, CLOCK).reopen(dossier_id, DUTY.official.sign)


def is_killed_at(statement: int, folder: Path) -> bool:
    """Reopen in a child that is killed before a statement; say whether it came to that."""
    child = os.fork()
    if child == 0:
        reopen(folder, statement)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        raise RuntimeError(status)
    return os.WIFSIGNALED(status)


def state_of(folder: Path) -> str:
    """Count drafts, void dossiers, what was told of them to history, and what waits to be told to a hub."""
    with opened(folder) as store, store.work() as work:
        rows = work.register("", None, limit=9)
        acts = [act.deed for row in rows for act in work.history_of(row.dossier_id)]
        told = sum(entry.kind == "void" for entry in work.outbox.waiting(limit=99))
        drafts, void = len(work.drafts()), sum(row.is_void for row in rows)
        return f"{drafts} {void} {acts.count(Deed.VOIDED)} {told}"


def main() -> None:
    """Kill a desk at one statement after the other, until it comes through."""
    template, place = Path(sys.argv[1]), Path(sys.argv[2])
    for statement in range(1, MOST_STATEMENTS, int(sys.argv[3])):
        shutil.copytree(template, place)
        killed = is_killed_at(statement, place)
        print(state_of(place))  # noqa: T201 - what the test reads
        shutil.rmtree(place)
        if not killed:
            return
    raise RuntimeError(MOST_STATEMENTS)


if __name__ == "__main__":
    main()
