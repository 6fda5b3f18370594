"""Payment codes (EMVCo merchant-presented mode): told by shape and check digits; VietQR is written, too."""

from __future__ import annotations

import binascii
import re
from dataclasses import dataclass

from counter_app.domain.letters import unmarked

_OPENS = re.compile(r"000201(?:01021[12])?(?:0[2-9]|[1-4][0-9]|5[01])[0-9]{2}[0-9A-Za-z]", re.ASCII)
_WALLET = re.compile(r"2\|99\|[0-9]{9,11}\|", re.ASCII)
_CHECK_FIELD = "6304"
_CHECK_LENGTH = 4
_WORD = 0xFFFF
_BANK = re.compile(r"[0-9]{6}", re.ASCII)
_ACCOUNT = re.compile(r"[0-9A-Za-z]{1,19}", re.ASCII)
_LIMIT = 10**13
MOST_CONTENT = 25
"""Letters of a transfer's words that every bank keeps."""


@dataclass(frozen=True, slots=True)
class PaymentOrder:
    """A transfer to be paid: the bank by its six digits, the account, đồng, and words in plain ASCII.

    An ``amount`` of 0 is left to the payer. Raises ValueError naming the part that no code can hold.
    """

    bank: str
    account: str
    amount: int
    content: str

    def __post_init__(self) -> None:
        if not _BANK.fullmatch(self.bank):
            raise ValueError("bank")
        if not _ACCOUNT.fullmatch(self.account):
            raise ValueError("account")
        if not 0 <= self.amount < _LIMIT:
            raise ValueError("amount")
        if not (self.content.isascii() and self.content.isprintable() and len(self.content) <= 90):
            raise ValueError("content")


def payment_code(order: PaymentOrder) -> str:
    """Write the order as VietQR (NAPAS 247, transfer to an account); it proves no payment."""
    bank = _field("00", order.bank) + _field("01", order.account)
    transfer = _field("00", "A000000727") + _field("01", bank) + _field("02", "QRIBFTTA")
    parts = [
        _field("00", "01"),
        _field("01", "12" if order.amount else "11"),
        _field("38", transfer),
        _field("53", "704"),
        _field("54", str(order.amount)) if order.amount else "",
        _field("58", "VN"),
        _field("62", _field("08", order.content)) if order.content else "",
    ]
    said = "".join(parts) + _CHECK_FIELD
    return said + _check_digits(said)


def transfer_words(text: str) -> str:
    """Bring words to what banks carry: capital letters without marks, digits, spaces; at most 25 of them."""
    plain = re.sub(r"[^A-Z0-9]+", " ", unmarked(text).upper())
    return plain.strip()[:MOST_CONTENT].rstrip()


def is_payment(text: str) -> bool:
    """Whether the text is a whole payment code: its fields fill it and its check digits are right.

    The code that MoMo's wallet shows, which has neither, is one too.
    """
    if _WALLET.match(text):
        return True
    return text.startswith("000201") and _fields_fill(text) and _check_digits_are_right(text)


def is_broken_payment(text: str) -> bool:
    """Whether the text opens as a payment code; asked about one that ``is_payment`` has turned down."""
    return _OPENS.match(text) is not None


def _fields_fill(text: str) -> bool:
    """Walk the fields: two digits of tag, two of length, then so many letters; the last is the check."""
    at = 0
    while at < len(text):
        head = text[at : at + 4]
        if len(head) < 4 or not (head.isascii() and head.isdigit()):
            return False
        end = at + 4 + int(head[2:])
        if end == len(text):
            return head == _CHECK_FIELD
        at = end
    return False


def _check_digits_are_right(text: str) -> bool:
    said = text[-_CHECK_LENGTH:]
    return said.upper() == _check_digits(text[:-_CHECK_LENGTH])


def _check_digits(text: str) -> str:
    """Reckon CRC-16/CCITT-FALSE over everything before the four digits."""
    return f"{binascii.crc_hqx(text.encode(), _WORD):04X}"


def _field(tag: str, value: str) -> str:
    return f"{tag}{len(value):02}{value}"
