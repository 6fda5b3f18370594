"""What encryption costs: whole visits and searches, side by side with plain SQLite and plain files.

    python tests/bench/bench_encryption.py [--dossiers N] [--visits N] [--questions N] [--seed N]

One program, one library (SQLCipher, which without a key is plain SQLite), the same settings, the same pages:
only key and seals are left out on the plain side. Visits take turns, one here, one there; so do questions to
the register, which go the way of the window. A visit is what the services do from the card to the printed
acknowledgement, with eight savings of the form and one page. Prints medians in milliseconds, on the wall's
clock and of the processor alone, and their ratios. The aim is 1.10.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from hashlib import sha256
from pathlib import Path
from unittest.mock import patch

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

import sqlcipher3.dbapi2  # noqa: E402 - the paths above come first
from bench.bench_search import KEY, People, fill_ours, made, questions  # noqa: E402 - the same
from contracts.samples import MORNING, dossier  # noqa: E402 - the same
from journeys.driver import DeskDriver, desk_in, photograph  # noqa: E402 - the same
from services.fakes import FixedClock  # noqa: E402 - the same
from services.people import cast, words  # noqa: E402 - the same

from counter_app.services.register import Register, searchable  # noqa: E402 - the same
from counter_app.store.codec import to_text  # noqa: E402 - the same
from counter_app.store.durable import write_whole  # noqa: E402 - the same
from counter_app.store.work import DeskStore  # noqa: E402 - the same

_SAVINGS = 8
_SLOT = "lease"
Pair = tuple[tuple[float, float], tuple[float, float]]
"""One act on both sides, each on the wall's clock and of the processor alone, in milliseconds."""


class PlainFolder:
    """Files as ``SealedFolder`` writes them, synced and renamed, and not sealed."""

    def __init__(self, folder: Path, _keys: object) -> None:
        self._folder = folder
        folder.mkdir(exist_ok=True)

    def seal(self, content: bytes) -> str:
        """Write a file."""
        name = sha256(content).hexdigest()
        path = self._folder / name[:2] / name
        if not path.exists():
            path.parent.mkdir(exist_ok=True)
            write_whole(path, content)
        return name

    def open(self, name: str) -> bytes:
        """Read a file, and hold it against its name as the sealed one is."""
        content = (self._folder / name[:2] / name).read_bytes()
        if sha256(content).hexdigest() != name:
            raise ValueError(name)
        return content


@contextmanager
def plain() -> Iterator[None]:
    """Have databases opened without a key, and files not sealed."""

    def opened(path: Path, _key: bytes, *, mode: str = "rwc") -> sqlcipher3.dbapi2.Connection:
        address = f"{path.absolute().as_uri()}?mode={mode}"
        return sqlcipher3.dbapi2.connect(
            address, timeout=5, isolation_level=None, check_same_thread=False, uri=True
        )

    with (
        patch("counter_app.store.engine.opened", opened),
        patch("counter_app.store.connection.opened", opened),
        patch("counter_app.bootstrap.desk.SealedFolder", PlainFolder),
    ):
        yield


def visit(desk: DeskDriver, number: int) -> None:
    """Serve one citizen from the card to the acknowledgement."""
    desk.show_card(cast().ede)
    desk.choose("tam tru")
    for saving in range(_SAVINGS):
        desk.answer({"address": f"Số {number}, ngõ {saving} phố Mẫu"})
    desk.add_page(_SLOT)
    desk.answer_as_in_the_example()
    desk.receive()
    desk.print()


def took(act: Callable[[], object]) -> tuple[float, float]:
    """Time one act in milliseconds: on the wall's clock, and of the processor alone."""
    wall, processor = time.perf_counter(), time.process_time()
    act()
    return (time.perf_counter() - wall) * 1000, (time.process_time() - processor) * 1000


def compare(name: str, pairs: list[Pair]) -> None:
    """Print the medians of both sides and how they compare."""
    for clock, at in (("wall", 0), ("processor", 1)):
        ours, theirs = (statistics.median(pair[side][at] for pair in pairs) for side in (0, 1))
        print(
            f"{name:24} {clock:10} encrypted {ours:9.2f} ms   plain {theirs:9.2f} ms   x{ours / theirs:.3f}"
        )


def visits(folder: Path, count: int) -> None:
    """Serve citizens at two desks in turn; the first of each is not counted."""
    with ExitStack() as both:
        sealed = both.enter_context(desk_in(folder / "sealed"))
        with plain():
            bare = both.enter_context(desk_in(folder / "bare"))
            pairs = []
            for number in range(count + 1):
                photograph(_SLOT, number + 1)  # drawn for both before either is timed
                ours = took(lambda number=number: visit(sealed, number))  # type: ignore[misc]
                theirs = took(lambda number=number: visit(bare, number))  # type: ignore[misc]
                pairs.append((ours, theirs))
    compare("visit", pairs[1:])


def searches(folder: Path, dossiers: int, asked: int, draw: random.Random) -> None:
    """Ask two registers of the same dossiers the same questions in turn."""
    given = list(made(People(words(), draw, max(1, dossiers // 2)), draw, dossiers))
    sealed, bare = folder / "sealed.db", folder / "bare.db"
    content = to_text(dossier())
    fill_ours(sealed, given, content)
    with plain():
        fill_ours(bare, given, content)
    print(f"{dossiers} dossiers: {sealed.stat().st_size:,} bytes encrypted, {bare.stat().st_size:,} plain")
    ours = DeskStore(sealed, KEY, fold=searchable, clock=FixedClock(MORNING))
    with plain():
        theirs = DeskStore(bare, KEY, fold=searchable, clock=FixedClock(MORNING))
        pairs: list[Pair] = []
        by_manner: dict[str, list[Pair]] = {}
        for question in questions(given, draw, asked):
            text = question.text
            pair = (
                took(lambda text=text: Register(ours, FixedClock(MORNING)).search(text)),  # type: ignore[misc]
                took(lambda text=text: Register(theirs, FixedClock(MORNING)).search(text)),  # type: ignore[misc]
            )
            pairs.append(pair)
            by_manner.setdefault(question.manner, []).append(pair)
    compare("search", pairs)
    for manner, found in by_manner.items():
        compare(manner, found)
    ours.close()
    theirs.close()


def main() -> None:
    """Measure both, the searches last."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--dossiers", type=int, default=200_000)
    parser.add_argument("--visits", type=int, default=15)
    parser.add_argument("--questions", type=int, default=20)
    parser.add_argument("--seed", type=int, default=8)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if asked.visits:
            visits(folder, asked.visits)
        if asked.dossiers:
            searches(folder, asked.dossiers, asked.questions, random.Random(asked.seed))  # noqa: S311 - not secret


if __name__ == "__main__":
    main()
