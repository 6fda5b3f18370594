"""Invented drafts and dossiers to keep; their ID numbers are declared training numbers."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from counter_app.domain.citizen import CitizenCard, Person, RecordSource
from counter_app.domain.citizen_id import CitizenId, Sex
from counter_app.domain.dates import PartialDate
from counter_app.domain.dossier import Capacity, Dossier, Draft
from counter_app.domain.history import Act, Deed
from counter_app.domain.outcome import Outcome, Recipient
from counter_app.domain.paper import Document, Page, PageSource, Paper

MORNING = datetime(2026, 1, 14, 8, 0, tzinfo=timezone(timedelta(hours=7)))
HUONG = "000190000017"


def person(full_name: str = "Nguyễn Thị Hương", digits: str = HUONG) -> Person:
    """Make somebody of whom only the card is known, and only the year of birth."""
    card = CitizenCard(CitizenId(digits), full_name, PartialDate(1990), Sex.FEMALE, extra=("", "Đỗ Thị Lý"))
    return Person(card, None, RecordSource.UNREACHABLE)


def paper(sha256: str = "ab" * 32) -> Paper:
    """Make a paper of one straightened page, bound."""
    corners = ((1.5, 2.0), (30.0, 2.0), (30.0, 40.25), (1.0, 40.0))
    page = Page(sha256, corners, PageSource.CAMERA, MORNING, complaints=("dark",))
    return Paper("declaration", "Tờ khai", (page,), Document(sha256, 51_200))


def draft(number: int = 1, *, saved_at: datetime = MORNING, form: str = "{}") -> Draft:
    """Make the draft ``draft-<number>``."""
    return Draft(
        draft_id=f"draft-{number}",
        procedure_code="1.004194",
        procedure_version="2026-01",
        capacity=Capacity.SELF,
        applicant=person(),
        holder=None,
        form=form,
        papers=(paper(),),
        official_sign="lan",
        started_at=MORNING,
        saved_at=saved_at,
    )


def dossier(
    number: int = 1,
    *,
    whose: Person | None = None,
    received_at: datetime = MORNING,
    procedure_code: str = "1.004194",
    sha256: str = "ab" * 32,
) -> Dossier:
    """Make the dossier ``dossier-<number>``, whose code ends with the number."""
    return Dossier(
        dossier_id=f"dossier-{number}",
        code=f"H26.99.10-{received_at:%y%m%d}-{number:04}",
        provisional=False,
        number_of_day=number,
        procedure_code=procedure_code,
        procedure_version="2026-01",
        procedure_name="Đăng ký tạm trú",
        capacity=Capacity.SELF,
        applicant=whose or person(),
        holder=None,
        form='{"reason": "“thuê nhà”"}',
        papers=(paper(sha256),),
        excuses=(),
        official_name="Trần Thị Lan",
        official_sign="lan",
        office_name="UBND xã Tập Huấn",
        counter="1",
        received_at=received_at,
        due_at=received_at + timedelta(days=3),
        processing_words="03 ngày làm việc",
        fee=15_000,
        fee_words="mười lăm nghìn đồng",
        training=True,
    )


def outcome(number: int, sha256: str) -> Outcome:
    """Make what was handed over of the dossier ``dossier-<number>``."""
    of = dossier(number)
    recipient = Recipient(CitizenId(HUONG), of.applicant.full_name)
    return Outcome(of.dossier_id, of.code, CitizenId(HUONG), paper(sha256), recipient, MORNING, "lan")


def act(subject: str, deed: Deed = Deed.RECEIVED) -> Act:
    """Make an act of the official Lan."""
    return Act(deed, subject, "lan", MORNING, "ok", "lý do")
