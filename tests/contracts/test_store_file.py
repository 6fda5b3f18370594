"""What the database file itself promises: closed to others, refused with facts, only ever added to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from contracts.limits import files_end_at
from contracts.samples import MORNING, act, dossier, draft, person
from services.fakes import FixedClock, bare
from services.people import at_the_desk, cast
from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import IntegrityError

from counter_app.domain.dossier import Draft
from counter_app.domain.history import FIRST_LINK
from counter_app.domain.void import Void
from counter_app.errors import DiskFull, Outage, SetupError
from counter_app.store.connection import keyed
from counter_app.store.copying import check_database, settle, shape_of
from counter_app.store.engine import open_engine
from counter_app.store.migrations import ALL_NUMBERS, FIRST, LINKED, NEWEST
from counter_app.store.tables import metadata
from counter_app.store.work import DeskStore

KEY = b"k" * 32


def open_store(path: Path, key: bytes = KEY) -> DeskStore:
    return DeskStore(path, key, fold=bare, clock=FixedClock(MORNING))


def save(store: DeskStore, unsaved: Draft) -> None:
    with store.work() as work:
        work.save_draft(unsaved)
        work.commit()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "desk.db"


@pytest.fixture
def store(path: Path) -> Iterator[DeskStore]:
    opened = open_store(path)
    yield opened
    opened.close()


@pytest.fixture
def filled(path: Path) -> Path:
    """Give a closed database in which something is kept on more pages than a few."""
    store = open_store(path)
    with store.work() as work:
        work.save_draft(draft(form="x" * 100_000))
        work.put_outbox("dossier", "dossier-1", "{}")
        work.write_history(act("dossier-1"))
        work.commit()
    store.close()
    return path


def test_nothing_of_a_citizen_can_be_read_in_the_files(store: DeskStore, path: Path) -> None:
    save(store, draft())
    on_disk = b"".join(file.read_bytes() for file in path.parent.iterdir())
    assert "Hương".encode() not in on_disk
    assert b"SQLite format" not in on_disk
    assert b"draft-1" not in on_disk


def test_another_key_is_refused_and_the_file_left_as_it_was(filled: Path) -> None:
    before = filled.read_bytes()
    with pytest.raises(SetupError) as refusal:
        open_store(filled, b"x" * 32)
    assert (refusal.value.path, refusal.value.problem) == (filled, "damaged_or_other_key")
    assert [file.name for file in filled.parent.iterdir()] == ["desk.db"]
    assert filled.read_bytes() == before


def test_another_key_loses_nothing_of_what_a_power_cut_left_in_the_log(filled: Path, tmp_path: Path) -> None:
    store = open_store(filled)
    save(store, draft(2))
    after_cut = tmp_path / "cut"
    after_cut.mkdir()
    for file in filled.parent.iterdir():
        (after_cut / file.name).write_bytes(file.read_bytes())
    store.close()
    with pytest.raises(SetupError):
        open_store(after_cut / "desk.db", b"x" * 32)
    again = open_store(after_cut / "desk.db")
    with again.work() as work:
        assert len(work.drafts()) == 2
    again.close()


def test_one_damaged_byte_is_noticed_on_opening(filled: Path) -> None:
    content = bytearray(filled.read_bytes())
    content[len(content) * 2 // 3] ^= 1
    filled.write_bytes(content)
    with pytest.raises(SetupError) as refusal:
        open_store(filled)
    assert refusal.value.problem == "damaged"
    assert filled.read_bytes() == content


def test_a_damaged_page_of_a_large_file_is_noticed_when_it_is_read(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("counter_app.store.engine._CHECKED_WHOLE_BYTES", 0)
    with open_engine(filled, KEY).connect() as connection:
        page = int(connection.scalar(text("SELECT rootpage FROM sqlite_schema WHERE name = 'drafts'")) or 0)
        size = int(connection.scalar(text("PRAGMA page_size")) or 0)
    content = bytearray(filled.read_bytes())
    content[page * size - size // 2] ^= 1
    filled.write_bytes(content)
    store = open_store(filled)
    with pytest.raises(SetupError) as refusal, store.work() as work:
        work.drafts()
    store.close()
    assert refusal.value.problem in {"damaged", "damaged_or_other_key"}


def test_a_file_of_a_newer_program_is_refused(filled: Path) -> None:
    engine = open_engine(filled, KEY)
    with engine.begin() as connection:
        connection.exec_driver_sql("PRAGMA user_version = 99")
    engine.dispose()
    with pytest.raises(SetupError) as refusal:
        open_store(filled)
    assert refusal.value.problem == "newer_version"


@pytest.mark.parametrize("in_the_way", ["data", "data/desk.db/x"])
def test_a_place_that_cannot_be_written_to_is_refused(tmp_path: Path, in_the_way: str) -> None:
    obstacle = tmp_path / in_the_way
    obstacle.parent.mkdir(parents=True, exist_ok=True)
    obstacle.touch()
    with pytest.raises(SetupError) as refusal:
        open_store(tmp_path / "data" / "desk.db")
    assert refusal.value.problem == "not_writable"


def test_only_the_owner_may_open_the_folder_and_the_file(store: DeskStore, path: Path) -> None:
    with store.work() as work:
        work.preference("printer")
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert {file.stat().st_mode & 0o777 for file in path.parent.iterdir()} == {0o600}


def test_a_full_disk_is_told_and_keeps_what_was_committed(store: DeskStore) -> None:
    save(store, draft(1))
    with files_end_at(200_000), pytest.raises(DiskFull):
        save(store, draft(2, form="x" * 400_000))
    with store.work() as work:
        assert [kept.draft_id for kept in work.drafts()] == ["draft-1"]
    save(store, draft(3, form="x" * 400_000))
    with store.work() as work:
        assert len(work.drafts()) == 2


def test_a_database_at_its_largest_is_a_full_disk(store: DeskStore) -> None:
    with store._engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1")
    with pytest.raises(DiskFull):
        save(store, draft(form="x" * 400_000))


def test_a_second_program_is_put_off_while_the_first_one_works(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("counter_app.store.connection._PATIENCE_SECONDS", 0)
    first, second = open_store(path), open_store(path)
    with first.work() as work:
        work.keep_preference("printer", "Quầy 1")
        with pytest.raises(Outage), second.work() as other:
            other.preference("printer")
        work.commit()
    with second.work() as other:
        assert other.preference("printer") == "Quầy 1"
    first.close()
    second.close()


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE history SET reason = 'another'",
        "DELETE FROM history",
        "REPLACE INTO history SELECT seq, deed, subject, 'another', at, outcome, reason, link FROM history",
        "DELETE FROM outbox",
        "UPDATE outbox SET content = 'another'",
        "UPDATE outbox SET acknowledged_at = NULL",
    ],
)
def test_history_and_outbox_are_only_added_to(filled: Path, change: str) -> None:
    engine = open_engine(filled, KEY)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE outbox SET acknowledged_at = '2026-01-14T09:00:00+07:00'")
    with pytest.raises(IntegrityError), engine.begin() as connection:
        connection.exec_driver_sql(change)
    engine.dispose()


def test_each_act_is_linked_to_the_one_before_it(store: DeskStore, path: Path) -> None:
    acts = [act("draft-1"), act("draft-2"), act("draft-1")]
    for done in acts:
        with store.work() as work:
            work.write_history(done)
            work.commit()
    engine = open_engine(path, KEY)
    with engine.connect() as connection:
        links = connection.scalars(text("SELECT link FROM history ORDER BY seq")).all()
    engine.dispose()
    assert links == [
        acts[0].link(FIRST_LINK),
        acts[1].link(acts[0].link(FIRST_LINK)),
        acts[2].link(links[1]),
    ]


def test_the_tables_that_queries_see_are_the_tables_on_disk(filled: Path) -> None:
    engine = open_engine(filled, KEY)
    with engine.connect() as connection:
        seen = inspect(connection)
        on_disk = {
            name: {(column["name"], column["nullable"]) for column in seen.get_columns(name)}
            for name in metadata.tables
        }
    engine.dispose()
    assert on_disk == {
        name: {(column.name, column.nullable) for column in table.columns}
        for name, table in metadata.tables.items()
    }


def test_errors_of_the_database_do_not_quote_what_was_to_be_written(store: DeskStore) -> None:
    with store.work() as work, pytest.raises(IntegrityError) as error:
        work._connection.execute(text("INSERT INTO drafts VALUES (:name, NULL)"), {"name": "Hương"})
    assert "Hương" not in str(error.value)


def take_back_to_version_13(connection: Connection) -> None:
    """Put the table of dossiers back in which no code stands twice."""
    first = next(step for step in FIRST if "CREATE TABLE dossiers" in step)
    columns = [column["name"] for column in inspect(connection).get_columns("dossiers")]
    listed = ", ".join(name for name in columns if name != "voided_before")
    for statement in (
        "ALTER TABLE dossiers RENAME TO later",
        first,
        *(step for step in (*LINKED, *ALL_NUMBERS) if "ALTER TABLE dossiers" in step),
        f"INSERT INTO dossiers ({listed}) SELECT {listed} FROM later",  # noqa: S608 - column names alone
        "DROP TABLE later",
        *(step for step in (*FIRST, *LINKED) if "ON dossiers" in step),
    ):
        connection.execute(text(statement))


def take_back_to_version_12(connection: Connection) -> None:
    """Take away the times that apologies promise."""
    take_back_to_version_13(connection)
    connection.execute(text("ALTER TABLE clock_events DROP COLUMN until"))


def take_back_to_version_11(connection: Connection) -> None:
    """Take away who has an account."""
    take_back_to_version_12(connection)
    connection.execute(text("DROP TABLE accounts"))


def take_back_to_version_10(connection: Connection) -> None:
    """Take away what the hub has published, and who is expected."""
    take_back_to_version_11(connection)
    for table in ("publications", "expected_people", "expected_numbers"):
        connection.execute(text(f"DROP TABLE {table}"))


def take_back_to_version_9(connection: Connection) -> None:
    """Take away where numbers went on after some were left out."""
    take_back_to_version_10(connection)
    connection.execute(text("ALTER TABLE numbers DROP COLUMN first"))


def take_back_to_version_8(connection: Connection) -> None:
    """Take away what is written about dossiers after their reception."""
    take_back_to_version_9(connection)
    for table in ("records", "undoable"):
        connection.execute(text(f"DROP TABLE {table}"))


def take_back_to_version_7(connection: Connection) -> None:
    """Take away what the outbox keeps of its way to the hub, leases, and lasting codes."""
    take_back_to_version_8(connection)
    for gone in ("TABLE uploads", "TABLE leases", "TABLE final_codes", "TRIGGER outbox_entries_stay"):
        connection.execute(text(f"DROP {gone}"))
    for index in ("outbox_waiting", "outbox_aside", "outbox_by_subject"):
        connection.execute(text(f"DROP INDEX {index}"))
    for name in (
        "monotonic_ms",
        "hub_offset_ms",
        "is_whole",
        "sending_since",
        "tries",
        "next_try_at",
        "aside",
        "detail",
        "left_out_at",
    ):
        connection.execute(text(f"ALTER TABLE outbox DROP COLUMN {name}"))
    connection.execute(text("CREATE INDEX outbox_waiting ON outbox (seq) WHERE acknowledged_at IS NULL"))
    connection.execute(
        text("CREATE TRIGGER outbox_entries_stay BEFORE UPDATE ON outbox BEGIN SELECT RAISE(ABORT, 'x'); END")
    )


def take_back_to_version_4(connection: Connection) -> None:
    """Take away outcomes, the names of children, and what the database reads from drafts by itself."""
    take_back_to_version_7(connection)
    connection.execute(text("DROP TABLE outcomes"))
    connection.execute(text("ALTER TABLE dossiers DROP COLUMN child_name"))
    for name in ("applicant_id", "holder_id", "basket"):
        connection.execute(text(f"DROP INDEX drafts_by_{name}"))
        connection.execute(text(f"ALTER TABLE drafts DROP COLUMN {name}"))


def test_dossiers_of_before_codes_could_stand_again_are_all_there(path: Path) -> None:
    older = open_store(path)
    portal = replace(dossier(2), code="G22.99-260101-12345", number_of_day=0)
    with older.work() as work:
        for one in (dossier(1), portal, replace(dossier(3), linked="dossier-1")):
            work.add_dossier(one)
        work.count_print("dossier-3")
        work.add_record(Void("dossier-2", portal.code, MORNING, "lan", "nhầm"))
        before = [work.dossier(f"dossier-{number}") for number in (1, 2, 3)]
        work.commit()
    older.close()
    engine = open_engine(path, KEY)
    with engine.begin() as connection:
        take_back_to_version_13(connection)
        connection.execute(text("PRAGMA user_version = 13"))
    engine.dispose()
    store = open_store(path)
    with store.work() as work:
        assert [work.dossier(f"dossier-{number}") for number in (1, 2, 3)] == before
        assert work.linked("dossier-1") == (before[2],)
        work.add_dossier(replace(portal, dossier_id="dossier-4"))
        found = work.register("12345", None, limit=9)
        assert [row.dossier_id for row in found] == ["dossier-4", "dossier-2"]
    store.close()


def test_drafts_of_before_are_found_by_their_people(filled: Path) -> None:
    engine = open_engine(filled, KEY)
    with engine.begin() as connection:
        take_back_to_version_4(connection)
        connection.execute(text("PRAGMA user_version = 4"))
    engine.dispose()
    store = open_store(filled)
    with store.work() as work:
        assert [kept.draft_id for kept in work.drafts_of([draft().applicant.citizen_id])] == ["draft-1"]
    store.close()


def test_one_draft_that_cannot_be_read_hides_no_other(filled: Path) -> None:
    engine = open_engine(filled, KEY)
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO drafts (draft_id, content) VALUES ('broken', '{}')"))
    engine.dispose()
    store = DeskStore(filled, KEY, fold=bare, clock=FixedClock(MORNING))
    with store.work() as work:
        kept = work.drafts()
    store.close()
    assert [each.draft_id for each in kept] == [draft().draft_id]


def test_dossiers_of_before_the_index_of_people_are_found_by_it(path: Path) -> None:
    """Their marks fall off within the database, which knows nothing of our folding."""
    older = open_store(path)
    with older.work() as work:
        work.add_dossier(dossier(1, whose=person("Đặng Thị Ngọc Uyển", "000190123456")))
        work.commit()
    older.close()
    engine = open_engine(path, KEY)
    with engine.begin() as connection:
        take_back_to_version_4(connection)
        connection.execute(text("DROP TABLE people_index"))
        connection.execute(text("PRAGMA user_version = 3"))
    engine.dispose()
    store = open_store(path)
    with store.work() as work:
        for query in ("dang thi ngoc uyen", "uye dan", "3456", "000190123456", "260114-0001"):
            assert [line.dossier_id for line in work.register(query, None, limit=9)] == ["dossier-1"], query
        assert work.register("45", None, limit=9) == ()
    store.close()


def test_dossiers_of_before_the_index_of_people_are_found_by_every_number_of_their_holder(path: Path) -> None:
    changed = at_the_desk(cast().number_cancelled)
    holder = replace(changed, card=replace(changed.card, former_id="012345679"))
    older = open_store(path)
    with older.work() as work:
        work.add_dossier(dossier(1, whose=person("Lê Văn Khác", "000190123456")))
        work.add_dossier(replace(dossier(2), holder=holder))
        work.commit()
    older.close()
    engine = open_engine(path, KEY)
    with engine.begin() as connection:
        take_back_to_version_4(connection)
        connection.execute(text("DROP TABLE people_index"))
        connection.execute(text("PRAGMA user_version = 3"))
    engine.dispose()
    store = open_store(path)
    with store.work() as work:
        for number in (*cast().number_cancelled.cancelled_ids, "012345679", "5679", changed.full_name):
            assert [line.dossier_id for line in work.register(number, None, limit=9)] == ["dossier-2"]
        assert [line.dossier_id for line in work.register("3456", None, limit=9)] == ["dossier-1"]
    store.close()


def test_a_desk_of_the_first_version_opens_with_its_dossiers_linked_to_none(path: Path) -> None:
    older = open_store(path)
    with older.work() as work:
        work.add_dossier(dossier(1))
        work.commit()
    older.close()
    engine = open_engine(path, KEY)
    with engine.begin() as connection:
        take_back_to_version_4(connection)
        for gone in (
            "TABLE people_index",
            "TABLE clock_events",
            "INDEX dossiers_by_link",
        ):
            connection.execute(text(f"DROP {gone}"))
        connection.execute(text("ALTER TABLE dossiers DROP COLUMN linked"))
        connection.execute(text("PRAGMA user_version = 1"))
    engine.dispose()
    store = open_store(path)
    with store.work() as work:
        assert work.dossier("dossier-1").linked == ""
        assert [row.linked for row in work.register("", None, limit=9)] == [""]
    store.close()


def test_entries_of_before_the_hub_wait_and_are_known_not_to_be_whole(filled: Path) -> None:
    engine = open_engine(filled, KEY)
    with engine.begin() as connection:
        take_back_to_version_7(connection)
        connection.execute(text("PRAGMA user_version = 7"))
    engine.dispose()
    store = open_store(filled)
    with store.work() as work:
        work.put_outbox("dossier", "dossier-2", "{}")
        entries = work.outbox.waiting(limit=9)
        assert [(entry.subject, entry.is_whole) for entry in entries] == [
            ("dossier-1", False),
            ("dossier-2", True),
        ]
    store.close()


def test_before_it_gets_another_shape_a_database_is_copied_as_it_was(filled: Path) -> None:
    engine = open_engine(filled, KEY)
    with engine.begin() as connection:
        take_back_to_version_9(connection)
        connection.execute(text("PRAGMA user_version = 9"))
    engine.dispose()
    older = filled.with_name("desk.db.before-3")
    older.touch()
    open_store(filled).close()
    open_store(filled).close()
    (copy,) = filled.parent.glob("desk.db.before-*")
    assert (copy.name, shape_of(copy, KEY)) == (f"desk.db.before-{NEWEST}", 9)
    check_database(copy, KEY)
    with keyed(copy, KEY) as connection:
        assert connection.execute("SELECT draft_id FROM drafts").fetchall() == [("draft-1",)]


def test_a_database_that_cannot_be_copied_first_keeps_its_shape(filled: Path) -> None:
    engine = open_engine(filled, KEY)
    with engine.begin() as connection:
        take_back_to_version_9(connection)
        connection.execute(text("PRAGMA user_version = 9"))
    engine.dispose()
    settle(filled, KEY)
    with files_end_at(20_000), pytest.raises(DiskFull):
        open_store(filled)
    assert shape_of(filled, KEY) == 9
    assert not list(filled.parent.glob("desk.db.before-*"))


def test_a_check_that_would_take_too_long_is_given_up(tmp_path: Path) -> None:
    path = tmp_path / "large.db"
    with keyed(path, KEY) as connection:
        connection.execute("BEGIN")
        connection.execute("CREATE TABLE papers (content BLOB)")
        connection.executemany("INSERT INTO papers VALUES (?)", [(b"x" * 200,)] * 3_000)
        connection.execute("COMMIT")
    assert check_database(path, KEY, quick=True, seconds=60)
    assert not check_database(path, KEY, quick=True, seconds=-1)
