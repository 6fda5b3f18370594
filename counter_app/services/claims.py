"""Claims on acknowledgements: signed when one is drawn, and checked when one is shown to a desk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from counter_app.domain.claim import Claim, ClaimedDossier, SignedClaim, read_claim, whole_minute
from counter_app.domain.dossier import Dossier
from counter_app.errors import SetupError
from counter_app.services.ports import DeskKey, KnownDesks, Store
from counter_app.services.timekeeping import Timekeeping


class ClaimVerdict(StrEnum):
    """What an acknowledgement that is shown turns out to be."""

    GENUINE = "genuine"
    NEW_DUE = "new_due"
    """Genuine, but the due time has been moved since."""
    VOIDED = "voided"
    """Was genuine, until the dossier was voided."""
    ELSEWHERE = "elsewhere"
    """Genuine, and of another desk."""
    NOT_KEPT = "not_kept"
    """Signed by this desk, whose register does not hold it."""
    ALTERED = "altered"
    """The dossier is kept here, and this is not what was signed about it."""
    FORGED = "forged"
    """Names a known desk that has not signed it."""
    UNKNOWN_DESK = "unknown_desk"
    """Signed with a key that this desk does not know: nothing can be said."""
    KEY_UNREADABLE = "key_unreadable"
    """No readable key fits, and a file of keys, which ``desk`` names, cannot be read."""
    DAMAGED = "damaged"
    """Opens like the code of an acknowledgement, and is no whole one."""


@dataclass(frozen=True, slots=True)
class CheckedClaim:
    """A verdict, with what may be said to it: the code, the desk's name, the due time, the dossier to open.

    ``dossier_id`` is empty where the dossier is not kept here; ``due_at`` is None where time stands still.
    """

    verdict: ClaimVerdict
    code: str = ""
    others: int = 0
    desk: str = ""
    due_at: datetime | None = None
    dossier_id: str = ""


class Claims:
    """Signs what this desk says of its dossiers, and checks what any desk has said of its own."""

    def __init__(
        self, key: DeskKey, known: KnownDesks, store: Store, times: Timekeeping, *, address: str = ""
    ) -> None:
        """Know the keys; ``address`` is the hub's, under which citizens open a claim as a page."""
        self._key = key
        self._known = known
        self._store = store
        self._times = times
        self._address = address

    def text_of(self, dossiers: Sequence[Dossier]) -> str:
        """Write the one claim about dossiers received together; the same ones give the same claim."""
        listed = tuple(_claimed(each, each.known_code) for each in dossiers)
        claim = Claim(self._key.key_id, whole_minute(dossiers[0].received_at), listed)
        token = claim.signed(self._key.sign(claim.text.encode()))
        return f"{self._address.rstrip('/')}/s/".upper() + token if self._address else token

    def check(self, text: str) -> CheckedClaim:
        """Judge a claim that was shown."""
        read = read_claim(text)
        if read is None:
            return CheckedClaim(ClaimVerdict.DAMAGED)
        code = read.claim.dossiers[0].code
        try:
            desk = self._known.name_of(read.claim.key_id)
        except SetupError as error:
            return CheckedClaim(ClaimVerdict.KEY_UNREADABLE, code, desk=error.path.name)
        kept = self._kept(read.claim)
        verdict = self._verdict(read, desk, kept)
        if verdict is ClaimVerdict.GENUINE and any(one.void for one in kept):
            verdict = ClaimVerdict.VOIDED
        due = self._due_now(kept[0]) if kept else read.claim.dossiers[0].due_at
        if verdict is ClaimVerdict.GENUINE and due != whole_minute(kept[0].due_at):
            verdict = ClaimVerdict.NEW_DUE
        return CheckedClaim(
            verdict,
            code,
            len(read.claim.dossiers) - 1,
            desk or "",
            due,
            kept[0].dossier_id if kept else "",
        )

    def _verdict(self, read: SignedClaim, desk: str | None, kept: Sequence[Dossier]) -> ClaimVerdict:
        claim = read.claim
        if desk is None:
            return ClaimVerdict.ALTERED if kept else ClaimVerdict.UNKNOWN_DESK
        if not self._known.has_signed(claim.key_id, read.message, read.signature):
            return ClaimVerdict.ALTERED if kept else ClaimVerdict.FORGED
        if desk:
            return ClaimVerdict.ELSEWHERE
        if len(kept) < len(claim.dossiers):
            return ClaimVerdict.NOT_KEPT
        kept_so = tuple(_claimed(one, said.code) for one, said in zip(kept, claim.dossiers, strict=True))
        same = kept_so == claim.dossiers and whole_minute(kept[0].received_at) == claim.received_at
        return ClaimVerdict.GENUINE if same else ClaimVerdict.ALTERED

    def _kept(self, claim: Claim) -> tuple[Dossier, ...]:
        with self._store.work() as work:
            found = (_meant(work.dossiers_of_code(each.code), claim, each) for each in claim.dossiers)
            return tuple(dossier for dossier in found if dossier)

    def _due_now(self, dossier: Dossier) -> datetime | None:
        due = self._times.standing(dossier.dossier_id).due_at
        return whole_minute(due) if due else None


def _meant(named: Sequence[Dossier], claim: Claim, said: ClaimedDossier) -> Dossier | None:
    """Give the one of the dossiers with a code of which a claim tells, else the latest."""
    told = (one for one in named if whole_minute(one.received_at) == claim.received_at)
    exact = (one for one in told if _claimed(one, said.code) == said)
    return next(exact, named[0] if named else None)


def _claimed(dossier: Dossier, code: str) -> ClaimedDossier:
    """Say of a dossier what a claim says, under one of the codes it has or had."""
    pages = sum(paper.page_count for paper in dossier.papers)
    return ClaimedDossier(code, whole_minute(dossier.due_at), pages)
