"""Stacks split at their separator sheets, and the sharpest frame of a burst."""

from dataclasses import dataclass

import cv2
import numpy as np
import pytest
import segno
from hypothesis import given
from hypothesis import strategies as st

from scanning.burst import Burst
from scanning.frames import Frame, Pixels
from scanning.separators import Cover, Mark, Separator, cover_payload, mark_on, read_mark, separator_payload
from scanning.stack import Segment, split_stack

A4_AT_100 = (1169, 827)


@dataclass(frozen=True)
class Side:
    """One scanned side: what it is called here, the mark on it, and how it looks."""

    name: str
    mark: Mark | None = None
    blank: bool = False
    back: bool = False


def split(*sides: Side) -> tuple[Segment[Side], ...]:
    return split_stack(
        sides, lambda side: side.mark, is_blank=lambda side: side.blank, is_back=lambda side: side.back
    )


def sheet_with(*codes: str, seed: int = 1) -> Pixels:
    """Draw a page of writing with codes on it, 30 mm wide each."""
    page = np.full((*A4_AT_100, 3), 240, np.uint8)
    for line in range(8):
        cv2.putText(page, "Hop dong thue nha", (80, 780 + line * 40), cv2.FONT_HERSHEY_SIMPLEX, 1, (40,) * 3)
    for number, code in enumerate(codes):
        modules = np.array(segno.make(code, micro=False).matrix, np.uint8)
        drawn = cv2.resize(255 * (1 - modules), None, fx=8, fy=8, interpolation=cv2.INTER_NEAREST)
        top = 80 + number * 320
        page[top : top + len(drawn), 80 : 80 + len(drawn)] = drawn[..., None]
    grain = np.random.default_rng(seed).normal(0, 6, page.shape)
    return np.clip(page + grain, 0, 255).astype(np.uint8)


def test_each_page_goes_to_the_separator_before_it() -> None:
    lease, consent = Separator("lease"), Separator("consent")
    segments = split(Side("s1", lease), Side("a"), Side("b"), Side("s2", consent), Side("c"))
    assert [(segment.slot, [side.name for side in segment.pages]) for segment in segments] == [
        ("lease", ["a", "b"]),
        ("consent", ["c"]),
    ]
    assert [segment.dropped for segment in segments] == [1, 1]


def test_what_lies_before_the_first_separator_is_of_no_paper() -> None:
    first, second = split(Side("a"), Side("s", Separator("lease")), Side("b"))
    assert (first.slot, first.pages) == (None, (Side("a"),))
    assert second.slot == "lease"


def test_blank_backs_are_marked_and_stay() -> None:
    [segment] = split(Side("a"), Side("a'", blank=True, back=True), Side("b"), Side("b'", back=True))
    assert len(segment.pages) == 4
    assert segment.blank == (1,)


def test_the_empty_back_of_a_separator_goes_with_it_and_is_counted_but_not_a_written_one() -> None:
    mark = Separator("lease")
    empty, written = Side("x", blank=True, back=True), Side("y", back=True)
    assert split(Side("s", mark), empty, Side("a")) == (Segment(slot="lease", pages=(Side("a"),), dropped=2),)
    assert split(Side("s", mark), written)[0].pages == (written,)


def test_a_covers_reference_holds_until_the_next_cover_and_its_slot_does_not_go_over() -> None:
    segments = split(
        Side("c1", Cover("one")),
        Side("s", Separator("lease")),
        Side("a"),
        Side("c2", Cover("two")),
        Side("b"),
    )
    assert [(segment.reference, segment.slot) for segment in segments if segment.pages] == [
        ("one", "lease"),
        ("two", None),
    ]


def test_a_separator_without_pages_is_still_told() -> None:
    assert split(Side("s", Separator("lease"))) == (Segment(slot="lease", dropped=1),)
    assert split() == ()


sides = st.builds(
    Side,
    st.text(max_size=2),
    st.none() | st.sampled_from([Separator("lease"), Separator("consent"), Cover("one")]),
    st.booleans(),
    st.booleans(),
)


@given(st.lists(sides, max_size=12))
def test_no_page_is_lost_doubled_or_moved_past_another(stack: list[Side]) -> None:
    segments = split(*stack)
    kept = [side for segment in segments for side in segment.pages]
    rest = iter(stack)
    assert all(side in rest for side in kept)
    assert len(kept) + sum(segment.dropped for segment in segments) == len(stack)
    assert all(side.mark is None for side in kept)


@given(st.from_regex(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,63}", fullmatch=True))
def test_a_mark_is_read_back_as_it_was_written(name: str) -> None:
    assert read_mark(separator_payload(name)) == Separator(name)
    assert read_mark(cover_payload(name)) == Cover(name)
    assert read_mark(separator_payload(name)[:-4] + "zzzz") is None


@given(st.text(max_size=40) | st.text("TACHBI|v1-0AF", max_size=20))
def test_any_other_code_is_no_mark(text: str) -> None:
    assert read_mark(text) is None


@pytest.mark.parametrize("slot", ["", "giấy", "a|b", "x" * 65, "-lease"])
def test_a_slot_that_no_code_can_carry_is_refused(slot: str) -> None:
    with pytest.raises(ValueError, match="TACH"):
        separator_payload(slot)


@pytest.mark.parametrize("turns", range(4))
def test_a_mark_is_found_however_the_sheet_lies(turns: int) -> None:
    page = np.rot90(sheet_with(separator_payload("lease")), turns)
    assert mark_on(Frame(np.ascontiguousarray(page))) == Separator("lease")


def test_a_page_with_another_code_or_two_marks_is_an_ordinary_page() -> None:
    assert mark_on(Frame(sheet_with("H26.99-261120-0001"))) is None
    two = sheet_with(separator_payload("lease"), separator_payload("consent"))
    assert mark_on(Frame(two)) is None
    assert mark_on(Frame(sheet_with())) is None


def film(*stills: Pixels) -> list[Frame]:
    return [Frame(still, taken_at=at / 10) for at, still in enumerate(stills)]


def taken(burst: Burst, frames: list[Frame]) -> tuple[int, Frame] | None:
    """Feed frames until one is given; say after which."""
    for number, frame in enumerate(frames):
        best = burst.feed(frame)
        if best:
            return number, best
    return None


def test_the_sharpest_of_the_steady_frames_is_taken() -> None:
    sharp = sheet_with()
    soft = [np.asarray(cv2.GaussianBlur(sharp, (0, 0), sigma), np.uint8) for sigma in (3, 2, 1.5, 2)]
    frames = film(soft[0], soft[1], sharp, soft[2], soft[3])
    assert taken(Burst(wanted=5), frames) == (4, frames[2])


def test_a_sheet_that_moves_is_waited_for() -> None:
    still = sheet_with()
    moving = [np.roll(still, shift, axis=0) for shift in (300, 200, 100)]
    frames = film(*moving, still, still, still)
    assert taken(Burst(wanted=3), frames) == (5, frames[3])


def test_a_sheet_that_never_lies_still_is_taken_as_sharp_as_it_was() -> None:
    still = sheet_with()
    moving = [np.roll(still, shift * 97, axis=0) for shift in range(40)]
    frames = film(*moving)
    found = taken(Burst(wanted=3, patience_s=1.0), frames)
    assert found
    assert found[0] == 11
