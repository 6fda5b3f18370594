"""Finds the number that whoever issued a paper has given it, as it stands below their name."""

import re

from scanning.page_text import PageText
from scanning.text_rows import rows_of

_LOWEST = 0.4  # of the page: numbers stand in its head
_SURE = 0.6
_NUMBER = re.compile(r"^so\s*:?\s*(?P<number>\d{1,6}[a-z]?(?:\s?[/.-]\s?[a-z0-9]+)+)")


def paper_number(text: PageText) -> str:
    """Give the number as it was read, without blanks (``853/QĐ-UBND``); empty where none is sure."""
    for row in rows_of(text):
        found = _NUMBER.match(row.plain)
        if found and row.words[0].box.top < _LOWEST * text.height:
            start, end = found.span("number")
            return "".join(row.text[start:end].split()).upper() if row.sure_at(start, end) >= _SURE else ""
    return ""
