"""Train the nets that read letters from a camera's picture, and write them to `scanning/data`.

Run it by `python tests/bench/train_letters.py`, with the names of nets to train only those; it takes
some minutes and gives the same nets for the same seed on the same machine. Letters are drawn from the
fonts in `resources/fonts`, then spoiled the way cameras spoil them: few pixels, blur, tilt, noise,
thick or thin ink, JPEG.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from scanning.frames import Pixels
from scanning.grid import Grid
from scanning.mrz_letters import evened
from scanning.opencv import cv2

_Reals = NDArray[np.float32]

_ROOT = Path(__file__).parents[2]
_FONTS = _ROOT / "resources" / "fonts"
_IN_A_ROW = 12
_ROUNDS, _BATCH, _HIDDEN = 14, 256, 160
_STRAY = "?"  # stands for whatever is no letter of the alphabet


@dataclass(frozen=True, slots=True)
class Course:
    """Hold what a net is to learn: a name, letters, strays, faces, and a letter's place in its cell."""

    name: str
    alphabet: str
    strays: str
    """Signs outside the alphabet, and those of its letters that, upside down, must not pass for a letter."""
    overturned: str
    faces: tuple[str, ...]
    pitch: float | None
    """Of the size of type; None takes the width of a face's own digits."""
    cell_height: float
    """In pitches."""
    rows: int


COURSES = (
    Course("ocr_b", "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<", "", "", ("OCRB.ttf",), 0.723, 1.333, 11_000),
    Course(
        "digits",
        "0123456789" + _STRAY,
        "<ABCDEGHKLMNOPQRSTUVXYacdeghiklmnopqrstuvxyĐđ/-.,:",
        "123457",
        (
            "LiberationSans-Bold.ttf",
            "LiberationSans-Regular.ttf",
            "DejaVuSans.ttf",
            "BeVietnamPro-Bold.ttf",
            "BeVietnamPro-Regular.ttf",
            "LiberationSerif-Bold.ttf",
        ),
        None,
        1.75,
        7_000,
    ),
)


def main() -> None:
    """Train every net and say how many letters of fresh pictures it reads right."""
    for course in (course for course in COURSES if course.name in sys.argv[1:] or len(sys.argv) == 1):
        rng = np.random.default_rng(2026)
        cells, letters = lessons(course, course.rows, rng)
        hidden, outer = train(evened(cells), letters, len(course.alphabet), rng)
        fresh, wanted = lessons(course, 800, np.random.default_rng(7))
        inner = np.maximum(evened(fresh) @ hidden[:-1] + hidden[-1], 0)
        right = np.argmax(inner @ outer[:-1] + outer[-1], axis=1) == wanted
        path = _ROOT / "scanning" / "data" / f"{course.name}.npz"
        np.savez_compressed(
            path,
            alphabet=np.array(course.alphabet),
            hidden=hidden.astype(np.float16),
            outer=outer.astype(np.float16),
        )
        sys.stdout.write(
            f"{course.name}: {right.mean():.2%} of {len(wanted)} letters, {path.stat().st_size} bytes\n"
        )


def lessons(course: Course, rows: int, rng: Generator) -> tuple[Pixels, NDArray[np.intp]]:
    """Draw and spoil so many rows of letters; give their cells and which letter each shows."""
    drawn = [_row(course, rng) for _ in range(rows)]
    return np.concatenate([cells for cells, _ in drawn]), np.concatenate([letters for _, letters in drawn])


