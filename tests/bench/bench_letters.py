"""Read two thousand made-up cards of every length and letter, and count what came back letter by letter.

Run it by `python tests/bench/bench_letters.py`. Codes are drawn straight, so that only the letters decide.
"""

import argparse
import sys
from collections import Counter
from pathlib import Path
from statistics import median
from time import process_time

sys.path.insert(0, str(Path(__file__).parents[1]))

from letters import MadeUp, made_up

from counter_app.domain.card_payload import read_card
from scanning.opencv import cv2
from scanning.qr import read_codes


def _outcome(card: MadeUp) -> str:
    """Say whether a card came back exact, not at all, or wrong, which must never happen."""
    found = read_codes(card.frame())
    if not found:
        return "not read"
    exact = [(payload.raw, payload.text) for payload in found] == [(card.raw, card.text)]
    name = read_card(card.text).full_name == card.text.split("|")[2]
    return "exact" if exact and name else "wrong"


def main() -> None:
    """Draw, read, count, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cards", type=int, default=2_000)
    asked = parser.parse_args()
    cv2.setNumThreads(1)
    counted: Counter[str] = Counter()
    times, lengths = [], []
    for card in made_up(asked.cards):
        begun = process_time()
        counted[_outcome(card)] += 1
        times.append((process_time() - begun) * 1000)
        lengths.append(len(card.raw))
    said = ", ".join(f"{number} {outcome}" for outcome, number in counted.most_common())
    sys.stdout.write(
        f"{said}; {min(lengths)} to {max(lengths)} bytes, {len(set(lengths))} lengths; "
        f"{median(times):.1f} ms a card, drawing included\n"
    )


if __name__ == "__main__":
    main()
