"""Malformed specimen files are refused by file and key."""

import shutil
from pathlib import Path

import pytest
from gateways.specimen_town import FOLDER

from counter_app.errors import SetupError
from counter_app.gateways.specimen.words_files import read_words


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER, tmp_path / "specimen"))


@pytest.mark.parametrize(
    ("file", "old", "new", "key"),
    [
        ("cast.toml", 'role = "year_only_elder"\n', "", "person[0].role"),
        ("cast.toml", 'sex = "female"', 'sex = "other"', "person[0].sex"),
        ("cast.toml", 'born_on = "1943"', 'born_on = "43"', "person[0].born_on"),
        ("cast.toml", 'shape = "alone"', 'shape = "horde"', "person[0].shape"),
        ("cast.toml", 'serial = "900001"', 'serial = "1"', "year_only_elder"),
        ("cast.toml", 'commune = "xã Gia Phúc"', 'commune = "xã Nào Đó"', "year_only_elder"),
        ("cast.toml", "2021-05-18", '"2021-05-18"', "person[8].card_issued_on"),
        ("places.toml", 'ethnicities = ["Ê Đê", "Kinh", "Ba Na"]', 'ethnicities = ["Kinh", "Ba Na"]', "Ê Đê"),
        ("places.toml", 'hamlets = ["Tổ dân phố Mẫu 3"]', "hamlets = [3]", "place[11].hamlets"),
        ("ethnicities.toml", '"Nguyễn" = 31.5', '"Nguyễn" = -1', "ethnicity[0].surnames.Nguyễn"),
        ("ethnicities.toml", "weight = 80", "weight = true", "ethnicity[0].weight"),
        ("ethnicities.toml", "[ethnicity.male]", "[ethnicity.males]", "ethnicity[0].male"),
        ("occupations.toml", "retired =", "tired =", "retired"),
    ],
)
def test_a_wrong_value_is_refused_by_file_and_key(
    folder: Path, file: str, old: str, new: str, key: str
) -> None:
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(SetupError) as refused:
        read_words(folder)
    assert (refused.value.path, refused.value.key) == (folder / file, key)


@pytest.mark.parametrize(
    ("content", "problem"),
    [(b"= 1", "malformed"), (b"\xff", "malformed"), (b"#" * 300_000, "too_large"), (None, "unreadable")],
)
def test_a_file_that_is_no_such_file_is_refused(folder: Path, content: bytes | None, problem: str) -> None:
    path = folder / "cast.toml"
    path.unlink()
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(SetupError) as refused:
        read_words(folder)
    assert (refused.value.path, refused.value.problem) == (path, problem)
