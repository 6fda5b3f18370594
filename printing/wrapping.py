"""Text measured and broken into lines."""

import unicodedata

from reportlab.pdfbase import pdfmetrics

_UNKNOWN = "?"


def text_width(text: str, face: str, size: float) -> float:
    """Measure a line of text in points."""
    return float(pdfmetrics.stringWidth(text, face, size))


def printable(text: str, face: str) -> str:
    """Compose the letters, flatten white space, and show "?" for a letter the face lacks.

    A letter without a picture would vanish from the paper without a trace.
    """
    known = pdfmetrics.getFont(face).face.charToGlyph
    flat = " ".join(unicodedata.normalize("NFC", text).split(" "))
    letters = (" " if letter.isspace() and letter != "\u00a0" else letter for letter in flat)
    return "".join(letter if ord(letter) in known else _UNKNOWN for letter in letters).strip()


def wrap(text: str, face: str, size: float, *, width: float, indent: float = 0) -> list[str]:
    """Break text into lines no wider than `width` points; the first starts `indent` further in.

    A word wider than a line is cut between letters. Empty text is one empty line.
    """
    lines = [""]
    for word in _words(printable(text, face), face, size, width=width):
        room = width - (indent if len(lines) == 1 else 0)
        longer = f"{lines[-1]} {word}".strip()
        if text_width(longer, face, size) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def wrap_evenly(text: str, face: str, size: float, *, width: float) -> list[str]:
    """Break text into as few lines as `wrap` does, but of lengths as even as its words allow."""
    lines = wrap(text, face, size, width=width)
    narrower = width
    while len(lines) > 1:
        narrower *= 0.97
        tried = wrap(text, face, size, width=narrower)
        if len(tried) > len(lines) or _longest_word(text, face, size) > narrower:
            break
        lines = tried
    return lines


def _longest_word(text: str, face: str, size: float) -> float:
    return max(text_width(word, face, size) for word in printable(text, face).split(" "))


def _words(text: str, face: str, size: float, *, width: float) -> list[str]:
    words = []
    for word in text.split(" "):
        rest = word
        while text_width(rest, face, size) > width:
            fitting = _letters_that_fit(rest, face, size, width=width)
            words.append(rest[:fitting])
            rest = rest[fitting:]
        words.append(rest)
    return words


def _letters_that_fit(word: str, face: str, size: float, *, width: float) -> int:
    count = 1
    while count < len(word) and text_width(word[: count + 1], face, size) <= width:
        count += 1
    return count


def fitting_size(text: str, face: str, *, width: float, largest: float) -> float:
    """Choose the largest type size at which a line of text is no wider than `width` points."""
    needed = text_width(text, face, largest)
    return largest if needed <= width else largest * width / needed
