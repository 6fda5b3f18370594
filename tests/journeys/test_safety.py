"""A desk that is copied, damaged, put back, carried away and given another key, as its command line does."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from itertools import groupby
from pathlib import Path

import pytest
from contracts.samples import dossier
from journeys import dying_keeper
from journeys.driver import MONDAY
from services.fakes import FixedClock

from counter_app.bootstrap.copies import newest_good_copy
from counter_app.bootstrap.desk_keys import DATABASE, PAPERS, bare_store
from counter_app.bootstrap.entry import entered, entered_alone
from counter_app.bootstrap.kept_copies import DeskCopies
from counter_app.bootstrap.safety import Safety
from counter_app.config import SETTINGS_FILE, read_settings
from counter_app.domain.history import Deed
from counter_app.errors import SetupError
from counter_app.gateways import passphrase_key
from counter_app.gateways.keys import KEY_FILE, KeyPlace
from counter_app.gateways.passphrase_key import PASSPHRASE_FILE
from counter_app.gateways.specimen.desk import specimen_duty
from counter_app.services.copy_ports import (
    AnotherDesk,
    CopyDamaged,
    CopyLocked,
    DeskInUse,
    NoPassphrase,
    NotACopy,
    WrongPassphrase,
)
from counter_app.services.numbering import next_code
from counter_app.services.safekeeping import Safekeeping
from counter_app.store.manifest import MANIFEST
from counter_app.store.sealed import SealedFolder

TESTS = Path(__file__).parents[1]
WORDS = "con trâu đi trước cái cày"
EACH = "6"
SOON = timedelta(hours=1)


def safety_of(folder: Path, words: str = WORDS, after: timedelta = timedelta()) -> Safety:
    return Safety(folder, FixedClock(MONDAY + after), lambda: words, lambda: words)


def codes_in(safety: Safety) -> list[str]:
    """Give the codes on the register of a closed desk, and one more that it gives now."""
    with entered(safety.folder, safety.clock, safety.ask) as keys:
        path = safety.folder / DATABASE
        with bare_store(path, keys, safety.clock) as store, store.work() as work:
            codes = [line.code for line in work.register("", None, limit=9)]
            codes.append(str(next_code(work, specimen_duty().office, safety.clock.now())))
            work.commit()
    return codes


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of a closed desk at which somebody was received with a page; it has one copy."""
    folder, clock = tmp_path_factory.mktemp("served") / "desk", FixedClock(MONDAY)
    with entered(folder, clock) as keys:
        chest = keys.chest(folder, clock)
        keys.signing_seed(chest)
        page = SealedFolder(folder / PAPERS, chest).seal(b"a page" * 1000)
        with bare_store(folder / DATABASE, keys, clock) as store, store.work() as work:
            code = str(next_code(work, specimen_duty().office, MONDAY))
            work.add_dossier(replace(dossier(1, sha256=page, received_at=MONDAY), code=code))
            work.commit()
    safety_of(folder).copy()
    return folder


