"""Papers on their way: a bound document goes up in chunks, and only whole and right is it kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from counter_app.wire.limits import Hash, Many, Range

CHUNK = 256 * 1024
"""Each chunk begins at a multiple of this and is this long; only the last one is shorter."""
MOST_BYTES = 200 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Stretch:
    """Bytes of a paper, from ``start`` up to but without ``end``."""

    start: Annotated[int, Range(0, MOST_BYTES)]
    end: Annotated[int, Range(0, MOST_BYTES)]


@dataclass(frozen=True, slots=True)
class PaperState:
    """What the hub has of a paper; ``size`` is 0 while nothing of it has come."""

    sha256: Hash
    size: Annotated[int, Range(0, MOST_BYTES)]
    have: Annotated[tuple[Stretch, ...], Many(1_000)]
    complete: bool
