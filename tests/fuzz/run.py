"""Throws made-up inputs at every reader of outside bytes, led by which lines they reach (atheris, libFuzzer).

``python run.py --inputs 1000000 --seed 1`` goes through the readers one after the other; ``--only NAME``
takes one. An input that broke a reader, took more than two seconds of the processor, or killed the process is
laid into ``found/NAME``, from where the tests try it for ever. The last line says what it has come to.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import traceback
from collections.abc import Sequence
from contextlib import redirect_stderr
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from importlib import import_module
from io import StringIO
from pathlib import Path
from time import process_time
from typing import Any

TESTS = Path(__file__).parents[1]
sys.path[:0] = [str(TESTS), str(TESTS.parent)]

_INSTRUMENTED = [
    "counter_app",
    "forms",
    "scanning",
    "tomllib",
    "PIL",
    "pyhanko.pdf_utils.reader",
    "pyhanko.pdf_utils.xref",
]
_LONGEST_S = 2.0
_HANGS_S = 60
_MOST_MEMORY_MB = 3_000
_MOST_GROWTH_MB = 64.0
_LONGEST_INPUT = 8_000


@dataclass(slots=True)
class Tally:
    """What one reader has been through: times in seconds of the processor, memory in MB."""

    reader: str
    inputs: int = 0
    taken: int = 0
    slowest: float = 0.0
    warm: float = 0.0
    grown: float = 0.0
    faults: list[str] = field(default_factory=list)

    @property
    def is_well(self) -> bool:
        """Whether nothing broke, hung or grew."""
        return not self.faults and self.grown <= _MOST_GROWTH_MB

    def __str__(self) -> str:
        said = (
            f"{self.reader:12} {self.inputs:>8} inputs, {self.taken:>7} taken, slowest {self.slowest:.3f} s"
        )
        return f"{said}, memory {self.warm:.0f} {self.grown:+.0f} MB, {len(self.faults)} faults"


class Trial:
    """Tries inputs on one reader, notes what broke it, and ends the process after the last one."""

    def __init__(self, way: _Way, said: Path) -> None:
        self._read = way.reader.try_out
        self._found = way.found
        self._last = max(4, way.inputs)
        self._said = said
        self._places: set[str] = set()
        self._tally = Tally(way.reader.name)

    def once(self, content: bytes) -> None:
        """Try one input."""
        tally, begun = self._tally, process_time()
        try:
            tally.taken += self._read(content)
        except Exception as fault:  # noqa: BLE001 - all that comes here is what is looked for
            self._keep(content, _place_of(fault))
        took = process_time() - begun
        tally.slowest = max(tally.slowest, took)
        if took > _LONGEST_S:
            self._keep(content, "slow")
        tally.inputs += 1
        if tally.inputs == self._last // 4:
            tally.warm = _memory_mb()
        if tally.inputs == self._last:
            tally.grown = _memory_mb() - tally.warm
            self._said.write_text(json.dumps(asdict(tally)), encoding="ascii")
            os._exit(0)

    def _keep(self, content: bytes, place: str) -> None:
        if place not in self._places:
            self._places.add(place)
            self._tally.faults.append(place)
            self._found.mkdir(parents=True, exist_ok=True)
            (self._found / sha256(content).hexdigest()[:16]).write_bytes(content)


def main(arguments: Sequence[str] | None = None) -> int:
    """Go through the readers; 1 where one of them is not well."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inputs", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="one reader, which then gets all inputs")
    asked = parser.parse_args(arguments)
    atheris: Any = import_module("atheris")
    with redirect_stderr(StringIO()), atheris.instrument_imports(include=_INSTRUMENTED):
        read = import_module("fuzz.readers")
    with tempfile.TemporaryDirectory(dir=_quick_folder()) as folder:
        chosen = [one for one in read.readers(Path(folder)) if asked.only in ("", one.name)]
        whole = sum(one.share for one in chosen)
        ways = [_Way(one, read.FOUND / one.name, asked.inputs * one.share // whole) for one in chosen]
        tallies = [_tried_apart(way, Path(folder), atheris, seed=asked.seed) for way in ways]
    inputs, ill = sum(one.inputs for one in tallies), [one.reader for one in tallies if not one.is_well]
    print(f"{inputs} inputs; not well: {', '.join(ill) or 'none'}")
    return bool(ill)


@dataclass(frozen=True, slots=True)
class _Way:
    """A reader, where what breaks it is laid, and how many inputs it gets."""

    reader: Any
    found: Path
    inputs: int


def _tried_apart(way: _Way, folder: Path, atheris: Any, *, seed: int) -> Tally:  # noqa: ANN401 - untyped library
    """Try inputs on one reader in a process of its own, which may die of them."""
    name, said, heard = way.reader.name, folder / "said", folder / "heard"
    said.unlink(missing_ok=True)
    child = os.fork()
    if not child:
        with heard.open("wb") as file:
            os.dup2(file.fileno(), 1)
            os.dup2(file.fileno(), 2)
        _fuzz(way, folder, atheris, seed=seed)
    os.waitpid(child, 0)
    tally = Tally(**json.loads(said.read_bytes())) if said.exists() else Tally(name, faults=["died"])
    print("\n    ".join((str(tally), *tally.faults)), flush=True)
    if not said.exists():
        print(heard.read_text(errors="replace")[-3_000:], flush=True)
    return tally


def _fuzz(way: _Way, folder: Path, atheris: Any, *, seed: int) -> None:  # noqa: ANN401 - untyped library
    """Try inputs on one reader in this process, which ends with it."""
    corpus = folder / f"{way.reader.name}-corpus"
    for made in (corpus, way.found):
        made.mkdir(parents=True, exist_ok=True)
    kept = [path.read_bytes() for path in way.found.iterdir()]
    for number, content in enumerate((*way.reader.seeds(), *kept)):
        (corpus / f"{number:03}").write_bytes(content)
    trial = Trial(way, folder / "said")
    limits = [f"-timeout={_HANGS_S}", f"-rss_limit_mb={_MOST_MEMORY_MB}", f"-max_len={_LONGEST_INPUT}"]
    options = [*limits, f"-seed={seed}", f"-artifact_prefix={way.found}/"]
    atheris.Setup([sys.argv[0], *options, str(corpus)], trial.once)
    atheris.Fuzz()


def _quick_folder() -> str | None:
    """Give a folder in memory where the system has one: a file is written for each input of some readers."""
    return "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - only made-up bytes lie there


def _place_of(fault: Exception) -> str:
    """Name an error and the line of ours that let it out."""
    frames = [one for one in traceback.extract_tb(fault.__traceback__) if str(TESTS.parent) in one.filename]
    ours = [one for one in frames if ".venv" not in one.filename]
    where = f"{Path(ours[-1].filename).name}:{ours[-1].lineno}" if ours else "elsewhere"
    return f"{type(fault).__name__} at {where}"


def _memory_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


if __name__ == "__main__":
    sys.exit(main())
