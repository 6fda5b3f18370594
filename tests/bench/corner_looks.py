"""What training scenes are made of: faces of papers, and grounds that papers may lie on."""

from collections.abc import Callable

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from scanning.frames import Pixels
from scanning.opencv import cv2

_Reals = NDArray[np.float32]

_A4_WIDE = 260  # px of a face
_SHAPES = (1.414, 1.414, 1.414, 1.414, 1.414, 1.294, 1.586, 1.35, 1.15, 1.0, 1.8, 2.4, 3.2)
_GROUND = 420  # px


def draw_face(rng: Generator) -> Pixels:
    """Draw a paper seen from above: a letter, a form, a table, a card, a receipt, a page of a book."""
    tall = float(rng.choice(_SHAPES)) * rng.uniform(0.97, 1.03)
    size = (round(_A4_WIDE * tall), _A4_WIDE)
    if rng.random() < 0.25:
        size = size[::-1]
    face = np.empty((*size, 3), np.uint8)
    face[:] = _paper_colour(rng)
    if tall > 1.55 and rng.random() < 0.7 and tall < 1.7:
        face = _tinted(face, rng)
    for part in _layout(rng):
        part(face, rng)
    return face


def draw_ground(rng: Generator) -> Pixels:
    """Draw a desk, a cloth, tiles, stone, a keyboard, print, or a heap of things."""
    kinds = (_plain, _plain, _plain, _wood, _wood, _woven, _tiled, _stone, _keys, _leaves, _leaves, _printed)
    kind = kinds[int(rng.integers(len(kinds)))]
    return np.clip(kind(rng), 0, 255).astype(np.uint8)


def clouds(
    rng: Generator, size: tuple[int, int], *, finest: int, decay: float, stretch: float = 1.0
) -> _Reals:
    """Draw H×W noise of all scales down to a ``finest``-th of the width, of mean 0 and deviation 1."""
    height, width = size
    total = np.zeros(size, np.float32)
    cells, strength = 2, 1.0
    while cells <= finest:
        down = max(2, round(cells * height / width * stretch)) + 2
        grid = rng.standard_normal((down, cells + 2)).astype(np.float32)
        total += strength * cv2.resize(grid, (width, height), interpolation=cv2.INTER_CUBIC)
        cells, strength = cells * 2, strength * decay
    return np.asarray((total - total.mean()) / (total.std() + 1e-6), np.float32)


def any_colour(rng: Generator) -> _Reals:
    """Choose a colour as rooms have them: mostly pale or dark, seldom loud."""
    light = rng.choice([rng.uniform(15, 70), rng.uniform(60, 190), rng.uniform(170, 250)])
    loud = rng.choice([rng.uniform(0, 12), rng.uniform(5, 45), rng.uniform(30, 90)], p=[0.45, 0.4, 0.15])
    return np.asarray(np.clip(light + loud * rng.normal(0, 1, 3), 5, 252), np.float32)


def _paper_colour(rng: Generator) -> _Reals:
    light = rng.uniform(228, 255)
    colour = light + rng.normal(0, 3, 3) - np.array([rng.uniform(0, 12), 3, 0])
    if rng.random() < 0.12:
        colour = colour - rng.uniform(8, 70) * rng.random(3)
    return np.asarray(np.clip(colour, 120, 255), np.float32)


def _layout(rng: Generator) -> list[Callable[[Pixels, Generator], None]]:
    parts = (_title, _writing, _table, _frame_line, _photograph, _stamp, _signature, _ruled)
    chances = (0.7, 0.85, 0.3, 0.12, 0.18, 0.4, 0.4, 0.08)
    return [part for part, chance in zip(parts, chances, strict=True) if rng.random() < chance]


def _ink(rng: Generator) -> tuple[int, ...]:
    if rng.random() < 0.75:
        return (int(rng.integers(10, 90)),) * 3
    return tuple(int(v) for v in rng.integers(20, 180, 3))


