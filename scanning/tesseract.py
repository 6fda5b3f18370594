"""Reads lines with Tesseract and its Vietnamese data, which ship with the program."""

from collections.abc import Iterator
from pathlib import Path
from unicodedata import normalize

import tesserocr
from PIL import Image

from scanning.frames import Pixels
from scanning.opencv import cv2
from scanning.text_strip import StripWord

_DATA = Path(__file__).parent / "data" / "tessdata"
_WORD = tesserocr.RIL.WORD
_DPI = 200
_MARGIN = 10  # px of paper around a strip, without which first and last letters suffer


class Tesseract:
    """Hold one open reader: make one and keep it. Not for several threads at once."""

    def __init__(self) -> None:
        self._api = tesserocr.PyTessBaseAPI(
            path=str(_DATA), lang="vie", psm=tesserocr.PSM.SINGLE_LINE, oem=tesserocr.OEM.LSTM_ONLY
        )

    def read(self, strip: Pixels) -> tuple[StripWord, ...]:
        """Read a gray strip with one line on it at 200 dpi."""
        framed = cv2.copyMakeBorder(
            strip, _MARGIN, _MARGIN, _MARGIN, _MARGIN, cv2.BORDER_CONSTANT, value=(255,)
        )
        self._api.SetImage(Image.fromarray(framed))
        self._api.SetSourceResolution(_DPI)
        self._api.Recognize()
        return tuple(self._words())

    def close(self) -> None:
        """Give the memory back."""
        self._api.End()

    def _words(self) -> Iterator[StripWord]:
        found = self._api.GetIterator()
        for word in tesserocr.iterate_level(found, _WORD) if found else ():
            box = None if word.Empty(_WORD) else word.BoundingBox(_WORD)
            text = normalize("NFC", word.GetUTF8Text(_WORD).strip()) if box else ""
            if box and text:
                yield StripWord(text, box[0] - _MARGIN, box[2] - _MARGIN, word.Confidence(_WORD) / 100)
