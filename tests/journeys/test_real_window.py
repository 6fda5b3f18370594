"""One real window on a real X server: started by the command, served by keys, killed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from journeys.driver import desk_in
from services.people import cast

pytestmark = pytest.mark.skipif(
    not (shutil.which("Xvfb") and shutil.which("xdotool")),
    reason="needs an X server and xdotool, which only Linux machines have",
)


@pytest.fixture
def display() -> Iterator[str]:
    """Start an X server without a screen; it chooses its own number."""
    told, tell = os.pipe()
    server = subprocess.Popen(  # noqa: S603 - a system program
        [
            str(shutil.which("Xvfb")),
            "-displayfd",
            str(tell),
            "-screen",
            "0",
            "1366x768x24",
            "-nolisten",
            "tcp",
        ],
        pass_fds=(tell,),
        stderr=subprocess.DEVNULL,
    )
    os.close(tell)
    with os.fdopen(told) as numbers:
        yield f":{numbers.readline().strip()}"
    server.terminate()
    server.wait()


class Hands:
    """Types into the one window of the display."""

    def __init__(self, display: str) -> None:
        self._environment = {**os.environ, "DISPLAY": display}
        self._window = self.wait_for("TẬP HUẤN")
        self.take_focus()

    def take_focus(self) -> None:
        """Have the keys go to the window, as a window manager would."""
        self._do("windowfocus", "--sync", self._window)

    def wait_for(self, title: str, seconds: float = 60) -> str:
        """Wait until the window's title holds these words, and give the window."""
        return self._do("search", "--sync", "--onlyvisible", "--name", title, seconds=seconds).split()[0]

    def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        self._do("key", "--delay", "60", *keys)

    def write(self, text: str) -> None:
        """Type ASCII text."""
        self._do("type", "--delay", "60", text)

    def _do(self, *words: str, seconds: float = 60) -> str:
        done = subprocess.run(  # noqa: S603 - a system program
            [str(shutil.which("xdotool")), *words],
            env=self._environment,
            check=True,
            capture_output=True,
            text=True,
            timeout=seconds,
        )
        return done.stdout


def test_a_real_window_serves_a_card_from_the_practice_camera(display: str, tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        desk.opened.desk.duty_book.take_over("Nguyễn Thị Mẫu", "Quầy 3")
    environment = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    environment |= {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    with subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-m", "counter_app", "--data", str(tmp_path)],
        env=environment,
        stderr=subprocess.PIPE,
        text=True,
    ) as program:
        try:
            hands = Hands(display)
            call_until_read(hands)
            hands.press("1")
            hands.write("trich luc")
            hands.press("Return")
            hands.wait_for("Tờ khai")
        finally:
            program.kill()
        assert program.stderr is not None
        assert "Traceback" not in program.stderr.read()
    with desk_in(tmp_path) as desk:
        (draft,) = desk.drafts()
    assert draft.applicant.record is not None
    assert draft.applicant.citizen_id == cast().khmer.citizen_id


def call_until_read(hands: Hands) -> None:
    """Call the person again while the card was not read: a busy machine may miss it the first time."""
    for _ in range(5):
        hands.take_focus()
        hands.press("Escape", "alt+u", "ctrl+a")
        hands.write("so phia")
        hands.press("Return")
        with suppress(subprocess.TimeoutExpired):
            hands.wait_for("Thủ tục", seconds=12)
            return
    pytest.fail("the card under the practice camera was never read")
