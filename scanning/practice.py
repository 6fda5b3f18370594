"""A camera for practice: shows invented cards as a webcam over the counter's desk would see them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import monotonic
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from scanning.frames import Frame, Pixels
from scanning.opencv import cv2
from scanning.practice_motion import Pose, pose_at, resting_pose
from scanning.practice_paper import page_still
from scanning.practice_stage import (
    CANVAS_MM,
    TEXEL,
    Hand,
    Size,
    Sprite,
    canvas_to_card,
    desk,
    sensor_grain,
)

__all__ = ["PracticeCamera", "PracticeCardPicture", "card_still", "page_still"]

FRAMES_A_SECOND = 25
_GRAINS = 3
_GRAIN_STRENGTH = 2.6  # gray levels: an indoor webcam
_USUAL_WIDTH = 1280


@dataclass(frozen=True, slots=True)
class PracticeCardPicture:
    """Hold both sides of a practice card and say which one carries the code."""

    front: Frame
    back: Frame
    qr_side: Literal["front", "back"]
    label: str

    @property
    def code_side(self) -> Frame:
        """Give the side that is held to the camera."""
        return self.front if self.qr_side == "front" else self.back


class PracticeCamera:
    """Show an empty desk, and each card asked for as a hand brings it in, holds it and takes it away.

    The picture of a moment depends only on ``seed``, on the card and on how long ago it was asked for.
    """

    autofocus = False

    def __init__(
        self,
        cards: Sequence[PracticeCardPicture],
        *,
        size: Size = (1280, 720),
        seed: int = 0,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self.name = "practice"
        self._cards = cards
        self._stage = _Stage.of(size, seed)
        self._hand = Hand.drawn()
        self._seed = seed
        self._clock = clock
        self._begun_at = clock()
        self._last_number = -1
        self._showing: _Showing | None = None

    @property
    def shown(self) -> int | None:
        """Say which card is on its way in, in view or on its way out; None over an empty desk."""
        if self._showing is None or self._showing.pose(self._number()) is None:
            return None
        return self._showing.index

    def show(self, index: int) -> None:
        """Ask for a card; one that is in view makes way at once. IndexError when there is no such card."""
        face = self._cards[index].code_side.pixels
        rest = resting_pose(np.random.default_rng([self._seed, index]))
        self._showing = _Showing(index, self._hand.holding(face), rest, self._number())

    def read(self) -> Frame | None:
        """Give the frame of this moment, or None when it was given already."""
        number = self._number()
        if number == self._last_number:
            return None
        self._last_number = number
        return Frame(self._picture(number), self._begun_at + number / FRAMES_A_SECOND)

    def close(self) -> None:
        """Hold nothing open, so do nothing."""

    def _number(self) -> int:
        return int((self._clock() - self._begun_at) * FRAMES_A_SECOND)

    def _picture(self, number: int) -> Pixels:
        showing = self._showing
        pose = None if showing is None else showing.pose(number)
        if showing is None or pose is None:
            return self._stage.empty(number)
        return self._stage.picture(showing.sprite, (pose, showing.pose(number - 1) or pose), number)


def card_still(card: PracticeCardPicture, *, seed: int, size: Size = (1280, 720)) -> Frame:
    """Give one sharp picture of the side with the code, held in a hand."""
    rest = resting_pose(np.random.default_rng([seed, 0]))
    held = Hand.drawn().holding(card.code_side.pixels)
    return Frame(_Stage.of(size, seed).picture(held, (rest, rest), seed))


@dataclass(frozen=True, slots=True)
class _Showing:
    """Hold one showing of a card, begun with frame ``first``."""

    index: int
    sprite: Sprite
    rest: Pose
    first: int

    def pose(self, number: int) -> Pose | None:
        return pose_at(self.rest, (number - self.first) / FRAMES_A_SECOND)


@dataclass(frozen=True, slots=True)
class _Stage:
    """Hold what does not move: the desk and the sensor's grain."""

    size: Size
    desk: Pixels
    grains: tuple[Pixels, ...]

    @classmethod
    def of(cls, size: Size, seed: int) -> "_Stage":
        rng = np.random.default_rng(seed)
        background = desk(size, rng)
        grains = tuple(sensor_grain(size, rng, strength=_GRAIN_STRENGTH) for _ in range(_GRAINS))
        return cls(size, background, grains)

    def empty(self, number: int) -> Pixels:
        """Give the desk alone."""
        return self._seen_by_sensor(self.desk, number)

    def picture(self, sprite: Sprite, poses: tuple[Pose, Pose], number: int) -> Pixels:
        """Give the desk with a card at the first of two poses, blurred by its way from the second."""
        pose, before = poses
        lens = pose.lens(self.size) @ canvas_to_card()
        box = _box_around(lens, self.size)
        if box is None:
            return self.empty(number)
        drawn = _blurred(_drawn(sprite, lens, box), pose, before, self.size[0])
        scene = self.desk.copy()
        left, top, right, bottom = box
        part = scene[top:bottom, left:right]
        part[:] = _laid_over(drawn, part)
        return self._seen_by_sensor(scene, number)

    def _seen_by_sensor(self, scene: Pixels, number: int) -> Pixels:
        soft = cv2.GaussianBlur(scene, (3, 3), 0.5 * self.size[0] / _USUAL_WIDTH)
        grain = self.grains[number * 7 % _GRAINS]
        # The same few grains look new when every frame takes another and turns it differently.
        turned = cv2.flip(grain, number // _GRAINS % 3 - 1)
        return np.asarray(cv2.addWeighted(soft, 1, turned, 1, -128), np.uint8)


_Box = tuple[int, int, int, int]  # left, top, right, bottom


def _drawn(sprite: Sprite, lens: NDArray[np.float64], box: _Box) -> Pixels:
    left, top, right, bottom = box
    shift = np.array([[1, 0, -left], [0, 1, -top], [0, 0, 1]], np.float64)
    size = (right - left, bottom - top)
    return np.asarray(
        cv2.warpPerspective(sprite.pixels, shift @ lens, size, flags=cv2.INTER_LINEAR), np.uint8
    )


def _box_around(lens: NDArray[np.float64], size: Size) -> _Box | None:
    """Give the part of the frame that the canvas covers, with room for blur, or None when it covers none."""
    right, bottom = CANVAS_MM[0] * TEXEL, CANVAS_MM[1] * TEXEL
    corners = np.array([[[0, 0], [right, 0], [right, bottom], [0, bottom]]], np.float64)
    seen = cv2.perspectiveTransform(corners, lens)[0]
    low = np.clip(np.floor(seen.min(axis=0)) - 8, 0, size)
    high = np.clip(np.ceil(seen.max(axis=0)) + 8, 0, size)
    if (high - low).min() < 2:
        return None
    return int(low[0]), int(low[1]), int(high[0]), int(high[1])


def _blurred(drawn: Pixels, pose: Pose, before: Pose, width: int) -> Pixels:
    """Blur by defocus and by half of the way the card has made since the last frame (a half-open shutter)."""
    sigma = pose.defocus * width / _USUAL_WIDTH
    if sigma > 0.7:
        drawn = np.asarray(cv2.GaussianBlur(drawn, (0, 0), sigma), np.uint8)
    across = round(abs(pose.right - before.right) * width / 2)
    down = round(abs(pose.down - before.down) * width / 2)
    if across or down:
        drawn = np.asarray(cv2.blur(drawn, (across + 1, down + 1)), np.uint8)
    return drawn


def _laid_over(drawn: Pixels, below: Pixels) -> Pixels:
    gap = np.asarray(cv2.cvtColor(255 - cv2.extractChannel(drawn, 3), cv2.COLOR_GRAY2BGR), np.uint8)
    # In 16 bits and by numpy: cv2.multiply would take three times as long through floats.
    covered = (below.astype(np.uint16) * gap + 128) >> 8
    return np.asarray(cv2.add(cv2.cvtColor(drawn, cv2.COLOR_BGRA2BGR), covered.astype(np.uint8)), np.uint8)