@pytest.fixture(autouse=True)
def _quick_passphrases(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have words stretched as little as can be; a file says itself how its own were."""
    monkeypatch.setattr(passphrase_key, "_USUAL", {"memory_kib": 64, "passes": 1, "lanes": 1})


@pytest.fixture
def desk(served: Path, tmp_path: Path) -> Safety:
    shutil.copytree(served, tmp_path / "desk")
    return safety_of(tmp_path / "desk")


def spoil(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def newest(desk: Safety) -> Path:
    return max((desk.folder / "copies").iterdir())


def test_a_damaged_desk_stands_again_as_it_was_copied_and_gives_no_number_twice(desk: Safety) -> None:
    (code, lost) = codes_in(desk)
    spoil(desk.folder / DATABASE)
    paper = next(path for path in (desk.folder / "papers").glob("??/*"))
    spoil(paper)
    with pytest.raises(SetupError) as refusal:
        codes_in(desk)
    assert refusal.value.problem in {"damaged", "damaged_or_other_key"}
    later = replace(desk, clock=FixedClock(MONDAY + SOON))
    later.restore(None, None)
    (again, anew) = codes_in(later)
    assert again == code
    assert anew > lost
    later.copy()
    assert later.prove(None).papers > 0
    assert (desk.folder / "aside" / DATABASE).exists()


def test_a_second_copy_holds_the_papers_of_the_first_once(desk: Safety) -> None:
    first = newest(desk)
    later = replace(desk, clock=FixedClock(MONDAY + SOON))
    second = later.copy().folder
    paper = next(first.glob("papers/??/*"))
    assert (second / paper.relative_to(first)).samefile(paper)
    assert not (desk.folder / paper.relative_to(first)).samefile(paper)


def test_only_the_newest_copies_are_kept(desk: Safety) -> None:
    (desk.folder / "counter.toml").write_text("[copies]\nkeep = 2\n")
    made = [replace(desk, clock=FixedClock(MONDAY + hours * SOON)).copy() for hours in (1, 2)]
    assert sorted((desk.folder / "copies").iterdir()) == [copy.folder for copy in made]
    assert (made[1].folder / "counter.toml").exists()


@pytest.mark.parametrize("part", [DATABASE, MANIFEST, "keys/signature", "papers/??/*"])
def test_a_copy_with_one_changed_byte_is_refused_by_name(desk: Safety, part: str) -> None:
    (path, *_) = newest(desk).glob(part)
    spoil(path)
    with pytest.raises((CopyDamaged, NotACopy)) as refusal:
        desk.prove(newest(desk))
    assert isinstance(refusal.value, CopyDamaged | NotACopy)
    assert refusal.value.path in {path, newest(desk)}


def test_no_bare_key_is_in_a_copy_which_opens_elsewhere_by_its_passphrase_alone(
    desk: Safety, tmp_path: Path
) -> None:
    key = (desk.folder / KEY_FILE).read_bytes().strip()
    elsewhere = safety_of(tmp_path / "elsewhere")
    with pytest.raises(CopyLocked):
        elsewhere.restore(newest(desk), KeyPlace.FILE)
    desk.set_passphrase()
    copy = replace(desk, clock=FixedClock(MONDAY + SOON)).copy().folder
    assert not [path for path in copy.rglob("*") if path.is_file() and key in path.read_bytes()]
    with pytest.raises(WrongPassphrase):
        replace(elsewhere, ask=lambda: "some other words").restore(copy, KeyPlace.FILE)
    elsewhere.restore(copy, KeyPlace.PASSPHRASE)
    assert not (elsewhere.folder / KEY_FILE).exists()
    assert codes_in(elsewhere)[0] == codes_in(desk)[0]


def test_a_desk_that_moved_is_closed_where_it_was_and_works_where_it_is(desk: Safety, tmp_path: Path) -> None:
    with pytest.raises(NoPassphrase):
        desk.move(tmp_path / "stick")
    desk.set_passphrase()
    copy = desk.move(tmp_path / "stick").folder
    with pytest.raises(SetupError) as refusal:
        codes_in(desk)
    assert refusal.value.problem == "moved_away"
    there = safety_of(tmp_path / "there", after=SOON)
    there.restore(copy, KeyPlace.FILE)
    (_, given) = codes_in(there)
    back = replace(there, clock=FixedClock(MONDAY + 2 * SOON)).move(tmp_path / "stick").folder
    here = replace(desk, clock=FixedClock(MONDAY + 3 * SOON))
    here.restore(back, None)
    assert codes_in(here)[1] > given


def test_a_copy_is_not_put_over_another_desk(desk: Safety, tmp_path: Path) -> None:
    desk.set_passphrase()
    copy = replace(desk, clock=FixedClock(MONDAY + SOON)).copy().folder
    other = safety_of(tmp_path / "other")
    with entered(other.folder, other.clock) as keys:
        keys.signing_seed(keys.chest(other.folder, other.clock))
        with bare_store(other.folder / DATABASE, keys, other.clock):
            pass
    before = (other.folder / DATABASE).read_bytes()
    with pytest.raises(AnotherDesk):
        other.restore(copy, KeyPlace.FILE)
    assert (other.folder / DATABASE).read_bytes() == before


def test_a_new_key_opens_everything_and_the_old_one_nothing(desk: Safety) -> None:
    old, before = (desk.folder / KEY_FILE).read_bytes(), codes_in(desk)
    with entered(desk.folder, desk.clock) as keys:
        seed = keys.signing_seed(keys.chest(desk.folder, desk.clock))
    assert desk.change_key(None) is KeyPlace.FILE
    assert codes_in(desk)[0] == before[0]
    with entered(desk.folder, desk.clock) as keys:
        assert keys.signing_seed(keys.chest(desk.folder, desk.clock)) == seed
    desk.prove(None)
    (desk.folder / KEY_FILE).write_bytes(old)
    with pytest.raises(SetupError):
        codes_in(desk)


def test_the_way_the_key_is_kept_can_be_changed(desk: Safety) -> None:
    before = codes_in(desk)
    assert desk.change_key(KeyPlace.PASSPHRASE) is KeyPlace.PASSPHRASE
    assert not (desk.folder / KEY_FILE).exists()
    with pytest.raises(WrongPassphrase):
        codes_in(replace(desk, ask=lambda: "some other words"))
    assert codes_in(desk)[0] == before[0]
    desk.change_key(KeyPlace.FILE)
    with entered(desk.folder, desk.clock, lambda: pytest.fail("asked")) as keys:
        assert keys.place is KeyPlace.FILE
    assert (desk.folder / PASSPHRASE_FILE).exists()
    with pytest.raises(SetupError) as refusal:
        desk.change_key(KeyPlace.KEYRING)
    assert refusal.value.problem == "no_keyring"
    assert codes_in(desk)[0] == before[0]


def test_nobody_changes_the_key_while_the_desk_is_open(desk: Safety) -> None:
    with entered(desk.folder, desk.clock):
        for act in (lambda: desk.change_key(None), lambda: desk.restore(None, None)):
            with pytest.raises(DeskInUse):
                act()
        desk.copy()
    with (
        entered_alone(desk.folder, desk.clock),
        pytest.raises(DeskInUse),
        entered(desk.folder, desk.clock),
    ):
        pass


@pytest.mark.parametrize("deed", [Deed.CHANGED_KEY, Deed.RESTORED])
def test_killed_at_any_step_the_desk_is_as_before_or_done(served: Path, tmp_path: Path, deed: Deed) -> None:
    run = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, dying_keeper.__file__, str(served), str(tmp_path / "dying"), deed, EACH],
        capture_output=True,
        check=True,
        text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join([str(TESTS), str(TESTS.parent)])},
    )
    assert run.stderr == ""
    found = run.stdout.splitlines()
    assert [state for state, _ in groupby(found)] == ["as before file", f"{deed} file"]
    assert len(found) > 2 * 4


def test_an_open_desk_copies_itself_and_notices_a_page_that_went_bad(desk: Safety) -> None:
    settings = read_settings(desk.folder / SETTINGS_FILE)
    with entered(desk.folder, desk.clock) as keys, bare_store(desk.folder / DATABASE, keys, desk.clock):
        later = FixedClock(MONDAY + 24 * SOON)
        keeping = Safekeeping(DeskCopies(desk.folder, settings, keys, later), later)
        copy = keeping.keep()
        assert copy is not None
        assert keeping.keep() is None
        spoil(desk.folder / DATABASE)
        later.move(24 * SOON)
        with pytest.raises(SetupError):
            keeping.keep()
    assert newest(desk) == copy.folder
    spoil(copy.folder / DATABASE)
    good = newest_good_copy(desk.folder, desk.folder / "copies", keys, desk.clock)
    assert good is not None
    assert good.made_at == MONDAY
