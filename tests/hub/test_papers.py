"""Papers come in chunks, in any order, as often as a line breaks; kept whole and right or not at all."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hub.running import Desk, error_of

from counter_app.hub.papers import paper_name
from counter_app.wire.codes import ErrorCode
from counter_app.wire.papers import CHUNK, PaperState, Stretch

CONTENT = bytes(range(256)) * 2_500
SHA256 = hashlib.sha256(CONTENT).hexdigest()
PAPER = f"/v1/papers/{SHA256}"


def send(desk: Desk, start: int, content: bytes = CONTENT, size: int = len(CONTENT)) -> PaperState:
    target = f"{PAPER}?offset={start}&size={size}"
    return desk.told(PaperState, "PUT", target, content[start : start + CHUNK])


def test_nothing_is_there_of_a_paper_that_never_came(desk: Desk) -> None:
    assert desk.told(PaperState, "GET", PAPER) == PaperState(SHA256, 0, (), complete=False)
    assert error_of(desk.ask("POST", f"{PAPER}/complete")) == ErrorCode.NOT_FOUND


def test_a_paper_comes_in_any_order_and_a_desk_learns_what_is_still_missing(
    desk: Desk, tmp_path: Path
) -> None:
    assert send(desk, 2 * CHUNK).have == (Stretch(2 * CHUNK, len(CONTENT)),)
    assert send(desk, 0).have == (Stretch(0, CHUNK), Stretch(2 * CHUNK, len(CONTENT)))
    assert error_of(desk.ask("POST", f"{PAPER}/complete")) == ErrorCode.INCOMPLETE
    send(desk, 0)
    assert send(desk, CHUNK).have == (Stretch(0, len(CONTENT)),)
    assert desk.told(PaperState, "POST", f"{PAPER}/complete").complete
    assert desk.told(PaperState, "POST", f"{PAPER}/complete").complete
    assert (tmp_path / "papers" / paper_name(SHA256)).read_bytes() == CONTENT
    assert send(desk, 0).complete
    assert not [path for path in (tmp_path / "papers" / "chunks").rglob("*") if path.is_file()]


def test_a_paper_that_is_not_the_one_named_is_dropped_and_can_be_sent_again(desk: Desk) -> None:
    wrong = b"x" * len(CONTENT)
    for start in range(0, len(CONTENT), CHUNK):
        send(desk, start, wrong)
    answer = desk.ask("POST", f"{PAPER}/complete")
    assert (answer.status_code, error_of(answer)) == (422, ErrorCode.HASH)
    assert desk.told(PaperState, "GET", PAPER).have == ()
    desk.upload(CONTENT, SHA256)
    assert desk.told(PaperState, "GET", PAPER).complete


def test_another_length_than_before_begins_the_paper_anew(desk: Desk) -> None:
    send(desk, 0, b"y" * CHUNK, CHUNK)
    assert send(desk, 0).have == (Stretch(0, CHUNK),)
    assert desk.told(PaperState, "GET", PAPER).size == len(CONTENT)


@pytest.mark.parametrize(
    "query",
    [
        "offset=1&size=640000",
        "offset=0&size=0",
        "offset=0&size=999999999999",
        "offset=640000&size=262144",
        "offset=0",
    ],
)
def test_a_chunk_that_lies_nowhere_is_refused(desk: Desk, query: str) -> None:
    answer = desk.ask("PUT", f"{PAPER}?{query}", CONTENT[:CHUNK])
    assert (answer.status_code, error_of(answer)) == (400, ErrorCode.MALFORMED)


def test_a_chunk_of_another_length_than_its_place_is_refused(desk: Desk) -> None:
    answer = desk.ask("PUT", f"{PAPER}?offset=0&size={len(CONTENT)}", CONTENT[:100])
    assert error_of(answer) == ErrorCode.MALFORMED
    answer = desk.ask("PUT", f"{PAPER}?offset=0&size={len(CONTENT)}", CONTENT[: CHUNK + 1])
    assert error_of(answer) == ErrorCode.TOO_LARGE
