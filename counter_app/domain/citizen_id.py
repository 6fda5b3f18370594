"""The twelve-digit personal ID number and what its parts say (Decree 137/2015, Circular 07/2016/TT-BCA)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from counter_app.domain.birth_places import birth_place
from counter_app.domain.dates import PartialDate
from counter_app.errors import Refusal

CITIZEN_DIGITS, FORMER_DIGITS = 12, 9
"""How many digits the number in force has, and how many that of a former identity card had."""
_TWELVE = re.compile(r"[0-9]{12}")
_GROUPS = re.compile(r"[0-9]+(?:[ .][0-9]+)*")
TRAINING_PREFIX = "000"
"""No province has this code: numbers that begin so are made up and belong to the training desk."""


class Sex(StrEnum):
    """The sex a card or record states."""

    MALE = "male"
    FEMALE = "female"


SEX_WORDS = {"nam": Sex.MALE, "nữ": Sex.FEMALE, "nu": Sex.FEMALE}
"""How codes write it, case aside; some scanners lose the marks."""


class IdDoubt(StrEnum):
    """Where the number's parts disagree with what else is known; shown, never a reason to refuse.

    Sex and birth year may lawfully differ from the digits after a correction (Decree 58/2026).
    """

    UNKNOWN_PLACE = "unknown_place"
    OTHER_SEX = "other_sex"
    OTHER_BIRTH_YEAR = "other_birth_year"


def grouped_digits(typed: str) -> str:
    """Give the digits of a number that was typed in groups (012 345 678); empty where it is none."""
    whole = " ".join(typed.split())
    return whole.replace(" ", "").replace(".", "") if _GROUPS.fullmatch(whole) else ""


class NotACitizenId(Refusal):
    """The text is not twelve digits."""


@dataclass(frozen=True, slots=True)
class CitizenId:
    """A personal ID number: place of birth registration, century and sex, year of birth, six random digits.

    It has no check digit, and a person may have had two: never a primary key.
    """

    digits: str

    def __post_init__(self) -> None:
        if not _TWELVE.fullmatch(self.digits):
            raise NotACitizenId

    @property
    def place_code(self) -> str:
        """Three digits: a province of 2016, or a country from 101 on."""
        return self.digits[:3]

    @property
    def birth_place(self) -> str:
        """The province or country where the birth was registered; empty for a code that no place has."""
        return birth_place(self.place_code)

    @property
    def sex(self) -> Sex:
        """The sex the fourth digit states."""
        return Sex.MALE if int(self.digits[3]) % 2 == 0 else Sex.FEMALE

    @property
    def birth_year(self) -> int:
        """The year of birth that digits four to six state."""
        return (19 + int(self.digits[3]) // 2) * 100 + int(self.digits[4:6])

    @property
    def is_training(self) -> bool:
        """Whether the number is declared as made up."""
        return self.place_code == TRAINING_PREFIX

    @property
    def masked(self) -> str:
        """How lists show it."""
        return f"{self.digits[:4]}•••••{self.digits[-3:]}"

    def doubts(self, born_on: PartialDate | None, sex: Sex | None) -> tuple[IdDoubt, ...]:
        """Name every part that disagrees with the stated birth date and sex."""
        found = []
        if not self._place_is_known():
            found.append(IdDoubt.UNKNOWN_PLACE)
        if sex is not None and sex is not self.sex:
            found.append(IdDoubt.OTHER_SEX)
        if born_on is not None and born_on.year != self.birth_year:
            found.append(IdDoubt.OTHER_BIRTH_YEAR)
        return tuple(found)

    def _place_is_known(self) -> bool:
        return bool(self.birth_place) or self.is_training

    def __str__(self) -> str:
        return self.digits
