"""Claims on acknowledgements: signed for the citizen, and judged by any desk that they are shown to."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from services.counter import CALENDAR, DUTY, Counter, binding, packs
from services.fakes import FakeStore
from services.people import RESOURCES, at_the_desk, cast

from counter_app.domain.claim import read_claim
from counter_app.domain.dossier import Dossier
from counter_app.domain.processing import Wait
from counter_app.gateways.desk_key import DerivedDeskKey
from counter_app.gateways.known_desks import DeskKeyFolder, spelt_key
from counter_app.services.claims import Claims, ClaimVerdict
from counter_app.services.reception import Reception
from counter_app.services.timekeeping import Timekeeping
from counter_app.services.voiding import Voiding
from forms.example import read_example

HUB = "https://hub.example.invalid/"


class OneDesk:
    """A desk with a key of its own, a register, and the keys of others in a folder."""

    def __init__(self, folder: Path, seed: int = 0, address: str = "") -> None:
        self.counter = Counter()
        self.key = DerivedDeskKey(bytes([seed] * 32))
        self.folder = folder / f"desk_keys_{seed}"
        self.folder.mkdir(exist_ok=True)
        self.times = Timekeeping(self.counter.store, packs()[0], CALENDAR, self.counter.clock)
        known = DeskKeyFolder(self.folder, self.key)
        self.claims = Claims(self.key, known, self.counter.store, self.times, address=address)

    def receive(self, draft_id: str = "a") -> Dossier:
        """Receive the dossier of the shipped example, its papers excused."""
        counter = self.counter
        sheet = counter.begin(at_the_desk(cast().ede), "1.004194", draft_id)
        example = read_example(RESOURCES / "examples" / "1.004194.toml", sheet.definition, today=sheet.today)
        sheet = counter.drafting.answer_all(sheet, example.answers, example.unlock)
        for line in sheet.missing_papers:
            sheet = counter.drafting.excuse(sheet, line.paper.slot, "Đã tra cứu")
        return Reception(counter.store, binding(counter.clock), CALENDAR, counter.clock).receive(sheet)

    def know(self, other: OneDesk, name: str) -> None:
        """Lay the key of another desk into the folder."""
        (self.folder / f"{name}.pub").write_text(spelt_key(other.key), encoding="ascii")


@pytest.fixture
def desk(tmp_path: Path) -> OneDesk:
    return OneDesk(tmp_path)


@pytest.mark.parametrize("address", ["", HUB])
def test_what_a_desk_has_received_and_signed_is_genuine(tmp_path: Path, address: str) -> None:
    desk = OneDesk(tmp_path, address=address)
    dossier = desk.receive()
    text = desk.claims.text_of((dossier,))
    assert text.startswith("HTTPS://HUB.EXAMPLE.INVALID/S/MC1:" if address else "MC1:")
    assert text == desk.claims.text_of((dossier,))
    checked = desk.claims.check(text)
    assert checked.verdict is ClaimVerdict.GENUINE
    assert (checked.code, checked.dossier_id, checked.due_at) == (dossier.code, "a", dossier.due_at)


def test_a_claim_names_nobody(desk: OneDesk) -> None:
    dossier = desk.receive()
    text = desk.claims.text_of((dossier,))
    digits = str(dossier.applicant.citizen_id)
    assert digits not in text
    read = read_claim(text)
    assert read
    assert read.message.decode().split(":")[3] == dossier.code


def test_a_claim_about_several_covers_them_all(desk: OneDesk) -> None:
    several = tuple(desk.receive(name) for name in "abc")
    checked = desk.claims.check(desk.claims.text_of(several))
    assert (checked.verdict, checked.others, checked.dossier_id) == (ClaimVerdict.GENUINE, 2, "a")


def test_one_changed_sign_in_any_place_is_never_genuine(desk: OneDesk) -> None:
    text = desk.claims.text_of((desk.receive(),))
    for at, sign in enumerate(text):
        other = "A" if sign != "A" else "B"
        changed = f"{text[:at]}{'1' if sign.isdigit() and sign != '1' else other}{text[at + 1 :]}"
        checked = desk.claims.check(changed)
        assert checked.verdict not in {ClaimVerdict.GENUINE, ClaimVerdict.ELSEWHERE, ClaimVerdict.NEW_DUE}


def test_a_later_due_time_written_over_is_told_as_altered(desk: OneDesk) -> None:
    dossier = desk.receive()
    text = desk.claims.text_of((dossier,))
    due = f"{dossier.due_at:%y%m%d%H%M}"
    sooner = f"{dossier.due_at - timedelta(days=1):%y%m%d%H%M}"
    checked = desk.claims.check(text.replace(due, sooner))
    assert (checked.verdict, checked.dossier_id) == (ClaimVerdict.ALTERED, "a")
    assert checked.due_at == dossier.due_at, "the register's word counts"


def test_a_claim_about_nothing_that_is_kept_is_forged(desk: OneDesk) -> None:
    dossier = desk.receive()
    text = desk.claims.text_of((dossier,))
    checked = desk.claims.check(text.replace(dossier.code, f"{dossier.code[:-4]}0777"))
    assert (checked.verdict, checked.dossier_id) == (ClaimVerdict.FORGED, "")


def test_signed_here_but_not_in_the_register_is_told_apart(desk: OneDesk) -> None:
    text = desk.claims.text_of((desk.receive(),))
    desk.counter.store.kept = FakeStore().kept
    assert desk.claims.check(text).verdict is ClaimVerdict.NOT_KEPT


def test_what_was_signed_of_another_state_of_the_dossier_is_altered(desk: OneDesk) -> None:
    dossier = desk.receive()
    other = replace(dossier, due_at=dossier.due_at + timedelta(days=1))
    assert desk.claims.check(desk.claims.text_of((other,))).verdict is ClaimVerdict.ALTERED


def test_a_due_time_that_has_moved_since_is_told(desk: OneDesk) -> None:
    dossier = desk.receive()
    text = desk.claims.text_of((dossier,))
    desk.times.begin_wait("a", Wait.SUPPLEMENT, DUTY.official.sign)
    stands = desk.claims.check(text)
    assert (stands.verdict, stands.due_at) == (ClaimVerdict.NEW_DUE, None)
    desk.counter.clock.move(timedelta(days=3))
    desk.times.end_wait("a", Wait.SUPPLEMENT, DUTY.official.sign)
    moved = desk.claims.check(text)
    assert moved.verdict is ClaimVerdict.NEW_DUE
    assert moved.due_at
    assert moved.due_at > dossier.due_at


def test_a_paper_with_a_provisional_code_is_genuine_when_the_lasting_one_has_come(desk: OneDesk) -> None:
    before = desk.receive()
    text = desk.claims.text_of((before,))
    with desk.counter.store.work() as work:
        work.give_code("a", "H26.99-261123-0042")
        after = work.dossier("a")
        work.commit()
    for each in (text, desk.claims.text_of((after,))):
        checked = desk.claims.check(each)
        assert (checked.verdict, checked.dossier_id) == (ClaimVerdict.GENUINE, "a")
    assert desk.claims.text_of((after,)) != text


def test_the_paper_of_a_voided_dossier_is_told_void(desk: OneDesk) -> None:
    text = desk.claims.text_of((desk.receive(),))
    Voiding(desk.counter.store, desk.counter.clock).void("a", "Nộp nhầm nơi", DUTY.official.sign)
    checked = desk.claims.check(text)
    assert (checked.verdict, checked.dossier_id) == (ClaimVerdict.VOIDED, "a")


def test_another_desk_of_the_office_checks_it_without_a_network(tmp_path: Path) -> None:
    ours, theirs = OneDesk(tmp_path, 0), OneDesk(tmp_path, 1)
    dossier = theirs.receive()
    text = theirs.claims.text_of((dossier,))
    assert ours.claims.check(text).verdict is ClaimVerdict.UNKNOWN_DESK
    ours.know(theirs, "Quầy 4")
    checked = ours.claims.check(text)
    assert (checked.verdict, checked.desk, checked.due_at) == (
        ClaimVerdict.ELSEWHERE,
        "Quầy 4",
        dossier.due_at,
    )
    due = f"{dossier.due_at:%y%m%d%H%M}"
    assert ours.claims.check(text.replace(due, "2601010900")).verdict is ClaimVerdict.FORGED


def test_a_key_of_somebody_elses_proves_nothing_about_our_dossiers(tmp_path: Path) -> None:
    ours, theirs = OneDesk(tmp_path, 0), OneDesk(tmp_path, 1)
    dossier = ours.receive()
    text = theirs.claims.text_of((dossier,))
    assert ours.claims.check(text).verdict is ClaimVerdict.ALTERED


def test_a_key_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    ours, theirs = OneDesk(tmp_path, 0), OneDesk(tmp_path, 1)
    text = theirs.claims.text_of((theirs.receive(),))
    (ours.folder / "Quầy 4.pub").write_text("torn", encoding="ascii")
    checked = ours.claims.check(text)
    assert (checked.verdict, checked.desk) == (ClaimVerdict.KEY_UNREADABLE, "Quầy 4.pub")


def test_half_a_code_is_told_as_such(desk: OneDesk) -> None:
    text = desk.claims.text_of((desk.receive(),))
    assert desk.claims.check(text[:-3]).verdict is ClaimVerdict.DAMAGED
