"""Finds lines of the register by a piece of the code, words of the name or the last digits of a number.

Two FTS5 indexes stand beside the dossiers. ``register_index`` finds a code by any piece of it (trigrams).
``people_index`` finds a holder by beginnings of the words of their name, folded; and by the end of any number
they have had, in force, cancelled or of nine digits: read backwards, an end is a beginning.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

from sqlalchemy import Connection, Select, TableClause, func, insert, literal_column, select, union_all

from counter_app.domain.dossier import Dossier
from counter_app.store.outbox import PROGRESS
from counter_app.store.records import VOID
from counter_app.store.rows import Line
from counter_app.store.tables import dossiers, final_code_of_it, outbox, people_index, register_index

Fold = Callable[[str], str]

_SHORTEST_PIECE = 3
"""Letters of a code and digits of a number below which nothing is looked for: a trigram has three."""
_LONGEST_QUERY = 80
_WORD = re.compile(r"[^\W_]+")
_PROGRESS_OF_IT = (
    select(func.min(PROGRESS)).where(outbox.c.subject == dossiers.c.dossier_id).scalar_subquery()
)
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
    dossiers.c.child_name,
    final_code_of_it,
    _PROGRESS_OF_IT.label("progress"),
    VOID,
)
"""The columns from which ``rows.register_row`` makes a line."""


def index_dossier(connection: Connection, seq: int, dossier: Dossier, fold: Fold) -> None:
    """Enter a dossier into both indexes under the number of its row.

    That of a child without a number is found by the child's name, and by name and numbers of who filed it.
    """
    holder = dossier.whose
    index_codes(connection, seq, fold(dossier.code))
    numbers = " ".join(number[::-1] for number in holder.numbers)
    words = " ".join(_words(fold(f"{dossier.child_name} {holder.full_name}")))
    person = {"rowid": seq, "words": words, "numbers": numbers}
    connection.execute(insert(people_index).values(person))


def index_codes(connection: Connection, seq: int, folded: str) -> None:
    """Enter the codes of a dossier, in place of those that were entered before."""
    codes = {"rowid": seq, "name": "", "code": folded, "tail": ""}
    connection.execute(insert(register_index).prefix_with("OR REPLACE").values(codes))


def find_lines(connection: Connection, query: str, day: date | None, *, limit: int, fold: Fold) -> list[Line]:
    """Select the newest lines of ``day`` (of all days if None) that match; an empty query matches all."""
    wanted = fold("".join(sign if sign.isprintable() else " " for sign in query[:_LONGEST_QUERY]))
    lines = select(*LINE).order_by(dossiers.c.seq.desc()).limit(limit)
    if day is not None:
        lines = lines.where(dossiers.c.received_on == day)
    if wanted.split():
        hits = [_within(rows, day) if day else rows.limit(limit) for rows in _hits(wanted)]
        found = union_all(*(select(rows.subquery().c.rowid) for rows in hits)) if hits else ()
        lines = lines.where(dossiers.c.seq.in_(found))
    return list(connection.execute(lines))


def _hits(wanted: str) -> Iterator[Select[int]]:
    """Ask each index that may know the question for the numbers of rows, the newest first."""
    piece = "".join(wanted.split())
    people = list(_ways_to_people(wanted, piece))
    if people:
        yield _matching(people_index, " OR ".join(f"({way})" for way in people))
    if len(piece) >= _SHORTEST_PIECE:
        yield _matching(register_index, f"code : {_quoted(piece)}")


def _matching(index: TableClause, expression: str) -> Select[int]:
    found = literal_column(index.name).op("MATCH")(expression)
    return select(index.c.rowid).where(found).order_by(index.c.rowid.desc())


def _within(rows: Select[int], day: date) -> Select[int]:
    """Bound an index to the stretch in which a day's rows lie, so that a common name costs no more."""
    first = select(func.min(dossiers.c.seq)).where(dossiers.c.received_on == day).scalar_subquery()
    last = select(func.max(dossiers.c.seq)).where(dossiers.c.received_on == day).scalar_subquery()
    return rows.where(literal_column("rowid").between(first, last))


def _ways_to_people(wanted: str, piece: str) -> Iterator[str]:
    words = _words(wanted)
    if words:
        yield " AND ".join(f"words : {_beginning(word)}" for word in words)
    if len(piece) >= _SHORTEST_PIECE and piece.isdecimal() and piece.isascii():
        yield f"numbers : {_quoted(piece[::-1])} *"


def _words(folded: str) -> list[str]:
    """Cut a folded text as the index does: anything but letters and digits parts words."""
    return _WORD.findall(folded)


def _beginning(word: str) -> str:
    """Look for the beginning of a word; a single letter (Y, Ê are names) only as the whole of one."""
    return f"{_quoted(word)} *" if len(word) > 1 else _quoted(word)


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