def train(seen: _Reals, letters: NDArray[np.intp], kinds: int, rng: Generator) -> tuple[_Reals, _Reals]:
    """Fit both layers by Adam on the cross-entropy, slower towards the end."""
    sizes = ((seen.shape[1] + 1, _HIDDEN), (_HIDDEN + 1, kinds))
    layers = [(rng.standard_normal(size) * np.sqrt(2 / size[0])).astype(np.float32) for size in sizes]
    means = [np.zeros_like(layer) for layer in layers]
    squares = [np.zeros_like(layer) for layer in layers]
    steps = _ROUNDS * (len(seen) // _BATCH)
    for step, batch in enumerate(_batches(len(seen), rng), start=1):
        slopes = _slopes(layers[0], layers[1], seen[batch], letters[batch])
        pace = 2e-3 * 0.5 * (1 + np.cos(np.pi * step / steps))
        for at, slope in enumerate(slopes):
            means[at] += 0.1 * (slope - means[at])
            squares[at] += 0.001 * (slope**2 - squares[at])
            unbiased = means[at] / (1 - 0.9**step), squares[at] / (1 - 0.999**step)
            layers[at] -= pace * (unbiased[0] / (np.sqrt(unbiased[1]) + 1e-8) + 1e-4 * layers[at])
    return layers[0], layers[1]


def _batches(count: int, rng: Generator) -> Iterator[NDArray[np.intp]]:
    for _ in range(_ROUNDS):
        order = rng.permutation(count)
        for start in range(0, count - _BATCH + 1, _BATCH):
            yield order[start : start + _BATCH]


def _slopes(hidden: _Reals, outer: _Reals, seen: _Reals, letters: NDArray[np.intp]) -> tuple[_Reals, _Reals]:
    one = np.ones((len(seen), 1), np.float32)
    seen = np.hstack([seen, one])
    inner = np.hstack([np.maximum(seen @ hidden, 0), one])
    scores = inner @ outer
    shares = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares /= shares.sum(axis=1, keepdims=True)
    shares[np.arange(len(letters)), letters] -= 1
    shares /= len(letters)
    back = (shares @ outer[:-1].T) * (inner[:, :-1] > 0)
    return seen.T @ back, inner.T @ shares


def _row(course: Course, rng: Generator) -> tuple[Pixels, NDArray[np.intp]]:
    """Draw one row, spoil it, and cut its cells as the program would, a little beside their places."""
    face = str(rng.choice(course.faces))
    pitch = 36.0
    size = pitch / (course.pitch or _digit_width(face))
    size /= 1 if course.pitch else rng.uniform(1.0, 1.12)
    row = [_letter(course, rng) for _ in range(_IN_A_ROW)]
    large = _inked(_typeset(row, face, size, pitch), rng)
    shrink = rng.uniform(6.5, 30) / pitch
    seen = _spoiled(large, shrink, rng)
    tall = course.cell_height * pitch
    turn, shear, stretch = rng.normal(0, 0.012), rng.normal(0, 0.03), rng.normal(1, 0.03)
    right, down = rng.uniform(-0.13, 0.13) * pitch, rng.uniform(-0.08, 0.08) * pitch
    steps = np.array(
        [
            [pitch, shear * tall, 2 * pitch + right],
            [turn * pitch, tall * stretch, 1.5 * tall + down],
            [0, 0, 1],
        ]
    )
    grid = Grid(np.diag([shrink, shrink, 1]) @ steps, _IN_A_ROW, 1, 1.0)
    return grid.cells(seen), np.array([letter.kind for letter in row])


@dataclass(frozen=True, slots=True)
class _Letter:
    """Hold a sign, its place in the alphabet, and whether it stands upside down."""

    sign: str
    kind: int
    is_turned: bool = False


def _letter(course: Course, rng: Generator) -> _Letter:
    chance = rng.random()
    if course.overturned and chance < 0.15:
        return _Letter(
            str(rng.choice(list(course.overturned))), course.alphabet.index(_STRAY), is_turned=True
        )
    if course.strays and chance < 0.35:
        return _Letter(str(rng.choice(list(course.strays))), course.alphabet.index(_STRAY))
    known = course.alphabet.replace(_STRAY, "")
    kind = int(rng.integers(len(known)))
    return _Letter(known[kind], kind)


def _digit_width(face: str) -> float:
    return ImageFont.truetype(_FONTS / face, 1000).getlength("0") / 1000


def _typeset(letters: list[_Letter], face: str, size: float, pitch: float) -> Pixels:
    """Set letters in black on white, each in the middle of its pitch, capitals half above the middle."""
    font = ImageFont.truetype(_FONTS / face, size)
    tall = 3 * 1.75 * pitch
    page = Image.new("L", (int(pitch * (len(letters) + 3)), int(tall)), 255)
    _, top, _, bottom = font.getbbox("0", anchor="ls")
    middle = (1.5 * 1.333 if face.startswith("OCR") else 1.5 * 1.75) * pitch
    for at, letter in enumerate(letters):
        place = ((at + 2) * pitch, middle - (top + bottom) / 2)
        ImageDraw.Draw(page).text(place, letter.sign, 0, font, "ms")
    drawn = np.array(page, np.uint8)
    for at, letter in enumerate(letters):
        if letter.is_turned:
            cell = drawn[:, round((at + 1.5) * pitch) : round((at + 2.5) * pitch)]
            cell[:] = cell[::-1, ::-1].copy()
    return drawn


def _inked(page: Pixels, rng: Generator) -> Pixels:
    """Print heavier or lighter, on a ground that is neither white nor even."""
    reach = int(rng.integers(1, 4))
    stroke = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (reach, reach))
    page = np.asarray((cv2.erode if rng.random() < 0.6 else cv2.dilate)(page, stroke), np.uint8)
    ground, ink = rng.uniform(130, 250), rng.uniform(5, 70)
    clouds = cv2.resize(
        rng.normal(0, 7, (3, 9)).astype(np.float32), page.shape[::-1], interpolation=cv2.INTER_CUBIC
    )
    cover = page.astype(np.float32) / 255
    picture = ink + (ground - ink) * cover + np.asarray(clouds, np.float32)
    for _ in range(int(rng.integers(0, 4))):
        ends = (rng.random((2, 2)) * page.shape[::-1]).astype(int).tolist()
        cv2.line(
            picture,
            ends[0],
            ends[1],
            float(ground - rng.uniform(5, 45)),
            int(rng.integers(1, 4)),
            cv2.LINE_AA,
        )
    return np.clip(picture, 0, 255).astype(np.uint8)


def _spoiled(page: Pixels, shrink: float, rng: Generator) -> Pixels:
    """See the page with fewer pixels, out of focus, moved, noisy, sharpened, packed."""
    size = (max(1, round(page.shape[1] * shrink)), max(1, round(page.shape[0] * shrink)))
    seen = cv2.resize(page, size, interpolation=cv2.INTER_AREA)
    blur = rng.uniform(0.2, 0.2 + 0.085 * 36 * shrink)
    seen = cv2.GaussianBlur(seen, (0, 0), blur)
    if rng.random() < 0.3:
        reach = int(rng.integers(1, 2 + int(36 * shrink * 0.2)))
        seen = cv2.blur(seen, (reach, 1) if rng.random() < 0.5 else (1, reach))
    noisy = seen.astype(np.float32) + rng.normal(0, rng.uniform(0.5, 9), seen.shape)
    if rng.random() < 0.4:
        noisy += rng.uniform(0.2, 1.2) * (noisy - cv2.GaussianBlur(noisy, (0, 0), 1.2))
    seen = np.clip(noisy, 0, 255).astype(np.uint8)
    _, packed = cv2.imencode(".jpg", seen, [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(35, 96))])
    return np.asarray(cv2.imdecode(packed, cv2.IMREAD_GRAYSCALE), np.uint8)


if __name__ == "__main__":
    main()
