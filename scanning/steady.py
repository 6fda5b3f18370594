"""Steadiness: lets a payload through once, when it is sure, and not again while the card stays in view."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from scanning.payload import Payload


@dataclass(slots=True)
class _Sighting:
    """Remember how often and by whom one text was read."""

    frames: int = 0
    engines: set[str] = field(default_factory=set)
    seen_at: float = 0.0
    let_through: bool = False


class SteadyReader:
    """Let each text through once when it is sure.

    Sure is: read in ``repeats`` frames alike, or by two engines, or once when ``plausible`` accepts its
    structure. A text let through comes again only after ``forget_after`` seconds out of view.
    """

    def __init__(
        self,
        repeats: int = 2,
        forget_after: float = 2.0,
        *,
        plausible: Callable[[str], bool] | None = None,
    ) -> None:
        self._repeats = repeats
        self._forget_after = forget_after
        self._plausible = plausible
        self._sightings: dict[str, _Sighting] = {}

    def feed(self, payloads: Iterable[Payload], at: float) -> str | None:
        """Take what one frame said at ``at`` (monotonic seconds); give a text that has just become sure."""
        self._forget(at)
        for text, engines in _by_text(payloads).items():
            sighting = self._sightings.setdefault(text, _Sighting())
            sighting.frames += 1
            sighting.engines |= engines
            sighting.seen_at = at
        return self._next_sure()

    def reset(self) -> None:
        """Forget every card, also the one in view."""
        self._sightings.clear()

    def _forget(self, at: float) -> None:
        gone = [text for text, seen in self._sightings.items() if at - seen.seen_at > self._forget_after]
        for text in gone:
            del self._sightings[text]

    def _next_sure(self) -> str | None:
        for text, sighting in self._sightings.items():
            if not sighting.let_through and self._is_sure(text, sighting):
                sighting.let_through = True
                return text
        return None

    def _is_sure(self, text: str, sighting: _Sighting) -> bool:
        if sighting.frames >= self._repeats or len(sighting.engines) > 1:
            return True
        return self._plausible is not None and self._plausible(text)


def _by_text(payloads: Iterable[Payload]) -> dict[str, set[str]]:
    engines: dict[str, set[str]] = {}
    for payload in payloads:
        if payload.text:
            engines.setdefault(payload.text, set()).add(payload.engine)
    return engines
