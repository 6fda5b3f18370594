"""What a record says of the people it names: facts of one relative, and the rows of a household."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from counter_app.domain.citizen import Kinship, PopulationRecord, Relative
from counter_app.domain.citizen_id import Sex
from forms.answers import Row
from forms.prefill import KnownFact


def facts_about_relative(relative: Relative, role: str, as_of: date | None) -> dict[str, KnownFact]:
    """Name what a record says of a relative, as facts of a role (``father``, ``holder.father``)."""
    return {
        f"{role}.{name}": KnownFact(value, "population", as_of, verified=True)
        for name, value in _said_of(relative).items()
        if value
    }


def facts_about_kin(record: PopulationRecord, role: str, as_of: date | None) -> dict[str, KnownFact]:
    """Name what a record says of its person's kin: ``holder.father.full_name`` and so on."""
    kin = {
        "father": record.father,
        "mother": record.mother,
        "spouse": record.spouse,
        "child": record.children[0] if len(record.children) == 1 else None,
        "representative": record.representative,
        "head": record.household.head,
    }
    known: dict[str, KnownFact] = {}
    for name, relative in kin.items():
        known |= facts_about_relative(relative, f"{role}.{name}", as_of) if relative else {}
    return known


def household_rows(record: PopulationRecord) -> tuple[Row, ...]:
    """List the other members of the household."""
    return _rows(member for member in record.household.members if member.citizen_id != record.citizen_id)


def children_rows(record: PopulationRecord) -> tuple[Row, ...]:
    """List the children."""
    return _rows(record.children)


def kinship_words(relative: Relative) -> str:
    """Say in a form's words what the relative is to the record's person; "Khác" where words would guess."""
    female = relative.sex is Sex.FEMALE
    words = {
        Kinship.FATHER: "Cha",
        Kinship.MOTHER: "Mẹ",
        Kinship.SPOUSE: "Vợ" if female else "Chồng",
        Kinship.CHILD: "Con",
        Kinship.PARENT: "Mẹ" if female else "Cha",
        Kinship.GRANDCHILD: "Cháu",
        Kinship.SIBLING: "Anh, chị, em",
    }
    return words.get(relative.kinship, "Khác")


def _rows(relatives: Iterable[Relative]) -> tuple[Row, ...]:
    return tuple({**_said_of(one), "relation": kinship_words(one)} for one in relatives)


def _said_of(relative: Relative) -> dict[str, str]:
    return {
        "full_name": relative.full_name,
        "citizen_id": str(relative.citizen_id or ""),
        "former_id": relative.former_id,
        "born_on": str(relative.born_on or ""),
        "birth_year": str(relative.born_on.year) if relative.born_on else "",
        "sex": relative.sex or "",
        "nationality": relative.nationality,
        "ethnicity": relative.ethnicity,
    }
