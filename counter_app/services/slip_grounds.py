"""The grounds of slips: stated by the official, numbered and kept before anything is drawn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from counter_app.domain.dossier import Dossier
from counter_app.domain.history import Act, Deed
from counter_app.domain.office import Duty, Office
from counter_app.domain.procedure import UsualReason
from counter_app.domain.processing import Wait
from counter_app.domain.rights import Right
from counter_app.domain.slip import AskedPaper, SlipGround, SlipKind
from counter_app.errors import NoReason, Refusal
from counter_app.services.catalogue import Catalogue
from counter_app.services.drafting import Sheet
from counter_app.services.permits import require
from counter_app.services.ports import Clock, Store, Work
from counter_app.services.slip_subject import KIND_WORDS
from counter_app.services.slip_words import broken_rules, lacking, unanswered
from counter_app.services.timekeeping import Timekeeping
from counter_app.services.voiding import AlreadyVoided
from counter_app.wire.entries import EntryKind
from counter_app.wire.reports import SupplementReport
from counter_app.wire.text import embedded

_NOT_HANDED_IN = "Chưa nộp"
_NOT_GOOD = "Bản đã nộp chưa đạt yêu cầu"


class NewTimePast(Refusal):
    """The time that an apology promises lies before the present, or before the one that is over."""


@dataclass(frozen=True, slots=True)
class GroundWish:
    """What an official wants to state; ``wait`` stops the dossier's clock with it, None leaves the clock."""

    kind: SlipKind
    reason: str = ""
    law: str = ""
    papers: tuple[AskedPaper, ...] = ()
    asked_by: str = ""
    stage: str = ""
    decision: str = ""
    new_due_at: datetime | None = None
    wait: Wait | None = None


@dataclass(frozen=True, slots=True)
class PaperChoice:
    """A paper that a supplement may ask for; ``is_lacking`` where it is always wanted and not there."""

    paper: AskedPaper
    is_lacking: bool


