"""The hub's log: one JSON object a line, of what was asked and how it went, never of whom."""

from __future__ import annotations

import json
import logging
import re
import sys
import traceback
from datetime import UTC, datetime
from typing import TextIO

LOGGER = "counter_app.hub"
_MASK = "•••"
_PERSONAL_NUMBER = re.compile(r"(?<!\d)\d{9,12}(?!\d)")
_FIELDS = "facts"


class JsonLines(logging.Formatter):
    """Writes a record as JSON; of an error the places it went through, for its words may quote data."""

    def format(self, record: logging.LogRecord) -> str:
        """Write one line."""
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line: dict[str, object] = {"at": at, "level": record.levelname, "what": record.getMessage()}
        line |= getattr(record, _FIELDS, {})
        if record.exc_info and record.exc_info[0]:
            frames = traceback.extract_tb(record.exc_info[2])
            line["error"] = record.exc_info[0].__name__
            line["places"] = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
        return _PERSONAL_NUMBER.sub(_MASK, json.dumps(line, ensure_ascii=False))


def start_log(stream: TextIO | None = None) -> logging.Handler:
    """Write what is logged from now on, to standard error where nothing else is named."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(JsonLines())
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    for chatty in ("httpx", "alembic"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    return handler


def log(what: str, **facts: object) -> None:
    """Log that something happened, with facts that name no citizen."""
    logging.getLogger(LOGGER).info(what, extra={_FIELDS: facts})
