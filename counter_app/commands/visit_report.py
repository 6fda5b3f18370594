"""What a visit without a window tells when it is over: one JSON object."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from counter_app.domain.citizen import RecordSource
from counter_app.domain.dossier import Dossier
from counter_app.domain.service_index import paper_counts
from counter_app.services.compare import differences, remarks
from counter_app.services.drafting import Sheet
from counter_app.services.spoken import SpokenAnswer
from forms.answers import Origin

_SAID_OF = {RecordSource.LIVE: "live", RecordSource.COPY: "copy"}


@dataclass(frozen=True, slots=True)
class Advice:
    """What an official tells the citizen before anything is received, in Vietnamese."""

    warnings: tuple[str, ...]
    notes: tuple[str, ...]
    cheaper: str


@dataclass(frozen=True, slots=True)
class VisitReport:
    """What one visit did, field by field; ``asked`` are the fields only the citizen could answer.

    Several ``dossiers`` come of a life event; all stand on one acknowledgement.

    ``remarks`` say what an official would be shown of the person: a death, an expired card, differences.
    """

    citizen_id: str
    source: str
    prefilled: tuple[str, ...]
    answered: tuple[str, ...]
    asked: tuple[str, ...]
    findings: tuple[str, ...]
    remarks: tuple[str, ...]
    advice: Advice
    dossiers: tuple[Dossier, ...]
    acknowledgement: Path

    def as_json(self) -> str:
        """Write the report as one JSON object."""
        dossier = self.dossiers[0]
        papers = {paper.slot: paper for each in self.dossiers for paper in each.papers}
        shown = {
            "citizen_id": self.citizen_id,
            "source": self.source,
            "prefilled": self.prefilled,
            "answered": self.answered,
            "asked": self.asked,
            "findings": self.findings,
            "remarks": self.remarks,
            "warnings": self.advice.warnings,
            "notes": self.advice.notes,
            "cheaper": self.advice.cheaper,
            "channel": dossier.filing.channel,
            "waivers": dossier.filing.waivers,
            "cases": dossier.filing.cases,
            "roles": {each.role: str(each.person.citizen_id) for each in dossier.players},
            "papers": [
                {
                    "name": paper.slot,
                    "pages": paper.page_count,
                    "bytes": paper.document.size,
                    "sha256": paper.document.sha256,
                    "reused_from": paper.reused_from,
                    "complaints": [complaint for page in paper.pages for complaint in page.complaints],
                }
                for paper in papers.values()
                if paper.document
            ],
            "code": dossier.code,
            "received_at": dossier.received_at.isoformat(),
            "due_at": dossier.due_at.isoformat(),
            "fee": sum(each.fee for each in self.dossiers),
            "fee_words": dossier.fee_words,
            "dossiers": [_shown(each) for each in self.dossiers],
            "acknowledgement": str(self.acknowledgement),
        }
        return json.dumps(shown, ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class SpokenReport:
    """What was told to a citizen in place of a dossier: the law forbids to ask for one."""

    citizen_id: str
    answer: SpokenAnswer

    def as_json(self) -> str:
        """Write the report as one JSON object."""
        answer = self.answer
        shown = {
            "citizen_id": self.citizen_id,
            "not_received": answer.words,
            "law": answer.law,
            "former_id": answer.former_id,
            "former_id_from": "card" if answer.from_card else "record",
            "cancelled_ids": answer.cancelled_ids,
        }
        return json.dumps(shown, ensure_ascii=False)


def report(sheet: Sheet, advice: Advice, dossiers: tuple[Dossier, ...], path: Path) -> VisitReport:
    """Tell what became of a sheet."""
    answers, visible = sheet.filled.answers, sheet.visible
    shown = {name: answers[name] for name in answers if name in visible}
    by_origin = {
        origin: tuple(n for n, a in shown.items() if a.origin is origin and a.value) for origin in Origin
    }
    known = {*by_origin[Origin.PREFILLED], *by_origin[Origin.COMPUTED]}
    return VisitReport(
        citizen_id=str(dossiers[0].whose.citizen_id),
        source=_SAID_OF.get(dossiers[0].applicant.source, "card"),
        prefilled=by_origin[Origin.PREFILLED],
        answered=by_origin[Origin.DECLARED],
        asked=tuple(field.name for field in sheet.definition.fields() if field.name in visible - known),
        findings=tuple(f"{found.field}: {found.code}" for found in sheet.findings),
        remarks=_remarks(sheet),
        advice=advice,
        dossiers=dossiers,
        acknowledgement=path,
    )


def _remarks(sheet: Sheet) -> tuple[str, ...]:
    """Say what an official would see in the panel: a death, an expired card, what differs from the record."""
    person = sheet.draft.applicant
    differing = (f"differs: {difference.aspect}" for difference in differences(person))
    return (*remarks(person, sheet.today), *differing)


def _shown(dossier: Dossier) -> dict[str, object]:
    counts = paper_counts(dossier.papers)
    return {
        "code": dossier.code,
        "procedure": dossier.procedure_code,
        "due_at": dossier.due_at.isoformat(),
        "processing_time": dossier.processing_words,
        "waits_for": dossier.waits_for,
        "fee": dossier.fee,
        "fee_words": dossier.fee_words,
        "papers": [paper.slot for paper in dossier.papers],
        "digitised": counts.digitised,
        "reused": counts.reused,
    }
