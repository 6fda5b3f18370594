"""Compares names as the look-up does: letters in NFC, case and the place of the tone mark aside."""

from __future__ import annotations

import unicodedata

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_APOSTROPHES = str.maketrans("\u2019\u02bc", "''")


def same_name(one: str, other: str) -> bool:
    """Whether both spell one name; "Hoà" and "Hòa" do, "Hoa" and "Hòa" do not."""
    return _canonical(one) == _canonical(other)


def _canonical(name: str) -> list[str]:
    words = unicodedata.normalize("NFD", name.translate(_APOSTROPHES).casefold()).split()
    return [_tone_last(word) for word in words]


def _tone_last(word: str) -> str:
    letters = "".join(letter for letter in word if letter not in _TONES)
    tones = "".join(letter for letter in word if letter in _TONES)
    return unicodedata.normalize("NFC", letters) + tones
