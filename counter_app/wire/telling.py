"""From the desk's own values to what the hub is told of them."""

from __future__ import annotations

from counter_app.domain.citizen import Person
from counter_app.domain.dossier import Dossier
from counter_app.domain.outcome import Outcome
from counter_app.domain.paper import Paper
from counter_app.wire.reports import DossierReport, ExcuseLine, OutcomeReport, PaperLine, PersonLine
from counter_app.wire.text import tidied


def dossier_report(dossier: Dossier, office_code: str) -> DossierReport:
    """Tell of a received dossier, whole."""
    return DossierReport(
        dossier_id=dossier.dossier_id,
        code=dossier.code,
        provisional=dossier.provisional,
        number_of_day=dossier.number_of_day,
        procedure_code=dossier.procedure_code,
        procedure_version=dossier.procedure_version,
        procedure_name=dossier.procedure_name,
        capacity=dossier.capacity,
        applicant=person_line(dossier.applicant),
        holder=person_line(dossier.holder) if dossier.holder else None,
        form=tidied(dossier.form),
        papers=tuple(paper_line(paper) for paper in dossier.papers),
        excuses=tuple(ExcuseLine(one.slot, one.name, one.reason) for one in dossier.excuses),
        official_name=dossier.official_name,
        official_sign=dossier.official_sign,
        office_code=office_code,
        office_name=dossier.office_name,
        counter=dossier.counter,
        received_at=dossier.received_at,
        due_at=dossier.due_at,
        processing_words=dossier.processing_words,
        fee=dossier.fee,
        fee_words=dossier.fee_words,
        channel=dossier.filing.channel,
        training=dossier.training,
        linked=dossier.linked,
        waits_for=dossier.waits_for,
        child_name=dossier.child_name,
    )


def person_line(person: Person) -> PersonLine:
    """Tell who somebody is: number, name, birth, sex, where they live, and how that is known."""
    record = person.record
    residence = str(record.permanent_residence) if record else person.card.residence
    return PersonLine(
        citizen_id=person.citizen_id.digits,
        full_name=person.full_name,
        born_on=person.born_on,
        sex=person.sex.value if person.sex else "",
        residence=residence[:500],
        proven_by=person.source.value,
    )


def paper_line(paper: Paper) -> PaperLine:
    """Tell of a paper; one that was used again counts as found, not as digitised anew."""
    document = paper.document
    return PaperLine(
        slot=paper.slot,
        name=paper.name,
        sha256=document.sha256 if document else "",
        pages=paper.page_count,
        size=document.size if document else 0,
        digitised=bool(document and not paper.reused_from),
        reused_from=paper.reused_from,
    )


def outcome_report(outcome: Outcome) -> OutcomeReport:
    """Tell of an outcome that was handed over; raises ValueError while its paper is not bound."""
    document = outcome.paper.document
    if document is None:
        raise ValueError("document")
    return OutcomeReport(
        dossier_id=outcome.dossier_id,
        code=outcome.dossier_code,
        sha256=document.sha256,
        name=outcome.paper.name,
        holder_number=outcome.holder_id.digits,
        recipient_number=outcome.recipient.citizen_id.digits,
        recipient_name=outcome.recipient.full_name,
        at=outcome.handed_over_at,
        official_sign=outcome.official_sign,
        pages=len(outcome.paper.pages),
        size=document.size,
    )
