"""The parts a rule expression is made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Literal:
    """A text or a whole number standing in the expression."""

    value: str | int


@dataclass(frozen=True, slots=True)
class Name:
    """The answer of a field, the answers of a column, or a fact."""

    name: str


@dataclass(frozen=True, slots=True)
class Call:
    """A function with its arguments."""

    function: str
    arguments: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Reckoning:
    """Two numbers added, subtracted or multiplied."""

    sign: str
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two terms and the sign between them."""

    sign: str
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Among:
    """A term and the terms of which it should be one."""

    term: Node
    others: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """A condition denied."""

    condition: Node


@dataclass(frozen=True, slots=True)
class All:
    """Conditions that must all hold."""

    conditions: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Some:
    """Conditions of which one must hold."""

    conditions: tuple[Node, ...]


Node = Literal | Name | Call | Reckoning | Comparison | Among | Not | All | Some


def names_in(node: Node) -> Iterator[str]:
    """Name every field that the expression reads."""
    if isinstance(node, Name):
        yield node.name
    for child in children(node):
        yield from names_in(child)


def compared_words(node: Node) -> Iterator[tuple[str, str]]:
    """Pair each field with the literal texts it is compared with, so that a misspelt choice is found."""
    if isinstance(node, Comparison):
        yield from _pair(node.left, node.right)
        yield from _pair(node.right, node.left)
    if isinstance(node, Among):
        for other in node.others:
            yield from _pair(node.term, other)
    for child in children(node):
        yield from compared_words(child)


def children(node: Node) -> tuple[Node, ...]:
    """Give the nodes directly below one."""
    match node:
        case Call(arguments=nodes) | All(conditions=nodes) | Some(conditions=nodes):
            return nodes
        case Reckoning(left=left, right=right) | Comparison(left=left, right=right):
            return (left, right)
        case Among(term=term, others=others):
            return (term, *others)
        case Not(condition=condition):
            return (condition,)
        case _:
            return ()


def _pair(field: Node, literal: Node) -> Iterator[tuple[str, str]]:
    if isinstance(field, Name) and isinstance(literal, Literal) and isinstance(literal.value, str):
        yield field.name, literal.value
