"""Keys of the office's other desks: small files that count as soon as they lie in the folder."""

from pathlib import Path

import pytest

from counter_app.errors import SetupError
from counter_app.gateways.desk_key import DerivedDeskKey
from counter_app.gateways.known_desks import DeskKeyFolder, spelt_key

OURS, THEIRS = DerivedDeskKey(bytes(range(32))), DerivedDeskKey(bytes(range(1, 33)))
MESSAGE = b"MC1:a claim"


@pytest.fixture
def known(tmp_path: Path) -> DeskKeyFolder:
    return DeskKeyFolder(tmp_path / "desk_keys", OURS)


def lay(folder: Path, name: str, text: str) -> None:
    (folder / "desk_keys").mkdir(exist_ok=True)
    (folder / "desk_keys" / name).write_text(text, encoding="ascii")


def test_a_desk_knows_itself_without_any_file(known: DeskKeyFolder) -> None:
    assert known.name_of(OURS.key_id) == ""
    assert known.has_signed(OURS.key_id, MESSAGE, OURS.sign(MESSAGE))
    assert not known.has_signed(OURS.key_id, MESSAGE, THEIRS.sign(MESSAGE))


def test_another_desk_is_known_by_the_name_of_its_file_as_soon_as_it_is_there(
    known: DeskKeyFolder, tmp_path: Path
) -> None:
    assert known.name_of(THEIRS.key_id) is None
    assert not known.has_signed(THEIRS.key_id, MESSAGE, THEIRS.sign(MESSAGE))
    lay(tmp_path, "Quầy 4.pub", spelt_key(THEIRS) + "\r\n")
    assert known.name_of(THEIRS.key_id) == "Quầy 4"
    assert known.has_signed(THEIRS.key_id, MESSAGE, THEIRS.sign(MESSAGE))
    assert not known.has_signed(THEIRS.key_id, MESSAGE, OURS.sign(MESSAGE))


@pytest.mark.parametrize("text", ["", "no key", spelt_key(THEIRS)[:-5], "A" * 10_000])
def test_a_file_that_cannot_be_read_is_named_only_where_it_may_be_the_one(
    known: DeskKeyFolder, tmp_path: Path, text: str
) -> None:
    lay(tmp_path, "Quầy 3.pub", text)
    lay(tmp_path, "Quầy 4.pub", spelt_key(THEIRS))
    assert known.name_of(THEIRS.key_id) == "Quầy 4"
    with pytest.raises(SetupError) as refused:
        known.name_of("AAAAAAAA")
    assert (refused.value.path.name, refused.value.problem) == ("Quầy 3.pub", "desk_key_damaged")
