"""Closing the shift like a till: counted, signed, kept in history, and drawn as a sheet."""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import asdict, dataclass

from counter_app.domain.history import Act, Deed
from counter_app.domain.office import Duty
from counter_app.domain.rights import Right
from counter_app.domain.tally import Closing, GapReason, Tally
from counter_app.errors import NoReason
from counter_app.services.closing_words import closing_words
from counter_app.services.paperwork import Printout
from counter_app.services.permits import require
from counter_app.services.ports import Clock, DeskKey, Store, Work
from counter_app.services.signing import Signing
from counter_app.services.tallying import Tallying, gap_subject
from printing.closing_sheet import draw_closing_sheet
from printing.fonts import Fonts
from printing.sheet import Marks, PaperSize

_REASON = "Chốt ca và đối chiếu sổ tiếp nhận"


@dataclass(frozen=True, slots=True)
class ClosedShift:
    """A closing with its sheet; ``copy_number`` is 0 where the shift had not been closed as it stands."""

    closing: Closing
    printout: Printout

    @property
    def copy_number(self) -> int:
        """Which copy of the sheet this is."""
        return self.printout.copy_number


class ShiftClosing:
    """Closes shifts; what was closed stays, and what came after it is closed once more beside it."""

    def __init__(
        self, store: Store, tallying: Tallying, *, key: DeskKey, signing: Signing, fonts: Fonts, clock: Clock
    ) -> None:
        self._store = store
        self._tallying = tallying
        self._key = key
        self._signing = signing
        self._fonts = fonts
        self._clock = clock

    def tally(self, duty: Duty) -> Tally:
        """Count the shift as it stands, without closing it."""
        return self._tallying.tally(duty)

    def explain_gap(self, number: int, reason: str, duty: Duty) -> None:
        """Keep why no dossier stands under a number of today; raises NoReason."""
        reason = " ".join(reason.split())
        if not reason:
            raise NoReason
        now, sign = self._clock.now(), duty.official.sign
        subject = gap_subject(duty, now.date().isoformat())
        with self._store.work() as work:
            require(work, sign, Right.CLOSE_SHIFT)
            work.add_record(GapReason(subject, number, reason, now, sign))
            work.write_history(Act(Deed.EXPLAINED_GAP, subject, sign, now, str(number), reason))
            work.commit()

    def close(self, duty: Duty, size: PaperSize) -> ClosedShift:
        """Close a shift and draw its sheet; one that is closed already as it stands gives a copy.

        Raises SignatureLocked and SignerAway where the office signs and its key is not open: then nothing is
        closed.
        """
        with self._store.work() as work:
            require(work, duty.official.sign, Right.CLOSE_SHIFT)
        if self._signing.must_ask:
            self._signing.signed(b"")
        counted = self._tallying.tally(duty)
        with self._store.work() as work:
            before = work.records_of(Closing, _subject(counted))
            if before and before[-1].tally == counted:
                closing, copies = before[-1], _copies(work, before[-1])
            else:
                closing, copies = self._closed(counted, len(before) + 1, duty), 0
                work.add_record(closing)
            said = f"{closing.number} {copies}"
            act = Act(Deed.CLOSED_SHIFT, closing.subject, duty.official.sign, self._clock.now(), said)
            work.write_history(act)
            work.commit()
        return ClosedShift(closing, self._drawn(closing, duty, size, copies))

    def _closed(self, counted: Tally, number: int, duty: Duty) -> Closing:
        digest = digest_of(counted)
        signature = base64.b64encode(self._key.sign(digest.encode())).decode()
        return Closing(
            subject=_subject(counted),
            number=number,
            at=self._clock.now(),
            official_sign=duty.official.sign,
            official_name=duty.official.full_name,
            tally=counted,
            digest=digest,
            key_id=self._key.key_id,
            signature=signature,
        )

    def _drawn(self, closing: Closing, duty: Duty, size: PaperSize, copies: int) -> Printout:
        marks = Marks(training=duty.office.training, copy_number=copies)
        words = closing_words(closing, duty)
        pdf = draw_closing_sheet(words, size=size, fonts=self._fonts, marks=marks, created_at=closing.at)
        return Printout(self._signing.signed(pdf, reason=_REASON).content, copies, size)


def digest_of(counted: Tally) -> str:
    """Give the sha-256 (hex) over everything that was counted."""
    said = json.dumps(asdict(counted), default=str, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()


def _subject(counted: Tally) -> str:
    return f"{counted.day.isoformat()} {counted.counter} {counted.official_sign}"


def _copies(work: Work, closing: Closing) -> int:
    """Count the sheets that have come of a closing, the first one among them."""
    acts = work.history_of(closing.subject)
    of_it = (act for act in acts if act.deed is Deed.CLOSED_SHIFT)
    return sum(act.outcome.split(" ")[0] == str(closing.number) for act in of_it)
