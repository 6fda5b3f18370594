"""Invented words of the police's papers about residence, to look at them: a household of nine."""

from dataclasses import replace

from printing.residence_papers import ConfirmationWords, HouseholdMember, OutcomeNoticeWords
from printing.samples import ACKNOWLEDGEMENT
from printing.slip import SlipHead
from printing.slip_samples import head

_OFFICE = "Công an phường Mẫu"
_ADDRESS = ACKNOWLEDGEMENT.address


def _police(number: str, form: str) -> SlipHead:
    return replace(
        head(number),
        office_parent="CÔNG AN THÀNH PHỐ HÀ NỘI",
        office="CÔNG AN PHƯỜNG MẪU",
        form_number=form,
    )


CONFIRMATION = ConfirmationWords(
    head=_police("Số: 0001/XN", "Mẫu CT07"),
    person=ACKNOWLEDGEMENT.applicant,
    born_on="15/03/1999",
    sex="Nữ",
    citizen_id="000199000017",
    permanent_residence=_ADDRESS,
    temporary_residence="",
    present_residence=_ADDRESS,
    head_of_household="Nguyễn Văn Mẫu",
    relation="Con",
    members=tuple(
        HouseholdMember(
            "Nguyễn Hoàng Thục Trinh Công Tằng Tôn Nữ Huyền",
            f"0{at}/11/2015",
            "Nữ",
            f"00031500001{at}",
            "Cháu ruột",
        )
        for at in range(1, 10)
    ),
    other="",
    valid_until="ngày 20 tháng 11 năm 2027",
    signer_name=ACKNOWLEDGEMENT.official_name,
)

OUTCOME_NOTICE = OutcomeNoticeWords(
    head=_police("Số: 0001/TB", "Mẫu CT08"),
    office_name=_OFFICE,
    addressed_to=ACKNOWLEDGEMENT.applicant,
    address=_ADDRESS,
    request=ACKNOWLEDGEMENT.request,
    received_at=ACKNOWLEDGEMENT.received_at,
    outcome="Đã cập nhật thông tin về nơi tạm trú vào Cơ sở dữ liệu về cư trú",
    reason="",
    signer_name=ACKNOWLEDGEMENT.official_name,
)
