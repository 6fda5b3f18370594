"""Reed-Solomon over GF(256) as QR codes use it (ISO/IEC 18004, annex A): errors and erasures put right.

Polynomials are lists of field elements, the lowest power first.
"""

from collections.abc import Collection, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

_FIELD = 0x11D
_ORDER = 255

Tables = tuple[NDArray[np.intp], NDArray[np.intp]]


def correct(
    block: Sequence[int], parity: int, lost: Collection[int] = (), *, unspent: int = 0
) -> list[int] | None:
    """Give the block put right, or None where it is past help.

    ``lost`` are places whose value is unknown; each costs one parity codeword, a wrong value elsewhere two.
    ``unspent`` parity codewords must remain over: the more, the less likely junk passes (one in 256 each).
    """
    powers, _ = _tables()
    received = np.asarray(block, np.intp)
    syndromes = _syndromes(received, parity)
    if not any(syndromes):
        return list(block) if len(lost) + unspent <= parity else None
    erasures = _eraser([int(powers[(len(block) - 1 - place) % _ORDER]) for place in lost])
    modified = _times(syndromes, erasures)[:parity]
    errors = _shortest_register(modified[len(lost) :])
    if 2 * (len(errors) - 1) + len(lost) > parity - unspent:
        return None
    locator = _times(errors, erasures)
    exponents = _roots(locator, len(block))
    if len(exponents) != len(locator) - 1:
        return None
    evaluator = _times(syndromes, locator)[:parity]
    for exponent in exponents:
        error = _magnitude(evaluator, locator, exponent)
        if error is None:
            return None
        received[len(block) - 1 - exponent] ^= error
    return None if any(_syndromes(received, parity)) else received.tolist()


@cache
def _tables() -> Tables:
    """Give the powers of the field's generator, twice over, and the logarithms."""
    powers, logs = np.zeros(2 * _ORDER, np.intp), np.zeros(256, np.intp)
    value = 1
    for exponent in range(_ORDER):
        powers[exponent] = powers[exponent + _ORDER] = value
        logs[value] = exponent
        value <<= 1
        if value & 0x100:
            value ^= _FIELD
    return powers, logs


@cache
def _lists() -> tuple[list[int], list[int]]:
    """Give both tables as lists: single look-ups in them are several times quicker."""
    powers, logs = _tables()
    return powers.tolist(), logs.tolist()


def _syndromes(received: NDArray[np.intp], parity: int) -> list[int]:
    powers, logs = _tables()
    exponents = np.arange(len(received) - 1, -1, -1)
    there = received > 0
    if not there.any():
        return [0] * parity
    terms = powers[(logs[received[there]] + np.arange(parity)[:, None] * exponents[there]) % _ORDER]
    found: list[int] = np.bitwise_xor.reduce(terms, axis=1).tolist()
    return found


def _times(left: Sequence[int], right: Sequence[int]) -> list[int]:
    powers, logs = _lists()
    product = [0] * (len(left) + len(right) - 1)
    for i, a in enumerate(left):
        if a:
            log = logs[a]
            for j, b in enumerate(right):
                if b:
                    product[i + j] ^= powers[log + logs[b]]
    return product


def _eraser(places: Sequence[int]) -> list[int]:
    eraser = [1]
    for place in places:
        eraser = _times(eraser, (1, place))
    return eraser


def _shortest_register(syndromes: Sequence[int]) -> list[int]:
    """Find the shortest linear recurrence of the syndromes (Berlekamp and Massey), without trailing zeros."""
    powers, logs = _lists()
    register, before = [1], [1]
    length, since, gap_before = 0, 1, 1
    for number, syndrome in enumerate(syndromes):
        gap = syndrome
        for back in range(1, min(length, len(register) - 1) + 1):
            if register[back] and syndromes[number - back]:
                gap ^= powers[logs[register[back]] + logs[syndromes[number - back]]]
        if gap == 0:
            since += 1
            continue
        kept = register
        register = _less(register, before, since, logs[gap] - logs[gap_before])
        if 2 * length <= number:
            length, before, gap_before, since = number + 1 - length, kept, gap, 1
        else:
            since += 1
    while register[-1] == 0:
        register.pop()
    return register


def _less(register: list[int], before: list[int], shift: int, log: int) -> list[int]:
    """Add to the register the one before, moved up and scaled by a power of the generator."""
    powers, logs = _lists()
    longer = register + [0] * (len(before) + shift - len(register))
    for place, value in enumerate(before):
        if value:
            longer[place + shift] ^= powers[(logs[value] + log) % _ORDER]
    return longer


def _roots(locator: Sequence[int], length: int) -> list[int]:
    """Give the exponents of the places the locator names."""
    powers, logs = _tables()
    exponents = np.arange(length)
    values = np.zeros(length, np.intp)
    for power, factor in enumerate(locator):
        if factor:
            values ^= powers[(logs[factor] - power * exponents) % _ORDER]
    found: list[int] = np.flatnonzero(values == 0).tolist()
    return found


def _magnitude(evaluator: Sequence[int], locator: Sequence[int], exponent: int) -> int | None:
    """Give what has to be added at a place (Forney's formula), or None where the locator makes no sense."""
    powers, logs = _lists()
    above = _at(evaluator, -exponent)
    slope = [factor if power % 2 else 0 for power, factor in enumerate(locator)]
    below = _at(slope[1:], -exponent)
    if below == 0:
        return None
    return powers[(exponent + logs[above] - logs[below]) % _ORDER] if above else 0


def _at(polynomial: Sequence[int], exponent: int) -> int:
    powers, logs = _lists()
    value = 0
    for power, factor in enumerate(polynomial):
        if factor:
            value ^= powers[(logs[factor] + power * exponent) % _ORDER]
    return value
