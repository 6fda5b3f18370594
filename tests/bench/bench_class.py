"""A class on one machine: a console and ``--desks`` desks, each a process, for ``--seconds``.

Every desk plays by itself what the console chooses, lesson after lesson, with events from the trainer; each
fault and each desk that leaves is counted, and the memory of every process is told.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from itertools import cycle
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from PySide6.QtTest import QTest  # noqa: E402 - the platform is chosen first

from counter_app.bootstrap.class_room import ConsoleOrder, new_class  # noqa: E402 - as above
from counter_app.domain.lesson import Mishap  # noqa: E402 - as above

_JOIN_S = 240


def memory_mb(process: int) -> float:
    """Tell how much memory a process holds now."""
    lines = Path(f"/proc/{process}/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))


def main() -> int:
    """Hold the class."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--desks", type=int, default=10)
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--lessons", nargs="+", default=["01-the-dau-tien", "02-tam-tru-nha-thue"])
    parser.add_argument("--picture", type=Path, help="where a picture of the console is saved at the end")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-class-") as folder:
        return hold(asked.desks, asked.seconds, asked.lessons, Path(folder), picture=asked.picture)


def hold(count: int, seconds: float, lessons: list[str], folder: Path, *, picture: Path | None = None) -> int:
    """Let desks join, teach until the time is over, and tell what happened."""
    server, console = new_class(ConsoleOrder("127.0.0.1", 0, folder))
    console.show()
    desks = [started(server.port, server.book.code, number, folder) for number in range(1, count + 1)]
    waited = time.monotonic()
    while len(server.book.desks) < count and time.monotonic() - waited < _JOIN_S:
        QTest.qWait(100)
    print(f"{len(server.book.desks)} of {count} desks joined after {time.monotonic() - waited:.0f} s")
    began, chosen, played = time.monotonic(), cycle(lessons), 0
    server.teach(next(chosen))
    while time.monotonic() - began < seconds:
        QTest.qWait(200)
        here = [desk for desk in server.book.desks if desk.is_here]
        if here and all(desk.standing.is_over for desk in here):
            played += len(here)
            server.teach(next(chosen))
            QTest.qWait(1_500)
            server.let_happen(Mishap.POPULATION_GONE)
            server.let_happen(Mishap.POPULATION_BACK)
    alive = [desk for desk in desks if desk.poll() is None]
    memory = [memory_mb(desk.pid) for desk in alive]
    print(server.book.as_csv(named=True))
    print(f"{played} lessons played to their end in {time.monotonic() - began:.0f} s")
    print(
        f"{len(alive)} of {count} desks still there; memory {min(memory):.0f} to {max(memory):.0f} MB a desk"
    )
    print(f"console {memory_mb(os.getpid()):.0f} MB")
    if picture:
        console.grab().save(str(picture))
    server.close()
    for desk in desks:
        desk.terminate()
    for desk in desks:
        desk.wait(60)
    return 0 if len(alive) == count else 1


def started(port: int, code: str, number: int, folder: Path) -> subprocess.Popen[bytes]:
    """Start a desk that plays by itself."""
    command = [sys.executable, "-m", "counter_app", "demo", "--class", f"127.0.0.1:{port}", "--code", code]
    command += ["--name", f"Máy {number}", "--by-itself", "--beat", "0", "--data", str(folder / str(number))]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with (folder / f"{number}.log").open("wb") as log:
        return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)  # noqa: S603 - this project


if __name__ == "__main__":
    sys.exit(main())
