"""Seals a bundle for the hub with a key of this once: X25519, HKDF, AES-256-GCM; signed by the desk."""

from __future__ import annotations

import base64
import hashlib

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from counter_app.services.bundle_port import BundleFor
from counter_app.services.ports import DeskKey
from counter_app.wire.bundles import MAGIC, SIGNED, BundleHead, key_info, piece
from counter_app.wire.text import to_json

_NONCE = bytes(12)
"""The key is good for one box alone."""


class BundleSealer:
    """Seals what only the hub may read; not even this desk can open it again."""

    def __init__(self, key: DeskKey) -> None:
        self._key = key

    def seal(self, content: bytes, to: BundleFor) -> bytes:
        """Give a whole bundle of these pieces; raises ValueError where the hub's key is none."""
        sealing = base64.b64decode(to.sealing_key)
        mine = X25519PrivateKey.generate()
        once = mine.public_key().public_bytes_raw()
        head = BundleHead(to.device_id, to.hub_key, base64.b64encode(once).decode(), to.made_at)
        head_text = to_json(head).encode()
        signature = self._key.sign(hashlib.sha256(head_text + content).digest())
        secret = mine.exchange(X25519PublicKey.from_public_bytes(sealing))
        info = key_info(once, sealing)
        key = HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=info).derive(secret)
        box = AESGCM(key).encrypt(_NONCE, content + piece(SIGNED, signature), MAGIC + head_text)
        return MAGIC + head_text + b"\n" + box
