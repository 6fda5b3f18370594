"""Lines of a class: read as they were written; anything else from outside is refused."""

import json

import pytest
from services.people import MORNING

from counter_app.domain.class_room import MOST_BYTES, MOST_DESKS, BadLine, ClassLine, Said, read_line, written
from counter_app.services.class_book import ClassBook

STANDING = ClassLine(Said.STANDING, desk="Máy 1", lesson="02-tam-tru", step=3, steps=7, seconds=65, errors=1)


def test_a_line_is_read_as_it_was_written() -> None:
    assert written(STANDING).endswith(b"\n")
    assert read_line(written(STANDING)) == STANDING


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"hello",
        b"[]",
        b'{"said":"dance"}',
        b'{"said":"join","more":1}',
        b'{"said":"standing","step":"3"}',
        b'{"said":"standing","step":true}',
        b'{"said":"standing","seconds":1000000000}',
        b'{"said":"mishap","mishap":"fire"}',
        json.dumps({"said": "join", "desk": "x" * 200}).encode(),
        b'{"said":"join","desk":"' + b"x" * MOST_BYTES + b'"}',
        b"[" * 3000,
    ],
)
def test_what_is_no_line_of_a_class_is_refused(text: bytes) -> None:
    with pytest.raises(BadLine):
        read_line(text)


def test_a_book_lets_in_who_names_the_code_once_and_keeps_their_line() -> None:
    book = ClassBook("ABCDE")
    assert book.joined(ClassLine(Said.JOIN, code="AAAAA", desk="Máy 1"), MORNING)[1] == 0
    book, number = book.joined(ClassLine(Said.JOIN, code="abcde", desk="Máy 1"), MORNING)
    assert number == 1
    assert book.joined(ClassLine(Said.JOIN, code="ABCDE", desk="Máy 1"), MORNING)[1] == 0
    book = book.stands(1, STANDING, MORNING).left(1)
    book, number = book.joined(ClassLine(Said.JOIN, code="ABCDE", desk="Máy 1"), MORNING)
    assert (number, book.desks[0].standing, book.desks[0].is_here) == (1, STANDING, True)
    for other in range(2, MOST_DESKS + 1):
        book, number = book.joined(ClassLine(Said.JOIN, code="ABCDE", desk=f"Máy {other}"), MORNING)
        assert number == other
    assert book.joined(ClassLine(Said.JOIN, code="ABCDE", desk="one too many"), MORNING)[1] == 0


def test_scores_are_saved_with_names_or_without_and_no_name_becomes_a_formula() -> None:
    book, _ = ClassBook("ABCDE").joined(ClassLine(Said.JOIN, code="ABCDE", desk="=1+1"), MORNING)
    done = ClassLine(Said.STANDING, lesson="02-tam-tru", step=7, steps=7, seconds=65, points=94, most=100)
    book = book.stands(1, done, MORNING)
    assert book.as_csv(named=True).splitlines()[1] == "1,'=1+1,02-tam-tru,7,7,65,0,0,94,100"
    assert book.as_csv(named=False).splitlines()[1] == "1,,02-tam-tru,7,7,65,0,0,94,100"
