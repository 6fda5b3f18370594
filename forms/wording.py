"""How names, dates, numbers, money and answers are written in Vietnamese, in figures and in words."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime

from forms.answer import Row, Value
from forms.dates import date_parts, read_date
from forms.definition import Field, FieldKind
from forms.numbers import number_in_words

__all__ = [
    "capital_name",
    "date_in_words",
    "fold",
    "long_date",
    "moment",
    "money",
    "money_in_words",
    "number_in_words",
    "read_date",
    "short_date",
    "shown",
]

_YES_NO = {"yes": "Có", "no": "Không"}


def fold(text: str) -> str:
    """Reduce a text to what a search compares: lower case, no marks, đ as d, single spaces."""
    letters = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(plain.split())


def capital_name(name: str) -> str:
    """Write a name in capitals, as civil-status papers do."""
    return unicodedata.normalize("NFC", " ".join(name.split()).upper())


def short_date(day: date | str) -> str:
    """Write a date in figures, leaving out what is unknown: 15/03/1999, 03/1999, 1999."""
    return "/".join(reversed(_iso(day).split("-"))) if date_parts(_iso(day)) else _iso(day)


def long_date(day: date | str) -> str:
    """Write a date as letters do (Decree 30/2020): "ngày 05 tháng 02 năm 2026", "năm 1999"."""
    parts = date_parts(_iso(day))
    if parts is None:
        return _iso(day)
    year, month, number = parts
    words = [f"ngày {number:02}"] if number else []
    words += [f"tháng {month:02}" if month < 3 else f"tháng {month}"] if month else []
    return " ".join([*words, f"năm {year}"])


def date_in_words(day: date | str) -> str:
    """Write a date in words: "Ngày mười lăm tháng ba năm một nghìn chín trăm chín mươi chín"."""
    parts = date_parts(_iso(day))
    if parts is None:
        return ""
    year, month, number = parts
    words = [f"ngày {number_in_words(number)}"] if number else []
    words += [f"tháng {'tư' if month == 4 else number_in_words(month)}"] if month else []
    return _sentence(" ".join([*words, f"năm {number_in_words(year)}"]))


def moment(when: datetime) -> str:
    """Write a time of a day as slips do: "09 giờ 05 phút, ngày 22 tháng 11 năm 2026"."""
    return f"{when:%H} giờ {when:%M} phút, {long_date(when.date())}"


def money(amount: int) -> str:
    """Write an amount in figures: "15.000 đồng"."""
    return f"{amount:,} đồng".replace(",", ".")


def money_in_words(amount: int) -> str:
    """Write an amount in words: "Mười lăm nghìn đồng"."""
    return _sentence(f"{number_in_words(amount)} đồng")


def shown(field: Field, value: Value) -> str:
    """Write an answer as people read it: a choice by its Vietnamese label, a date as dd/mm/yyyy."""
    if isinstance(value, tuple):
        return "; ".join(_shown_row(field, row) for row in value)
    match field.kind:
        case FieldKind.CHOICE:
            return next((choice.label for choice in field.choices if choice.value == value), value)
        case FieldKind.YES_NO:
            return _YES_NO.get(value, value)
        case FieldKind.DATE:
            return short_date(value)
        case _:
            return value


def _shown_row(field: Field, row: Row) -> str:
    cells = (shown(column, row.get(column.name, "")) for column in field.columns)
    return ", ".join(cell for cell in cells if cell)


def _iso(day: date | str) -> str:
    return day if isinstance(day, str) else day.isoformat()


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
