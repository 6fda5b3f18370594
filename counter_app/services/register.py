"""The register: what was received, found again by code, name or number, and its paper printed again."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from counter_app.domain.dossier import Dossier, RegisterRow
from counter_app.domain.history import Act, Deed
from counter_app.services.ports import Clock, Store
from forms.wording import fold

_MOST_ROWS = 500
MOST_FOUND = 200
"""Rows that an answer to a question has: nobody reads more, everybody types on."""

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


class Register:
    """Finds received dossiers; every look inside one is kept in history."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def today(self) -> tuple[RegisterRow, ...]:
        """List what was received today, the latest first."""
        return self.search("", self._clock.now().date())

    def search(self, query: str, day: date | None = None) -> tuple[RegisterRow, ...]:
        """Find by code, by name without marks, or by the last digits of a number; at most ``MOST_FOUND``."""
        wanted = searchable(query)
        with self._store.work() as work:
            return work.register(wanted, day, limit=MOST_FOUND if wanted else _MOST_ROWS)

    def rehearsals(self) -> Iterator[Callable[[], object]]:
        """Give small questions that nobody asked: after them the first real one does not wait for the disk.

        Each is a few milliseconds' work of its own, so that whatever is wanted meanwhile goes in between.
        """
        yield self.today
        yield from (partial(self.search, words) for words in _REHEARSED)

    def open(self, dossier_id: str, official_sign: str) -> tuple[Dossier, tuple[Act, ...]]:
        """Open a dossier with its history, keeping that it was looked at; raises NotFound."""
        with self._store.work() as work:
            dossier = work.dossier(dossier_id)
            acts = work.history_of(dossier_id)
            work.write_history(Act(Deed.OPENED, dossier_id, official_sign, self._clock.now()))
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
