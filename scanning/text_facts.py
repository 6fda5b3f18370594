"""Finds what a paper says of itself: its title, form number, names, numbers and dates."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from scanning.page_text import Box, PageText
from scanning.paper_title import find_title
from scanning.text_rows import TextRow, rows_of

_UNSURE = 0.7  # what is left of a number's certainty when a letter in it was taken for a figure


@dataclass(frozen=True, slots=True)
class FoundText:
    """Hold a piece of text found on a paper, its box in pixels of the page, and how sure it is, 0 to 1."""

    text: str
    box: Box
    sure: float


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """Hold a person's number, figures alone; ``of_holder`` where it stands in the holder's own place."""

    text: str
    box: Box
    sure: float
    of_holder: bool


@dataclass(frozen=True, slots=True)
class FoundName:
    """Hold a full name as it was read; ``of_holder`` where it stands in the holder's own place."""

    text: str
    box: Box
    sure: float
    of_holder: bool


@dataclass(frozen=True, slots=True)
class FoundDate:
    """Hold a date in figures or in words."""

    on: date
    box: Box
    sure: float


@dataclass(frozen=True, slots=True)
class PaperFacts:
    """Hold what was found on one page; ``rows`` is all of its text, in the order it is read."""

    title: FoundText | None
    numbers: tuple[FoundNumber, ...]
    former_numbers: tuple[FoundNumber, ...]
    names: tuple[FoundName, ...]
    dates: tuple[FoundDate, ...]
    form_codes: tuple[FoundText, ...]
    rows: tuple[str, ...]


def facts_in(text: PageText) -> PaperFacts:
    """Find the facts of one page; what was read wrongly beyond repair is not found."""
    rows = rows_of(text)
    numbers = [number for row in rows for number in _numbers(row)]
    title = find_title(text)
    return PaperFacts(
        title=FoundText(*title) if title else None,
        numbers=tuple(number for number in numbers if len(number.text) == 12),
        former_numbers=tuple(number for number in numbers if len(number.text) == 9),
        names=tuple(name for row in rows for name in _names(row)),
        dates=tuple(day for row in rows for day in _dates(row)),
        form_codes=tuple(code for row in rows for code in _form_codes(row)),
        rows=tuple(row.text for row in rows),
    )


# --- numbers ---

_LOOKS_LIKE = str.maketrans("OoQDIl|!SBZ", "00001111582")
# Figures with single blanks or dots between them; a few may be letters that look like figures.
_FIGURES = re.compile(r"(?<![\w.,/-])[0-9OoQDIl|!SBZ](?:[ .]?[0-9OoQDIl|!SBZ]){8,23}(?![\w/-])")
_GUESSED = 3
_MONEY = re.compile(r"\s*(?:dong|vnd|d)\b")
_NUMBER_LABEL = re.compile(
    r"(?:so dinh danh|so (?:the )?(?:cccd|can cuoc|cmnd)|(?:cccd|cmnd|can cuoc)(?: so)?)[^0-9]{0,45}$"
)
_OTHERS = re.compile(
    r"\b(?:cha|me|vo|chong|con|bo|chu ho|nguoi (?:lam chung|giam ho|duoc uy quyen|di khai))\b"
)


def _numbers(row: TextRow) -> Iterator[FoundNumber]:
    for found in _FIGURES.finditer(row.text):
        for start, end in _whole_numbers(found):
            spelled = row.text[start:end]
            figures = re.sub(r"[ .]", "", spelled).translate(_LOOKS_LIKE)
            if _MONEY.match(row.plain, end):
                continue
            before = row.plain[:start]
            own = bool(_NUMBER_LABEL.search(before)) and not _OTHERS.search(before)
            guessed = sum(not letter.isdigit() for letter in spelled if letter not in " .")
            sure = row.sure_at(start, end) * _UNSURE**guessed
            yield FoundNumber(figures, row.box_at(start, end), sure, own)


