"""Photographs of invented papers with one labelled fault or none, each from its seed.

Light is added up on the desk: paper, second sheet, finger, shadow, reflection. Then the lens spreads it, the
sensor counts it with noise, and JPEG follows. What an official would take again is a fault; what is plainly
fine is not; strengths between the two are not drawn, and what only comes near a fault is left ``unsure``.
"""

from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np
from bench.guard_papers import PX_PER_MM, Look, Paper, drawn
from numpy.random import Generator
from numpy.typing import NDArray

from scanning.frames import Frame, Pixels
from scanning.opencv import cv2
from scanning.quad import Quad
from scanning.quality import Complaint

Light = NDArray[np.float32]
_Reals = NDArray[np.float64]

_SIZES = ((1920, 1080), (1920, 1080), (2048, 1536))
_WRITTEN_OVER = (Look.FORM, Look.DENSE, Look.HANDWRITING)
_INK = 45  # how much darker than its surroundings writing is on the drawn paper


class Flaw(StrEnum):
    """Name what is staged."""

    NONE = "none"
    BLUR = "blur"
    DARK = "dark"
    BRIGHT = "bright"
    GLARE = "glare"
    FINGER = "finger"
    CUT = "cut"
    SMALL = "small"
    BLANK = "blank"
    DOUBLE = "double"
    SIDE = "side"


_ORDER = (Flaw.NONE, *Flaw, Flaw.NONE, Flaw.BLUR, Flaw.GLARE, Flaw.FINGER, Flaw.CUT, Flaw.NONE)


@dataclass(slots=True, eq=False)
class Scene:
    """Hold one photograph, the sheet's corners as a finder would give them, and what is wrong with it."""

    photograph: Frame
    quad: Quad
    look: Look
    flaw: Flaw
    note: str
    faults: set[Complaint] = field(default_factory=set)
    unsure: set[Complaint] = field(default_factory=set)


@dataclass(slots=True, eq=False)
class _Stage:
    """Hold a sheet lying under the camera while light is added up; all arrays are as large as the picture."""

    rng: Generator
    paper: Paper
    corners: _Reals
    seen: Light
    on_sheet: Light
    faults: set[Complaint] = field(default_factory=set)
    unsure: set[Complaint] = field(default_factory=set)
    note: str = ""
    cropped: bool = False

    @property
    def size(self) -> tuple[int, int]:
        """Give width and height of the picture."""
        return self.seen.shape[1], self.seen.shape[0]

    @property
    def px_per_mm(self) -> float:
        """Give pixels of the picture a millimetre of the sheet, at most."""
        return float(np.linalg.norm(self.corners[1] - self.corners[0]) / self.paper.size_mm[0])

    def lens(self) -> _Reals:
        """Give what leads from millimetres on the sheet to pixels."""
        return _lens(self.paper.size_mm, self.corners)

    def at(self, x: float, y: float) -> _Reals:
        """Give the pixel of a place on the sheet in millimetres."""
        return np.asarray(cv2.perspectiveTransform(np.array([[[x, y]]]), self.lens())[0, 0], np.float64)


def scene(seed: int, index: int) -> Scene:
    """Stage scene ``index`` of a set."""
    rng = np.random.default_rng([seed, index])
    flaw = _ORDER[index % len(_ORDER)]
    bad = bool(rng.random() < 0.62)
    look = _look(flaw, bad, rng)
    stage = _laid(drawn(look, rng), flaw, bad, rng)
    if look is Look.BLANK:
        stage.faults.add(Complaint.BLANK)
        stage.unsure |= {Complaint.BLURRED}
    if flaw is Flaw.DOUBLE and bad:
        _lay_another(stage)
    if rng.random() < 0.25:
        _crease(stage)
    if flaw is Flaw.FINGER:
        _reach_in(stage, bad)
    lit, reflected = _light(stage, flaw, bad)
    picture = _exposed(stage, lit, reflected, (flaw, bad))
    spread = _lens_blur(stage, flaw, bad)
    frame = _recorded(stage, picture, spread)
    if flaw is Flaw.SIDE and look is Look.CARD_BACK:
        stage.faults.add(Complaint.WRONG_SIDE)
    stage.note += f", {spread[0]:.2f} px of lens"
    return Scene(frame, _found(stage), look, flaw, stage.note, stage.faults, stage.unsure)


