"""Payment codes (EMVCo merchant-presented mode, VietQR among them): told by their shape and check digits."""

from __future__ import annotations

import binascii
import re

_OPENS = re.compile(r"000201(?:01021[12])?(?:0[2-9]|[1-4][0-9]|5[01])[0-9]{2}[0-9A-Za-z]", re.ASCII)
_WALLET = re.compile(r"2\|99\|[0-9]{9,11}\|", re.ASCII)
_CHECK_FIELD = "6304"
_CHECK_LENGTH = 4
_WORD = 0xFFFF


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
    """Compare CRC-16/CCITT-FALSE over everything before the four digits."""
    said = text[-_CHECK_LENGTH:]
    return said.upper() == f"{binascii.crc_hqx(text[:-_CHECK_LENGTH].encode(), _WORD):04X}"
