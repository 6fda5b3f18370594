"""What a hand scanner has typed: the card's whole text where that is certain, else its digits alone.

A scanner that types goes through keyboard layout, input method and code page, and each of them can lose or
exchange letters without a trace. So letters need a proof: a letter that no narrow channel lets through. A
name without one is dropped, not guessed; the digits still save most of the typing.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from counter_app.domain.citizen_id import CitizenId
from counter_app.domain.dates import PartialDate
from counter_app.domain.scanned_text import (
    OTHER_BARS,
    is_vietnamese,
    read_once,
    tidied,
    unwrapped,
    without_noise,
)

_DIGITS = "0123456789"
_DIGIT_ROWS = {"à&é\"'(-è_ç": _DIGITS, "đăâêô\u0300\u0309\u0303\u0301\u0323": _DIGITS, ")!@#$%^&*(": _DIGITS}
"""What the keys of 0 to 9 type on a French, a Vietnamese (TCVN) and a shifted American keyboard."""
_NUMBER = re.compile(r"([0-9]{12})\s*([^\w\s,.;:/()\-]|µ)")
_BARS_ELSEWHERE = f"|\\µ£*{OTHER_BARS}"
_FORMER = re.compile(r"(?:\d{9}|\d{12})?")
_DAY = re.compile(r"(?:\d{8})?")
_SEXES = {"Nam", "Nữ"}
_FEWEST_PARTS = 7
_RESIDENCE = re.compile(r"[^\W_]+(?:[ ,.\-/'();:&+\"–’]+[^\W_]+)*[.)\"]*|")
_SAFE_ON_OTHER_LAYOUTS = re.compile(r"[^\W_zZ]+(?:[ ,.]+[^\W_zZ]+)*|")
"""Keyboards that know the digits and one of the other bars agree on these; no Vietnamese word has a z,
which is what a German keyboard makes of y."""
_SHAPES = set("\u0302\u0306\u031b")
_TONES = set("\u0300\u0301\u0303\u0309\u0323")


class Damage(StrEnum):
    """What has happened to a scan on its way through the keyboard; each has its own cure."""

    CODE_PAGE = "code_page"
    LAYOUT = "layout"
    CAPITALS = "capitals"
    INPUT_METHOD = "input_method"
    LETTERS_LOST = "letters_lost"


@dataclass(frozen=True, slots=True)
class TypedScan:
    """The text of a scan, or of a card whose letters are not sure its number and perhaps its birth date.

    ``text`` is empty where only the digits are sure; ``citizen_id`` is None where the text stands.
    ``damages`` names what was found and mended, or what made the letters unsure.
    """

    text: str
    damages: tuple[Damage, ...] = ()
    citizen_id: CitizenId | None = None
    born_on: PartialDate | None = None


def read_typed(typed: str, *, input_method: bool = False) -> TypedScan:
    """Read a scan that came as keys; ``input_method`` says that one was at work meanwhile."""
    text = unwrapped(typed)
    head = _NUMBER.match(text)
    if head is None:
        return _of_another_digit_row(text) or TypedScan(typed)
    number, bar = CitizenId(head[1]), head[2]
    parts = [part.strip() for part in text.split(bar)]
    signs = _signs(without_noise(typed), bar, input_method=input_method)
    known = bar == "|" or bar in OTHER_BARS
    card = _whole(parts, other_layout=bar != "|") if known and not input_method else None
    if card is None:
        return TypedScan("", signs or (Damage.LETTERS_LOST,), number, _birth(number, parts))
    swapped = card != [unicodedata.normalize("NFC", part) for part in parts]
    return TypedScan("|".join(card), (*signs, *((Damage.CAPITALS,) if swapped else ())))


def read_sent(payload: str) -> TypedScan:
    """Read a scan that came as bytes or from a picture: letters that are there are right."""
    number = card_number(payload)
    if number is None or "\ufffd" not in payload:
        return TypedScan(payload)
    return TypedScan("", (Damage.LETTERS_LOST,), number, _birth(number, tidied(payload).split("|")))


def card_number(typed: str) -> CitizenId | None:
    """Give the number where a text begins as a card's does: twelve digits, on any keyboard, and a bar."""
    text = unwrapped(typed)
    head = _NUMBER.match(text)
    if head:
        return CitizenId(head[1])
    other = _of_another_digit_row(text)
    return other.citizen_id if other else None


