"""What was read on a page, as text that is sealed beside its picture."""

from __future__ import annotations

import json

from scanning.page_text import Box, Line, PageText, Word


def words_to(text: PageText) -> bytes:
    """Write a page's words, places to a tenth of a pixel."""
    lines = [
        [[word.text, *(round(side, 1) for side in word.box), round(word.sure, 2)] for word in line.words]
        for line in text.lines
    ]
    return json.dumps([text.width, text.height, lines], ensure_ascii=False, separators=(",", ":")).encode()


def words_from(content: bytes) -> PageText:
    """Read back what ``words_to`` wrote."""
    width, height, lines = json.loads(content)
    return PageText(tuple(_line(words) for words in lines), width, height)


def _line(words: list[tuple[str, float, float, float, float, float]]) -> Line:
    return Line(tuple(Word(text, Box(*box), sure) for text, *box, sure in words))
