"""The step of the database's shape for what the hub sends; ``migrations`` says when it is taken."""

PULLED = (
    """CREATE TABLE publications (
        seq INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
        kind TEXT NOT NULL,
        name TEXT NOT NULL,
        version TEXT NOT NULL,
        body TEXT NOT NULL,
        received_at TEXT NOT NULL,
        flaw TEXT NOT NULL,
        UNIQUE (kind, name, version)
    )""",
    """CREATE TABLE expected_people (
        day TEXT NOT NULL, citizen_id TEXT NOT NULL, content TEXT NOT NULL, PRIMARY KEY (day, citizen_id)
    )""",
    """CREATE TABLE expected_numbers (
        day TEXT NOT NULL, number TEXT NOT NULL, citizen_id TEXT NOT NULL,
        PRIMARY KEY (day, number, citizen_id)
    )""",
)
"""Publications of the hub; people who are expected on a day, under every number they are known by."""
