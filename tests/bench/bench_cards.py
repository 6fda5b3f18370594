"""Compare our card reader with each engine by itself: what is read, what is wrong, and how long it takes.

Run it by `make bench-cards`. Without options it draws its own scenes; ``--set`` measures a folder of pictures
and ``--films`` a folder of films, each with its `truth.json`. Times are processor time of this process with
one thread, from a frame in memory, so that a busy machine does not decide.
"""

import argparse
import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from time import process_time

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
sys.path.insert(0, str(Path(__file__).parents[1]))

import numpy as np
from bench.card_decoders import OURS, Decoder, Said, comparable, decoders
from bench.card_films import print_films
from bench.card_sets import Points, Scene, drawn_scenes, folder_scenes

from scanning.frames import Frame
from scanning.opencv import cv2
from scanning.qr import BUDGET_MS


@dataclass(slots=True)
class Tally:
    """Count what one reader made of the scenes of one cause."""

    codes: int = 0
    read: int = 0
    wrong: int = 0
    ms: list[float] = field(default_factory=list)

    def count(self, said: tuple[Said, ...], scene: Scene, ms: float) -> None:
        """Add one scene: by its texts, or by its outlines where nobody wrote the texts down."""
        self.ms.append(ms)
        if scene.texts is None:
            found = sum(any(_lies_in(each, outline) for each in said) for outline in scene.outlines)
            self.codes += len(scene.outlines)
            self.read += found
            self.wrong += max(0, len(said) - found)
            return
        wanted = {comparable(text) for text in scene.texts}
        texts = {each.text for each in said}
        self.codes += len(wanted)
        self.read += len(wanted & texts)
        self.wrong += len(texts - wanted)


Table = dict[str, dict[str, Tally]]
"""Tallies by cause, then by reader."""


def _lies_in(said: Said, outline: Points) -> bool:
    return cv2.pointPolygonTest(np.array(outline, np.float32), said.middle, False) >= 0


def _measure(scenes: Iterable[Scene], readers: dict[str, Decoder]) -> Table:
    table: Table = {}
    for decode in readers.values():
        decode(Frame(np.zeros((64, 64, 3), np.uint8)))  # loads what each loads once
    for scene in scenes:
        row = table.setdefault(scene.cause, {name: Tally() for name in readers})
        for name, decode in readers.items():
            said, ms = _timed(decode, scene.frame)
            row[name].count(said, scene, ms)
    return table


def _timed(decode: Decoder, frame: Frame) -> tuple[tuple[Said, ...], float]:
    begun = process_time()
    said = decode(frame)
    return said, (process_time() - begun) * 1000


def _readers_of(table: Table) -> tuple[str, ...]:
    return tuple(next(iter(table.values())))


def _together(table: Table, name: str) -> Tally:
    tallies = [row[name] for row in table.values()]
    return Tally(
        sum(tally.codes for tally in tallies),
        sum(tally.read for tally in tallies),
        sum(tally.wrong for tally in tallies),
        [ms for tally in tallies for ms in tally.ms],
    )


def _print_whole(table: Table) -> None:
    ours = float(np.median(_together(table, OURS).ms))
    print(f"{'':14}{'read':>14}{'':>8}{'wrong':>7}{'median ms':>11}{'p95 ms':>9}{'median to ours':>16}")
    for name in _readers_of(table):
        tally = _together(table, name)
        middle, slow = np.percentile(tally.ms, [50, 95])
        share = 100 * tally.read / max(1, tally.codes)
        print(
            f"{name:14}{f'{tally.read}/{tally.codes}':>14}{share:>6.1f} %{tally.wrong:>7}"
            f"{middle:>11.2f}{slow:>9.1f}{middle / ours:>15.2f}x"
        )


def _print_causes(table: Table) -> None:
    print(
        f"\n{'read, %':14}{'codes':>8}"
        + "".join(f"{name:>13}" for name in _readers_of(table))
        + f"{'our p95 ms':>13}"
    )
    for cause, row in table.items():
        shares = "".join(f"{100 * tally.read / max(1, tally.codes):>13.0f}" for tally in row.values())
        slow = float(np.percentile(row[OURS].ms, 95))
        print(f"{cause:14}{row[OURS].codes:>8}{shares}{slow:>13.1f}")


def _wanted(arguments: argparse.Namespace) -> Iterable[Scene]:
    if arguments.set is not None:
        return folder_scenes(arguments.set)
    return drawn_scenes(arguments.scenes, seed=arguments.seed)


def main() -> None:
    """Measure what the command line asks for and print it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scenes", type=int, default=156, help="how many scenes to draw")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--budget", type=float, default=BUDGET_MS, help="our milliseconds a frame")
    parser.add_argument(
        "--set", type=Path, help="a folder of pictures with truth.json, or each with its .txt"
    )
    parser.add_argument("--films", type=Path, help="a folder of films with truth.json: text, frames")
    asked = parser.parse_args()
    cv2.setNumThreads(1)
    if asked.films is not None:
        print_films(asked.films, asked.budget)
        return
    table = _measure(_wanted(asked), decoders(asked.budget))
    _print_whole(table)
    _print_causes(table)


if __name__ == "__main__":
    main()
