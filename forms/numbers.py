"""Vietnamese numbers in words, by the rules of school: mười, mươi, mốt, tư, lăm, lẻ, không trăm."""

from __future__ import annotations

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_AFTER_TENS = {1: "mốt", 4: "tư", 5: "lăm"}
_GROUPS = ((1_000_000, "triệu"), (1_000, "nghìn"), (1, ""))
_BILLION = 1_000_000_000


def number_in_words(number: int) -> str:
    """Write a whole number in lower-case words: 1999 is "một nghìn chín trăm chín mươi chín"."""
    if number < 0:
        return f"âm {number_in_words(-number)}"
    if number == 0:
        return _DIGITS[0]
    return " ".join(_words(number))


def _words(number: int) -> list[str]:
    words: list[str] = []
    if number >= _BILLION:
        words = [*_words(number // _BILLION), "tỷ"]
        number %= _BILLION
    for size, name in _GROUPS:
        group = number // size % 1000
        if group:
            words += _hundreds(group, follows=bool(words))
            words += [name] if name else []
    return words


def _hundreds(group: int, *, follows: bool) -> list[str]:
    """Read up to 999; ``follows`` says that words stand before it, so that empty hundreds are spoken."""
    hundreds, rest = divmod(group, 100)
    if not hundreds and not follows:
        return _tens(rest)
    words = [_DIGITS[hundreds], "trăm"]
    if not rest:
        return words
    return [*words, "lẻ", _DIGITS[rest]] if rest < 10 else [*words, *_tens(rest)]


def _tens(rest: int) -> list[str]:
    tens, ones = divmod(rest, 10)
    if tens == 0:
        return [_DIGITS[ones]]
    if tens == 1:
        return ["mười", *([{5: "lăm"}.get(ones, _DIGITS[ones])] if ones else [])]
    return [_DIGITS[tens], "mươi", *([_AFTER_TENS.get(ones, _DIGITS[ones])] if ones else [])]
