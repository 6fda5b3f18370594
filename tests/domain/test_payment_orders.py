"""Payment codes as they are written: VietQR by the published layout, read back whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.payment_code import (
    MOST_CONTENT,
    PaymentOrder,
    is_payment,
    payment_code,
    transfer_words,
)

ASCII = st.characters(min_codepoint=0x20, max_codepoint=0x7E)
ORDERS = st.builds(
    PaymentOrder,
    bank=st.from_regex(r"[0-9]{6}", fullmatch=True).filter(str.isascii),
    account=st.text("0123456789ABCxyz", min_size=1, max_size=19),
    amount=st.integers(0, 10**13 - 1),
    content=st.text(ASCII, max_size=90),
)


@pytest.mark.parametrize(
    ("order", "code"),
    [
        (
            PaymentOrder("970436", "0011009999999", 0, ""),
            "00020101021138570010A00000072701270006970436011300110099999990208QRIBFTTA53037045802VN630465AA",
        ),
        (
            PaymentOrder("970436", "0011009999999", 15_000, "LE PHI TAM TRU H26.99 261122 0001"),
            (
                "00020101021238570010A00000072701270006970436011300110099999990208QRIBFTTA530370454051500058"
                "02VN62370833LE PHI TAM TRU H26.99 261122 00016304F605"
            ),
        ),
        (
            PaymentOrder("970405", "3100000000001", 8_000, "LP H26.99-261122-0001"),
            (
                "00020101021238570010A00000072701270006970405011331000000000010208QRIBFTTA530370454048000"
                "5802VN62250821LP H26.99-261122-00016304534F"
            ),
        ),
    ],
)
def test_an_order_is_written_as_banks_write_it(order: PaymentOrder, code: str) -> None:
    assert payment_code(order) == code


@given(ORDERS)
def test_what_is_written_is_read_as_a_payment(order: PaymentOrder) -> None:
    code = payment_code(order)
    assert is_payment(code)
    assert order.account in code
    assert code.isascii()


@given(ORDERS)
def test_a_code_with_another_amount_is_no_payment(order: PaymentOrder) -> None:
    code = payment_code(order)
    at = code.index(order.account) + len(order.account) - 1
    assert not is_payment(f"{code[:at]}{'1' if code[at] != '1' else '2'}{code[at + 1 :]}")


@pytest.mark.parametrize(
    ("order", "part"),
    [
        (("97043", "1", 0, ""), "bank"),
        (("970436", "0011-22", 0, ""), "account"),
        (("970436", "1", -1, ""), "amount"),
        (("970436", "1", 10**13, ""), "amount"),
        (("970436", "1", 1, "Lệ phí"), "content"),
        (("970436", "1", 1, "A" * 91), "content"),
    ],
)
def test_what_no_code_can_hold_is_refused_by_its_part(order: tuple[str, str, int, str], part: str) -> None:
    with pytest.raises(ValueError, match=part):
        PaymentOrder(*order)


def test_the_words_of_a_transfer_are_plain_and_short() -> None:
    assert transfer_words("LP H26.99-261122-0001") == "LP H26 99 261122 0001"
    assert transfer_words("Lệ phí đăng ký Ủy quyền") == "LE PHI DANG KY UY QUYEN"


@given(st.text())
def test_any_text_becomes_words_that_a_code_can_hold(text: str) -> None:
    words = transfer_words(text)
    assert len(words) <= MOST_CONTENT
    assert is_payment(payment_code(PaymentOrder("970436", "1", 1, words)))
