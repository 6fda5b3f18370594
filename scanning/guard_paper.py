"""Judges a paper by what is written on it: no longer valid, or not the paper that is wanted."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date

from scanning.guard_findings import Complaint, Finding
from scanning.slot_match import SlotHint, best_slot
from scanning.text_facts import PaperFacts

_SURE = 0.6  # dates read less surely are not relied upon
_LIKELY = 0.6  # share of a title that fits another slot ...
_AHEAD = 0.25  # ... better than the slot it was given for, by this much


def judge_validity(facts: PaperFacts, on_day: date, *, months: int) -> Finding | None:
    """Find a paper that was valid for some months from its issue and is no longer on a day.

    A paper cannot have been issued after the newest past date on it, so that date is taken: what is found
    has expired whichever of its dates is the issue. A day to come on the paper may be its own limit, and a
    date read unsurely may be any day: then nothing is said.
    """
    if any(found.sure < _SURE or found.on > on_day for found in facts.dates):
        return None
    newest = max(facts.dates, key=lambda found: found.on, default=None)
    if newest is None or _months_later(newest.on, months) >= on_day:
        return None
    return Finding(Complaint.EXPIRED, newest.sure, newest.box)


def judge_slot(facts: PaperFacts, slot: str, wanted: Sequence[SlotHint]) -> Finding | None:
    """Find a paper whose title fits another of the wanted papers clearly better than the slot it is in."""
    best, ahead = best_slot(facts, slot, wanted) or (None, 0.0)
    if best is None or best.share < _LIKELY or ahead < _AHEAD:
        return None
    return Finding(Complaint.WRONG_PAPER, best.share, facts.title.box if facts.title else None)


def _months_later(day: date, months: int) -> date:
    """Give the same day of a later month, its last where it is shorter (Civil Code 2015, article 148)."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
