"""Sealed bundles: opened with the hub's key, held against the desk's signature, kept like any report."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import timedelta

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from counter_app.hub.clock import Clock
from counter_app.hub.denial import Denied
from counter_app.hub.devices import Device, Devices
from counter_app.hub.keys import HubKey, from_base64, is_signed_by, to_base64
from counter_app.hub.ledger import Ledger
from counter_app.hub.papers import Papers
from counter_app.wire.bundles import (
    ENTRIES,
    MAGIC,
    MOST_BUNDLED,
    PAPER,
    SIGNED,
    BadBundle,
    BundleHead,
    BundleReceipt,
    key_info,
    pieces,
    receipt_text,
    split,
)
from counter_app.wire.codes import ErrorCode
from counter_app.wire.entries import Entries, Receipt
from counter_app.wire.text import BadMessage, from_json

_NONCE = bytes(12)
"""The key is good for one box alone."""
_SLACK, _OLDEST = timedelta(days=1), timedelta(days=400)


@dataclass(frozen=True, slots=True)
class _Opened:
    """What a bundle holds, once nothing is wrong with it."""

    device: Device
    papers: tuple[bytes, ...]
    entries: tuple[Entries, ...]


class Bundles:
    """Takes in what desks without a line have sealed, whoever brings it; a repeat adds nothing."""

    def __init__(self, key: HubKey, devices: Devices, papers: Papers, ledger: Ledger, clock: Clock) -> None:
        self._key = key
        self._devices = devices
        self._papers = papers
        self._ledger = ledger
        self._clock = clock

    def take_carried(self, sha256: str) -> BundleReceipt:
        """Take in a bundle that a desk has brought over its line as it brings a paper; raises Denied."""
        receipt = self.take(self._papers.content(sha256))
        self._papers.forget(sha256)
        return receipt

    def take(self, content: bytes) -> BundleReceipt:
        """Take in a bundle; nothing of it is kept where anything is wrong with it. Raises Denied."""
        try:
            opened = self._open(content)
        except (BadBundle, BadMessage) as bad:
            raise Denied(ErrorCode.MALFORMED, f"bundle: {bad}"[:200]) from bad
        for paper in opened.papers:
            self._papers.put_whole(opened.device, paper)
        receipts: list[Receipt] = []
        for message in opened.entries:
            receipts.extend(self._ledger.take(opened.device, message.entries).receipts)
        return self._receipt(hashlib.sha256(content).hexdigest(), opened.device, tuple(receipts))

    def _open(self, content: bytes) -> _Opened:
        head_text, box = split(content)
        head = from_json(BundleHead, head_text)
        if head.hub != to_base64(self._key.public_key):
            raise BadBundle("other_hub")
        now = self._clock.now()
        if not now - _OLDEST <= head.made_at <= now + _SLACK:
            raise BadBundle("made_at")
        public_key = self._devices.public_key(head.device_id)
        device = self._devices.standing(head.device_id)
        if device is None or not public_key:
            raise Denied(ErrorCode.UNKNOWN_DEVICE)
        plain = self._plain(head, head_text, box)
        read = list(pieces(plain))
        if not read or read[-1][0] != SIGNED:
            raise BadBundle("unsigned")
        _, signature, place = read.pop()
        said = hashlib.sha256(head_text + plain[:place]).digest()
        if not is_signed_by(public_key, said, signature):
            raise Denied(ErrorCode.SIGNATURE)
        if any(letter not in (PAPER, ENTRIES) for letter, _, _ in read):
            raise BadBundle("piece")
        entries = tuple(from_json(Entries, text) for letter, text, _ in read if letter == ENTRIES)
        if sum(len(one.entries) for one in entries) > MOST_BUNDLED:
            raise BadBundle("too_many")
        return _Opened(device, tuple(one for letter, one, _ in read if letter == PAPER), entries)

    def _plain(self, head: BundleHead, head_text: bytes, box: bytes) -> bytes:
        once = from_base64(head.key)
        try:
            secret = self._key.sealing.exchange(X25519PublicKey.from_public_bytes(once))
            info = key_info(once, self._key.sealing_key)
            key = HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=info).derive(secret)
            return AESGCM(key).decrypt(_NONCE, box, MAGIC + head_text)
        except (InvalidTag, ValueError) as error:
            raise BadBundle("seal") from error

    def _receipt(self, bundle: str, device: Device, receipts: tuple[Receipt, ...]) -> BundleReceipt:
        now = self._clock.now()
        said = receipt_text(bundle, device.device_id, now, receipts)
        return BundleReceipt(bundle, device.device_id, now, receipts, to_base64(self._key.sign(said)))
