"""A dossier in the shape in which provincial systems hand dossiers on to the national portal.

Field names are those of one province's published interface; what stands beside them as unverified is how it
is commonly done, and to be compared with the province's own document before the first dossier is sent.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from counter_app.domain.calendar import VIETNAM
from counter_app.domain.fee_rules import Channel
from counter_app.hub.standing import Standing
from counter_app.wire.changes import DossierState
from counter_app.wire.reports import DossierReport, PaperLine

_CHANNELS = {Channel.DIRECT: "1", Channel.ONLINE: "2", Channel.POST: "3"}
_STATES = {  # unverified
    DossierState.RECEIVED: "2",
    DossierState.IN_WORK: "4",
    DossierState.WAITING: "5",
    DossierState.REFUSED: "3",
    DossierState.STOPPED: "8",
    DossierState.VOIDED: "7",
    DossierState.READY: "9",
    DossierState.HANDED_OVER: "10",
}
_WAITS_FOR_FEE = "6"
_YES, _NO = "1", "0"
_CITIZEN = "1"


@dataclass(frozen=True, slots=True)
class SubmittedPaper:
    """One of ``TaiLieuNop``: digitised here, taken from an earlier dossier, or neither."""

    TenTepDinhKem: str
    DuongDanTaiTepTin: str
    DuocSoHoa: str
    DuocLayTuKhoDMQG: str
    MaCSDL: str = ""


@dataclass(frozen=True, slots=True)
class Fee:
    """One of ``LePhi``, in đồng."""

    TenPhiLePhi: str
    SoTien: str


@dataclass(frozen=True, slots=True)
class ProvincialDossier:
    """The whole message."""

    MaHoSo: str
    MaTTHC: str
    TenTTHC: str
    KenhThucHien: str
    ChuHoSo: str
    LoaiDoiTuong: str
    LoaiDinhDanh: str
    SoDinhDanh: str
    NguoiNopHoSo: str
    NoiNopHoSo: str
    NgayTiepNhan: str
    NgayHenTra: str
    NgayKetThucXuLy: str
    TrangThaiHoSo: str
    TaiLieuNop: tuple[SubmittedPaper, ...]
    HoSoCoThanhPhanSoHoa: str
    TaiKhoanDuocXacThucVoiVNeID: str
    DuocThanhToanTrucTuyen: str
    LePhi: tuple[Fee, ...]
    MaKetQua: str = ""
    DuongDanTepTinKetQua: str = ""


def provincial(report: DossierReport, standing: Standing) -> ProvincialDossier:
    """Tell a province of a dossier, under its lasting code and as it stands now."""
    holder = report.holder or report.applicant
    papers = tuple(_paper(paper) for paper in report.papers if paper.sha256)
    return ProvincialDossier(
        MaHoSo=standing.code,
        MaTTHC=report.procedure_code,
        TenTTHC=report.procedure_name,
        KenhThucHien=_CHANNELS[report.channel],
        ChuHoSo=report.child_name or holder.full_name,
        LoaiDoiTuong=_CITIZEN,
        LoaiDinhDanh="1" if len(holder.citizen_id) == 12 else "2",
        SoDinhDanh=holder.citizen_id,
        NguoiNopHoSo=report.applicant.full_name,
        NoiNopHoSo=report.office_name,
        NgayTiepNhan=_moment(standing.received_at),
        NgayHenTra=_moment(standing.due_at),
        NgayKetThucXuLy=_moment(standing.state_at) if standing.is_settled else "",
        TrangThaiHoSo=_state(standing),
        TaiLieuNop=papers,
        HoSoCoThanhPhanSoHoa=_flag(any(paper.DuocSoHoa == _YES for paper in papers)),
        TaiKhoanDuocXacThucVoiVNeID=_NO,
        DuocThanhToanTrucTuyen=_NO,
        LePhi=(Fee("Lệ phí", str(report.fee)),) if report.fee else (),
    )


def _paper(paper: PaperLine) -> SubmittedPaper:
    """Name a document by its hash, under which the hub keeps it."""
    return SubmittedPaper(
        TenTepDinhKem=paper.name,
        DuongDanTaiTepTin=f"{paper.sha256}.pdf",
        DuocSoHoa=_flag(paper.digitised),
        DuocLayTuKhoDMQG=_flag(bool(paper.reused_from)),
    )


def _state(standing: Standing) -> str:
    if standing.state is DossierState.WAITING and standing.reason == "fee":
        return _WAITS_FOR_FEE
    return _STATES[standing.state]


def _flag(is_so: bool) -> str:  # noqa: FBT001 - it is nothing but a flag
    return _YES if is_so else _NO


def _moment(moment: datetime) -> str:
    return moment.astimezone(VIETNAM).strftime("%d/%m/%Y %H:%M:%S")
