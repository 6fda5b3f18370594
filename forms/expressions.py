"""Rules between answers: a checked expression that either holds or gives a value.

Dates of which only the year is known compare with care: ``<`` and ``>`` hold when sure, ``<=`` and ``>=``
unless surely not. What is not given makes every ordering false. ``age`` takes the youngest possible age.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

from forms.answer import Value
from forms.dates import days_after, days_between, surely_before, years_after, years_between
from forms.nodes import (
    All,
    Among,
    Call,
    Comparison,
    Literal,
    Name,
    Node,
    Not,
    Some,
    compared_words,
    names_in,
)
from forms.syntax import parse

Known = str | int | bool
"""What an expression may come to; "" is what is not known."""


@dataclass(frozen=True, slots=True)
class Rule:
    """An expression whose words were checked; ``names`` are the fields it reads."""

    text: str
    names: frozenset[str]
    compared: tuple[tuple[str, str], ...]
    _node: Node = field(repr=False)

    def holds(self, values: Mapping[str, Value], today: date) -> bool:
        """Say whether the condition is met by these answers on that day."""
        return _Scope(values, today).holds(self._node)

    def gives(self, values: Mapping[str, Value], today: date) -> str:
        """Give the value of the expression as canonical text, "" when it is not known."""
        return str(_Scope(values, today).known(self._node))


def compile_rule(text: str, names: Collection[str]) -> Rule:
    """Check an expression against the field names it may read; raises RuleError."""
    node = parse(text, names)
    return Rule(text, frozenset(names_in(node)), tuple(compared_words(node)), node)


@dataclass(frozen=True, slots=True)
class _Scope:
    """The answers and the day an expression is read with."""

    values: Mapping[str, Value]
    today: date

    def holds(self, node: Node) -> bool:
        return self.known(node) in (True, "yes")

    def known(self, node: Node) -> Known:
        match node:
            case Literal(value=value):
                return value
            case Name(name=name):
                return self._answer(name)
            case Call(function=function, arguments=arguments):
                return self._call(function, tuple(self.known(argument) for argument in arguments))
            case Comparison(sign=sign, left=left, right=right):
                return _COMPARE[sign](self.known(left), self.known(right))
            case _:
                return self._logic(node)

    def _logic(self, node: Node) -> bool:
        match node:
            case Among(term=term, others=others):
                return any(_equal(self.known(term), self.known(other)) for other in others)
            case Not(condition=condition):
                return not self.holds(condition)
            case All(conditions=conditions):
                return all(self.holds(condition) for condition in conditions)
            case Some(conditions=conditions):
                return any(self.holds(condition) for condition in conditions)
            case _:
                return False

    def _answer(self, name: str) -> Known:
        value = self.values.get(name, "")
        return value if isinstance(value, str) else (len(value) or "")

    def _call(self, function: str, given: tuple[Known, ...]) -> Known:
        match function:
            case "given":
                return given[0] not in ("", False)
            case "today":
                return self.today.isoformat()
            case "age":
                return _or_unknown(years_between(str(given[0]), self.today))
            case "days_between":
                return _or_unknown(days_between(str(given[0]), str(given[1])))
            case "years_after":
                return _moved(years_after, given)
            case _:
                return _moved(days_after, given)


def _moved(move: Callable[[str, int], str], given: tuple[Known, ...]) -> str:
    steps = _number(given[1])
    return "" if steps is None else move(str(given[0]), steps)


def _or_unknown(number: int | None) -> Known:
    return "" if number is None else number


def _number(known: Known) -> int | None:
    if isinstance(known, int):
        return known
    return int(known) if known.isascii() and known.isdigit() and len(known) < 16 else None


def _equal(one: Known, other: Known) -> bool:
    return str(one) == str(other)


def _before(one: Known, other: Known) -> bool | None:
    """Say whether one surely stands before the other; None where they cannot be ordered."""
    first, second = _number(one), _number(other)
    if first is not None and second is not None:
        return first < second
    return surely_before(str(one), str(other))


_COMPARE: Mapping[str, Callable[[Known, Known], bool]] = {
    "==": _equal,
    "!=": lambda one, other: not _equal(one, other),
    "<": lambda one, other: _before(one, other) is True,
    ">": lambda one, other: _before(other, one) is True,
    "<=": lambda one, other: _before(other, one) is False,
    ">=": lambda one, other: _before(one, other) is False,
}
