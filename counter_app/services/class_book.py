"""The trainer's book of a class: which desks have joined, where each stands, and their scores as a table."""

from __future__ import annotations

import csv
from dataclasses import dataclass, replace
from datetime import datetime
from io import StringIO

from counter_app.domain.class_room import MOST_DESKS, ClassLine, Said


@dataclass(frozen=True, slots=True)
class DeskLine:
    """A desk of the class: what it said last, and when; ``is_here`` while its line is open."""

    number: int
    name: str
    standing: ClassLine
    heard_at: datetime
    is_here: bool = True


@dataclass(frozen=True, slots=True)
class ClassBook:
    """All desks of a class in the order in which they came; a desk that comes again keeps its line."""

    code: str
    desks: tuple[DeskLine, ...] = ()

    def joined(self, line: ClassLine, at: datetime) -> tuple[ClassBook, int]:
        """Let a desk in that names the class's code; 0 in place of its number where it may not join."""
        known = next((desk for desk in self.desks if desk.name == line.desk), None)
        if line.said is not Said.JOIN or line.code.upper() != self.code or not line.desk.strip():
            return self, 0
        if known and known.is_here:
            return self, 0
        if known:
            return self._with(replace(known, heard_at=at, is_here=True)), known.number
        if len(self.desks) >= MOST_DESKS:
            return self, 0
        number = len(self.desks) + 1
        return replace(self, desks=(*self.desks, DeskLine(number, line.desk, line, at))), number

    def stands(self, number: int, line: ClassLine, at: datetime) -> ClassBook:
        """Note where a desk stands."""
        return self._with(replace(self.desks[number - 1], standing=line, heard_at=at))

    def left(self, number: int) -> ClassBook:
        """Note that a desk's line is closed."""
        return self._with(replace(self.desks[number - 1], is_here=False))

    def as_csv(self, *, named: bool) -> str:
        """Write the scores as a table, without the names of the desks where ``named`` is not wished."""
        text = StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(
            ("desk", "name", "lesson", "step", "steps", "seconds", "errors", "hints", "points", "most")
        )
        for desk in self.desks:
            told = desk.standing
            points = told.points if told.is_over else ""
            name = _harmless(desk.name) if named else ""
            counted = (told.step, told.steps, told.seconds, told.errors, told.hints, points, told.most)
            writer.writerow((desk.number, name, _harmless(told.lesson), *counted))
        return text.getvalue()

    def _with(self, desk: DeskLine) -> ClassBook:
        at = desk.number - 1
        return replace(self, desks=(*self.desks[:at], desk, *self.desks[at + 1 :]))


def _harmless(text: str) -> str:
    """Keep a table's program from taking a name for a formula."""
    return f"'{text}" if text[:1] in {"=", "+", "-", "@"} else text
