"""Errors of the scanning craft: each carries facts, the words for people are found elsewhere."""

from enum import StrEnum


class ScanningError(Exception):
    """Stand for anything that scanning cannot do with what it was given."""


class PictureCause(StrEnum):
    """Say why a picture or a PDF was refused."""

    MISSING = "missing"
    TOO_LARGE = "too_large"
    TOO_SMALL = "too_small"
    DAMAGED = "damaged"
    UNKNOWN_FORMAT = "unknown_format"
    PHONE_FORMAT = "phone_format"
    TOO_MANY_PAGES = "too_many_pages"
    TOO_SLOW = "too_slow"
    LOCKED = "locked"
    SCRIPTED = "scripted"
    DYNAMIC_FORM = "dynamic_form"
    CARRIES_FILES = "carries_files"


class PictureError(ScanningError):
    """Refuse a picture or a PDF that came from outside; ``cause`` says why."""

    def __init__(self, cause: PictureCause) -> None:
        super().__init__(cause.value)
        self.cause = cause


class CameraUnavailable(ScanningError):  # noqa: N818 - named after what the official sees, as in the house glossary
    """Say that no camera answers at ``source``."""

    def __init__(self, source: str) -> None:
        super().__init__(source)
        self.source = source


class CameraLost(ScanningError):  # noqa: N818 - the same
    """Say that the camera at ``source`` gave frames and no longer does, or that a film is over."""

    def __init__(self, source: str) -> None:
        super().__init__(source)
        self.source = source


class ScannerUnavailable(ScanningError):  # noqa: N818 - the same
    """Say that no hand scanner answers on the port ``port``."""

    def __init__(self, port: str) -> None:
        super().__init__(port)
        self.port = port


class ScannerLost(ScanningError):  # noqa: N818 - the same
    """Say that the hand scanner on the port ``port`` was there and no longer is."""

    def __init__(self, port: str) -> None:
        super().__init__(port)
        self.port = port


class ScannerCause(StrEnum):
    """Say why a flatbed or feeder gave no page, or no more."""

    JAMMED = "jammed"
    NO_PAPER = "no_paper"
    COVER_OPEN = "cover_open"
    BUSY = "busy"
    UNPLUGGED = "unplugged"
    NOT_PERMITTED = "not_permitted"
    NO_PROGRAM = "no_program"
    SILENT = "silent"
    BROKEN = "broken"


class ScanFailed(ScanningError):  # noqa: N818 - named after what the official sees, as in the house glossary
    """Say that a scan ended before its time; the ``pages`` given before stay with whoever took them."""

    def __init__(self, cause: ScannerCause, *, pages: int = 0) -> None:
        super().__init__(cause.value, pages)
        self.cause = cause
        self.pages = pages
