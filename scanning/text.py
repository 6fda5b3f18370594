"""Reads the text of a straightened page: every line quickly, what is in doubt again with a slower reader."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

import numpy as np

from scanning.frames import Frame, Pixels
from scanning.line_boxes import find_lines
from scanning.line_doubt import Stretch, doubtful
from scanning.line_reader import LineReader
from scanning.opencv import cv2
from scanning.page_text import Box, Line, PageText, Word
from scanning.tesseract import Tesseract
from scanning.text_ink import ink_of
from scanning.text_strip import Strip, StripWord
from scanning.word_choice import choose_words, likely

_DPI = 200  # what lines are found and read at
_LONGEST = 4700  # px; A3 at 200 dpi and some more: a larger page is read smaller
_SMALLEST = 16  # px: no line of writing is lower or narrower
_MOST_INK = 0.18  # of a page: what has more is no page of writing
_MOST_LINES = 300
_MOST_SLOW = 220.0  # what the slow reader reads of one page at the most, in heights of a line


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
        if min(pixels.shape[:2]) < _SMALLEST:
            return
        ink = ink_of(Frame(pixels), dpi=_DPI)
        if ink.mask.mean() > _MOST_INK * 255:
            return
        lines, owners = find_lines(ink.mask, dpi=_DPI)
        patience = _MOST_SLOW
        for line in lines[:_MOST_LINES]:
            if should_stop():
                return
            strip = Strip.cut(ink.gray, owners, line)
            words = self._quickly(strip)
            for stretch in doubtful(words, strip) if patience > 0 else ():
                patience -= (stretch.right - stretch.left) / line.tall
                words = self._again(words, stretch, strip)
            if written := likely(words):
                yield strip.place(written)

    def _quickly(self, strip: Strip) -> Sequence[StripWord]:
        self._quick = self._quick or Tesseract()
        return self._quick.read(strip.gray)

    def _again(self, words: Sequence[StripWord], stretch: Stretch, strip: Strip) -> Sequence[StripWord]:
        """Read a stretch of a line with the slow reader, and choose there."""
        self._slow = self._slow or LineReader()
        slow = [
            replace(word, start=word.start + stretch.left, end=word.end + stretch.left)
            for word in self._slow.read(strip.gray[:, stretch.left : stretch.right])
        ]
        here = [word for word in words if stretch.holds(word)]
        chosen = choose_words(here, [word for word in slow if stretch.holds(word)])
        return sorted([*(word for word in words if word not in here), *chosen], key=lambda word: word.start)


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
