"""Symbols are laid out as an independent writer lays them out, in every version, level and mask."""

import numpy as np
import pytest
import segno
from numpy.typing import NDArray

from scanning.reed_solomon import correct
from scanning.symbol_bits import segment_bytes
from scanning.symbol_layout import (
    LEVELS,
    VERSIONS,
    blocks,
    formats,
    layout,
    mask_grid,
    modules_of,
    version_of,
)

_TEXT = b"Ngan"


def _drawn(version: int, level: str, mask: int) -> NDArray[np.bool_]:
    symbol = segno.make_qr(_TEXT, version=version, error=level, mode="byte", mask=mask, boost_error=False)
    return np.array([list(row) for row in symbol.matrix], bool)


def _stream(drawn: NDArray[np.bool_], version: int, mask: int) -> NDArray[np.int_]:
    plain = (drawn ^ mask_grid(version, mask)).ravel()[layout(version).path]
    return np.packbits(plain[: plain.size // 8 * 8]).astype(int)


@pytest.mark.parametrize("version", VERSIONS)
def test_the_known_modules_look_so_in_every_symbol_of_a_version(version: int) -> None:
    known = layout(version).known
    for mask, level in ((version % 8, "L"), ((version + 5) % 8, "H")):
        shown = np.where(_drawn(version, level, mask), 1, -1)
        assert np.array_equal(shown[known != 0], known[known != 0])


@pytest.mark.parametrize("version", VERSIONS)
def test_each_module_is_known_or_data_or_format_and_only_one_of_them(version: int) -> None:
    plan = layout(version)
    uses = (plan.known != 0).astype(int).ravel()
    np.add.at(uses, plan.path, 1)
    for places in plan.formats:
        np.add.at(uses, places, 1)
    assert (uses == 1).all()


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("version", VERSIONS)
def test_the_blocks_along_the_path_hold_together_and_say_the_text(version: int, level: str) -> None:
    mask = (version + LEVELS.index(level)) % 8
    stream = _stream(_drawn(version, level, mask), version, mask)
    plan = blocks(version, level)
    assert sorted(place for block in plan for place in block.places) == list(range(len(stream)))
    said: list[int] = []
    for block in plan:
        words = stream[block.places].tolist()
        assert correct(words, block.parity) == words
        said += words[: -block.parity]
    assert segment_bytes(said, version) == _TEXT


@pytest.mark.parametrize("version", [1, 7, 14])
def test_both_places_of_the_format_show_its_bits(version: int) -> None:
    for known in formats():
        shown = np.where(_drawn(version, known.level, known.mask), 1, -1).ravel()
        for places in layout(version).formats:
            assert np.array_equal(shown[places], known.bits)


def test_the_formats_differ_in_seven_bits_at_least() -> None:
    words = np.array([known.bits for known in formats()])
    apart = (words[:, None] != words[None]).sum(axis=2)
    assert len(words) == 32
    assert apart[~np.eye(32, dtype=bool)].min() == 7


def test_only_the_sizes_of_real_symbols_have_a_version() -> None:
    sizes = {modules_of(version): version for version in VERSIONS}
    assert {size: version_of(size) for size in range(200)} == {size: sizes.get(size) for size in range(200)}
