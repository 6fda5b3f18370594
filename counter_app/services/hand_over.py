"""Hand-over: an outcome is digitised when it leaves the desk, and found again as its owner's paper."""

from __future__ import annotations

from dataclasses import dataclass

from counter_app.domain.dossier import Dossier
from counter_app.domain.history import Act, Deed
from counter_app.domain.office import Duty
from counter_app.domain.outcome import OUTCOME_SLOT, Outcome, Recipient
from counter_app.domain.paper import Page, Paper
from counter_app.domain.rights import Right
from counter_app.errors import NotFound, Refusal
from counter_app.services.binding import Binding
from counter_app.services.permits import require
from counter_app.services.ports import Clock, Store, Work
from counter_app.services.voiding import AlreadyVoided
from counter_app.wire.entries import EntryKind
from counter_app.wire.reports import PaperReport
from counter_app.wire.telling import outcome_report
from counter_app.wire.text import embedded
from scanning.paper_metadata import PaperForm, PaperMetadata

_ISSUING = ("Thủ tục cấp ", "Cấp lại ", "Cấp đổi ", "Cấp ")
"""With what the names of procedures begin that issue the paper they name."""


class AlreadyHandedOver(Refusal):
    """An outcome is handed over once."""


class NothingToHandOver(Refusal):
    """An outcome has one page at least, and a name by which it is asked for."""


@dataclass(frozen=True, slots=True)
class GivenOutcome:
    """What lies on the desk: the outcome's name, its pages as they were taken, and who takes it away."""

    name: str
    pages: tuple[Page, ...]
    recipient: Recipient


class HandOver:
    """Keeps the outcomes of received dossiers."""

    def __init__(self, store: Store, binding: Binding, clock: Clock) -> None:
        self._store = store
        self._binding = binding
        self._clock = clock

    def outcome(self, dossier_id: str) -> Outcome | None:
        """Give what was handed over of a dossier; None while nothing was."""
        with self._store.work() as work:
            return work.outcome_of(dossier_id)

    def hand_over(self, dossier_id: str, given: GivenOutcome, duty: Duty) -> Outcome:
        """Digitise an outcome and keep that it was handed over, with what is to be sent of it.

        Raises NotFound, NothingToHandOver, AlreadyHandedOver, AlreadyVoided, and as ``Binding.bind`` does.
        """
        name = given.name.strip()
        if not given.pages or not name:
            raise NothingToHandOver
        with self._store.work() as work:
            require(work, duty.official.sign, Right.HAND_OVER)
            dossier = work.dossier(dossier_id)
            _refuse(work, dossier)
        owner = dossier.whose.citizen_id
        about = PaperMetadata(
            name=name,
            form=PaperForm.ORIGINAL,
            owner_id=owner.digits,
            kind_code=dossier.procedure_code,
            dossier_code=dossier.known_code,
        )
        paper = self._binding.bind_one(Paper(OUTCOME_SLOT, name, given.pages), duty, about)
        now, sign = self._clock.now(), duty.official.sign
        outcome = Outcome(dossier_id, dossier.code, owner, paper, given.recipient, now, sign)
        with self._store.work() as work:
            _refuse(work, work.dossier(dossier_id))
            work.add_outcome(outcome)
            _send(work, dossier, outcome)
            work.write_history(Act(Deed.HANDED_OVER, dossier_id, sign, now, _to_whom(dossier, outcome)))
            work.commit()
        return outcome


def outcome_name(dossier: Dossier) -> str:
    """Propose what an outcome is called: what the procedure issues, else its name."""
    name = dossier.procedure_name
    issued = next((name[len(verb) :] for verb in _ISSUING if name.startswith(verb)), "")
    return f"{issued[:1].upper()}{issued[1:]}" if issued else name


def recipients_of(dossier: Dossier) -> tuple[Recipient, ...]:
    """Name who may take an outcome away without another card: the holder, then who filed for them."""
    people = {person.citizen_id: person for person in (dossier.applicant, dossier.whose)}
    known = [Recipient(person.citizen_id, person.full_name) for person in people.values()]
    return tuple(reversed(known))


def _refuse(work: Work, dossier: Dossier) -> None:
    if dossier.void:
        raise AlreadyVoided(dossier.dossier_id)
    if work.outcome_of(dossier.dossier_id):
        raise AlreadyHandedOver(dossier.dossier_id)


def _send(work: Work, dossier: Dossier, outcome: Outcome) -> None:
    """Have the document uploaded first, then the outcome that names it."""
    document = outcome.paper.document
    if document is None:
        raise NotFound(outcome.dossier_id)
    paper = PaperReport(dossier.dossier_id, OUTCOME_SLOT, len(outcome.paper.pages), document.size)
    work.put_outbox(EntryKind.PAPER, document.sha256, embedded(paper))
    work.put_outbox(EntryKind.OUTCOME, dossier.dossier_id, embedded(outcome_report(outcome)))


def _to_whom(dossier: Dossier, outcome: Outcome) -> str:
    """Say in a code of history, which names nobody, who took it away."""
    number = outcome.recipient.citizen_id
    if number == dossier.whose.citizen_id:
        return "holder"
    return "applicant" if number == dossier.applicant.citizen_id else "proxy"
