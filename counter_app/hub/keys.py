"""The hub's own key: made once, kept in a file, and what it signs, hashes and names with it."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import os
import secrets
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from counter_app.errors import SetupError

_BYTES = 32


class HubKey:
    """Signs what desks are told, and hides numbers that are only ever compared."""

    def __init__(self, seed: bytes) -> None:
        self._private = Ed25519PrivateKey.from_private_bytes(seed)
        sealing = hashlib.sha256(b"counter hub: sealed bundles" + seed).digest()
        self.sealing = X25519PrivateKey.from_private_bytes(sealing)
        """Opens what desks without a line have sealed."""
        self._hiding = hashlib.sha256(b"counter hub: hidden numbers" + seed).digest()

    @property
    def public_key(self) -> bytes:
        """The 32 bytes by which desks check what the hub has signed."""
        return self._private.public_key().public_bytes_raw()

    @property
    def sealing_key(self) -> bytes:
        """The 32 bytes by which desks seal bundles for this hub alone."""
        return self.sealing.public_key().public_bytes_raw()

    def sign(self, message: bytes) -> bytes:
        """Give the 64 bytes of the signature."""
        return self._private.sign(message)

    def hidden(self, text: str) -> str:
        """Hash a text so that nobody without the key can try out what it was."""
        return hmac.new(self._hiding, text.encode(), hashlib.sha256).hexdigest()


def hub_key(path: Path) -> HubKey:
    """Read the key, or make it at the first start; raises SetupError. Several processes agree on one."""
    beside = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    try:
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            beside.touch(mode=0o600)
            beside.write_bytes(secrets.token_bytes(_BYTES))
            _put_first(beside, path)
        seed = path.read_bytes()
    except OSError as error:
        raise SetupError(path, "not_writable") from error
    if len(seed) != _BYTES:
        raise SetupError(path, "damaged")
    return HubKey(seed)


def _put_first(made: Path, place: Path) -> None:
    """Give a file its place unless another process was first."""
    try:
        os.link(made, place)
    except FileExistsError:
        return
    finally:
        made.unlink()


def to_base64(raw: bytes) -> str:
    """Write bytes as text."""
    return base64.b64encode(raw).decode()


def from_base64(text: str) -> bytes:
    """Read bytes from text; none where it is no base64."""
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return b""


def is_signed_by(public_key: bytes, message: bytes, signature: bytes) -> bool:
    """Say whether the owner of a public key has signed this message; a malformed key has signed nothing."""
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True
