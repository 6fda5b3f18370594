"""A window open while 2,000 dossiers of a month without a line go at once: its longest wait, the first byte.

``python tests/bench/bench_window_sync.py [--dossiers N]``: hub and PostgreSQL are processes of their own.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from threading import Thread  # noqa: TID251 - whoever looks how much still waits

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.bench_desk import Heartbeat
from contracts.samples import dossier
from hub.processes import start_hub
from hub.running import postgres_module
from journeys.cutting_line import CuttingLine, line_to
from PySide6.QtWidgets import QApplication
from ui.window_driver import WindowDriver, window_in

from counter_app.gateways.clock import SystemClock
from counter_app.gateways.specimen.desk import specimen_duty
from counter_app.hub.clock import SystemClock as HubClock
from counter_app.hub.database import Database
from counter_app.hub.devices import Devices
from counter_app.hub.migrations import migrate
from counter_app.services.reception import _keep
from counter_app.store.work import DeskStore

OFFICE = specimen_duty().office.code
_LONGEST_S = 900.0


def receive(driver: WindowDriver, count: int) -> None:
    """Receive so many dossiers behind the window's back."""
    store = driver.opened.desk.store
    assert isinstance(store, DeskStore)
    for number in range(1, count + 1):
        code = f"TH-{OFFICE}-261001-{number:04}"
        one = replace(dossier(number), dossier_id=f"d{number}", code=code, papers=(), training=True)
        with store.work() as work:
            _keep(work, one, OFFICE)
            work.commit()


def waiting(driver: WindowDriver) -> int:
    """Count what waits."""
    return driver.opened.desk.outbox.standing().waiting


def _until_none_waits(driver: WindowDriver, until: float) -> None:
    """Look until nothing waits: beside the GUI thread, which would wait for the database while it looked."""
    while waiting(driver) and time.perf_counter() < until:
        time.sleep(0.2)


def measure(driver: WindowDriver, line: CuttingLine, count: int) -> None:
    """Cut the line, receive, mend it, and beat on the GUI thread until all is there."""
    line.cut()
    receive(driver, count)
    driver.conductor.desks.sync.refresh()
    driver.settle()
    ends = time.perf_counter() + 12.0  # long enough for the looks to have become rare
    while time.perf_counter() < ends:
        QApplication.processEvents()
    heart = Heartbeat()
    heart.start()
    line.mend()
    begun, first = time.perf_counter(), 0.0
    counter = Thread(target=_until_none_waits, args=(driver, begun + _LONGEST_S))
    counter.start()
    while counter.is_alive():
        QApplication.processEvents()
        if line.passed and not first:
            first = time.perf_counter() - begun
    took = time.perf_counter() - begun
    left = waiting(driver)
    print(f"line back -> first byte of sync: {first:.1f} s")
    print(
        f"{count} dossiers in {took:.0f} s, {left} left; "
        f"longest wait of the GUI thread: {heart.longest:.0f} ms"
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Run it."""
    parser = argparse.ArgumentParser(prog="bench_window_sync")
    parser.add_argument("--dossiers", type=int, default=2_000)
    asked = parser.parse_args(arguments)
    module = postgres_module()
    folder = Path(tempfile.mkdtemp(prefix="counter-window-sync-"))
    folder.chmod(0o755)
    server = module.Server(folder / "postgresql", module.free_port(), durable=False)
    server.start()
    app = QApplication([])
    try:
        server.create("hub")
        database = Database(server.url("hub"))
        migrate(database)
        hub = start_hub(folder, server.url("hub"))
        code = Devices(database, HubClock()).new_code(OFFICE)
        database.close()
        own = folder / "desk"
        own.mkdir()
        with line_to(int(hub.address.rpartition(":")[2])) as line:
            settings = f'[hub]\naddress = "http://127.0.0.1:{line.port}"\n'
            (own / "counter.toml").write_text(settings, encoding="utf-8")
            with window_in(app, own, SystemClock()) as driver:
                driver.opened.desk.enrolling.enrol(code, driver.opened.desk.duty_book.now())
                driver.settle()
                measure(driver, line, asked.dossiers)
        hub.kill()
    finally:
        server.stop()
        shutil.rmtree(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
