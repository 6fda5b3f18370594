"""The one-stop shop, its counter, and the official on duty."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Office:
    """The office that receives: names as papers print them, and the code its dossier numbers begin with."""

    name: str
    parent: str
    commune: str
    province: str
    code: str
    phone: str
    training: bool


@dataclass(frozen=True, slots=True)
class Official:
    """Who serves: the name printed on papers and the sign by which history knows them."""

    full_name: str
    sign: str


@dataclass(frozen=True, slots=True)
class Duty:
    """Who serves where, right now."""

    official: Official
    office: Office
    counter: str
