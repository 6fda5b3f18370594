"""Rules between answers: a checked expression that either holds or gives a value.

Dates of which only the year is known compare with care: ``<`` and ``>`` hold when sure, ``<=`` and ``>=``
unless surely not. What is not given makes every ordering false. ``age`` takes the youngest possible age.
Every name is read once and there are no loops, so the time is bounded by the length of the text and the rows.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

from forms.answer import Value
from forms.dates import surely_before
from forms.functions import Known, as_number, plain_call, rows_call, within_bounds
from forms.nodes import (
    All,
    Among,
    Call,
    Comparison,
    Literal,
    Name,
    Node,
    Not,
    Reckoning,
    Some,
    compared_words,
    names_in,
)
from forms.syntax import OF_ROWS, parse


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


def compile_rule(text: str, names: Collection[str] | None) -> Rule:
    """Check an expression against the names it may read, None for any; raises RuleError."""
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
            case Call():
                return self._call(node)
            case Reckoning(sign=sign, left=left, right=right):
                return _reckoned(sign, self.known(left), self.known(right))
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

    def _call(self, call: Call) -> Known:
        if call.function in OF_ROWS and isinstance(call.arguments[0], Name):
            wanted = self.known(call.arguments[1]) if len(call.arguments) > 1 else ""
            return rows_call(call.function, self.values, call.arguments[0].name, wanted)
        if call.function == "choose":
            condition, then, otherwise = call.arguments
            return self.known(then if self.holds(condition) else otherwise)
        return plain_call(call.function, tuple(self.known(one) for one in call.arguments), self.today)


def _reckoned(sign: str, one: Known, other: Known) -> Known:
    first, second = as_number(one), as_number(other)
    if first is None or second is None:
        return ""
    return within_bounds({"+": first + second, "-": first - second, "*": first * second}[sign])


def _equal(one: Known, other: Known) -> bool:
    return str(one) == str(other)


def _before(one: Known, other: Known) -> bool | None:
    """Say whether one surely stands before the other; None where they cannot be ordered."""
    first, second = as_number(one), as_number(other)
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