class SlipGrounds:
    """Keeps what slips say; a later statement stands beside the earlier ones and changes none."""

    def __init__(self, store: Store, procedures: Catalogue, times: Timekeeping, clock: Clock) -> None:
        self._store = store
        self._procedures = procedures
        self._times = times
        self._clock = clock

    def stated(self, subject: str) -> tuple[SlipGround, ...]:
        """Give what was stated about a dossier or draft, oldest first."""
        with self._store.work() as work:
            return work.records_of(SlipGround, subject)

    def choices(self, dossier: Dossier) -> tuple[PaperChoice, ...]:
        """List the papers of a dossier's procedure, those that lack first; raises NoSuchProcedure."""
        pack = self._procedures.version(dossier.procedure_code, dossier.procedure_version)
        settled = {paper.slot for paper in dossier.papers} | {excuse.slot for excuse in dossier.excuses}
        found = [
            PaperChoice(
                AskedPaper(
                    paper.name,
                    f"{KIND_WORDS[paper.kind]}: {paper.quantity:02}",
                    _NOT_GOOD if paper.slot in settled else _NOT_HANDED_IN,
                    paper.provenance.source.split(";")[0].strip(),
                ),
                is_lacking=paper.required and paper.needed_if is None and paper.slot not in settled,
            )
            for paper in pack.papers_on(dossier.received_at.date())
        ]
        return tuple(sorted(found, key=lambda choice: not choice.is_lacking))

    def usual(self, dossier: Dossier, kind: SlipKind) -> tuple[UsualReason, ...]:
        """List the reasons that a slip of this procedure often gives; raises NoSuchProcedure."""
        pack = self._procedures.version(dossier.procedure_code, dossier.procedure_version)
        return pack.reasons_on(self._clock.now().date(), kind)

    def state(self, dossier_id: str, wish: GroundWish, duty: Duty) -> SlipGround:
        """Move the clock as the slip says, and keep and number what it will say: both or neither.

        Raises NotFound, AlreadyVoided, NoReason, NewTimePast, and ClockRefusal where its wait cannot begin.
        """
        sign = duty.official.sign
        with self._store.work() as work:
            require(work, duty.official.sign, Right.STATE_GROUND)
            dossier = work.dossier(dossier_id)
            if dossier.void:
                raise AlreadyVoided(dossier_id)
            self._refuse_unless_whole(wish, dossier.due_at)
            if wish.wait:
                self._times.stop_within(work, dossier_id, wish.wait, sign)
            if wish.new_due_at:
                self._times.extend_within(work, dossier_id, wish.new_due_at, sign)
            ground = self._keep(work, dossier_id, wish, duty)
            if wish.kind is SlipKind.SUPPLEMENT:
                report = _report(ground, dossier)
                work.put_outbox(EntryKind.SUPPLEMENT, dossier_id, embedded(report))
            work.commit()
        return ground

    def state_for(self, sheet: Sheet, kind: SlipKind, reason: str = "", law: str = "") -> SlipGround:
        """Keep why a draft is not received: all it lacks in one slip (02), or the rules it breaks (03).

        Raises NoReason where nothing lacks, no rule is broken, and no reason is given.
        """
        wish = _wish_of(sheet, kind)
        if reason.strip():
            wish = replace(wish, reason=reason, law=law)
        self._refuse_unless_whole(wish, self._clock.now())
        with self._store.work() as work:
            require(work, sheet.duty.official.sign, Right.STATE_GROUND)
            ground = self._keep(work, sheet.draft.draft_id, wish, sheet.duty)
            work.commit()
        return ground

    def _refuse_unless_whole(self, wish: GroundWish, due_at: datetime) -> None:
        if not wish.reason.strip() and not wish.papers:
            raise NoReason
        if wish.new_due_at and wish.new_due_at <= max(due_at, self._clock.now()):
            raise NewTimePast

    def _keep(self, work: Work, subject: str, wish: GroundWish, duty: Duty) -> SlipGround:
        now, sign = self._clock.now(), duty.official.sign
        ground = SlipGround(
            subject=subject,
            kind=wish.kind,
            number=_next_number(work, duty.office, wish.kind, now.date()),
            at=now,
            official_sign=sign,
            reason=wish.reason.strip(),
            law=wish.law.strip(),
            papers=wish.papers,
            asked_by=wish.asked_by.strip(),
            stage=wish.stage.strip(),
            decision=wish.decision.strip(),
            new_due_at=wish.new_due_at,
        )
        work.add_record(ground)
        work.write_history(Act(Deed.STATED_GROUND, subject, sign, now, wish.kind, ground.reason))
        return ground


def latest_ground(grounds: Iterable[SlipGround], kind: SlipKind) -> SlipGround | None:
    """Give what was stated last for a kind of slip; None where nothing was."""
    return next((one for one in reversed(tuple(grounds)) if one.kind is kind), None)


def slip_series(office: Office, kind: SlipKind, day: date) -> tuple[str, date]:
    """Name a kind's series, which begins anew with each year, and the day on which it began."""
    return f"{office.code}/{kind}", day.replace(month=1, day=1)


def _next_number(work: Work, office: Office, kind: SlipKind, day: date) -> int:
    return work.next_number(*slip_series(office, kind, day))


def _wish_of(sheet: Sheet, kind: SlipKind) -> GroundWish:
    if kind is SlipKind.REFUSAL:
        rules = broken_rules(sheet)
        words = "; ".join(rule.words.rstrip(".") for rule in rules)
        return GroundWish(kind, words, "; ".join(dict.fromkeys(rule.law for rule in rules if rule.law)))
    asked = (*unanswered(sheet), *lacking(sheet))
    papers = tuple(AskedPaper(one.name, one.kind, one.reason, one.law) for one in asked)
    return GroundWish(kind, papers=papers)


def _report(ground: SlipGround, dossier: Dossier) -> SupplementReport:
    return SupplementReport(
        dossier_id=dossier.dossier_id,
        code=dossier.code,
        papers=tuple(paper.name for paper in ground.papers),
        reason=ground.reason,
        official_sign=ground.official_sign,
        at=ground.at,
    )
