"""Voiding: a reception is taken back; the number stays, and soon after it the draft is there again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import uuid4

from counter_app.domain.dossier import Dossier, Draft
from counter_app.domain.history import Act, Deed
from counter_app.domain.rights import Right
from counter_app.domain.void import Void
from counter_app.errors import NoReason, Refusal
from counter_app.services.permits import NotYours, require, require_own
from counter_app.services.ports import Clock, Store, Work
from counter_app.wire.entries import EntryKind
from counter_app.wire.reports import VoidReport
from counter_app.wire.text import embedded

UNDO_WINDOW = timedelta(seconds=30)
"""How long after its reception a dossier can become a draft again."""
REOPENED = "Mở lại ngay sau khi tiếp nhận để sửa"
_LONGEST_REASON = 300
_PRINTED = {
    Deed.PRINTED,
    Deed.PRINTED_AGAIN,
    Deed.PRINTED_SLIP,
    Deed.PRINTED_SLIP_AGAIN,
    Deed.PRINTED_DECLARATION,
    Deed.PRINTED_DECLARATION_AGAIN,
}
_CHANGES_NOTHING = _PRINTED | {Deed.RECEIVED, Deed.OPENED}


class AlreadyVoided(Refusal):
    """A dossier is voided once."""


class TooLateToReopen(Refusal):
    """The undo window is over, or something has happened to the dossier: it can only be voided."""


@dataclass(frozen=True, slots=True)
class Voided:
    """What a voiding came to: a line for each dossier, and the draft that the visit goes on with, if any."""

    voids: tuple[Void, ...]
    draft_id: str = ""


class Voiding:
    """Takes receptions back; dossiers that were received together go together, all or none."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def seconds_left(self, dossier: Dossier) -> int:
        """Count the seconds of the undo window that are left, 0 where it is over."""
        left = dossier.received_at + UNDO_WINDOW - self._clock.now()
        return max(0, min(round(left.total_seconds()), round(UNDO_WINDOW.total_seconds())))

    def reopen(self, dossier_id: str, official_sign: str) -> Voided:
        """Void a dossier just received, and give its draft back as it was, under an id of its own.

        Raises NotPermitted, NotFound, AlreadyVoided, TooLateToReopen; NotYours where another
        official received it.
        """
        with self._store.work() as work:
            require(work, official_sign, Right.REOPEN)
            together = _standing(work, dossier_id)
            if together[0].official_sign != official_sign:
                raise NotYours(official_sign)
            group = together[0].linked or dossier_id
            drafts = work.take_undoable(group)
            if not drafts or not all(self._may_reopen(work, dossier) for dossier in together):
                raise TooLateToReopen(dossier_id)
            fresh = _under_new_ids(drafts, self._clock.now())
            for draft in fresh.values():
                work.save_draft(draft)
                codes = " ".join(dossier.code for dossier in together)
                work.write_history(
                    Act(Deed.REOPENED, draft.draft_id, official_sign, self._clock.now(), codes)
                )
            first = fresh[drafts[0].draft_id].draft_id
            voids = tuple(
                self._void(
                    work, dossier, official_sign, reason=REOPENED, reopened_as=_draft_of(dossier, fresh)
                )
                for dossier in together
            )
            work.commit()
        return Voided(voids, first)

    def void(self, dossier_id: str, reason: str, official_sign: str) -> Voided:
        """Void a dossier for a reason, for good.

        Raises NoReason, NotPermitted, NotFound, AlreadyVoided, and NotYours as ``reopen`` does.
        """
        reason = " ".join(reason.split())[:_LONGEST_REASON]
        if not reason:
            raise NoReason
        with self._store.work() as work:
            require(work, official_sign, Right.VOID)
            together = _standing(work, dossier_id)
            require_own(work, official_sign, together[0].official_sign)
            voids = tuple(self._void(work, dossier, official_sign, reason=reason) for dossier in together)
            work.take_undoable(together[0].linked or dossier_id)
            work.commit()
        return Voided(voids)

    def _may_reopen(self, work: Work, dossier: Dossier) -> bool:
        acts = work.history_of(dossier.dossier_id)
        received = next(at for at, act in enumerate(acts) if act.deed is Deed.RECEIVED)
        untouched = all(act.deed in _CHANGES_NOTHING for act in acts[received:])
        since = self._clock.now() - dossier.received_at
        return untouched and timedelta(0) <= since <= UNDO_WINDOW

    def _void(
        self, work: Work, dossier: Dossier, official_sign: str, *, reason: str, reopened_as: str = ""
    ) -> Void:
        acts = work.history_of(dossier.dossier_id)
        prints = sum(act.deed in _PRINTED for act in acts)
        now = self._clock.now()
        void = Void(dossier.dossier_id, dossier.code, now, official_sign, reason, prints, reopened_as)
        work.add_record(void)
        work.write_history(
            Act(Deed.VOIDED, dossier.dossier_id, official_sign, now, reopened_as and "reopened", reason)
        )
        work.put_outbox(EntryKind.VOID, dossier.dossier_id, embedded(_report(void)))
        return void


def _standing(work: Work, dossier_id: str) -> tuple[Dossier, ...]:
    """Give a dossier with all that were received with it; raises AlreadyVoided where it is void."""
    dossier = work.dossier(dossier_id)
    if dossier.void:
        raise AlreadyVoided(dossier_id)
    return work.linked(dossier.linked) if dossier.linked else (dossier,)


def _under_new_ids(drafts: tuple[Draft, ...], now: datetime) -> dict[str, Draft]:
    """Give each draft an id that no dossier has had, its basket along, by the id that it had."""
    ids = {draft.draft_id: uuid4().hex for draft in drafts}
    baskets = {draft.basket: ids.get(draft.basket, uuid4().hex) for draft in drafts if draft.basket}
    return {
        draft.draft_id: replace(
            draft,
            draft_id=ids[draft.draft_id],
            basket=baskets.get(draft.basket, ""),
            saved_at=now,
        )
        for draft in drafts
    }


def _draft_of(dossier: Dossier, fresh: dict[str, Draft]) -> str:
    """Name the draft that a dossier has become again: of a life event they all have become one."""
    own = dossier.dossier_id.removesuffix(f"-{dossier.procedure_code}")
    return fresh[own].draft_id


def _report(void: Void) -> VoidReport:
    return VoidReport(
        dossier_id=void.subject,
        code=void.code,
        reason=void.reason,
        official_sign=void.official_sign,
        at=void.at,
        reopened=bool(void.reopened_as),
    )
