"""The register: what is searched and opened there is kept, and nothing is opened for nothing."""

from datetime import date, timedelta

import pytest
from contracts.samples import MORNING, dossier
from services.fakes import FakeStore, FixedClock

from counter_app.domain.history import Act, Deed
from counter_app.domain.look import Purpose
from counter_app.services.register import NoPurpose, Register

OTHER = "cb.07"


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(MORNING)


@pytest.fixture
def store() -> FakeStore:
    made = FakeStore()
    kept = dossier(1)
    with made.work() as work:
        work.add_dossier(kept)
        work.write_history(Act(Deed.RECEIVED, kept.dossier_id, kept.official_sign, MORNING))
        work.commit()
    return made


def acts(store: FakeStore, subject: str, deed: Deed) -> list[tuple[str, str, str]]:
    with store.work() as work:
        found = [act for act in work.history_of(subject) if act.deed is deed]
    return [(act.official_sign, act.outcome, act.reason) for act in found]


def test_what_was_received_today_is_opened_as_own_work(store: FakeStore, clock: FixedClock) -> None:
    kept = dossier(1)
    Register(store, clock).open(kept.dossier_id, kept.official_sign)
    told = (kept.official_sign, "", f"own_work {kept.procedure_code}")
    assert acts(store, kept.dossier_id, Deed.OPENED) == [told]


def test_a_dossier_of_another_is_opened_for_a_purpose_alone_which_holds_for_the_day(
    store: FakeStore, clock: FixedClock
) -> None:
    register, kept = Register(store, clock), dossier(1)
    with pytest.raises(NoPurpose):
        register.open(kept.dossier_id, OTHER)
    register.open(kept.dossier_id, OTHER, Purpose.HAND_OVER)
    register.open(kept.dossier_id, OTHER)
    told = (OTHER, "", f"hand_over {kept.procedure_code}")
    assert acts(store, kept.dossier_id, Deed.OPENED) == [told, told]
    clock.move(timedelta(days=1))
    for sign in (OTHER, kept.official_sign):
        with pytest.raises(NoPurpose):
            register.open(kept.dossier_id, sign)


def test_a_search_is_kept_once_however_it_is_typed_and_without_its_words(
    store: FakeStore, clock: FixedClock
) -> None:
    register, today = Register(store, clock), date(2026, 11, 20)
    for typed in ("", "h", "huo", "huong", "huo", "000190"):
        register.search_as(OTHER, typed, today)
    clock.move(timedelta(minutes=5))
    register.search_as(OTHER, "000190", today)
    kept = acts(store, "register", Deed.SEARCHED)
    assert kept == [(OTHER, "letters", ""), (OTHER, "digits", ""), (OTHER, "digits", "")]
