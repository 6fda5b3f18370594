"""Who serves at which counter: on a training desk whoever says so, in an office whoever has signed in."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from counter_app.domain.account import Account
from counter_app.domain.office import Duty, Official
from counter_app.domain.rights import Right
from counter_app.errors import Refusal
from counter_app.services.permits import NotPermitted, is_guarded
from counter_app.services.ports import Store
from forms.wording import fold

_NAME = "duty.official"
_COUNTER = "duty.counter"


class NoName(Refusal):
    """Papers carry the name of who received; it cannot be left empty."""


class DutyBook:
    """Knows who is on duty; the office itself comes with the desk."""

    def __init__(self, store: Store, usual: Duty) -> None:
        self._store = store
        self._usual = usual
        self._signed_in: Official | None = None

    def now(self) -> Duty:
        """Give the duty last kept, or the desk's usual one; in an office nobody's until somebody signs in."""
        with self._store.work() as work:
            name, counter = work.preference(_NAME), work.preference(_COUNTER)
        official = Official(name, fold(name).replace(" ", ".")) if name else self._usual.official
        official = self._signed_in or official
        return replace(self._usual, official=official, counter=counter or self._usual.counter)

    def is_kept(self) -> bool:
        """Say whether anybody has yet said who serves."""
        with self._store.work() as work:
            return bool(work.preference(_NAME))

    def take_over(self, full_name: str, counter: str) -> Duty:
        """Keep who serves a training desk from now on; raises NoName, and NotPermitted in an office."""
        name = " ".join(unicodedata.normalize("NFC", full_name).split())
        if not name:
            raise NoName
        with self._store.work() as work:
            if is_guarded(work):
                raise NotPermitted(Right.SERVE)
            work.keep_preference(_NAME, name)
            work.keep_preference(_COUNTER, " ".join(counter.split()))
            work.commit()
        self._signed_in = None
        return self.now()

    def begin(self, account: Account) -> Duty:
        """Let who has just signed in serve until somebody else does; nothing of it outlives the program."""
        self._signed_in = account.official
        return self.now()
