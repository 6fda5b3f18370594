"""Hub processes on loopback, as many as wanted on one database, spoken to over sockets."""

from __future__ import annotations

import os
import signal
import ssl
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import httpx
from hub.running import ROOT, postgres_module


@dataclass(slots=True)
class RunningHub:
    """One process of the hub."""

    process: subprocess.Popen[bytes]
    address: str
    log: Path
    trusted: ssl.SSLContext | bool = True

    def line(self, retries: int = 8) -> httpx.Client:
        """Open a client; the first request waits until the hub listens, as often as it is tried again."""
        transport = httpx.HTTPTransport(retries=retries, verify=self.trusted)
        return httpx.Client(base_url=self.address, transport=transport, timeout=60)

    def end(self) -> int:
        """Ask the process to end and wait for it."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(30)

    def kill(self) -> None:
        """End the process at once."""
        self.process.kill()
        self.process.wait(30)


def write_settings(folder: Path, database_url: str, more: str = "", *, training: bool = True) -> Path:
    """Write a hub's settings with a free port; several processes may each have a file in one folder.

    ``more`` begins with further lines about where it listens; one for ``training`` serves the demo desk.
    """
    port = postgres_module().free_port()
    path = folder / f"hub-{port}.toml"
    papers = folder / "papers"
    path.write_text(
        f"training = {str(training).lower()}\n"
        f'[database]\nurl = "{database_url}"\n[papers]\nfolder = "{papers}"\n[listen]\nport = {port}\n{more}',
        encoding="utf-8",
    )
    return path


def start_hub(
    folder: Path,
    database_url: str,
    more: str = "",
    trusted: ssl.SSLContext | None = None,
    *,
    training: bool = True,
) -> RunningHub:
    """Start a process of the hub and wait until it answers."""
    settings = write_settings(folder, database_url, more, training=training)
    port = int(settings.stem.partition("-")[2])
    log = settings.with_suffix(".log")
    process = _process(settings, "serve")
    scheme = "https" if trusted else "http"
    hub = RunningHub(process, f"{scheme}://127.0.0.1:{port}", log, trusted or True)
    with hub.line() as line:
        assert line.get("/ready").status_code == 200
    return hub


def run_hub(folder: Path, database_url: str, command: str) -> int:
    """Have a process of the hub do one thing, and give its exit code."""
    return _process(write_settings(folder, database_url), command).wait(60)


def _process(settings: Path, command: str) -> subprocess.Popen[bytes]:
    with settings.with_suffix(".log").open("wb") as output:
        return subprocess.Popen(  # noqa: S603 - this project, on this Python
            [sys.executable, "-m", "counter_app.hub", "--settings", str(settings), command],
            stderr=output,
            stdout=output,
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
