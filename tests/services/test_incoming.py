"""What the hub sends counts once it is checked: packs and calendars by signature and trial, people by day."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from contracts.samples import MORNING
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from services.fake_hub import FakeHub
from services.fakes import FixedClock, bare
from services.people import cast, population

from counter_app.bootstrap.desk import RESOURCES
from counter_app.domain.citizen import PopulationRecord
from counter_app.gateways.desk_key import is_signed_by
from counter_app.gateways.specimen.population import SpecimenPopulation
from counter_app.services.calendar_data import read_calendar
from counter_app.services.catalogue import Catalogue, NoSuchProcedure
from counter_app.services.expected_people import PopulationWithCopies
from counter_app.services.incoming import FORGED, Incoming
from counter_app.services.pack_intake import PackIntake
from counter_app.services.ports import LookUp, PopulationAway
from counter_app.store.work import DeskStore
from counter_app.wire.changes import Change, ChangeKind, PopulationTold, Published
from counter_app.wire.signing import published_text
from counter_app.wire.text import embedded
from forms.catalogue import read_forms

CODE = "2.000635"
FORMS = read_forms(RESOURCES / "forms")
CALENDAR = read_calendar(RESOURCES / "holidays.toml", RESOURCES / "office_hours.toml")
PACK = (RESOURCES / "procedures" / f"{CODE}.toml").read_text(encoding="utf-8")
LATER = (RESOURCES / "procedures" / f"{CODE}-2027.toml").read_text(encoding="utf-8")
HOLIDAYS = (RESOURCES / "holidays.toml").read_text(encoding="utf-8")


@dataclass
class Desk:
    """A desk's disk and what it serves, and a hub with a key."""

    folder: Path
    clock: FixedClock
    store: DeskStore
    hub: FakeHub = field(default_factory=FakeHub)
    key: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)
    procedures: Catalogue = field(default_factory=lambda: Catalogue(()))

    def started(self) -> PackIntake:
        """Start the program again: it serves nothing but what it kept."""
        self.procedures = Catalogue(())
        return PackIntake((RESOURCES, self.folder), self.procedures, FORMS, CALENDAR)

    def publish(self, kind: ChangeKind, name: str, body: str, *, signed: str | None = None) -> None:
        """Have the hub publish something; ``signed`` is what it has signed in its place."""
        text = published_text(kind, name, "1", body if signed is None else signed)
        signature = base64.b64encode(self.key.sign(text)).decode()
        self.tell(kind, name, embedded(Published(name, "1", body, signature)))

    def tell(self, kind: ChangeKind, subject: str, content: str) -> None:
        """Have the hub tell something."""
        self.hub.told.append(Change(len(self.hub.told) + 1, kind, subject, self.clock.now(), content))

    def take(self) -> list[tuple[str, str]]:
        """Take in what is new; list what was published, with what is wrong with it."""
        incoming = Incoming(self.store, self.clock, self.started(), is_signed_by)
        return [(one.name, one.flaw.problem if one.flaw else "") for one in incoming.take(self.hub)]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    clock = FixedClock(MORNING)
    store = DeskStore(tmp_path / "desk.db", b"k" * 32, fold=bare, clock=clock)
    one = Desk(tmp_path, clock, store)
    with store.work() as work:
        work.keep_preference("hub.device", "desk-1")
        public = base64.b64encode(one.key.public_key().public_bytes_raw()).decode()
        work.keep_preference("hub.key", public)
        work.commit()
    yield one
    store.close()


def test_a_pack_that_the_hub_signed_is_served_from_its_day_without_a_restart_and_after_one(
    desk: Desk,
) -> None:
    desk.publish(ChangeKind.PACK, CODE, LATER)
    assert desk.take() == [(CODE, "")]
    assert desk.procedures.on(CODE, date(2027, 3, 1)).code == CODE
    with pytest.raises(NoSuchProcedure):
        desk.procedures.on(CODE, date(2027, 2, 28))
    intake = desk.started()
    with desk.store.work() as work:
        assert intake.restore(work.publications.listed())[1] == ()
    assert desk.procedures.on(CODE, date(2027, 3, 1)).code == CODE


