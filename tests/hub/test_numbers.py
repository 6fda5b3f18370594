"""Leased numbers: the same for the same request, never given twice, and none left out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hub.running import OFFICE, Desk, entry_of, error_of, received

from counter_app.wire.codes import ErrorCode
from counter_app.wire.leases import Lease, LeaseAsked

TODAY = date(2026, 11, 22)


def asked(request_id: str, count: int = 10, day: date = TODAY) -> LeaseAsked:
    return LeaseAsked(request_id, OFFICE, day, count)


def lease(desk: Desk, request_id: str, count: int = 10, day: date = TODAY) -> tuple[int, int]:
    given = desk.told(Lease, "POST", "/v1/leases", asked(request_id, count, day))
    return given.first, given.last


def test_blocks_follow_each_other_and_the_same_request_gets_the_same_block(
    desk: Desk, new_desk: Callable[..., Desk]
) -> None:
    assert lease(desk, "a") == (1, 10)
    assert lease(new_desk(), "a", 5) == (11, 15)
    assert lease(desk, "b") == (16, 25)
    assert lease(desk, "a") == (1, 10)
    assert lease(desk, "c", 3, TODAY + timedelta(days=1)) == (1, 3)


def test_a_request_id_for_something_else_is_refused(desk: Desk) -> None:
    lease(desk, "a")
    answer = desk.ask("POST", "/v1/leases", asked("a", 11))
    assert (answer.status_code, error_of(answer)) == (409, ErrorCode.CONFLICT)


def test_a_provisional_dossier_takes_the_number_after_the_leased_ones(desk: Desk) -> None:
    lease(desk, "a", 40)
    one = received(1, code="TAM-H26.99.10-261122-Q1-0001", provisional=True)
    assert desk.report(entry_of(one))[0].code == "H26.99.10-261122-0041"
    assert lease(desk, "b", 1) == (42, 42)


def test_the_last_block_of_a_day_is_short_and_then_there_is_none(desk: Desk) -> None:
    for at in range(19):
        lease(desk, f"l{at}", 500)
    assert lease(desk, "nearly", 500) == (9501, 9999)
    assert error_of(desk.ask("POST", "/v1/leases", asked("after"))) == ErrorCode.NUMBERS_USED_UP


@pytest.mark.parametrize("days", [-3, 63])
def test_days_far_away_are_not_leased(desk: Desk, days: int) -> None:
    answer = desk.ask("POST", "/v1/leases", asked("a", 1, TODAY + timedelta(days=days)))
    assert error_of(answer) == ErrorCode.MALFORMED


def test_numbers_of_another_office_are_not_leased(new_desk: Callable[..., Desk]) -> None:
    stranger = new_desk("H26.98")
    assert error_of(stranger.ask("POST", "/v1/leases", asked("a"))) == ErrorCode.FORBIDDEN
