"""Appointments, whose people a desk may expect; changes by kind, so that those of a past day are found."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "v0002"
down_revision = "v0001"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "appointments",
        sa.Column("office_code", sa.Text, primary_key=True, nullable=False),
        sa.Column("day", sa.Date, primary_key=True, nullable=False),
        sa.Column("number", sa.Text, primary_key=True, nullable=False),
        sa.Column("full_name", sa.Text, nullable=False),
        sa.Column("born_on", sa.Text, nullable=False),
    )
    op.create_index("appointments_day", "appointments", ["day"])
    op.create_index("changes_kind", "changes", ["kind", "subject"])
