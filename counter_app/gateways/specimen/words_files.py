"""Reads the specimen files and refuses a malformed one by its name and key."""

from __future__ import annotations

import re
from pathlib import Path

from counter_app.domain.citizen_id import Sex
from counter_app.errors import SetupError
from counter_app.gateways.specimen.toml_table import TomlTable
from counter_app.gateways.specimen.words import CastMember, Ethnicity, NameStyle, Place, Shape, SpecimenWords

_SERIAL = re.compile("9[0-9]{5}")


def read_words(folder: Path) -> SpecimenWords:
    """Read the four specimen files of a folder; raises SetupError naming the file and key."""
    places = TomlTable.of_file(folder / "places.toml")
    occupations = TomlTable.of_file(folder / "occupations.toml")
    peoples = TomlTable.of_file(folder / "ethnicities.toml").tables("ethnicity")
    cast = TomlTable.of_file(folder / "cast.toml").tables("person")
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


def _ethnicity(table: TomlTable) -> Ethnicity:
    return Ethnicity(
        name=table.get("name", str),
        weight=table.number("weight"),
        surname_from=table.choice("surname_from", Sex),
        surnames=table.weights("surnames"),
        styles={sex: _name_style(table.table(sex.value)) for sex in Sex},
        religions=table.weights("religions"),
        origins=table.texts("origins"),
    )


def _name_style(table: TomlTable) -> NameStyle:
    return NameStyle(table.get("pattern", str), table.texts("givens"), table.weights("middles"))


def _place(table: TomlTable) -> Place:
    return Place(
        commune=table.get("commune", str),
        province=table.get("province", str),
        formerly=table.get("formerly", str),
        hamlets=table.texts("hamlets"),
        ethnicities=table.texts("ethnicities"),
    )


def _cast_member(table: TomlTable) -> CastMember:
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
        card_issued_on=table.day("card_issued_on"),
        card_name=table.get("card_name", str, ""),
        card_residence=table.get("card_residence", str, ""),
        updated_on=table.day("updated_on"),
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
