"""A desk killed at steps that it takes on the disk while its key is changed or a copy is put back.

Run by ``test_safety`` for every sixth step, by hand for each (``dying_keeper.py DESK PLACE restored 1``): a
child is killed there, the desk is entered again as the next start does, and one line says in which state it
was found. The kill comes from the kernel: no last word.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from counter_app.bootstrap.desk_keys import DATABASE, PAPERS, DeskKeys, bare_store
from counter_app.bootstrap.entry import entered
from counter_app.bootstrap.safety import Safety
from counter_app.domain.calendar import VIETNAM
from counter_app.domain.history import Deed
from counter_app.gateways.keys import KeyPlace
from counter_app.store.sealed import SealedFolder

STEPS = {"os.rename", "os.remove", "os.link", "open", "os.mkdir", "os.rmdir"}
MOST_STEPS = 400


class Noon:
    """A clock that stands still."""

    def now(self) -> datetime:
        """Say the moment."""
        return datetime(2026, 11, 23, 12, 0, tzinfo=VIETNAM)


def change(folder: Path) -> None:
    """Change the key of a desk."""
    Safety(folder, Noon()).change_key(KeyPlace.FILE)


def put_back(folder: Path) -> None:
    """Put the newest copy of a desk back."""
    Safety(folder, Noon()).restore(None, None)


def is_killed_at(step: int, act: Callable[[Path], None], folder: Path) -> bool:
    """Act in a child that is killed before a step; say whether it came to that."""
    child = os.fork()
    if child == 0:
        left = [step]

        def count(event: str, arguments: tuple[object, ...]) -> None:
            if event in STEPS and str(folder) in str(arguments):
                left[0] -= 1
                if left[0] == 0:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(count)
        act(folder)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        raise RuntimeError(status)
    return os.WIFSIGNALED(status)


def state_of(folder: Path) -> str:
    """Enter a desk as the next start does, read all of it, and say what its history ends with."""
    with entered(folder, Noon()) as keys:
        names = _papers_of(folder, keys)
        with bare_store(folder / DATABASE, keys, Noon()) as store, store.work() as work:
            (line,) = work.register("", None, limit=9)
            acts = [act.deed for act in work.history_of("desk")]
            assert {page.picture for page in work.dossier(line.dossier_id).papers[0].pages} <= names
    left = sorted(path.name for path in folder.iterdir() if path.suffix in {".part", ".next"})
    assert not left or not acts, left
    return f"{acts[-1] if acts else 'as before'} {keys.place}"


def _papers_of(folder: Path, keys: DeskKeys) -> set[str]:
    sealed = SealedFolder(folder / PAPERS, keys.chest(folder, Noon()))
    names = set(sealed.names())
    for name in names:
        sealed.open(name)
    return names


def main() -> None:
    """Kill a desk at one step after the other, until it comes through."""
    acts: dict[str, Callable[[Path], None]] = {Deed.CHANGED_KEY: change, Deed.RESTORED: put_back}
    template, place, act = Path(sys.argv[1]), Path(sys.argv[2]), acts[sys.argv[3]]
    for step in range(1, MOST_STEPS, int(sys.argv[4])):
        shutil.copytree(template, place)
        killed = is_killed_at(step, act, place)
        print(state_of(place))  # noqa: T201 - what the test reads
        shutil.rmtree(place)
        if not killed:
            return
    raise RuntimeError(MOST_STEPS)


if __name__ == "__main__":
    main()
