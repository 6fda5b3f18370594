"""Fills a form as an example says: facts of invented people first, then what the citizen answers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from forms.answer import Value
from forms.answers import FilledForm
from forms.definition import FormDefinition
from forms.example import Example
from forms.form_shape import PEOPLE
from forms.prefill import KnownFact, prefill, refill
from forms.shape_check import faults_of
from forms.toml_table import TomlTable, read_toml

SOMEBODY = "adult"
"""Who is at the desk, and whom the dossier is about, in an example that does not say."""

_CONTACTS = ("phone", "email")
_OFFICE = "Công an phường Thí Điểm"


def people_in(path: Path) -> Mapping[str, TomlTable]:
    """Read the people file; raises DefinitionError."""
    root = read_toml(path)
    for fault in faults_of(root, PEOPLE):
        raise fault
    everyone = root.table("people")
    return {name: everyone.table(name) for name in everyone.content}


def roles_of(example: Example) -> Mapping[str, str]:
    """Name the person in each role of an example."""
    told = example.given.people if example.given and example.given.people else {}
    return {"applicant": SOMEBODY, "holder": told.get("applicant", SOMEBODY), **told}


def facts_of(
    roles: Mapping[str, str], people: Mapping[str, TomlTable], today: date
) -> Mapping[str, KnownFact]:
    """Tell of the people in their roles what the population record would; unknown names tell nothing."""
    facts = {"office.name": KnownFact(_OFFICE, "office", None, verified=False)}
    for role, name in roles.items():
        for word, value in _words_of(people.get(name)).items():
            facts[f"{role}.{word}"] = KnownFact(value, "population", today, verified=word not in _CONTACTS)
    return facts


def fill(
    definition: FormDefinition, example: Example, facts: Mapping[str, KnownFact], *, today: date
) -> FilledForm:
    """Fill a form: facts, then every answer, then facts again, for answers may ask for other fields.

    Raises LockedField where an answer changes what the record says without a reason.
    """
    filled = prefill(definition, facts, today=today)
    for name, value in example.answers.items():
        filled = filled.declare(name, value, by="", reason=example.unlock.get(name, ""))
    return refill(definition, filled, facts, today=today)


def _words_of(person: TomlTable | None) -> Mapping[str, Value]:
    if person is None:
        return {}
    words: dict[str, Value] = {}
    for name, value in person.content.items():
        if isinstance(value, list):
            words[name] = tuple({key: str(cell) for key, cell in row.items()} for row in value)
        elif isinstance(value, dict):
            words |= {f"{name}.{word}": said for word, said in _words_of(person.table(name)).items()}
        else:
            words[name] = str(value)
    born = words.get("born_on")
    return {"birth_year": born[:4], **words} if isinstance(born, str) else words
