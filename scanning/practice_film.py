"""A film of practice cards, brought one after another, for whatever looks at films."""

from collections.abc import Sequence
from pathlib import Path

from scanning.opencv import cv2
from scanning.practice import FRAMES_A_SECOND, PracticeCamera, PracticeCardPicture
from scanning.practice_stage import Size

_PAUSE = FRAMES_A_SECOND // 2
_FORMAT = "MJPG"


def write_film(path: Path, cards: Sequence[PracticeCardPicture], *, size: Size = (1280, 720)) -> int:
    """Film every card as a hand brings it in and takes it away (AVI, Motion JPEG); give the frames.

    Raises OSError where no film can be written.
    """
    clock = _Ticks()
    camera, film = PracticeCamera(cards, size=size, clock=clock), None
    frames = 0
    try:
        for index in range(len(cards)):
            camera.show(index)
            rest = _PAUSE
            while rest:
                clock.tick()
                frame = camera.read()
                if frame is None:
                    continue
                if film is None:
                    film = cv2.VideoWriter(
                        str(path), cv2.VideoWriter.fourcc(*_FORMAT), float(FRAMES_A_SECOND), size
                    )
                    if not film.isOpened():
                        raise OSError(0, "no film can be written there", str(path))
                film.write(frame.pixels)
                frames += 1
                rest -= camera.shown is None
    finally:
        if film is not None:
            film.release()
    return frames


class _Ticks:
    """A clock that goes on by a frame when it is told."""

    def __init__(self) -> None:
        self._ticks = 0

    def tick(self) -> None:
        self._ticks += 1

    def __call__(self) -> float:
        return (self._ticks + 0.5) / FRAMES_A_SECOND
