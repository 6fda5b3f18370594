"""What a dossier costs and how it may be paid; no receipt, for only the e-receipt system issues those.

Decree 254/2026/NĐ-CP: from 2027 a receipt is electronic. This slip names its number where there is one.
"""

from dataclasses import dataclass
from datetime import datetime

from printing.blocks import Signature, Signatures
from printing.code_blocks import BesideCode
from printing.fonts import SERIF_BOLD, SERIF_ITALIC, Fonts
from printing.leaders import LabelledLine
from printing.paper_table import PaperTable, TableColumn
from printing.pieces import Block, Gap
from printing.sheet import Marks, PaperSize
from printing.slip import SIGN_HERE, Concerned, Slip, SlipHead, draw_slip, reached
from printing.texts import Paragraph

TITLE = ("PHIẾU THÔNG TIN NỘP PHÍ, LỆ PHÍ",)
NO_RECEIPT = (
    "Phiếu này không phải là biên lai thu phí, lệ phí. Biên lai điện tử do hệ thống biên lai điện tử của "
    "cơ quan thu lập khi thu tiền."
)
NO_PROOF = (
    "Mã QR chỉ để điền sẵn thông tin chuyển khoản, không phải là chứng từ chứng minh đã nộp tiền; việc nộp "
    "chỉ được ghi nhận khi tài khoản của cơ quan thu nhận được tiền."
)
_CODE_SIDE = {PaperSize.A4: 44.0, PaperSize.A5: 38.0}
_COLUMNS = (
    TableColumn("TT", 8, centred=True),
    TableColumn("Khoản phí, lệ phí", 64),
    TableColumn("Số tiền", 28, flush_right=True),
)


@dataclass(frozen=True, slots=True)
class FeeItem:
    """One fee and its amount in figures."""

    name: str
    amount: str


@dataclass(frozen=True, slots=True)
class TransferWords:
    """How to pay by transfer: the collecting body's account, the words of the transfer, the code for them."""

    bank: str
    account: str
    account_holder: str
    amount: str
    content: str
    payload: str


@dataclass(frozen=True, slots=True)
class FeeWords:
    """Every word of a fee slip, final.

    `receipt` is the e-receipt's number with its series, empty as long as there is none. Without a
    `transfer` there is no code.
    """

    head: SlipHead
    concerned: Concerned
    items: tuple[FeeItem, ...]
    total: str
    total_in_words: str
    receipt: str
    official_name: str
    transfer: TransferWords | None = None


def draw_fee_slip(
    words: FeeWords, *, size: PaperSize, fonts: Fonts, marks: Marks, created_at: datetime
) -> bytes:
    """Draw the slip as PDF/A-2b."""
    close = Signatures(
        (
            Signature("NGƯỜI NỘP", SIGN_HERE, words.concerned.applicant),
            Signature("NGƯỜI LẬP PHIẾU", SIGN_HERE, words.official_name),
        )
    )
    slip = Slip(TITLE, words.head, (*_fees(words), *_transfer(words.transfer, size)), close, (NO_RECEIPT,))
    return draw_slip(slip, size=size, fonts=fonts, marks=marks, created_at=created_at)


def _fees(words: FeeWords) -> tuple[Block, ...]:
    rows = [(str(at), item.name, item.amount) for at, item in enumerate(words.items, 1)]
    return (
        LabelledLine("Người nộp:", words.concerned.applicant, strong=True),
        *reached(words.concerned),
        Gap(6),
        PaperTable(_COLUMNS, tuple(rows)),
        Gap(6),
        LabelledLine("Tổng số tiền:", words.total, strong=True),
        LabelledLine("Bằng chữ:", words.total_in_words),
        LabelledLine("Biên lai điện tử (ký hiệu, số, ngày):", words.receipt),
    )


def _transfer(transfer: TransferWords | None, size: PaperSize) -> tuple[Block, ...]:
    if transfer is None:
        return ()
    lines = (
        Paragraph("Nộp bằng chuyển khoản (quét mã VietQR):", face=SERIF_BOLD),
        LabelledLine("Ngân hàng:", transfer.bank),
        LabelledLine("Số tài khoản:", transfer.account, strong=True),
        LabelledLine("Chủ tài khoản:", transfer.account_holder),
        LabelledLine("Số tiền:", transfer.amount, strong=True),
        LabelledLine("Nội dung:", transfer.content, strong=True),
    )
    no_proof = Paragraph(NO_PROOF, face=SERIF_ITALIC, size=size.value.type.head * 0.95)
    return (Gap(8), BesideCode(transfer.payload, _CODE_SIDE[size], lines), Gap(4), no_proof)
