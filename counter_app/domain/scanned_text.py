"""A scan's text made clean: what its way to the desk has added or changed is undone where that is certain."""

from __future__ import annotations

import re
import unicodedata

_MOST_LETTERS = 2_000
_LABEL = re.compile(r"^\s*(?:cccd|căn cước|can cuoc)\s*[:=]\s*", re.IGNORECASE)
_OTHER_BAR = re.compile(r"^(\d{12})([~}>¦])")
_MOJIBAKE = re.compile("[ÃÄÆ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|á[º»]")
_SPOILT = re.compile(r"[?\ufffd\d]")


def tidied(payload: str) -> str:
    """Give the text in NFC without what readers add around it, with plain digits and the usual bars."""
    text = payload[:_MOST_LETTERS].replace("\ufeff", "").replace("\0", "").strip()
    text = unicodedata.normalize("NFC", _LABEL.sub("", _unmangled(text)))
    text = "".join(_ascii_digit(letter) for letter in text)
    bar = _OTHER_BAR.match(text)
    return text.replace(bar.group(2), "|") if bar else text


def is_spoilt(name: str) -> bool:
    """Whether letters of a name were lost or exchanged on the way."""
    return bool(_SPOILT.search(name) or _MOJIBAKE.search(name))


def _ascii_digit(letter: str) -> str:
    return str(unicodedata.digit(letter)) if letter.isdigit() and not letter.isascii() else letter


def _unmangled(text: str) -> str:
    """Undo UTF-8 that was read as Western letters on its way, where that is what happened."""
    if not _MOJIBAKE.search(text):
        return text
    try:
        return b"".join(map(_western_byte, text)).decode("utf-8")
    except UnicodeError:
        return text


def _western_byte(letter: str) -> bytes:
    """Give the byte a Western letter was; five bytes are none in cp1252 and pass as control letters."""
    return letter.encode("latin-1" if "\x80" <= letter <= "\x9f" else "cp1252")
