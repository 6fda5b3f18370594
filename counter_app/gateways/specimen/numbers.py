"""Gives out training numbers, each once."""

from __future__ import annotations

from counter_app.domain.citizen_id import TRAINING_PREFIX, CitizenId, Sex
from counter_app.gateways.specimen.draw import Draw
from counter_app.gateways.specimen.words import training_id

_CAST_SERIALS_FROM = 900_001
"""Serials from here on belong to the cast and are never drawn."""


class NumberBook:
    """Numbers of one invented population: personal, former, and telephone numbers that nobody has."""

    def __init__(self, draw: Draw) -> None:
        self._draw = draw
        self._given: set[int] = set()

    def citizen_id(self, birth_year: int, sex: Sex) -> CitizenId:
        """Draw a personal number that starts with 000 and was not given before."""
        while True:
            serial = self._draw.number(1, _CAST_SERIALS_FROM - 1)
            number = training_id(birth_year, sex, f"{serial:06}")
            if self._is_new(number.digits):
                return number

    def former_id(self) -> str:
        """Draw a nine-digit number of the kind given until 2021."""
        while True:
            number = f"{TRAINING_PREFIX}{self._draw.number(1, 999_999):06}"
            if self._is_new(number):
                return number

    def phone(self) -> str:
        """Draw a telephone number under 050, which no Vietnamese network has."""
        return f"050{self._draw.number(0, 9_999_999):07}"

    def _is_new(self, digits: str) -> bool:
        """Remember a number; a one before it tells nine digits from twelve, and costs half of a text."""
        number = int(f"1{digits}")
        is_new = number not in self._given
        self._given.add(number)
        return is_new
