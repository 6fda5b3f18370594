"""Reads a symbol that no engine could: from its place in the picture, by what its own patterns teach."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from scanning.symbol_bits import BadSegments, segment_bytes
from scanning.symbol_blocks import Blocks, data_of, likeliest_format, put_right, with_blocks, with_format
from scanning.symbol_echoes import cancel_echoes
from scanning.symbol_grid import equalise, rectify
from scanning.symbol_layout import Format, layout
from scanning.symbol_patch import Patch
from scanning.symbol_pattern import Plane
from scanning.symbol_settle import Placement, settle_by

_TURNS = 3
_SURE = 0.8  # a module judged so clearly teaches the next turn


@dataclass(frozen=True, slots=True, eq=False)
class _Judged:
    """Hold one turn's judgement, upright: the format it shows, and the blocks put right so far."""

    soft: Plane
    format: Format
    done: Blocks


def read_symbol(
    patch: Patch, placed: Placement, *, is_over: Callable[[], bool] = lambda: False
) -> bytes | None:
    """Give the bytes of a placed symbol, or None where they cannot be had for certain.

    Every turn judges the modules, puts right the blocks it can, and learns from these for the next. A symbol
    seen in a mirror is read too. No further turn begins once ``is_over`` says so, or after one in vain.
    """
    fixed = layout(placed.version).known.astype(np.float32)
    known, mirrored, judged = fixed, False, None
    for turn in range(_TURNS):
        if turn:
            placed = settle_by(patch.relief, placed, known)
        straight = rectify(patch, placed)
        soft = cancel_echoes(straight, equalise(straight, known), known)
        if turn == 0:
            mirrored = _is_mirrored(soft, placed.version)
        before = judged
        judged = _judge(soft.T if mirrored else soft, placed.version, before)
        said = _said(judged, placed.version)
        if said is not None:
            return said
        if is_over() or len(judged.done) == (len(before.done) if before else 0):
            break  # hardly ever does a turn help after one that put no block right
        taught = _taught(fixed, judged, placed.version)
        known = np.ascontiguousarray(taught.T if mirrored else taught)
    return None


def _is_mirrored(soft: Plane, version: int) -> bool:
    return likeliest_format(soft.T, version)[1] > likeliest_format(soft, version)[1]


def _judge(soft: Plane, version: int, before: _Judged | None) -> _Judged:
    """Put right what can be; blocks that were put right before also hold the format fast."""
    if before is not None and before.done:
        return replace(before, soft=soft, done=put_right(soft, version, before.format, before.done))
    chosen, _ = likeliest_format(soft, version)
    return _Judged(soft, chosen, put_right(soft, version, chosen, {}))


def _said(judged: _Judged, version: int) -> bytes | None:
    """Give the bytes once every block is right, provided they are text: junk that passed would not be.

    Blocks of noughts are right too, and say nothing.
    """
    words = data_of(judged.done, version, judged.format.level)
    if words is None:
        return None
    try:
        raw = segment_bytes(words, version)
        raw.decode("utf-8")
    except (BadSegments, UnicodeDecodeError):
        return None
    return raw or None


def _taught(fixed: Plane, judged: _Judged, version: int) -> Plane:
    """Give what the next turn may learn from: patterns, format, blocks, and what was judged clearly."""
    known = with_blocks(with_format(fixed, version, judged.format), version, judged.format, judged.done)
    clear = (known == 0) & (np.abs(judged.soft) > _SURE)
    return np.asarray(np.where(clear, np.sign(judged.soft), known), np.float32)
