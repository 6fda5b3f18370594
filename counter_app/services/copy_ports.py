"""What is known of copies of a desk, and what can be wrong with one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from counter_app.errors import Outage, Refusal


class DeskInUse(Outage):
    """Another program has this desk open, and what was asked for wants it alone; ``path`` is its folder."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class NotACopy(Refusal):
    """The folder holds no copy of a desk that this program can read."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class CopyDamaged(Refusal):
    """A file of the copy is missing, damaged or was altered; ``path`` names the first one."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class CopyLocked(Refusal):
    """The copy was made under a key that is not here, and no passphrase opens it."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class AnotherDesk(Refusal):
    """Where a copy was to be put back another desk lives; ``path`` is its folder."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


@dataclass(frozen=True, slots=True)
class SafeCopy:
    """A copy of a whole desk: where it lies, of which moment it is, and what it holds."""

    folder: Path
    made_at: datetime
    shape: int
    papers: int
    size: int


class WrongPassphrase(Refusal):
    """These words do not open the desk's key."""


class PassphraseTooShort(Refusal):
    """The passphrase has fewer signs than what guards a whole desk needs."""


class NoPassphrase(Refusal):
    """A passphrase is wanted first, for what leaves this machine opens by it alone."""
