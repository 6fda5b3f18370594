"""What a desk without a line puts on a stick: entries and papers, sealed for the hub and for nobody else.

A bundle is ``MAGIC``, its head as one line of JSON, and one AES-256-GCM box. The box's key is the HKDF-SHA256
of the X25519 secret that the head's ``key`` and the hub's sealing key share; ``MAGIC`` and head are
authenticated along. Inside stand pieces: a letter, the length of what follows as four bytes (the highest
first), and that. ``P`` is a whole paper, ``E`` an ``Entries`` message, ``S``, the last, the desk's signature.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from counter_app.wire.entries import Receipt
from counter_app.wire.limits import Hash, Identifier, Key, Many, Signature
from counter_app.wire.papers import MOST_BYTES
from counter_app.wire.text import to_json

MAGIC = b"counter-bundle 1\n"
ENDING, RECEIPT_ENDING = ".bundle", ".receipt"
MOST_HEAD = 1_024
MOST_BUNDLED = 1_000
"""Entries in one bundle; more go into further ones."""
BUNDLE_BYTES = MOST_BYTES
"""Of a whole bundle, for it comes over the line as a paper does."""
MOST_RECEIPT = 2 * 1024 * 1024
PAPER, ENTRIES, SIGNED = b"P", b"E", b"S"
_LENGTH = 4


class BadBundle(ValueError):  # noqa: N818 - says what the bytes are
    """Not such a bundle; the argument is a word that says why."""


@dataclass(frozen=True, slots=True)
class SealingKey:
    """The answer to ``GET /v1/sealing-key``: the hub's X25519 key, signed with the one that desks know."""

    key: Key
    signature: Signature


@dataclass(frozen=True, slots=True)
class BundleHead:
    """Whose bundle it is, for which hub (its signing key), when it was made, and the key of this once."""

    device_id: Identifier
    hub: Key
    key: Key
    made_at: datetime


@dataclass(frozen=True, slots=True)
class BundleReceipt:
    """What became of a bundle's entries, signed by the hub over ``receipt_text``."""

    bundle: Hash
    device_id: Identifier
    taken_at: datetime
    receipts: Annotated[tuple[Receipt, ...], Many(MOST_BUNDLED)]
    signature: Signature


def sealing_text(key: str) -> bytes:
    """Give what the hub signs of its sealing key."""
    return f"sealing key\n{key}".encode()


def receipt_text(bundle: str, device_id: str, taken_at: datetime, receipts: Iterable[Receipt]) -> bytes:
    """Give what the hub signs of a receipt."""
    said = "\n".join(map(to_json, receipts))
    digest = hashlib.sha256(said.encode()).hexdigest()
    return f"bundle\n{bundle}\n{device_id}\n{taken_at.isoformat()}\n{digest}".encode()


def key_info(once: bytes, sealing: bytes) -> bytes:
    """Give what the box's key is bound to beside the secret."""
    return MAGIC + once + sealing


def piece(letter: bytes, content: bytes) -> bytes:
    """Write a piece."""
    return letter + len(content).to_bytes(_LENGTH, "big") + content


def split(content: bytes) -> tuple[bytes, bytes]:
    """Part a bundle into its head's JSON and its box; raises BadBundle."""
    if len(content) > BUNDLE_BYTES:
        raise BadBundle("too_large")
    if not content.startswith(MAGIC):
        raise BadBundle("no_bundle")
    end = content.find(b"\n", len(MAGIC), len(MAGIC) + MOST_HEAD)
    if end < 0:
        raise BadBundle("head")
    return content[len(MAGIC) : end], content[end + 1 :]


def pieces(plain: bytes) -> Iterator[tuple[bytes, bytes, int]]:
    """Read the pieces of an opened box, each with the place where it begins; raises BadBundle."""
    place = 0
    while place < len(plain):
        begin = place + 1 + _LENGTH
        end = begin + int.from_bytes(plain[place + 1 : begin], "big")
        if begin > len(plain) or end > len(plain):
            raise BadBundle("piece")
        yield plain[place : place + 1], plain[begin:end], place
        place = end