def _tinted(face: Pixels, rng: Generator) -> Pixels:
    """Colour a card as identity cards are."""
    a, b = any_colour(rng), any_colour(rng)
    across = np.linspace(0, 1, face.shape[1], dtype=np.float32)[None, :, None]
    tint = a * (1 - across) + b * across + 10 * clouds(rng, face.shape[:2], finest=16, decay=0.7)[..., None]
    return np.clip(0.45 * face + 0.55 * tint, 0, 255).astype(np.uint8)


def _title(face: Pixels, rng: Generator) -> None:
    height, width = face.shape[:2]
    for row in range(int(rng.integers(1, 4))):
        half, thick = rng.uniform(0.1, 0.35) * width, int(rng.integers(2, 7))
        top = int(height * (0.05 + 0.04 * row + rng.uniform(0, 0.02)))
        middle = width * rng.uniform(0.35, 0.65)
        _words(face, rng, (middle - half, middle + half, top), thick, _ink(rng))


def _writing(face: Pixels, rng: Generator) -> None:
    height, width = face.shape[:2]
    pitch = rng.uniform(5.5, 14)
    thick = max(1, int(pitch * rng.uniform(0.25, 0.5)))
    ink = _ink(rng)
    left, right = width * rng.uniform(0.05, 0.15), width * (1 - rng.uniform(0.04, 0.14))
    columns = 2 if rng.random() < 0.12 else 1
    top, bottom = height * rng.uniform(0.05, 0.25), height * rng.uniform(0.5, 0.97)
    wide = (right - left) / columns
    for column in range(columns):
        for y in np.arange(top, bottom, pitch):
            if rng.random() < 0.1:
                continue
            begin = left + column * wide + (0.08 * wide if rng.random() < 0.15 else 0)
            end = begin + wide * (0.94 if rng.random() < 0.75 else rng.uniform(0.2, 0.9))
            _words(face, rng, (begin, min(end, right), int(y)), thick, ink)


def _words(
    face: Pixels, rng: Generator, where: tuple[float, float, int], thick: int, ink: tuple[int, ...]
) -> None:
    x, end, y = where
    while x < end:
        wide = min(rng.uniform(4, 30), end - x)
        cv2.rectangle(face, (int(x), y), (int(x + wide), y + thick - 1), ink, -1)
        x += wide + rng.uniform(1.5, 4)


def _table(face: Pixels, rng: Generator) -> None:
    height, width = face.shape[:2]
    left, right = int(width * rng.uniform(0.03, 0.15)), int(width * (1 - rng.uniform(0.03, 0.15)))
    top, bottom = int(height * rng.uniform(0.1, 0.6)), int(height * rng.uniform(0.65, 0.97))
    ink = _ink(rng)
    for y in np.linspace(top, bottom, int(rng.integers(3, 14))):
        cv2.line(face, (left, int(y)), (right, int(y)), ink, 1)
    for x in np.linspace(left, right, int(rng.integers(2, 7))):
        cv2.line(face, (int(x), top), (int(x), bottom), ink, 1)


def _frame_line(face: Pixels, rng: Generator) -> None:
    height, width = face.shape[:2]
    inset = int(rng.uniform(0.02, 0.08) * width)
    ink = tuple(int(v) for v in any_colour(rng))
    cv2.rectangle(face, (inset, inset), (width - inset, height - inset), ink, int(rng.integers(1, 7)))


def _photograph(face: Pixels, rng: Generator) -> None:
    height, width = face.shape[:2]
    wide, high = int(width * rng.uniform(0.15, 0.85)), int(height * rng.uniform(0.08, 0.45))
    left, top = int(rng.uniform(0.02, 0.98) * (width - wide)), int(rng.uniform(0.02, 0.98) * (height - high))
    shades = 45 * clouds(rng, (max(high, 8), max(wide, 8)), finest=32, decay=0.7)[..., None]
    patch = np.clip(any_colour(rng) + shades * rng.uniform(0.5, 1.2, 3), 0, 255)
    face[top : top + patch.shape[0], left : left + patch.shape[1]] = patch[: height - top, : width - left]


