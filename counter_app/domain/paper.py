"""Papers a citizen hands in, as they lie sealed on the disk."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class PaperSource(StrEnum):
    """Which way the pages came."""

    CAMERA = "camera"
    FILE = "file"
    FOLDER = "folder"


@dataclass(frozen=True, slots=True)
class Paper:
    """One required paper as digitised: a PDF/A of ``pages`` pages and ``size`` bytes named by its sha-256.

    ``slot`` is the required paper of the procedure which it answers. ``complaints`` are the codes of what
    the picture was found wanting in, and the official accepted.
    """

    paper_id: str
    slot: str
    name: str
    pages: int
    size: int
    sha256: str
    source: PaperSource
    taken_at: datetime
    complaints: tuple[str, ...] = ()
