"""Plain values as JSON text and back: frozen dataclasses and enumerations of a closed list, nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, time
from enum import Enum
from typing import Any


class ValueText:
    """Writes values of the given classes, and of what those are made of, as JSON; reads back only these.

    The text holds texts, whole numbers, flags and None as they are, and then, part before whole, what is
    made of them: the number of its class, below zero of a built-in kind, and the places of its parts.
    What is equal is written once and becomes one value.
    """

    def __init__(self, classes: Sequence[type]) -> None:
        self._classes = tuple(classes)

    @property
    def shape(self) -> str:
        """Name every class and its fields: text of another shape must not be read."""
        return ";".join(f"{kind.__qualname__}({','.join(_names(kind))})" for kind in self._classes)

    def written(self, value: object) -> str:
        """Write a value; raises TypeError for one of a class that is not listed."""
        pool = _Pool(self._classes)
        pool.place(value)
        return json.dumps(pool.entries, ensure_ascii=False, separators=(",", ":"))

    def read(self, text: str) -> object:
        """Read a value; raises ValueError for whatever was not written here."""
        try:
            return self._last(json.loads(text))
        except (TypeError, LookupError, OverflowError, RecursionError) as error:
            raise ValueError from error

    def _last(self, entries: list[Any]) -> object:
        found: list[Any] = []
        for entry in entries:
            if type(entry) is not list:
                found.append(entry)
                continue
            tag = entry[0]
            parts = [found[place] for place in entry[1:]]
            found.append(self._classes[tag](*parts) if tag >= 0 else _MADE[tag](parts))
        return found[-1]


class _Pool:
    """Collects the entries of one text, each thing once."""

    def __init__(self, classes: Sequence[type]) -> None:
        self._tags = {kind: tag for tag, kind in enumerate(classes)}
        self._places: dict[Hashable, int] = {}
        self.entries: list[object] = []

    def place(self, value: object) -> int:
        """Write a value after its parts and give its place."""
        kind = type(value)
        if value is None or kind in (str, int, bool):
            return self._entered((kind, value), value)
        if kind in _BUILT_IN:
            tag, parts_of, _ = _BUILT_IN[kind]
            parts = parts_of(value)
        elif kind in self._tags:
            tag = self._tags[kind]
            parts = (value.value,) if isinstance(value, Enum) else [getattr(value, at) for at in _names(kind)]
        else:
            raise TypeError(kind)
        entry = [tag, *map(self.place, parts)]
        return self._entered(tuple(entry), entry)

    def _entered(self, key: Hashable, entry: object) -> int:
        if key not in self._places:
            self._places[key] = len(self.entries)
            self.entries.append(entry)
        return self._places[key]


def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()


_BUILT_IN: Mapping[type, tuple[int, Callable[[Any], Any], Callable[[list[Any]], object]]] = {
    tuple: (-1, lambda value: value, tuple),
    frozenset: (-2, sorted, frozenset),
    dict: (-3, lambda value: value.items(), dict),
    date: (-4, lambda value: (value.toordinal(),), lambda parts: date.fromordinal(*parts)),
    time: (-5, lambda value: (value.isoformat(),), lambda parts: time.fromisoformat(*parts)),
}
_MADE = {tag: made for tag, _, made in _BUILT_IN.values()}
