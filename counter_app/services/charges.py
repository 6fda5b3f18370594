"""What a filled form says about the fee: how many copies are wanted, and whether the registration is late."""

from datetime import date, timedelta

from counter_app.domain.dates import PartialDate
from counter_app.domain.fees import FeeQuestion
from counter_app.domain.procedure import Channel
from counter_app.services.drafting import Sheet

_BIRTH_IN_TIME = timedelta(days=60)
"""Births are registered within sixty days (Law on Civil Status 60/2014, Article 15)."""


def fee_question(sheet: Sheet, day: date) -> FeeQuestion:
    """Ask for the fee of this sheet as filed at the desk."""
    copies = _number(sheet, "copies")
    cases = {"copies"} if copies else set()
    if _is_late_birth(sheet, day):
        cases.add("late")
    return FeeQuestion(Channel.DIRECT, day, quantity=max(copies, 1), cases=frozenset(cases))


def _number(sheet: Sheet, field: str) -> int:
    text = _text(sheet, field)
    return int(text) if text.isdigit() else 0


def _is_late_birth(sheet: Sheet, day: date) -> bool:
    """Say whether the time for a birth has run out; a date that is not whole yet says nothing."""
    try:
        born = PartialDate.from_iso(_text(sheet, "child_born_on")).whole
    except ValueError:
        return False
    return born is not None and born + _BIRTH_IN_TIME < day


def _text(sheet: Sheet, field: str) -> str:
    """Give an answer that is asked for; what a hidden field still holds costs nothing."""
    value = sheet.filled.value(field) if field in sheet.visible else ""
    return value if isinstance(value, str) else ""
