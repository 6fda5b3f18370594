"""A desk that is killed while it works, round after round; run by ``test_store_crash``.

Each round a child receives dossiers and says which draft or dossier has been committed; the parent listens
to some of them, then kills it. What the children had said is printed once all are dead.
"""

from __future__ import annotations

import os
import random
import signal
import sys
from dataclasses import replace
from pathlib import Path

from contracts.samples import MORNING, act, dossier, draft
from services.fakes import FixedClock, bare

from counter_app.store.sealed import SealedFolder
from counter_app.store.work import DeskStore

KEY = b"k" * 32
MOST_LINES = 8


def open_store(folder: Path) -> DeskStore:
    """Open the desk's database."""
    return DeskStore(folder / "desk.db", KEY, fold=bare, clock=FixedClock(MORNING))


def serve(folder: Path, first: int) -> None:
    """Serve one visit after another, saying what has been committed; never comes to an end."""
    store, sealed = open_store(folder), SealedFolder(folder / "sealed", KEY)
    for visit in range(first, first + 1_000_000):
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


def killed_round(folder: Path, number: int, lines: int) -> list[str]:
    """Start a child, listen to ``lines`` lines, kill it, and give all that it had said."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.dup2(writing, 1)
        serve(folder, number * 1_000_000)
    os.close(writing)
    with os.fdopen(reading, "rb") as said:
        heard = [said.readline() for _ in range(lines)]
        os.kill(child, signal.SIGKILL)
        heard += said.readlines()
    os.waitpid(child, 0)
    return [line.decode().strip() for line in heard if line.endswith(b"\n")]


if __name__ == "__main__":
    place, rounds, seed = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    for turn in range(rounds):
        for line in killed_round(place, turn, chance.randint(1, MOST_LINES)):
            print(line)  # noqa: T201 - what the test reads
