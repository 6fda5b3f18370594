"""The last few things that were made, so that what is looked at twice is not made twice."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from contextlib import suppress
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Made = TypeVar("Made")

_MOST = 6
"""Pages of A4 at 200 dpi, straight and clean: some 130 MB."""


class Lately(Generic[Key, Made]):
    """Remembers the last things made, by what they were made of; two threads may ask and tell."""

    def __init__(self, most: int = _MOST) -> None:
        self._made: OrderedDict[Key, Made] = OrderedDict()
        self._most = most

    def recall(self, key: Key) -> Made | None:
        """Give what was made of this, or None where that is too long ago."""
        return self._made.get(key)

    def remember(self, key: Key, made: Made) -> None:
        """Keep what was made, and let the oldest go."""
        self._made[key] = made
        while len(self._made) > self._most:
            with suppress(KeyError):  # another thread has let it go
                self._made.popitem(last=False)

    def forget(self) -> None:
        """Keep nothing."""
        self._made.clear()
