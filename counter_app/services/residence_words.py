"""Every word of the police's papers about residence: what is on record (CT07), what became of it (CT08)."""

from __future__ import annotations

from datetime import datetime

from counter_app.domain.address import Address
from counter_app.domain.citizen import Relative
from counter_app.domain.citizen_id import Sex
from counter_app.domain.dates import PartialDate
from counter_app.domain.dossier import Dossier
from counter_app.domain.office import Office
from counter_app.domain.slip import SlipGround
from counter_app.services.slip_sets import SlipPaper
from counter_app.services.slip_subject import SlipSubject, slip_head
from forms.wording import moment, short_date
from printing import residence_papers
from printing.residence_papers import ConfirmationWords, HouseholdMember, OutcomeNoticeWords

_SEXES = {Sex.MALE: "Nam", Sex.FEMALE: "Nữ"}
_HEAD = "Chủ hộ"


def confirmation_words(
    subject: SlipSubject, dossier: Dossier, *, office: Office, when: datetime
) -> ConfirmationWords:
    """Confirm what the population record said at the reception; what it did not say is left to the pen.

    Whoever signs holds it against the residence database: this desk only has what it was told then.
    """
    person = dossier.holder or dossier.applicant
    record = person.record
    household = record.household if record else None
    is_head = household is not None and household.head.citizen_id == person.citizen_id
    form = subject.form(SlipPaper.RESIDENCE_CONFIRMATION, when.date())
    return ConfirmationWords(
        head=slip_head(office, subject.code, when, "XN", form=form),
        person=person.full_name,
        born_on=_day(person.born_on),
        sex=_SEXES[person.sex] if person.sex else "",
        citizen_id=person.citizen_id.digits,
        permanent_residence=_place(record.permanent_residence if record else None),
        temporary_residence=_place(record.temporary_residence if record else None),
        present_residence=_place(record.present_residence if record else None),
        head_of_household=household.head.full_name if household else "",
        relation=_HEAD if is_head else household.relation_to_head if household else "",
        members=_members(household.members, household.head) if household else (),
        other="",
        valid_until="",
        signer_name="",
        title=form.titled(residence_papers.CONFIRMATION_TITLE),
    )


def outcome_notice_words(
    subject: SlipSubject,
    dossier: Dossier,
    *,
    office: Office,
    when: datetime,
    ground: SlipGround | None = None,
) -> OutcomeNoticeWords:
    """Tell what became of a request about residence, as it was stated; what was not is left to the pen."""
    form = subject.form(SlipPaper.OUTCOME_NOTICE, when.date())
    reason = ". ".join(part for part in (ground.reason, ground.law) if part) if ground else ""
    return OutcomeNoticeWords(
        head=slip_head(office, subject.code, when, "TB", form=form, number=ground.number if ground else 0),
        office_name=dossier.office_name,
        addressed_to=subject.concerned.applicant,
        address=subject.concerned.address,
        request=subject.concerned.request,
        received_at=moment(dossier.received_at),
        outcome=ground.decision if ground else "",
        reason=reason,
        signer_name="",
        title=form.titled(residence_papers.OUTCOME_TITLE),
    )


def _members(members: tuple[Relative, ...], head: Relative) -> tuple[HouseholdMember, ...]:
    return tuple(
        HouseholdMember(
            person=one.full_name,
            born_on=_day(one.born_on),
            sex=_SEXES[one.sex] if one.sex else "",
            citizen_id=one.citizen_id.digits if one.citizen_id else "",
            relation=_HEAD if one.citizen_id and one.citizen_id == head.citizen_id else "",
        )
        for one in members
    )


def _day(day: PartialDate | None) -> str:
    return short_date(str(day)) if day else ""


def _place(address: Address | None) -> str:
    return str(address) if address else ""
