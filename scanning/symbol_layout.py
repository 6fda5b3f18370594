"""How a QR symbol is laid out: its fixed patterns, the path of its data, and its blocks (ISO/IEC 18004)."""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

Grid = NDArray[np.int8]
Places = NDArray[np.intp]

VERSIONS = range(1, 41)
LEVELS = "LMQH"
MASKS = range(8)

# Parity codewords in each block, and how many blocks, for the versions 1 to 40 (ISO/IEC 18004, table 9).
_PARITY = {
    "L": "7 10 15 20 26 18 20 24 30 18 20 24 26 30 22 24 28 30 28 28 28 28 30 30 26 28" + 14 * " 30",
    "M": "10 16 26 18 24 16 18 22 22 26 30 22 22 24 24 28 28 26 26 26 26" + 19 * " 28",
    "Q": "13 22 18 26 18 24 18 22 20 24 28 26 24 20 30 24 28 28 26 30 28 30 30 30 30 28" + 14 * " 30",
    "H": "17 28 22 16 22 28 26 26 24 28 24 28 22 24 24 30 28 28 26 28 30 24" + 18 * " 30",
}
_BLOCKS = {
    "L": "1 1 1 1 1 2 2 2 2 4 4 4 4 4 6 6 6 6 7 8 8 9 9 10 12 12 12 13 14 15 16 17 18 19 19 20 21 22 24 25",
    "M": "1 1 1 2 2 4 4 4 5 5 5 8 9 9 10 10 11 13 14 16 17 17 18 20 21 23 25 26 28 29 31 33 35 37 38 40 43 "
    "45 47 49",
    "Q": "1 1 2 2 4 4 6 6 8 8 8 10 12 16 12 17 16 18 21 20 23 23 25 27 29 34 34 35 38 40 43 45 48 51 53 56 "
    "59 62 65 68",
    "H": "1 1 2 4 4 4 5 6 8 8 11 11 16 16 18 16 19 21 25 25 25 34 30 32 35 37 40 42 45 48 51 54 57 60 63 66 "
    "70 74 77 81",
}
_FINDER_WITH_RIM = 8
_VERSION_GENERATOR = 0x1F25
_FORMAT_GENERATOR = 0x537
_FORMAT_MASK = 0x5412
_LEVEL_BITS = {"L": 1, "M": 0, "Q": 3, "H": 2}


@dataclass(frozen=True, slots=True)
class Block:
    """Hold where in the stream of codewords one block stands: its data first, then its parity."""

    places: Places
    parity: int


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """Hold the plan of one version: all grids are ``modules`` square, places are flat indices into them.

    ``known`` is 1 where a module is always dark, -1 where always light, 0 elsewhere. ``path`` goes through
    the data modules in the order of the stream. ``formats`` are both places of the 15 format bits.
    """

    version: int
    modules: int
    known: Grid
    path: Places
    formats: tuple[Places, Places]


@dataclass(frozen=True, slots=True, eq=False)
class Format:
    """Hold one of the 32 formats: its level, its mask, and its 15 bits as 1 (dark) and -1."""

    level: str
    mask: int
    bits: Grid


def modules_of(version: int) -> int:
    """Give the modules along a side."""
    return 17 + 4 * version


def version_of(modules: int) -> int | None:
    """Give the version with so many modules along a side, or None where there is none."""
    version, rest = divmod(modules - 17, 4)
    return version if rest == 0 and version in VERSIONS else None


@cache
def layout(version: int) -> Layout:
    """Give the plan of a version, 1 to 40."""
    modules = modules_of(version)
    known = np.zeros((modules, modules), np.int8)
    taken = np.zeros((modules, modules), bool)
    _draw_finders(known, taken)
    _draw_timing(known, taken)
    _draw_alignment(known, taken, version)
    formats = _format_places(modules)
    for places in formats:
        taken.flat[places] = True
    known[modules - 8, 8] = 1
    taken[modules - 8, 8] = True
    if version >= 7:
        _draw_version(known, taken, version)
    return Layout(version, modules, known, _data_path(taken), formats)


@cache
def formats() -> tuple[Format, ...]:
    """Give all 32 formats."""
    return tuple(Format(level, mask, _format_bits(level, mask)) for level in LEVELS for mask in MASKS)


