"""The words of a page as invisible text over its picture: found, marked and copied where they stand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from scanning.glyphless_font import ADVANCE, ASCENT, BLANK_GLYPH, DESCENT, UNITS, glyphless_font
from scanning.page_text import Line, PageText, Word
from scanning.xmp import plain

FONT = Name("/Words")
_MOST_IN_A_BLOCK = 100  # lines that one block of a character map may have


class Alphabet:
    """Number the letters that the words of a document use, from 1 on, as they come."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    @property
    def letters(self) -> tuple[str, ...]:
        """Give the letters in the order of their numbers."""
        return tuple(self._numbers)

    def codes(self, text: str) -> str:
        """Write a text in two-byte codes, hexadecimal as content streams take it."""
        numbers = (self._numbers.setdefault(letter, len(self._numbers) + 1) for letter in text)
        return "".join(f"{number:04x}" for number in numbers)


def words_font(pdf: pikepdf.Pdf, alphabet: Alphabet) -> Dictionary:
    """Give the font of all words of a document: a composite font over one blank glyph."""
    name = Name("/GlyphlessFont")
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=name,
        Flags=5,  # of one width, with letters of its own
        FontBBox=Array([0, DESCENT, ADVANCE, ASCENT]),
        ItalicAngle=0,
        Ascent=ASCENT,
        Descent=DESCENT,
        CapHeight=ASCENT,
        StemV=80,
        FontFile2=pdf.make_stream(glyphless_font(), Length1=len(glyphless_font())),
    )
    glyphs = bytes(2) + BLANK_GLYPH.to_bytes(2, "big") * len(alphabet.letters)
    inner = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=name,
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
        FontDescriptor=pdf.make_indirect(descriptor),
        DW=ADVANCE,
        CIDToGIDMap=pdf.make_stream(glyphs),
    )
    return Dictionary(
        Type=Name.Font,
        Subtype=Name.Type0,
        BaseFont=name,
        Encoding=Name("/Identity-H"),
        DescendantFonts=Array([pdf.make_indirect(inner)]),
        ToUnicode=pdf.make_stream(_letters_of_codes(alphabet)),
    )


def _letters_of_codes(alphabet: Alphabet) -> bytes:
    """Write the character map that leads from codes back to letters."""
    pairs = [
        f"<{number:04x}> <{letter.encode('utf-16-be').hex()}>"
        for number, letter in enumerate(alphabet.letters, start=1)
    ]
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        "1 begincodespacerange <0000> <ffff> endcodespacerange",
    ]
    for begin in range(0, len(pairs), _MOST_IN_A_BLOCK):
        block = pairs[begin : begin + _MOST_IN_A_BLOCK]
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines.append("endcmap CMapName currentdict /CMap defineresource pop end end")
    return "\n".join(lines).encode("ascii")


def words_content(text: PageText, alphabet: Alphabet, *, size: tuple[float, float]) -> str:
    """Write the words of a page of ``size`` points as the operators of a content stream."""
    across, up = size[0] / text.width, size[1] / text.height
    setting = _Setting(alphabet, across, up, size[1])
    lines = [operator for line in text.lines for operator in setting.line(line)]
    return "\n".join(["BT", "3 Tr", *lines, "ET"])


@dataclass(frozen=True, slots=True)
class _Setting:
    """Turn boxes in pixels into places in points: ``across`` and ``up`` are points a pixel."""

    alphabet: Alphabet
    across: float
    up: float
    height: float

    def line(self, line: Line) -> Iterator[str]:
        """Set a line as high as its tallest word, so that readers see one line; blanks fill the gaps."""
        box = line.box
        size = max(1.0, (box.bottom - box.top) * self.up)
        base = self.height - box.bottom * self.up - DESCENT / UNITS * size
        yield f"{FONT} {size:.2f} Tf"
        for left, right, text in _pieces(line.words):
            width = len(text) * ADVANCE / UNITS * size
            stretch = max(0.1, (right - left) * self.across / width * 100)
            yield f"{stretch:.2f} Tz 1 0 0 1 {left * self.across:.2f} {base:.2f} Tm"
            yield f"<{self.alphabet.codes(text)}> Tj"


def _pieces(words: Sequence[Word]) -> Iterator[tuple[float, float, str]]:
    """Give each word with where it begins and ends, and the blank between it and the next one."""
    letters = [(word.box, plain(word.text)) for word in words]
    told = [(box, text) for box, text in letters if text]
    for place, (box, text) in enumerate(told):
        yield box.left, box.right, text
        if place + 1 < len(told):
            following = told[place + 1][0].left
            yield box.right, max(following, box.right + 1), " "
