"""Judges a paper by what is written on it: no longer valid, or not the paper that is wanted."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from scanning.page_text import Box
from scanning.slot_match import SlotHint, best_slot
from scanning.text_facts import PaperFacts

_SURE = 0.6  # dates read less surely are not relied upon
_LIKELY = 0.6  # share of a title that fits another slot ...
_AHEAD = 0.25  # ... better than the slot it was given for, by this much


@dataclass(frozen=True, slots=True)
class ExpiredPaper:
    """Say until when a paper held at the latest, and on which of its pages, from 0, that is written where."""

    until: date
    page: int
    box: Box


@dataclass(frozen=True, slots=True)
class MisplacedPaper:
    """Name the slot whose paper this is by its title, and where that stands; None where a number tells."""

    slot: str
    box: Box | None


def judge_validity(pages: Sequence[PaperFacts], on_day: date, *, months: int) -> ExpiredPaper | None:
    """Find a paper, all its pages read, that was valid for some months and is no longer on a day.

    A paper cannot have been issued after the newest past date on it, so that date is taken: what is found
    has expired whichever of its dates is the issue. A day to come on the paper may be its own limit, and a
    date read unsurely may be any day: then nothing is said.
    """
    dates = [(found, page) for page, facts in enumerate(pages) for found in facts.dates]
    if not dates or any(found.sure < _SURE or found.on > on_day for found, _ in dates):
        return None
    newest, page = max(dates, key=lambda each: each[0].on)
    until = _months_later(newest.on, months)
    return ExpiredPaper(until, page, newest.box) if until < on_day else None


def judge_slot(facts: PaperFacts, slot: str, wanted: Sequence[SlotHint]) -> MisplacedPaper | None:
    """Find a paper whose title fits another of the wanted papers clearly better than the slot it is in."""
    best, ahead = best_slot(facts, slot, wanted) or (None, 0.0)
    if best is None or best.share < _LIKELY or ahead < _AHEAD:
        return None
    return MisplacedPaper(best.slot, facts.title.box if facts.title else None)


def _months_later(day: date, months: int) -> date:
    """Give the same day of a later month, its last where it is shorter (Civil Code 2015, article 148)."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
