"""Finds the key with which this office signs, where its settings name one."""

from __future__ import annotations

from pathlib import Path

from counter_app.config import Settings
from counter_app.gateways.signer import DeskSigner, PdfSignatures
from counter_app.services.ports import Clock, Sealed
from counter_app.services.signing import Signing, Wanted


def signing_of_desk(settings: Settings, folder: Path, sealed: Sealed, clock: Clock) -> Signing:
    """Put the office's signing together; paths in the settings start from the desk's folder."""
    chosen = settings.signature
    wanted = Wanted(chosen.scans, chosen.papers, chosen.notices) if chosen else None
    return Signing(_signer(settings, folder), PdfSignatures(), sealed, clock, wanted=wanted)


def _signer(settings: Settings, folder: Path) -> DeskSigner | None:
    wanted = settings.signature
    return DeskSigner(folder / (wanted.file or wanted.token), wanted.label) if wanted else None
