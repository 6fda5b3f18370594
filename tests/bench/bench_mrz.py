"""Measure how small, soft and tilted a card's zone and number may be and still be read.

Run it by `python tests/bench/bench_mrz.py`. Practice cards are drawn, held any way before a desk, and spoiled
as webcams spoil them. "wrong" counts readings whose check digits hold and that are wrong all the same. Times
are processor time of one thread.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from time import thread_time

import numpy as np
from numpy.random import Generator

from counter_app.domain.mrz import read_zone
from printing.fonts import Fonts
from printing.practice_card import PracticeCard, Side, draw_card
from printing.preview import page_picture
from printing.samples import CARD_2021, CARD_2024
from scanning.card_number import read_number
from scanning.frames import Frame, Pixels, decode_picture, encode_jpeg
from scanning.mrz import read_mrz
from scanning.opencv import cv2
from scanning.practice_motion import Pose
from scanning.practice_stage import desk

_FONTS = Path(__file__).parents[2] / "resources" / "fonts"
_CARDS = (CARD_2021, CARD_2024)
_FRAMES = 24
_CAPITAL_MM, _DIGIT_MM = 2.5, 2.85
_PATIENT = 10_000  # ms: a busy machine must not decide
_Size = tuple[int, int]


@dataclass(slots=True)
class Tally:
    """Count what became of the frames of one line of the table."""

    right: int = 0
    wrong: int = 0
    milliseconds: list[float] = field(default_factory=list)

    def line(self, words: str) -> str:
        """Write the line of the table."""
        usual = median(self.milliseconds)
        return f"{words}  {self.right:3}/{_FRAMES} right  {self.wrong} wrong  {usual:4.0f} ms\n"


def main() -> None:
    """Print both tables."""
    fonts = Fonts(_FONTS)
    for size, heights in (((1280, 720), (6, 7, 8, 9, 11, 14, 18)), ((1920, 1080), (7, 9, 13, 20, 27))):
        for height in heights:
            tally = _measure(fonts, "back", (size, height / _CAPITAL_MM), _zone_is_right)
            sys.stdout.write(tally.line(f"zone    {size[1]}p  capitals of {height:2} px"))
        for height in (12, 16, 20, 25):
            tally = _measure(fonts, "front", (size, height / _DIGIT_MM), _number_is_right)
            sys.stdout.write(tally.line(f"number  {size[1]}p  digits of   {height:2} px"))


def _measure(
    fonts: Fonts,
    side: Side,
    seen: tuple[_Size, float],
    is_right: Callable[[Frame, PracticeCard], bool | None],
) -> Tally:
    rng = np.random.default_rng(11)
    tally = Tally()
    faces = [_face(card, side, fonts) for card in _CARDS]
    for number in range(_FRAMES):
        which = number % len(_CARDS)
        frame = _held(faces[which], seen[0], seen[1], rng)
        begun = thread_time()
        verdict = is_right(frame, _CARDS[which])
        tally.milliseconds.append((thread_time() - begun) * 1000)
        tally.right += verdict is True
        tally.wrong += verdict is False
    return tally


def _zone_is_right(frame: Frame, card: PracticeCard) -> bool | None:
    """Say whether what was accepted is what the card says; None where nothing was."""
    text = read_mrz(frame, budget_ms=_PATIENT)
    zone = read_zone(text.text, text.doubtful) if text else None
    return None if zone is None else zone == read_zone("\n".join(card.mrz))


def _number_is_right(frame: Frame, card: PracticeCard) -> bool | None:
    number = read_number(frame, budget_ms=_PATIENT)
    return None if number is None else number.digits == card.citizen_id


def _face(card: PracticeCard, side: Side, fonts: Fonts) -> Pixels:
    picture = page_picture(draw_card(card, side, fonts), dpi=600)
    return Frame.from_rgb(picture.width, picture.height, picture.rgb).pixels


def _held(face: Pixels, size: _Size, px_a_mm: float, rng: Generator) -> Frame:
    """See a card turned and tilted at random, out of focus, noisy, packed; all of it in the frame."""
    roll = rng.uniform(-180, 180) if px_a_mm * 90 < size[1] else rng.uniform(-12, 12)
    tilt = (float(rng.uniform(-20, 20)), float(rng.uniform(-20, 20)))
    right, down = (float(way) for way in rng.uniform(-0.01, 0.01, 2))
    pose = Pose(right, down, scale=px_a_mm / size[0], roll=float(roll), tilt=tilt, defocus=0)
    a_pixel = 85.6 / face.shape[1]
    lens = pose.lens(size) @ np.array([[a_pixel, 0, -42.8], [0, a_pixel, -27], [0, 0, 1]])
    fine = cv2.GaussianBlur(face, (0, 0), 0.45 / (px_a_mm * a_pixel))
    scene = desk(size, rng)
    cv2.warpPerspective(fine, lens, size, dst=scene, borderMode=cv2.BORDER_TRANSPARENT)
    soft = cv2.GaussianBlur(scene, (0, 0), max(0.3, float(rng.uniform(0.08, 0.27)) * px_a_mm))
    noisy = soft * rng.uniform(0.6, 1.0) + rng.normal(0, rng.uniform(1, 7), soft.shape)
    frame = Frame(np.clip(noisy, 0, 255).astype(np.uint8))
    return decode_picture(encode_jpeg(frame, int(rng.integers(60, 95))))


if __name__ == "__main__":
    main()
