"""The functions of rule expressions: what each gives, and "" where that cannot be told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from forms.answer import Row, Value
from forms.dates import days_after, days_between, months_between, years_after, years_between

Known = str | int | bool
"""What an expression may come to; "" is what is not known."""

_LARGEST = 10**15


def as_number(known: Known) -> int | None:
    """Read a whole number; None for anything else."""
    if isinstance(known, int):
        return known
    return int(known) if known.isascii() and known.isdigit() and len(known) < 16 else None


def within_bounds(number: int) -> Known:
    """Give the number, "" when it is larger than any that a form may hold."""
    return number if abs(number) <= _LARGEST else ""


def plain_call(function: str, given: tuple[Known, ...], today: date) -> Known:
    """Work out a function of single values."""
    if function == "given":
        return given[0] not in ("", False)
    if function == "today":
        return today.isoformat()
    if function == "age":
        return _age(given, today)
    if function in _OF_DATES:
        return _or_unknown(_OF_DATES[function](str(given[0]), str(given[1])))
    if function in _MOVES:
        steps = as_number(given[1])
        return "" if steps is None else _MOVES[function](str(given[0]), steps)
    return _of_numbers(function, given)


def rows_call(function: str, values: Mapping[str, Value], name: str, wanted: Known) -> Known:
    """Work out a function of a table (``members``) or of one of its columns (``members.amount``)."""
    table, _, column = name.partition(".")
    rows = values.get(table, ())
    if isinstance(rows, str):
        return "" if function == "sum" else 0
    if function == "count":
        return len(rows)
    if function == "includes":
        return any(row.get(column, "") == str(wanted) for row in rows)
    return _sum(rows, column)


def _sum(rows: tuple[Row, ...], column: str) -> Known:
    """Add up a column; an empty cell counts nothing, one that is no number makes the sum unknown."""
    numbers = [as_number(row.get(column) or 0) for row in rows]
    known = [number for number in numbers if number is not None]
    return within_bounds(sum(known)) if len(known) == len(numbers) else ""


def _age(given: tuple[Known, ...], today: date) -> Known:
    if len(given) == 1:
        return _or_unknown(years_between(str(given[0]), today))
    try:
        day = date.fromisoformat(str(given[1]))
    except ValueError:
        return ""
    return _or_unknown(years_between(str(given[0]), day))


def _of_numbers(function: str, given: tuple[Known, ...]) -> Known:
    numbers = [number for number in map(as_number, given) if number is not None]
    if len(numbers) < len(given):
        return ""
    if function == "share":
        value, part, whole = numbers
        return within_bounds(value * part // whole) if whole > 0 else ""
    return min(numbers) if function == "least" else max(numbers)


def _or_unknown(number: int | None) -> Known:
    return "" if number is None else number


_OF_DATES: Mapping[str, Callable[[str, str], int | None]] = {
    "days_between": days_between,
    "months_between": months_between,
}
_MOVES: Mapping[str, Callable[[str, int], str]] = {"years_after": years_after, "days_after": days_after}
