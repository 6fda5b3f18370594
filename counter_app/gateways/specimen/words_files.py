"""Reads the specimen files and refuses a malformed one by its name and key."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from counter_app.domain.citizen_id import Sex
from counter_app.domain.dates import PartialDate
from counter_app.errors import SetupError
from counter_app.gateways.specimen.words import CastMember, Ethnicity, NameStyle, Place, Shape, SpecimenWords

_SERIAL = re.compile("9[0-9]{5}")
_MOST_BYTES = 256 * 1024
_T = TypeVar("_T")
_Choice = TypeVar("_Choice", bound=StrEnum)


def read_words(folder: Path) -> SpecimenWords:
    """Read the four specimen files of a folder; raises SetupError naming the file and key."""
    places = _Table.of_file(folder / "places.toml")
    occupations = _Table.of_file(folder / "occupations.toml")
    peoples = _Table.of_file(folder / "ethnicities.toml").tables("ethnicity")
    cast = _Table.of_file(folder / "cast.toml").tables("person")
    words = SpecimenWords(
        ethnicities=tuple(_ethnicity(table) for table in peoples),
        places=tuple(_place(table) for table in places.tables("place")),
        streets=places.texts("streets"),
        occupations=occupations.texts("grown"),
        occupations_of_elders=occupations.texts("retired"),
        cast=tuple(_cast_member(table) for table in cast),
    )
    _check_references(words, folder)
    return words


class _Table:
    """One table of a file, whose values are asked for by key and type."""

    def __init__(self, path: Path, values: dict[str, Any], where: str = "") -> None:
        self._path = path
        self._values = values
        self._where = where

    @classmethod
    def of_file(cls, path: Path) -> _Table:
        try:
            if path.stat().st_size > _MOST_BYTES:
                raise SetupError(path, "too_large")
            text = path.read_text(encoding="utf-8")
            return cls(path, tomllib.loads(unicodedata.normalize("NFC", text)))
        except OSError as error:
            raise SetupError(path, "unreadable") from error
        except ValueError as error:
            raise SetupError(path, "malformed") from error

    def get(self, key: str, kind: type[_T], otherwise: _T | None = None) -> _T:
        value = self._values.get(key, otherwise)
        if not isinstance(value, kind):
            raise self.refusal(key)
        return value

    def refusal(self, key: str) -> SetupError:
        return SetupError(self._path, "missing_or_wrong", key=f"{self._where}{key}")

    def tables(self, key: str) -> tuple[_Table, ...]:
        rows = self.get(key, list)
        return tuple(self._inner(row, f"{key}[{place}]") for place, row in enumerate(rows))

    def table(self, key: str) -> _Table:
        return self._inner(self.get(key, dict), key)

    def _inner(self, values: object, key: str) -> _Table:
        if not isinstance(values, dict):
            raise self.refusal(key)
        return _Table(self._path, values, f"{self._where}{key}.")

    def texts(self, key: str, otherwise: list[str] | None = None) -> tuple[str, ...]:
        values = self.get(key, list, otherwise)
        if not all(isinstance(value, str) for value in values):
            raise self.refusal(key)
        return tuple(values)

    def weights(self, key: str) -> dict[str, float]:
        values = self.get(key, dict)
        if not all(isinstance(value, int | float) and value > 0 for value in values.values()):
            raise self.refusal(key)
        return {name: float(value) for name, value in values.items()}

    def choice(self, key: str, options: type[_Choice], otherwise: str | None = None) -> _Choice:
        try:
            return options(self.get(key, str, otherwise))
        except ValueError as error:
            raise self.refusal(key) from error

    def partial_date(self, key: str) -> PartialDate:
        try:
            return PartialDate.from_iso(self.get(key, str))
        except ValueError as error:
            raise self.refusal(key) from error

    def has(self, key: str) -> bool:
        return key in self._values


def _ethnicity(table: _Table) -> Ethnicity:
    return Ethnicity(
        name=table.get("name", str),
        weight=float(table.get("weight", int | float)),  # type: ignore[arg-type]
        surname_from=table.choice("surname_from", Sex),
        surnames=table.weights("surnames"),
        styles={sex: _name_style(table.table(sex.value)) for sex in Sex},
        religions=table.weights("religions"),
        origins=table.texts("origins"),
    )


def _name_style(table: _Table) -> NameStyle:
    return NameStyle(table.get("pattern", str), table.texts("givens"), table.weights("middles"))


def _place(table: _Table) -> Place:
    return Place(
        commune=table.get("commune", str),
        province=table.get("province", str),
        formerly=table.get("formerly", str),
        hamlets=table.texts("hamlets"),
        ethnicities=table.texts("ethnicities"),
    )


def _cast_member(table: _Table) -> CastMember:
    full_name, sex = table.get("full_name", str), table.choice("sex", Sex)
    return CastMember(
        role=table.get("role", str),
        full_name=full_name,
        surname=table.get("surname", str, full_name.split(" ", maxsplit=1)[0]),
        sex=sex,
        born_on=table.partial_date("born_on"),
        ethnicity=table.get("ethnicity", str),
        commune=table.get("commune", str),
        shape=table.choice("shape", Shape),
        serial=table.get("serial", str),
        number_sex=table.choice("number_sex", Sex, sex),
        born_at=table.get("born_at", str, ""),
        birth_registered_at=table.get("birth_registered_at", str, ""),
        card_issued_on=table.get("card_issued_on", date) if table.has("card_issued_on") else None,
        card_name=table.get("card_name", str, ""),
        card_residence=table.get("card_residence", str, ""),
        updated_on=table.get("updated_on", date) if table.has("updated_on") else None,
        died_on=table.partial_date("died_on") if table.has("died_on") else None,
        cancelled_ids=table.texts("cancelled_ids", []),
    )


def _check_references(words: SpecimenWords, folder: Path) -> None:
    """Refuse a people without a place, and a cast member of an unknown people or place."""
    peoples = {ethnicity.name for ethnicity in words.ethnicities}
    homes = {(place.commune, name) for place in words.places for name in place.ethnicities}
    for homeless in sorted(peoples - {name for _, name in homes}):
        raise SetupError(folder / "places.toml", "missing_or_wrong", key=homeless)
    communes = {place.commune for place in words.places}
    for member in words.cast:
        known = member.ethnicity in peoples and member.commune in communes
        if not known or not _SERIAL.fullmatch(member.serial):
            raise SetupError(folder / "cast.toml", "missing_or_wrong", key=member.role)
