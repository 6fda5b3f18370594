"""What hands do to a staged sheet: fold it, hold it by its border, and leave another sheet on it."""

import numpy as np
from bench.guard_papers import PX_PER_MM, Look, drawn
from bench.guard_stage import Light, Reals, Stage, grid, lens_of, polygon, text_area

from scanning.opencv import cv2
from scanning.quality import Complaint


def lay_another(stage: Stage) -> None:
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
    lens = lens_of(other.size_mm, corners) @ np.diag([1 / PX_PER_MM, 1 / PX_PER_MM, 1])
    cover = polygon(corners, stage.size)
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


def crease(stage: Stage) -> None:
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
        ys, xs = grid(stage.size)
        away = ((xs - start[0]) * -along[1] + (ys - start[1]) * along[0]) / stage.px_per_mm
        away = away.astype(np.float32)
        shade = np.float32(rng.uniform(0.02, 0.08)) * np.tanh(away / 0.8) * np.exp(-np.abs(away) / 18)
        line = np.float32(rng.uniform(0.0, 0.12)) * np.exp(-np.square(away / 0.5))
        stage.seen *= (1 - (shade + line) * stage.on_sheet)[..., None]


def reach_in(stage: Stage, bad: bool) -> None:  # noqa: FBT001 - one of a scene's two strengths
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
        text = text_area(stage)
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


def _draw_finger(stage: Stage, ends: tuple[Reals, Reals], skin: Light) -> Light:
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
