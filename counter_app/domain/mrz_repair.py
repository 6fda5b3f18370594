"""Puts look-alike letters of a machine-readable zone right, where the check digits leave one way only.

The zone of a Vietnamese card (ICAO 9303, TD1) says the number twice and guards number, birth date and expiry
by five check digits; sex and name stand unguarded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import cycle, islice, product
from math import prod

LINE_LENGTH = 30
FILLER = "<"
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_DIGITS = "0123456789"
_VALUES = {letter: value for value, letter in enumerate(_DIGITS + _LETTERS)} | {FILLER: 0}
_WEIGHTS = (7, 3, 1)
_ALIKE = ("0OQD", "1IL", "2Z", "3B", "4A", "5S", "6G", "7ZT", "8B", "<K")
_MOST_WAYS = 4096

# What may stand at each of the ninety places: as a rule a digit, a letter, or the one sign that always does.
_NUMBER_LINE = ("I", "D", "V", "N", "M", *[_DIGITS] * 22, FILLER, FILLER, _DIGITS)
_DATE_LINE = (
    *[_DIGITS] * 2,
    *[_DIGITS + FILLER] * 4,
    _DIGITS,
    "MF" + FILLER,
    *[_DIGITS] * 7,
    *"VNM",
    *[FILLER] * 11,
    _DIGITS,
)
_PLACES = (*_NUMBER_LINE, *_DATE_LINE, *[_LETTERS + FILLER] * LINE_LENGTH)


def mended(text: str) -> tuple[str, str, str] | None:
    """Give the three lines in which each sign fits its place and every check digit holds.

    ``text`` is ninety signs, white space and case aside. None where no way, or more than one, does.
    """
    signs = "".join(text.split()).upper()
    if len(signs) != 3 * LINE_LENGTH:
        return None
    ways = [_fitting(sign, place) for sign, place in zip(signs, _PLACES, strict=True)]
    if not 0 < prod(map(len, ways)) <= _MOST_WAYS:
        return None
    right = islice(_right(ways), 2)
    only = next(right, None)
    return only if next(right, None) is None else None


def _fitting(sign: str, place: str) -> str:
    """Name the signs that may have been meant: the sign itself where it fits, else what looks like it."""
    if sign in place:
        return sign
    return "".join(sorted({other for group in _ALIKE if sign in group for other in group if other in place}))


def _right(ways: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    for signs in product(*ways):
        text = "".join(signs)
        first, second, name = (text[at : at + LINE_LENGTH] for at in range(0, len(text), LINE_LENGTH))
        if first[5:14] == first[18:27] and all(map(_holds, _guarded(first, second))):
            yield first, second, name


def _guarded(first: str, second: str) -> Iterator[str]:
    """Give each guarded part with its check digit behind it; the last covers all the others."""
    yield first[5:15]
    yield first[15:30]
    yield second[0:7]
    yield second[8:15]
    yield first[5:30] + second[0:7] + second[8:15] + second[18:30]


def _holds(part: str) -> bool:
    weighed = (weight * _VALUES[sign] for sign, weight in zip(part[:-1], cycle(_WEIGHTS), strict=False))
    return sum(weighed) % 10 == _VALUES[part[-1]]
