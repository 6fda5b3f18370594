"""Conditions of a pack: what the counter asks of an expression, whoever reads and works it out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Protocol

Row = Mapping[str, str]
Values = Mapping[str, str | tuple[Row, ...]]
"""Answers of the form by field, and facts by name: canonical text, or the rows of a table."""


class Condition(Protocol):
    """An expression over answers and facts; ``names`` are those it reads."""

    @property
    def names(self) -> frozenset[str]:
        """Name the answers and facts that are read."""

    def holds(self, values: Values, today: date) -> bool:
        """Say whether the condition is met on the day."""

    def gives(self, values: Values, today: date) -> str:
        """Give what the expression comes to, "" when that is not known."""


def is_known(condition: Condition, values: Values) -> bool:
    """Say whether everything that the condition reads is known."""
    return all(values.get(name) for name in condition.names)


def amount_of(condition: Condition, values: Values, today: date) -> int | None:
    """Give the whole number that an expression comes to, below zero as zero; None when it is not known."""
    text = condition.gives(values, today)
    if text.startswith("-"):
        return 0
    return int(text) if text.isascii() and text.isdigit() else None