def _stamp(face: Pixels, rng: Generator) -> None:
    height, width = face.shape[:2]
    middle = (int(width * rng.uniform(0.3, 0.9)), int(height * rng.uniform(0.6, 0.92)))
    radius = int(min(height, width) * rng.uniform(0.06, 0.12))
    ink = (int(rng.integers(40, 110)), int(rng.integers(30, 90)), int(rng.integers(170, 230)))
    cv2.circle(face, middle, radius, ink, 2, cv2.LINE_AA)
    cv2.circle(face, middle, int(radius * 0.6), ink, 1, cv2.LINE_AA)
    cv2.circle(face, middle, int(radius * 0.25), ink, -1, cv2.LINE_AA)


def _signature(face: Pixels, rng: Generator) -> None:
    height, width = face.shape[:2]
    start = np.array([width * rng.uniform(0.05, 0.7), height * rng.uniform(0.6, 0.95)])
    strokes = np.cumsum(rng.normal((4, 0), (6, 9), (14, 2)), axis=0) + start
    cv2.polylines(
        face, [strokes.astype(np.int32)], False, (int(rng.integers(90, 190)), 60, 40), 1, cv2.LINE_AA
    )


def _ruled(face: Pixels, rng: Generator) -> None:
    ink = tuple(int(v) for v in 170 + 50 * rng.random(3))
    for y in np.arange(rng.uniform(0, 30), face.shape[0], rng.uniform(6, 16)):
        cv2.line(face, (0, int(y)), (face.shape[1], int(y)), ink, 1)


def _plain(rng: Generator) -> _Reals:
    grain = clouds(
        rng, (_GROUND, _GROUND), finest=int(rng.choice([4, 16, 64, 128])), decay=rng.uniform(0.5, 0.9)
    )
    colour = any_colour(rng)
    if rng.random() < 0.4:
        light = rng.uniform(195, 252)
        colour = np.clip(light + rng.normal(0, 4, 3) - np.array([rng.uniform(0, 10), 2, 0]), 0, 255)
    return colour + grain[..., None] * rng.exponential(4)


def _wood(rng: Generator) -> _Reals:
    size = (_GROUND, _GROUND)
    long = clouds(
        rng, size, finest=int(rng.choice([16, 32, 128])), decay=0.75, stretch=rng.uniform(0.02, 0.2)
    )
    rings = np.sin(
        2 * np.pi * (np.linspace(0, rng.uniform(2, 18), _GROUND)[None] + long * rng.uniform(0.1, 0.9))
    )
    dark, pale = any_colour(rng), any_colour(rng)
    if rng.random() < 0.75:
        hue = np.array([rng.uniform(0.35, 0.75), rng.uniform(0.6, 0.88), 1.0])
        pale = np.clip(rng.uniform(90, 240) * hue, 0, 255)
        dark = pale * rng.uniform(0.4, 0.93)
    share = np.clip(0.5 + 0.25 * rings + 0.2 * long, 0, 1)[..., None]
    board = dark * (1 - share) + pale * share
    if rng.random() < 0.5:
        for at in rng.integers(0, _GROUND, int(rng.integers(1, 7))):
            board[:, at : at + int(rng.integers(1, 4))] *= rng.uniform(0.4, 0.85)
    return np.asarray(board if rng.random() < 0.5 else board.transpose(1, 0, 2), np.float32)


def _woven(rng: Generator) -> _Reals:
    pitch, turn = rng.uniform(3, 16), rng.uniform(0, np.pi)
    across, down = np.meshgrid(np.arange(_GROUND), np.arange(_GROUND))
    along = across * np.cos(turn) + down * np.sin(turn)
    aside = down * np.cos(turn) - across * np.sin(turn)
    weave = np.sin(2 * np.pi * along / pitch) * np.sin(2 * np.pi * aside / pitch * rng.uniform(0.6, 1.6))
    folds = clouds(rng, (_GROUND, _GROUND), finest=8, decay=0.6)
    shade = weave * rng.uniform(3, 30) + folds * rng.uniform(0, 18)
    return np.asarray(any_colour(rng) + shade[..., None], np.float32)


