"""A dossier that was voided: its number stays in the register, and its papers are worth nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Void:
    """When, by whom and why the dossier ``subject`` was voided.

    ``prints`` counts the papers of it that had come out by then and are to be destroyed; ``reopened_as`` is
    the draft that it became again, empty where it did not.
    """

    subject: str
    code: str
    at: datetime
    official_sign: str
    reason: str
    prints: int = 0
    reopened_as: str = ""
