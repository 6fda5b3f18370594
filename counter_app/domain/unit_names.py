"""How names of administrative units are compared: kinds apart, marks aside, equal spellings alike."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from counter_app.domain import letters
from counter_app.domain.letters import unmarked

_NOT_LETTERS = re.compile(r"[^a-z0-9]+")
_K_AS_C = re.compile(r"k(?!h)")
_LEADING_ZEROS = re.compile(r"(?<![0-9])0+(?=[0-9])")


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


@lru_cache(maxsize=4096)
def key(name: str) -> str:
    """Give what names are looked up by: no marks, no spaces; y as i and k as c, as spellings differ there.

    "Đắk Lắk", "Đắc Lắc" and "Dak Lak" have one key; so have "01" and "1".
    """
    bare = _NOT_LETTERS.sub("", _K_AS_C.sub("c", unmarked(name)))
    return _LEADING_ZEROS.sub("", bare).replace("y", "i")


def spelling(name: str) -> str:
    """Give the name with its marks, as "Hoà" and "Hòa" both spell it: every tone at its word's end."""
    return letters.spelling(name.replace("-", " "))


def split_kind(written: str) -> tuple[UnitKind, str]:
    """Split "Phường Bến Nghé" into its kind and its name; raises ValueError where no kind stands."""
    first, _, rest = written.partition(" ")
    kind = _KINDS.get(first)
    if kind:
        return kind, rest
    second, _, rest = rest.partition(" ")
    return UnitKind(f"{first} {second}".casefold()), rest
