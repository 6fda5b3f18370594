"""Inspecting a desk from the command line."""

import json
from pathlib import Path

import pytest
from contracts.samples import act
from sqlalchemy import text

from counter_app.__main__ import main
from counter_app.bootstrap.desk import opened_desk


@pytest.fixture
def data(tmp_path: Path) -> Path:
    with opened_desk(tmp_path) as opened, opened.desk.store.work() as work:
        for number in range(1, 6):
            work.write_history(act(f"dossier-{number}"))
        work.commit()
    return tmp_path


def test_history_is_sealed_whenever_the_desk_is_closed(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["inspect", "--data", str(data), "--verify"]) == 0
    assert capsys.readouterr().out == "history: 5 lines, sealed up to 5, whole\n"


def test_history_that_was_cut_is_told_with_its_place(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with opened_desk(data) as opened, opened.desk.store.work() as work:
        for statement in ("DROP TRIGGER history_keeps_all", "DELETE FROM history WHERE seq IN (2, 5)"):
            work._connection.execute(text(statement))  # type: ignore[attr-defined]
        work.commit()
    out = data / "history.csv"
    assert main(["inspect", "--data", str(data), "--json", "--export", str(out)]) == 1
    told = json.loads(capsys.readouterr().out)
    assert not told["is_whole"]
    assert [(found["damage"], found["first"]) for found in told["breaks"]] == [("missing", 2), ("cut_off", 5)]
    assert len(out.read_text(encoding="utf-8").splitlines()) == 4
