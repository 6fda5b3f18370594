"""The way of a dossier through the units of an office: each hand-over is appended, none is ever changed."""

from __future__ import annotations

from counter_app.domain.history import Act, Deed
from counter_app.domain.movement import Movement
from counter_app.domain.office import Duty
from counter_app.domain.rights import Right
from counter_app.errors import Refusal
from counter_app.services.permits import require
from counter_app.services.ports import Clock, Store
from counter_app.services.voiding import AlreadyVoided


class NobodyNamed(Refusal):
    """A hand-over names the unit, who gives and who takes."""


class Movements:
    """Keeps who gave a dossier to whom: the rows of its control sheet (06)."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def of(self, dossier_id: str) -> tuple[Movement, ...]:
        """List a dossier's hand-overs after its reception, the first one first."""
        with self._store.work() as work:
            return work.records_of(Movement, dossier_id)

    def move_on(
        self, dossier_id: str, *, unit: str, giver: str, taker: str, duty: Duty, note: str = ""
    ) -> Movement:
        """Append a hand-over of this moment; raises NotFound, AlreadyVoided, NobodyNamed."""
        unit, giver, taker, note = (" ".join(part.split()) for part in (unit, giver, taker, note))
        if not (unit and giver and taker):
            raise NobodyNamed
        now, sign = self._clock.now(), duty.official.sign
        moved = Movement(dossier_id, now, sign, unit, giver, taker, note)
        with self._store.work() as work:
            require(work, sign, Right.MOVE_ON)
            if work.dossier(dossier_id).void:
                raise AlreadyVoided(dossier_id)
            work.add_record(moved)
            work.write_history(Act(Deed.MOVED_ON, dossier_id, sign, now))
            work.commit()
        return moved
