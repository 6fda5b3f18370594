"""Text measured and broken into lines."""

import unicodedata
from functools import cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFontFace

_UNKNOWN = "?"
_UNITS = 1000
"""To the size of type, in which a face tells its letters' widths."""
_NARROWER = 0.97


def text_width(text: str, face: str, size: float) -> float:
    """Measure a line of text in points."""
    widths = _letter_widths(pdfmetrics.getFont(face).face)
    return float(sum(map(widths.__getitem__, text)) * size / _UNITS)


class _LetterWidths(dict[str, float]):
    """Widths by letter, asked of the face once for each: half of all drawing is measuring."""

    def __init__(self, face: TTFontFace) -> None:
        super().__init__()
        self._known, self._usual = face.charWidths, face.defaultWidth

    def __missing__(self, letter: str) -> float:
        self[letter] = width = float(self._known.get(ord(letter), self._usual))
        return width


@cache
def _letter_widths(face: TTFontFace) -> _LetterWidths:
    return _LetterWidths(face)


def printable(text: str, face: str) -> str:
    """Compose the letters, flatten white space, and show "?" for a letter the face lacks.

    A letter without a picture would vanish from the paper without a trace.
    """
    known = pdfmetrics.getFont(face).face.charToGlyph
    shown = unicodedata.normalize("NFC", text)
    for letter in set(shown):
        if letter.isspace() and letter != "\u00a0":
            shown = shown.replace(letter, " ")
        elif ord(letter) not in known:
            shown = shown.replace(letter, _UNKNOWN)
    return shown.strip()


def wrap(text: str, face: str, size: float, *, width: float, indent: float = 0) -> list[str]:
    """Break text into lines no wider than `width` points; the first starts `indent` further in.

    A word wider than a line is cut between letters. Empty text is one empty line.
    """
    words = _measured(text, face, size, width=width)
    return _broken(words, text_width(" ", face, size), width=width, indent=indent)


def wrap_evenly(text: str, face: str, size: float, *, width: float) -> list[str]:
    """Break text into as few lines as `wrap` does, but of lengths as even as its words allow."""
    words, space = _measured(text, face, size, width=width), text_width(" ", face, size)
    longest = max(measure for _, measure in words)
    lines = _broken(words, space, width=width)
    narrower = width * _NARROWER
    while len(lines) > 1 and longest <= narrower:
        tried = _broken(words, space, width=narrower)
        if len(tried) > len(lines):
            break
        lines = tried
        narrower *= _NARROWER
    return lines


def _broken(words: list[tuple[str, float]], space: float, *, width: float, indent: float = 0) -> list[str]:
    """Fill lines with measured words, one after the other."""
    lines, used = [""], -space
    for word, measure in words:
        room = width - (indent if len(lines) == 1 else 0)
        if used + space + measure <= room:
            lines[-1] = f"{lines[-1]} {word}".strip()
            used += space + measure
        else:
            lines.append(word)
            used = measure
    return lines


def _measured(text: str, face: str, size: float, *, width: float) -> list[tuple[str, float]]:
    """Give the words of a text with their widths; one that no line holds is cut between letters."""
    measured = []
    for word in printable(text, face).split(" "):
        rest, measure = word, text_width(word, face, size)
        while measure > width:
            fitting = _letters_that_fit(rest, face, size, width=width)
            measured.append((rest[:fitting], text_width(rest[:fitting], face, size)))
            rest = rest[fitting:]
            measure = text_width(rest, face, size)
        measured.append((rest, measure))
    return measured


def _letters_that_fit(word: str, face: str, size: float, *, width: float) -> int:
    count = 1
    while count < len(word) and text_width(word[: count + 1], face, size) <= width:
        count += 1
    return count


def fitting_size(text: str, face: str, *, width: float, largest: float) -> float:
    """Choose the largest type size at which a line of text is no wider than `width` points."""
    needed = text_width(text, face, largest)
    return largest if needed <= width else largest * width / needed
