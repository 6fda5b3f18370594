"""The database's shape, one numbered step after another; the file remembers how far it has come."""

from pathlib import Path

from sqlalchemy import Connection, Engine

from counter_app.errors import SetupError
from counter_app.store.code_steps import CODES_AGAIN
from counter_app.store.pulled_steps import PULLED

FIRST = (
    "CREATE TABLE drafts (draft_id TEXT PRIMARY KEY NOT NULL, content TEXT NOT NULL)",
    """CREATE TABLE dossiers (
        seq INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
        dossier_id TEXT NOT NULL UNIQUE,
        code TEXT NOT NULL UNIQUE,
        procedure_code TEXT NOT NULL,
        procedure_name TEXT NOT NULL,
        holder_id TEXT NOT NULL,
        holder_name TEXT NOT NULL,
        received_on TEXT NOT NULL,
        received_at TEXT NOT NULL,
        due_at TEXT NOT NULL,
        papers INTEGER NOT NULL,
        prints INTEGER NOT NULL,
        content TEXT NOT NULL
    )""",
    "CREATE INDEX dossiers_by_day ON dossiers (received_on)",
    "CREATE INDEX dossiers_by_holder ON dossiers (holder_id)",
    """CREATE VIRTUAL TABLE register_index USING fts5 (
        name, code, tail, content='', contentless_delete=1, tokenize='trigram case_sensitive 1'
    )""",
    """CREATE TRIGGER dossier_codes_stay BEFORE UPDATE OF code ON dossiers
        BEGIN SELECT RAISE(ABORT, 'a dossier code is never changed'); END""",
    """CREATE TABLE numbers (
        office_code TEXT NOT NULL, day TEXT NOT NULL, next INTEGER NOT NULL, PRIMARY KEY (office_code, day)
    )""",
    """CREATE TABLE outbox (
        seq INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
        entry_id TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        subject TEXT NOT NULL,
        content TEXT NOT NULL,
        created_at TEXT NOT NULL,
        acknowledged_at TEXT
    )""",
    "CREATE INDEX outbox_waiting ON outbox (seq) WHERE acknowledged_at IS NULL",
    """CREATE TRIGGER outbox_entries_stay BEFORE UPDATE ON outbox
        WHEN OLD.acknowledged_at IS NOT NULL
            OR (NEW.seq, NEW.entry_id, NEW.kind, NEW.subject, NEW.content, NEW.created_at)
            IS NOT (OLD.seq, OLD.entry_id, OLD.kind, OLD.subject, OLD.content, OLD.created_at)
        BEGIN SELECT RAISE(ABORT, 'an outbox entry is only acknowledged, once'); END""",
    """CREATE TRIGGER outbox_keeps_all BEFORE DELETE ON outbox
        BEGIN SELECT RAISE(ABORT, 'the outbox is append-only'); END""",
    """CREATE TABLE history (
        seq INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
        deed TEXT NOT NULL,
        subject TEXT NOT NULL,
        official_sign TEXT NOT NULL,
        at TEXT NOT NULL,
        outcome TEXT NOT NULL,
        reason TEXT NOT NULL,
        link TEXT NOT NULL UNIQUE
    )""",
    "CREATE INDEX history_by_subject ON history (subject)",
    """CREATE TRIGGER history_lines_stay BEFORE UPDATE ON history
        BEGIN SELECT RAISE(ABORT, 'history is append-only'); END""",
    """CREATE TRIGGER history_keeps_all BEFORE DELETE ON history
        BEGIN SELECT RAISE(ABORT, 'history is append-only'); END""",
    "CREATE TABLE preferences (name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL)",
)
"""Version 1. A step that has shipped is never edited: a change is a new step at the end of ``STEPS``."""

LINKED = (
    "ALTER TABLE dossiers ADD COLUMN linked TEXT NOT NULL DEFAULT ''",
    "CREATE INDEX dossiers_by_link ON dossiers (linked) WHERE linked != ''",
)
"""Version 2: which dossiers were received together."""

CLOCK = (
    """CREATE TABLE clock_events (
        seq INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
        dossier_id TEXT NOT NULL,
        at TEXT NOT NULL,
        happening TEXT NOT NULL,
        wait TEXT
    )""",
    "CREATE INDEX clock_events_by_dossier ON clock_events (dossier_id)",
)
"""Version 3: what has moved a dossier's clock since its reception."""

