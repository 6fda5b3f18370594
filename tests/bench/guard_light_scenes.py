"""Light on a staged sheet, its reflection, and the camera, each labelled for what it hides."""

import numpy as np
from bench.guard_stage import Flaw, Light, Stage, grid, text_area

from scanning.frames import Frame
from scanning.opencv import cv2
from scanning.quality import Complaint


def light_on(stage: Stage, flaw: Flaw, bad: bool) -> tuple[Light, Light]:  # noqa: FBT001 - one of a scene's two strengths
    """Give the light that falls on each pixel as a share, and the light reflected there, 255 a full well."""
    rng, (width, height) = stage.rng, stage.size
    ys, xs = grid(stage.size)
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


def _glare(stage: Stage, *, bad: bool) -> Light:
    """Reflect a lamp: over writing so that it burns out, or faintly, or where there is nothing to read."""
    rng = stage.rng
    text = cv2.GaussianBlur(text_area(stage) * stage.on_sheet, (0, 0), 4 * stage.px_per_mm)
    wanted = text > 0.35 if bad else (text < 0.01) & (stage.on_sheet > 0.99)
    places = np.argwhere(wanted)
    if len(places) == 0:
        return np.zeros(stage.on_sheet.shape, np.float32)
    y, x = places[int(rng.integers(len(places)))]
    ys, xs = grid(stage.size)
    small = 4 if stage.paper.size_mm[1] < 100 else 9
    wide, tall = rng.uniform(small, 3 * small, 2) * stage.px_per_mm
    away = ((xs - x) / wide) ** 2 + ((ys - y) / tall) ** 2
    strength = rng.uniform(220, 480) if bad else rng.uniform(10, 400)
    stage.note = f"reflection of {strength:.0f}"
    return np.asarray(np.exp(-(away ** rng.choice([1, 2])) / 2) * strength, np.float32)


def exposed(stage: Stage, lit: Light, reflected: Light, staged: tuple[Flaw, bool]) -> Light:
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


def _label_bright(stage: Stage, gain: float, veil: float) -> None:
    """Call it too bright while something faint is left to tell the page from an empty one."""
    written = stage.seen[..., 1][text_area(stage) * stage.on_sheet > 0.5]
    left = 255 - (float(np.percentile(written, 3)) * gain + veil)
    told = stage.faults if left > 12 else stage.unsure
    told.add(Complaint.TOO_BRIGHT)
    stage.unsure |= {Complaint.BLURRED, Complaint.BLANK}


def _label_glare(stage: Stage, field_: Light, added: Light) -> None:
    """Call it glare when writing on a square centimetre, on a card a quarter of it, has lost its contrast."""
    whitest, inked = 245 * field_, 60 * field_
    contrast = np.minimum(255, whitest + added) - np.minimum(255, inked + added)
    gone = (contrast < 0.4 * (whitest - inked)) & (text_area(stage) * stage.on_sheet > 0.5)
    lost = float(gone.sum()) / stage.px_per_mm**2
    stage.note += f", {lost:.0f} mm2 burnt"
    enough = 25 if stage.paper.size_mm[1] < 100 else 100
    if lost > enough:
        stage.faults.add(Complaint.GLARE)
    elif lost > 3:
        stage.unsure.add(Complaint.GLARE)


def lens_blur(stage: Stage, flaw: Flaw, bad: bool) -> tuple[float, float]:  # noqa: FBT001 - one of a scene's two strengths
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


def recorded(stage: Stage, picture: Light, blur: tuple[float, float]) -> Frame:
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
