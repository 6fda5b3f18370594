"""What a camera really gives: the size of its pictures, how many a second, whether it focuses."""

from dataclasses import dataclass

from scanning.frames import Frame

_FIRST_SPAN_S = 1.0
_SPAN_S = 3.0
_CHANGED = 0.25  # share by which the rate must move before it is said again: a number that dances is not read


@dataclass(frozen=True, slots=True)
class CameraFacts:
    """Hold what was got; ``rate`` is frames a second, 0 until enough of them have come."""

    width: int
    height: int
    rate: int
    autofocus: bool

    @property
    def is_coarse(self) -> bool:
        """Say whether a card must come closer: below 1280×720 its modules are under 1.5 pixels at 25 cm."""
        return self.width < 1280 or self.height < 720


class FactsGauge:
    """Measure a camera by the frames it gives, and speak up when what it gives has changed."""

    def __init__(self, *, autofocus: bool) -> None:
        self._autofocus = autofocus
        self._said: CameraFacts | None = None
        self._counted_from = 0.0
        self._count = 0

    def feed(self, frame: Frame) -> CameraFacts | None:
        """Take a frame; give the facts when they are new, else None."""
        said = self._said
        if said is None or (said.width, said.height) != (frame.width, frame.height):
            return self._say(frame, rate=0)
        self._count += 1
        span = frame.taken_at - self._counted_from
        if span < (_SPAN_S if said.rate else _FIRST_SPAN_S):
            return None
        rate = max(1, round(self._count / span))
        self._counted_from, self._count = frame.taken_at, 0
        return self._say(frame, rate) if abs(rate - said.rate) > _CHANGED * said.rate else None

    def _say(self, frame: Frame, rate: int) -> CameraFacts:
        self._counted_from, self._count = frame.taken_at, 0
        self._said = CameraFacts(frame.width, frame.height, rate, self._autofocus)
        return self._said
