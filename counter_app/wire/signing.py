"""What a desk signs of each request, and the headers that carry the signature."""

from __future__ import annotations

import hashlib

DEVICE = "Counter-Device"
TIME = "Counter-Time"
NONCE = "Counter-Nonce"
SIGNATURE = "Counter-Signature"
HUB_TIME = "Counter-Hub-Time"
"""On every answer: the hub's clock in milliseconds since 1970."""

TOLERANCE_MS = 5 * 60 * 1000
"""How far the time of a request may be from the hub's clock."""


def signed_text(method: str, target: str, *, time_ms: int, nonce: str, body: bytes) -> bytes:
    """Give what is signed; ``target`` is the path with its query as they stand in the request.

    ``nonce`` is 16 random bytes as 32 hexadecimal digits.
    """
    digest = hashlib.sha256(body).hexdigest()
    return "\n".join((method.upper(), target, str(time_ms), nonce, digest)).encode()


def published_text(kind: str, name: str, version: str, body: str) -> bytes:
    """Give what the hub signs of a pack or calendar that it hands to desks."""
    digest = hashlib.sha256(body.encode()).hexdigest()
    return f"{kind}\n{name}\n{version}\n{digest}".encode()
