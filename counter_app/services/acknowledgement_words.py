"""Every word of form 01: one dossier, or several received together, in the words of the acknowledgement."""

from __future__ import annotations

from datetime import date

from counter_app.domain.dossier import Dossier
from counter_app.domain.fees import money
from counter_app.domain.office import Office
from counter_app.domain.procedure import Procedure
from counter_app.domain.required_paper import PaperKind
from counter_app.services.catalogue import Catalogue
from counter_app.services.slip_sets import SlipForm, SlipPaper, SlipSets
from counter_app.services.slip_subject import KIND_WORDS, answer_of, place_and_date, residence_of
from forms.answers import FilledForm
from forms.wording import moment, money_in_words
from printing.acknowledgement import TITLE, AcknowledgementWords, DossierLine, PaperLine

_COPIES = ("Lưu", "Giao tổ chức, cá nhân nộp hồ sơ")
_TWO_COPIES = (
    "Giấy tiếp nhận hồ sơ và hẹn trả kết quả được lập thành 2 liên; một liên chuyển kèm theo Phiếu kiểm soát "
    "quá trình giải quyết hồ sơ và được lưu tại Bộ phận tiếp nhận và trả kết quả; một liên giao cho tổ chức, "
    "cá nhân nộp hồ sơ."
)
_BY_POST = (
    "Tổ chức, cá nhân có thể đăng ký nhận kết quả tại Bộ phận tiếp nhận và trả kết quả hoặc tại nhà (trụ sở) "
    "qua dịch vụ bưu chính."
)


def acknowledgement_words(
    dossiers: tuple[Dossier, ...], procedures: Catalogue, office: Office, *, claim: str, sets: SlipSets
) -> AcknowledgementWords:
    """Put one dossier, or several received together, into the words of form 01 (Circular 03/2025/TT-VPCP).

    ``claim`` is what its code says. Number and title are those of the procedures' set of slips, where all
    have the same one.
    """
    first, several = dossiers[0], len(dossiers) > 1
    filled = FilledForm.from_json(first.declaration.form if first.declaration else first.form)
    packs = tuple(procedures.version(one.procedure_code, one.procedure_version) for one in dossiers)
    numbers = tuple(one.register_number for one in dossiers)
    form = _form(packs, sets, first.received_at.date())
    return AcknowledgementWords(
        office_parent=office.parent,
        office=office.name,
        number=f"Số: {_span(numbers)}/TNHS",
        place_and_date=place_and_date(office, first.received_at),
        dossier_code=f"{first.known_code} (cùng {len(dossiers) - 1} hồ sơ)" if several else first.code_words,
        copy_for=_COPIES,
        office_line=f"{office.name}, {first.counter}",
        applicant=first.applicant.full_name,
        on_behalf_of=first.holder_name if first.holder or first.child_name else "",
        address=residence_of(first.applicant),
        phone=answer_of(filled, "phone", "applicant_phone"),
        email=answer_of(filled, "email", "applicant_email"),
        request="; ".join(_requests(dossiers, packs, procedures)),
        papers=_paper_lines(dossiers, packs, procedures),
        exempted=tuple(dict.fromkeys((one.name, one.reason) for each in dossiers for one in each.excuses)),
        sets="01",
        processing_time="theo từng hồ sơ trong bảng trên" if several else first.processing_words,
        received_at=moment(first.received_at),
        due_at=_due(dossiers),
        outcome_place="; ".join(dict.fromkeys(pack.outcome_place for pack in packs)),
        fee_lines=_fee_lines(dossiers, packs),
        register_book=str(first.received_at.year),
        register_number=_span(numbers),
        citizen_signature=first.applicant.full_name,
        official_name=first.official_name,
        notes=(_TWO_COPIES, _BY_POST),
        code_payload=claim,
        title=form.titled(TITLE),
        form_number=form.number,
        issued_by=form.issued_by,
        dossiers=_dossier_lines(dossiers, packs) if several else (),
    )


def _form(packs: tuple[Procedure, ...], sets: SlipSets, day: date) -> SlipForm:
    own = {pack.slips for pack in packs}
    return sets.form(own.pop(), SlipPaper.ACKNOWLEDGEMENT, day) if len(own) == 1 else SlipForm()


def _dossier_lines(dossiers: tuple[Dossier, ...], packs: tuple[Procedure, ...]) -> tuple[DossierLine, ...]:
    return tuple(
        DossierLine(one.code_words, pack.request_words, one.processing_words, moment(one.due_at))
        for one, pack in zip(dossiers, packs, strict=True)
    )


def _requests(
    dossiers: tuple[Dossier, ...], packs: tuple[Procedure, ...], procedures: Catalogue
) -> tuple[str, ...]:
    """Say what is asked for, of the dossiers of one declaration once."""
    asked = (_asked(one, pack, procedures) for one, pack in zip(dossiers, packs, strict=True))
    return tuple(dict.fromkeys(pack.request_words for pack in asked))


def _asked(dossier: Dossier, pack: Procedure, procedures: Catalogue) -> Procedure:
    """Give the life event whose declaration a dossier came from, else its own procedure."""
    declared = dossier.declaration
    return procedures.version(declared.procedure_code, declared.procedure_version) if declared else pack


def _paper_lines(
    dossiers: tuple[Dossier, ...], packs: tuple[Procedure, ...], procedures: Catalogue
) -> tuple[PaperLine, ...]:
    """List the forms first, then what was handed in, each once with its kind and number."""
    forms: list[PaperLine] = []
    handed: list[PaperLine] = []
    for dossier, pack in zip(dossiers, packs, strict=True):
        form_name = _asked(dossier, pack, procedures).form_name
        forms.append(PaperLine(form_name, KIND_WORDS[PaperKind.ORIGINAL], "01"))
        required = {paper.slot: paper for paper in pack.papers}
        for paper in dossier.papers:
            asked = required[paper.slot]
            handed.append(PaperLine(paper.name, KIND_WORDS[asked.kind], f"{asked.quantity:02}"))
    return tuple(dict.fromkeys((*forms, *handed)))


def _due(dossiers: tuple[Dossier, ...]) -> str:
    latest = moment(max(one.due_at for one in dossiers))
    return f"theo từng hồ sơ, chậm nhất {latest}" if len(dossiers) > 1 else latest


def _fee_lines(dossiers: tuple[Dossier, ...], packs: tuple[Procedure, ...]) -> tuple[str, ...]:
    if len(dossiers) == 1:
        return (dossiers[0].fee_words,)
    lines = (f"{pack.short_name}: {one.fee_words}" for one, pack in zip(dossiers, packs, strict=True))
    total = sum(one.fee for one in dossiers)
    return (*lines, f"Tổng cộng: {money(total)} ({money_in_words(total)})") if total else tuple(lines)


def _span(numbers: tuple[str, ...]) -> str:
    return numbers[0] if len(numbers) == 1 else f"{numbers[0]}–{numbers[-1]}"
