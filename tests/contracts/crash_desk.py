"""A desk that is killed while it works, round after round; run by ``test_store_crash``.

Each round a child receives dossiers and says which draft or dossier has been committed, until the kernel
kills it at a moment that nobody chose. What the child had said is printed once it is dead.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from dataclasses import replace
from pathlib import Path

from contracts.samples import MORNING, act, dossier, draft
from services.fakes import FixedClock, bare

from counter_app.store.key_chest import KeyChest
from counter_app.store.sealed import SealedFolder
from counter_app.store.work import DeskStore

KEY = b"k" * 32


def open_store(folder: Path) -> DeskStore:
    """Open the desk's database."""
    return DeskStore(folder / "desk.db", KEY, fold=bare, clock=FixedClock(MORNING))


def open_papers(folder: Path) -> SealedFolder:
    """Open the desk's sealed files."""
    return SealedFolder(folder / "sealed", KeyChest(folder / "keys", KEY, MORNING.date))


def serve(folder: Path, first: int, fraction: float) -> None:
    """Serve a visit, then others until the alarm ends the process within ``fraction`` of the time it took.

    Nobody catches the alarm: like SIGKILL it leaves the program no last word.
    """
    store, sealed = open_store(folder), open_papers(folder)
    began = time.perf_counter()
    for visit in range(first, first + 1_000_000):
        serve_one(visit, store, sealed)
        if visit == first:
            signal.setitimer(signal.ITIMER_REAL, fraction * (time.perf_counter() - began))


def serve_one(visit: int, store: DeskStore, sealed: SealedFolder) -> None:
    """Save a draft, seal its paper, and receive it as a dossier."""
    with store.work() as work:
        work.save_draft(draft(visit))
        work.commit()
    say(f"draft draft-{visit}")
    sha256 = sealed.seal(b"page %d" % visit * 1000)
    with store.work() as work:
        number = work.next_number("H26", MORNING.date())
        received = replace(dossier(visit, sha256=sha256), number_of_day=number)
        work.add_dossier(received)
        work.put_outbox("dossier", received.dossier_id, sha256)
        work.write_history(act(received.dossier_id))
        work.drop_draft(f"draft-{visit}")
        work.commit()
    say(f"dossier {received.dossier_id}")


def say(line: str) -> None:
    """Tell the parent at once."""
    os.write(1, line.encode() + b"\n")


def killed_round(folder: Path, number: int, fraction: float) -> list[str]:
    """Let a child serve until its alarm, and give all that it had said."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.dup2(writing, 1)
        serve(folder, number * 1_000_000, fraction)
    os.close(writing)
    with os.fdopen(reading, "rb") as said:
        heard = said.read().decode()
    _, status = os.waitpid(child, 0)
    if os.WTERMSIG(status) != signal.SIGALRM:
        raise RuntimeError(status)
    return heard.splitlines()


if __name__ == "__main__":
    place, rounds, seed = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    for turn in range(rounds):
        for line in killed_round(place, turn, chance.uniform(0.001, 1.1)):
            print(line)  # noqa: T201 - what the test reads
