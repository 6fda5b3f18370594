"""A page is judged before the citizen stands up: what is wrong, where on the page, and how grave it is."""

from functools import lru_cache

import numpy as np
import pytest
from bench.guard_papers import PX_PER_MM, Look, drawn

from scanning.frames import Frame, Pixels
from scanning.guard_findings import Finding
from scanning.opencv import cv2
from scanning.quad import Quad
from scanning.quality import Complaint, Light, Side, Verdict, judge, light_of

SKIN = (112, 150, 205)


@lru_cache
def paper(look: Look, seed: int = 0) -> Pixels:
    return drawn(look, np.random.default_rng(seed)).pixels


def seen(pixels: Pixels, *, light: float = 0.85, noise: float = 2.0) -> Frame:
    """Give a drawn page as a sharp camera in even light would have it."""
    height, width = pixels.shape[:2]
    tile = np.random.default_rng(1).normal(0, noise, (512, 512)).astype(np.float32)
    grain = np.tile(tile, (height // 512 + 1, width // 512 + 1))[:height, :width, None]
    soft = cv2.GaussianBlur(pixels, (0, 0), 0.9).astype(np.float32)
    return Frame(np.clip(soft * light + grain, 0, 255).astype(np.uint8))


def with_finger(pixels: Pixels, tip_mm: tuple[float, float]) -> Pixels:
    """Let a finger reach in from the left up to a place."""
    x, y = (round(mm * PX_PER_MM) for mm in tip_mm)
    held = pixels.copy()
    cv2.line(held, (-200, y), (x, y), SKIN, round(16 * PX_PER_MM), cv2.LINE_AA)
    return held


def the(verdict: Verdict, complaint: Complaint) -> Finding:
    return next(finding for finding in verdict.findings if finding.complaint is complaint)


@pytest.mark.parametrize(
    "look",
    [Look.FORM, Look.HANDWRITING, Look.DENSE, Look.CERTIFICATE, Look.PHOTO, Look.RECEIPT, Look.SIGNATURE],
)
def test_a_sharp_whole_page_of_any_kind_gives_a_green_light(look: Look) -> None:
    verdict = judge(seen(paper(look)))
    assert verdict.findings == ()
    assert verdict.light is Light.GREEN


def test_a_finger_on_the_writing_asks_for_another_picture_and_is_pointed_at() -> None:
    verdict = judge(seen(with_finger(paper(Look.DENSE), (45, 150))))
    assert verdict.complaints == (Complaint.FINGER,)
    assert verdict.light is Light.RED
    box = the(verdict, Complaint.FINGER).box
    assert box
    assert box.left == 0
    assert box.right == pytest.approx(53 * PX_PER_MM, abs=40)
    assert (box.top + box.bottom) / 2 == pytest.approx(150 * PX_PER_MM, abs=40)


def test_a_finger_beside_the_writing_is_only_pointed_out() -> None:
    verdict = judge(seen(with_finger(paper(Look.SIGNATURE, 3), (6, 30))))
    assert verdict.complaints == (Complaint.FINGER_AT_EDGE,)
    assert verdict.light is Light.AMBER


def test_a_reflection_counts_where_it_hides_writing_and_nowhere_else() -> None:
    page = seen(paper(Look.DENSE)).pixels.copy()
    cv2.ellipse(page, (800, 900), (260, 150), 20, 0, 360, (255, 255, 255), cv2.FILLED)
    box = the(judge(Frame(page)), Complaint.GLARE).box
    assert box
    assert box.left < 800 < box.right
    assert box.top < 900 < box.bottom
    empty = seen(paper(Look.BLANK)).pixels.copy()
    cv2.ellipse(empty, (800, 900), (260, 150), 20, 0, 360, (255, 255, 255), cv2.FILLED)
    assert Complaint.GLARE not in judge(Frame(empty)).complaints


@pytest.mark.parametrize("across", [True, False])
def test_a_sheet_moved_in_one_direction_is_blurred(across: bool) -> None:  # noqa: FBT001 - the two directions
    streak = np.full((1, 15) if across else (15, 1), 1 / 15)
    moved = np.asarray(cv2.filter2D(paper(Look.FORM), -1, streak), np.uint8)
    assert judge(seen(moved)).complaints == (Complaint.BLURRED,)


def test_writing_smeared_beyond_its_edges_is_blurred_and_not_blank() -> None:
    smeared = np.asarray(cv2.GaussianBlur(paper(Look.DENSE), (0, 0), 8), np.uint8)
    assert judge(seen(smeared)).complaints == (Complaint.BLURRED,)


def test_the_edge_of_a_shade_is_not_taken_for_blur_or_for_a_sheet() -> None:
    page = paper(Look.SIGNATURE).astype(np.float32)
    shade = np.ones(page.shape[:2], np.float32)
    cv2.fillConvexPoly(shade, np.array([[0, 0], [900, 0], [500, 1500], [0, 1700]]), 0.6)
    shaded = page * cv2.GaussianBlur(shade, (0, 0), 12)[..., None]
    assert judge(seen(shaded.astype(np.uint8))).findings == ()


def test_a_soft_photograph_that_fills_the_page_is_blurred() -> None:
    soft = np.asarray(cv2.GaussianBlur(paper(Look.PHOTO), (0, 0), 6), np.uint8)
    assert judge(seen(soft)).complaints == (Complaint.BLURRED,)


def test_a_second_sheet_lying_askew_is_found_by_its_shadow() -> None:
    page, above = paper(Look.FORM, 2).astype(np.float32), paper(Look.DENSE)
    height, width = page.shape[:2]
    lens = cv2.getRotationMatrix2D((0, 0), 6, 1)
    lens[:, 2] += (width * 0.55, height * 0.3)
    cover = cv2.warpAffine(np.ones(above.shape[:2], np.float32), lens, (width, height))
    page *= 1 - 0.35 * cv2.GaussianBlur(cover, (0, 0), 8)[..., None]
    laid = page * (1 - cover[..., None]) + cv2.warpAffine(above, lens, (width, height)) * cover[..., None]
    verdict = judge(seen(laid.astype(np.uint8)))
    assert Complaint.DOUBLE_PAGE in verdict.complaints


def test_ruled_lines_may_run_off_the_sheet_but_writing_may_not() -> None:
    ruled = next(page for page in (paper(Look.HANDWRITING, seed) for seed in range(9)) if _runs_off(page))
    assert judge(seen(ruled)).findings == ()
    assert Complaint.CUT_EDGE in judge(seen(np.ascontiguousarray(ruled[:, 500:]))).complaints


def _runs_off(page: Pixels) -> bool:
    return int(page[:, 4:8].min()) < int(np.median(page)) - 40


def test_a_sheet_that_leaves_the_picture_is_cut_at_that_side() -> None:
    photograph = Frame(np.zeros((1080, 1920, 3), np.uint8))
    out = Quad((500, 60), (1300, 50), (1310, 1160), (490, 1170))
    verdict = judge(seen(paper(Look.SIGNATURE)), photograph=photograph, quad=out)
    box = the(verdict, Complaint.CUT_EDGE).box
    assert box
    assert box.top > paper(Look.SIGNATURE).shape[0] / 2


def test_a_sheet_in_the_corner_of_a_scanners_glass_is_whole() -> None:
    glass = Frame(np.zeros((2338, 1700, 3), np.uint8))
    flush = Quad((0, 0), (1653, 0), (1653, 2337), (0, 2337))
    assert judge(seen(paper(Look.DENSE)), photograph=glass, quad=flush).findings == ()


def test_how_finely_a_sheet_was_seen_decides_whether_it_is_too_small() -> None:
    photograph = Frame(np.zeros((1080, 1920, 3), np.uint8))
    page = np.asarray(cv2.resize(seen(paper(Look.DENSE)).pixels, (331, 468), interpolation=cv2.INTER_AREA))
    enlarged = Frame(np.asarray(cv2.resize(page, (1654, 2339), interpolation=cv2.INTER_CUBIC), np.uint8))
    far = Quad((500, 200), (830, 200), (830, 667), (500, 667))
    assert Complaint.TOO_SMALL in judge(enlarged, photograph=photograph, quad=far).complaints


def test_a_cards_back_is_the_wrong_side_where_its_front_is_wanted() -> None:
    front, back = seen(paper(Look.CARD)), seen(paper(Look.CARD_BACK))
    assert judge(back, side=Side.FRONT).complaints == (Complaint.WRONG_SIDE,)
    assert judge(front, side=Side.BACK).complaints == (Complaint.WRONG_SIDE,)
    assert judge(front, side=Side.FRONT).findings == ()
    assert judge(back, side=Side.BACK).findings == ()


@pytest.mark.parametrize("seed", range(2))
def test_an_empty_page_is_marked_but_may_be_meant(seed: int) -> None:
    verdict = judge(seen(paper(Look.BLANK, seed)))
    assert verdict.complaints == (Complaint.BLANK,)
    assert verdict.light is Light.AMBER


def test_what_asks_for_another_picture_comes_before_what_may_be_meant() -> None:
    grave, meant = Finding(Complaint.GLARE, 0.2), Finding(Complaint.BLANK, 0.9)
    assert Verdict.of([meant, grave]).findings == (grave, meant)
    assert light_of([Complaint.BLANK]) is Light.AMBER
    assert light_of([Complaint.BLANK, Complaint.GLARE]) is Light.RED
    assert light_of([]) is Light.GREEN


@pytest.mark.parametrize("size", [(1, 1), (16, 16), (3, 4000), (4000, 3)])
@pytest.mark.parametrize("shade", [0, 255])
def test_pictures_that_are_no_page_are_judged_without_breaking(size: tuple[int, int], shade: int) -> None:
    assert judge(Frame(np.full((*size, 3), shade, np.uint8))).light is not Light.GREEN