def _look(flaw: Flaw, bad: bool, rng: Generator) -> Look:  # noqa: FBT001 - one of the scene's two strengths
    if flaw is Flaw.BLANK:
        return Look.BLANK if bad else Look.SIGNATURE
    if flaw is Flaw.SIDE:
        return Look.CARD_BACK if bad else Look.CARD
    usual = [look for look in Look if look not in (Look.BLANK, Look.CARD_BACK)]
    if flaw in (Flaw.BLUR, Flaw.BRIGHT, Flaw.GLARE, Flaw.DOUBLE):
        usual = [look for look in usual if look not in (Look.PHOTO, Look.SIGNATURE)]
    if flaw in (Flaw.DOUBLE, Flaw.FINGER):
        usual = [look for look in usual if look not in (Look.CARD, Look.RECEIPT)]
    return usual[int(rng.integers(len(usual)))]


def _laid(paper: Paper, flaw: Flaw, bad: bool, rng: Generator) -> _Stage:  # noqa: FBT001 - see _look
    """Lay the sheet on a desk under the camera: how large it is seen, and whether it is cut."""
    width, height = _SIZES[int(rng.integers(len(_SIZES)))]
    turn = rng.choice([0, 90, 180, 270]) + rng.normal(0, 3)
    corners = _tilted(paper.size_mm, turn, rng)
    extent = np.ptp(corners, axis=0)
    fill = rng.uniform(0.8, 0.96) if paper.size_mm[1] > 100 else rng.uniform(0.5, 0.9)
    scale = min(width / extent[0], height / extent[1]) * fill
    note = ""
    faults, unsure = set[Complaint](), set[Complaint]()
    letter_px = paper.letter_mm * scale
    if flaw is Flaw.SMALL:
        wanted = rng.uniform(2.2, 3.6) if bad else rng.uniform(6.2, 7.5)
        scale, note = min(scale, wanted / paper.letter_mm), f"letters of {wanted:.1f} px"
        letter_px = paper.letter_mm * scale
    if letter_px < 3.7:
        faults.add(Complaint.TOO_SMALL)
        unsure.add(Complaint.BLURRED)
    elif letter_px < 6:
        unsure.add(Complaint.TOO_SMALL)
    corners = corners * scale
    corners -= corners.min(axis=0)
    corners += (np.array([width, height]) - corners.max(axis=0)) * rng.uniform(0.08, 0.92, 2)
    cropped = flaw is Flaw.CUT and bad and paper.look in _WRITTEN_OVER and bool(rng.random() < 0.4)
    if cropped:
        faults.add(Complaint.CUT_EDGE)
        note = "corners laid inside the writing"
    elif flaw is Flaw.CUT:
        corners, missing = _moved_out((width, height), corners, scale, bad=bad, rng=rng)
        note = f"{missing:.0f} mm out"
        if missing > 0:
            faults.add(Complaint.CUT_EDGE)
    seen, cover = _seen(paper, corners, (width, height), rng)
    return _Stage(rng, paper, corners, seen, cover, faults, unsure, note, cropped)


def _tilted(size_mm: tuple[float, float], turn: float, rng: Generator) -> _Reals:
    """Give a sheet's corners seen in perspective, in about millimetres."""
    half = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * np.array(size_mm) / 2
    angle = np.deg2rad(turn)
    spun = half @ np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    lean = np.deg2rad(rng.normal(0, 6, 2))
    depth = 550 + spun @ np.sin(lean)
    return np.asarray(spun * np.cos(lean) / depth[:, None] * 550, np.float64)


