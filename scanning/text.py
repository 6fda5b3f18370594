"""Reads the text of a straightened page: every line quickly, unsure ones again with a slower reader."""

from collections.abc import Callable, Iterable, Iterator, Sequence

import numpy as np

from scanning.frames import Frame, Pixels
from scanning.line_boxes import find_lines
from scanning.line_reader import LineReader
from scanning.opencv import cv2
from scanning.page_text import Box, Line, PageText, Word
from scanning.tesseract import Tesseract
from scanning.text_ink import ink_of
from scanning.text_strip import Strip, StripWord
from scanning.word_choice import choose_words, likely

_DPI = 200  # what lines are found and read at
_LONGEST = 4700  # px; A3 at 200 dpi and some more: a larger page is read smaller
_SURE = 0.8  # lines of which the quick reader is surer, word for word, are left to it


class TextReader:
    """Hold both readers, some 200 MB once a page was read; keep one in a worker, it opens them when asked.

    Not for several threads at once. A page of type takes about a second of one core.
    """

    def __init__(self) -> None:
        self._quick: Tesseract | None = None
        self._slow: LineReader | None = None

    def read(
        self, page: Frame, *, dpi: float = _DPI, should_stop: Callable[[], bool] = lambda: False
    ) -> PageText:
        """Read an upright page as it was photographed, straightened; cleaned pages are read worse.

        ``dpi`` is the page's own resolution; boxes are in its pixels. Asked to stop, it gives what it has.
        """
        scale = min(_DPI / dpi, _LONGEST / max(page.width, page.height))
        return _scaled(self._read(_resized(page, scale), should_stop), page, scale)

    def close(self) -> None:
        """Give both readers' memory back; the next page opens them again."""
        if self._quick:
            self._quick.close()
        self._quick = self._slow = None

    def _read(self, pixels: Pixels, should_stop: Callable[[], bool]) -> Iterator[Line]:
        ink = ink_of(Frame(pixels), dpi=_DPI)
        lines, owners = find_lines(ink.mask, dpi=_DPI)
        for line in lines:
            if should_stop():
                return
            strip = Strip.cut(ink.gray, owners, line)
            words = likely(self._words(strip.gray))
            if words:
                yield strip.place(words)

    def _words(self, strip: Pixels) -> Sequence[StripWord]:
        self._quick = self._quick or Tesseract()
        words = self._quick.read(strip)
        if words and min(word.sure for word in words) >= _SURE:
            return words
        self._slow = self._slow or LineReader()
        return choose_words(words, self._slow.read(strip))


def _resized(page: Frame, scale: float) -> Pixels:
    size = (max(1, round(page.width * scale)), max(1, round(page.height * scale)))
    if size == (page.width, page.height):
        return page.pixels
    way = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(page.pixels, size, interpolation=way), np.uint8)


def _scaled(lines: Iterable[Line], page: Frame, scale: float) -> PageText:
    """Bring lines back to the size of the page they were read on."""
    return PageText(tuple(_enlarged(line, 1 / scale) for line in lines), page.width, page.height)


def _enlarged(line: Line, by: float) -> Line:
    return Line(
        tuple(Word(word.text, Box(*(side * by for side in word.box)), word.sure) for word in line.words)
    )
