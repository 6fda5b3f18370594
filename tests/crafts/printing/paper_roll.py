"""The roll in a thermal printer: what the bytes it was sent put on paper."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pytest
from numpy.typing import NDArray

RASTER, CUT, FEED, INIT = b"\x1dv0", b"\x1dV", b"\x1bd", b"\x1b@"


@dataclass
class PaperRoll:
    """What a printer makes of the bytes it was sent: its dots, 1 for black, piece after piece cut off."""

    pieces: list[NDArray[np.uint8]]

    @classmethod
    def of(cls, sent: bytes) -> PaperRoll:
        """Follow the printer's commands; any other than these is a fault."""
        pieces, rows, at = [], [], 0
        while at < len(sent):
            if sent.startswith(INIT, at):
                at += 2
            elif sent.startswith(RASTER, at):
                wide = int.from_bytes(sent[at + 4 : at + 6], "little")
                high = int.from_bytes(sent[at + 6 : at + 8], "little")
                dots = np.frombuffer(sent[at + 8 : at + 8 + wide * high], np.uint8).reshape(high, wide)
                rows.append(np.unpackbits(dots, axis=1))
                at += 8 + wide * high
            elif sent.startswith(FEED, at):
                at += 3
            elif sent.startswith(CUT, at):
                pieces.append(np.concatenate(rows))
                rows = []
                at += 3
            else:
                pytest.fail(f"no command at {at}: {sent[at : at + 4]!r}")
        assert rows == [], "the last piece was not cut off"
        return cls(pieces)
