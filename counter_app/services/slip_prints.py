"""Prints of a received dossier's slips: each stands in history, and after the first one is a copy."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from itertools import takewhile

from counter_app.domain.dossier import Dossier
from counter_app.domain.history import Act, Deed
from counter_app.domain.movement import Movement
from counter_app.domain.office import Duty
from counter_app.domain.payment import Payment
from counter_app.domain.rights import Right
from counter_app.domain.slip import OUTCOME_PAPERS, SlipGround, SlipKind
from counter_app.services.catalogue import Catalogue, NoSuchProcedure
from counter_app.services.citizen_words import (
    citizen_words,
    fee_words,
    mail_label_words,
    page_label_words,
    tear_off_words,
)
from counter_app.services.claims import Claims
from counter_app.services.control_words import control_words
from counter_app.services.drafting import Sheet
from counter_app.services.paperwork import PaperWays, Printout, certified_lines
from counter_app.services.permits import require
from counter_app.services.ports import Clock, Store, Work
from counter_app.services.residence_words import confirmation_words, outcome_notice_words
from counter_app.services.signing import Over, SignMark
from counter_app.services.slip_grounds import latest_ground
from counter_app.services.slip_subject import SlipSubject, subject_of_dossier, subject_of_sheet
from counter_app.services.slip_words import apology_words, refusal_words, supplement_words, suspension_words
from counter_app.services.timekeeping import Timekeeping
from printing.apology import draw_apology
from printing.citizen_slip import draw_citizen_slip
from printing.control_sheet import draw_control_sheet
from printing.fee_slip import draw_fee_slip
from printing.fonts import Fonts
from printing.labels import draw_mail_label, draw_page_labels
from printing.refusal import draw_refusal
from printing.residence_papers import draw_confirmation, draw_outcome_notice
from printing.sheet import Marks, PaperSize
from printing.supplement_request import draw_supplement_request
from printing.suspension import draw_suspension
from printing.tear_off import draw_tear_off

_SIGNED_OVER = {
    SlipKind.SUPPLEMENT: Over.OFFICIAL,
    SlipKind.REFUSAL: Over.OFFICIAL,
    SlipKind.APOLOGY: Over.HEAD,
    SlipKind.SUSPENSION: Over.HEAD,
    SlipKind.RESIDENCE_CONFIRMATION: Over.HEAD,
    SlipKind.OUTCOME_NOTICE: Over.HEAD,
}
"""The others bear nobody's name as the office's word."""
_PRINTED = {Deed.PRINTED_SLIP, Deed.PRINTED_SLIP_AGAIN}
_CHANGED_WORDS = {
    Deed.WAIT_BEGAN,
    Deed.WAIT_ENDED,
    Deed.FEE_PAID,
    Deed.ASKED_AGAIN,
    Deed.EXTENDED,
    Deed.CLOCK_TAKEN_BACK,
    Deed.MOVED_ON,
    Deed.PAID,
}


class SlipPrints:
    """Draws slips of received dossiers; one printed before the clock moved has no copy after it."""

    def __init__(
        self,
        store: Store,
        procedures: Catalogue,
        times: Timekeeping,
        claims: Claims,
        *,
        fonts: Fonts,
        clock: Clock,
        ways: PaperWays | None = None,
    ) -> None:
        self._store = store
        self._procedures = procedures
        self._times = times
        self._fonts = fonts
        self._clock = clock
        self._claims = claims
        self._ways = ways or PaperWays()

    def offered(self, dossier: Dossier) -> tuple[SlipKind, ...]:
        """List what may be printed now.

        Nobody apologises before the promised time is over, and labels are for pages that were handed in. The
        paper of an outcome is that which the procedure's pack names. Nothing more is written about a dossier
        that was voided.
        """
        if dossier.void:
            return ()
        missing = set(OUTCOME_PAPERS) - {self._outcome_paper(dossier)}
        if self._clock.now() <= dossier.due_at:
            missing.add(SlipKind.APOLOGY)
        if not page_label_words(dossier):
            missing.add(SlipKind.PAGE_LABELS)
        return tuple(kind for kind in SlipKind if kind not in missing)

    def _outcome_paper(self, dossier: Dossier) -> SlipKind | None:
        with suppress(NoSuchProcedure):
            return self._procedures.version(dossier.procedure_code, dossier.procedure_version).outcome_paper
        return None

    def print(self, dossier_id: str, kind: SlipKind, duty: Duty, size: PaperSize) -> Printout:
        """Count a print, then draw it as of the first one; raises NotFound and NoSuchProcedure before.

        What was stated for a slip is printed as it was stated; where nothing was, it is left to the pen.
        """
        with self._store.work() as work:
            dossier = work.dossier(dossier_id)
            subject = replace(subject_of_dossier(dossier, self._procedures), sets=self._ways.sets)
            written = _written(work, dossier_id, kind, self._clock.now())
            counted = self._count(work, written, dossier_id, kind=kind, sign=duty.official.sign)
            work.commit()
        draw = self._drawing(subject, dossier, kind, duty=duty, written=replace(written, at=counted.first))
        marks = Marks(training=dossier.training, copy_number=counted.before, is_void=dossier.void is not None)
        laid = partial(draw, size=size, fonts=self._fonts, marks=marks, created_at=counted.first)
        if kind in _SIGNED_OVER:
            return self._issued(laid, kind, counted.before, size)
        return Printout(laid(), counted.before, size)

    def print_before(self, sheet: Sheet, kind: SlipKind, size: PaperSize) -> Printout:
        """Draw what was stated last about a draft that is not received: its request (02) or refusal (03)."""
        subject = replace(subject_of_sheet(sheet), sets=self._ways.sets)
        duty, draft_id = sheet.duty, sheet.draft.draft_id
        with self._store.work() as work:
            written = _written(work, draft_id, kind, self._clock.now())
            counted = self._count(work, written, draft_id, kind=kind, sign=duty.official.sign)
            work.commit()
        marks = Marks(training=duty.office.training, copy_number=counted.before)
        draw = _stated_drawing(subject, kind, duty, replace(written, at=counted.first))
        laid = partial(draw, size=size, fonts=self._fonts, marks=marks, created_at=counted.first)
        return self._issued(laid, kind, counted.before, size)

    def _issued(self, laid: partial[bytes], kind: SlipKind, copy_number: int, size: PaperSize) -> Printout:
        """Draw what stands over the official's or the head's name, signed where the office wants it."""
        over = _SIGNED_OVER[kind]

        def draw(mark: SignMark | None) -> bytes:
            words = replace(laid.args[0], certified=certified_lines(mark))
            if mark and over is Over.HEAD:
                words = replace(words, signer_name=mark.holder)
            return laid.func(words, **laid.keywords)

        issued = self._ways.issued(draw, over)
        return Printout(issued.content, copy_number, size, issued.unsigned)

    def _count(self, work: Work, written: _Written, subject: str, *, kind: SlipKind, sign: str) -> _Counted:
        require(work, sign, Right.PRINT)
        before = _prints_so_far(work.history_of(subject), kind, written.ground)
        now = self._clock.now()
        deed = Deed.PRINTED_SLIP_AGAIN if before else Deed.PRINTED_SLIP
        work.write_history(Act(deed, subject, sign, now, kind))
        first = before[0].at if before else now
        return _Counted(written.ground.at if written.ground else first, len(before))

    def _drawing(
        self, subject: SlipSubject, dossier: Dossier, kind: SlipKind, *, duty: Duty, written: _Written
    ) -> Callable[..., bytes]:
        """Put the dossier into the words of a slip, ready to be drawn."""
        office, when, ground = duty.office, written.at, written.ground
        match kind:
            case SlipKind.APOLOGY:
                standing = self._times.standing(dossier.dossier_id)
                sorry = apology_words(subject, dossier, standing, office=office, when=when, ground=ground)
                return partial(draw_apology, sorry)
            case SlipKind.SUSPENSION:
                stopped = suspension_words(subject, dossier, office=office, when=when, ground=ground)
                return partial(draw_suspension, stopped)
            case SlipKind.CONTROL_SHEET:
                hands = control_words(
                    subject, dossier, self._procedures, duty=duty, when=when, moved=written.moved
                )
                return partial(draw_control_sheet, hands)
            case SlipKind.OUTCOME_NOTICE | SlipKind.RESIDENCE_CONFIRMATION:
                return _outcome_drawing(subject, dossier, kind, duty=duty, written=written)
            case SlipKind.SUPPLEMENT | SlipKind.REFUSAL:
                return _stated_drawing(subject, kind, duty, written)
            case _:
                return self._taken_home(subject, dossier, kind, duty=duty, written=written)

    def _taken_home(
        self, subject: SlipSubject, dossier: Dossier, kind: SlipKind, *, duty: Duty, written: _Written
    ) -> Callable[..., bytes]:
        if kind is SlipKind.PAGE_LABELS:
            return _own_size(draw_page_labels, page_label_words(dossier))
        if kind is SlipKind.MAIL_LABEL:
            return _own_size(draw_mail_label, mail_label_words(subject, duty.office))
        if kind is SlipKind.FEE:
            account, paid = self._ways.account, written.receipt
            fee = fee_words(subject, dossier, duty=duty, when=written.at, account=account, receipt=paid)
            return partial(draw_fee_slip, fee)
        pack = self._procedures.version(dossier.procedure_code, dossier.procedure_version)
        if kind is SlipKind.CITIZEN:
            return partial(draw_citizen_slip, citizen_words(subject, dossier, pack, duty.office))
        together, claim = written.together, self._claims.text_of(written.together)
        return _own_size(draw_tear_off, tear_off_words(together, pack, duty.office, claim=claim))


@dataclass(frozen=True, slots=True)
class _Written:
    """What stands on record for a slip: what was stated, where the dossier went, by what it was paid."""

    at: datetime
    ground: SlipGround | None
    moved: tuple[Movement, ...]
    receipt: str
    together: tuple[Dossier, ...] = ()


@dataclass(frozen=True, slots=True)
class _Counted:
    """When a slip was first made, and how many prints of it there were before."""

    first: datetime
    before: int


def _written(work: Work, subject: str, kind: SlipKind, now: datetime) -> _Written:
    ground = latest_ground(work.records_of(SlipGround, subject), kind)
    moved = work.records_of(Movement, subject) if kind is SlipKind.CONTROL_SHEET else ()
    payments = work.records_of(Payment, subject) if kind is SlipKind.FEE else ()
    receipt = next((one.receipt for one in reversed(payments) if one.receipt), "")
    together = _together(work, subject) if kind is SlipKind.TEAR_OFF else ()
    return _Written(now, ground, moved, receipt, together)


def _together(work: Work, dossier_id: str) -> tuple[Dossier, ...]:
    dossier = work.dossier(dossier_id)
    return work.linked(dossier.linked) if dossier.linked else (dossier,)


def _own_size(drawn: Callable[..., bytes], words: object) -> Callable[..., bytes]:
    """Draw what has a size of its own, whatever size slips have otherwise."""

    def draw(*, size: PaperSize, fonts: Fonts, marks: Marks, created_at: datetime) -> bytes:
        del size
        return drawn(words, fonts=fonts, marks=marks, created_at=created_at)

    return draw


def _stated_drawing(
    subject: SlipSubject, kind: SlipKind, duty: Duty, written: _Written
) -> Callable[..., bytes]:
    """Put what was stated into the words of a request (02) or a refusal (03)."""
    if kind is SlipKind.REFUSAL:
        return partial(draw_refusal, refusal_words(subject, duty, written.at, ground=written.ground))
    asked = supplement_words(subject, duty, written.at, ground=written.ground)
    return partial(draw_supplement_request, asked)


def _outcome_drawing(
    subject: SlipSubject, dossier: Dossier, kind: SlipKind, *, duty: Duty, written: _Written
) -> Callable[..., bytes]:
    """Put what became of a request about residence into the words of CT07 or CT08."""
    office, when = duty.office, written.at
    if kind is SlipKind.RESIDENCE_CONFIRMATION:
        return partial(draw_confirmation, confirmation_words(subject, dossier, office=office, when=when))
    told = outcome_notice_words(subject, dossier, office=office, when=when, ground=written.ground)
    return partial(draw_outcome_notice, told)


def _prints_so_far(acts: Iterable[Act], kind: SlipKind, ground: SlipGround | None) -> list[Act]:
    """List the prints of what a slip says now: since it was stated, else since anything on it has changed."""
    latest_first = reversed(tuple(acts))
    if ground:
        since = takewhile(lambda act: act.at >= ground.at and not _states(act, kind), latest_first)
    else:
        since = takewhile(lambda act: act.deed not in _CHANGED_WORDS, latest_first)
    return [act for act in since if act.deed in _PRINTED and act.outcome == kind][::-1]


def _states(act: Act, kind: SlipKind) -> bool:
    return act.deed is Deed.STATED_GROUND and act.outcome == kind
