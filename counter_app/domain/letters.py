"""Letters of Vietnamese names: without their marks, and the two places a tone mark may have (Hoà, Hòa)."""

from __future__ import annotations

import unicodedata

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_APOSTROPHES = str.maketrans("\u2019\u02bc", "''")


def unmarked(text: str) -> str:
    """Bring letters to small Latin ones without marks; what is neither letter nor digit stays."""
    spread = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(letter for letter in spread if not unicodedata.combining(letter))


def spelling(text: str) -> str:
    """Give words in one spelling: small, decomposed, each word's tone at its end, apostrophes alike."""
    words = unicodedata.normalize("NFD", text.translate(_APOSTROPHES).casefold()).split()
    return " ".join(_tone_last(word) for word in words)


def same_name(one: str, other: str) -> bool:
    """Say whether both spell one name: "NGUYỄN HOÀ" and "Nguyễn  Hòa" do, "Hoa" and "Hòa" do not."""
    return spelling(one) == spelling(other)


def _tone_last(word: str) -> str:
    letters = "".join(letter for letter in word if letter not in _TONES)
    return letters + "".join(letter for letter in word if letter in _TONES)
