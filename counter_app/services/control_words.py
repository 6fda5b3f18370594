"""Every word of forms 06 and 07: the sheet that goes with a dossier, and the pages of the register."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from counter_app.domain.dossier import Dossier
from counter_app.domain.movement import Movement
from counter_app.domain.office import Duty
from counter_app.services.catalogue import Catalogue
from counter_app.services.slip_sets import SlipForm
from counter_app.services.slip_subject import SlipSubject, slip_head, subject_of_dossier
from forms.wording import long_date, moment, short_date
from printing import register_sheet
from printing.control_sheet import ControlWords, HandOver
from printing.register_sheet import RegisterLine, RegisterWords
from printing.slip import SlipHead


def control_words(
    subject: SlipSubject,
    dossier: Dossier,
    procedures: Catalogue,
    *,
    duty: Duty,
    when: datetime,
    moved: tuple[Movement, ...] = (),
) -> ControlWords:
    """Open a control sheet with the reception, and append each hand-over in the order it was written."""
    pack = procedures.version(dossier.procedure_code, dossier.procedure_version)
    received = moment(dossier.received_at)
    first = HandOver(
        agency=f"{dossier.office_name}, {dossier.counter}",
        given_at=received,
        taken_at=received,
        giver=subject.concerned.applicant,
        taker=dossier.official_name,
    )
    words = ControlWords(
        head=slip_head(duty.office, subject.code, when, "KSHS"),
        agency=pack.authority,
        partner_agency="",
        request=subject.concerned.request,
        applicant=subject.concerned.applicant,
        received_at=received,
        due_at=moment(dossier.due_at),
    )
    words = words.handed_over(first)
    for one in moved:
        at = moment(one.at)
        words = words.handed_over(HandOver(one.unit, at, at, one.giver, one.taker, note=one.note))
    return words


def register_words(
    dossiers: Iterable[Dossier],
    procedures: Catalogue,
    *,
    duty: Duty,
    day: date,
    when: datetime,
    form: SlipForm | None = None,
) -> RegisterWords:
    """Write the book's pages of a day, in the order in which the dossiers were numbered."""
    form = form or SlipForm()
    ordered = sorted(dossiers, key=lambda one: one.number_of_day)
    head = slip_head(duty.office, "", when, "")
    return RegisterWords(
        head=SlipHead(
            head.office_parent,
            head.office,
            "",
            head.place_and_date,
            form_number=form.number,
            issued_by=form.issued_by,
        ),
        volume=f"Năm {day.year}, quyển số: {day.year}",
        days=long_date(day).capitalize(),
        lines=tuple(_line(one, procedures) for one in ordered),
        official_name=duty.official.full_name,
        title=form.titled(register_sheet.TITLE),
    )


def _line(dossier: Dossier, procedures: Catalogue) -> RegisterLine:
    pack = procedures.version(dossier.procedure_code, dossier.procedure_version)
    concerned = subject_of_dossier(dossier, procedures).concerned
    return RegisterLine(
        number=str(dossier.number_of_day),
        code=dossier.code_words,
        procedure=dossier.procedure_name,
        sets="01",
        person=dossier.holder_name,
        reached_at="; ".join(part for part in (concerned.address, concerned.phone) if part),
        agency=pack.authority,
        received_at=short_date(dossier.received_at.date()),
        due_at=short_date(dossier.due_at.date()),
        returned_at="",
        way_back="",
        note="",
    )
