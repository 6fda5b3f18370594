"""Looks that a person has approved: each page of each sample as a thumbnail of black and white dots.

``python tests/crafts/printing/approved.py`` draws every paper anew and writes ``approved.json``; whoever runs
it has looked at the papers first (``make pictures``).
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

import cv2
import numpy as np

sys.path.insert(0, str(Path(__file__).parents[2]))

from numpy.typing import NDArray

from printing.__main__ import PAPERS, main
from printing.preview import page_count, page_picture

APPROVED = Path(__file__).with_name("approved.json")
_DOTS_A_ROW = 40
_INKED = 0.06
"""The share of a dot's square that must be inked for it to be black: a line of type, not a dotted leader."""


def sample(paper: str) -> bytes:
    """Draw the sample of a paper as the command line does, without the training mark."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "sample.pdf"
        assert main(["sample", paper, "--real", "--out", str(out)]) == 0
        return out.read_bytes()


def looks(pdf: bytes) -> list[NDArray[np.bool_]]:
    """Take the thumbnail of each page."""
    return [_look(pdf, page) for page in range(page_count(pdf))]


def difference(one: NDArray[np.bool_], other: NDArray[np.bool_]) -> float:
    """Give the share of dots in which two thumbnails differ; 1 for pages of different shapes."""
    return float((one != other).mean()) if one.shape == other.shape else 1.0


def written(look: NDArray[np.bool_]) -> list[str]:
    """Write a thumbnail row by row in hexadecimal."""
    return [np.packbits(row).tobytes().hex() for row in look]


def read(rows: list[str]) -> NDArray[np.bool_]:
    """Read a thumbnail."""
    bits = [np.unpackbits(np.frombuffer(bytes.fromhex(row), np.uint8)) for row in rows]
    return np.array(bits, dtype=np.bool_)[:, :_DOTS_A_ROW]


def _look(pdf: bytes, page: int) -> NDArray[np.bool_]:
    picture = page_picture(pdf, page, dpi=72)
    pixels = np.frombuffer(picture.rgb, np.uint8).reshape(picture.height, picture.width, 3)
    ink = (255 - pixels.min(axis=2)).astype(np.float32) / 255
    rows = round(_DOTS_A_ROW * picture.height / picture.width)
    small: NDArray[np.bool_] = cv2.resize(ink, (_DOTS_A_ROW, rows), interpolation=cv2.INTER_AREA) > _INKED
    return small


def approve() -> None:
    """Write the looks of every paper as they are drawn now."""
    kept = {paper: [written(look) for look in looks(sample(paper))] for paper in PAPERS}
    APPROVED.write_text(json.dumps(kept, indent=0) + "\n", encoding="ascii")


if __name__ == "__main__":
    approve()
