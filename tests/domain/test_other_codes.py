"""What is shown in a citizen card's stead is told by its shape, whatever else it may say."""

import binascii
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.card_payload import NotACitizenCard, read_card
from counter_app.domain.dossier_code import DossierCode, ProvisionalCode
from counter_app.domain.other_codes import OtherCode, recognised

STATIC = "00020101021138570010A00000072701270006970436011300110099999990208QRIBFTTA53037045802VN630465AA"
WITH_AMOUNT = (
    "00020101021238570010A00000072701270006970436011300110099999990208QRIBFTTA53037045405150005802VN"
    "62370833LE PHI TAM TRU H26.99 261122 00016304F605"
)
FAMILY, GIVEN = "4e677579e1bb856e", "4e677579e1bb856e205468e1bb8b"

SHOWN = [
    (" ", OtherCode.EMPTY),
    ("https://example.invalid/tra-cuu", OtherCode.WEB_ADDRESS),
    ("HTTP://EXAMPLE.INVALID", OtherCode.WEB_ADDRESS),
    ("www.example.invalid", OtherCode.WEB_ADDRESS),
    ("dichvucong.example.vn/tra-cuu?ma=1", OtherCode.WEB_ADDRESS),
    ("vidientu://tra-tien?so=1", OtherCode.WEB_ADDRESS),
    (STATIC, OtherCode.PAYMENT),
    (WITH_AMOUNT, OtherCode.PAYMENT),
    ("2|99|0900000000|Nguyen Van Mau||0|0|10000", OtherCode.PAYMENT),
    (STATIC[:40], OtherCode.BROKEN_PAYMENT),
    (STATIC.replace("0099999990", "0099999991"), OtherCode.BROKEN_PAYMENT),
    (f"DN4010000000017|{GIVEN}|15/03/1999|2|{FAMILY}|01 - 001|01/01/2020|-|", OtherCode.HEALTH_CARD),
    (f"0100000017|{GIVEN}|1943|1|{FAMILY}|01 - 001|01/04/2021|-|", OtherCode.HEALTH_CARD),
    ("GD4010000000017|Nguyễn Thị Mẫu|15/03/1999|2|Hà Nội|01 - 001|", OtherCode.HEALTH_CARD),
    ("MC1:ABCDEFGH:2611200910:H26.99-261120-0001:2611260910:4:AAAA", OtherCode.ACKNOWLEDGEMENT),
    ("HTTPS://HUB.EXAMPLE.INVALID/S/MC1:ABCDEFGH:2611200910", OtherCode.ACKNOWLEDGEMENT),
    ("H26.99-261122-0001", OtherCode.DOSSIER_CODE),
    ("TH-H26.99-261122-0001", OtherCode.DOSSIER_CODE),
    ("TH-TAM-H26.99-261122-Q3-0001", OtherCode.DOSSIER_CODE),
    ("000.00.01.H26-260930-0012", OtherCode.DOSSIER_CODE),
    ("G01.899.108.000-260930-0012", OtherCode.DOSSIER_CODE),
    ("Mã hồ sơ: h26.99-261122-0001", OtherCode.DOSSIER_CODE),
    ("GIẤY KHAI SINH; Số: 12/2026; Nơi đăng ký: UBND xã Mẫu", OtherCode.CIVIL_STATUS_PAPER),
    ("Trích lục kết hôn số 3/TLKH-BS", OtherCode.CIVIL_STATUS_PAPER),
    ("GPLX 010000000000 hạng B, cấp 01/02/2024", OtherCode.VEHICLE_PAPER),
    ("Chứng nhận đăng ký xe, biển số 29A-000.00", OtherCode.VEHICLE_PAPER),
    ("HC1:6BFOXN%TSMAHN-H3YS1IK47ES6IXJR4E47X5*T917VF+UOGIS1RYZV", OtherCode.VACCINATION),
    ("Đã tiêm chủng 2 mũi vắc xin", OtherCode.VACCINATION),
    ("EX000000001VN", OtherCode.POSTAL_ITEM),
    ("eyJhbGciOiJub25lIn0.eyJzdWIiOiJ0aHUifQ.c2lnbmF0dXJl", OtherCode.PROTECTED),
    ("8f14e45f-ceea-467f-a0e6-1b2c3d4e5f60", OtherCode.PROTECTED),
    ("IDVNM1990000173001199000017<<4", OtherCode.MACHINE_READABLE_ZONE),
    ("P<VNMNGUYEN<<THI<THU<HA<<<<<<<<<<<<<<<<<<<<<", OtherCode.PASSPORT),
    ("BEGIN:VCARD\nFN:Nguyễn Văn Mẫu\nEND:VCARD", OtherCode.CONTACT),
    ("MECARD:N:Mau;TEL:0900000000;;", OtherCode.CONTACT),
    ("tel:+84900000000", OtherCode.TELEPHONE),
    ("0900000000", OtherCode.TELEPHONE),
    ("mailto:mau@example.invalid", OtherCode.EMAIL),
    ("mau@example.invalid", OtherCode.EMAIL),
    ("WIFI:T:WPA;S:Quay;P:mau;;", OtherCode.WIFI),
    ("geo:21.0,105.8", OtherCode.PLACE),
    ("000199000017", OtherCode.ID_NUMBER),
    ("001199000017", OtherCode.ID_NUMBER),
    ("012345678", OtherCode.FORMER_NUMBER),
    ("8934567890123", OtherCode.NUMBER),
    ("8934567890120", OtherCode.PRODUCT),
    ("036000291452", OtherCode.ID_NUMBER),
    ("885909950805", OtherCode.PRODUCT),
    ("0100000017", OtherCode.NUMBER),
    ("000199000017|012345678|Nguy", OtherCode.HALF_A_CARD),
    ("000199000017~012345678~Nguy", OtherCode.HALF_A_CARD),
    ("99000017|012345678|Nguyễn Thị Thu Hà|15031999|Nữ|Phố Mẫu|10052022", OtherCode.HALF_A_CARD),
    ("một|hai|ba|bốn", OtherCode.UNKNOWN),
    ("Xin chào", OtherCode.UNKNOWN),
    ("\x00\x01\x02", OtherCode.UNKNOWN),
]


