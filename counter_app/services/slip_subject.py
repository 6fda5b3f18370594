"""Whom and what a slip is about: of a received dossier, or of a sheet that is not received yet."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from counter_app.domain.citizen import Person
from counter_app.domain.dossier import Dossier
from counter_app.domain.office import Office
from counter_app.domain.procedure import Slips
from counter_app.domain.required_paper import PaperKind
from counter_app.services.catalogue import Catalogue
from counter_app.services.drafting import Sheet
from counter_app.services.slip_sets import SlipForm, SlipPaper, SlipSets
from forms.answers import FilledForm
from printing.slip import Concerned, SlipHead

KIND_WORDS = {
    PaperKind.ORIGINAL: "Bản chính",
    PaperKind.COPY: "Bản sao",
    PaperKind.CERTIFIED_COPY: "Chứng thực",
    PaperKind.SHOWN: "Xuất trình",
}
_BY_PEN = "………"


@dataclass(frozen=True, slots=True)
class SlipSubject:
    """Whom a slip is about, which set of slips their procedure has; ``code`` is empty before reception."""

    code: str
    concerned: Concerned
    slips: Slips
    sets: SlipSets = field(default_factory=SlipSets)

    def form(self, paper: SlipPaper, day: date) -> SlipForm:
        """Give the number and title that the procedure's set has for a paper on a day."""
        return self.sets.form(self.slips, paper, day)


def subject_of_dossier(dossier: Dossier, procedures: Catalogue) -> SlipSubject:
    """Take what is on record of a received dossier; raises NoSuchProcedure."""
    pack = procedures.version(dossier.procedure_code, dossier.procedure_version)
    filled = FilledForm.from_json(dossier.declaration.form if dossier.declaration else dossier.form)
    return SlipSubject(
        dossier.known_code, _concerned(dossier.applicant, filled, pack.request_words), pack.slips
    )


def subject_of_sheet(sheet: Sheet) -> SlipSubject:
    """Take what is known of a citizen whose dossier is not received."""
    pack = sheet.procedure
    return SlipSubject("", _concerned(sheet.draft.applicant, sheet.filled, pack.request_words), pack.slips)


def slip_head(
    office: Office, code: str, when: datetime, series: str, *, form: SlipForm | None = None, number: int = 0
) -> SlipHead:
    """Head a slip of a series ("HDHS"); without a number, which is then kept by hand, room is left for it."""
    return SlipHead(
        office_parent=office.parent,
        office=office.name,
        number=f"Số: {f'{number:02}' if number else _BY_PEN}/{series}",
        place_and_date=place_and_date(office, when),
        dossier_code=code,
        form_number=form.number if form else "",
        issued_by=form.issued_by if form else "",
    )


def place_and_date(office: Office, when: datetime) -> str:
    """Say where and on which day a paper is made."""
    return f"{office.commune}, ngày {when:%d} tháng {when:%m} năm {when:%Y}"


def residence_of(person: Person) -> str:
    """Give where somebody lives: by the record where there is one, else by the card."""
    record, card = person.record, person.card
    return str(record.present_residence or record.permanent_residence) if record else card.residence


def answer_of(filled: FilledForm, *names: str) -> str:
    """Give the first of these answers that the form has and that says something."""
    values = (filled.value(name) for name in names if name in filled.answers)
    return next((value for value in values if isinstance(value, str) and value), "")


def _concerned(person: Person, filled: FilledForm, request: str) -> Concerned:
    return Concerned(
        applicant=person.full_name,
        address=residence_of(person),
        phone=answer_of(filled, "phone", "applicant_phone"),
        email=answer_of(filled, "email", "applicant_email"),
        request=request,
    )
