"""IPP Everywhere printers that make themselves known on the network (DNS-SD), asked of CUPS's ``ippfind``.

A child process under a limit of time: what stands on the network may say whatever it likes, as long as it
likes. Nothing is printed to a printer that was only found: it has to be chosen.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator

from counter_app.domain.printers import FoundPrinter, PrinterSearch, PrinterWay, SearchHindrance, way_of

_PROGRAM = "ippfind"
_LISTENS_S = 3
_PATIENCE_S = 8.0
_SERVICES = ("_ipps._tcp,_print", "_ipp._tcp,_print")
"""Encrypted first; the subtype is that of IPP Everywhere, which every such printer registers."""
_NOBODY, _NO_SERVICE = 1, 2
"""ippfind's exit codes where nothing answered, and where there is no daemon to ask."""
_TOLD = ("--exec", "printf", "%s\\t%s\\n", "{service_name}", "{}", ";")
_MOST = 50
_LONGEST = 200
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)


def search_network() -> PrinterSearch:
    """Listen a few seconds for printers; takes as long, so it is meant for a lane."""
    program = shutil.which(_PROGRAM)
    if program is None:
        return PrinterSearch((), SearchHindrance.NO_PROGRAM)
    command = [program, "-T", str(_LISTENS_S), *_SERVICES, *_TOLD]
    try:
        told = subprocess.run(  # noqa: S603 - CUPS's own program, and our words
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_PATIENCE_S,
            check=False,
            creationflags=_NO_WINDOW,
        )
    except (OSError, subprocess.TimeoutExpired):
        return PrinterSearch((), SearchHindrance.NO_ANSWER)
    if told.returncode == _NO_SERVICE:
        return PrinterSearch((), SearchHindrance.NO_SERVICE)
    return PrinterSearch(tuple(_once(told.stdout.decode("utf-8", "replace"))))


def _once(told: str) -> Iterator[FoundPrinter]:
    """Read one line a printer, each name once: most printers answer with and without encryption."""
    seen = set[str]()
    for line in told.splitlines()[:_MOST]:
        name, _, address = line.partition("\t")
        is_one = way_of(address) in {PrinterWay.IPP, PrinterWay.IPPS} and address.isprintable()
        label = "".join(letter for letter in name if letter.isprintable())
        if is_one and label and label not in seen and max(len(label), len(address)) <= _LONGEST:
            seen.add(label)
            yield FoundPrinter(address, label)
