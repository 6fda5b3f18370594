"""Prints of a received dossier's slips: each stands in history, and after the first one is a copy."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from enum import StrEnum
from functools import partial
from itertools import takewhile

from counter_app.domain.dossier import Dossier
from counter_app.domain.history import Act, Deed
from counter_app.domain.office import Duty
from counter_app.services.catalogue import Catalogue
from counter_app.services.citizen_words import citizen_words, fee_words
from counter_app.services.control_words import control_words
from counter_app.services.paperwork import Printout
from counter_app.services.ports import Clock, Store
from counter_app.services.slip_subject import SlipSubject, subject_of_dossier
from counter_app.services.slip_words import apology_words, supplement_words, suspension_words
from counter_app.services.timekeeping import Timekeeping
from printing.apology import draw_apology
from printing.citizen_slip import draw_citizen_slip
from printing.control_sheet import draw_control_sheet
from printing.fee_slip import draw_fee_slip
from printing.fonts import Fonts
from printing.sheet import Marks, PaperSize
from printing.supplement_request import draw_supplement_request
from printing.suspension import draw_suspension


class SlipKind(StrEnum):
    """The slips that a received dossier may need."""

    SUPPLEMENT = "supplement"
    APOLOGY = "apology"
    SUSPENSION = "suspension"
    CONTROL_SHEET = "control_sheet"
    FEE = "fee"
    CITIZEN = "citizen"


_PRINTED = {Deed.PRINTED_SLIP, Deed.PRINTED_SLIP_AGAIN}
_MOVED_THE_CLOCK = {
    Deed.WAIT_BEGAN,
    Deed.WAIT_ENDED,
    Deed.FEE_PAID,
    Deed.ASKED_AGAIN,
    Deed.CLOCK_TAKEN_BACK,
}


class SlipPrints:
    """Draws slips of received dossiers; one printed before the clock moved has no copy after it."""

    def __init__(
        self, store: Store, procedures: Catalogue, times: Timekeeping, *, fonts: Fonts, clock: Clock
    ) -> None:
        self._store = store
        self._procedures = procedures
        self._times = times
        self._fonts = fonts
        self._clock = clock

    def offered(self, dossier: Dossier) -> tuple[SlipKind, ...]:
        """List what may be printed now: nobody apologises before the promised time is over.

        Nothing more is written about a dossier that was voided.
        """
        if dossier.void:
            return ()
        is_late = self._clock.now() > dossier.due_at
        return tuple(kind for kind in SlipKind if is_late or kind is not SlipKind.APOLOGY)

    def print(self, dossier_id: str, kind: SlipKind, duty: Duty, size: PaperSize) -> Printout:
        """Count a print, then draw it as of the first one; raises NotFound and NoSuchProcedure before."""
        with self._store.work() as work:
            dossier = work.dossier(dossier_id)
            subject = subject_of_dossier(dossier, self._procedures)
            before = _prints_since_the_clock_moved(work.history_of(dossier_id), kind)
            now = self._clock.now()
            deed = Deed.PRINTED_SLIP_AGAIN if before else Deed.PRINTED_SLIP
            work.write_history(Act(deed, dossier_id, duty.official.sign, now, kind))
            work.commit()
        first = before[0].at if before else now
        draw = self._drawing(subject, dossier, kind, duty=duty, when=first)
        voided = dossier.void is not None
        marks = Marks(training=dossier.training, copy_number=len(before), is_void=voided)
        return Printout(draw(size=size, fonts=self._fonts, marks=marks, created_at=first), len(before), size)

    def _drawing(
        self, subject: SlipSubject, dossier: Dossier, kind: SlipKind, *, duty: Duty, when: datetime
    ) -> Callable[..., bytes]:
        """Put the dossier into the words of a slip, ready to be drawn."""
        office = duty.office
        match kind:
            case SlipKind.SUPPLEMENT:
                return partial(draw_supplement_request, supplement_words(subject, (), duty, when))
            case SlipKind.APOLOGY:
                standing = self._times.standing(dossier.dossier_id)
                sorry = apology_words(subject, dossier, standing, office=office, when=when)
                return partial(draw_apology, sorry)
            case SlipKind.SUSPENSION:
                stopped = suspension_words(subject, dossier, office=office, when=when)
                return partial(draw_suspension, stopped)
            case SlipKind.CONTROL_SHEET:
                hands = control_words(subject, dossier, self._procedures, duty=duty, when=when)
                return partial(draw_control_sheet, hands)
            case SlipKind.FEE:
                return partial(draw_fee_slip, fee_words(subject, dossier, duty=duty, when=when))
            case SlipKind.CITIZEN:
                pack = self._procedures.version(dossier.procedure_code, dossier.procedure_version)
                return partial(draw_citizen_slip, citizen_words(subject, dossier, pack, office))


def _prints_since_the_clock_moved(acts: Iterable[Act], kind: SlipKind) -> list[Act]:
    latest_first = reversed(tuple(acts))
    since = takewhile(lambda act: act.deed not in _MOVED_THE_CLOCK, latest_first)
    return [act for act in since if act.deed in _PRINTED and act.outcome == kind][::-1]