def test_what_the_hub_did_not_sign_or_what_fails_is_refused_by_name_and_the_rest_is_served(
    desk: Desk,
) -> None:
    desk.publish(ChangeKind.PACK, "altered", PACK, signed=PACK.replace("fee", "Fee"))
    desk.publish(ChangeKind.PACK, "torn", PACK[: len(PACK) // 2])
    desk.publish(ChangeKind.PACK, "stranger", PACK.replace("[[papers]]", "[[papers]]\nunheard_of = 1", 1))
    desk.publish(ChangeKind.CALENDAR, "holidays", "[[year]]\nnumber = 1")
    desk.publish(ChangeKind.PACK, CODE, PACK)
    flaws = dict(desk.take())
    assert flaws.pop("altered") == FORGED
    assert flaws.pop(CODE) == ""
    assert all(flaws.values())
    assert [one.code for one in desk.procedures.versions] == [CODE]


def test_a_version_under_which_dossiers_were_received_is_never_put_in_place_of_another(desk: Desk) -> None:
    desk.publish(ChangeKind.PACK, CODE, PACK)
    assert desk.take() == [(CODE, "")]
    intake = desk.started()
    with desk.store.work() as work:
        intake.restore(work.publications.listed())
    desk.publish(ChangeKind.PACK, "again", PACK.replace("authority = ", 'authority = "A" # ', 1))
    again = Incoming(desk.store, desk.clock, intake, is_signed_by).take(desk.hub)
    assert [one.flaw and one.flaw.problem for one in again] == ["duplicate_version"]


def test_a_published_calendar_holds_from_the_next_start(desk: Desk) -> None:
    day = date(2026, 12, 31)
    more = HOLIDAYS.replace("holidays = [", f'holidays = [\n{{ day = {day}, name = "Nghi bu" }},', 1)
    desk.publish(ChangeKind.CALENDAR, "holidays", more)
    assert desk.take() == [("holidays", "")]
    with desk.store.work() as work:
        calendar, problems = desk.started().restore(work.publications.listed())
    assert problems == ()
    assert calendar.is_working_day(day) is False
    assert CALENDAR.is_working_day(day) is True


def test_a_list_of_accounts_is_kept_signed_for_whoever_lets_people_in(desk: Desk) -> None:
    desk.publish(ChangeKind.ACCOUNTS, "accounts", '{"accounts": []}')
    desk.publish(ChangeKind.ACCOUNTS, "accounts-2", "forged", signed="other")
    assert desk.take() == [("accounts", ""), ("accounts-2", FORGED)]
    with desk.store.work() as work:
        newest = work.publications.newest(ChangeKind.ACCOUNTS)
    assert newest
    assert newest.body == '{"accounts": []}'


def test_a_copy_of_an_expected_person_answers_while_the_population_is_away_and_is_gone_next_day(
    desk: Desk,
) -> None:
    today, record = desk.clock.now().date(), expected()
    desk.tell(ChangeKind.POPULATION, today.isoformat(), embedded(PopulationTold(today, (record,))))
    yesterday = today - timedelta(days=1)
    desk.tell(ChangeKind.POPULATION, str(yesterday), embedded(PopulationTold(yesterday, (record,))))
    told_at = desk.clock.now()
    desk.take()
    live = SpecimenPopulation(population(), desk.clock, away=True)
    people = PopulationWithCopies(live, desk.store, desk.clock)
    question = LookUp(record.citizen_id.digits, record.full_name, record.born_on, "reception", "A")
    found = people.look_up(question)
    assert found
    assert (found.record, found.as_of, found.live) == (record, told_at, False)
    with pytest.raises(PopulationAway):
        people.look_up(replace(question, full_name="Somebody Else"))
    live.set_away(away=False)
    again = people.look_up(question)
    assert again
    assert again.live
    live.set_away(away=True)
    desk.clock.move(timedelta(days=1))
    with pytest.raises(PopulationAway):
        people.look_up(question)
    desk.take()
    with desk.store.work() as work:
        assert work.expected.find(today, question.number) is None
        assert not work.expected.forget_before(date.max)


def expected() -> PopulationRecord:
    """Give somebody of the invented town."""
    return cast().ede
