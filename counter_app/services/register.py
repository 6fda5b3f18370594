"""The register: what was received, found again by code, name or number, and its paper printed again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial

from counter_app.domain.dossier import Dossier, RegisterRow
from counter_app.domain.history import Act, Deed
from counter_app.domain.look import Look, Purpose
from counter_app.domain.rights import Right
from counter_app.errors import Refusal
from counter_app.services.permits import require
from counter_app.services.ports import Clock, Store
from forms.wording import fold

_MOST_ROWS = 500
MOST_FOUND = 200
"""Rows that an answer to a question has: nobody reads more, everybody types on."""

_ONE_SEARCH = timedelta(minutes=2)
_REHEARSED = (
    "nguyen van",
    "tran thi",
    "le",
    "pham",
    "hoang",
    "huynh",
    "vo",
    "dang",
    "bui",
    "000",
    "199",
    "h26",
)
"""Questions of every manner, with the names that most people have: the index is read along common parts."""


def searchable(text: str) -> str:
    """Bring a name or question to the form in which they are compared: no marks, H'Wen as two words."""
    return " ".join(fold(text).replace("'", " ").replace("’", " ").split())


class NoPurpose(Refusal):
    """A dossier is opened for something: what for has to be said first."""


@dataclass(frozen=True, slots=True)
class _Search:
    """A search as history counts them: what was typed on, by whom, since when."""

    words: str
    official_sign: str
    at: datetime

    def goes_on_in(self, other: _Search) -> bool:
        """Whether another question is this one with letters added or taken away, soon after."""
        alike = self.words.startswith(other.words) or other.words.startswith(self.words)
        return alike and self.official_sign == other.official_sign and other.at - self.at < _ONE_SEARCH


class Register:
    """Finds received dossiers; every search, and every look inside a dossier, is kept in history."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._last: _Search | None = None

    def today(self) -> tuple[RegisterRow, ...]:
        """List what was received today, the latest first."""
        return self.search("", self._clock.now().date())

    def search(self, query: str, day: date | None = None) -> tuple[RegisterRow, ...]:
        """Find by code, by name without marks, or by the last digits of a number; at most ``MOST_FOUND``."""
        wanted = searchable(query)
        with self._store.work() as work:
            return work.register(wanted, day, limit=MOST_FOUND if wanted else _MOST_ROWS)

    def search_as(self, official_sign: str, query: str, day: date | None = None) -> tuple[RegisterRow, ...]:
        """Search for an official, and keep that they did; of the words, only their kind."""
        words = searchable(query)
        if words:
            self._keep_search(_Search(words, official_sign, self._clock.now()))
        return self.search(query, day)

    def _keep_search(self, search: _Search) -> None:
        """Write a search down when it begins: what is typed on from there is the same one."""
        last = self._last
        if last and last.goes_on_in(search):
            self._last = search
            return
        kind = "digits" if search.words.replace(" ", "").isdigit() else "letters"
        with self._store.work() as work:
            require(work, search.official_sign, Right.READ_REGISTER)
            work.write_history(Act(Deed.SEARCHED, "register", search.official_sign, search.at, kind))
            work.commit()
        self._last = search

    def rehearsals(self) -> Iterator[Callable[[], object]]:
        """Give small questions that nobody asked: after them the first real one does not wait for the disk.

        Each is a few milliseconds' work of its own, so that whatever is wanted meanwhile goes in between.
        """
        yield self.today
        yield from (partial(self.search, words) for words in _REHEARSED)

    def open(
        self, dossier_id: str, official_sign: str, purpose: Purpose | None = None
    ) -> tuple[Dossier, tuple[Act, ...]]:
        """Open a dossier with its history, keeping that it was looked at and what for; raises NotFound.

        What an official received today is their own work, and what they said today holds for the day; for
        all else raises NoPurpose without one.
        """
        now = self._clock.now()
        with self._store.work() as work:
            require(work, official_sign, Right.READ_REGISTER)
            dossier = work.dossier(dossier_id)
            acts = work.history_of(dossier_id)
            today = [act for act in acts if act.official_sign == official_sign and _is_on(act, now)]
            what_for = purpose or next(filter(None, map(_purpose_of, reversed(today))), None)
            if what_for is None:
                raise NoPurpose
            look = Look(what_for, dossier.procedure_code)
            work.write_history(Act(Deed.OPENED, dossier_id, official_sign, now, reason=look.told))
            work.commit()
        return dossier, acts

    def reread(self, dossier_id: str) -> tuple[Dossier, tuple[Act, ...]]:
        """Give a dossier that is open already, after something was done to it; that is no new look."""
        with self._store.work() as work:
            return work.dossier(dossier_id), work.history_of(dossier_id)

    def together(self, dossier: Dossier) -> tuple[Dossier, ...]:
        """List the dossiers that were received together with one, itself among them; none of one alone."""
        with self._store.work() as work:
            return work.linked(dossier.linked)

    def recent_procedures(self) -> tuple[str, ...]:
        """List the codes of the procedures last received, the latest first."""
        with self._store.work() as work:
            return work.recent_procedures(limit=5)


def _is_on(act: Act, now: datetime) -> bool:
    return act.at.astimezone(now.tzinfo).date() == now.date()


def _purpose_of(act: Act) -> Purpose | None:
    """Give what an act of today says that the dossier is dealt with for."""
    if act.deed is Deed.RECEIVED:
        return Purpose.OWN_WORK
    look = Look.read(act.reason) if act.deed is Deed.OPENED else None
    return look.purpose if look else None