def _moved_out(
    size: tuple[int, int], corners: _Reals, scale: float, *, bad: bool, rng: Generator
) -> tuple[_Reals, float]:
    """Push the sheet over a side of the picture by some millimetres, or to within a few of it."""
    missing = float(rng.uniform(14, 40)) if bad else float(-rng.uniform(2, 5))
    axis, far = int(rng.integers(2)), bool(rng.random() < 0.5)
    edge = corners[:, axis].max() - size[axis] if far else -corners[:, axis].min()
    push = (missing * scale - edge) * (1 if far else -1)
    moved = corners.copy()
    moved[:, axis] += push
    other = 1 - axis
    moved[:, other] += (size[other] - np.ptp(corners[:, other])) / 2 - corners[:, other].min()
    return moved, missing


def _seen(paper: Paper, corners: _Reals, size: tuple[int, int], rng: Generator) -> tuple[Light, Light]:
    """Give desk and sheet as seen in even light, and how much of each pixel is sheet."""
    lens = _lens(paper.size_mm, corners) @ np.diag([1 / PX_PER_MM, 1 / PX_PER_MM, 1])
    shrink = float(np.linalg.norm(corners[1] - corners[0])) / paper.pixels.shape[1]
    fine = cv2.GaussianBlur(paper.pixels, (0, 0), 0.42 / shrink) if shrink < 0.8 else paper.pixels
    sheet = cv2.warpPerspective(fine, lens, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    cover = _polygon(corners, size)
    shadow = cv2.GaussianBlur(np.roll(cover, rng.integers(-6, 7, 2), axis=(0, 1)), (0, 0), 5)[..., None]
    desk = _desk(size, rng) * (1 - rng.uniform(0.15, 0.45) * shadow)
    seen = desk * (1 - cover[..., None]) + sheet.astype(np.float32) * cover[..., None]
    return np.asarray(seen, np.float32), cover


def _desk(size: tuple[int, int], rng: Generator) -> Light:
    colours = ((60, 95, 140), (150, 150, 150), (35, 35, 38), (228, 232, 235), (110, 140, 175), (140, 95, 70))
    colour = np.array(colours[int(rng.integers(len(colours)))], np.float32) * rng.uniform(0.85, 1.1)
    grain = rng.normal(0, 1, (size[1] // 40 + 2, size[0] // 4 + 2)).astype(np.float32)
    return colour * (1 + 0.06 * cv2.resize(grain, size)[..., None])


def _lay_another(stage: _Stage) -> None:
    """Lay a second sheet over a part of the first."""
    rng = stage.rng
    other = drawn(Look(rng.choice([Look.FORM, Look.DENSE, Look.HANDWRITING, Look.RECEIPT])), rng)
    width, height = stage.paper.size_mm
    share = rng.uniform(0.15, 0.6)
    angle = np.deg2rad(rng.choice([-1, 1]) * rng.uniform(2.5, 20))
    half = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * np.array(other.size_mm) / 2
    spun = half @ np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    if rng.random() < 0.5:
        spun += [width * (1 - share) + other.size_mm[0] / 2, height * rng.uniform(0.3, 0.7)]
    else:
        spun += [width * rng.uniform(0.3, 0.7), height * (1 - share) + other.size_mm[1] / 2]
    corners = cv2.perspectiveTransform(spun[None], stage.lens())[0]
    lens = _lens(other.size_mm, corners) @ np.diag([1 / PX_PER_MM, 1 / PX_PER_MM, 1])
    cover = _polygon(corners, stage.size)
    hidden = float((cover * stage.on_sheet).sum() / max(1.0, stage.on_sheet.sum()))
    stage.note = f"another sheet over {hidden:.0%}"
    if not 0.1 < hidden < 0.8:
        stage.unsure.add(Complaint.DOUBLE_PAGE)
    else:
        stage.faults.add(Complaint.DOUBLE_PAGE)
    stage.unsure |= {Complaint.CUT_EDGE}
    shadow = cv2.GaussianBlur(np.roll(cover, rng.integers(-5, 6, 2), axis=(0, 1)), (0, 0), rng.uniform(2, 5))
    stage.seen *= (1 - rng.uniform(0.2, 0.5) * shadow[..., None]).astype(np.float32)
    sheet = cv2.warpPerspective(cv2.GaussianBlur(other.pixels, (0, 0), 0.9), lens, stage.size).astype(
        np.float32
    )
    stage.seen[:] = stage.seen * (1 - cover[..., None]) + sheet * cover[..., None]


def _crease(stage: _Stage) -> None:
    """Fold the sheet once or twice and lay it flat again: each part catches the light a little otherwise."""
    rng = stage.rng
    width, height = stage.paper.size_mm
    for share in rng.choice([[0.5, 0.5], [0.33, 0.67]]):
        across = rng.random() < 0.5
        ends = (
            ((0, height * share), (width, height * share))
            if across
            else ((width * share, 0), (width * share, height))
        )
        start, end = (stage.at(*place) for place in ends)
        along = (end - start) / np.linalg.norm(end - start)
        ys, xs = _grid(stage.size)
        away = ((xs - start[0]) * -along[1] + (ys - start[1]) * along[0]) / stage.px_per_mm
        away = away.astype(np.float32)
        shade = np.float32(rng.uniform(0.02, 0.08)) * np.tanh(away / 0.8) * np.exp(-np.abs(away) / 18)
        line = np.float32(rng.uniform(0.0, 0.12)) * np.exp(-np.square(away / 0.5))
        stage.seen *= (1 - (shade + line) * stage.on_sheet)[..., None]


def _reach_in(stage: _Stage, bad: bool) -> None:  # noqa: FBT001 - see _look
    """Hold the sheet with one to three fingers; the good ones end before the paper begins, or just on it."""
    rng = stage.rng
    depth = rng.uniform(10, 42) if bad else rng.uniform(-12, 1.5)
    side, width, height = int(rng.integers(4)), *stage.paper.size_mm
    hidden = np.zeros(stage.on_sheet.shape, np.float32)
    along = rng.uniform(0.15, 0.85)
    skin = np.array(
        [[150, 178, 226], [112, 150, 205], [82, 118, 172], [62, 88, 134]][int(rng.integers(4))], np.float32
    )
    for finger in range(int(rng.integers(1, 4))):
        place = along + finger * rng.uniform(18, 24) / (width if side % 2 == 0 else height)
        if place > 0.92:
            break
        tip = _inside(side, place, depth * rng.uniform(0.9, 1.0) - 8, (width, height))
        tail = _inside(side, place + rng.normal(0, 0.05), -150, (width, height))
        mask = _draw_finger(stage, (stage.at(*tip), stage.at(*tail)), skin * rng.uniform(0.94, 1.05))
        hidden = np.maximum(hidden, mask)
    stage.note = f"fingers {depth:.0f} mm in"
    if bad:
        text = _text_area(stage)
        lost = float((hidden * text).sum()) / stage.px_per_mm**2
        stage.note += f", {lost:.0f} mm2 of text"
        if lost > 40:
            stage.faults.add(Complaint.FINGER)
        elif lost < 4:
            stage.faults.add(Complaint.FINGER_AT_EDGE)
            stage.unsure.add(Complaint.FINGER)
        else:
            stage.unsure |= {Complaint.FINGER, Complaint.FINGER_AT_EDGE}


def _inside(side: int, share: float, depth: float, size: tuple[float, float]) -> tuple[float, float]:
    """Give the place so many millimetres in from a side, in order top, right, bottom, left."""
    width, height = size
    return (
        (width * share, depth),
        (width - depth, height * share),
        (width * share, height - depth),
        (depth, height * share),
    )[side]


def _draw_finger(stage: _Stage, ends: tuple[_Reals, _Reals], skin: Light) -> Light:
    rng, mm = stage.rng, stage.px_per_mm
    radius = rng.uniform(7, 9.5) * mm
    mask = np.zeros(stage.on_sheet.shape, np.uint8)
    tip, tail = (tuple(np.rint(end).astype(int).tolist()) for end in ends)
    cv2.line(mask, tip, tail, 255, max(3, round(radius * 2)), cv2.LINE_AA)
    soft = cv2.GaussianBlur(mask.astype(np.float32) / 255, (0, 0), 0.25 * mm)
    cast = cv2.GaussianBlur(
        np.roll(soft, rng.integers(-int(4 * mm), int(4 * mm) + 1, 2), axis=(0, 1)), (0, 0), 2 * mm
    )
    stage.seen *= (1 - rng.uniform(0.1, 0.35) * cast)[..., None].astype(np.float32)
    round_off = np.clip(cv2.distanceTransform((mask > 127).astype(np.uint8), cv2.DIST_L2, 3) / radius, 0, 1)
    mottled = cv2.resize(rng.normal(1, 0.03, (40, 60)).astype(np.float32), stage.size)
    flesh = skin * ((0.62 + 0.38 * np.sqrt(round_off)) * mottled)[..., None]
    if rng.random() < 0.5:
        nail = np.zeros_like(mask)
        cv2.ellipse(nail, tip, (round(radius * 0.6), round(radius * 0.75)), 0, 0, 360, 255, cv2.FILLED)
        flesh = flesh * (1 + 0.12 * (nail / 255.0)[..., None])
    stage.seen[:] = stage.seen * (1 - soft[..., None]) + flesh.astype(np.float32) * soft[..., None]
    return np.asarray(soft, np.float32)


def _text_area(stage: _Stage) -> Light:
    """Give where lines of writing stand on the drawn sheet, as seen by the camera: 0 or 1."""
    ink = _ink(stage.paper.pixels)
    block = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((9, 25), np.uint8))
    lens = stage.lens() @ np.diag([1 / PX_PER_MM, 1 / PX_PER_MM, 1])
    return np.asarray(cv2.warpPerspective(block, lens, stage.size), np.float32)


def _ink(pixels: Pixels) -> Pixels:
    gray = cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY)
    return (cv2.morphologyEx(gray, cv2.MORPH_BLACKHAT, np.ones((21, 21), np.uint8)) > _INK).astype(np.uint8)


def _light(stage: _Stage, flaw: Flaw, bad: bool) -> tuple[Light, Light]:  # noqa: FBT001 - see _look
    """Give the light that falls on each pixel as a share, and the light reflected there, 255 a full well."""
    rng, (width, height) = stage.rng, stage.size
    ys, xs = _grid(stage.size)
    lean = rng.uniform(0, 2 * np.pi)
    ramp = (xs / width - 0.5) * np.cos(lean) + (ys / height - 0.5) * np.sin(lean)
    lit = 1 - rng.uniform(0, 0.3) * (ramp + 0.5)
    if rng.random() < 0.4:
        patch = np.zeros((height // 4, width // 4), np.float32)
        corners = rng.uniform(0, 1, (4, 2)) * [width / 4, height / 4]
        cv2.fillConvexPoly(patch, cv2.convexHull(np.rint(corners).astype(np.int32)), 1)
        soft = cv2.GaussianBlur(patch, (0, 0), rng.uniform(0.6, 9))
        lit = lit * (1 - rng.uniform(0.15, 0.45) * cv2.resize(soft, (width, height)))
    reflected = np.zeros((height, width), np.float32)
    if flaw is Flaw.GLARE:
        reflected = _glare(stage, bad=bad)
    return lit.astype(np.float32), reflected


def _glare(stage: _Stage, *, bad: bool) -> Light:
    """Reflect a lamp: over writing so that it burns out, or faintly, or where there is nothing to read."""
    rng = stage.rng
    text = cv2.GaussianBlur(_text_area(stage) * stage.on_sheet, (0, 0), 4 * stage.px_per_mm)
    wanted = text > 0.35 if bad else (text < 0.01) & (stage.on_sheet > 0.99)
    places = np.argwhere(wanted)
    if len(places) == 0:
        return np.zeros(stage.on_sheet.shape, np.float32)
    y, x = places[int(rng.integers(len(places)))]
    ys, xs = _grid(stage.size)
    small = 4 if stage.paper.size_mm[1] < 100 else 9
    wide, tall = rng.uniform(small, 3 * small, 2) * stage.px_per_mm
    away = ((xs - x) / wide) ** 2 + ((ys - y) / tall) ** 2
    strength = rng.uniform(220, 480) if bad else rng.uniform(10, 400)
    stage.note = f"reflection of {strength:.0f}"
    return np.asarray(np.exp(-(away ** rng.choice([1, 2])) / 2) * strength, np.float32)


def _exposed(stage: _Stage, lit: Light, reflected: Light, staged: tuple[Flaw, bool]) -> Light:
    """Give what the sensor would count without noise, and label what light has done to the writing."""
    rng, (flaw, bad) = stage.rng, staged
    gain = rng.uniform(0.78, 1.0)
    veil = 0.0
    if flaw is Flaw.DARK:
        gain = rng.uniform(0.1, 0.22) if bad else rng.uniform(0.5, 0.6)
        if bad:
            stage.faults.add(Complaint.TOO_DARK)
            stage.unsure |= {Complaint.BLURRED, Complaint.BLANK, Complaint.FINGER, Complaint.FINGER_AT_EDGE}
    if flaw is Flaw.BRIGHT:
        gain = rng.uniform(1.3, 1.9) if bad else rng.uniform(1.05, 1.2)
        veil = rng.uniform(195, 235) - 30 * gain if bad else 5.0
        lit = lit / lit.max()
        if bad:
            _label_bright(stage, gain, veil)
    tint = (1 + rng.uniform(-0.09, 0.09, 3)).astype(np.float32)
    field_ = (lit * gain)[..., None] * tint
    added = (reflected * gain + veil)[..., None]
    if flaw is Flaw.GLARE:
        _label_glare(stage, field_[..., 1], added[..., 0])
    stage.note = stage.note or f"gain {gain:.2f}"
    return np.asarray(stage.seen * field_ + added, np.float32)


def _label_bright(stage: _Stage, gain: float, veil: float) -> None:
    """Call it too bright while something faint is left to tell the page from an empty one."""
    written = stage.seen[..., 1][_text_area(stage) * stage.on_sheet > 0.5]
    left = 255 - (float(np.percentile(written, 3)) * gain + veil)
    told = stage.faults if left > 12 else stage.unsure
    told.add(Complaint.TOO_BRIGHT)
    stage.unsure |= {Complaint.BLURRED, Complaint.BLANK}


def _label_glare(stage: _Stage, field_: Light, added: Light) -> None:
    """Call it glare when writing on a square centimetre, on a card a quarter of it, has lost its contrast."""
    whitest, inked = 245 * field_, 60 * field_
    contrast = np.minimum(255, whitest + added) - np.minimum(255, inked + added)
    gone = (contrast < 0.4 * (whitest - inked)) & (_text_area(stage) * stage.on_sheet > 0.5)
    lost = float(gone.sum()) / stage.px_per_mm**2
    stage.note += f", {lost:.0f} mm2 burnt"
    enough = 25 if stage.paper.size_mm[1] < 100 else 100
    if lost > enough:
        stage.faults.add(Complaint.GLARE)
    elif lost > 3:
        stage.unsure.add(Complaint.GLARE)


def _lens_blur(stage: _Stage, flaw: Flaw, bad: bool) -> tuple[float, float]:  # noqa: FBT001 - see _look
    """Give the spread of the lens and the length of a movement, both in pixels of the picture."""
    rng, mm = stage.rng, stage.px_per_mm
    usual = rng.uniform(0.3, 0.75)
    small_letters = stage.paper.letter_mm / 1.9
    if flaw is not Flaw.BLUR:
        return usual, 0.0
    first_bad = max(0.38 * small_letters, 1.25 / mm)
    sigma = rng.uniform(first_bad, 2.2 * first_bad) if bad else rng.uniform(0.1, 0.2 * small_letters)
    if bad:
        stage.faults.add(Complaint.BLURRED)
        stage.unsure |= {Complaint.BLANK, Complaint.TOO_BRIGHT, Complaint.TOO_SMALL}
    stage.note = f"blur {sigma:.2f} mm"
    if bad and rng.random() < 0.4:
        stage.note += " moved"
        return usual, sigma * mm * np.sqrt(12)
    return max(0.3, sigma * mm), 0.0


def _recorded(stage: _Stage, picture: Light, blur: tuple[float, float]) -> Frame:
    rng, (sigma, motion) = stage.rng, blur
    bounded = np.clip(picture, 0, 400)
    if motion > 1:
        bounded = np.asarray(cv2.filter2D(bounded, -1, _streak(motion, rng.uniform(0, 180))), np.float32)
    bounded = np.asarray(cv2.GaussianBlur(bounded, (0, 0), sigma), np.float32)
    noise = rng.uniform(1, 5)
    bounded += rng.standard_normal(bounded.shape[:2], dtype=np.float32)[..., None] * noise
    coarse = (
        rng.standard_normal((bounded.shape[0] // 2, bounded.shape[1] // 2, 3), dtype=np.float32) * noise * 0.4
    )
    bounded += cv2.resize(coarse, stage.size, interpolation=cv2.INTER_NEAREST)
    _, packed = cv2.imencode(
        ".jpg",
        np.clip(bounded, 0, 255).astype(np.uint8),
        [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(65, 96))],
    )
    return Frame(np.asarray(cv2.imdecode(packed, cv2.IMREAD_COLOR), np.uint8))


def _streak(length: float, angle: float) -> Light:
    side = int(length) * 2 + 3
    kernel = np.zeros((side, side), np.float32)
    reach = length / 2 * np.array([np.cos(np.deg2rad(angle)), np.sin(np.deg2rad(angle))])
    ends = ((side // 2 + reach) * 16).astype(int), ((side // 2 - reach) * 16).astype(int)
    cv2.line(kernel, tuple(ends[0].tolist()), tuple(ends[1].tolist()), 1, 1, cv2.LINE_AA, 4)
    return np.asarray(kernel / kernel.sum(), np.float32)


def _found(stage: _Stage) -> Quad:
    """Give the corners a finder would: a little beside the true ones, where it is cut in the picture."""
    width, height = stage.size
    off = stage.rng.normal(0, 0.0007, (4, 2)) * max(stage.size)
    corners = stage.corners + off
    if stage.cropped:
        side, share = int(stage.rng.integers(4)), stage.rng.uniform(0.3, 0.5)
        here, there = [side, (side + 1) % 4], [(side + 3) % 4, (side + 2) % 4]
        corners[here] += (corners[there] - corners[here]) * share
    elif Complaint.CUT_EDGE in stage.faults and stage.rng.random() < 0.6:
        corners = _clipped(stage.corners, (width, height))
    return Quad.of(corners)


def _clipped(corners: _Reals, size: tuple[int, int]) -> _Reals:
    """Give the four corners of the part of a sheet that is in the picture: the side that is out moves in."""
    limits = np.array(size) - 1.0
    kept = corners.copy()
    for at in range(4):
        if ((corners[at] >= 0) & (corners[at] <= limits)).all():
            continue
        for neighbour in (corners[at - 1], corners[(at + 1) % 4]):
            if not ((neighbour >= 0) & (neighbour <= limits)).all():
                continue
            way = neighbour - corners[at]
            over = np.where(
                corners[at] < 0, -corners[at], np.where(corners[at] > limits, limits - corners[at], 0)
            )
            axis = int(np.argmax(np.abs(over)))
            kept[at] = corners[at] + way * (over[axis] / way[axis])
            break
    return np.clip(kept, 0, limits)


def _grid(size: tuple[int, int]) -> tuple[Light, Light]:
    """Give rows and columns that spread over a picture when they are added."""
    return np.arange(size[1], dtype=np.float32)[:, None], np.arange(size[0], dtype=np.float32)[None]


def _polygon(corners: _Reals, size: tuple[int, int]) -> Light:
    cover = np.zeros((size[1], size[0]), np.uint8)
    cv2.fillConvexPoly(cover, np.rint(corners * 16).astype(np.int32), 255, cv2.LINE_AA, 4)
    return cover.astype(np.float32) / np.float32(255)


def _lens(size_mm: tuple[float, float], corners: _Reals) -> _Reals:
    width, height = size_mm
    sheet = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    return np.asarray(cv2.getPerspectiveTransform(sheet, corners.astype(np.float32)), np.float64)
