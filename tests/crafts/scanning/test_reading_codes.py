"""Codes are read exactly or not at all, however they are held."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from crafts.scanning.scanning_scenes import HUONG, MINH, code, framed
from hypothesis import given, settings
from hypothesis import strategies as st

from scanning.frames import Frame, Pixels
from scanning.opencv import cv2
from scanning.qr import available_engines, read_codes


def _texts(frame: Frame) -> list[str | None]:
    return [payload.text for payload in read_codes(frame, budget_ms=5000)]


def _tilted(gray: Pixels) -> Pixels:
    side = gray.shape[0]
    full = np.array([[0, 0], [side, 0], [side, side], [0, side]], np.float32)
    seen = np.array([[0.1, 0.14], [0.93, 0.02], [0.86, 0.9], [0.15, 0.8]], np.float32) * side
    lens = cv2.getPerspectiveTransform(full, seen)
    return np.asarray(cv2.warpPerspective(gray, lens, (side, side), borderValue=(120,)), np.uint8)


def _turned(gray: Pixels) -> Pixels:
    side = gray.shape[0]
    turn = cv2.getRotationMatrix2D((side / 2, side / 2), 33, 0.7)
    return np.asarray(cv2.warpAffine(gray, turn, (side, side), borderValue=(120,)), np.uint8)


def _shrunk(gray: Pixels) -> Pixels:
    return np.asarray(cv2.resize(gray, None, fx=0.4, fy=0.4, interpolation=cv2.INTER_AREA), np.uint8)


def _blurred(gray: Pixels) -> Pixels:
    return np.asarray(cv2.GaussianBlur(gray, (0, 0), 2.0), np.uint8)


@pytest.mark.parametrize("text", [HUONG, MINH])
@pytest.mark.parametrize("held", [_tilted, _turned, np.fliplr, _shrunk, _blurred, lambda gray: 255 - gray])
def test_a_card_is_read_letter_by_letter(held: Callable[[Pixels], Pixels], text: str) -> None:
    assert _texts(framed(np.ascontiguousarray(held(code(text))))) == [text]


def test_a_code_too_soft_for_the_first_passes_is_read_from_a_close_up() -> None:
    small = cv2.resize(code(HUONG), None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    soft = framed(np.asarray(cv2.GaussianBlur(small, (0, 0), 1.0), np.uint8))
    assert read_codes(soft, budget_ms=0) == ()
    assert _texts(soft) == [HUONG]


@settings(max_examples=15, deadline=None)
@given(st.text(st.sampled_from("aăâbcdđeêghiklmnoôơpqrstuưvxyÁÀẢÃẠẾỀỂỄỆỬỮỰ ỳỵỷỹ|0123456789"), min_size=1))
def test_vietnamese_letters_come_out_as_they_went_in(text: str) -> None:
    assert _texts(framed(code(text, module=3), (480, 480))) == [text]


def test_bytes_that_are_no_text_are_not_guessed_at() -> None:
    (payload,) = read_codes(framed(code("Nguyễn".encode("utf-16-le"))))
    assert payload.text is None
    assert payload.raw == "Nguyễn".encode("utf-16-le")


def test_letters_in_parts_are_put_together() -> None:
    assert _texts(framed(code("Hu\u031bo\u031bng".encode()))) == ["Hương"]


def test_corners_surround_the_code_in_the_frame() -> None:
    (payload,) = read_codes(framed(code(HUONG), (1000, 800)))
    middle = np.mean(payload.corners, axis=0)
    assert np.abs(middle - (500, 400)).max() < 3


def test_two_cards_in_one_frame_are_both_read() -> None:
    frame = framed(code(HUONG)).pixels
    both = Frame(np.hstack([frame, framed(code(MINH)).pixels]))
    assert set(_texts(both)) == {HUONG, MINH}


def test_a_spent_budget_ends_the_search_after_the_two_full_passes() -> None:
    moments = iter(range(100))
    assert read_codes(framed(np.zeros((9, 9), np.uint8)), budget_ms=80, clock=lambda: next(moments)) == ()
    assert next(moments) == 2


def test_codes_are_read_without_zbar(tmp_path: Path) -> None:
    (tmp_path / "pyzbar.py").write_text("raise ImportError\n")
    program = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from scanning.qr import available_engines, read_codes\n"
        "from scanning.frames import read_picture\n"
        "from pathlib import Path\n"
        "found = read_codes(read_picture(Path(sys.argv[2])))\n"
        "print(available_engines(), found[0].raw.decode() == sys.argv[3])\n"
    )
    picture = tmp_path / "code.png"
    cv2.imwrite(str(picture), framed(code(HUONG)).pixels)
    command = [sys.executable, "-c", program, str(tmp_path), str(picture), HUONG]
    said = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - our own program
    assert said.stdout.strip() == "('zxing-cpp',) True"


def test_the_engines_at_hand_are_named() -> None:
    assert available_engines()[0] == "zxing-cpp"
