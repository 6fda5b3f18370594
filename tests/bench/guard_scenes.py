"""Photographs of invented papers with one labelled fault or none, each from its seed.

Light is added up on the desk: paper, second sheet, finger, shadow, reflection. Then the lens spreads it, the
sensor counts it with noise, and JPEG follows. What an official would take again is a fault; what is plainly
fine is not; strengths between the two are not drawn, and what only comes near a fault is left ``unsure``.
"""

from dataclasses import dataclass, field

import numpy as np
from bench.guard_hands import crease, lay_another, reach_in
from bench.guard_light_scenes import exposed, lens_blur, light_on, recorded
from bench.guard_papers import PX_PER_MM, Look, Paper, drawn
from bench.guard_stage import Flaw, Light, Reals, Stage, lens_of, polygon
from numpy.random import Generator

from scanning.frames import Frame
from scanning.opencv import cv2
from scanning.quad import Quad
from scanning.quality import Complaint

_SIZES = ((1920, 1080), (1920, 1080), (2048, 1536))
_ORDER = (Flaw.NONE, *Flaw, Flaw.NONE, Flaw.BLUR, Flaw.GLARE, Flaw.FINGER, Flaw.CUT, Flaw.NONE)
_WRITTEN_OVER = (Look.FORM, Look.DENSE, Look.HANDWRITING)


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
        lay_another(stage)
    if rng.random() < 0.25:
        crease(stage)
    if flaw is Flaw.FINGER:
        reach_in(stage, bad)
    lit, reflected = light_on(stage, flaw, bad)
    picture = exposed(stage, lit, reflected, (flaw, bad))
    spread = lens_blur(stage, flaw, bad)
    frame = recorded(stage, picture, spread)
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


def _laid(paper: Paper, flaw: Flaw, bad: bool, rng: Generator) -> Stage:  # noqa: FBT001 - one of a scene's two strengths
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
    return Stage(rng, paper, corners, seen, cover, faults, unsure, note, cropped)


def _tilted(size_mm: tuple[float, float], turn: float, rng: Generator) -> Reals:
    """Give a sheet's corners seen in perspective, in about millimetres."""
    half = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * np.array(size_mm) / 2
    angle = np.deg2rad(turn)
    spun = half @ np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    lean = np.deg2rad(rng.normal(0, 6, 2))
    depth = 550 + spun @ np.sin(lean)
    return np.asarray(spun * np.cos(lean) / depth[:, None] * 550, np.float64)


def _moved_out(
    size: tuple[int, int], corners: Reals, scale: float, *, bad: bool, rng: Generator
) -> tuple[Reals, float]:
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


def _seen(paper: Paper, corners: Reals, size: tuple[int, int], rng: Generator) -> tuple[Light, Light]:
    """Give desk and sheet as seen in even light, and how much of each pixel is sheet."""
    lens = lens_of(paper.size_mm, corners) @ np.diag([1 / PX_PER_MM, 1 / PX_PER_MM, 1])
    shrink = float(np.linalg.norm(corners[1] - corners[0])) / paper.pixels.shape[1]
    fine = cv2.GaussianBlur(paper.pixels, (0, 0), 0.42 / shrink) if shrink < 0.8 else paper.pixels
    sheet = cv2.warpPerspective(fine, lens, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    cover = polygon(corners, size)
    shadow = cv2.GaussianBlur(np.roll(cover, rng.integers(-6, 7, 2), axis=(0, 1)), (0, 0), 5)[..., None]
    desk = _desk(size, rng) * (1 - rng.uniform(0.15, 0.45) * shadow)
    seen = desk * (1 - cover[..., None]) + sheet.astype(np.float32) * cover[..., None]
    return np.asarray(seen, np.float32), cover


def _desk(size: tuple[int, int], rng: Generator) -> Light:
    colours = ((60, 95, 140), (150, 150, 150), (35, 35, 38), (228, 232, 235), (110, 140, 175), (140, 95, 70))
    colour = np.array(colours[int(rng.integers(len(colours)))], np.float32) * rng.uniform(0.85, 1.1)
    grain = rng.normal(0, 1, (size[1] // 40 + 2, size[0] // 4 + 2)).astype(np.float32)
    return colour * (1 + 0.06 * cv2.resize(grain, size)[..., None])


def _found(stage: Stage) -> Quad:
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


def _clipped(corners: Reals, size: tuple[int, int]) -> Reals:
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
