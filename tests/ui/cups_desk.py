"""A print server of the test's own: cupsd as an ordinary process, its queues files in the test's folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

_PLACES = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/sbin"))
_CONF = """
Listen {folder}/socket
Browsing Off
WebInterface No
DefaultAuthType None
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  JobPrivateAccess all
  JobPrivateValues none
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
"""
_FILES = """
FileDevice Yes
ServerRoot {folder}
RequestRoot {folder}/spool
CacheDir {folder}/cache
StateDir {folder}/state
TempDir {folder}/spool
AccessLog {folder}/access.log
ErrorLog {folder}/error.log
PageLog {folder}/page.log
Sandboxing relaxed
"""
_MODEL = "lsb/usr/cupsfilters/Generic-PDF_Printer-PDF.ppd"
_PATIENCE_S = 10


class NoPrintServer(Exception):  # noqa: N818 - named after what happened
    """CUPS is not here, or this machine does not let it run from a folder."""


class PrintServer:
    """Queues that write what they get into files."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def address(self) -> str:
        """What CUPS_SERVER has to say for Qt to find it."""
        return str(self._folder / "socket")

    def start(self) -> subprocess.Popen[bytes]:
        """Start cupsd on files of its own."""
        folder = self._folder
        for part in ("spool", "cache", "state"):
            (folder / part).mkdir()
        (folder / "cupsd.conf").write_text(_CONF.format(folder=folder))
        (folder / "cups-files.conf").write_text(_FILES.format(folder=folder))
        command = [_found("cupsd"), "-f", "-c", f"{folder}/cupsd.conf", "-s", f"{folder}/cups-files.conf"]
        return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603 - our own command

    def prove(self, sample: bytes) -> None:
        """Wait until the server answers and a first job came out."""
        end = time.monotonic() + _PATIENCE_S
        while self._run("lpstat", "-r").stdout.strip() != b"scheduler is running":
            if time.monotonic() > end:
                raise NoPrintServer
        out, file = self.add("probe"), self._folder / "sample"
        file.write_bytes(sample)
        self.tell("lp", "-d", "probe", str(file))
        self.until_written(out)

    def add(self, queue: str) -> Path:
        """Open a queue and give the file it prints into."""
        out = self._folder / f"{queue}.pdf"
        self.tell("lpadmin", "-p", queue, "-E", "-v", f"file://{out}", "-m", _MODEL)
        return out

    def tell(self, command: str, *words: str) -> None:
        """Have the server do something; raises NoPrintServer when it does not."""
        if self._run(command, *words).returncode:
            raise NoPrintServer(command)

    def until_written(self, out: Path) -> bytes:
        """Wait until no job is left and give the queue's file; raises NoPrintServer."""
        end = time.monotonic() + _PATIENCE_S
        while self._run("lpstat", "-o").stdout or not out.exists():
            if time.monotonic() > end:
                raise NoPrintServer(out.name)
        return out.read_bytes()

    def _run(self, command: str, *words: str) -> subprocess.CompletedProcess[bytes]:
        here = {**os.environ, "CUPS_SERVER": self.address, "LC_ALL": "C"}
        asked = [_found(command), *words]
        try:
            return subprocess.run(asked, capture_output=True, check=False, env=here, timeout=_PATIENCE_S)  # noqa: S603 - CUPS's own commands
        except subprocess.TimeoutExpired as error:
            raise NoPrintServer(command) from error


@contextmanager
def print_server(sample: bytes) -> Iterator[PrintServer]:
    """Run a server in a folder of its own; raises NoPrintServer.

    It is ready once ``sample``, a PDF, has come out of it: only then is it one that a test can trust.
    """
    with TemporaryDirectory(prefix="cups-") as place:
        folder = Path(place)
        folder.chmod(0o755)  # its filters run as another user where cupsd is started by root
        server = PrintServer(folder)
        process = server.start()
        try:
            server.prove(sample)
            yield server
        finally:
            process.terminate()
            process.wait(_PATIENCE_S)


def _found(command: str) -> str:
    path = shutil.which(command, path=_PLACES)
    if path is None:
        raise NoPrintServer(command)
    return path
