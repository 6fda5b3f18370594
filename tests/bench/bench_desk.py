"""How quick the desk is: cold start, card to form, the GUI thread's longest wait, memory after ten visits.

Prints milliseconds and megabytes of this machine, and ratios to a named peer measured in the same run: a bare
Qt window for the start, and the same look-up and prefilling without encryption for the form.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
sys.path.insert(0, str(Path(__file__).parents[1]))

from journeys.driver import DeskDriver, desk_in
from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from PySide6.QtWidgets import QApplication
from services.people import cast, population, shown_card
from ui.window_driver import WindowDriver, window_in

from counter_app.domain.dossier import Capacity
from counter_app.ui.app import spare_what_stands

_BARE = """
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([]); window = QWidget(); window.show(); app.processEvents(); print("usable", flush=True)
print("sees", flush=True)
"""
_DESK = """
import gc
import sys
gc.disable()
from pathlib import Path
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication
from counter_app.bootstrap.desk import opened_desk
from counter_app.bootstrap.window import appearance
from counter_app.ui.app import build_window
with opened_desk(Path(sys.argv[1])) as opened:
    opened.desk.duty_book.take_over("Nguyễn Thị Mẫu", "Quầy 3")
    app = QApplication([])
    window, conductor = build_window(app, opened.desk, appearance(opened))
    window.show()
    app.processEvents()
    print("usable", flush=True)
    while conductor.camera.newest is None:
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    print("sees", flush=True)
    conductor.tasks.until_idle()
    window.close()
"""
_STARTS = 5
_FORMS = 40
_VISITS = 10


class Heartbeat:
    """Beats on the GUI thread; a late beat is how long a press of a key would have waited."""

    def __init__(self) -> None:
        self._since = QElapsedTimer()
        self._timer = QTimer()
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._beat)
        self.longest = 0.0

    def start(self) -> None:
        """Begin to listen."""
        self._since.start()
        self._timer.start()

    def _beat(self) -> None:
        self.longest = max(self.longest, self._since.nsecsElapsed() / 1e6)
        self._since.restart()


def start_ms(code: str, folder: str) -> tuple[float, float]:
    """Start a Python with this program and say how long until it was usable, and until it saw."""
    began = time.perf_counter()
    with subprocess.Popen([sys.executable, "-c", code, folder], stdout=subprocess.PIPE) as child:  # noqa: S603 - our own text
        assert child.stdout is not None
        child.stdout.readline()
        usable = (time.perf_counter() - began) * 1000
        child.stdout.readline()
        sees = (time.perf_counter() - began) * 1000
        child.wait()
    return usable, sees


def measure_starts() -> None:
    """Compare a cold start of the desk with that of a bare Qt window."""
    with tempfile.TemporaryDirectory() as folder:
        start_ms(_DESK, folder)
        usable, sees = zip(*(start_ms(_DESK, folder) for _ in range(_STARTS)), strict=True)
    desk, camera = statistics.median(usable), statistics.median(sees)
    bare = statistics.median(start_ms(_BARE, "")[0] for _ in range(_STARTS))
    print(f"start to usable window: {desk:.0f} ms, {desk / bare:.1f} times a bare Qt window ({bare:.0f} ms)")
    print(f"start to the camera's first picture: {camera:.0f} ms")


def form_ms(desk: DeskDriver, at: int) -> float:
    """Go from a read payload to a prefilled form on disk."""
    services = desk.opened.desk
    holders = [record for record in population() if record.card]
    card = shown_card(holders[at % len(holders)])
    duty = services.duty_book.now()
    began = time.perf_counter()
    visit = services.identification.begin(card, duty.official.sign)
    procedure = services.procedures.on("1.004194", services.clock.now().date())
    services.drafting.start(visit, procedure, duty, capacity=Capacity.SELF, holder=None)
    return (time.perf_counter() - began) * 1000


def measure_forms() -> None:
    """Time card payload to prefilled form."""
    with tempfile.TemporaryDirectory() as folder, desk_in(Path(folder)) as desk:
        took = sorted(form_ms(desk, at) for at in range(_FORMS))
    median, p95 = took[_FORMS // 2], took[_FORMS * 95 // 100]
    print(f"payload to prefilled form, on disk: median {median:.1f} ms, p95 {p95:.1f} ms")


def serve(driver: WindowDriver) -> None:
    """Serve one citizen in the window, by keys; each key and each answer has a turn of the loop to itself."""
    drafting, visits, window = driver.opened.desk.drafting, driver.conductor.visits, driver.window
    visits.use_card(shown_card(cast().ede))
    driver.wait(lambda: window.screen_in_front is window.procedure)
    QApplication.processEvents()
    driver.key(Qt.Key.Key_1)
    for letter in "trich luc":
        QApplication.processEvents()
        driver.type(letter)
    QApplication.processEvents()
    driver.key(Qt.Key.Key_Return)
    driver.wait(lambda: window.screen_in_front is window.form)
    answers = {"relation": "self", "event": "marriage", "registered_at": "UBND phường Mẫu", "copies": "2"}
    for field, value in answers.items():
        QApplication.processEvents()
        visits.change(partial(drafting.declare, field=field, value=value))
        driver.settle()
    QApplication.processEvents()
    visits.receive()
    driver.wait(lambda: visits.state.dossier is not None)
    driver.settle()
    QApplication.processEvents()
    visits.leave()
    driver.settle()


def measure_window(app: QApplication) -> None:
    """Find the longest wait of the GUI thread, and the memory after ten visits."""
    with tempfile.TemporaryDirectory() as folder, window_in(app, Path(folder)) as driver:
        cast()
        driver.settle()
        spare_what_stands()
        heart = Heartbeat()
        heart.start()
        for _ in range(_VISITS):
            serve(driver)
        print(f"longest wait of the GUI thread in {_VISITS} visits: {heart.longest:.0f} ms")
        print(f"resident memory after {_VISITS} visits: {resident_mb():.0f} MB")


def resident_mb() -> float:
    """Read this process's resident memory, where the system tells."""
    status = Path("/proc/self/status")
    if not status.exists():
        return float("nan")
    line = next(line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    measure_starts()
    measure_forms()
    measure_window(QApplication([]))
