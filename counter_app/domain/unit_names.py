"""How names of administrative units are compared: kinds apart, marks aside, equal spellings alike."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache

_NOT_LETTERS = re.compile(r"[^a-z0-9]+")
_K_AS_C = re.compile(r"k(?!h)")
_LEADING_ZEROS = re.compile(r"(?<![0-9])0+(?=[0-9])")
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")


class UnitKind(StrEnum):
    """What a unit is, in the word that stands before its name."""

    CITY = "thành phố"
    PROVINCE = "tỉnh"
    URBAN_DISTRICT = "quận"
    RURAL_DISTRICT = "huyện"
    TOWN = "thị xã"
    TOWNSHIP = "thị trấn"
    WARD = "phường"
    COMMUNE = "xã"
    SPECIAL_ZONE = "đặc khu"


_KINDS = {kind.capitalize(): kind for kind in UnitKind}


def unmarked(text: str) -> str:
    """Bring letters to small Latin ones without marks; what is neither letter nor digit stays."""
    spread = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(letter for letter in spread if not unicodedata.combining(letter))


@lru_cache(maxsize=4096)
def key(name: str) -> str:
    """Give what names are looked up by: no marks, no spaces; y as i and k as c, as spellings differ there.

    "Đắk Lắk", "Đắc Lắc" and "Dak Lak" have one key; so have "01" and "1".
    """
    letters = _NOT_LETTERS.sub("", _K_AS_C.sub("c", unmarked(name)))
    return _LEADING_ZEROS.sub("", letters).replace("y", "i")


def spelling(name: str) -> str:
    """Give the name with its marks, as "Hoà" and "Hòa" both spell it: every tone at its word's end."""
    words = unicodedata.normalize("NFD", name.casefold()).replace("-", " ").split()
    return " ".join(_tone_last(word) for word in words)


def _tone_last(word: str) -> str:
    letters = "".join(letter for letter in word if letter not in _TONES)
    return letters + "".join(letter for letter in word if letter in _TONES)


def split_kind(written: str) -> tuple[UnitKind, str]:
    """Split "Phường Bến Nghé" into its kind and its name; raises ValueError where no kind stands."""
    first, _, rest = written.partition(" ")
    kind = _KINDS.get(first)
    if kind:
        return kind, rest
    second, _, rest = rest.partition(" ")
    return UnitKind(f"{first} {second}".casefold()), rest
