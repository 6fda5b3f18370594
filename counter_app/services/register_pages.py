"""Pages of the register's book (07) for a stretch of days, with what was voided and handed over."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from counter_app.domain.dossier import Dossier
from counter_app.domain.office import Duty
from counter_app.domain.outcome import Outcome
from counter_app.domain.procedure import Slips
from counter_app.domain.rights import Right
from counter_app.errors import Refusal
from counter_app.services.catalogue import Catalogue
from counter_app.services.control_words import register_words
from counter_app.services.permits import require
from counter_app.services.ports import Clock, Store
from counter_app.services.slip_sets import SlipPaper, SlipSets
from forms.wording import long_date, moment
from printing.fonts import Fonts
from printing.register_sheet import RegisterLine, draw_register
from printing.sheet import Marks

_MOST_DAYS = 366


class TooManyDays(Refusal):
    """The book is printed for a year at most, and its first day is not after its last."""


class RegisterPages:
    """Draws the book; it is drawn anew each time, and says what stands on record now."""

    def __init__(
        self, store: Store, procedures: Catalogue, *, sets: SlipSets, fonts: Fonts, clock: Clock
    ) -> None:
        self._store = store
        self._procedures = procedures
        self._sets = sets
        self._fonts = fonts
        self._clock = clock

    def draw(self, first: date, last: date, duty: Duty) -> bytes:
        """Draw the pages of these days, both included; raises TooManyDays and NoSuchProcedure."""
        if not first <= last < first + timedelta(days=_MOST_DAYS):
            raise TooManyDays
        days = [first + timedelta(days=at) for at in range((last - first).days + 1)]
        with self._store.work() as work:
            require(work, duty.official.sign, Right.DRAW_REGISTER)
            dossiers = [dossier for day in days for dossier in work.received_on(day)]
            outcomes = {one.dossier_id: work.outcome_of(one.dossier_id) for one in dossiers}
        now = self._clock.now()
        lines: list[RegisterLine] = []
        for day in days:
            of_day = [one for one in dossiers if one.received_at.date() == day]
            words = register_words(of_day, self._procedures, duty=duty, day=day, when=now)
            ordered = sorted(of_day, key=lambda one: one.number_of_day)
            lines += (
                _told(line, one, outcomes[one.dossier_id])
                for line, one in zip(words.lines, ordered, strict=True)
            )
        form = self._sets.form(Slips.GENERAL, SlipPaper.REGISTER, now.date())
        book = register_words((), self._procedures, duty=duty, day=first, when=now, form=form)
        stretch = book.days if first == last else f"Từ {long_date(first)} đến {long_date(last)}"
        marks = Marks(training=duty.office.training)
        whole = replace(book, days=stretch, lines=tuple(lines))
        return draw_register(whole, fonts=self._fonts, marks=marks, created_at=now)


def _told(line: RegisterLine, dossier: Dossier, outcome: Outcome | None) -> RegisterLine:
    """Add what has become of a dossier: voided, or handed over and to whom."""
    if dossier.void:
        return replace(line, note=f"Đã hủy: {dossier.void.reason}")
    if outcome is None:
        return line
    way = f"Trực tiếp: {outcome.recipient.full_name}"
    return replace(line, returned_at=moment(outcome.handed_over_at), way_back=way)
