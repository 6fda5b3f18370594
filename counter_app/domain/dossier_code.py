"""Dossier codes: the office's own, provisional ones given offline, and those that came with the dossier."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from counter_app.errors import Refusal

_MOST_A_DAY = 9999
_TRAINING = "TH-"
_PROVISIONAL = "TAM-"
_OFFICE = r"(?:000(?:\.\d{2}){1,2}\.)?[A-Z]\d{2}(?:\.\d{1,3}){0,4}"
_OWN = re.compile(rf"({_TRAINING})?({_OFFICE})-(\d{{6}})-(\d{{4}})", re.ASCII)
_OFFLINE = re.compile(
    rf"({_TRAINING})?{_PROVISIONAL}({_OFFICE})-(\d{{6}})-([A-Z0-9]{{1,6}})-(\d{{4}})", re.ASCII
)
_FOREIGN = re.compile(r"(?=[^0-9]*[0-9])[0-9A-Z](?:[0-9A-Z./_-]{3,48})[0-9A-Z]", re.ASCII)


class NotADossierCode(Refusal):
    """The text has none of the shapes a dossier code can have."""


class NumbersUsedUp(Refusal):
    """The office has given all 9999 numbers of the day."""

    def __init__(self, office_code: str, day: date) -> None:
        super().__init__(office_code, day)
        self.office_code = office_code
        self.day = day


def is_office_code(text: str) -> bool:
    """Tell whether the numbers of an office's dossiers can begin with this code."""
    return re.fullmatch(_OFFICE, text, re.ASCII) is not None


def is_training_code(text: str) -> bool:
    """Whether a code is of the series that training desks give."""
    return text.startswith(_TRAINING)


@dataclass(frozen=True, slots=True)
class DossierCode:
    """The office's code, the day and a number that starts at 1 each day: ``H26.99-261122-0001``.

    Never given again and never changed. Training codes begin with ``TH-``. Raises NotADossierCode or
    NumbersUsedUp.
    """

    office_code: str
    day: date
    number: int
    training: bool = False

    def __post_init__(self) -> None:
        _check(self.office_code, self.day, self.number)

    @classmethod
    def parse(cls, text: str) -> DossierCode:
        """Read a code as it is printed; raises NotADossierCode."""
        found = _OWN.fullmatch(text)
        if not found:
            raise NotADossierCode
        training, office, day, number = found.groups()
        return cls(office, _day(day), int(number), training=bool(training))

    def __str__(self) -> str:
        training = _TRAINING if self.training else ""
        return f"{training}{self.office_code}-{self.day:%y%m%d}-{self.number:04}"


@dataclass(frozen=True, slots=True)
class ProvisionalCode:
    """What a paper carries when the leased numbers run out offline: ``TAM-H26.99-261122-Q3-0001``.

    ``counter`` keeps two counters apart that are offline at once. Raises NotADossierCode or NumbersUsedUp.
    """

    office_code: str
    day: date
    counter: str
    number: int
    training: bool = False

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[A-Z0-9]{1,6}", self.counter, re.ASCII):
            raise NotADossierCode
        _check(self.office_code, self.day, self.number)

    @classmethod
    def parse(cls, text: str) -> ProvisionalCode:
        """Read a provisional code as it is printed; raises NotADossierCode."""
        found = _OFFLINE.fullmatch(text)
        if not found:
            raise NotADossierCode
        training, office, day, counter, number = found.groups()
        return cls(office, _day(day), counter, int(number), training=bool(training))

    def __str__(self) -> str:
        training = _TRAINING if self.training else ""
        return f"{training}{_PROVISIONAL}{self.office_code}-{self.day:%y%m%d}-{self.counter}-{self.number:04}"


@dataclass(frozen=True, slots=True)
class ExistingCode:
    """A code that the national portal or a ministry's system gave: kept as it came, never taken apart."""

    text: str

    def __post_init__(self) -> None:
        claims_ours = self.text.startswith((_TRAINING, _PROVISIONAL))
        if claims_ours or not _FOREIGN.fullmatch(self.text):
            raise NotADossierCode

    def __str__(self) -> str:
        return self.text


AnyCode = DossierCode | ProvisionalCode | ExistingCode


def parse_any(text: str) -> AnyCode:
    """Read whichever code the text is, blanks around it aside; raises NotADossierCode."""
    bare = text.strip()
    if _OWN.fullmatch(bare):
        return DossierCode.parse(bare)
    if _OFFLINE.fullmatch(bare):
        return ProvisionalCode.parse(bare)
    return ExistingCode(bare)


def _check(office_code: str, day: date, number: int) -> None:
    if not re.fullmatch(_OFFICE, office_code, re.ASCII) or not 2000 <= day.year <= 2099 or number < 1:
        raise NotADossierCode
    if number > _MOST_A_DAY:
        raise NumbersUsedUp(office_code, day)


def _day(digits: str) -> date:
    try:
        return date(2000 + int(digits[:2]), int(digits[2:4]), int(digits[4:]))
    except ValueError:
        raise NotADossierCode from None
