"""From soft modules to codewords, block by block, and from blocks put right back to modules."""

from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from scanning.reed_solomon import correct
from scanning.symbol_layout import Format, Places, blocks, formats, layout, mask_grid
from scanning.symbol_pattern import Plane

Blocks = Mapping[int, tuple[int, ...]]

UNSPENT = 2  # parity codewords kept over in each block: junk passes once in 65,536
_LOST = 0.02  # a codeword with a module this uncertain is as good as unread
_BITS = np.arange(7, -1, -1)


def likeliest_format(soft: Plane, version: int) -> tuple[Format, float]:
    """Give the format that the soft modules show best, and how well (30 at most)."""
    shown = sum(np.clip(soft.flat[places], -1, 1) for places in layout(version).formats)
    scored = [(float(known.bits @ shown), number) for number, known in enumerate(formats())]
    score, number = max(scored)
    return formats()[number], score


def with_format(known: Plane, version: int, chosen: Format) -> Plane:
    """Give the known modules with those of the format."""
    fuller = known.copy()
    for places in layout(version).formats:
        fuller.flat[places] = chosen.bits
    return fuller


def put_right(soft: Plane, version: int, chosen: Format, done: Blocks) -> dict[int, tuple[int, ...]]:
    """Give the blocks already ``done`` and those that can be put right now, by their number."""
    values, doubts = _codewords(soft, version, chosen)
    found = dict(done)
    for number, block in enumerate(blocks(version, chosen.level)):
        if number in found:
            continue
        received, doubt = values[block.places].tolist(), doubts[block.places]
        doubtful = np.argsort(doubt).tolist()
        for lost in _attempts(int((doubt < _LOST).sum()), block.parity):
            right = correct(received, block.parity, doubtful[:lost], unspent=UNSPENT)
            if right is not None:
                found[number] = tuple(right)
                break
    return found


def data_of(done: Blocks, version: int, level: str) -> list[int] | None:
    """Give the data codewords of all blocks, or None while one is missing."""
    plan = blocks(version, level)
    if len(done) < len(plan):
        return None
    return [
        word for number, block in enumerate(plan) for word in done[number][: len(block.places) - block.parity]
    ]


def with_blocks(known: Plane, version: int, chosen: Format, done: Blocks) -> Plane:
    """Give the known modules with those of the blocks that were put right."""
    plan, path = blocks(version, chosen.level), layout(version).path
    turned = mask_grid(version, chosen.mask).ravel()
    fuller = known.copy()
    for number, words in done.items():
        places = _modules_of(plan[number].places, path)
        bits = 2 * (np.array(words)[:, None] >> _BITS & 1).ravel() - 1
        fuller.flat[places] = np.where(turned[places], -bits, bits)
    return fuller


def _codewords(soft: Plane, version: int, chosen: Format) -> tuple[NDArray[np.intp], Plane]:
    """Give each codeword of the stream with how sure its least sure modules are."""
    path = layout(version).path
    plain = np.where(mask_grid(version, chosen.mask), -soft, soft).ravel()[path]
    words = plain[: len(path) // 8 * 8].reshape(-1, 8)
    least = np.sort(np.abs(words), axis=1)
    return (words > 0) @ (1 << _BITS), np.asarray(least[:, 0] + 0.3 * least[:, 1], np.float32)


def _attempts(lost: int, parity: int) -> Iterator[int]:
    """Give how many of the most doubtful codewords to call lost, in the order that is likeliest to help."""
    most = parity - UNSPENT
    seen = set()
    for attempt in (min(lost, most), parity // 2, most - 2, parity // 4, 0):
        even = max(0, attempt)
        if even not in seen:
            seen.add(even)
            yield even


def _modules_of(codewords: Places, path: Places) -> Places:
    modules: Places = path[(codewords[:, None] * 8 + np.arange(8)).ravel()]
    return modules
