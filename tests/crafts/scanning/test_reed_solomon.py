"""Blocks of a QR symbol are put right within their capacity, and given up beyond it."""

from dataclasses import dataclass
from functools import cache, reduce

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scanning.reed_solomon import correct

_UNSPENT = 2
_HELLO = "20 5B 0B 78 D1 72 DC 4D 43 40 EC 11 EC 11 EC 11 C4 23 27 77 EB D7 E7 E2 5D 17"  # HELLO WORLD, 1-M
_DIGITS = (
    "10 20 0C 56 61 80 EC 11 EC 11 EC 11 EC 11 EC 11 A5 24 D4 C1 ED 36 C7 87 2C 55"  # ISO/IEC 18004, I.2
)


@cache
def _product(left: int, right: int) -> int:
    """Multiply in the field bit by bit, as no table can be wrong in the same way."""
    product = 0
    for bit in range(8):
        if right >> bit & 1:
            product ^= left << bit
    for bit in range(14, 7, -1):
        if product >> bit & 1:
            product ^= 0x11D << (bit - 8)
    return product


def _block(words: list[int], parity: int) -> list[int]:
    """Divide by the generator polynomial and append what remains."""
    generator, root = [1], 1
    for _ in range(parity):
        longer = [*generator, 0]
        for place, factor in enumerate(generator):
            longer[place + 1] ^= _product(factor, root)
        generator, root = longer, _product(root, 2)
    rest = words + [0] * parity
    for place in range(len(words)):
        for step, factor in enumerate(generator):
            rest[place + step] ^= _product(factor, rest[place]) if step else 0
    return words + rest[len(words) :]


@dataclass(frozen=True)
class _Damaged:
    right: list[int]
    received: list[int]
    lost: list[int]
    parity: int


@st.composite
def _damaged(draw: st.DrawFn, *, beyond: bool) -> _Damaged:
    """Draw a block with as much damage as it can bear with nothing over, or a little more than that."""
    parity = draw(st.integers(4, 30))
    words = draw(st.lists(st.integers(0, 255), min_size=1, max_size=40))
    right = _block(words, parity)
    lost_count = draw(st.integers(0, min(parity, len(right))))
    most = (parity - lost_count) // 2
    bad_count = most + draw(st.integers(1, 3)) if beyond else draw(st.integers(0, most))
    bad_count = min(bad_count, len(right) - lost_count)
    places = draw(st.permutations(range(len(right))))[: lost_count + bad_count]
    received = list(right)
    for number, place in enumerate(places):
        received[place] ^= draw(st.integers(0 if number < lost_count else 1, 255))
    return _Damaged(right, received, list(places[:lost_count]), parity)


@pytest.mark.parametrize(("said", "parity"), [(_HELLO, 10), (_DIGITS, 10)])
def test_blocks_others_have_published_are_right_and_are_found_again(said: str, parity: int) -> None:
    block = list(bytes.fromhex(said))
    assert _block(block[:-parity], parity) == block
    assert correct(block, parity) == block
    damaged = [0, 255, *block[2:-2], 1, 2]
    assert correct(damaged, parity) == block


@settings(max_examples=60)
@given(_damaged(beyond=False))
def test_whatever_errors_and_losses_a_block_can_bear_are_put_right(case: _Damaged) -> None:
    assert correct(case.received, case.parity, case.lost) == case.right


@settings(max_examples=60)
@given(_damaged(beyond=True))
def test_more_than_a_block_can_bear_gives_nothing_or_a_block_that_is_one(case: _Damaged) -> None:
    found = correct(case.received, case.parity, case.lost)
    if found is not None:
        assert _block(found[: -case.parity], case.parity) == found
        changed = sum(a != b for a, b in zip(found, case.received, strict=True))
        assert changed <= len(case.lost) + (case.parity - len(case.lost)) // 2


@settings(max_examples=60)
@given(_damaged(beyond=False), st.integers(0, 6))
def test_no_block_is_put_right_by_spending_what_must_remain(case: _Damaged, unspent: int) -> None:
    found = correct(case.received, case.parity, case.lost, unspent=unspent)
    wrong = sum(
        a != b and place not in case.lost
        for place, (a, b) in enumerate(zip(case.right, case.received, strict=True))
    )
    bearable = 2 * wrong + len(case.lost) <= case.parity - unspent
    assert found == (case.right if bearable else None)


@pytest.mark.parametrize("lost", [0, 8, 16])
def test_noise_never_passes_for_a_block_when_two_codewords_remain(lost: int) -> None:
    rng = np.random.default_rng(lost)
    noise = rng.integers(0, 256, (400, 44))
    passed = [correct(row.tolist(), 18, range(lost), unspent=_UNSPENT) for row in noise]
    assert passed == [None] * 400


@given(st.lists(st.integers(0, 255), min_size=1, max_size=60), st.integers(0, 30))
def test_any_codewords_at_all_are_judged_without_a_crash(received: list[int], parity: int) -> None:
    kept = min(parity, len(received) - 1)
    found = correct(received, kept)
    assert found is None or len(found) == len(received)


def test_a_block_of_nothing_but_noughts_is_a_block() -> None:
    assert correct([0] * 30, 10, [3, 4], unspent=8) == [0] * 30
    assert correct([0] * 30, 10, [3, 4], unspent=9) is None


def test_the_field_in_this_test_is_the_one_of_the_standard() -> None:
    assert reduce(_product, [2] * 255, 1) == 1
    assert _product(0x80, 2) == 0x1D
