"""A scan's text made clean: what its way to the desk has added or changed is undone where that is certain."""

from __future__ import annotations

import re
import unicodedata

OTHER_BARS = "~}>¦"
"""What Shift and backslash give where keyboard and scanner disagree about the country."""

MOST_LETTERS = 2_000
"""Far more than any card says; what is longer has been cut, and half a card is none."""

_AROUND = " \t\r\n\ufeff\0"
_READERS_MARK = re.compile(r"^\][A-Za-z][0-9A-Za-z]")
_LABEL = re.compile(r"^(?:\s*(?:cccd|căn cước|can cuoc)\s*[:=]\s*)+", re.IGNORECASE)
_OTHER_BAR = re.compile(rf"^(\d{{12}})([{OTHER_BARS}])")
_CODE_PAGES = ("cp1252", "cp1258", "cp437", "cp850", "gb18030")
_MARKS = "\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323"
_BASES = "AEIOUYaeiouy"
_SIGNS = "ÂÊÔĂƠƯĐâêôăơưđ–—‘’“”"
_MOJIBAKE = re.compile("[ÃÄÆ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|á[º»]")
_SPOILT = re.compile(r"[?\ufffd\d]")


def tidied(payload: str) -> str:
    """Give the text in NFC without what readers add around it, with plain digits and the usual bars."""
    text = unicodedata.normalize("NFC", unwrapped(payload))
    bar = _OTHER_BAR.match(text)
    return text.replace(bar.group(2), "|") if bar else text


def unwrapped(payload: str) -> str:
    """Give the text itself, read by the right code page, its letters composed or not as they came."""
    text = _LABEL.sub("", _READERS_MARK.sub("", read_once(without_noise(payload))))
    return "".join(_ascii_digit(letter) for letter in text)


def without_noise(payload: str) -> str:
    """Drop what carries no letter: byte order marks, zeros, line ends."""
    return payload[:MOST_LETTERS].replace("\ufeff", "").replace("\0", "").strip(_AROUND)


def read_once(text: str) -> str:
    """Undo UTF-8 that was read by another code page, where exactly one reading of it is Vietnamese."""
    if is_vietnamese(text):
        return text
    readings = {_read_by(page, text) for page in _CODE_PAGES}
    vietnamese = {reading for reading in readings if is_vietnamese(reading)} - {""}
    return vietnamese.pop() if len(vietnamese) == 1 else text


def is_vietnamese(text: str) -> bool:
    """Whether every letter is one that Vietnamese is written with, or of ASCII; controls are neither."""
    return all(_is_vietnamese(letter) for letter in text)


def is_spoilt(name: str) -> bool:
    """Whether letters of a name were lost or exchanged on the way."""
    return bool(_SPOILT.search(name) or _MOJIBAKE.search(name))


def _is_vietnamese(letter: str) -> bool:
    if letter.isascii():
        return letter.isprintable()
    if letter in _SIGNS or letter in _MARKS:
        return True
    pieces = unicodedata.normalize("NFD", letter)
    return pieces[0] in _BASES and len(pieces) > 1 and set(pieces[1:]) <= set(_MARKS)


def _ascii_digit(letter: str) -> str:
    return str(unicodedata.digit(letter)) if letter.isdigit() and not letter.isascii() else letter


def _read_by(page: str, text: str) -> str:
    """Read again what was read by a page; nothing where the text cannot have come that way."""
    try:
        return b"".join(_byte(letter, page) for letter in text).decode("utf-8")
    except UnicodeError:
        return ""


def _byte(letter: str, page: str) -> bytes:
    """Give the byte a letter was; bytes that are none in Western pages pass as control letters."""
    return letter.encode("latin-1" if "\x80" <= letter <= "\x9f" else page)
