"""The log file: what the program did, never whom it did it for."""

from __future__ import annotations

import logging
import re
from logging.handlers import RotatingFileHandler
from pathlib import Path

from counter_app.errors import SetupError

LOG_FILE = "counter.log"
MASK = "•••"
_FILE_BYTES = 1_000_000
_OLD_FILES = 5
_PERSONAL_NUMBER = re.compile(r"(?<!\d)(?:\d{9,}|\d{3,4}(?:[ .]\d{3,4}){2,3})(?!\d)")
"""Nine digits (an old identity card) or more (an ID, a phone), also in groups of three or four."""


class MaskingFormatter(logging.Formatter):
    """Masks personal numbers in the whole of what is written: message, arguments and the errors' own words.

    A filter would see the message only, and a traceback quotes what it failed on.
    """

    def format(self, record: logging.LogRecord) -> str:
        """Write the record as text without personal numbers."""
        return _PERSONAL_NUMBER.sub(MASK, super().format(record))


def start_log(folder: Path) -> logging.Handler:
    """Write what is logged from now on to a file in ``folder``, old files thrown away; raises SetupError.

    The handler is the caller's to close.
    """
    path = folder / LOG_FILE
    try:
        handler = RotatingFileHandler(path, maxBytes=_FILE_BYTES, backupCount=_OLD_FILES, encoding="utf-8")
    except OSError as error:
        raise SetupError(path, "not_writable") from error
    handler.setFormatter(MaskingFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    return handler
