"""Compare the decoder cascade with stock pyzbar on practice cards, as ratios.

Run it by `python tests/bench/bench_cards.py`. It draws its own scenes:
stills of several sizes, some of them spoiled the way webcams spoil them. Times are
processor time of one thread, so that a busy machine does not decide.
"""

import argparse
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from statistics import median
from time import process_time

import numpy as np
import segno
from pyzbar import pyzbar

from scanning.frames import Frame, Pixels, decode_picture, encode_jpeg
from scanning.opencv import cv2
from scanning.practice import PracticeCardPicture, card_still
from scanning.qr import read_codes

_NAMES = ("Nguyễn Thị Thùy Hương", "Trần Đức Mỹ", "Lê Hoàng Ửng", "Phạm Quỳnh Ngã", "Đỗ Ý Nhi")
_SIZES = ((1280, 720), (1920, 1080), (800, 600))
_PIXELS_A_MM = 12


@dataclass(slots=True)
class Tally:
    """Count what one decoder made of the scenes."""

    read: int = 0
    wrong: int = 0
    ms: list[float] = field(default_factory=list)

    def count(self, said: list[str], truth: str, ms: float) -> None:
        """Add one scene."""
        self.read += truth in said
        self.wrong += any(text != truth for text in said)
        self.ms.append(ms)


def _payload(number: int) -> str:
    name = _NAMES[number % len(_NAMES)]
    return f"000{number:09d}||{name}|15031992|Nữ|Số {number}, phố Mẫu, Phường Đống Đa, Hà Nội|10052022||||"


def _card(text: str) -> PracticeCardPicture:
    face = np.full((54 * _PIXELS_A_MM, 1027, 3), 226, np.uint8)
    side = 14 * _PIXELS_A_MM
    dark = np.array(
        [list(row) for row in segno.make(text.encode(), error="m", boost_error=False).matrix], np.uint8
    )
    qr = cv2.resize((1 - dark) * 255, (side, side), interpolation=cv2.INTER_NEAREST)
    face[48 : 72 + side, 1027 - side - 72 : 1027 - 48] = 245
    face[60 : 60 + side, 1027 - side - 60 : 1027 - 60] = qr[:, :, None]
    return PracticeCardPicture(front=Frame(face), back=Frame(face), qr_side="front", label=text[:12])


def _defocused(pixels: Pixels) -> Pixels:
    return np.asarray(cv2.GaussianBlur(pixels, (0, 0), pixels.shape[1] / 1280 * 1.0), np.uint8)


def _moved(pixels: Pixels) -> Pixels:
    return np.asarray(cv2.blur(pixels, (1 + round(pixels.shape[1] / 400), 1)), np.uint8)


def _dim(pixels: Pixels) -> Pixels:
    noise = np.random.default_rng(0).normal(0, 7, pixels.shape)
    return np.clip(pixels * 0.3 + noise, 0, 255).astype(np.uint8)


def _far(pixels: Pixels) -> Pixels:
    small = cv2.resize(pixels, None, fx=0.62, fy=0.62, interpolation=cv2.INTER_AREA)
    right, bottom = pixels.shape[1] - small.shape[1], pixels.shape[0] - small.shape[0]
    return np.asarray(cv2.copyMakeBorder(small, 0, bottom, 0, right, cv2.BORDER_REPLICATE), np.uint8)


def _mirrored(pixels: Pixels) -> Pixels:
    return np.ascontiguousarray(pixels[:, ::-1])


_SPOILED: dict[str, Callable[[Pixels], Pixels]] = {
    "as it is": np.ascontiguousarray,
    "defocused": _defocused,
    "moved": _moved,
    "dim": _dim,
    "far": _far,
    "mirrored": _mirrored,
}


def _scenes(count: int) -> Iterator[tuple[str, str, Frame]]:
    ways = tuple(_SPOILED.items())
    for number in range(count):
        text = _payload(number)
        way, spoil = ways[number % len(ways)]
        still = card_still(_card(text), seed=number, size=_SIZES[number // len(ways) % len(_SIZES)])
        yield way, text, decode_picture(encode_jpeg(Frame(spoil(still.pixels)), 80))


def _cascade(frame: Frame) -> list[str]:
    return [payload.text for payload in read_codes(frame) if payload.text is not None]


def _stock(frame: Frame) -> list[str]:
    found = pyzbar.decode(frame.gray(), symbols=[pyzbar.ZBarSymbol.QRCODE])
    return [code.data.decode("utf-8", "replace") for code in found]


def _measure(count: int) -> dict[str, dict[str, Tally]]:
    tallies = {way: {"cascade": Tally(), "pyzbar": Tally()} for way in _SPOILED}
    for way, text, frame in _scenes(count):
        for name, decode in (("cascade", _cascade), ("pyzbar", _stock)):
            begun = process_time()
            said = decode(frame)
            tallies[way][name].count(said, text, (process_time() - begun) * 1000)
    return tallies


def main() -> None:
    """Draw, measure, print: read and wrong of each decoder, and their ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scenes", type=int, default=90)
    asked = parser.parse_args()
    cv2.setNumThreads(1)
    sys.stdout.write(f"{'scene':10} {'cascade':>16} {'pyzbar':>16} {'time ratio':>11}\n")
    tallies = _measure(asked.scenes)
    for way, row in tallies.items():
        ours, stock = row["cascade"], row["pyzbar"]
        if not ours.ms:
            continue
        faster = median(stock.ms) / median(ours.ms)
        words = [f"{tally.read}/{len(tally.ms)}, {tally.wrong} wrong" for tally in (ours, stock)]
        sys.stdout.write(f"{way:10} {words[0]:>16} {words[1]:>16} {faster:>10.1f}x\n")
    ours_read = sum(row["cascade"].read for row in tallies.values())
    stock_read = sum(row["pyzbar"].read for row in tallies.values())
    sys.stdout.write(
        f"read {ours_read} against {stock_read}: {ours_read / max(stock_read, 1):.2f} times as many\n"
    )


if __name__ == "__main__":
    main()
