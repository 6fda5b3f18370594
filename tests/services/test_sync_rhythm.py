"""When the hub is looked for again."""

from __future__ import annotations

from counter_app.services.sync import SyncEnd, SyncReport
from counter_app.services.sync_rhythm import Rhythm

AWAY, BUSY, DONE = (SyncReport(end) for end in (SyncEnd.AWAY, SyncEnd.BUSY, SyncEnd.DONE))


def pauses(*reports: SyncReport) -> list[float]:
    """Give the pause after each of these runs, one after the other, with no chance in it."""
    rhythm, kept = Rhythm(), []
    for report in reports:
        rhythm = rhythm.after(report)
        kept.append(rhythm.pause_s(report, 0))
    return kept


def test_a_line_that_was_cut_is_looked_for_soon_and_never_later_than_five_seconds() -> None:
    assert pauses(*[AWAY] * 13) == [*[0.5] * 8, 1.0, 2.0, 4.0, 5.0, 5.0]
    assert Rhythm(looks=13).pause_s(AWAY, 1) == 2.5


def test_a_hub_that_turns_requests_down_is_left_alone_longer_and_longer_up_to_five_minutes() -> None:
    assert pauses(*[BUSY] * 10)[:3] == [2.0, 4.0, 8.0]
    assert pauses(*[BUSY] * 10)[-1] == 300.0
    assert pauses(SyncReport(SyncEnd.BUSY, pause_s=60)) == [60.0]


def test_one_answer_makes_everything_quick_again() -> None:
    assert pauses(BUSY, BUSY, DONE, BUSY)[-1] == 2.0
    assert pauses(AWAY, AWAY, AWAY, DONE, AWAY)[-1] == 0.5
    assert not Rhythm(looks=3).after(DONE).is_away
