"""The first tables: desks, the ledger and what it comes to, numbers, papers, changes, look-ups."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from counter_app.hub.database import Moment

revision = "v0001"
down_revision = None
_Serial = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Make the tables."""
    _make_devices()
    _make_ledger()
    _make_the_rest()
    _make_indexes()


def _make_devices() -> None:
    op.create_table(
        "devices",
        _text("device_id", primary_key=True),
        _text("office_code"),
        _text("name"),
        _text("counter"),
        _text("public_key"),
        _text("history_link"),
        sa.Column("enrolled_at", Moment, nullable=False),
        sa.Column("revoked_at", Moment),
        sa.UniqueConstraint("office_code", "counter", name="devices_counter"),
    )
    op.create_table(
        "enrolment_codes",
        _text("code_hash", primary_key=True),
        _text("office_code"),
        sa.Column("expires_at", Moment, nullable=False),
        sa.Column("device_id", sa.Text),
    )
    op.create_table(
        "nonces",
        _text("device_id", primary_key=True),
        _text("nonce", primary_key=True),
        sa.Column("seen_at", Moment, nullable=False),
        prefixes=["UNLOGGED"] if op.get_bind().dialect.name == "postgresql" else [],
    )
    op.create_table(
        "entries",
        _text("device_id", primary_key=True),
        _text("entry_id", primary_key=True),
        _text("office_code"),
        _text("kind"),
        _text("subject"),
        _text("content"),
        _text("content_hash"),
        sa.Column("created_at", Moment, nullable=False),
        sa.Column("taken_at", Moment, nullable=False),
        sa.Column("seq", sa.BigInteger, nullable=False),
        sa.Column("monotonic_ms", sa.BigInteger, nullable=False),
        _text("receipt"),
    )


def _make_ledger() -> None:
    op.create_table(
        "dossiers",
        _text("dossier_id", primary_key=True),
        _text("office_code"),
        _text("code"),
        _text("provisional_code"),
        _text("procedure_code"),
        _text("state"),
        _text("reason"),
        sa.Column("received_at", Moment, nullable=False),
        sa.Column("due_at", Moment, nullable=False),
        sa.Column("state_at", Moment, nullable=False),
        sa.Column("training", sa.Boolean, nullable=False),
        _text("device_id"),
        _text("entry_id"),
        _text("content_hash"),
        _text("settled_by"),
        _text("settled_entry"),
        sa.Column("pushed_at", Moment),
        sa.Column("changed_at", Moment, nullable=False),
    )
    op.create_table(
        "codes",
        _text("code", primary_key=True),
        _text("dossier_id"),
    )
    op.create_table(
        "conflicts",
        _text("conflict_id", primary_key=True),
        _text("dossier_id"),
        _text("office_code"),
        sa.Column("noticed_at", Moment, nullable=False),
        sa.Column("decided_at", Moment),
        sa.Column("decided_by", sa.Text),
        sa.Column("reason", sa.Text),
        sa.Column("kept_device", sa.Text),
        sa.Column("kept_entry", sa.Text),
    )
    op.create_table(
        "versions",
        _text("conflict_id", primary_key=True),
        _text("device_id", primary_key=True),
        _text("entry_id", primary_key=True),
    )


def _make_the_rest() -> None:
    op.create_table(
        "counters",
        _text("office_code", primary_key=True),
        sa.Column("day", sa.Date, primary_key=True),
        sa.Column("next", sa.Integer, nullable=False),
    )
    op.create_table(
        "leases",
        _text("device_id", primary_key=True),
        _text("request_id", primary_key=True),
        _text("office_code"),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("asked", sa.Integer, nullable=False),
        sa.Column("first", sa.Integer, nullable=False),
        sa.Column("last", sa.Integer, nullable=False),
        sa.Column("given_at", Moment, nullable=False),
    )
    op.create_table(
        "papers",
        _text("sha256", primary_key=True),
        sa.Column("size", sa.BigInteger, nullable=False),
        _text("device_id"),
        sa.Column("begun_at", Moment, nullable=False),
        sa.Column("completed_at", Moment),
    )
    op.create_table(
        "chunks",
        _text("sha256", primary_key=True),
        sa.Column("start", sa.BigInteger, primary_key=True),
        sa.Column("size", sa.Integer, nullable=False),
    )
    op.create_table(
        "changes",
        sa.Column("number", _Serial, primary_key=True),
        _text("office_code"),
        _text("kind"),
        _text("subject"),
        sa.Column("at", Moment, nullable=False),
        _text("content"),
    )
    op.create_table(
        "look_ups",
        _text("look_up_id", primary_key=True),
        _text("device_id"),
        _text("office_code"),
        _text("official_sign"),
        _text("purpose"),
        _text("procedure_code"),
        _text("dossier_id"),
        _text("number_hash"),
        sa.Column("asked_at", Moment, nullable=False),
        sa.Column("answered_at", Moment),
        _text("outcome"),
    )


def _make_indexes() -> None:
    op.create_index("nonces_seen_at", "nonces", ["seen_at"])
    op.create_index("entries_subject", "entries", ["subject"])
    op.create_index("dossiers_code", "dossiers", ["code"])
    op.create_index("dossiers_provisional_code", "dossiers", ["provisional_code"])
    op.create_index("dossiers_office", "dossiers", ["office_code", "received_at"])
    op.create_index("dossiers_changed", "dossiers", ["changed_at"])
    op.create_index("conflicts_open", "conflicts", ["office_code", "decided_at"])
    op.create_index("conflicts_dossier", "conflicts", ["dossier_id"])
    op.create_index("leases_day", "leases", ["office_code", "day"])
    op.create_index("changes_office", "changes", ["office_code", "number"])
    op.create_index("look_ups_number", "look_ups", ["number_hash"])


def _text(name: str, *, primary_key: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, primary_key=primary_key, nullable=False)
