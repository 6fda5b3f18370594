"""The machine-readable zone of a citizen card: three lines of thirty letters (ICAO 9303, TD1)."""

import unicodedata
from datetime import date
from itertools import cycle

LINE_LENGTH = 30
_STATE = "VNM"
_FILLER = "<"
_WEIGHTS = (7, 3, 1)
_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_NO_EXPIRY = "991231"
_MONTH_AND_DAY_UNKNOWN = _FILLER * 4


def mrz_lines(
    citizen_id: str, born_on: date | None, *, sex: str, expires_on: date | None, full_name: str
) -> tuple[str, str, str]:
    """Compose the zone from the twelve digits, the birth date, M or F, the expiry and the name.

    Without a birth date only the year is known: it is read from the number, month and day are
    filled. Without an expiry the card is valid for ever, written 991231.
    """
    number = citizen_id[-9:]
    personal = citizen_id + _FILLER * 2
    head = number + check_digit(number) + personal + check_digit(personal)
    born = f"{born_on:%y%m%d}" if born_on else citizen_id[4:6] + _MONTH_AND_DAY_UNKNOWN
    expires = f"{expires_on:%y%m%d}" if expires_on else _NO_EXPIRY
    birth, expiry, optional = born + check_digit(born), expires + check_digit(expires), _FILLER * 11
    second = birth + sex + expiry + _STATE + optional + check_digit(head + birth + expiry + optional)
    return ("ID" + _STATE + head, second, _name_line(full_name))


def check_digit(text: str) -> str:
    """Weigh letters and digits by 7, 3, 1 and return the last digit of the sum."""
    weighed = (weight * _value(letter) for letter, weight in zip(text, cycle(_WEIGHTS), strict=False))
    return str(sum(weighed) % 10)


def _value(letter: str) -> int:
    return 0 if letter == _FILLER else _ALPHABET.index(letter)


def _name_line(full_name: str) -> str:
    """Write family name, two fillers, given names; what is too long is cut at thirty letters.

    A cut line ends with a letter, which tells a reader that it was cut.
    """
    family, *given = _plain(full_name).split() or [""]
    while len(line := family + _FILLER * 2 + _FILLER.join(given)) > LINE_LENGTH:
        if line[LINE_LENGTH - 1] != _FILLER or not given:
            return line[:LINE_LENGTH]
        longest = max(range(len(given)), key=lambda at: len(given[at]))
        given[longest] = given[longest][:-1]
    return line.rstrip(_FILLER).ljust(LINE_LENGTH, _FILLER)


def _plain(name: str) -> str:
    """Leave bare capitals A to Z and spaces: marks fall off, Đ becomes D."""
    bare = unicodedata.normalize("NFD", name.upper()).replace("Đ", "D").replace("-", " ")
    return "".join(letter for letter in bare if letter == " " or letter in _ALPHABET[10:])
