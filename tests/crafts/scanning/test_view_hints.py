"""What would help the camera: each spoiled view has one hint, its own, and a view without a card has none."""

from collections.abc import Callable

import numpy as np
import pytest
from crafts.scanning.scanning_scenes import HUONG, MINH, code, lying, on_desk, sheet
from hypothesis import given, settings
from hypothesis import strategies as st

from scanning.card_layout import CARD_MM
from scanning.frames import Frame, Pixels
from scanning.opencv import cv2
from scanning.payload import Corners, Look, Payload, Sighting
from scanning.practice import page_still
from scanning.practice_stage import desk
from scanning.quad import Points
from scanning.steady_hint import SteadyHint
from scanning.view import ViewHint, ViewJudge

DESK = (70, 96, 120)
_MM = 12  # pixels a millimetre of a drawn card
_NOTHING = Look()


def face(*, coded: bool) -> Frame:
    """Draw one side of a card: writing all over, and the code at the upper right where ``coded``."""
    card = np.full((54 * _MM, 1027, 3), 225, np.uint8)
    for line in range(11):
        width = 640 if line < 4 else 960
        text = "Ho va ten / Full name  000192000017 Xa Vi Du Mau"[: width // 21]
        cv2.putText(card, text, (30, 60 + line * 56), cv2.FONT_HERSHEY_SIMPLEX, 1.2, (40, 40, 40), 3)
    if coded:
        side = 14 * _MM
        qr = cv2.resize(code(HUONG, module=8), (side + 24, side + 24), interpolation=cv2.INTER_AREA)
        card[36 : 36 + side + 24, 1027 - 60 - side : 1027 - 36] = qr[:, :, None]
    return Frame(card)


CODED, CODELESS = face(coded=True), face(coded=False)


def laid(card: Frame, *, size: float = 1.0, shift: tuple[float, float] = (0, 0)) -> Frame:
    """Lay a card on the desk, ``size`` 1 at a comfortable distance, shifted by so many pixels."""
    return on_desk(card, placed(size, shift), DESK)


def placed(size: float = 1.0, shift: tuple[float, float] = (0, 0)) -> Points:
    corners = lying(4, (6, 5), size_mm=CARD_MM)
    return np.asarray((corners - corners.mean(axis=0)) * size + np.array([720, 540]) + shift, np.float64)


def hint_for(frame: Frame, look: Look = _NOTHING) -> ViewHint | None:
    return ViewJudge().judge(frame, look)


def _far(_: Frame) -> Frame:
    return laid(CODED, size=0.38)


def _close(_: Frame) -> Frame:
    return Frame(
        np.asarray(cv2.GaussianBlur(laid(CODED, size=2.4, shift=(-420, 300)).pixels, (0, 0), 8), np.uint8)
    )


def _unlit(frame: Frame) -> Frame:
    return Frame((frame.pixels * 0.22).astype(np.uint8))


def _grainy(frame: Frame) -> Frame:
    noise = np.random.default_rng(3).normal(0, 22, frame.pixels.shape)
    return Frame(np.clip(frame.pixels + noise, 0, 255).astype(np.uint8))


def _glaring(frame: Frame) -> Frame:
    x, y = (round(float(value)) for value in placed()[1])
    spot = np.zeros(frame.pixels.shape[:2], np.float32)
    cv2.circle(spot, (x - 130, y + 130), 42, 1.0, cv2.FILLED)
    soft = np.asarray(cv2.GaussianBlur(spot, (0, 0), 3))[..., None]
    return Frame(np.clip(frame.pixels + 400 * soft, 0, 255).astype(np.uint8))


def _soft(frame: Frame) -> Frame:
    return Frame(np.asarray(cv2.GaussianBlur(frame.pixels, (0, 0), 3.2), np.uint8))


def _smeared(frame: Frame) -> Frame:
    return Frame(np.asarray(cv2.blur(frame.pixels, (15, 1)), np.uint8))


@pytest.mark.parametrize(
    ("spoil", "hint"),
    [
        (_far, ViewHint.TOO_FAR),
        (_close, ViewHint.TOO_CLOSE),
        (_unlit, ViewHint.TOO_DARK),
        (_grainy, ViewHint.TOO_DARK),
        (_glaring, ViewHint.GLARE),
        (_soft, ViewHint.OUT_OF_FOCUS),
        (_smeared, ViewHint.MOVING),
    ],
)
def test_what_spoils_a_code_is_named(spoil: Callable[[Frame], Frame], hint: ViewHint) -> None:
    assert hint_for(spoil(laid(CODED))) is hint


def test_a_clear_code_has_no_hint() -> None:
    assert hint_for(laid(CODED)) is None


def test_a_side_without_a_code_is_to_be_turned_over() -> None:
    assert hint_for(laid(CODELESS)) is ViewHint.WRONG_SIDE


def test_a_card_without_a_code_on_either_side_is_told_after_a_while_and_forgotten_with_the_next() -> None:
    judge, view = ViewJudge(), laid(CODELESS).pixels
    hints = [judge.judge(Frame(view, at), _NOTHING) for at in (1.0, 3.0, 5.0, 7.0, 9.5)]
    assert hints == [ViewHint.WRONG_SIDE] * 4 + [ViewHint.NO_CODE]
    judge.judge(Frame(view, 10.0), Look((payload(HUONG),)))
    assert judge.judge(Frame(view, 11.0), _NOTHING) is ViewHint.WRONG_SIDE


def test_a_card_that_has_moved_since_the_last_frame_is_to_be_held_still() -> None:
    judge, moved = ViewJudge(), laid(CODELESS, shift=(60, 15)).pixels
    judge.judge(Frame(laid(CODELESS).pixels, 1.0), _NOTHING)
    assert judge.judge(Frame(moved, 1.22), _NOTHING) is ViewHint.MOVING
    assert judge.judge(Frame(moved, 1.44), _NOTHING) is ViewHint.WRONG_SIDE


def payload(text: str) -> Payload:
    return Payload.of(text.encode(), ((0, 0), (9, 0), (9, 9), (0, 9)), "drawn")


def test_two_cards_in_view_are_one_too_many_but_a_card_beside_another_code_is_not() -> None:
    one, two, other = payload(HUONG), payload(MINH), payload("https://example.vn")
    judge = ViewJudge(lambda text: text.startswith("000"))
    assert judge.judge(laid(CODED), Look((one, two))) is ViewHint.TWO_CARDS
    assert judge.judge(laid(CODED), Look((one, other))) is None
    assert judge.judge(laid(CODED), Look((one, one))) is None


def test_two_cards_with_no_code_up_are_told_too() -> None:
    both = laid(CODELESS, size=0.62, shift=(-330, 0)).pixels.copy()
    both[:, 720:] = laid(CODELESS, size=0.62, shift=(330, 0)).pixels[:, 720:]
    assert hint_for(Frame(both)) is ViewHint.TWO_CARDS


def test_a_code_on_its_head_that_nothing_else_hinders_is_to_be_turned() -> None:
    x, y = placed()[1]
    upright: Corners = ((x - 219, y + 24), (x - 68, y + 36), (x - 82, y + 186), (x - 230, y + 175))
    a, b, c, d = upright
    assert hint_for(laid(CODED), Look((), (Sighting(upright),))) is None
    assert hint_for(laid(CODED), Look((), (Sighting((c, d, a, b)),))) is ViewHint.UPSIDE_DOWN


def _slip() -> Pixels:
    return np.full((54 * _MM, 1027, 3), 225, np.uint8)


def _hand() -> Frame:
    view = desk((1280, 720), np.random.default_rng(5)).copy()
    for x in (480, 560, 640, 720):
        cv2.ellipse(view, (x, 420), (34, 190), 0, 0, 360, (146, 176, 222), cv2.FILLED, cv2.LINE_AA)
    cv2.ellipse(view, (600, 620), (190, 170), 0, 0, 360, (146, 176, 222), cv2.FILLED, cv2.LINE_AA)
    return Frame(view)


@pytest.mark.parametrize(
    "empty",
    [
        Frame(desk((1280, 720), np.random.default_rng(1))),
        Frame(desk((1920, 1080), np.random.default_rng(2))),
        page_still(sheet(), seed=2),
        laid(Frame(_slip())),
        _hand(),
        Frame(np.full((480, 640, 3), 128, np.uint8)),
    ],
    ids=["desk", "large desk", "page", "slip of paper", "hand", "gray"],
)
def test_a_view_without_a_card_has_no_hint(empty: Frame) -> None:
    assert hint_for(empty) is None


def test_a_view_in_which_nothing_could_be_seen_is_too_dark() -> None:
    assert hint_for(Frame(np.full((480, 640, 3), 9, np.uint8))) is ViewHint.TOO_DARK


@pytest.mark.parametrize("size", [(16, 16), (16, 2000), (2000, 16), (321, 37)])
def test_frames_of_any_shape_are_judged(size: tuple[int, int]) -> None:
    noise = np.random.default_rng(1).integers(0, 256, (*size, 3)).astype(np.uint8)
    judge = ViewJudge()
    hints = {judge.judge(Frame(noise, at), _NOTHING) for at in (1.0, 1.1)}
    assert hints <= {None, *ViewHint}


_anywhere = st.floats(allow_nan=True, allow_infinity=True, width=32) | st.floats(-50, 2000)
_corner = st.tuples(_anywhere, _anywhere)


@settings(max_examples=60, deadline=None)
@given(corners=st.tuples(_corner, _corner, _corner, _corner), modules=st.integers(0, 177))
def test_corners_an_engine_guessed_wrong_do_no_harm(corners: Corners, modules: int) -> None:
    assert hint_for(_GRAY, Look((), (Sighting(corners, modules),))) is None


_GRAY = Frame(np.full((360, 640, 3), 128, np.uint8))


def fed(*judged: tuple[float, ViewHint | None]) -> list[ViewHint | None]:
    steady = SteadyHint()
    return [steady.feed(hint, at) for at, hint in judged]


def test_a_hint_is_said_when_it_was_judged_alike_for_a_while() -> None:
    moving, glare = ViewHint.MOVING, ViewHint.GLARE
    assert fed((1.0, glare), (1.1, glare), (1.5, glare)) == [None, None, glare]
    assert fed((1.0, glare), (1.3, moving), (1.6, glare), (1.9, moving)) == [None] * 4


def test_a_hint_stays_through_a_frame_without_it_and_goes_when_it_is_over() -> None:
    far = ViewHint.TOO_FAR
    said = fed((1.0, far), (1.5, far), (1.6, None), (1.7, far), (1.8, None), (2.3, None), (2.7, None))
    assert said == [None, far, far, far, far, far, None]