_BACKWARDS = " || ".join(f"substr(holder_id, {place}, 1)" for place in range(12, 0, -1))
PEOPLE = (
    """CREATE VIRTUAL TABLE people_index USING fts5 (
        words, numbers, content='', contentless_delete=1,
        tokenize='unicode61 remove_diacritics 2', prefix='2 3'
    )""",
    f"""INSERT INTO people_index (rowid, words, numbers)
        SELECT seq, replace(replace(holder_name, 'đ', 'd'), 'Đ', 'd'), {_BACKWARDS} FROM dossiers""",  # noqa: S608 - column names alone
)
"""Version 4: holders by whole words and by numbers read backwards, several times quicker than by trigrams."""


def _said(path: str) -> str:
    return f"CASE WHEN json_valid(content) THEN json_extract(content, {path}) END"


def _number(of: str) -> str:
    record, card = f"'$.{of}.record.citizen_id'", f"'$.{of}.card.citizen_id'"
    return f"coalesce({_said(record)}, {_said(card)})"


_READ_FROM_DRAFTS = {
    "applicant_id": _number("applicant"),
    "holder_id": _number("holder"),
    "basket": _said("'$.basket'"),
}
DRAFTS = tuple(
    statement
    for name, value in _READ_FROM_DRAFTS.items()
    for statement in (
        f"ALTER TABLE drafts ADD COLUMN {name} TEXT GENERATED ALWAYS AS ({value}) VIRTUAL",
        f"CREATE INDEX drafts_by_{name} ON drafts ({name})",
    )
)
"""Version 5: one citizen's drafts, and those of one basket, without reading all the others."""

_HOLDER, _APPLICANT = _said("'$.holder'"), _said("'$.applicant'")
_OTHER_NUMBERS = ("$.card.citizen_id", "$.card.former_id", "$.record.former_id")
_SINGLE = " ".join(
    f"UNION SELECT seq, holder_name, json_extract(whose, '{path}') FROM kept"  # noqa: S608 - paths alone
    for path in _OTHER_NUMBERS
)
_NUMBER_BACKWARDS = " || ".join(f"substr(number, {place}, 1)" for place in range(12, 0, -1))
ALL_NUMBERS = (
    "ALTER TABLE dossiers ADD COLUMN child_name TEXT NOT NULL DEFAULT ''",
    f"""WITH kept AS (
            SELECT seq, holder_name, holder_id, coalesce({_HOLDER}, {_APPLICANT}) AS whose FROM dossiers
        ),
        known (seq, holder_name, number) AS (
            SELECT seq, holder_name, holder_id FROM kept {_SINGLE}
            UNION SELECT seq, holder_name, value FROM kept, json_each(whose, '$.record.cancelled_ids')
        )
        INSERT OR REPLACE INTO people_index (rowid, words, numbers)
        SELECT seq, replace(replace(holder_name, 'đ', 'd'), 'Đ', 'd'), group_concat({_NUMBER_BACKWARDS}, ' ')
        FROM known WHERE number != '' GROUP BY seq HAVING count(*) > 1""",  # noqa: S608 - column names alone
)
"""Version 6: dossiers of before version 4 by every number their holder has had; names of new-borns."""

OUTCOMES = (
    """CREATE TABLE outcomes (
        dossier_id TEXT PRIMARY KEY NOT NULL,
        holder_id TEXT NOT NULL,
        handed_over_at TEXT NOT NULL,
        content TEXT NOT NULL
    )""",
    "CREATE INDEX outcomes_by_holder ON outcomes (holder_id)",
    """CREATE TRIGGER outcomes_stay BEFORE UPDATE ON outcomes
        BEGIN SELECT RAISE(ABORT, 'what was handed over is never changed'); END""",
)
"""Version 7: what was handed over of a dossier, under its owner's number."""

