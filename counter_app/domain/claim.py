"""What the code on an acknowledgement claims: which dossiers were received, when, and when they are due.

A claim is one line of capitals, digits and a few signs, so that a QR code keeps it in few modules and a web
address can end with it: ``MC1:KEY:RECEIVED:CODE:DUE:PAGES*CODE:DUE:PAGES:SIGNATURE``, moments as YYMMDDHHMM.
It names no person. What is signed is everything before the last colon.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from counter_app.domain.calendar import VIETNAM

_OPENS = "MC1"
_BETWEEN_PARTS, _BETWEEN_DOSSIERS = ":", "*"
_TO_TOKEN = str.maketrans("/_", "$+")
_FROM_TOKEN = str.maketrans("$+", "/_")
_MINUTE = "%y%m%d%H%M"
_KEY_ID = re.compile(r"[A-Z2-7]{8}", re.ASCII)
_DIGITS = re.compile(r"[0-9]{1,5}", re.ASCII)
_TEN_DIGITS = re.compile(r"[0-9]{10}", re.ASCII)
_CODE = re.compile(r"[0-9A-Z][0-9A-Z./_-]{2,49}", re.ASCII)
_ENDING = re.compile(r"-[0-9A-Z./_]{1,20}", re.ASCII)
_TOKEN = re.compile(
    r"(?:https?://[^\s/?#]{1,200}/s/)?(mc1:[0-9a-z:*$+.-]{20,3000})", re.IGNORECASE | re.ASCII
)
_LOOKS = re.compile(r"(?:https?://[^\s/?#]{1,200}/s/)?mc1:", re.IGNORECASE | re.ASCII)
_SIGNATURE_BYTES = 64
_KEY_ID_BYTES = 5
_MOST_DOSSIERS = 99


def key_id_of(public_key: bytes) -> str:
    """Name a public key by eight capitals and digits: base32 of the first five bytes of its sha-256."""
    return base64.b32encode(hashlib.sha256(public_key).digest()[:_KEY_ID_BYTES]).decode()


@dataclass(frozen=True, slots=True)
class ClaimedDossier:
    """One dossier of a claim; ``pages`` counts what was digitised of it."""

    code: str
    due_at: datetime
    pages: int


@dataclass(frozen=True, slots=True)
class Claim:
    """What a desk says of dossiers it received at one moment; moments are whole minutes in Vietnam's time."""

    key_id: str
    received_at: datetime
    dossiers: tuple[ClaimedDossier, ...]

    @property
    def text(self) -> str:
        """Write what is signed."""
        listed = _BETWEEN_DOSSIERS.join(_shortened(self.dossiers))
        received = self.received_at.astimezone(VIETNAM).strftime(_MINUTE)
        return _BETWEEN_PARTS.join((_OPENS, self.key_id, received, listed))

    def signed(self, signature: bytes) -> str:
        """Write the whole claim with the 64 bytes of its signature."""
        return f"{self.text}{_BETWEEN_PARTS}{_spelt(signature)}"


@dataclass(frozen=True, slots=True)
class SignedClaim:
    """A claim as it was read, with what its signature covers, letter by letter."""

    claim: Claim
    message: bytes
    signature: bytes


def whole_minute(moment: datetime) -> datetime:
    """Give a moment as claims and papers tell it: in Vietnam's time, without seconds."""
    return moment.astimezone(VIETNAM).replace(second=0, microsecond=0)


def looks_like_claim(text: str) -> bool:
    """Whether a text opens as the code of an acknowledgement does, alone or as a web address."""
    return _LOOKS.match(text.strip()) is not None


def read_claim(text: str) -> SignedClaim | None:
    """Read a claim, alone or at the end of a web address; None for anything that is not a whole one."""
    found = _TOKEN.fullmatch(text.strip())
    if not found:
        return None
    said, _, signature = found[1].upper().rpartition(_BETWEEN_PARTS)
    signed = _unspelt(signature)
    claim = _claim_of(said.split(_BETWEEN_PARTS, 3))
    if claim is None or signed is None or claim.text != said:
        return None
    return SignedClaim(claim, said.encode(), signed)


def _claim_of(parts: Sequence[str]) -> Claim | None:
    if len(parts) != 4 or not _KEY_ID.fullmatch(parts[1]):
        return None
    received, dossiers = _minute(parts[2]), _listed(parts[3].split(_BETWEEN_DOSSIERS))
    return Claim(parts[1], received, dossiers) if received and dossiers else None


def _shortened(dossiers: Sequence[ClaimedDossier]) -> list[str]:
    """Leave out of each dossier what the one before it says already: the head of its code, its due time."""
    written: list[str] = []
    before: ClaimedDossier | None = None
    for one in dossiers:
        head, dash, ending = one.code.rpartition("-")
        same_head = before is not None and bool(head) and before.code.rpartition("-")[0] == head
        code = f"{dash}{ending}" if same_head else one.code
        due = one.due_at.astimezone(VIETNAM).strftime(_MINUTE)
        same_due = before is not None and whole_minute(before.due_at) == whole_minute(one.due_at)
        written.append(f"{code.translate(_TO_TOKEN)}:{'' if same_due else due}:{one.pages}")
        before = one
    return written


def _listed(written: Sequence[str]) -> tuple[ClaimedDossier, ...]:
    """Read the dossiers of a claim; none where one of them cannot be read."""
    dossiers: list[ClaimedDossier] = []
    if len(written) > _MOST_DOSSIERS:
        return ()
    for each in written:
        one = _dossier(each.split(_BETWEEN_PARTS), dossiers[-1] if dossiers else None)
        if one is None:
            return ()
        dossiers.append(one)
    return tuple(dossiers)


def _dossier(parts: Sequence[str], before: ClaimedDossier | None) -> ClaimedDossier | None:
    if len(parts) != 3 or not _DIGITS.fullmatch(parts[2]):
        return None
    code = parts[0].translate(_FROM_TOKEN)
    if before and _ENDING.fullmatch(code):
        code = before.code.rpartition("-")[0] + code
    due = before.due_at if before and not parts[1] else _minute(parts[1])
    if due is None or not _CODE.fullmatch(code):
        return None
    return ClaimedDossier(code, due, int(parts[2]))


def _minute(digits: str) -> datetime | None:
    if not _TEN_DIGITS.fullmatch(digits):
        return None
    try:
        return datetime.strptime(f"20{digits}", "%Y%m%d%H%M").replace(tzinfo=VIETNAM)
    except ValueError:
        return None


def _spelt(signature: bytes) -> str:
    return base64.b32encode(signature).decode().rstrip("=")


def _unspelt(text: str) -> bytes | None:
    try:
        signature = base64.b32decode(text + "=" * (-len(text) % 8))
    except binascii.Error:
        return None
    return signature if len(signature) == _SIGNATURE_BYTES and _spelt(signature) == text else None
