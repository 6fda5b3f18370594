"""A print server of the test's own: cupsd as an ordinary process, with queues that a test can make fail.

A queue's back end is a small shell script: it takes the paper and then does what the test tells it, word for
word as a printer's driver tells CUPS (``STATE: +media-empty-error``), until it is told to end.
"""

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
ServerBin {folder}/bin
DataDir {folder}/data
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
_MODEL = """*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "COUNTER.PPD"
*Manufacturer: "Counter"
*Product: "(Counter)"
*ModelName: "Counter"
*ShortNickName: "Counter"
*NickName: "Counter printer"
*PSVersion: "(3010.000) 0"
*LanguageLevel: "3"
*ColorDevice: False
*cupsVersion: 2.2
*cupsFilter2: "application/pdf application/pdf 0 -"
*OpenUI *PageSize: PickOne
*DefaultPageSize: A4
*PageSize A4/A4: "<</PageSize[595 842]>>setpagedevice"
*PageSize A5/A5: "<</PageSize[420 595]>>setpagedevice"
*CloseUI: *PageSize
*OpenUI *PageRegion: PickOne
*DefaultPageRegion: A4
*PageRegion A4/A4: "<</PageSize[595 842]>>setpagedevice"
*PageRegion A5/A5: "<</PageSize[420 595]>>setpagedevice"
*CloseUI: *PageRegion
*OpenUI *InputSlot: PickOne
*DefaultInputSlot: Upper
*InputSlot Upper/Upper: ""
*InputSlot Lower/Lower: ""
*CloseUI: *InputSlot
*DefaultImageableArea: A4
*ImageableArea A4/A4: "0 0 595 842"
*ImageableArea A5/A5: "0 0 420 595"
*DefaultPaperDimension: A4
*PaperDimension A4/A4: "595 842"
*PaperDimension A5/A5: "420 595"
"""
"""A printer that takes PDF as it is: nothing of a print server but cupsd itself is needed."""
_BACK_END = """#!/bin/sh
[ $# -eq 0 ] && { echo 'direct hand "Hand" "Hand"'; exit 0; }
place="${DEVICE_URI#hand:}"
if [ -n "$6" ]; then cat "$6" >"$place/paper.$1"; else cat >"$place/paper.$1"; fi
echo "$5" >"$place/wishes"
mv "$place/paper.$1" "$place/paper"
[ -p "$place/orders" ] || exit 0
while read -r word rest; do
  case "$word" in
    say) echo "$rest" >&2 ;;
    end) exit "$rest" ;;
  esac
done <"$place/orders"
"""
_OF_CUPS = Path("/usr/lib/cups")
_TYPES = Path("/usr/share/cups/mime/mime.types")
_PATIENCE_S = 10


class NoPrintServer(Exception):  # noqa: N818 - named after what happened
    """CUPS is not here, or this machine does not let it run from a folder."""


class HandQueue:
    """A queue whose printer does what it is told; orders may be given before a paper comes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._orders = os.open(folder / "orders", os.O_RDWR)  # for reading too: then no order waits

    def order(self, *orders: str) -> None:
        """Have the printer do these: ``say`` a line to CUPS, or ``end`` with an exit code."""
        os.write(self._orders, "".join(f"{order}\n" for order in orders).encode())

    @property
    def paper(self) -> bytes:
        """What was taken last; empty while nothing was."""
        path = self._folder / "paper"
        return path.read_bytes() if path.exists() else b""

    @property
    def taken_at(self) -> float:
        """When the last paper was taken whole, by the wall clock."""
        return (self._folder / "paper").stat().st_mtime

    def clear(self) -> None:
        """Forget the last paper."""
        (self._folder / "paper").unlink(missing_ok=True)

    @property
    def wishes(self) -> str:
        """With which options the last paper came."""
        return (self._folder / "wishes").read_text().strip()

    def close(self) -> None:
        """Give no more orders."""
        os.close(self._orders)


class PrintServer:
    """Queues that write what they get into files, and queues that can be made to fail."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._hands: list[HandQueue] = []

    @property
    def address(self) -> str:
        """What CUPS_SERVER has to say for Qt to find it."""
        return str(self._folder / "socket")

    def start(self) -> subprocess.Popen[bytes]:
        """Start cupsd on files of its own."""
        folder = self._folder
        for part in ("spool", "cache", "state", "data/mime", "bin/backend"):
            (folder / part).mkdir(parents=True)
        if not _OF_CUPS.exists() or not _TYPES.exists():
            raise NoPrintServer
        for shipped in _OF_CUPS.iterdir():
            if shipped.name != "backend":
                (folder / "bin" / shipped.name).symlink_to(shipped)
        (folder / "data/mime/mime.types").symlink_to(_TYPES)
        (folder / "bin/backend/hand").write_text(_BACK_END)
        (folder / "bin/backend/hand").chmod(0o755)
        (folder / "printer.ppd").write_text(_MODEL)
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
        return self._open(queue) / "paper"

    def add_by_hand(self, queue: str) -> HandQueue:
        """Open a queue whose printer the test plays."""
        folder = self._open(queue)
        os.mkfifo(folder / "orders")
        (folder / "orders").chmod(0o666)
        made = HandQueue(folder)
        self._hands.append(made)
        return made

    def waiting(self, queue: str) -> str:
        """Tell which jobs wait in a queue, as CUPS lists them."""
        return self._run("lpstat", "-o", queue).stdout.decode().strip()

    def close(self) -> None:
        """Give no printer any more orders."""
        for hand in self._hands:
            hand.close()

    def _open(self, queue: str) -> Path:
        folder = self._folder / f"hand-{queue}"
        folder.mkdir()
        folder.chmod(0o777)  # the back end runs as another user where cupsd is started by root
        model = str(self._folder / "printer.ppd")
        self.tell("lpadmin", "-p", queue, "-E", "-v", f"hand:{folder}", "-P", model)
        return folder

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
            server.close()


def _found(command: str) -> str:
    path = shutil.which(command, path=_PLACES)
    if path is None:
        raise NoPrintServer(command)
    return path
