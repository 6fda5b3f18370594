"""The window looking at films of a card brought in, on one core: when it is read, how long the window waits.

Each film plays at its own pace in the real window, preview and reader running. The clock says how many frames
had gone by when the window had the text; beside it stands the first frame that a public engine reads.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.bench_desk import Heartbeat
from bench.card_decoders import ENGINES
from bench.card_films import Film, films_of, frames_of
from PySide6.QtCore import QElapsedTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from ui.window_driver import WindowDriver, window_in

from counter_app.ui.app import spare_what_stands

_FPS = 30.0
_LONGEST_MS = 30_000


class _Watch:
    """Notes how many frames of the film had gone by when its text was there."""

    def __init__(self, driver: WindowDriver) -> None:
        self._camera = driver.conductor.camera
        self._since = QElapsedTimer()
        self.text: str | None = None
        self.shown = 0
        self.at = -1
        self._camera.frame_ready.connect(self._on_frame)
        self._camera.payload_read.connect(self._on_payload)

    def begin(self) -> None:
        """Forget the film before."""
        self.text, self.shown, self.at = None, 0, -1

    def _on_frame(self, _image: object) -> None:
        if self.shown == 0:
            self._since.start()
        self.shown += 1

    def _on_payload(self, text: str) -> None:
        if self.text is None:
            self.text, self.at = text, int(self._since.elapsed() / 1000 * _FPS)


def first_public(film: Film) -> int:
    """Find the first frame that any engine by itself reads; frames beyond the film when none does."""
    number = -1
    for number, frame in enumerate(frames_of(film.path)):
        if any(film.text in {each.text for each in decode(frame)} for decode in ENGINES.values()):
            return number
    return number + 1


def watch(film: Film, driver: WindowDriver, seen: _Watch, heart: Heartbeat) -> None:
    """Play one film in the window until its card is read, and go back to the first screen."""
    visits, window = driver.conductor.visits, driver.window
    heart.longest = 0.0
    seen.begin()
    heart.start()
    driver.conductor.camera.switch(str(film.path))
    since = QElapsedTimer()
    since.start()
    while seen.text is None and since.elapsed() < _LONGEST_MS:
        QTest.qWait(5)
    if seen.text is not None:
        driver.wait(lambda: window.screen_in_front is window.procedure)
    driver.settle()
    visits.leave()
    driver.settle()


def main() -> None:
    """Play the films and print a line for each."""
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("--films", type=Path, required=True, help="a folder of films with their truth.json")
    films = films_of(wanted.parse_args().films)
    publics = [first_public(film) for film in films]
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    app = QApplication([])
    print(f"{'film':18}{'read at':>9}{'public':>8}{'frames/s':>10}{'GUI ms':>8}")
    with tempfile.TemporaryDirectory() as folder, window_in(app, Path(folder)) as driver:
        driver.settle()
        spare_what_stands()
        seen, heart = _Watch(driver), Heartbeat()
        for film, public in zip(films, publics, strict=True):
            watch(film, driver, seen, heart)
            pace = seen.shown / max(seen.at, 1) * _FPS
            print(f"{film.path.stem:18}{seen.at:>9}{public:>8}{pace:>10.1f}{heart.longest:>8.0f}", flush=True)


if __name__ == "__main__":
    main()
