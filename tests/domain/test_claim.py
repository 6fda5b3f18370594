"""A claim is written in few signs, read back as it was, and nothing else is taken for one."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.calendar import VIETNAM
from counter_app.domain.claim import Claim, ClaimedDossier, looks_like_claim, read_claim

RECEIVED = datetime(2026, 11, 20, 9, 10, tzinfo=VIETNAM)
DUE = datetime(2026, 11, 26, 9, 10, tzinfo=VIETNAM)
SIGNATURE = bytes(range(64))
ONE = Claim("ABCDEFGH", RECEIVED, (ClaimedDossier("H26.99-261120-0001", DUE, 4),))
QR_SIGNS = re.compile(r"[0-9A-Z $%*+\-./:]+")


def test_a_claim_is_one_readable_line() -> None:
    assert ONE.text == "MC1:ABCDEFGH:2611200910:H26.99-261120-0001:2611260910:4"


def test_a_claim_is_read_back_alone_and_at_the_end_of_a_web_address() -> None:
    token = ONE.signed(SIGNATURE)
    for text in (token, f"HTTPS://HUB.EXAMPLE.INVALID/S/{token}", f" {token}\r\n", token.lower()):
        read = read_claim(text)
        assert read
        assert looks_like_claim(text)
        assert (read.claim, read.message, read.signature) == (ONE, ONE.text.encode(), SIGNATURE)


def test_dossiers_of_one_basket_say_once_what_they_share() -> None:
    others = tuple(ClaimedDossier(f"H26.99-261120-{n:04}", DUE, n) for n in range(2, 6))
    later = ClaimedDossier("H26.99-261120-0006", DUE + timedelta(days=1), 0)
    basket = Claim("ABCDEFGH", RECEIVED, (*ONE.dossiers, *others, later))
    assert basket.text.endswith(":4*-0002::2*-0003::3*-0004::4*-0005::5*-0006:2611270910:0")
    read = read_claim(basket.signed(SIGNATURE))
    assert read
    assert read.claim == basket


@given(
    codes=st.lists(
        st.from_regex(r"[0-9A-Z][0-9A-Z./_-]{2,40}", fullmatch=True), min_size=1, max_size=9, unique=True
    ),
    pages=st.integers(0, 99999),
    minutes=st.lists(st.integers(0, 10**6), min_size=9, max_size=9),
)
def test_any_codes_come_through_in_signs_that_qr_codes_and_addresses_keep(
    codes: list[str], pages: int, minutes: list[int]
) -> None:
    dossiers = tuple(
        ClaimedDossier(code, DUE + timedelta(minutes=late), pages)
        for code, late in zip(codes, minutes, strict=False)
    )
    claim = Claim("ABCDEFGH", RECEIVED, dossiers)
    token = claim.signed(SIGNATURE)
    assert QR_SIGNS.fullmatch(token)
    assert not set(token) & set(" %/")
    read = read_claim(token)
    assert read
    assert read.claim == claim


def test_moments_are_told_in_vietnams_time_to_the_minute() -> None:
    elsewhere = Claim("ABCDEFGH", RECEIVED.astimezone(UTC) + timedelta(seconds=59), ONE.dossiers)
    assert elsewhere.text == ONE.text


TOKEN = ONE.signed(SIGNATURE)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "MC1:",
        "H26.99-261120-0001",
        "https://example.invalid/s/" + "A" * 60,
        TOKEN[:-1],
        TOKEN + "A",
        TOKEN + "=",
        TOKEN.replace("MC1", "MC2"),
        TOKEN.replace("2611200910", "2613200910"),
        TOKEN.replace("2611200910", "26112009100"),
        TOKEN.replace(":4:", "::"),
        TOKEN.replace(":4:", ":-4:"),
        TOKEN.replace(":4:", ":004:"),
        TOKEN.replace("H26.99-261120-0001", ""),
        TOKEN.replace("ABCDEFGH", "ABCDEFG1"),
        f"ftp://example.invalid/s/{TOKEN}",
        f"https://example.invalid/s/x/{TOKEN}",
    ],
)
def test_anything_else_is_no_claim(text: str) -> None:
    assert read_claim(text) is None


@given(st.text(max_size=200))
def test_no_text_makes_the_reader_stumble(text: str) -> None:
    read_claim(text)
    read_claim("MC1:ABCDEFGH:2611200910:" + text)


@given(at=st.integers(0, len(TOKEN) - 1), sign=st.sampled_from("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ:*$+.-"))
def test_one_sign_exchanged_is_never_read_as_the_same_claim(at: int, sign: str) -> None:
    changed = TOKEN[:at] + sign + TOKEN[at + 1 :]
    read = read_claim(changed)
    same = read and (read.message, read.signature) == (ONE.text.encode(), SIGNATURE)
    assert bool(same) == (changed == TOKEN)
