"""Films of a card brought in: the first frame each reader reads right, and how soon ours is."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from time import process_time

import numpy as np
from bench.card_decoders import ENGINES, OURS, Decoder, Following, Single, comparable

from scanning.frames import Frame
from scanning.opencv import cv2

_FRAME_MS = 1000 / 30
_PATIENCE_MS = 1000.0
_LIVE = "ours, live"
_PATIENT = "ours, 1 s"


@dataclass(frozen=True, slots=True)
class Film:
    """Hold a film's file, what its card says, and the first frame with the whole code in view."""

    path: Path
    text: str
    in_view: int


@dataclass(slots=True)
class _Watcher:
    """Look at the frames of a film until one is read right; what was slow lets frames go by if it is live."""

    decode: Decoder
    live: bool = False
    first: int | None = None
    wrong: int = 0
    ms: list[float] = field(default_factory=list)
    _free_at: float = 0.0

    def watch(self, frame: Frame, number: int, text: str) -> None:
        if self.first is not None or (self.live and self._free_at >= (number + 1) * _FRAME_MS):
            return
        begun = process_time()
        said = {each.text for each in self.decode(frame)}
        self.ms.append((process_time() - begun) * 1000)
        self._free_at = max(self._free_at, number * _FRAME_MS) + self.ms[-1]
        self.wrong += len(said - {text})
        if text in said:
            self.first = max(number, int(self._free_at / _FRAME_MS)) if self.live else number


def films_of(folder: Path) -> tuple[Film, ...]:
    """Read which films a folder's ``truth.json`` names."""
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    return tuple(
        Film(
            folder / name,
            comparable(known["text"]),
            next(number for number, frame in enumerate(known["frames"]) if frame["in"]),
        )
        for name, known in sorted(truth.items())
    )


def print_films(folder: Path, budget_ms: float) -> None:
    """Print, film by film, the first frame read right by each reader, and ours after the first decodable one.

    Decodable is the first frame that any of all readers reads, ours with a second of time among them;
    "public" counts from the first that one of the engines by itself reads. "Live" drops the frames that go by
    while one is read, and counts until its text is there.
    """
    names = (OURS, _LIVE, *ENGINES, _PATIENT)
    print(
        f"{'film':18}{'in view':>8}"
        + "".join(f"{name:>13}" for name in names)
        + f"{'late':>6}{'live':>6}{'public':>8}"
    )
    wrong, late, later, slowest = 0, [], [], 0.0
    for film in films_of(folder):
        watchers = _watched(film, budget_ms)
        decodable = min((seen.first for seen in watchers.values() if seen.first is not None), default=None)
        behind = [_behind(watchers[name].first, decodable) for name in (OURS, _LIVE)]
        firsts = "".join(f"{_shown(watchers[name].first):>13}" for name in names)
        engines = [first for name in ENGINES if (first := watchers[name].first) is not None]
        public = min(engines, default=None)
        behind_public = _behind(watchers[_LIVE].first, public)
        delays = "".join(f"{_shown(frames):>6}" for frames in behind) + f"{_shown(behind_public):>8}"
        print(f"{film.path.stem:18}{film.in_view:>8}{firsts}{delays}", flush=True)
        wrong += sum(seen.wrong for seen in watchers.values())
        late += behind
        later.append(behind_public)
        slowest = max(slowest, float(np.percentile(watchers[OURS].ms, 95)))
    worst, worse = (max((one for one in each if one is not None), default=None) for each in (late, later))
    print(
        f"ours at worst {_shown(worst)} frames after the first decodable one, {late.count(None)} never; "
        f"live at worst {_shown(worse)} after the first that an engine by itself reads; "
        f"{wrong} wrong texts of all; ours p95 in the worst film {slowest:.0f} ms"
    )


def _watched(film: Film, budget_ms: float) -> dict[str, _Watcher]:
    watchers = {
        OURS: _Watcher(Following(budget_ms)),
        _LIVE: _Watcher(Following(budget_ms), live=True),
        **{name: _Watcher(decode) for name, decode in ENGINES.items()},
        _PATIENT: _Watcher(Single(_PATIENCE_MS)),
    }
    for number, frame in enumerate(frames_of(film.path)):
        for watcher in watchers.values():
            watcher.watch(frame, number, film.text)
    return watchers


def frames_of(path: Path) -> Iterator[Frame]:
    """Give a film frame by frame."""
    film = cv2.VideoCapture(str(path))
    while True:
        there, pixels = film.read()
        if not there:
            film.release()
            return
        yield Frame(np.asarray(pixels, np.uint8))


def _behind(first: int | None, decodable: int | None) -> int | None:
    return None if first is None or decodable is None else first - decodable


def _shown(number: int | None) -> str:
    return "never" if number is None else str(number)
