"""What the hub says when it does not do what it was asked: one code each, for programs to act on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from counter_app.wire.limits import Words


class ErrorCode(StrEnum):
    """Why a request was not done."""

    MALFORMED = "malformed"
    """The message has a field missing or wrong; ``detail`` names it."""
    TOO_LARGE = "too_large"
    TOO_SLOW = "too_slow"
    UNSIGNED = "unsigned"
    """A header of the signature is missing or is not one."""
    CLOCK = "clock"
    """The desk's time is too far off; ``Counter-Hub-Time`` says what time it is."""
    UNKNOWN_DEVICE = "unknown_device"
    SIGNATURE = "signature"
    REPLAYED = "replayed"
    """The nonce was used before: sign anew."""
    REVOKED = "revoked"
    ENROLMENT = "enrolment"
    """The one-time code is unknown, used or too old."""
    TRAINING = "training"
    """A desk for training and a hub of record, or the reverse: they do not speak to each other."""
    FORBIDDEN = "forbidden"
    """Another office's dossiers, papers or numbers."""
    NOT_FOUND = "not_found"
    CONFLICT = "conflict"
    """The same request id or paper was sent with something else before."""
    HASH = "hash"
    """The paper that was put together is not the one named: its chunks were dropped, send it again."""
    INCOMPLETE = "incomplete"
    """Chunks of the paper are still missing."""
    NUMBERS_USED_UP = "numbers_used_up"
    AWAY = "away"
    """What the hub itself needs is not there now: try again later."""
    QUOTA = "quota"
    NOT_LICENSED = "not_licensed"
    NOT_ALLOWED = "not_allowed"
    METHOD = "method"
    """The address is right, the method is not."""
    FAULT = "fault"
    """A fault of the hub's own, which it has written down; later may work."""
    BUSY = "busy"
    """Too many requests at once: try again after ``Retry-After`` seconds."""


@dataclass(frozen=True, slots=True)
class ErrorAnswer:
    """The body of every answer that is no success; ``detail`` is a field or a fact, never personal data."""

    error: ErrorCode
    detail: Words = ""
