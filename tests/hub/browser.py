"""A real Chromium without a screen, spoken to over its debugging pipe."""

from __future__ import annotations

import json
import os
import select
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or ""
_LONGEST_S = 120.0
_OUT_OF_THE_WAY = (62, 63)


class Page:
    """One page in the browser; ``asked`` lists every address it wanted to have."""

    def __init__(self, commands: int, answers: int) -> None:
        self._commands, self._answers = commands, answers
        self._rest = b""
        self._number = 0
        self._session = ""
        self.asked: list[str] = []
        self._seen: list[str] = []
        target = self.do("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.do("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for part in ("Page", "Network", "Runtime"):
            self.do(f"{part}.enable")

    def do(self, method: str, **said: Any) -> dict[str, Any]:  # noqa: ANN401 - whatever the browser takes
        """Have the browser do something, and give its answer."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": said}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._commands, json.dumps(message).encode() + b"\0")
        while (answer := self._next()).get("id") != self._number:
            pass
        assert "error" not in answer, answer
        result: dict[str, Any] = answer["result"]
        return result

    def show(self, address: str) -> None:
        """Open an address and wait until it is loaded."""
        self._seen.clear()
        self.asked.clear()
        self.do("Page.navigate", url=address)
        while "Page.loadEventFired" not in self._seen:
            self._next()

    def says(self, expression: str) -> Any:  # noqa: ANN401 - whatever it comes to
        """Give what an expression comes to in the page."""
        return self.do("Runtime.evaluate", expression=expression, returnByValue=True)["result"].get("value")

    def _next(self) -> dict[str, Any]:
        until = time.monotonic() + _LONGEST_S
        while b"\0" not in self._rest:
            left = until - time.monotonic()
            assert select.select([self._answers], [], [], left)[0], "the browser is silent"
            piece = os.read(self._answers, 1 << 16)
            assert piece, "the browser has ended"
            self._rest += piece
        text, _, self._rest = self._rest.partition(b"\0")
        told: dict[str, Any] = json.loads(text)
        self._seen.append(told.get("method", ""))
        if told.get("method") == "Network.requestWillBeSent":
            self.asked.append(told["params"]["request"]["url"])
        return told


@contextmanager
def browser_page(folder: Path) -> Iterator[Page]:
    """Open a browser with a page of its own; its data lies in a folder."""
    (taken, commands), (answers, given) = os.pipe(), os.pipe()

    def lay_pipes() -> None:
        for end, aside in zip((taken, given), _OUT_OF_THE_WAY, strict=True):
            os.dup2(end, aside)
        for aside, place in zip(_OUT_OF_THE_WAY, (3, 4), strict=True):
            os.dup2(aside, place)

    switches = ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")
    with (folder / "chromium.log").open("wb") as log:
        program = subprocess.Popen(  # noqa: S603 - the browser of this machine
            [CHROMIUM, *switches, "--remote-debugging-pipe", f"--user-data-dir={folder / 'chromium'}"],
            pass_fds=(3, 4),
            preexec_fn=lay_pipes,  # noqa: PLW1509 - a few system calls and nothing else
            stdout=log,
            stderr=log,
        )
    os.close(taken)
    os.close(given)
    try:
        yield Page(commands, answers)
    finally:
        program.kill()
        program.wait(30)
        os.close(commands)
        os.close(answers)
