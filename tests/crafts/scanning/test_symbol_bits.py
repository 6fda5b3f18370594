"""The bits of a symbol give exactly the bytes its writer put in, or are refused."""

import numpy as np
import pytest
import segno
from hypothesis import given, settings
from hypothesis import strategies as st

from scanning.symbol_bits import BadSegments, segment_bytes
from scanning.symbol_layout import blocks, layout, mask_grid, version_of

_SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"


def _codewords(symbol: segno.QRCode) -> tuple[list[int], int]:
    """Take a drawn symbol apart into its data codewords and its version."""
    drawn = np.array([list(row) for row in symbol.matrix], bool)
    version = version_of(len(drawn))
    assert version is not None
    plain = (drawn ^ mask_grid(version, symbol.mask)).ravel()[layout(version).path]
    stream = np.packbits(plain[: plain.size // 8 * 8])
    plan = blocks(version, symbol.error)
    return [int(word) for block in plan for word in stream[block.places[: -block.parity]]], version


def _packed(*parts: tuple[int, int], size: int = 19) -> list[int]:
    """Pack (value, bits) one after another, end them with a terminator, and pad as the standard says."""
    bits = "".join(f"{value:0{width}b}" for value, width in parts)
    bits = (bits + "0000")[: 8 * size]
    bits += "0" * (-len(bits) % 8)
    words = [int(bits[at : at + 8], 2) for at in range(0, len(bits), 8)]
    return words + [(0xEC, 0x11)[turn % 2] for turn in range(size - len(words))]


@settings(max_examples=25)
@given(st.text(st.sampled_from("aăâđêôơư ỳỵỷỹẾỆ|0123456789"), min_size=1, max_size=300), st.booleans())
def test_text_in_bytes_comes_back_with_and_without_its_alphabet_named(text: str, eci: bool) -> None:  # noqa: FBT001 - drawn
    symbol = segno.make_qr(text, mode="byte", encoding="utf-8", eci=eci, mask=3)
    assert segment_bytes(*_codewords(symbol)) == text.encode()


@settings(max_examples=25)
@given(st.from_regex(r"[0-9]{1,400}", fullmatch=True), st.sampled_from([None, 9, 10, 26, 27]))
def test_digits_come_back_with_their_leading_noughts(digits: str, version: int | None) -> None:
    try:
        symbol = segno.make_qr(digits, mode="numeric", version=version, mask=5)
    except segno.DataOverflowError:
        return
    assert segment_bytes(*_codewords(symbol)) == digits.encode()


@settings(max_examples=25)
@given(st.text(st.sampled_from(_SIGNS), min_size=1, max_size=300), st.sampled_from([None, 10, 27]))
def test_capitals_and_signs_come_back(text: str, version: int | None) -> None:
    symbol = segno.make_qr(text, mode="alphanumeric", version=version, mask=6)
    assert segment_bytes(*_codewords(symbol)) == text.encode()


def test_segments_of_several_kinds_are_joined() -> None:
    words = _packed((1, 4), (4, 10), (1, 10), (2, 4), (2, 4), (1, 9), (10, 6), (4, 4), (1, 8), (0xC3, 8))
    assert segment_bytes(words, 1) == b"0012A\xc3"


def test_a_symbol_filled_to_the_brim_needs_neither_end_nor_padding() -> None:
    words = _packed((4, 4), (17, 8), *((65, 8) for _ in range(17)))
    assert len(words) == 19
    assert segment_bytes(words, 1) == b"A" * 17


def test_a_zero_byte_before_the_padding_is_what_some_writers_put() -> None:
    assert segment_bytes([0x40, 0x14, 0x10, 0x00, 0xEC, 0x11], 1) == b"A"


@pytest.mark.parametrize(
    "words",
    [
        [*_packed((4, 4), (1, 8), (65, 8))[:-1], 0x00],
        [*_packed((4, 4), (1, 8), (65, 8))[:-2], 0x11, 0xEC],
        [0x40, 0x14, 0x10, 0x11, 0xEC, 0x11],
        [0x40, 0x14, 0x10, 0xFF],
    ],
)
def test_padding_that_is_none_is_refused(words: list[int]) -> None:
    with pytest.raises(BadSegments):
        segment_bytes(words, 1)


@pytest.mark.parametrize(
    "parts",
    [
        ((4, 4), (200, 8), (65, 8)),  # more bytes than there are
        ((1, 4), (1000, 10), (1, 10)),  # more digits than there are
        ((1, 4), (3, 10), (1000, 10)),  # four digits in a group of three
        ((1, 4), (1, 10), (10, 4)),  # two digits in a group of one
        ((2, 4), (300, 9), (1, 11)),  # more letters than there are
        ((2, 4), (2, 9), (2047, 11)),  # no pair of letters
        ((2, 4), (1, 9), (63, 6)),  # no letter
        ((7, 4), (3, 8), (4, 4), (1, 8), (65, 8)),  # Latin-1 by name
        ((7, 4), (20, 8), (4, 4), (1, 8), (65, 8)),  # Shift-JIS by name
        ((3, 4), (0, 16), (4, 4), (1, 8), (65, 8)),  # one symbol of several
        ((5, 4), (4, 4), (1, 8), (65, 8)),  # a trade number
        ((8, 4), (1, 8), (0, 13)),  # kanji
        ((15, 4), (1, 8)),  # no kind at all
    ],
)
def test_segments_no_citizen_card_has_are_refused(parts: tuple[tuple[int, int], ...]) -> None:
    with pytest.raises(BadSegments):
        segment_bytes(_packed(*parts), 1)


@given(st.lists(st.integers(0, 255), max_size=120), st.integers(1, 40))
def test_any_codewords_at_all_are_read_or_refused(words: list[int], version: int) -> None:
    try:
        said = segment_bytes(words, version)
    except BadSegments:
        return
    assert len(said) <= 8 * len(words)
