"""Prints of declarations: each stands in the history of its dossiers, and after the first one is a copy."""

from __future__ import annotations

from counter_app.domain.dossier import Dossier
from counter_app.domain.history import Act, Deed
from counter_app.domain.rights import Right
from counter_app.services.declaration import Declarations
from counter_app.services.paperwork import Printout
from counter_app.services.permits import require
from counter_app.services.ports import Clock, Store, Work

_PRINTED = {Deed.PRINTED_DECLARATION, Deed.PRINTED_DECLARATION_AGAIN}


class DeclarationPrints:
    """Counts what is printed; a draft's answers still change, so each print of one is to be signed anew."""

    def __init__(self, store: Store, declarations: Declarations, clock: Clock) -> None:
        self._store = store
        self._declarations = declarations
        self._clock = clock

    def note_draft(self, draft_id: str, official_sign: str) -> None:
        """Keep that the declaration of a draft was printed."""
        with self._store.work() as work:
            require(work, official_sign, Right.PRINT)
            work.write_history(Act(Deed.PRINTED_DECLARATION, draft_id, official_sign, self._clock.now()))
            work.commit()

    def preview(self, dossier: Dossier) -> bytes:
        """Draw a received dossier's declaration as its next print would look, without counting it."""
        with self._store.work() as work:
            copy_number = _prints(work, _declared_together(work, dossier)[0])
        return self._declarations.of_dossier(dossier, copy_number=copy_number)

    def again(self, dossier_id: str, official_sign: str) -> Printout:
        """Count a print, then draw it; marked as a copy where there was one before. Raises NotFound.

        One declaration of a life event counts for all the dossiers that came of it.
        """
        with self._store.work() as work:
            require(work, official_sign, Right.PRINT)
            dossier = work.dossier(dossier_id)
            together = _declared_together(work, dossier)
            before = _prints(work, together[0])
            deed = Deed.PRINTED_DECLARATION_AGAIN if before else Deed.PRINTED_DECLARATION
            for each in together:
                act = Act(deed, each.dossier_id, official_sign, self._clock.now(), str(before))
                work.write_history(act)
            work.commit()
        return Printout(self._declarations.of_dossier(dossier, copy_number=before), before)


def _declared_together(work: Work, dossier: Dossier) -> tuple[Dossier, ...]:
    """List the dossiers that came of one declaration, the one with the draft's history first."""
    if dossier.declaration is None:
        return (dossier,)
    return tuple(each for each in work.linked(dossier.linked) if each.declaration == dossier.declaration) or (
        dossier,
    )


def _prints(work: Work, first: Dossier) -> int:
    return sum(act.deed in _PRINTED for act in work.history_of(first.dossier_id))
