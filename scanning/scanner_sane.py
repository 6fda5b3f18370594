"""Scanners through SANE: whatever has a backend there, and eSCL or WSD devices by way of sane-airscan."""

import os
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from pathlib import Path

from scanning.errors import PictureError, ScanFailed, ScannerCause
from scanning.pnm import read_pnm
from scanning.scanner_answers import cause_of
from scanning.scanner_options import ScannerOptions
from scanning.scanner_process import MOST_PAGES, PageFeed, Patience, ask
from scanning.scanners import Capabilities, ScannedSheet, ScannerName, Settings, Side, Source

SANE = "sane"
_PROGRAM = "scanimage"
_MOST_SCANNERS = 50
_LONGEST_LABEL = 80


class SaneScanners:
    """See ``scanners.Scanners``. ``scanimage`` does the work, as a process that may fail or hang by itself.

    ``config`` is SANE's own folder of settings, None for the system's; ``more`` are switches that every scan
    is given besides.
    """

    def __init__(
        self,
        *,
        config: Path | None = None,
        patience: Patience | None = None,
        program: str = _PROGRAM,
        more: tuple[str, ...] = (),
    ) -> None:
        own = {} if config is None else {"SANE_CONFIG_DIR": str(config)}
        self._environment = {**os.environ, **own, "LC_ALL": "C"}  # its words are read: no translations
        self._patience = patience or Patience()
        self._program = program
        self._more = more

    def list(self) -> tuple[ScannerName, ...]:
        """Name the scanners that answer, also those printed before the search had to be ended."""
        command = (self._program, "--formatted-device-list=%d%n%v %m%n")
        answer = ask(command, self._environment, self._patience.answer)
        lines = answer.out.splitlines()
        named = zip(lines[0::2], lines[1::2], strict=False)
        found = {device: _label(words, device) for device, words in named if device}
        if answer.code is None and not found:
            raise ScanFailed(ScannerCause.SILENT)
        alike = Counter(found.values())
        return tuple(
            ScannerName(SANE, device, label if alike[label] == 1 else f"{label} ({_shown(device)})")
            for device, label in islice(found.items(), _MOST_SCANNERS)
        )

    def capabilities(self, name: ScannerName) -> Capabilities:
        """Ask the driver for its options."""
        return self._options(name).capabilities()

    def scan(
        self, name: ScannerName, settings: Settings, should_stop: Callable[[], bool]
    ) -> Iterator[ScannedSheet]:
        """Run one batch; a page that jams half-way is not given, those before it are."""
        options = self._options(name)
        switches = (*options.switches(settings), *self._more)
        sides = cycle(_sides(settings, options))
        pages = 1 if settings.source is Source.FLATBED else MOST_PAGES
        command = (*self._on(name), "--format=pnm", f"--batch-count={pages}", *switches)
        given = 0
        with PageFeed(command, self._environment, self._patience, should_stop) as feed:
            try:
                for page in feed.pages():
                    yield ScannedSheet(read_pnm(page), next(sides))
                    given += 1
            except PictureError as error:
                raise ScanFailed(ScannerCause.BROKEN, pages=given) from error
            except ScanFailed as failure:
                raise ScanFailed(failure.cause, pages=given) from failure
            _refuse_an_early_end(feed, given)

    def _options(self, name: ScannerName) -> ScannerOptions:
        answer = ask((*self._on(name), "--all-options"), self._environment, self._patience.answer)
        options = ScannerOptions(answer.out)
        cause = None if answer.out else cause_of(answer.code, answer.said)
        if cause:
            raise ScanFailed(cause)
        return options

    def _on(self, name: ScannerName) -> tuple[str, ...]:
        return self._program, f"--device-name={name.device}"


def _refuse_an_early_end(feed: PageFeed, given: int) -> None:
    """Raise what ended a batch; an empty feeder is no error once it has given something."""
    if feed.stopped:
        return
    cause = cause_of(feed.code, feed.said)
    if cause is None and not given:
        cause = ScannerCause.BROKEN
    if cause and not (given and cause is ScannerCause.NO_PAPER):
        raise ScanFailed(cause, pages=given)


def _sides(settings: Settings, options: ScannerOptions) -> tuple[Side, ...]:
    both = settings.source is Source.FEEDER and settings.duplex and options.capabilities().duplex
    return (Side.FRONT, Side.BACK) if both else (Side.FRONT,)


def _label(words: str, device: str) -> str:
    """Make words for people of what a device says of itself: it may come from anybody in the network."""
    return _shown(words) or _shown(device)


def _shown(words: str) -> str:
    clean = "".join(letter for letter in unicodedata.normalize("NFC", words) if letter.isprintable())
    return " ".join(clean.split())[:_LONGEST_LABEL]
