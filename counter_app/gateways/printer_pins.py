"""Keys of printers that are spoken to with encryption: the first one that is seen is kept and wanted again.

Nearly every printer has made its certificate itself, so nobody vouches for it; another key at the same place
is another device, or somebody between.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from urllib.parse import quote

from counter_app.domain.printers import PrinterFault
from counter_app.services.ports import PrinterAway

FOLDER = "printer_keys"
_ENDING = ".sha256"
_DIGEST = re.compile(r"[0-9a-f]{64}")
_LONGEST = 200


class PrinterPins:
    """One small file a printer; whoever has exchanged a printer deletes its file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def accept(self, address: str, place: str, certificate: bytes) -> None:
        """Keep the certificate (DER) of a printer seen for the first time; raises PrinterAway for another."""
        digest = hashlib.sha256(certificate).hexdigest()
        path = self._folder / f"{quote(place, safe='')}{_ENDING}"
        try:
            with path.open(encoding="ascii", errors="replace") as file:
                kept = file.read(_LONGEST).strip()
        except FileNotFoundError:
            self._keep(path, digest)
            return
        except OSError as error:
            raise PrinterAway(address, PrinterFault.OTHER_KEY) from error
        if not _DIGEST.fullmatch(kept) or kept != digest:
            raise PrinterAway(address, PrinterFault.OTHER_KEY)

    def _keep(self, path: Path, digest: str) -> None:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.write_text(f"{digest}\n", encoding="ascii")
