"""Forms CT07 and CT08 of the police: what is on record of a residence, and what became of a request.

Their printed wording has not been held against the annex of the circular: numbers and titles are known, and
the contents are what the law asks for. `resources/slips.toml` says so, too.
"""

from dataclasses import dataclass
from datetime import datetime

from printing.blocks import Signature, Signatures
from printing.fonts import Fonts
from printing.form_head import Addressee
from printing.leaders import LabelledLine, LinePair
from printing.paper_table import PaperTable, TableColumn
from printing.pieces import Block, Gap, Group
from printing.prose import Prose
from printing.sheet import Marks, PaperSize
from printing.slip import SIGN_AND_STAMP, Slip, SlipHead, draw_slip
from printing.texts import Paragraph

CONFIRMATION_TITLE = ("XÁC NHẬN THÔNG TIN VỀ CƯ TRÚ",)
OUTCOME_TITLE = ("THÔNG BÁO", "Về kết quả giải quyết, hủy bỏ đăng ký cư trú")
_COLUMNS = (
    TableColumn("TT", 7, centred=True),
    TableColumn("Họ, chữ đệm và tên", 31),
    TableColumn("Ngày, tháng, năm sinh", 16, centred=True),
    TableColumn("Giới tính", 9, centred=True),
    TableColumn("Số định danh cá nhân", 20, centred=True),
    TableColumn("Quan hệ với chủ hộ", 17, centred=True),
)


@dataclass(frozen=True, slots=True)
class HouseholdMember:
    """Somebody of the household as the confirmation lists them."""

    person: str
    born_on: str
    sex: str
    citizen_id: str
    relation: str


@dataclass(frozen=True, slots=True)
class ConfirmationWords:
    """Every word of a CT07, final; an empty text leaves dots, without `members` the table is left out."""

    head: SlipHead
    person: str
    born_on: str
    sex: str
    citizen_id: str
    permanent_residence: str
    temporary_residence: str
    present_residence: str
    head_of_household: str
    relation: str
    members: tuple[HouseholdMember, ...]
    other: str
    valid_until: str
    signer_name: str
    title: tuple[str, ...] = CONFIRMATION_TITLE
    certified: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OutcomeNoticeWords:
    """Every word of a CT08, final; an empty text leaves dots."""

    head: SlipHead
    office_name: str
    addressed_to: str
    address: str
    request: str
    received_at: str
    outcome: str
    reason: str
    signer_name: str
    title: tuple[str, ...] = OUTCOME_TITLE
    certified: tuple[str, ...] = ()


def draw_confirmation(
    words: ConfirmationWords, *, size: PaperSize, fonts: Fonts, marks: Marks, created_at: datetime
) -> bytes:
    """Draw what is on record about a residence as PDF/A-2b; the household runs on over pages."""
    slip = Slip(words.title, words.head, _confirmed(words), _signed(words))
    return draw_slip(slip, size=size, fonts=fonts, marks=marks, created_at=created_at)


def draw_outcome_notice(
    words: OutcomeNoticeWords, *, size: PaperSize, fonts: Fonts, marks: Marks, created_at: datetime
) -> bytes:
    """Draw what became of a request about residence as PDF/A-2b."""
    slip = Slip(words.title, words.head, _told(words), _signed(words))
    return draw_slip(slip, size=size, fonts=fonts, marks=marks, created_at=created_at)


def _signed(words: ConfirmationWords | OutcomeNoticeWords) -> Signatures:
    signer = Signature("THỦ TRƯỞNG ĐƠN VỊ", SIGN_AND_STAMP, words.signer_name, certified=words.certified)
    return Signatures((Signature("", "", ""), signer))


def _confirmed(words: ConfirmationWords) -> tuple[Block, ...]:
    return (
        LabelledLine("1. Họ, chữ đệm và tên:", words.person, strong=True),
        LinePair(
            LabelledLine("2. Ngày, tháng, năm sinh:", words.born_on),
            LabelledLine("3. Giới tính:", words.sex),
            share=0.6,
        ),
        LabelledLine("4. Số định danh cá nhân:", words.citizen_id),
        LabelledLine("5. Nơi thường trú:", words.permanent_residence),
        LabelledLine("6. Nơi tạm trú:", words.temporary_residence),
        LabelledLine("7. Nơi ở hiện tại:", words.present_residence),
        LabelledLine("8. Họ, chữ đệm và tên chủ hộ:", words.head_of_household),
        LabelledLine("9. Quan hệ với chủ hộ:", words.relation),
        *_household(words.members),
        Group(
            (
                LabelledLine("11. Nội dung xác nhận khác:", words.other, lines=1 if words.other else 2),
                LabelledLine("Xác nhận này có giá trị đến:", words.valid_until),
            )
        ),
    )


def _household(members: tuple[HouseholdMember, ...]) -> tuple[Block, ...]:
    if not members:
        return (LabelledLine("10. Các thành viên khác trong hộ gia đình:", "không có"),)
    rows = [
        (str(at), one.person, one.born_on, one.sex, one.citizen_id, one.relation)
        for at, one in enumerate(members, 1)
    ]
    head = Paragraph("10. Các thành viên khác trong hộ gia đình:")
    return (head, Gap(4), PaperTable(_COLUMNS, tuple(rows)), Gap(4))


def _told(words: OutcomeNoticeWords) -> tuple[Block, ...]:
    return (
        Addressee(words.addressed_to),
        Gap(4),
        LabelledLine("Nơi cư trú:", words.address),
        Prose(f"{words.office_name} đã tiếp nhận hồ sơ “{words.request}” lúc {words.received_at}."),
        Prose(f"{words.office_name} thông báo kết quả giải quyết như sau:"),
        Gap(4),
        LabelledLine("1. Kết quả:", words.outcome, lines=1 if words.outcome else 2),
        LabelledLine("2. Lý do, căn cứ:", words.reason, lines=1 if words.reason else 3),
        Prose("Xin thông báo để Ông/Bà được biết./."),
    )
