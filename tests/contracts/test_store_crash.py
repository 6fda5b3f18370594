"""A power cut at any moment loses nothing that was committed and leaves nothing half done."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from contracts import crash_desk
from contracts.crash_desk import KEY
from sqlalchemy import text

from counter_app.store.engine import open_engine

TESTS = Path(__file__).parents[1]
ROUNDS = 20


@pytest.fixture(scope="module")
def wreck(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, set[str]]:
    """Give the folder of a desk that was killed again and again, and what it said had been committed."""
    folder = tmp_path_factory.mktemp("crash")
    run = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, crash_desk.__file__, str(folder), str(ROUNDS), "7"],
        capture_output=True,
        check=True,
        text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join([str(TESTS), str(TESTS.parent)])},
    )
    assert run.stderr == ""
    return folder, set(run.stdout.splitlines())


def test_everything_that_was_said_to_be_committed_is_there(wreck: tuple[Path, set[str]]) -> None:
    folder, said = wreck
    store = crash_desk.open_store(folder)
    with store.work() as work:
        received = {f"dossier {line.dossier_id}" for line in work.register("", None, limit=10_000)}
        drafts = {f"draft {draft.draft_id}" for draft in work.drafts()}
    store.close()
    became_dossiers = {f"draft draft-{line.removeprefix('dossier dossier-')}" for line in received}
    assert len(said) > ROUNDS
    assert said <= received | drafts | became_dossiers
    assert not drafts & became_dossiers


def test_number_dossier_outbox_and_history_stand_or_fall_together(wreck: tuple[Path, set[str]]) -> None:
    engine = open_engine(wreck[0] / "desk.db", KEY)
    with engine.connect() as connection:
        received = connection.scalars(text("SELECT dossier_id FROM dossiers ORDER BY seq")).all()
        outbox = connection.scalars(text("SELECT subject FROM outbox ORDER BY seq")).all()
        history = connection.scalars(text("SELECT subject FROM history ORDER BY seq")).all()
        following = connection.scalar(text("SELECT next FROM numbers"))
        indexed = connection.scalar(
            text("SELECT count(*) FROM register_index WHERE register_index MATCH 'h26'")
        )
    engine.dispose()
    assert received == outbox == history
    assert following == indexed + 1 == len(received) + 1


def test_numbers_have_no_gap_and_every_paper_is_whole(wreck: tuple[Path, set[str]]) -> None:
    folder, _ = wreck
    for unfinished in folder.rglob("*.part"):
        os.utime(unfinished, (0, 0))
    store, sealed = crash_desk.open_store(folder), crash_desk.open_papers(folder)
    with store.work() as work:
        lines = work.register("", None, limit=10_000)
        dossiers = [work.dossier(line.dossier_id) for line in reversed(lines)]
    store.close()
    assert [dossier.number_of_day for dossier in dossiers] == list(range(1, len(dossiers) + 1))
    for dossier in dossiers:
        assert sealed.open(dossier.papers[0].pages[0].picture).startswith(b"page")
    assert not list(folder.rglob("*.part"))
