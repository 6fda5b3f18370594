"""What can go wrong at a desk, sorted by who can mend it.

Errors carry facts, never sentences and never personal data; the window and the command line find words.
"""

from pathlib import Path


class CounterError(Exception):
    """Everything the program foresees; anything else is a bug."""


class Refusal(CounterError):  # noqa: N818 - the rules say no, which is not a fault
    """The rules say no; the official can mend it."""


class Outage(CounterError):  # noqa: N818 - a state of the world, not a fault
    """Something is away now; later may work."""


class SetupError(CounterError):
    """The program cannot start or go on with this file, key or folder; ``line`` is 0 where none is known."""

    def __init__(self, path: Path, problem: str, *, key: str = "", nearest: str = "", line: int = 0) -> None:
        super().__init__(path, problem, key, nearest, line)
        self.path = path
        self.problem = problem
        self.key = key
        self.nearest = nearest
        self.line = line


class DiskFull(Outage):
    """The disk took no more bytes; what was asked for did not happen."""


class NotFound(Refusal):
    """Nothing is kept under the name that was asked for."""


class NoReason(Refusal):
    """What is done against the usual course needs a reason, which is kept."""