def _tiled(rng: Generator) -> _Reals:
    pitch, turn = rng.uniform(12, 140), rng.uniform(0, np.pi)
    across, down = np.meshgrid(np.arange(_GROUND), np.arange(_GROUND))
    along = across * np.cos(turn) + down * np.sin(turn)
    aside = down * np.cos(turn) - across * np.sin(turn)
    line = rng.uniform(0.03, 0.5)
    kind = rng.integers(3)
    if kind == 0:
        cover = (along // pitch + aside // pitch) % 2
    elif kind == 1:
        cover = ((along % pitch < line * pitch) | (aside % pitch < line * pitch)).astype(np.float64)
    else:
        cover = (along % pitch < line * pitch).astype(np.float64)
    one, other = any_colour(rng), any_colour(rng)
    grain = clouds(rng, (_GROUND, _GROUND), finest=64, decay=0.8)[..., None] * rng.uniform(0, 8)
    return np.asarray(one + (other - one) * cover[..., None] + grain, np.float32)


def _stone(rng: Generator) -> _Reals:
    veins = np.abs(clouds(rng, (_GROUND, _GROUND), finest=64, decay=rng.uniform(0.6, 1.0)))
    specks = cv2.GaussianBlur(
        rng.standard_normal((_GROUND, _GROUND, 3)).astype(np.float32), (0, 0), rng.uniform(0.6, 2.5)
    )
    one, other = any_colour(rng), any_colour(rng)
    share = np.clip(veins * rng.uniform(0.2, 0.9), 0, 1)[..., None]
    return one + (other - one) * share + specks * rng.uniform(0, 60)


def _keys(rng: Generator) -> _Reals:
    picture = np.empty((_GROUND, _GROUND, 3), np.float32)
    picture[:] = any_colour(rng)
    key, pitch = any_colour(rng), rng.uniform(16, 40)
    for y in np.arange(0, _GROUND, pitch):
        for x in np.arange(rng.uniform(-pitch, 0), _GROUND, pitch):
            cv2.rectangle(
                picture, (int(x), int(y)), (int(x + pitch * 0.85), int(y + pitch * 0.85)), key.tolist(), -1
            )
            cv2.circle(picture, (int(x + pitch * 0.3), int(y + pitch * 0.3)), 2, (255 - key).tolist(), -1)
    return picture


def _leaves(rng: Generator) -> _Reals:
    """Heap up things of all sizes, as natural pictures do (the "dead leaves" model)."""
    picture = np.empty((_GROUND, _GROUND, 3), np.uint8)
    picture[:] = any_colour(rng)
    count = int(rng.integers(8, 160))
    sizes = np.minimum(rng.uniform(5, 22) / np.sqrt(rng.uniform(0.0006, 1, count)), 180)
    for size in sizes:
        middle = rng.uniform(0, _GROUND, 2)
        colour = tuple(int(v) for v in any_colour(rng))
        box = (tuple(middle), (size * rng.uniform(0.5, 2), size * rng.uniform(0.5, 2)), rng.uniform(0, 180))
        if rng.random() < 0.65:
            cv2.fillPoly(picture, [cv2.boxPoints(box).astype(np.int32)], colour, cv2.LINE_AA)
        else:
            cv2.ellipse(picture, box, colour, -1, cv2.LINE_AA)
    grain = clouds(rng, (_GROUND, _GROUND), finest=128, decay=0.9)[..., None] * rng.uniform(0, 12)
    return picture + grain


def _printed(rng: Generator) -> _Reals:
    """Cover the desk with one large sheet of print."""
    face = draw_face(rng)
    return cv2.resize(face, (_GROUND, _GROUND), interpolation=cv2.INTER_LINEAR).astype(np.float32)
