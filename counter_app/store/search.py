"""Finds lines of the register by a piece of the code, words of the name or the last digits of a number.

The index is FTS5 by trigrams over folded text: ``name`` is " nguyen thi huong " (a space before each word
makes the beginning of a word a piece of text), ``code`` is as it is, and ``tail`` has every number of the
person, in force, cancelled or of nine digits, each closed by a bar, so that only its end can match.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from sqlalchemy import ColumnElement, Connection, Select, func, insert, literal_column, select

from counter_app.domain.dossier import Dossier
from counter_app.store.rows import Line
from counter_app.store.tables import dossiers, register_index

Fold = Callable[[str], str]

_SHORTEST_PIECE = 3
"""Letters of a code and digits of an ID below which nothing is looked for: a trigram has three."""
_LONGEST_QUERY = 80
LINE = (
    dossiers.c.dossier_id,
    dossiers.c.code,
    dossiers.c.procedure_name,
    dossiers.c.holder_name,
    dossiers.c.holder_id,
    dossiers.c.received_at,
    dossiers.c.due_at,
    dossiers.c.papers,
    dossiers.c.prints,
    dossiers.c.linked,
)
"""The columns from which ``rows.register_row`` makes a line."""


def index_dossier(connection: Connection, seq: int, dossier: Dossier, fold: Fold) -> None:
    """Enter a dossier into the index under the number of its row."""
    holder = dossier.whose
    entry = {
        "rowid": seq,
        "name": f" {' '.join(fold(holder.full_name).split())} ",
        "code": fold(dossier.code),
        "tail": "".join(f"{number}|" for number in holder.numbers),
    }
    connection.execute(insert(register_index).values(entry))


def find_lines(connection: Connection, query: str, day: date | None, *, limit: int, fold: Fold) -> list[Line]:
    """Select the newest lines of ``day`` (of all days if None) that match; an empty query matches all."""
    words = fold("".join(sign if sign.isprintable() else " " for sign in query[:_LONGEST_QUERY])).split()
    lines = select(*LINE).order_by(dossiers.c.seq.desc()).limit(limit)
    if day is not None:
        lines = lines.where(dossiers.c.received_on == day)
    if words:
        hits = _hits(words)
        hits = hits.limit(limit) if day is None else hits.where(_within(day))
        lines = lines.where(dossiers.c.seq.in_(hits))
    return list(connection.execute(lines))


def _hits(words: list[str]) -> Select[int]:
    row = register_index.c.rowid
    found = literal_column("register_index").op("MATCH")(_expression(words))
    return select(row).where(found).order_by(row.desc())


def _within(day: date) -> ColumnElement[bool]:
    """Bound the index to the stretch in which a day's rows lie, so that a common name costs no more."""
    first = select(func.min(dossiers.c.seq)).where(dossiers.c.received_on == day).scalar_subquery()
    last = select(func.max(dossiers.c.seq)).where(dossiers.c.received_on == day).scalar_subquery()
    return register_index.c.rowid.between(first, last)


def _expression(words: list[str]) -> str:
    piece = "".join(words)
    ways = [" AND ".join(f"name : {_quoted(_in_name(word))}" for word in words)]
    if len(piece) >= _SHORTEST_PIECE:
        ways.append(f"code : {_quoted(piece)}")
    if len(piece) >= _SHORTEST_PIECE and piece.isdecimal():
        ways.append(f"tail : {_quoted(piece + '|')}")
    return " OR ".join(f"({way})" for way in ways)


def _in_name(word: str) -> str:
    """Look for the beginning of a word; a single letter (Y, Ê are names) only as the whole of one."""
    return f" {word}" if len(word) > 1 else f" {word} "


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
