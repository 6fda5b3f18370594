"""Reads lines of Vietnamese letter by letter: AsterOCR's net (MIT), run by ONNX Runtime on one thread."""

import json
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from unicodedata import normalize

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from scanning.frames import Pixels
from scanning.opencv import cv2
from scanning.text_strip import StripWord

_HEIGHT = 32  # px; the net knows one height of line
_STEP = 4  # px of a strip that each answer of the net stands for
_WIDEST = 24  # times its height; the net fails on strips over 32 times as wide as high
_NARROWEST = 32  # px
_HALF_LETTER = 0.2  # of a strip's height: from a letter's middle to its edge

_Shares = NDArray[np.float32]


class LineReader:
    """Hold the net, some 45 MB of weights: make one and keep it. Not for several threads at once."""

    def __init__(self) -> None:
        folder = _weights()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        self._net = onnxruntime.InferenceSession(
            str(folder / "asternet.onnx"), options, providers=["CPUExecutionProvider"]
        )
        self._letters: list[str] = json.loads((folder / "vocab.json").read_text(encoding="utf-8"))["chars"]

    def read(self, strip: Pixels) -> tuple[StripWord, ...]:
        """Read a gray strip with one line on it, in pieces where it is too long for the net."""
        pieces = _pieces(strip)
        return tuple(word for left, right in pieces for word in self._words(strip[:, left:right], left))

    def _words(self, piece: Pixels, left: int) -> Iterator[StripWord]:
        """Read one piece, and part what was read at its blanks."""
        (answers,) = self._net.run(None, {"images": _prepared(piece)})
        shares = np.exp(np.asarray(answers, np.float32)[:, 0, :])
        half = piece.shape[0] * _HALF_LETTER
        word: list[tuple[str, float, float]] = []
        for letter, place, sure in (*self._spelled(shares), (" ", 1.0, 1.0)):
            if letter != " ":
                word.append((letter, left + place * piece.shape[1], sure))
            elif word:
                text = normalize("NFC", "".join(letter for letter, _, _ in word))
                mean = sum(sure for _, _, sure in word) / len(word)
                yield StripWord(text, word[0][1] - half, word[-1][1] + half, mean)
                word = []

    def _spelled(self, shares: _Shares) -> Iterator[tuple[str, float, float]]:
        """Take the likeliest letter of each step, and steps that go on with the same letter as one."""
        best = shares.argmax(axis=1)
        starts = np.flatnonzero(np.diff(best, prepend=-1))
        ends = np.append(starts[1:], len(best))
        for start, end in zip(starts, ends, strict=True):
            if best[start] != 0:  # 0 stands for nothing new
                sure = float(shares[start:end, best[start]].max())
                yield self._letters[best[start]], float(start + end) / 2 / len(best), sure


def _pieces(strip: Pixels) -> list[tuple[int, int]]:
    """Part a long strip between words, into pieces of about the same length."""
    height, width = strip.shape
    count = -(-width // (_WIDEST * height))
    darkest = np.asarray(255.0 - strip.min(axis=0))
    blank = np.convolve(darkest, np.ones(height // 5 + 1) / (height // 5 + 1), mode="same")
    cuts = [_blank_near(blank, width * number // count, height) for number in range(1, count)]
    return list(zip([0, *cuts], [*cuts, width], strict=True))


def _blank_near(blank: NDArray[np.float64], middle: int, height: int) -> int:
    """Give the emptiest column within two and a half heights, the nearer the better."""
    columns = np.arange(middle - 5 * height // 2, middle + 5 * height // 2)
    return int(columns[(blank[columns] + np.abs(columns - middle) * 4 / height).argmin()])


def _prepared(piece: Pixels) -> _Shares:
    height, width = piece.shape
    wide = max(_NARROWEST, round(width * _HEIGHT / height / _STEP) * _STEP)
    way = cv2.INTER_AREA if height > _HEIGHT else cv2.INTER_CUBIC
    small = np.asarray(cv2.resize(piece, (wide, _HEIGHT), interpolation=way), np.float32)
    return np.ascontiguousarray(np.broadcast_to(small / 127.5 - 1, (1, 3, _HEIGHT, wide)))


def _weights() -> Path:
    """Find the net in the installed wheel without running the wheel's own code."""
    found = find_spec("asterocr")
    if found is None or found.origin is None:
        raise ModuleNotFoundError(name="asterocr")
    return Path(found.origin).parent / "assets"
