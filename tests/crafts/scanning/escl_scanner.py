"""An eSCL scanner on loopback: what a network scanner answers to sane-airscan, and its faults."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread  # noqa: TID251 - a device of its own, beside the program

_SPACES = (
    'xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm" '
    'xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03"'
)
_INPUT = (
    "<scan:MinWidth>16</scan:MinWidth><scan:MaxWidth>2550</scan:MaxWidth>"
    "<scan:MinHeight>16</scan:MinHeight><scan:MaxHeight>3508</scan:MaxHeight>"
    "<scan:SettingProfiles><scan:SettingProfile><scan:ColorModes>"
    "<scan:ColorMode>Grayscale8</scan:ColorMode><scan:ColorMode>RGB24</scan:ColorMode></scan:ColorModes>"
    "<scan:DocumentFormats><pwg:DocumentFormat>image/jpeg</pwg:DocumentFormat></scan:DocumentFormats>"
    "<scan:SupportedResolutions><scan:DiscreteResolutions>{resolutions}</scan:DiscreteResolutions>"
    "</scan:SupportedResolutions></scan:SettingProfile></scan:SettingProfiles>"
)
_RESOLUTION = (
    "<scan:DiscreteResolution><scan:XResolution>{0}</scan:XResolution>"
    "<scan:YResolution>{0}</scan:YResolution></scan:DiscreteResolution>"
)

LONGEST_SHEET = 30.0
"""Seconds after which a sheet jams, taken or not the ones before."""


class EsclScanner(ThreadingHTTPServer):
    """Holds JPEG pages in its feeder, the first on its glass; ``jams_after`` so many pages of a feed.

    A sheet takes a real feeder longer than the program needs to take the one before: the jam comes when
    ``taken`` says that the sheets before it were.
    """

    def __init__(self, pages: list[bytes], jams_after: int | None = None) -> None:
        super().__init__(("127.0.0.1", 0), _Requests)
        self.pages = pages
        self.jams_after = jams_after
        self.jammed = False
        self.taken = Event()
        self.job: Iterator[bytes] = iter(())

    @property
    def port(self) -> int:
        """Give the port it answers on."""
        return int(self.server_address[1])

    def begin(self, order: str) -> None:
        """Take a job: both sides of the glass hold the first page."""
        pages = self.pages if "Feeder" in order else self.pages[:1]
        self.job = iter(pages if self.jams_after is None else pages[: self.jams_after])

    def next_page(self) -> bytes | None:
        """Feed a page; None when the feeder is empty, or has just jammed."""
        page = next(self.job, None)
        if page is None and self.jams_after is not None:
            self.taken.wait(LONGEST_SHEET)
        self.jammed = page is None and self.jams_after is not None
        return page


class _Requests(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: EsclScanner

    def log_message(self, *_said: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Answer what it can do, how it is, or with the next page."""
        if self.path.endswith("ScannerCapabilities"):
            self._answer(200, _capabilities())
        elif self.path.endswith("ScannerStatus"):
            self._answer(200, self._status())
        elif re.search(r"/ScanJobs/1/NextDocument$", self.path):
            page = self.server.next_page()
            if page is not None:
                self._answer(200, page, "image/jpeg")
            else:
                self._answer(503 if self.server.jammed else 404)
        else:
            self._answer(404)

    def do_POST(self) -> None:
        """Begin a job."""
        order = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
        self.server.begin(order)
        self._answer(201, location=f"http://127.0.0.1:{self.server.port}/eSCL/ScanJobs/1")

    def do_DELETE(self) -> None:
        """End a job."""
        self._answer(200)

    def _status(self) -> bytes:
        state = "Jam" if self.server.jammed else "Loaded" if self.server.pages else "Empty"
        return (
            f'<?xml version="1.0"?><scan:ScannerStatus {_SPACES}><pwg:Version>2.63</pwg:Version>'
            f"<pwg:State>{'Stopped' if self.server.jammed else 'Idle'}</pwg:State>"
            f"<scan:AdfState>ScannerAdf{state}</scan:AdfState></scan:ScannerStatus>"
        ).encode()

    def _answer(self, code: int, body: bytes = b"", kind: str = "text/xml", location: str = "") -> None:
        self.send_response(code)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if location:
            self.send_header("Location", location)
        self.end_headers()
        self.wfile.write(body)


def _capabilities() -> bytes:
    able = _INPUT.format(resolutions="".join(_RESOLUTION.format(dpi) for dpi in (100, 200, 300)))
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><scan:ScannerCapabilities {_SPACES}>'
        "<pwg:Version>2.63</pwg:Version><pwg:MakeAndModel>Loop</pwg:MakeAndModel>"
        f"<scan:Platen><scan:PlatenInputCaps>{able}</scan:PlatenInputCaps></scan:Platen>"
        f"<scan:Adf><scan:AdfSimplexInputCaps>{able}</scan:AdfSimplexInputCaps>"
        f"<scan:AdfDuplexInputCaps>{able}</scan:AdfDuplexInputCaps>"
        "<scan:FeederCapacity>50</scan:FeederCapacity></scan:Adf></scan:ScannerCapabilities>"
    ).encode()


@contextmanager
def escl_scanner(pages: list[bytes], *, jams_after: int | None = None) -> Iterator[EsclScanner]:
    """Plug a scanner in for a while."""
    with EsclScanner(pages, jams_after) as scanner:
        thread = Thread(target=scanner.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield scanner
        finally:
            scanner.shutdown()
            thread.join()


def airscan_config(folder: Path, port: int) -> Path:
    """Write SANE settings that know this one scanner and look for no other."""
    (folder / "dll.conf").write_text("airscan\n")
    (folder / "airscan.conf").write_text(
        f'[devices]\n"Loop" = http://127.0.0.1:{port}/eSCL, eSCL\n[options]\ndiscovery = disable\n'
    )
    return folder
