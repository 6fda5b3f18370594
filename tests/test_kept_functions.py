"""The functions of dataclasses, compiled once and kept beside the compiled modules."""

from __future__ import annotations

import marshal
from pathlib import Path
from typing import Any

from counter_app.bootstrap.kept_functions import KeptFunctions

TEXT = "def answer(): return 7"


def answered_by(kept: KeptFunctions, text: str = TEXT) -> int:
    made: dict[str, Any] = {}
    kept.run(text, {}, made)
    return int(made["answer"]())


def test_what_one_run_has_compiled_the_next_takes_from_the_file(tmp_path: Path) -> None:
    file = tmp_path / "of.kept"
    file.write_bytes(marshal.dumps({TEXT: compile("def answer(): return 8", "", "exec")}))
    assert answered_by(KeptFunctions(file)) == 8, "compiled anew"


def test_what_is_new_is_kept_beside_what_was_known(tmp_path: Path) -> None:
    file = tmp_path / "__pycache__" / "of.kept"
    for text in (TEXT, "def answer(): return 9"):
        kept = KeptFunctions(file)
        answered_by(kept, text)
        kept.keep()
    assert len(marshal.loads(file.read_bytes())) == 2  # noqa: S302 - written a moment ago
    assert [each.name for each in file.parent.iterdir()] == [file.name]


def test_a_damaged_file_is_as_good_as_none_and_is_written_anew(tmp_path: Path) -> None:
    file = tmp_path / "of.kept"
    for damage in (b"", b"\x00\x01 no code", marshal.dumps({TEXT: 1})[:-3], marshal.dumps([TEXT])):
        file.write_bytes(damage)
        kept = KeptFunctions(file)
        assert answered_by(kept) == 7
        kept.keep()
        assert answered_by(KeptFunctions(file)) == 7


def test_where_nothing_may_be_written_it_goes_on_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    kept = KeptFunctions(tmp_path / "file" / "of.kept")
    assert answered_by(kept) == 7
    kept.keep()