@pytest.mark.parametrize(("text", "code"), SHOWN, ids=[f"{n}-{code}" for n, (_, code) in enumerate(SHOWN)])
def test_each_code_is_known_by_its_shape(text: str, code: OtherCode) -> None:
    assert recognised(text) is code


def test_there_is_an_example_of_every_code() -> None:
    assert {code for _, code in SHOWN} == set(OtherCode)


@pytest.mark.parametrize(("text", "code"), SHOWN, ids=[f"{n}-{code}" for n, (_, code) in enumerate(SHOWN)])
def test_none_of_them_is_taken_for_a_card(text: str, code: OtherCode) -> None:
    with pytest.raises(NotACitizenCard) as refused:
        read_card(f"\ufeff{text}\r\n")
    assert refused.value.shown is code or code is OtherCode.UNKNOWN


@given(st.text(max_size=200))
def test_any_text_at_all_looks_like_something(text: str) -> None:
    assert recognised(text) in OtherCode


@given(st.text("0123456789|ABCDEFabcdef.-/:<>@ VNM{}", max_size=2_000))
def test_what_is_nearly_a_code_looks_like_something_at_once(text: str) -> None:
    assert recognised(text) in OtherCode


@given(
    fields=st.lists(st.tuples(st.integers(2, 62), st.text("AB01 ", min_size=1, max_size=99)), max_size=8),
    spoilt=st.integers(0, 400),
)
def test_a_payment_code_is_whole_until_one_letter_of_it_is_another(
    fields: list[tuple[int, str]], spoilt: int
) -> None:
    body = "000201" + "".join(f"{tag:02}{len(value):02}{value}" for tag, value in fields) + "6304"
    code = f"{body}{binascii.crc_hqx(body.encode(), 0xFFFF):04X}"
    at = spoilt % len(code)
    assert recognised(code) is OtherCode.PAYMENT
    assert recognised(f"{code[:at]}#{code[at + 1 :]}") is not OtherCode.PAYMENT
    assert recognised(code[:at]) is not OtherCode.PAYMENT


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.integers(1, 9999))
def test_every_code_on_our_acknowledgements_is_a_dossier_code(day: date, number: int) -> None:
    for code in (
        DossierCode("H26.99.001", day, number, training=True),
        ProvisionalCode("H26.99.001", day, "Q3", number),
    ):
        assert recognised(str(code)) is OtherCode.DOSSIER_CODE