_SAID = "seq, entry_id, kind, subject, content, created_at, monotonic_ms, hub_offset_ms, is_whole"
_OLD, _NEW = (", ".join(f"{row}.{name}" for name in _SAID.split(", ")) for row in ("OLD", "NEW"))
SENDING = (
    "ALTER TABLE outbox ADD COLUMN monotonic_ms INTEGER",
    "ALTER TABLE outbox ADD COLUMN hub_offset_ms INTEGER",
    "ALTER TABLE outbox ADD COLUMN is_whole INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE outbox ADD COLUMN sending_since TEXT",
    "ALTER TABLE outbox ADD COLUMN tries INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE outbox ADD COLUMN next_try_at TEXT",
    "ALTER TABLE outbox ADD COLUMN aside TEXT",
    "ALTER TABLE outbox ADD COLUMN detail TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE outbox ADD COLUMN left_out_at TEXT",
    "DROP TRIGGER outbox_entries_stay",
    f"""CREATE TRIGGER outbox_entries_stay BEFORE UPDATE ON outbox
        WHEN OLD.acknowledged_at IS NOT NULL OR OLD.left_out_at IS NOT NULL OR ({_NEW}) IS NOT ({_OLD})
        BEGIN SELECT RAISE(ABORT, 'what an outbox entry says is final, and it leaves once'); END""",
    "DROP INDEX outbox_waiting",
    """CREATE INDEX outbox_waiting ON outbox (seq)
        WHERE acknowledged_at IS NULL AND left_out_at IS NULL AND aside IS NULL""",
    """CREATE INDEX outbox_aside ON outbox (seq)
        WHERE acknowledged_at IS NULL AND left_out_at IS NULL AND aside IS NOT NULL""",
    "CREATE INDEX outbox_by_subject ON outbox (subject)",
    "CREATE TABLE uploads (sha256 TEXT PRIMARY KEY NOT NULL, arrived INTEGER NOT NULL)",
    """CREATE TABLE leases (
        seq INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
        request_id TEXT NOT NULL UNIQUE,
        office_code TEXT NOT NULL,
        day TEXT NOT NULL,
        first INTEGER,
        last INTEGER,
        next INTEGER
    )""",
    "CREATE INDEX leases_by_day ON leases (office_code, day)",
    "CREATE TABLE final_codes (dossier_id TEXT PRIMARY KEY NOT NULL, code TEXT NOT NULL UNIQUE)",
    """CREATE TRIGGER final_codes_stay BEFORE UPDATE ON final_codes
        BEGIN SELECT RAISE(ABORT, 'a dossier code is never changed'); END""",
)
"""Version 8: how far each outbox entry has come; uploads under way; leased numbers; lasting codes."""

RECORDS = (
    """CREATE TABLE records (
        seq INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
        kind TEXT NOT NULL,
        subject TEXT NOT NULL,
        written_on TEXT NOT NULL,
        content TEXT NOT NULL
    )""",
    "CREATE INDEX records_by_subject ON records (subject, kind)",
    "CREATE INDEX records_by_day ON records (written_on, kind)",
    """CREATE TRIGGER records_stay BEFORE UPDATE ON records
        BEGIN SELECT RAISE(ABORT, 'a record is never changed'); END""",
    """CREATE TRIGGER records_keep_all BEFORE DELETE ON records
        BEGIN SELECT RAISE(ABORT, 'records are append-only'); END""",
    """CREATE TABLE undoable (
        seq INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
        draft_id TEXT NOT NULL UNIQUE,
        linked TEXT NOT NULL,
        content TEXT NOT NULL
    )""",
)
"""Version 9: what is written about dossiers after their reception, and the drafts that were received last."""

LEFT_OUT = ("ALTER TABLE numbers ADD COLUMN first INTEGER NOT NULL DEFAULT 1",)
"""Version 10: where a day's numbers went on after a copy of the desk was put back."""

ACCOUNTS = (
    "CREATE TABLE accounts (sign TEXT PRIMARY KEY NOT NULL, content TEXT NOT NULL)",
    """CREATE TRIGGER accounts_stay BEFORE DELETE ON accounts
        BEGIN SELECT RAISE(ABORT, 'an account is closed, never deleted'); END""",
)
"""Version 12: who works at this desk, and how they prove it."""

EXTENDED = ("ALTER TABLE clock_events ADD COLUMN until TEXT",)
"""Version 13: the new time that an apology promises."""

STEPS = (
    FIRST,
    LINKED,
    CLOCK,
    PEOPLE,
    DRAFTS,
    ALL_NUMBERS,
    OUTCOMES,
    SENDING,
    RECORDS,
    LEFT_OUT,
    PULLED,
    ACCOUNTS,
    EXTENDED,
    CODES_AGAIN,
)
NEWEST = len(STEPS)
"""The version that this program works with."""


def migrate(engine: Engine, path: Path) -> None:
    """Bring the database to the newest shape; raises SetupError on a file of a newer program."""
    with engine.begin() as connection:
        version = _version(connection)
        if version > NEWEST:
            raise SetupError(path, "newer_version")
    for number, step in enumerate(STEPS[version:], start=version + 1):
        with engine.begin() as connection:
            for statement in step:
                connection.exec_driver_sql(statement)
            connection.exec_driver_sql(f"PRAGMA user_version = {number}")


def _version(connection: Connection) -> int:
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