@cache
def mask_grid(version: int, mask: int) -> NDArray[np.bool_]:
    """Tell which modules of a grid the mask turns over."""
    row, column = np.indices((modules_of(version),) * 2)
    product = row * column
    rules = (
        (row + column) % 2,
        row % 2,
        column % 3,
        (row + column) % 3,
        (row // 2 + column // 3) % 2,
        product % 2 + product % 3,
        (product % 2 + product % 3) % 2,
        ((row + column) % 2 + product % 3) % 2,
    )
    return np.asarray(rules[mask] == 0)


@cache
def blocks(version: int, level: str) -> tuple[Block, ...]:
    """Give the blocks in the order of their data; in the stream the codewords of all blocks take turns."""
    total = layout(version).path.size // 8
    count = int(_BLOCKS[level].split()[version - 1])
    parity = int(_PARITY[level].split()[version - 1])
    short = total // count - parity
    sizes = [short + (number >= count - total % count) for number in range(count)]
    places: list[list[int]] = [[] for _ in sizes]
    turns = [(turn, number) for turn in range(short + 1) for number in range(count) if turn < sizes[number]]
    turns += [(turn, number) for turn in range(parity) for number in range(count)]
    for place, (_, number) in enumerate(turns):
        places[number].append(place)
    return tuple(Block(np.array(own, np.intp), parity) for own in places)


def _draw_finders(known: Grid, taken: NDArray[np.bool_]) -> None:
    finder = -np.ones((_FINDER_WITH_RIM, _FINDER_WITH_RIM), np.int8)
    finder[:7, :7] = 1
    finder[1:6, 1:6] = -1
    finder[2:5, 2:5] = 1
    ends, rims = slice(0, _FINDER_WITH_RIM), slice(-_FINDER_WITH_RIM, None)
    for rows, columns, drawn in (
        (ends, ends, finder),
        (ends, rims, finder[:, ::-1]),
        (rims, ends, finder[::-1]),
    ):
        known[rows, columns] = drawn
        taken[rows, columns] = True


def _draw_timing(known: Grid, taken: NDArray[np.bool_]) -> None:
    between = np.arange(_FINDER_WITH_RIM, len(known) - _FINDER_WITH_RIM)
    known[6, between] = known[between, 6] = 1 - 2 * (between % 2)
    taken[6, between] = taken[between, 6] = True


def _draw_alignment(known: Grid, taken: NDArray[np.bool_], version: int) -> None:
    ring = np.ones((5, 5), np.int8)
    ring[1:4, 1:4] = -1
    ring[2, 2] = 1
    centres = _alignment_centres(version)
    for row in centres:
        for column in centres:
            if {(row, column)} & {(6, 6), (6, centres[-1]), (centres[-1], 6)}:
                continue  # a finder stands there
            there = np.s_[row - 2 : row + 3, column - 2 : column + 3]
            known[there] = ring
            taken[there] = True


def _alignment_centres(version: int) -> list[int]:
    if version == 1:
        return []
    count = version // 7 + 2
    last = modules_of(version) - 7
    step = 26 if version == 32 else (version * 4 + count * 2 + 1) // (count * 2 - 2) * 2
    return [6, *(last - step * back for back in reversed(range(count - 1)))]


def _draw_version(known: Grid, taken: NDArray[np.bool_], version: int) -> None:
    word = version << 12 | _remainder(version << 12, _VERSION_GENERATOR)
    far = len(known) - 11
    for bit in range(18):
        value = 1 if word >> bit & 1 else -1
        near, across = bit // 3, far + bit % 3
        known[near, across] = known[across, near] = value
        taken[near, across] = taken[across, near] = True


def _remainder(word: int, generator: int) -> int:
    """Divide a word by a generator over GF(2)."""
    while word.bit_length() >= generator.bit_length():
        word ^= generator << (word.bit_length() - generator.bit_length())
    return word


def _format_bits(level: str, mask: int) -> Grid:
    head = (_LEVEL_BITS[level] << 3 | mask) << 10
    word = (head | _remainder(head, _FORMAT_GENERATOR)) ^ _FORMAT_MASK
    return np.array([1 if word >> bit & 1 else -1 for bit in range(14, -1, -1)], np.int8)


def _format_places(modules: int) -> tuple[Places, Places]:
    """Give both places of the format, the highest bit first: around the first finder, and at the others."""
    around = [(8, column) for column in (0, 1, 2, 3, 4, 5, 7, 8)] + [
        (row, 8) for row in (7, 5, 4, 3, 2, 1, 0)
    ]
    apart = [(modules - 1 - up, 8) for up in range(7)] + [(8, modules - 8 + along) for along in range(8)]
    first, second = (
        np.array([row * modules + column for row, column in way], np.intp) for way in (around, apart)
    )
    return first, second


def _data_path(taken: NDArray[np.bool_]) -> Places:
    """Go up and down in columns of two from the right, past the upright timing pattern."""
    modules = len(taken)
    columns = [column for column in range(modules - 1, 0, -2) if column > 6]
    columns += list(range(5, 0, -2))
    path = []
    for number, right in enumerate(columns):
        rows = range(modules) if number % 2 else range(modules - 1, -1, -1)
        path += [row * modules + column for row in rows for column in (right, right - 1)]
    way = np.array(path, np.intp)
    return way[~taken.flat[way]]
