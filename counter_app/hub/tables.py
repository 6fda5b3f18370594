"""The tables of the hub's database, as the newest migration leaves them."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy import Column, Index, Table

from counter_app.hub.database import Moment

metadata = sa.MetaData()
_Serial = sa.BigInteger().with_variant(sa.Integer, "sqlite")
"""SQLite counts by itself only in its own integer."""


def _text(name: str, *, primary_key: bool = False) -> Column[str]:
    return Column(name, sa.Text, primary_key=primary_key, nullable=False)


devices = Table(
    "devices",
    metadata,
    _text("device_id", primary_key=True),
    _text("office_code"),
    _text("name"),
    _text("counter"),
    _text("public_key"),
    _text("history_link"),
    Column("enrolled_at", Moment, nullable=False),
    Column("revoked_at", Moment),
    sa.UniqueConstraint("office_code", "counter", name="devices_counter"),
)

enrolment_codes = Table(
    "enrolment_codes",
    metadata,
    _text("code_hash", primary_key=True),
    _text("office_code"),
    Column("expires_at", Moment, nullable=False),
    Column("device_id", sa.Text),
)

nonces = Table(
    "nonces",
    metadata,
    _text("device_id", primary_key=True),
    _text("nonce", primary_key=True),
    Column("seen_at", Moment, nullable=False),
    Index("nonces_seen_at", "seen_at"),
)
"""Not logged by PostgreSQL: after a crash of the server the ledger's own rule is what stops a replay."""

entries = Table(
    "entries",
    metadata,
    _text("device_id", primary_key=True),
    _text("entry_id", primary_key=True),
    _text("office_code"),
    _text("kind"),
    _text("subject"),
    _text("content"),
    _text("content_hash"),
    Column("created_at", Moment, nullable=False),
    Column("taken_at", Moment, nullable=False),
    Column("seq", sa.BigInteger, nullable=False),
    Column("monotonic_ms", sa.BigInteger, nullable=False),
    _text("receipt"),
    Index("entries_subject", "subject"),
)

dossiers = Table(
    "dossiers",
    metadata,
    _text("dossier_id", primary_key=True),
    _text("office_code"),
    _text("code"),
    _text("provisional_code"),
    _text("procedure_code"),
    _text("state"),
    _text("reason"),
    Column("received_at", Moment, nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("state_at", Moment, nullable=False),
    Column("training", sa.Boolean, nullable=False),
    _text("device_id"),
    _text("entry_id"),
    _text("content_hash"),
    _text("settled_by"),
    _text("settled_entry"),
    Column("pushed_at", Moment),
    Column("changed_at", Moment, nullable=False),
    Index("dossiers_code", "code"),
    Index("dossiers_provisional_code", "provisional_code"),
    Index("dossiers_office", "office_code", "received_at"),
    Index("dossiers_changed", "changed_at"),
)
"""One line a dossier: what its entries come to. ``settled_by`` is the desk that ended it, if one did."""

codes = Table(
    "codes",
    metadata,
    _text("code", primary_key=True),
    _text("dossier_id"),
)
"""Every code that was ever used, and by which dossier last: no own one is used again, voided or not."""

conflicts = Table(
    "conflicts",
    metadata,
    _text("conflict_id", primary_key=True),
    _text("dossier_id"),
    _text("office_code"),
    Column("noticed_at", Moment, nullable=False),
    Column("decided_at", Moment),
    Column("decided_by", sa.Text),
    Column("reason", sa.Text),
    Column("kept_device", sa.Text),
    Column("kept_entry", sa.Text),
    Index("conflicts_open", "office_code", "decided_at"),
    Index("conflicts_dossier", "dossier_id"),
)

versions = Table(
    "versions",
    metadata,
    _text("conflict_id", primary_key=True),
    _text("device_id", primary_key=True),
    _text("entry_id", primary_key=True),
)
"""Which entries stand against each other in a conflict."""

counters = Table(
    "counters",
    metadata,
    _text("office_code", primary_key=True),
    Column("day", sa.Date, primary_key=True),
    Column("next", sa.Integer, nullable=False),
)

leases = Table(
    "leases",
    metadata,
    _text("device_id", primary_key=True),
    _text("request_id", primary_key=True),
    _text("office_code"),
    Column("day", sa.Date, nullable=False),
    Column("asked", sa.Integer, nullable=False),
    Column("first", sa.Integer, nullable=False),
    Column("last", sa.Integer, nullable=False),
    Column("given_at", Moment, nullable=False),
    Index("leases_day", "office_code", "day"),
)

papers = Table(
    "papers",
    metadata,
    _text("sha256", primary_key=True),
    Column("size", sa.BigInteger, nullable=False),
    _text("device_id"),
    Column("begun_at", Moment, nullable=False),
    Column("completed_at", Moment),
)

chunks = Table(
    "chunks",
    metadata,
    _text("sha256", primary_key=True),
    Column("start", sa.BigInteger, primary_key=True),
    Column("size", sa.Integer, nullable=False),
)

changes = Table(
    "changes",
    metadata,
    Column("number", _Serial, primary_key=True),
    _text("office_code"),
    _text("kind"),
    _text("subject"),
    Column("at", Moment, nullable=False),
    _text("content"),
    Index("changes_office", "office_code", "number"),
    Index("changes_kind", "kind", "subject"),
)
"""``office_code`` is empty for what every office is told."""

appointments = Table(
    "appointments",
    metadata,
    _text("office_code", primary_key=True),
    Column("day", sa.Date, primary_key=True),
    _text("number", primary_key=True),
    _text("full_name"),
    _text("born_on"),
    Index("appointments_day", "day"),
)
"""Who said they would come; deleted when the day is over."""

look_ups = Table(
    "look_ups",
    metadata,
    _text("look_up_id", primary_key=True),
    _text("device_id"),
    _text("office_code"),
    _text("official_sign"),
    _text("purpose"),
    _text("procedure_code"),
    _text("dossier_id"),
    _text("number_hash"),
    Column("asked_at", Moment, nullable=False),
    Column("answered_at", Moment),
    _text("outcome"),
    Index("look_ups_number", "number_hash"),
)
"""Who asked about whom, and why; the number itself is only kept as a hash under the hub's key."""
