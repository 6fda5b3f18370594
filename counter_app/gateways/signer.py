"""The office's signing key, opened by its password for one shift; pyHanko is loaded when it is first used."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from counter_app.services.ports import SignatureFacts, SignerAway
from counter_app.services.signature_ports import SignedFile

if TYPE_CHECKING:
    from counter_app.gateways.pades import OpenKey


class DeskSigner:
    """Signs with the key of a PKCS#12 file, or with ``label``'s on the token of a PKCS#11 library."""

    def __init__(self, place: Path, label: str = "") -> None:
        """Name the key file, or the token's library and the key's label on it."""
        self._place = place
        self._label = label
        self._key: OpenKey | None = None

    def unlock(self, password: str) -> None:
        """Open the key; see ``services.ports.Signer`` for what is raised."""
        from counter_app.gateways.pades import open_key_file, open_token  # noqa: PLC0415 - half a second

        self.lock()
        if self._label:
            self._key = open_token(self._place, self._label, password)
        else:
            self._key = open_key_file(self._place, password)

    def lock(self) -> None:
        """Let the key go."""
        key, self._key = self._key, None
        if key:
            key.close()

    @property
    def holder(self) -> str:
        """The name on the certificate; empty while the key is locked."""
        return self._key.holder if self._key else ""

    def sign(self, content: bytes, *, reason: str, when: datetime) -> bytes:
        """Sign a PDF; raises SignerAway, also while the key is locked."""
        if self._key is None:
            raise SignerAway(self._place)
        return self._key.sign(content, reason=reason, when=when)


class PdfSignatures:
    """Reads the signatures in PDF files."""

    def verify(self, content: bytes) -> SignatureFacts | None:
        """Check the last signature; None where there is none."""
        from counter_app.gateways.pades import read_signature  # noqa: PLC0415 - see DeskSigner.unlock

        return read_signature(content)


class TrustingJudge:
    """Judges signatures by the certificates in a folder, which is read anew each time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def judge(self, content: bytes) -> SignedFile:
        """Judge every signature of a PDF; raises SetupError for a damaged file of a certificate."""
        from counter_app.gateways.pdf_judge import judged, trusted_in  # noqa: PLC0415 - see DeskSigner.unlock

        return judged(content, trusted_in(self._folder))
