"""What a card reader is measured on: drawn scenes by cause, or a folder of pictures with their truth."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from bench.card_scenes import Shot, photograph
from numpy.random import Generator

from scanning.frames import Frame, read_picture

Points = Sequence[tuple[float, float]]

_SIZES = ((1280, 720), (1920, 1080), (640, 480), (1280, 720))
_NAMES = (
    "Nguyễn Thị Thùy Hương",
    "Trần Đức Mỹ",
    "Lê Hoàng Ửng",
    "Phạm Quỳnh Ngã",
    "Đỗ Ý Nhi",
    "Công Tằng Tôn Nữ Khánh Huyền",
)
_HOMES = (
    "Số 8, ngõ 12 phố Mẫu, Phường Đống Đa, Hà Nội",
    "Ấp Mẫu Hòa, Xã Tân Thạnh Đông, Huyện Củ Chi, Thành phố Hồ Chí Minh",
    "Buôn Mẫu, Xã Ea H'leo, Huyện Ea H'leo, Đắk Lắk",
    "Tổ 3, Phường Mẫu, Quảng Ngãi",
)


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """Hold a picture, the cause that makes it hard, and its truth.

    ``texts`` is None where only the places (``outlines``, in pixels) of the codes are known.
    """

    name: str
    cause: str
    frame: Frame
    texts: tuple[str, ...] | None
    outlines: tuple[Points, ...] = ()


def drawn_scenes(count: int, *, seed: int) -> Iterator[Scene]:
    """Draw so many scenes, each cause in turn, the same ones again for the same seed."""
    ways = tuple(_CAUSES.items())
    for number in range(count):
        rng = np.random.default_rng([seed, number])
        cause, harden = ways[number % len(ways)]
        text = _text(rng)
        taken = photograph(text, harden(_easy(number, rng), rng))
        yield Scene(f"{number:05d}", cause, taken.frame, (text,), (taken.corners,))


def folder_scenes(folder: Path) -> Iterator[Scene]:
    """Read the pictures that ``truth.json`` in a folder names: texts (or null), quads, group.

    Without that file each picture below the folder has its text beside it, as in ZXing's own sets of
    photographs (``qrcode-1/1.png`` and ``qrcode-1/1.txt``); the cause is then the picture's folder.
    """
    if not (folder / "truth.json").exists():
        yield from _pictures_beside_texts(folder)
        return
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    for name, known in sorted(truth.items()):
        texts = None if known["texts"] is None else tuple(known["texts"])
        outlines = tuple(tuple(map(tuple, quad)) for quad in known.get("quads") or ())
        cause = str(known.get("group", "all")).split("/", maxsplit=1)[0]
        yield Scene(name, cause, read_picture(folder / name), texts, outlines)


def _pictures_beside_texts(folder: Path) -> Iterator[Scene]:
    for told in sorted(folder.rglob("*.txt")):
        for picture in (told.with_suffix(".png"), told.with_suffix(".jpg")):
            if picture.exists():
                text = told.read_text(encoding="utf-8")
                name = picture.relative_to(folder).as_posix()
                yield Scene(name, picture.parent.name, read_picture(picture), (text,))


def _text(rng: Generator) -> str:
    digits = "".join(str(digit) for digit in rng.integers(0, 10, 18))
    former = digits[9:] if rng.random() < 0.5 else ""
    name, home = _NAMES[int(rng.integers(len(_NAMES)))], _HOMES[int(rng.integers(len(_HOMES)))]
    ending = "||||" if rng.random() < 0.3 else ""
    return f"000{digits[:9]}|{former}|{name}|15031992|Nữ|{home}|10052022{ending}"


def _easy(number: int, rng: Generator) -> Shot:
    """Choose what any photograph has: a size, a hand not quite straight, a camera of its own."""
    return Shot(
        size=_SIZES[number % len(_SIZES)],
        tilt=float(rng.uniform(0, 12)),
        towards=float(rng.uniform(0, 360)),
        roll=float(rng.uniform(-12, 12)),
        moving=float(rng.uniform(0, 180)),
        sharpening=float(rng.choice([0.0, 0.4, 0.8])),
        jpeg=int(rng.integers(70, 92)),
        seed=int(rng.integers(2**31)),
    )


def _small(shot: Shot, rng: Generator) -> Shot:
    return replace(shot, code_px=float(rng.uniform(52, 110)), tilt=3.0, defocus=0.0)


def _tilted(shot: Shot, rng: Generator) -> Shot:
    return replace(shot, tilt=float(rng.uniform(20, 55)))


def _turned(shot: Shot, rng: Generator) -> Shot:
    return replace(shot, roll=float(rng.uniform(0, 360)))


def _defocused(shot: Shot, rng: Generator) -> Shot:
    return replace(shot, defocus=float(rng.uniform(0.3, 1.1)))


def _moved(shot: Shot, rng: Generator) -> Shot:
    return replace(shot, motion=float(rng.uniform(0.7, 3.5)))


def _dim(shot: Shot, rng: Generator) -> Shot:
    return replace(shot, light=float(np.exp(rng.uniform(np.log(0.02), np.log(0.3)))))


def _glaring(shot: Shot, rng: Generator) -> Shot:
    return replace(shot, glare=float(rng.uniform(0.03, 0.25)))


def _fingered(shot: Shot, rng: Generator) -> Shot:
    return replace(shot, finger=float(rng.uniform(4, 13)))


def _shadowed(shot: Shot, rng: Generator) -> Shot:
    return replace(shot, shadow=float(rng.uniform(0.3, 0.75)))


def _worn(shot: Shot, rng: Generator) -> Shot:
    return replace(shot, ink=float(rng.choice([0.5, 0.35, 0.25])))


def _mirrored(shot: Shot, _rng: Generator) -> Shot:
    return replace(shot, mirrored=True)


def _all_at_once(shot: Shot, rng: Generator) -> Shot:
    width = shot.size[0]
    return replace(
        shot,
        code_px=float(rng.uniform(0.07, 0.15) * max(width, 900)),
        tilt=float(min(45, abs(rng.normal(0, 18)))),
        roll=float(rng.uniform(0, 360)),
        defocus=float(min(0.9, abs(rng.normal(0, 0.3)))),
        motion=float(rng.choice([0.0, rng.uniform(0, 1.8)])),
        light=float(np.exp(rng.uniform(np.log(0.06), 0))),
        glare=float(rng.choice([0.0, 0.0, 0.0, 0.1])),
        shadow=float(rng.choice([0.0, 0.0, 0.4])),
        mirrored=bool(rng.random() < 0.15),
        jpeg=int(rng.integers(40, 91)),
        ink=float(rng.choice([0.9, 0.6])),
    )


_CAUSES: dict[str, Callable[[Shot, Generator], Shot]] = {
    "easy": lambda shot, _rng: shot,
    "small": _small,
    "tilt": _tilted,
    "turn": _turned,
    "defocus": _defocused,
    "motion": _moved,
    "dim": _dim,
    "glare": _glaring,
    "finger": _fingered,
    "shadow": _shadowed,
    "worn": _worn,
    "mirror": _mirrored,
    "all at once": _all_at_once,
}
