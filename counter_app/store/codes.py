"""Dossier codes in the desk's database: each stands once, and a provisional one gets a lasting one."""

from __future__ import annotations

from sqlalchemy import Connection, insert, or_, select, union_all

from counter_app.domain.dossier import Dossier
from counter_app.errors import NotFound
from counter_app.services.ports import CodeTaken
from counter_app.store.records import VOID
from counter_app.store.rows import dossier_from
from counter_app.store.search import Fold, index_codes
from counter_app.store.tables import dossiers, final_code_of_it, final_codes

WHOLE = select(dossiers.c.content, dossiers.c.prints, final_code_of_it, VOID)
"""The columns from which ``rows.dossier_from`` makes a dossier."""


def is_given(connection: Connection, code: str) -> bool:
    """Whether a dossier has this code, from the beginning or in place of a provisional one."""
    given = union_all(
        select(dossiers.c.dossier_id).where(dossiers.c.code == code),
        select(final_codes.c.dossier_id).where(final_codes.c.code == code),
    )
    return connection.execute(given).first() is not None


def dossiers_with_code(connection: Connection, code: str) -> tuple[Dossier, ...]:
    """List the dossiers that have this code, from the beginning or since, the latest first."""
    since = select(final_codes.c.dossier_id).where(final_codes.c.code == code)
    wanted = WHOLE.where(or_(dossiers.c.code == code, dossiers.c.dossier_id.in_(since)))
    return tuple(map(dossier_from, connection.execute(wanted.order_by(dossiers.c.seq.desc()))))


def voided_before(connection: Connection, dossier: Dossier) -> int:
    """Count the voided dossiers that had this one's code; raises CodeTaken where it may not have it again."""
    if not dossier.came_with_code:
        if is_given(connection, dossier.code):
            raise CodeTaken(dossier.code)
        return 0
    earlier = dossiers_with_code(connection, dossier.code)
    if any(one.void is None or not one.came_with_code for one in earlier):
        raise CodeTaken(dossier.code)
    return len(earlier)


def enter_final_code(connection: Connection, dossier_id: str, code: str, *, fold: Fold) -> None:
    """Keep a dossier's lasting code, by which it is found from now on, too; a repeat changes nothing.

    Raises NotFound, and CodeTaken where another dossier has it.
    """
    wanted = select(dossiers.c.seq, dossiers.c.code, final_code_of_it)
    row = connection.execute(wanted.where(dossiers.c.dossier_id == dossier_id)).one_or_none()
    if row is None:
        raise NotFound(dossier_id)
    if row.final_code == code:
        return
    if is_given(connection, code):
        raise CodeTaken(code)
    connection.execute(insert(final_codes).values(dossier_id=dossier_id, code=code))
    index_codes(connection, row.seq, f"{fold(row.code)} {fold(code)}")
