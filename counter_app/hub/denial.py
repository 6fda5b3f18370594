"""What the hub does not do, and the code by which it says so."""

from __future__ import annotations

from counter_app.wire.codes import ErrorCode

STATUS = {
    ErrorCode.MALFORMED: 400,
    ErrorCode.TOO_LARGE: 413,
    ErrorCode.TOO_SLOW: 408,
    ErrorCode.UNSIGNED: 401,
    ErrorCode.CLOCK: 401,
    ErrorCode.UNKNOWN_DEVICE: 401,
    ErrorCode.SIGNATURE: 401,
    ErrorCode.REPLAYED: 401,
    ErrorCode.REVOKED: 403,
    ErrorCode.ENROLMENT: 403,
    ErrorCode.TRAINING: 403,
    ErrorCode.FORBIDDEN: 403,
    ErrorCode.NOT_FOUND: 404,
    ErrorCode.CONFLICT: 409,
    ErrorCode.HASH: 422,
    ErrorCode.INCOMPLETE: 409,
    ErrorCode.NUMBERS_USED_UP: 409,
    ErrorCode.AWAY: 503,
    ErrorCode.QUOTA: 429,
    ErrorCode.NOT_LICENSED: 403,
    ErrorCode.NOT_ALLOWED: 403,
    ErrorCode.METHOD: 405,
    ErrorCode.FAULT: 500,
    ErrorCode.BUSY: 503,
}
"""The status of HTTP that goes with each code."""


class Denied(Exception):  # noqa: N818 - not a fault: an answer
    """The request is not done; ``detail`` is a field or a fact, never personal data."""

    def __init__(self, code: ErrorCode, detail: str = "") -> None:
        super().__init__(code.value, detail)
        self.code = code
        self.detail = detail
