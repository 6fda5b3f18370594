"""The tables of the desk's database, as queries see them; ``migrations`` is what makes them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Column, Date, Integer, MetaData, String, Table, Text, column, select, table
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator


class Moment(TypeDecorator[datetime]):
    """A moment as ISO text with its offset, so that it comes back with the hours that were written."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Write the moment."""
        return value.isoformat() if value else None

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Read the moment."""
        return datetime.fromisoformat(value) if value else None


metadata = MetaData()

drafts = Table(
    "drafts",
    metadata,
    Column("draft_id", String, primary_key=True),
    Column("content", Text, nullable=False),
    Column("applicant_id", String),
    Column("holder_id", String),
    Column("basket", String),
)
"""The last three are the database's own reading of ``content``: nobody writes them."""

dossiers = Table(
    "dossiers",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("dossier_id", String, nullable=False, unique=True),
    Column("code", String, nullable=False),
    Column("procedure_code", String, nullable=False),
    Column("procedure_name", String, nullable=False),
    Column("holder_id", String, nullable=False),
    Column("holder_name", String, nullable=False),
    Column("received_on", Date, nullable=False),
    Column("received_at", Moment, nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("papers", Integer, nullable=False),
    Column("prints", Integer, nullable=False),
    Column("content", Text, nullable=False),
    Column("linked", String, nullable=False),
    Column("child_name", String, nullable=False),
    Column("voided_before", Integer, nullable=False),
)
"""``voided_before`` counts the voided dossiers that had the same code: each code stands once at a time."""

register_index = table(
    "register_index", column("rowid", Integer), column("name"), column("code"), column("tail")
)
"""An FTS5 trigram index of the codes, row by row under the number of ``dossiers``; see ``search``."""

people_index = table("people_index", column("rowid", Integer), column("words"), column("numbers"))
"""An FTS5 index of the holders' words and numbers, under the same number; see ``search``."""

numbers = Table(
    "numbers",
    metadata,
    Column("office_code", String, primary_key=True),
    Column("day", Date, primary_key=True),
    Column("next", Integer, nullable=False),
    Column("first", Integer, nullable=False),
)
"""``first`` is where the numbers went on after some were left out; those before are rows of ``leases``."""

outbox = Table(
    "outbox",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("entry_id", String, nullable=False, unique=True),
    Column("kind", String, nullable=False),
    Column("subject", String, nullable=False),
    Column("content", Text, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("acknowledged_at", Moment),
    Column("monotonic_ms", Integer),
    Column("hub_offset_ms", Integer),
    Column("is_whole", Integer, nullable=False),
    Column("sending_since", Moment),
    Column("tries", Integer, nullable=False),
    Column("next_try_at", Moment),
    Column("aside", String),
    Column("detail", String, nullable=False),
    Column("left_out_at", Moment),
)
"""Up to ``is_whole``, ``acknowledged_at`` aside, what was said: final. The rest is how far it has come."""

uploads = Table(
    "uploads",
    metadata,
    Column("sha256", String, primary_key=True),
    Column("arrived", Integer, nullable=False),
)

leases = Table(
    "leases",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("request_id", String, nullable=False, unique=True),
    Column("office_code", String, nullable=False),
    Column("day", Date, nullable=False),
    Column("first", Integer),
    Column("last", Integer),
    Column("next", Integer),
)
"""A row without numbers is a request that no hub has answered yet."""

final_codes = Table(
    "final_codes",
    metadata,
    Column("dossier_id", String, primary_key=True),
    Column("code", String, nullable=False, unique=True),
)
"""The code that came in place of a provisional one, which stays on the dossier's own row."""
final_code_of_it = (
    select(final_codes.c.code)
    .where(final_codes.c.dossier_id == dossiers.c.dossier_id)
    .scalar_subquery()
    .label("final_code")
)
"""The lasting code of a dossier, as a column of a query about ``dossiers``."""

history = Table(
    "history",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("deed", String, nullable=False),
    Column("subject", String, nullable=False),
    Column("official_sign", String, nullable=False),
    Column("at", Moment, nullable=False),
    Column("outcome", String, nullable=False),
    Column("reason", String, nullable=False),
    Column("link", String, nullable=False),
)

clock_events = Table(
    "clock_events",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("dossier_id", String, nullable=False),
    Column("at", Moment, nullable=False),
    Column("happening", String, nullable=False),
    Column("wait", String),
    Column("until", Moment),
)

outcomes = Table(
    "outcomes",
    metadata,
    Column("dossier_id", String, primary_key=True),
    Column("holder_id", String, nullable=False),
    Column("handed_over_at", Moment, nullable=False),
    Column("content", Text, nullable=False),
)

records = Table(
    "records",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("kind", String, nullable=False),
    Column("subject", String, nullable=False),
    Column("written_on", Date, nullable=False),
    Column("content", Text, nullable=False),
)

publications = Table(
    "publications",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("kind", String, nullable=False),
    Column("name", String, nullable=False),
    Column("version", String, nullable=False),
    Column("body", Text, nullable=False),
    Column("received_at", Moment, nullable=False),
    Column("flaw", Text, nullable=False),
)

expected_people = Table(
    "expected_people",
    metadata,
    Column("day", Date, primary_key=True),
    Column("citizen_id", String, primary_key=True),
    Column("content", Text, nullable=False),
)

expected_numbers = Table(
    "expected_numbers",
    metadata,
    Column("day", Date, primary_key=True),
    Column("number", String, primary_key=True),
    Column("citizen_id", String, primary_key=True),
)

undoable = Table(
    "undoable",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("draft_id", String, nullable=False, unique=True),
    Column("linked", String, nullable=False),
    Column("content", Text, nullable=False),
)

accounts = Table(
    "accounts",
    metadata,
    Column("sign", String, primary_key=True),
    Column("content", Text, nullable=False),
)

preferences = Table(
    "preferences",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", String, nullable=False),
)
