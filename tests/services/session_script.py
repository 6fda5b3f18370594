"""Sessions of officials and a trainer on one desk, by a seed; whatever one sees of another's is counted."""

from __future__ import annotations

import random
from collections import Counter as Counts
from dataclasses import dataclass, field
from datetime import timedelta

from services.counter import DUTY, Counter
from services.people import at_the_desk, cast

from counter_app.domain.account import Account
from counter_app.domain.office import Duty, Official
from counter_app.domain.rights import Role
from counter_app.errors import NotFound
from counter_app.services.drafting import Sheet
from counter_app.services.permits import KIND, OFFICE, NotPermitted, NotYours

OFFICIALS = ("lan", "mai", "cuc")
TRAINER = "thay"
_PHONE = "phone"


@dataclass
class Sessions:
    """A desk at which people take turns; ``told`` is what each citizen said to whom, ``leaks`` who saw it."""

    seed: int
    counter: Counter = field(default_factory=Counter)
    told: dict[str, str] = field(default_factory=dict)
    leaks: list[str] = field(default_factory=list)
    seen: Counts[str] = field(default_factory=Counts)

    def __post_init__(self) -> None:
        self._dice = random.Random(self.seed)  # noqa: S311 - a script's dice
        with self.counter.store.work() as work:
            work.keep_preference(KIND, OFFICE)
            for sign in OFFICIALS:
                work.save_account(Account(sign, sign, (Role.OFFICIAL,)))
            work.save_account(Account(TRAINER, TRAINER, (Role.TRAINER,)))
            work.commit()

    def run(self, sessions: int) -> None:
        """Let so many sessions follow each other."""
        for number in range(sessions):
            sign = self._dice.choice((*OFFICIALS, TRAINER))
            self.counter.clock.move(timedelta(seconds=self._dice.randint(1, 90)))
            self._look_round(sign)
            try:
                self._serve(sign, f"d{number}")
            except NotPermitted:
                self.seen[f"refused {sign}"] += 1

    def _serve(self, sign: str, draft_id: str) -> None:
        person = at_the_desk(self._dice.choice((cast().ede, cast().new_mother)))
        sheet = self.counter.begin(person, "1.004194", draft_id, duty=_duty(sign))
        self._note(sign, sheet)
        phone = f"09{self._dice.randrange(10**8):08}"
        self.told[phone] = sign
        sheet = self.counter.drafting.save(self.counter.drafting.declare(sheet, _PHONE, phone))
        if self._dice.random() < 0.9:  # most are finished; a few wait in the rail
            self.counter.drafting.drop(sheet)

    def _look_round(self, sign: str) -> None:
        """Look wherever drafts can be seen, and try to open those of everybody."""
        for draft in self.counter.drafting.waiting(sign):
            self.seen["own drafts"] += 1
            if draft.official_sign != sign:
                self.leaks.append(f"{sign} sees {draft.draft_id}")
        for draft_id in tuple(self.counter.store.kept.drafts)[-4:]:
            try:
                sheet = self.counter.drafting.resume(draft_id, _duty(sign))
            except (NotYours, NotFound):
                self.seen["refused drafts"] += 1
            else:
                self._note(sign, sheet)

    def _note(self, sign: str, sheet: Sheet) -> None:
        """Hold the answers against who was told them."""
        if sheet.draft.official_sign != sign:
            self.leaks.append(f"{sign} opened {sheet.draft.draft_id}")
        said = str(sheet.filled.value(_PHONE))
        if said in self.told:
            self.seen["told again"] += 1
            if self.told[said] != sign:
                self.leaks.append(f"{sign} reads what {self.told[said]} was told")


def _duty(sign: str) -> Duty:
    return Duty(Official(sign, sign), DUTY.office, DUTY.counter)