def _signs(came_as: str, bar: str, *, input_method: bool) -> tuple[Damage, ...]:
    found = {
        Damage.CODE_PAGE: read_once(came_as) != came_as,
        Damage.LAYOUT: bar != "|",
        Damage.INPUT_METHOD: input_method,
    }
    return tuple(damage for damage, there in found.items() if there)


def _of_another_digit_row(text: str) -> TypedScan | None:
    """Find the number where the scanner's digits were typed on a keyboard of another country."""
    readings = {text[:12].translate(str.maketrans(row, digits)) for row, digits in _DIGIT_ROWS.items()}
    numbers = [reading for reading in readings if re.fullmatch(r"[0-9]{12}", reading)]
    if len(numbers) != 1 or text[:12] == numbers[0] or text[12:13] not in {*_BARS_ELSEWHERE}:
        return None
    return TypedScan("", (Damage.LAYOUT,), CitizenId(numbers[0]))


def _whole(parts: list[str], *, other_layout: bool) -> list[str] | None:
    """Give the parts of a whole card with its letters proven, in the one way of writing that fits."""
    if not _is_proven("".join(parts)) or not _has_the_places(parts):
        return None
    composed = [unicodedata.normalize("NFC", part) for part in parts]
    ways = {tuple(map(way, composed)) for way in (str, _swap_ascii, str.swapcase)}
    fitting = [way for way in ways if _fits(way, other_layout=other_layout)]
    return list(fitting[0]) if len(fitting) == 1 else None


def _is_proven(raw: str) -> bool:
    """Whether a letter is there that passes no eight-bit channel, composed or in pieces."""
    return any("\u1ea0" <= letter <= "\u1ef9" for letter in raw) or any(
        _SHAPES & set(marks) and _TONES & set(marks)
        for marks in (
            unicodedata.normalize("NFD", letter)[1:] for letter in unicodedata.normalize("NFC", raw)
        )
    )


def _has_the_places(parts: list[str]) -> bool:
    return (
        len(parts) >= _FEWEST_PARTS
        and bool(_FORMER.fullmatch(parts[1]))
        and _date(parts[3]) is not None
        and bool(_DAY.fullmatch(parts[6]))
    )


def _fits(parts: tuple[str, ...], *, other_layout: bool) -> bool:
    _, _, name, _, sex, residence, *rest = parts
    words = (name, residence, *rest)
    return (
        sex in _SEXES
        and _is_written_as_a_name(name)
        and bool(_RESIDENCE.fullmatch(residence))
        and all(is_vietnamese(word) and "?" not in word for word in words)
        and (not other_layout or all(_SAFE_ON_OTHER_LAYOUTS.fullmatch(word) for word in words))
    )


def _is_written_as_a_name(name: str) -> bool:
    """Whether every word is capitalised, with nothing between the words but blanks, hyphens, apostrophes."""
    words = re.split(r"[ \-'’.]+", name)
    return all(word.isalpha() and word == word.capitalize() for word in words)


def _swap_ascii(text: str) -> str:
    return "".join(letter.swapcase() if letter.isascii() else letter for letter in text)


def _birth(number: CitizenId, parts: list[str]) -> PartialDate | None:
    """Give the birth date where it stands in its place and its year is the number's."""
    born = _date(parts[3]) if len(parts) > 3 else None
    return born if born and born.year == number.birth_year else None


def _date(digits: str) -> PartialDate | None:
    try:
        return PartialDate.from_digits(digits)
    except ValueError:
        return None
