"""Every word of forms 02 to 05: supplement request, refusal, apology, notice of stopping."""

from __future__ import annotations

from datetime import datetime

from counter_app.domain.checklist import ChecklistLine, PaperState
from counter_app.domain.dossier import Dossier
from counter_app.domain.look_up import LookUpDone, LookUpOutcome
from counter_app.domain.office import Duty, Office
from counter_app.domain.required_paper import PaperKind
from counter_app.domain.slip import SlipGround
from counter_app.services.drafting import Sheet
from counter_app.services.slip_sets import SlipPaper
from counter_app.services.slip_subject import KIND_WORDS, SlipSubject, slip_head
from counter_app.services.timekeeping import ClockStanding
from forms.wording import long_date, moment
from printing import refusal, supplement_request
from printing.apology import ApologyWords
from printing.refusal import RefusalReason, RefusalWords
from printing.supplement_request import SupplementItem, SupplementWords
from printing.suspension import SuspensionWords

_ALL_AT_ONCE = "Phiếu này ghi đủ một lần mọi nội dung cần bổ sung, hoàn thiện."
_INCOMPLETE = "hồ sơ chưa đủ thành phần theo quy định, như ghi tại từng dòng ở trên"
_NOT_HANDED_IN = "Chưa nộp"
_NOT_DECLARED = "Chưa kê khai, hoặc kê khai chưa đúng"
_FAILED = {
    LookUpOutcome.NOTHING: "cơ sở dữ liệu không có thông tin",
    LookUpOutcome.AWAY: "cơ sở dữ liệu không trả lời",
}
_NOT_CHECKED = "chưa đối chiếu"


def lacking(sheet: Sheet) -> tuple[SupplementItem, ...]:
    """List every paper that is neither taken nor excused, with the reason and the law for asking.

    One that a database may hold is no one's to bring before that has been looked into (Resolution
    66.7/2025, Article 2), and is not listed.
    """
    return tuple(_item(line) for line in sheet.missing_papers if line.state is PaperState.ASK)


def unanswered(sheet: Sheet) -> tuple[SupplementItem, ...]:
    """Name what the declaration does not say yet, or says wrongly, as one thing to complete."""
    fields = dict.fromkeys(found.field for found in sheet.blocking)
    if not fields:
        return ()
    labels = "; ".join(dict.fromkeys(sheet.definition.field(name).label.rstrip(":") for name in fields))
    pack = sheet.procedure
    kind = f"{KIND_WORDS[PaperKind.ORIGINAL]}: 01"
    law = _law(pack.provenance.source)
    return (SupplementItem(pack.form_name, kind, f"{_NOT_DECLARED}: {labels}", law),)


def supplement_words(
    subject: SlipSubject, duty: Duty, when: datetime, *, ground: SlipGround | None = None
) -> SupplementWords:
    """Ask for everything in one slip, as it was stated; where nothing was there is room for the pen."""
    form = subject.form(SlipPaper.SUPPLEMENT_REQUEST, when.date())
    asked = ground.papers if ground else ()
    stated = ". ".join(part for part in (ground.reason, _by(ground)) if part) if ground else ""
    return SupplementWords(
        head=slip_head(duty.office, subject.code, when, "HDHS", form=form, number=_number(ground)),
        concerned=subject.concerned,
        items=tuple(SupplementItem(one.name, one.kind, one.reason, one.law) for one in asked),
        reason=stated or (_INCOMPLETE if asked else ""),
        contact=_office_line(duty),
        contact_phone=duty.office.phone,
        official_name=duty.official.full_name,
        title=form.titled(supplement_request.TITLE),
        notes=(_ALL_AT_ONCE,),
    )


def broken_rules(sheet: Sheet) -> tuple[RefusalReason, ...]:
    """List the rules of the procedure that these people surely do not meet and that forbid receiving."""
    return tuple(
        RefusalReason(rule.words, _law(rule.provenance.source)) for rule in sheet.broken if rule.strict
    )


def refusal_words(
    subject: SlipSubject, duty: Duty, when: datetime, *, ground: SlipGround | None = None
) -> RefusalWords:
    """Refuse a dossier as it was stated; where nothing was there is room for the pen."""
    form = subject.form(SlipPaper.REFUSAL, when.date())
    reasons = (RefusalReason(ground.reason, ground.law),) if ground else ()
    return RefusalWords(
        head=slip_head(duty.office, subject.code, when, "TCHS", form=form, number=_number(ground)),
        office_line=_office_line(duty),
        concerned=subject.concerned,
        reasons=reasons,
        official_name=duty.official.full_name,
        title=form.titled(refusal.TITLE),
    )


def apology_words(
    subject: SlipSubject,
    dossier: Dossier,
    standing: ClockStanding,
    *,
    office: Office,
    when: datetime,
    ground: SlipGround | None = None,
) -> ApologyWords:
    """Apologise for a late dossier with the reason and the new time that were stated.

    Where nothing was, the reason is left to the pen, and the new time is that of the clock if it is to come.
    """
    counted = standing.due_at if standing.due_at and standing.due_at > max(when, dossier.due_at) else None
    new = ground.new_due_at if ground and ground.new_due_at else counted
    return ApologyWords(
        head=slip_head(office, subject.code, when, "PXL", number=_number(ground)),
        office_name=dossier.office_name,
        addressed_to=subject.concerned.applicant,
        request=subject.concerned.request,
        received_on=_capital(long_date(dossier.received_at.date())),
        due_at=moment(dossier.due_at),
        reason=ground.reason if ground else "",
        new_due_at=moment(new) if new else "",
        signer_name="",
    )


def suspension_words(
    subject: SlipSubject,
    dossier: Dossier,
    *,
    office: Office,
    when: datetime,
    ground: SlipGround | None = None,
) -> SuspensionWords:
    """Tell that a dossier is not gone on with, as it was stated; what was not is left to the pen."""
    reason = ". ".join(part for part in (ground.reason, _by(ground)) if part) if ground else ""
    return SuspensionWords(
        head=slip_head(office, subject.code, when, "TBDHS", number=_number(ground)),
        office_name=dossier.office_name,
        addressed_to=subject.concerned.applicant,
        request=subject.concerned.request,
        received_at=moment(dossier.received_at),
        asked_by=ground.asked_by if ground else "",
        stage=ground.stage if ground else "",
        decision=ground.decision if ground else "",
        reason=reason,
        signer_name="",
    )


def _number(ground: SlipGround | None) -> int:
    return ground.number if ground else 0


def _by(ground: SlipGround) -> str:
    return f"Căn cứ: {ground.law}" if ground.law else ""


def _item(line: ChecklistLine) -> SupplementItem:
    paper = line.paper
    kind = f"{KIND_WORDS[paper.kind]}: {paper.quantity:02}"
    return SupplementItem(paper.name, kind, _why(line), _law(paper.provenance.source))


def _why(line: ChecklistLine) -> str:
    reasons = (_NOT_HANDED_IN, line.paper.condition, _looked_up(line.look_up))
    return ". ".join(reason.rstrip(".") for reason in reasons if reason)


def _looked_up(done: LookUpDone | None) -> str:
    return f"Tra cứu lúc {moment(done.at)}: {_FAILED[done.outcome]}" if done else ""


def _law(source: str) -> str:
    """Give the law of a pack's line without its makers' remarks on what they could not compare."""
    parts = (part.strip() for part in source.split(";"))
    return "; ".join(part for part in parts if not part.startswith(_NOT_CHECKED))


def _office_line(duty: Duty) -> str:
    return f"{duty.office.name}, {duty.counter}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
