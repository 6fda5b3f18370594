"""Every word that stands on a paper: a dossier put into the words of form 01, and the paper drawn."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from counter_app.domain.dossier import Dossier
from counter_app.domain.history import Act, Deed
from counter_app.domain.office import Office
from counter_app.domain.procedure import Procedure
from counter_app.domain.required_paper import PaperKind
from counter_app.services.catalogue import Catalogue
from counter_app.services.ports import Clock, Store
from forms.answers import FilledForm
from forms.wording import moment
from printing.acknowledgement import AcknowledgementWords, PaperLine, draw_acknowledgement
from printing.fonts import Fonts
from printing.sheet import Marks, PaperSize

_COPIES = ("Lưu", "Giao tổ chức, cá nhân nộp hồ sơ")
_KINDS = {
    PaperKind.ORIGINAL: "Bản chính",
    PaperKind.COPY: "Bản sao",
    PaperKind.CERTIFIED_COPY: "Chứng thực",
    PaperKind.SHOWN: "Xuất trình",
}
_TWO_COPIES = (
    "Giấy tiếp nhận hồ sơ và hẹn trả kết quả được lập thành 2 liên; một liên chuyển kèm theo Phiếu kiểm soát "
    "quá trình giải quyết hồ sơ và được lưu tại Bộ phận tiếp nhận và trả kết quả; một liên giao cho tổ chức, "
    "cá nhân nộp hồ sơ."
)
_BY_POST = (
    "Tổ chức, cá nhân có thể đăng ký nhận kết quả tại Bộ phận tiếp nhận và trả kết quả hoặc tại nhà (trụ sở) "
    "qua dịch vụ bưu chính."
)


@dataclass(frozen=True, slots=True)
class Printout:
    """A paper ready for a printer, and which print of it this is (0 is the first)."""

    pdf: bytes
    copy_number: int


class Paperwork:
    """Draws acknowledgements of received dossiers, and of nothing else."""

    def __init__(
        self, store: Store, procedures: Catalogue, *, office: Office, fonts: Fonts, clock: Clock
    ) -> None:
        self._store = store
        self._procedures = procedures
        self._office = office
        self._fonts = fonts
        self._clock = clock

    def preview(self, dossier: Dossier, size: PaperSize) -> bytes:
        """Draw the acknowledgement as its next print would look, without counting it."""
        return self._draw(dossier, size)

    def acknowledgement(self, dossier_id: str, official_sign: str, size: PaperSize) -> Printout:
        """Count a print, then draw it; from the second on it is marked as a copy. Raises NotFound."""
        with self._store.work() as work:
            copy_number = work.count_print(dossier_id)
            deed = Deed.PRINTED_AGAIN if copy_number else Deed.PRINTED
            work.write_history(Act(deed, dossier_id, official_sign, self._clock.now(), str(copy_number)))
            dossier = work.dossier(dossier_id)
            work.commit()
        return Printout(self._draw(replace(dossier, prints=copy_number), size), copy_number)

    def _draw(self, dossier: Dossier, size: PaperSize) -> bytes:
        procedure = self._procedures.version(dossier.procedure_code, dossier.procedure_version)
        words = acknowledgement_words(dossier, procedure, self._office)
        marks = Marks(training=dossier.training, copy_number=dossier.prints)
        return draw_acknowledgement(
            words, size=size, fonts=self._fonts, marks=marks, created_at=dossier.received_at
        )


def write_whole(path: Path, pdf: bytes) -> None:
    """Write a paper beside its place and move it there: whole or not at all; raises OSError."""
    beside = path.with_suffix(".part")
    try:
        beside.write_bytes(pdf)
        beside.replace(path)
    except OSError:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise


def acknowledgement_words(dossier: Dossier, procedure: Procedure, office: Office) -> AcknowledgementWords:
    """Put a dossier into the words of form 01 (Circular 03/2025/TT-VPCP)."""
    filled = FilledForm.from_json(dossier.form)
    return AcknowledgementWords(
        office_parent=office.parent,
        office=office.name,
        number=f"Số: {dossier.number_of_day:04}/TNHS",
        place_and_date=_place_and_date(office, dossier.received_at),
        dossier_code=dossier.code,
        copy_for=_COPIES,
        office_line=f"{office.name}, {dossier.counter}",
        applicant=dossier.applicant.full_name,
        on_behalf_of=dossier.holder.full_name if dossier.holder else "",
        address=_address(dossier),
        phone=_answer(filled, "phone"),
        email=_answer(filled, "email"),
        request=procedure.request_words,
        papers=_paper_lines(dossier, procedure),
        exempted=tuple((excuse.name, excuse.reason) for excuse in dossier.excuses),
        sets="01",
        processing_time=dossier.processing_words,
        received_at=moment(dossier.received_at),
        due_at=moment(dossier.due_at),
        outcome_place=procedure.outcome_place,
        fee_lines=(dossier.fee_words,),
        register_book=str(dossier.received_at.year),
        register_number=f"{dossier.number_of_day:04}",
        citizen_signature=dossier.applicant.full_name,
        official_name=dossier.official_name,
        notes=(_TWO_COPIES, _BY_POST),
        code_payload=dossier.code,
    )


def _paper_lines(dossier: Dossier, procedure: Procedure) -> tuple[PaperLine, ...]:
    """List the form first, then what was handed in, each with its kind and number."""
    required = {paper.slot: paper for paper in procedure.papers}
    handed = tuple(
        PaperLine(paper.name, _KINDS[required[paper.slot].kind], f"{required[paper.slot].quantity:02}")
        for paper in dossier.papers
    )
    return (PaperLine(procedure.form_name, _KINDS[PaperKind.ORIGINAL], "01"), *handed)


def _place_and_date(office: Office, when: datetime) -> str:
    return f"{office.commune}, ngày {when:%d} tháng {when:%m} năm {when:%Y}"


def _address(dossier: Dossier) -> str:
    record, card = dossier.applicant.record, dossier.applicant.card
    return str(record.present_residence or record.permanent_residence) if record else card.residence


def _answer(filled: FilledForm, name: str) -> str:
    value = filled.value(name) if name in filled.answers else ""
    return value if isinstance(value, str) else ""
