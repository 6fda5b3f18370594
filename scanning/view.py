"""What would help the camera to read a card: finds the code, or else the card, and measures it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from scanning.brightness import levels
from scanning.card_condition import CardCondition
from scanning.card_layout import CODE_MM, SPOT_MM, code_spots
from scanning.card_outline import find_cards
from scanning.code_condition import USUAL_MODULES, CodeCondition, noise
from scanning.code_place import code_places
from scanning.drift import Drift
from scanning.frames import Frame, Pixels
from scanning.opencv import cv2
from scanning.payload import Corners, Look, Payload
from scanning.quad import Quad
from scanning.view_hint import ViewHint, hint_of_card, hint_of_code, is_card, is_code, is_on_its_head

__all__ = ["ViewHint", "ViewJudge"]

_SEARCH_WIDTH, _SEARCH_HEIGHT = 320, 480
_SPOT_MODULES = round(SPOT_MM / CODE_MM * USUAL_MODULES)
_EXPOSURE_S = 1 / 40  # indoors a webcam leaves its shutter open about as long
_SMALLEST_CODE = 21.0  # px; a code of the first version has as many modules a side
_BEYOND = 8.0  # px outside the frame
_DARK_VIEW = 45  # brightness of the brightest; no paper could be told in it
_NOISY_VIEW = 0.12  # of the brightest
_OUTLINES = 3  # looked at: things of a card's shape that are no card may be larger
_ALIKE = 1.5  # how much larger one of two cards on a desk may look
_OUTLINED_EVERY_S = 0.2
_PATIENCE_S = 8.0  # time enough to turn a card over and back
_AWAY_S = 3.0  # a card gone for longer is another one


@dataclass(frozen=True, slots=True)
class _View:
    """Hold a frame with its small gray copy, ``scale`` times as large."""

    frame: Frame
    small: Pixels
    scale: float

    @classmethod
    def of(cls, frame: Frame) -> "_View":
        scale = min(1.0, _SEARCH_WIDTH / frame.width, _SEARCH_HEIGHT / frame.height)
        step = max(1, int(0.5 / scale))
        sampled = np.ascontiguousarray(frame.pixels[::step, ::step, 1])
        size = (max(1, round(frame.width * scale)), max(1, round(frame.height * scale)))
        small = np.asarray(cv2.resize(sampled, size, interpolation=cv2.INTER_AREA), np.uint8)
        return cls(frame, small, scale)

    @property
    def middle(self) -> Corners:
        right, down = float(self.frame.width), float(self.frame.height)
        return ((0.0, 0.0), (right, 0.0), (right, down), (0.0, down))

    def holds(self, corners: Corners) -> bool:
        """Tell whether corners an engine guessed enclose a part of the frame that could be a code."""
        points = np.array(corners, np.float32)
        room = (self.frame.width, self.frame.height)
        inside = bool((points > -_BEYOND).all() and (points < np.array(room) + _BEYOND).all())
        return inside and cv2.isContourConvex(points) and cv2.contourArea(points) > _SMALLEST_CODE**2

    def in_small(self, corners: Corners) -> Corners:
        a, b, c, d = ((x * self.scale, y * self.scale) for x, y in corners)
        return (a, b, c, d)

    def in_frame(self, corners: Corners) -> Corners:
        a, b, c, d = ((x / self.scale, y / self.scale) for x, y in corners)
        return (a, b, c, d)


class ViewJudge:
    """Judges one frame after the other of one camera, on one thread at a time.

    ``is_card`` tells the text of a citizen card's code from other codes in the view.
    """

    def __init__(self, is_card: Callable[[str], bool] = bool) -> None:
        self._is_card_text = is_card
        self._drift = Drift()
        self._codeless: tuple[float, float] | None = None
        self._outlined: tuple[float, ViewHint | None] | None = None

    def judge(self, frame: Frame, look: Look) -> ViewHint | None:
        """Say what hinders the camera, knowing what was read and seen in the frame.

        None: nothing does, or nothing is there. A hint of one frame may be chance; see ``SteadyHint``.
        """
        if look.payloads:
            self._codeless = self._outlined = None
            return ViewHint.TWO_CARDS if self._are_two(look.payloads) else None
        view = _View.of(frame)
        hint = self._hint(view, look)
        self._drift.keep(view.small, frame.taken_at)
        return self._after_patience(frame.taken_at) if hint is ViewHint.WRONG_SIDE else hint

    def _are_two(self, payloads: tuple[Payload, ...]) -> bool:
        return len({found.text for found in payloads if found.text and self._is_card_text(found.text)}) > 1

    def _hint(self, view: _View, look: Look) -> ViewHint | None:
        (brightest,) = levels(view.small, 0.98)
        if brightest < _DARK_VIEW or noise(view.frame, view.middle) > _NOISY_VIEW * brightest:
            return ViewHint.TOO_DARK
        seen = next(_codes(view, look), None)
        if seen is None:
            return self._hint_of_lately(view, brightest)
        hint = self._hint_of_code(view, *seen)
        if hint is None and look.unread and is_on_its_head(look.unread[0].corners):
            return ViewHint.UPSIDE_DOWN
        return hint

    def _hint_of_lately(self, view: _View, brightest: int) -> ViewHint | None:
        """Look for cards now and then only: outlines cost more than all the rest."""
        at = view.frame.taken_at
        if self._outlined is None or not 0 < at - self._outlined[0] < _OUTLINED_EVERY_S:
            self._outlined = (at, self._hint_of_cards(view, tuple(_cards(view, brightest))))
        return self._outlined[1]

    def _hint_of_cards(self, view: _View, cards: tuple[tuple[Quad, CardCondition], ...]) -> ViewHint | None:
        if not cards:
            return None
        outline, card = cards[0]
        if len(cards) > 1 and 1 / _ALIKE < card.px_per_mm / cards[1][1].px_per_mm < _ALIKE:
            return ViewHint.TWO_CARDS
        for spot in code_spots(outline):
            condition = CodeCondition.of(view.frame, spot, _SPOT_MODULES)
            if is_code(condition):
                return self._hint_of_code(view, spot, condition)
        module_px = card.px_per_mm * CODE_MM / USUAL_MODULES
        return hint_of_card(card, smear=self._smear(view, outline.corners, module_px))

    def _hint_of_code(self, view: _View, corners: Corners, code: CodeCondition) -> ViewHint | None:
        smear = self._smear(view, corners, code.module_px)
        return hint_of_code(code, width=view.frame.width, smear=smear)

    def _smear(self, view: _View, corners: Corners, module_px: float) -> float:
        """Give by how many modules the thing at these corners goes on while the shutter is open."""
        speed = self._drift.speed(view.small, view.in_small(corners), view.frame.taken_at)
        return speed / view.scale * _EXPOSURE_S / module_px

    def _after_patience(self, at: float) -> ViewHint:
        """Turn the card over first; where no side bears a code, say so."""
        since, last = self._codeless or (at, at)
        since = since if at - last < _AWAY_S else at
        self._codeless = (since, at)
        return ViewHint.NO_CODE if at - since > _PATIENCE_S else ViewHint.WRONG_SIDE


def _codes(view: _View, look: Look) -> Iterator[tuple[Corners, CodeCondition]]:
    """Give what is a code: first what an engine saw, then what only looks like one."""
    for seen in look.unread:
        if view.holds(seen.corners):
            condition = CodeCondition.of(view.frame, seen.corners, seen.modules or USUAL_MODULES)
            if is_code(condition):
                yield seen.corners, condition
    for corners in map(view.in_frame, code_places(view.small)):
        condition = CodeCondition.of(view.frame, corners)
        if is_code(condition):
            yield corners, condition


def _cards(view: _View, brightest: int) -> Iterator[tuple[Quad, CardCondition]]:
    for found in find_cards(view.small, most=_OUTLINES):
        outline = Quad.of(view.in_frame(found.corners))
        condition = CardCondition.of(view.frame, outline)
        if is_card(condition, brightest):
            yield outline, condition
