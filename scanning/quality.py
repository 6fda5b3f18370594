"""Judges the picture of a page before the citizen stands up: what is wrong with it, worst first."""

from scanning.frames import Frame
from scanning.guard_blur import judge_blur
from scanning.guard_double import judge_sheets
from scanning.guard_edges import judge_edges
from scanning.guard_findings import Complaint, Finding, Light, Verdict, light_of
from scanning.guard_finger import judge_fingers
from scanning.guard_light import judge_glare, judge_light
from scanning.guard_page import GuardedPage
from scanning.guard_side import Side, judge_side
from scanning.guard_size import is_a_page, judge_content, judge_size
from scanning.quad import Quad

__all__ = ["Complaint", "Finding", "Light", "Side", "Verdict", "judge", "light_of"]


def judge(
    page: Frame, *, photograph: Frame | None = None, quad: Quad | None = None, side: Side | None = None
) -> Verdict:
    """Judge a straightened page as photographed, before clean-up, at 200 dpi.

    ``photograph`` is what it was cut out of and ``quad`` where it lay there, its first corner the page's top
    left: with them it is known how finely the sheet was seen and whether it was in the picture as a whole.
    ``side`` is the side of a citizen card that is wanted, where one is.
    """
    if not is_a_page(page):
        return Verdict.of([Finding(Complaint.TOO_SMALL, 1.0)])
    ready = GuardedPage.of(page, quad)
    return Verdict.of(
        [
            *judge_light(ready),
            *judge_size(ready),
            *judge_content(ready),
            *judge_blur(ready),
            *judge_glare(ready),
            *judge_fingers(ready),
            *judge_sheets(ready),
            *judge_edges(ready, photograph, quad),
            *(judge_side(page, side) if side else ()),
        ]
    )
