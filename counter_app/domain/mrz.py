"""What the machine-readable zone on a card's back says: the way in where the QR cannot be read.

Three lines of thirty signs (ICAO 9303, TD1), guarded by check digits but unsigned: no more proof than the QR.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from counter_app.domain.citizen import CitizenCard, Reading
from counter_app.domain.citizen_id import CitizenId, Sex
from counter_app.domain.dates import PartialDate
from counter_app.domain.mrz_repair import FILLER, LINE_LENGTH, mended

_SEXES = {"M": Sex.MALE, "F": Sex.FEMALE, FILLER: None}
_FOR_EVER = "991231"
_CENTURY_OF_EXPIRY = 2000
_SEX = LINE_LENGTH + 7
_NAME = range(2 * LINE_LENGTH, 3 * LINE_LENGTH)


@dataclass(frozen=True, slots=True)
class MachineReadableZone:
    """A zone whose check digits all hold; sex and name are unguarded.

    ``name_letters`` is the name in A to Z, family name first and without marks: it tells a name apart, it is
    not the name; empty where it could not be read. ``name_is_cut`` says that the line was too short for it.
    No ``expires_on``: for ever.
    """

    citizen_id: CitizenId
    born_on: PartialDate
    sex: Sex | None
    expires_on: date | None
    name_letters: str
    name_is_cut: bool

    @property
    def card(self) -> CitizenCard:
        """The card as far as the zone tells it: the name with its marks is to be taken from elsewhere."""
        return CitizenCard(
            self.citizen_id,
            "",
            self.born_on,
            self.sex,
            reading=Reading.BY_ZONE,
            name_letters=self.name_letters,
        )


def read_zone(text: str, doubtful: Collection[int] = ()) -> MachineReadableZone | None:
    """Read the three lines, look-alikes put right; None where that leaves a doubt about number or dates.

    ``doubtful`` names the places, 0 to 89, whose sign is a guess. The check digits vouch for those in number
    and dates; a sex or name that was guessed at is left out.
    """
    lines = mended(text)
    if lines is None:
        return None
    first, second, name = lines
    citizen_id = CitizenId(first[15:27])
    try:
        born_on = _born(second[0:6], citizen_id)
        expires_on = _expires(second[8:14])
    except ValueError:
        return None
    guessed = any(place in _NAME for place in doubtful)
    return MachineReadableZone(
        citizen_id,
        born_on,
        None if _SEX in doubtful else _SEXES[second[7]],
        expires_on,
        "" if guessed else " ".join(name.replace(FILLER, " ").split()),
        name_is_cut=not (guessed or name.endswith(FILLER)),
    )


def _born(digits: str, citizen_id: CitizenId) -> PartialDate:
    """Take the century from the number; month and day may be unknown (filled, or zero)."""
    year = citizen_id.birth_year // 100 * 100 + int(digits[:2])
    month, day = (int(part.replace(FILLER, "0")) for part in (digits[2:4], digits[4:6]))
    return PartialDate(year, month or None, day or None)


def _expires(digits: str) -> date | None:
    if digits == _FOR_EVER:
        return None
    return date(_CENTURY_OF_EXPIRY + int(digits[:2]), int(digits[2:4]), int(digits[4:6]))
