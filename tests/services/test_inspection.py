"""History under inspection: whole as it was written, or broken at a place that is named."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from contracts.samples import MORNING, act
from services.counter import CALENDAR
from services.fakes import FixedClock, bare
from services.people import RESOURCES
from sqlalchemy import Executable, text, update

from counter_app.domain.history import FIRST_LINK, Act, Deed, link_of
from counter_app.domain.history_check import Break, Damage, HistorySeal
from counter_app.domain.look import Look, Purpose
from counter_app.gateways.desk_key import DerivedDeskKey
from counter_app.gateways.known_desks import DeskKeyFolder
from counter_app.services.inspection import Inspection, Oddity
from counter_app.services.look_rules import read_look_rules
from counter_app.store.tables import history
from counter_app.store.work import DeskStore

KEY = b"k" * 32


class Desk:
    """A desk's history in a real database, and a hand that gets at the file behind the program's back."""

    def __init__(self, folder: Path, clock: FixedClock) -> None:
        self.store = DeskStore(folder / "desk.db", KEY, fold=bare, clock=clock)
        own = DerivedDeskKey(KEY)
        known = DeskKeyFolder(folder / "keys", own)
        rules = read_look_rules(RESOURCES / "inspection.toml")
        self.inspection = Inspection(self.store, own, known, calendar=CALENDAR, rules=rules, clock=clock)

    def write(self, *acts: Act) -> None:
        """Keep acts as the program does."""
        with self.store.work() as work:
            for one in acts:
                work.write_history(one)
            work.commit()

    def tamper(self, *statements: Executable) -> None:
        """Change the file; what guards it is taken away first, as somebody with its key could."""
        with self.store._engine.begin() as connection:
            connection.execute(text("DROP TRIGGER IF EXISTS history_lines_stay"))
            connection.execute(text("DROP TRIGGER IF EXISTS history_keeps_all"))
            for statement in statements:
                connection.execute(statement)

    def breaks(self) -> tuple[Break, ...]:
        """Say where history does not hold."""
        return self.inspection.verify().breaks


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(MORNING)


@pytest.fixture
def desk(tmp_path: Path, clock: FixedClock) -> Iterator[Desk]:
    made = Desk(tmp_path, clock)
    made.write(*(act(f"dossier-{number}") for number in range(1, 9)))
    made.inspection.seal()
    made.write(act("dossier-9"))
    yield made
    made.store.close()


def test_history_as_it_was_written_is_whole(desk: Desk) -> None:
    whole = desk.inspection.verify()
    assert (whole.lines, whole.sealed_until, whole.breaks) == (9, 8, ())


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE history SET outcome = 'x' WHERE seq = 4",
        "UPDATE history SET deed = 'unheard_of' WHERE seq = 4",
        "UPDATE history SET at = 'never' WHERE seq = 4",
    ],
)
def test_an_altered_line_is_named(desk: Desk, change: str) -> None:
    desk.tamper(text(change))
    assert desk.breaks() == (Break(Damage.ALTERED, 4, 4),)
    assert desk.inspection.odd_looks() == ()


def test_lines_that_were_taken_out_are_named(desk: Desk) -> None:
    desk.tamper(text("DELETE FROM history WHERE seq IN (3, 4)"))
    assert desk.breaks() == (Break(Damage.MISSING, 3, 4),)


def test_lines_that_changed_places_are_named(desk: Desk) -> None:
    desk.tamper(
        text("UPDATE history SET seq = 100 WHERE seq = 2"),
        text("UPDATE history SET seq = 2 WHERE seq = 3"),
        text("UPDATE history SET seq = 3 WHERE seq = 100"),
    )
    assert {found.first for found in desk.breaks()} == {2, 3, 4}


def test_an_end_that_was_cut_off_behind_a_seal_is_noticed(desk: Desk) -> None:
    desk.tamper(text("DELETE FROM history WHERE seq > 6"))
    assert desk.breaks() == (Break(Damage.CUT_OFF, 7, 8),)


def test_who_writes_all_links_anew_is_found_by_the_seal(desk: Desk) -> None:
    with desk.store.work() as work:
        lines = work.history_lines(0, limit=100)
    link, statements = FIRST_LINK, []
    for line in lines:
        forged = replace(line, subject="dossier-99" if line.number == 5 else line.subject)
        said = (forged.deed, forged.subject, forged.official_sign, forged.at, forged.outcome, forged.reason)
        link = link_of(link, said)
        changed = update(history).where(history.c.seq == line.number)
        statements.append(changed.values(subject=forged.subject, link=link))
    desk.tamper(*statements)
    assert desk.breaks() == (Break(Damage.REWRITTEN, 1, 8),)


def test_a_seal_of_another_key_is_told_apart(desk: Desk) -> None:
    other = DerivedDeskKey(b"x" * 32)
    with desk.store.work() as work:
        line = work.history_lines(8, limit=1)[0]
        seal = HistorySeal(line.number, line.link, MORNING, other.key_id, "00" * 64)
        work.add_record(seal)
        work.commit()
    assert desk.breaks() == (Break(Damage.FORGED_SEAL, 9, 9),)


def test_nothing_is_sealed_twice(desk: Desk) -> None:
    desk.inspection.seal()
    desk.inspection.seal()
    with desk.store.work() as work:
        assert [seal.number for seal in work.records_of(HistorySeal, "history")] == [8, 9]


def test_looks_that_want_explaining_are_listed(desk: Desk) -> None:
    night = datetime(2026, 11, 20, 23, 5, tzinfo=MORNING.tzinfo)
    noon = datetime(2026, 11, 20, 9, 0, tzinfo=MORNING.tzinfo)
    desk.write(Act(Deed.LOOKED_UP, "visit-1", "LVA", noon), Act(Deed.STARTED_DRAFT, "visit-1", "LVA", noon))
    desk.write(Act(Deed.LOOKED_UP, "visit-2", "LVA", noon), Act(Deed.OPENED, "dossier-1", "LVA", night))
    moments = (noon + timedelta(minutes=number) for number in range(45))
    desk.write(*(Act(Deed.OPENED, "dossier-1", "TTB", moment) for moment in moments))
    desk.write(*(Act(Deed.SEARCHED, "register", "NTC", noon, "letters") for _ in range(60)))
    told = [(odd.oddity, odd.official_sign, odd.count) for odd in desk.inspection.odd_looks()]
    assert told == [
        (Oddity.LED_TO_NOTHING, "LVA", 1),
        (Oddity.OUT_OF_HOURS, "LVA", 1),
        (Oddity.MANY, "TTB", 45),
        (Oddity.MANY_SEARCHES, "NTC", 60),
    ]


def test_an_export_names_acts_and_nothing_that_was_typed(desk: Desk) -> None:
    look = Look(Purpose.COMPLAINT, "1.004194")
    desk.write(Act(Deed.OPENED, "dossier-9", "LVA", MORNING, reason=look.told))
    desk.write(replace(act("dossier-10"), reason="a name somebody typed"))
    lines = desk.inspection.export().splitlines()
    assert lines[0] == "number,at,official,deed,subject,purpose,procedure,outcome,link"
    assert len(lines) == 12
    assert ",opened,dossier-9,complaint,1.004194,," in lines[-2]
    assert "somebody" not in lines[-1]
