"""From the national service's answer to a population record; what it does not say stays empty."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree as ET  # parsed by whoever calls

from counter_app.domain.address import Address
from counter_app.domain.citizen import Household, Kinship, PopulationRecord, Relative
from counter_app.domain.citizen_id import CitizenId, NotACitizenId, Sex
from counter_app.domain.dates import PartialDate
from counter_app.hub.denial import Denied
from counter_app.wire.codes import ErrorCode

_SEX = {"1": Sex.MALE, "2": Sex.FEMALE}
_MARITAL = {"1": "Chưa kết hôn", "2": "Đang có vợ/chồng", "3": "Đã ly hôn hoặc góa"}
_BLOOD = {"01": "A", "02": "B", "03": "AB", "04": "O"}
_ETHNICITY = {"01": "Kinh"}
_RELIGION = {"00": "Không"}
_NATIONALITY = {"VN": "Việt Nam"}


def record_of(tree: ET.Element, today: date) -> PopulationRecord | None:
    """Read the citizen of an answer, None where it lists none; raises Denied for one that makes no sense."""
    if tree.find(".//{*}CongdanCollection") is None:
        raise Denied(ErrorCode.AWAY, "answer")
    citizen = tree.find(".//{*}CongdanCollection/{*}CongDan")
    if citizen is None:
        return None
    try:
        return _record(citizen, today)
    except (NotACitizenId, ValueError, KeyError) as error:
        raise Denied(ErrorCode.AWAY, "answer") from error


def _record(citizen: ET.Element, today: date) -> PopulationRecord:
    head = _relative(citizen, "ChuHo", Kinship.HEAD)
    return PopulationRecord(
        citizen_id=CitizenId(_text(citizen, "SoDinhDanh")),
        full_name=_name(citizen),
        born_on=_born(citizen),
        sex=_SEX[_text(citizen, "GioiTinh").lstrip("0")],
        place_of_birth="",
        birth_registered_at=_place(citizen, "NoiDangKyKhaiSinh"),
        place_of_origin=_place(citizen, "QueQuan"),
        ethnicity=_word(citizen, "DanToc", _ETHNICITY),
        religion=_word(citizen, "TonGiao", _RELIGION),
        nationality=_word(citizen, "QuocTich", _NATIONALITY),
        marital_status=_word(citizen, "TinhTrangHonNhan", _MARITAL),
        permanent_residence=_address(citizen, "ThuongTru"),
        household=Household(head or Relative("", Kinship.HEAD), _text(citizen, "ChuHo/QuanHe"), ()),
        updated_on=today,
        former_id=_text(citizen, "SoCMND"),
        present_residence=_address_or_none(citizen, "NoiOHienTai"),
        father=_relative(citizen, "Cha", Kinship.FATHER),
        mother=_relative(citizen, "Me", Kinship.MOTHER),
        spouse=_relative(citizen, "VoChong", Kinship.SPOUSE),
        representative=_relative(citizen, "NguoiDaiDien", Kinship.OTHER),
        blood_group=_BLOOD.get(_text(citizen, "NhomMau"), ""),
    )


def _text(of: ET.Element, path: str) -> str:
    whole = "/".join(f"{{*}}{part}" for part in path.split("/"))
    return (of.findtext(whole) or "").strip()


def _name(of: ET.Element) -> str:
    """Join the parts of a name; the service often gives all of it in the last one."""
    parts = (_text(of, f"HoVaTen/{part}") for part in ("Ho", "ChuDem", "Ten"))
    return " ".join(part for part in parts if part) or _text(of, "HoVaTen")


def _born(of: ET.Element) -> PartialDate:
    day = _text(of, "NgayThangNamSinh/NgayThangNam")
    if len(day) == 8 and day.isdecimal():
        return PartialDate.from_digits(day[6:] + day[4:6] + day[:4])
    return PartialDate(int(_text(of, "NgayThangNamSinh/Nam")))


def _word(of: ET.Element, name: str, words: dict[str, str]) -> str:
    """Give the word of a code that is known for certain, else the code as it came."""
    code = _text(of, name)
    return words.get(code, code)


def _address(of: ET.Element, name: str) -> Address:
    """Give an address as the service does: units by their codes, without the fossil of a district."""
    part = [_text(of, f"{name}/{one}") for one in ("ChiTiet", "MaPhuongXa", "MaTinhThanh")]
    return Address(*part)


def _address_or_none(of: ET.Element, name: str) -> Address | None:
    address = _address(of, name)
    return address if str(address) else None


def _place(of: ET.Element, name: str) -> str:
    return str(_address(of, name)) or _text(of, name)


def _relative(of: ET.Element, name: str, kinship: Kinship) -> Relative | None:
    one = of.find(f"{{*}}{name}")
    if one is None or not _name(one):
        return None
    number = _text(one, "SoDinhDanh")
    citizen_id = CitizenId(number) if number else None
    nationality = _word(one, "QuocTich", _NATIONALITY)
    return Relative(_name(one), kinship, citizen_id, nationality=nationality, former_id=_text(one, "SoCMND"))
