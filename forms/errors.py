"""What can go wrong with a form, told as facts; words for people are found elsewhere."""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches


class FormsError(Exception):
    """Stand at the root of every error of this craft."""


class RuleError(FormsError):
    """Refuse an expression or template: ``problem`` is a snake_case code, ``nearest`` a right word or ""."""

    def __init__(self, problem: str, nearest: str = "") -> None:
        super().__init__(problem, nearest)
        self.problem = problem
        self.nearest = nearest


class DefinitionError(FormsError):
    """Refuse a file of definitions, naming file, line (from 1), key, problem and the nearest right word."""

    def __init__(self, file: str, key: str, problem: str, nearest: str = "", *, line: int = 0) -> None:
        super().__init__(file, key, problem, nearest, line)
        self.file = file
        self.key = key
        self.problem = problem
        self.nearest = nearest
        self.line = line

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" if self.line else self.file
        hint = f" (nearest: {self.nearest})" if self.nearest else ""
        return f"{where}: {self.key or 'file'}: {self.problem}{hint}"


class LockedField(FormsError):  # noqa: N818 - the house names errors by what is wrong
    """Refuse to change a verified answer without a reason."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


class UnknownField(FormsError):  # noqa: N818 - the same
    """Refuse a field name that the form does not have."""

    def __init__(self, field: str, nearest: str = "") -> None:
        super().__init__(field, nearest)
        self.field = field
        self.nearest = nearest


class UnknownForm(FormsError):  # noqa: N818 - the same
    """Refuse a form that no definition describes for that day or version."""

    def __init__(self, code: str, asked_for: str) -> None:
        super().__init__(code, asked_for)
        self.code = code
        self.asked_for = asked_for


class AnswersError(FormsError):
    """Refuse a text that is no filled form; ``problem`` is a snake_case code."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem


def nearest(word: str, right: Collection[str]) -> str:
    """Give the right word that looks most like a wrong one, or ""."""
    return next(iter(get_close_matches(word, sorted(right), 1, cutoff=0.5)), "")
