"""The step of the database's shape by which a code from elsewhere stands again once its dossier is void."""

CODES_AGAIN = (
    """CREATE TABLE dossiers_then (
        seq INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
        dossier_id TEXT NOT NULL UNIQUE,
        code TEXT NOT NULL,
        procedure_code TEXT NOT NULL,
        procedure_name TEXT NOT NULL,
        holder_id TEXT NOT NULL,
        holder_name TEXT NOT NULL,
        received_on TEXT NOT NULL,
        received_at TEXT NOT NULL,
        due_at TEXT NOT NULL,
        papers INTEGER NOT NULL,
        prints INTEGER NOT NULL,
        content TEXT NOT NULL,
        linked TEXT NOT NULL DEFAULT '',
        child_name TEXT NOT NULL DEFAULT '',
        voided_before INTEGER NOT NULL DEFAULT 0
    )""",
    """INSERT INTO dossiers_then (
            seq, dossier_id, code, procedure_code, procedure_name, holder_id, holder_name, received_on,
            received_at, due_at, papers, prints, content, linked, child_name
        ) SELECT
            seq, dossier_id, code, procedure_code, procedure_name, holder_id, holder_name, received_on,
            received_at, due_at, papers, prints, content, linked, child_name
        FROM dossiers ORDER BY seq""",
    "DROP TABLE dossiers",
    "ALTER TABLE dossiers_then RENAME TO dossiers",
    "CREATE UNIQUE INDEX dossiers_by_code ON dossiers (code, voided_before)",
    "CREATE INDEX dossiers_by_day ON dossiers (received_on)",
    "CREATE INDEX dossiers_by_holder ON dossiers (holder_id)",
    "CREATE INDEX dossiers_by_link ON dossiers (linked) WHERE linked != ''",
    """CREATE TRIGGER dossier_codes_stay BEFORE UPDATE OF code ON dossiers
        BEGIN SELECT RAISE(ABORT, 'a dossier code is never changed'); END""",
)
"""Version 14: each code stands once at a time, and an own one only ever once."""