def _whole_numbers(found: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Give the places of numbers of 12 or 9 figures: the whole run of figures, or else its unbroken parts."""
    spans = [
        found.span(),
        *(
            (found.start() + part.start(), found.start() + part.end())
            for part in re.finditer(r"[^ ]+", found[0])
        ),
    ]
    for start, end in spans:
        spelled = found.string[start:end]
        figures = re.sub(r"[ .]", "", spelled)
        guessed = sum(not letter.isdigit() for letter in figures)
        unbroken = figures == spelled
        if guessed <= _GUESSED and (len(figures) == 12 or (len(figures) == 9 and unbroken and not guessed)):
            yield start, end
            if (start, end) == found.span():
                return


# --- names ---

_NAME_LABEL = re.compile(
    r"(?:ho\W{0,3}(?:va )?(?:chu dem\W{0,3})?(?:va )?ten(?: khai sinh)?|ten toi la|toi ten(?: la)?|toi la)"
    r"(?P<whose>(?: (?:cua )?(?:nguoi|cha|me|vo|chong|con|bo|chu)[a-z ,]{0,40})?)"
    r"(?:\s*\([^)]*\))?\s*[:;.]?\s*"
)
_NEXT_LABEL = re.compile(
    r"\b(?:gioi tinh|ngay|sinh|nam sinh|so|dan toc|quoc tich|nghe nghiep|que quan|noi|cccd|cmnd)\b"
)
_HOLDER = re.compile(
    r"^(?: (?:cua )?(?:nguoi (?:yeu cau|khai|lam don|de nghi|viet don|dang ky|duoc khai sinh)|toi))?[ ,]*$"
)
_NAME_WORD = re.compile(r"[^\W\d_]+")
_FEWEST, _MOST = 2, 7


def _names(row: TextRow) -> Iterator[FoundName]:
    for label in _NAME_LABEL.finditer(row.plain):
        start = label.end()
        following = _NEXT_LABEL.search(row.plain, start)
        end = _end_of_name(row.text, start, following.start() if following else len(row.text))
        if end:
            own = bool(_HOLDER.match(label["whose"]))
            text = " ".join(_NAME_WORD.findall(row.text[start:end]))
            yield FoundName(text, row.box_at(start, end), row.sure_at(start, end), own)


def _end_of_name(text: str, start: int, end: int) -> int:
    """Say where a run of two to seven words that begin with a capital ends; 0 where there is none."""
    last, count = 0, 0
    place = start
    for word in _NAME_WORD.finditer(text, start, end):
        if not word[0][0].isupper() or text[place : word.start()].strip(" .…_"):
            break
        last, place, count = word.end(), word.end(), count + 1
    return last if _FEWEST <= count <= _MOST else 0


# --- dates ---

_IN_FIGURES = re.compile(r"(?<!\d)(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})(?!\d)")
_IN_WORDS = re.compile(r"\bngay\s?(\d{1,2})\s?thang\s?(\d{1,2})\s?nam\s?(\d{4})(?!\d)")
_YEARS = range(1900, 2101)


def _dates(row: TextRow) -> Iterator[FoundDate]:
    for pattern in (_IN_FIGURES, _IN_WORDS):
        for found in pattern.finditer(row.plain):
            day, month, year = (int(figures) for figures in found.groups())
            if year in _YEARS and (on := _day(year, month, day)):
                yield FoundDate(on, row.box_at(*found.span()), row.sure_at(*found.span()))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


# --- form numbers ---

_FORM_CODE = re.compile(
    r"\bmau\s+(?:so\s*:?\s*)?(?P<code>(?:[a-z]{1,4}\s?)?\d{1,3}[a-z]?(?:[/-][a-z0-9./-]{1,14})?)\b"
)


def _form_codes(row: TextRow) -> Iterator[FoundText]:
    for found in _FORM_CODE.finditer(row.plain):
        start, end = found.span("code")
        yield FoundText(row.text[start:end].upper(), row.box_at(start, end), row.sure_at(start, end))
