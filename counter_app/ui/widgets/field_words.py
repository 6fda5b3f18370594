"""The words beside a field: what is wrong with it, and where its value comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from counter_app.ui.tokens import Tone
from counter_app.ui.translator import to_say
from forms.answers import Answer, Origin
from forms.definition import Choice, Field, Section
from forms.validation import Finding
from forms.wording import short_date

_CONTEXT = "field_words"
_LANGUAGE = to_say("field_words", "language: en")
"""Translated, it names the language that is worn; that is how the words of a form are chosen."""

_FINDINGS = {
    "missing": to_say("field_words", "Still to be filled in."),
    "too_long": to_say("field_words", "Too long: at most {maximum} letters."),
    "strange_characters": to_say(
        "field_words", "There are signs in it that cannot be printed. Type it again."
    ),
    "id_digits": to_say("field_words", "The number has exactly 12 digits."),
    "id_sex_mismatch": to_say("field_words", "The number tells another sex. Look at it again."),
    "id_year_mismatch": to_say("field_words", "The number tells another year of birth. Look at it again."),
    "not_a_phone": to_say("field_words", "This is no telephone number: 8 to 15 digits."),
    "not_an_email": to_say("field_words", "This is no e-mail address, such as name@example.vn."),
    "not_a_number": to_say("field_words", "Only digits are taken here."),
    "below_minimum": to_say("field_words", "{minimum} at least."),
    "above_maximum": to_say("field_words", "{maximum} at most."),
    "not_a_date": to_say("field_words", "This date cannot be read. Write 15/3/1999, 3/1999 or 1999."),
    "not_a_full_date": to_say("field_words", "Day, month and year are all needed."),
    "in_the_future": to_say("field_words", "This day has not come yet."),
    "after_limit": to_say("field_words", "This date is too late."),
    "before_limit": to_say("field_words", "This date is too early."),
    "not_yes_or_no": to_say("field_words", "Choose yes or no."),
    "not_a_choice": to_say("field_words", "Choose one of the answers offered."),
}
_LIMITS = {
    "after_limit": to_say("field_words", "{limit} at the latest."),
    "before_limit": to_say("field_words", "{limit} at the earliest."),
}
_SOURCES = {
    "population": to_say("field_words", "population data"),
    "card": to_say("field_words", "card"),
    "office": to_say("field_words", "office"),
    "default": to_say("field_words", "usual answer"),
    "visit": to_say("field_words", "told today"),
    "earlier": to_say("field_words", "told earlier"),
}
_DECLARED = to_say("field_words", "declared at the desk")
_COMPUTED = to_say("field_words", "composed")
_IN_ROW = to_say("field_words", "Row {row}, {column}: {words}")
_OPTIONAL = to_say("field_words", "{label} (not required)")
_YES = to_say("field_words", "Yes")
_NO = to_say("field_words", "No")
_ICONS = {"population": "lock", "card": "id-card"}
_TONES = {"population": Tone.VERIFIED, "card": Tone.CARD}


@dataclass(frozen=True, slots=True)
class SourceWords:
    """What a chip says of a value: words, tone and shape."""

    text: str
    tone: Tone
    icon: str = ""


def in_english() -> bool:
    """Say whether the words of a form are to be shown in English."""
    return _said(_LANGUAGE) == _LANGUAGE


def label_of(field: Field, *, optional: bool) -> str:
    """Give a field's label with its number on the sheet, and whether the citizen may leave it out."""
    words = field.label_en if in_english() else field.label
    numbered = f"{field.number}. {words}" if field.number else words
    return _said(_OPTIONAL).format(label=numbered) if optional else numbered


def help_of(field: Field) -> str:
    """Give a field's help."""
    return field.help_en if in_english() else field.help


def title_of(section: Section) -> str:
    """Give a section's heading."""
    return section.title_en if in_english() else section.title


def choice_label(choice: Choice) -> str:
    """Name an answer that a field offers."""
    return choice.label_en if in_english() else choice.label


def yes_no() -> tuple[Choice, Choice]:
    """Give the two answers of a yes-or-no field."""
    return Choice("yes", _said(_YES), _said(_YES)), Choice("no", _said(_NO), _said(_NO))


def finding_words(finding: Finding, field: Field) -> str:
    """Say in a plain sentence what is missing or wrong; of a table, in which row and column."""
    words = _sentence(finding)
    if finding.row is None:
        return words
    column = label_of(field.column(finding.column), optional=False)
    return _said(_IN_ROW).format(row=finding.row + 1, column=column, words=words)


def source_words(answer: Answer, today: date) -> SourceWords | None:
    """Say where a value comes from and of which day; nothing of an empty field."""
    if not answer.value:
        return None
    if answer.origin is Origin.DECLARED:
        return SourceWords(_said(_DECLARED), Tone.DECLARED, "pencil")
    if answer.origin is Origin.COMPUTED:
        return SourceWords(_said(_COMPUTED), Tone.COMPUTED, "wand-sparkles")
    if answer.source not in _SOURCES:
        return None
    words = " ".join(filter(None, (_said(_SOURCES[answer.source]), _day(answer.as_of, today))))
    if answer.source == "population" and not answer.is_locked:
        return SourceWords(words, Tone.NEUTRAL, "")
    tone = _TONES.get(answer.source, Tone.NEUTRAL)
    return SourceWords(words, tone, _ICONS.get(answer.source, ""))


def _sentence(finding: Finding) -> str:
    detail: Mapping[str, str] = finding.detail
    if finding.code == "form_rule":
        return detail["message_en"] if in_english() else detail["message"]
    if "limit" in detail and finding.code in _LIMITS:
        return _said(_LIMITS[finding.code]).format(limit=short_date(detail["limit"]))
    return _said(_FINDINGS[finding.code]).format(**detail)


def _day(as_of: date | None, today: date) -> str:
    if as_of is None:
        return ""
    return f"{as_of:%d/%m}" if as_of.year == today.year else f"{as_of:%d/%m/%Y}"


def _said(source: str) -> str:
    return QCoreApplication.translate(_CONTEXT, source)
