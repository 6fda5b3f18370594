"""Cards that no engine reads are read by soft judgement, to the letter, and what is no card never is."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
import segno
from bench.card_scenes import Shot, photograph
from crafts.scanning.scanning_scenes import HUONG, framed
from numpy.random import Generator

from scanning.engines import zbar_binary, zxing
from scanning.frames import Frame, Pixels
from scanning.hard_codes import SOFT, read_sighting, read_spot
from scanning.locate import Spot
from scanning.opencv import cv2
from scanning.payload import Payload, Sighting
from scanning.qr import CodeReader, read_codes
from scanning.symbol_blocks import with_blocks, with_format
from scanning.symbol_layout import blocks, formats, layout, modules_of

_LATIN = HUONG.replace("Nguyễn Thị Thùy Hương", "Maria José Güell Peña").encode("latin-1", "replace")
_SIZE = (480, 360)
_MOVED = Shot(_SIZE, code_px=150, motion=2.1)
_HARD = {
    "1.1 pixels a module": Shot(_SIZE, code_px=56, defocus=0.0),
    "moved by two modules": _MOVED,
    "moved aslant": replace(_MOVED, code_px=130, moving=110),
    "moved, in a mirror": replace(_MOVED, mirrored=True),
    "moved, upside down": replace(_MOVED, roll=137),
    "moved, tilted": replace(_MOVED, tilt=35),
    "out of focus by a module": Shot(_SIZE, code_px=150, defocus=1.0),
    "out of focus, a finger on a corner": Shot(_SIZE, code_px=130, defocus=0.9, finger=12),
    "a hot spot on a fifth": Shot(_SIZE, code_px=150, glare=0.21),
    "in candle light": Shot(_SIZE, code_px=90, light=0.024),
}
_CODE = np.array(
    [list(row) for row in segno.make(HUONG.encode(), error="m", micro=False, boost_error=False).matrix],
    np.uint8,
)


def _standing() -> float:
    """Tell a time that never goes on, so that a busy machine does not decide."""
    return 0.0


def _never() -> bool:
    return False


def _patiently(frame: Frame) -> tuple[Payload, ...]:
    return read_codes(frame, clock=_standing)


def _drawn(modules: Pixels, *, px: int = 4) -> Pixels:
    light = np.pad((1 - modules) * 255, 4, constant_values=255)
    return np.asarray(np.kron(light, np.ones((px, px), np.uint8)), np.uint8)


def _placed(modules: Pixels) -> tuple[Pixels, Sighting]:
    """Draw a symbol, and say where it stands."""
    near, far = 16.0, 16.0 + 4 * len(modules)
    return _drawn(modules), Sighting(((near, near), (far, near), (far, far), (near, far)), len(modules))


def _spoilt(share: float, seed: int) -> Pixels:
    """Turn over a share of the modules below the upper finders and right of the left ones."""
    code, rng = _CODE.copy(), np.random.default_rng(seed)
    inner = code[9:-9, 9:]
    inner ^= (rng.random(inner.shape) < share).astype(np.uint8)
    return _drawn(code)


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("shot", _HARD.values(), ids=_HARD.keys())
def test_a_card_no_engine_reads_is_read_letter_by_letter(shot: Shot, seed: int) -> None:
    taken = photograph(HUONG, replace(shot, seed=seed))
    gray = taken.frame.gray()
    assert (zxing(gray, thorough=True).payloads, zbar_binary(gray)) == ((), ())
    (payload,) = _patiently(taken.frame)
    assert (payload.text, payload.engine) == (HUONG, SOFT)
    assert np.abs(np.mean(payload.corners, axis=0) - np.mean(taken.corners, axis=0)).max() < 2


@pytest.mark.parametrize("share", [0.06, 0.09, 0.12, 0.3, 0.5])
@pytest.mark.parametrize("seed", range(3))
def test_a_code_spoilt_beyond_its_parity_gives_nothing_and_never_another_text(
    share: float, seed: int
) -> None:
    assert _patiently(framed(_spoilt(share, seed), (320, 320))) == ()


@pytest.mark.parametrize("seed", range(3))
def test_a_code_spoilt_within_its_parity_is_read(seed: int) -> None:
    (payload,) = _patiently(framed(_spoilt(0.01, seed), (320, 320)))
    assert payload.text == HUONG


def test_a_spoilt_code_is_said_to_be_there_with_its_size() -> None:
    look = CodeReader(clock=_standing).look(framed(_spoilt(0.3, 0), (320, 320)))
    (seen,) = look.unread
    assert seen.modules == 49
    assert seen.side == pytest.approx(4 * 49, abs=4)
    assert np.mean(seen.corners, axis=0) == pytest.approx((160, 160), abs=2)


def test_codewords_that_are_no_text_are_not_said() -> None:
    taken = photograph(_LATIN, _MOVED)
    gray = taken.frame.gray()
    assert read_sighting(gray, Sighting(taken.corners, 49), _never).payloads == ()
    assert _patiently(taken.frame) == ()


def test_time_that_is_up_ends_the_reading_after_its_first_turn() -> None:
    taken = photograph(HUONG, Shot(_SIZE, code_px=48, defocus=0.0))
    gray, seen = taken.frame.gray(), Sighting(taken.corners, 49)
    asked: list[bool] = []

    def is_over() -> bool:
        asked.append(True)
        return True

    assert read_sighting(gray, seen, is_over).payloads == ()
    assert len(asked) == 1
    assert [payload.text for payload in read_sighting(gray, seen, _never).payloads] == [HUONG]


@pytest.mark.parametrize("modules", [0, 20, 48, 1000])
def test_a_sighting_of_no_real_size_is_left_alone(modules: int) -> None:
    taken = photograph(HUONG, Shot(_SIZE))
    assert read_sighting(taken.frame.gray(), Sighting(taken.corners, modules), _never).payloads == ()


@pytest.mark.parametrize(("version", "is_read"), [(16, True), (17, False), (40, False)])
def test_a_code_larger_than_any_card_has_is_left_to_the_engines(version: int, *, is_read: bool) -> None:
    code = segno.make(HUONG.encode(), version=version, error="m", boost_error=False)
    gray, seen = _placed(np.array([list(row) for row in code.matrix], np.uint8))
    assert [payload.text for payload in read_sighting(gray, seen, _never).payloads] == [HUONG] * is_read


def test_a_symbol_that_says_nothing_is_no_reading() -> None:
    chosen, noughts = formats()[3], {}
    for number, block in enumerate(blocks(8, chosen.level)):
        noughts[number] = (0,) * len(block.places)
    known = with_format(layout(8).known.astype(np.float32), 8, chosen)
    dark = (with_blocks(known, 8, chosen, noughts) > 0).astype(np.uint8)
    assert read_sighting(*_placed(dark), _never).payloads == ()


@pytest.mark.parametrize(
    "spot", [Spot(-50, -50, 60), Spot(479, 359, 400), Spot(240, 180, 24), Spot(240, 180, 900)]
)
def test_a_spot_with_no_code_in_it_gives_nothing(spot: Spot) -> None:
    assert (
        read_spot(photograph(HUONG, Shot(_SIZE, code_px=60, light=0.002)).frame.gray(), spot, _never).payloads
        == ()
    )


@pytest.mark.parametrize("kind", ["noise", "checks", "writing"])
def test_junk_says_nothing(kind: str) -> None:
    rng = np.random.default_rng(len(kind))
    for number in range(80):
        side = int(rng.integers(80, 200))
        gray = framed(_JUNK[kind](side, rng), (260, 240)).gray()
        assert (number, read_spot(gray, Spot(130, 120, side), _never).payloads) == (number, ())


def test_a_symbol_with_noise_for_its_data_says_nothing() -> None:
    rng = np.random.default_rng(5)
    for number in range(48):
        version, side = int(rng.integers(5, 11)), int(rng.integers(80, 200))
        gray = framed(_symbol_of_noise(version, side, rng), (260, 240)).gray()
        left, top, right, bottom = ((at - side) // 2 for at in (260, 240, 260 + 2 * side, 240 + 2 * side))
        corners = ((left, top), (right, top), (right, bottom), (left, bottom))
        assert (number, read_sighting(gray, Sighting(corners, modules_of(version)), _never).payloads) == (
            number,
            (),
        )


def test_whatever_the_search_makes_of_junk_nothing_is_said() -> None:
    rng = np.random.default_rng(6)
    for draw in _JUNK.values():
        assert [_patiently(framed(draw(120, rng), (260, 240))) for _ in range(4)] == [()] * 4


def _noise(size: int, rng: Generator) -> Pixels:
    cell = int(rng.integers(1, 5))
    cells = rng.integers(0, 256, (size // cell + 1,) * 2).astype(np.uint8)
    return np.kron(cells, np.ones((cell, cell), np.uint8))[:size, :size]


def _checks(size: int, rng: Generator) -> Pixels:
    cell = int(rng.integers(2, 8))
    down, across = np.indices((size, size)) // cell
    stray = rng.random((size, size)) < 0.02
    return np.asarray((((down + across) % 2) ^ stray) * 200 + 20, np.uint8)


def _writing(size: int, rng: Generator) -> Pixels:
    page = np.full((size, size), 235, np.uint8)
    for row in range(8, size, 9):
        words = "".join(rng.choice(list("NGUYENTHIHUONG<0123456789"), size // 7))
        cv2.putText(page, words, (2, row), cv2.FONT_HERSHEY_SIMPLEX, 0.28, 30, 1, cv2.LINE_AA)
    return page


def _symbol_of_noise(version: int, size: int, rng: Generator) -> Pixels:
    """Draw the fixed patterns of a real symbol with noise where its data should be."""
    plan = layout(version)
    dark = np.where(plan.known == 0, rng.integers(0, 2, plan.known.shape), plan.known > 0)
    light = np.asarray((1 - dark) * 180 + 40, np.uint8)
    return np.asarray(cv2.resize(light, (size, size), interpolation=cv2.INTER_AREA), np.uint8)


_JUNK: dict[str, Callable[[int, Generator], Pixels]] = {
    "noise": _noise,
    "checks": _checks,
    "writing": _writing,
}
