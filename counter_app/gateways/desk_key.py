"""The key with which a desk signs what it says of itself: Ed25519, made from a seed that never changes."""

from __future__ import annotations

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from counter_app.domain.claim import key_id_of

PUBLIC_KEY_BYTES = 32


class DerivedDeskKey:
    """A signing key that is made from its seed of 32 bytes; it stays when the desk's main key is changed."""

    def __init__(self, seed: bytes) -> None:
        self._private = Ed25519PrivateKey.from_private_bytes(seed)
        self._public = self._private.public_key().public_bytes_raw()

    @property
    def key_id(self) -> str:
        """The short name of the public key."""
        return key_id_of(self._public)

    @property
    def public_key(self) -> bytes:
        """The 32 bytes by which others check what was signed."""
        return self._public

    def sign(self, message: bytes) -> bytes:
        """Give the 64 bytes of the signature; the same message gives the same ones."""
        return self._private.sign(message)


def is_signed_by(public_key: bytes, message: bytes, signature: bytes) -> bool:
    """Say whether the owner of a public key has signed this message; a malformed key has signed nothing."""
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True
