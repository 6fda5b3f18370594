"""The grammar of rule expressions: text into a tree, with limits on length, depth and words.

condition: either { "or" either }        either:   denied { "and" denied }
denied:    "not" denied | compared       compared: sum [ op sum | "in" "(" sum, … ")" ]
sum:       product { "+" | "-" product } product:  term { "*" term }
term:      "text" | ["-"] number | name | function "(" condition, … ")" | "(" condition ")"

A name is a field (``copies``), a column of a table (``members.amount``) or a fact (``holder.born_on``).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from forms.errors import RuleError, nearest
from forms.nodes import All, Among, Call, Comparison, Literal, Name, Node, Not, Reckoning, Some

LONGEST = 500
DEEPEST = 20
ARGUMENTS = {
    "given": (1, 1),
    "today": (0, 0),
    "age": (1, 2),
    "days_between": (2, 2),
    "months_between": (2, 2),
    "days_after": (2, 2),
    "years_after": (2, 2),
    "share": (3, 3),
    "least": (2, 2),
    "most": (2, 2),
    "choose": (3, 3),
    "count": (1, 1),
    "sum": (1, 1),
    "includes": (2, 2),
}
"""The functions and how many arguments each takes, at least and at most."""
OF_ROWS = ("count", "sum", "includes")
"""The functions whose first argument is a table or one of its columns."""

_COMPARISONS = ("==", "!=", "<=", ">=", "<", ">")
_WORDS = ("and", "or", "not", "in")
_TOKEN = re.compile(
    r"\s*(?:(?P<text>\"[^\"]*\"|'[^']*')|(?P<number>[0-9]{1,12})(?![0-9])"
    r"|(?P<name>[a-z_][a-z0-9_]*(?:\.[a-z_][a-z0-9_]*){0,3})|(?P<sign>==|!=|<=|>=|[<>(),*+-]))\s*"
)


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str


def parse(text: str, names: Collection[str] | None) -> Node:
    """Read an expression over the given names, over any where none are given.

    Raises RuleError, and nothing else, on any text.
    """
    if len(text) > LONGEST:
        raise RuleError("expression_too_long")
    parser = _Parser(tuple(_tokens(text)), None if names is None else frozenset(names))
    node = parser.condition(0)
    parser.end()
    return node


def _tokens(text: str) -> Iterator[_Token]:
    position = 0
    while position < len(text):
        found = _TOKEN.match(text, position)
        if not found:
            raise RuleError("unreadable_expression")
        kind = found.lastgroup or ""
        word = found[kind]
        yield _Token("sign" if word in _WORDS else kind, word)
        position = found.end()


class _Parser:
    """Walks the tokens once, from left to right."""

    def __init__(self, tokens: tuple[_Token, ...], names: frozenset[str] | None) -> None:
        self._tokens = tokens
        self._names = names
        self._at = 0

    def condition(self, depth: int) -> Node:
        found = [self._either(depth)]
        while self._takes("or"):
            found.append(self._either(depth))
        return found[0] if len(found) == 1 else Some(tuple(found))

    def end(self) -> None:
        if self._at < len(self._tokens):
            raise RuleError("unreadable_expression")

    def _either(self, depth: int) -> Node:
        found = [self._denied(depth)]
        while self._takes("and"):
            found.append(self._denied(depth))
        return found[0] if len(found) == 1 else All(tuple(found))

    def _denied(self, depth: int) -> Node:
        if depth > DEEPEST:
            raise RuleError("expression_too_deep")
        return Not(self._denied(depth + 1)) if self._takes("not") else self._compared(depth)

    def _compared(self, depth: int) -> Node:
        left = self._sum(depth)
        if self._takes("in"):
            self._expect("(")
            return Among(left, self._list(depth))
        for sign in _COMPARISONS:
            if self._takes(sign):
                return Comparison(sign, left, self._sum(depth))
        return left

    def _sum(self, depth: int) -> Node:
        found = self._product(depth)
        while sign := self._taken("+", "-"):
            found = Reckoning(sign, found, self._product(depth))
        return found

    def _product(self, depth: int) -> Node:
        found = self._term(depth)
        while self._takes("*"):
            found = Reckoning("*", found, self._term(depth))
        return found

    def _term(self, depth: int) -> Node:
        token = self._next()
        if token.kind == "text":
            return Literal(token.text[1:-1])
        if token.kind == "number":
            return Literal(int(token.text))
        if token == _Token("sign", "-") and self._peek() == "number":
            return Literal(-int(self._next().text))
        if token.text == "(":
            inner = self.condition(depth + 1)
            self._expect(")")
            return inner
        if token.kind != "name":
            raise RuleError("unreadable_expression")
        return self._call(token.text, depth) if self._takes("(") else self._field(token.text)

    def _field(self, name: str) -> Node:
        if self._names is not None and name not in self._names:
            raise RuleError("unknown_field", nearest(name, self._names))
        return Name(name)

    def _call(self, function: str, depth: int) -> Node:
        if function not in ARGUMENTS:
            raise RuleError("unknown_function", nearest(function, ARGUMENTS))
        arguments = () if self._takes(")") else self._list(depth)
        least, most = ARGUMENTS[function]
        if not least <= len(arguments) <= most:
            raise RuleError("wrong_number_of_arguments", function)
        if function in OF_ROWS and not isinstance(arguments[0], Name):
            raise RuleError("not_a_table", function)
        return Call(function, arguments)

    def _list(self, depth: int) -> tuple[Node, ...]:
        """Read conditions up to and with the closing bracket."""
        found = [self.condition(depth + 1)]
        while self._takes(","):
            found.append(self.condition(depth + 1))
        self._expect(")")
        return tuple(found)

    def _takes(self, text: str) -> bool:
        if self._at < len(self._tokens) and self._tokens[self._at] == _Token("sign", text):
            self._at += 1
            return True
        return False

    def _taken(self, *signs: str) -> str:
        return next((sign for sign in signs if self._takes(sign)), "")

    def _peek(self) -> str:
        return self._tokens[self._at].kind if self._at < len(self._tokens) else ""

    def _expect(self, text: str) -> None:
        if not self._takes(text):
            raise RuleError("unreadable_expression")

    def _next(self) -> _Token:
        if self._at >= len(self._tokens):
            raise RuleError("unreadable_expression")
        self._at += 1
        return self._tokens[self._at - 1]
