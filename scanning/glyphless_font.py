"""A TrueType font whose letters are empty boxes: text set in it is found and copied, and never seen."""

import struct
from collections.abc import Sequence

UNITS = 1000  # of the em square
ADVANCE = 500  # of every letter
ASCENT, DESCENT = 800, -200  # together the em, so that a word set as high as its box fills it
BLANK_GLYPH = 1  # glyph 0 stands for letters that are missing, which PDF/A does not let text use
_GLYPHS = 2
_MAGIC = 0x5F0F3CF5
_WHOLE_FILE = 0xB1B0AFBA
_DRAWN_ON = 0xE0000000  # seconds since 1904: readers find fault with fonts from before computers


def glyphless_font() -> bytes:
    """Write the font: a missing and a blank glyph, and the six tables that an embedded CID font needs."""
    blank = _blank()
    tables = {
        b"glyf": blank,
        b"head": _head(0),
        b"hhea": struct.pack(
            ">IhhhHhhhhhhhhhhhH", 0x10000, ASCENT, DESCENT, 0, ADVANCE, 0, 0, ADVANCE, 1, *[0] * 7, _GLYPHS
        ),
        b"hmtx": struct.pack(">Hh", ADVANCE, 0) * _GLYPHS,
        b"loca": struct.pack(">3H", 0, 0, len(blank) // 2),
        b"maxp": struct.pack(">IH13H", 0x10000, _GLYPHS, 2, 1, 0, 0, 1, *[0] * 8),
    }
    font = _assembled(tables)
    tables[b"head"] = _head(_WHOLE_FILE - _checksum(font) & 0xFFFFFFFF)
    return _assembled(tables)


def _blank() -> bytes:
    """Write a glyph of one line that encloses nothing, from corner to corner: readers mark its whole box."""
    box = (0, DESCENT, ADVANCE, ASCENT)
    both_on_the_line = b"\x01\x01"
    return (
        struct.pack(">hhhhhHH", 1, *box, 1, 0)
        + both_on_the_line
        + struct.pack(">hhhh", 0, ADVANCE, DESCENT, ASCENT - DESCENT)
    )


def _head(adjustment: int) -> bytes:
    box = (0, DESCENT, ADVANCE, ASCENT)
    return struct.pack(
        ">IIIIHHqqhhhhHHhhh",
        0x10000,
        0x10000,
        adjustment,
        _MAGIC,
        0,
        UNITS,
        _DRAWN_ON,
        _DRAWN_ON,
        *box,
        0,
        8,
        2,
        0,
        0,
    )


def _assembled(tables: dict[bytes, bytes]) -> bytes:
    """Put the tables behind their directory; the checksum of `head` counts without its adjustment."""
    place = 12 + 16 * len(tables)
    directory, bodies = [struct.pack(">IHHHH", 0x10000, len(tables), 64, 2, 16 * len(tables) - 64)], []
    for tag, body in sorted(tables.items()):
        summed = _head(0) if tag == b"head" else body
        directory.append(struct.pack(">4sIII", tag, _checksum(summed), place, len(body)))
        bodies.append(_padded(body))
        place += len(bodies[-1])
    return b"".join(directory + bodies)


def _checksum(table: bytes) -> int:
    words: Sequence[int] = struct.unpack(f">{len(_padded(table)) // 4}I", _padded(table))
    return sum(words) & 0xFFFFFFFF


def _padded(table: bytes) -> bytes:
    return table + bytes(-len(table) % 4)
